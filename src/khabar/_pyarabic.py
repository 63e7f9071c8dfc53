"""The one door to `pyarabic`: its character classes and single-word helpers, with types.

Never `sentence_tokenize` or `autocorrect`: they pass flags as `re.sub`'s count.
"""

from __future__ import annotations

from collections.abc import Callable


def characters(*names: str) -> str:
    """The characters of pyarabic's constants, one after another.

    Args:
        names: names of characters and classes in `pyarabic.araby_const`, for example `TATWEEL` or `HARAKAT`.

    Raises:
        LookupError: pyarabic has no such constant.

    >>> characters("ALEF_MAKSURA", "TEH_MARBUTA"), len(characters("TASHKEEL"))
    ('ىة', 8)
    """
    from pyarabic import araby_const

    found: list[str] = []
    for name in names:
        constant = getattr(araby_const, name, None)
        if not isinstance(constant, (str, tuple)):
            raise LookupError(f"pyarabic.araby_const has no characters {name!r}")
        found += constant
    return "".join(found)


def helper(name: str) -> Callable[[str], str]:
    """One of pyarabic's functions from text to text.

    Args:
        name: its name in `pyarabic.araby`, for example `strip_tashkeel`.

    Raises:
        LookupError: pyarabic has no such function.

    >>> helper("strip_tatweel")("بـيـان")
    'بيان'
    """
    from pyarabic import araby

    function = getattr(araby, name, None)
    if not callable(function):
        raise LookupError(f"pyarabic.araby has no function {name!r}")
    return lambda text: str(function(text))


def western_digits(text: str) -> str:
    """The text with the digits of Arabic scripts as 0-9.

    >>> western_digits("٢٠٢٤")
    '2024'
    """
    from pyarabic import trans

    return str(trans.normalize_digits(text, source="all", out="west"))
