"""Numbers as the press writes them in digits."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬", "01234567890123456789.,")
# as many digits as a Decimal multiplies without rounding
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,6})?")
_PLAIN = re.compile(r"[0-9]{1,18}(?:[.,][0-9]{1,6})?")


def read_number(written: str) -> Decimal | None:
    """The value of a number in European or Arabic digits; None where it is not one.

    A comma before groups of three digits parts thousands, any other one is a decimal point.

    >>> [str(read_number(written)) for written in ("240", "1,500", "1,5", "٣٫٢", "١٢٬٠٠٠", "12/3")]
    ['240', '1500', '1.5', '3.2', '12000', 'None']
    """
    digits = written.translate(_DIGITS)
    if _GROUPED.fullmatch(digits):
        return Decimal(digits.replace(",", ""))
    return Decimal(digits.replace(",", ".")) if _PLAIN.fullmatch(digits) else None


def plain(value: Decimal) -> str:
    """The value without exponent and without idle zeros.

    >>> plain(Decimal("2.50") * 1_000_000), plain(Decimal("12.50"))
    ('2500000', '12.5')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
