"""Expressions beside one another: a weekday with its date, Hijri and Gregorian dates that do not agree; and mixed digits."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from khabar.model import Calendar, Diagnostic, DiagnosticCode, TimeExpression, TimexType
from khabar.normalize import match_key

_LONGEST_BRIDGE = 16
_DIGITS = re.compile(r"\d+")
_LINKS = ("الموافق", "موافق", "يوافق", "المصادف", "اي")


def diagnose(text: str, found: Sequence[TimeExpression]) -> Iterator[Diagnostic]:
    """Diagnostics of the expressions of one text.

    Args:
        text: the text.
        found: its expressions in order.
    """
    for expression in found:
        if _mixes_digits(expression.span.text):
            message = f"digits of two scripts in {expression.span.text}"
            yield Diagnostic(code=DiagnosticCode.MIXED_DIGITS, span=expression.span, message=message)
    for first, second in pairwise(found):
        if _is_pair(text, first, second) and _disagree(first, second):
            message = f"{first.span.text} ({first.value}) is not {second.span.text} ({second.value})"
            yield Diagnostic(code=DiagnosticCode.HIJRI_MISMATCH, span=second.span, message=message)


def settle(text: str, found: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Give a bare weekday the date that the text gives it: «يوم الأحد الموافق 9 أغسطس 2015».

    Args:
        text: the text.
        found: its expressions in order.
    """
    settled = list(found)
    for i in range(len(settled) - 1, 0, -1):
        named, dated = settled[i - 1], settled[i]
        if named.rule != "date.weekday" or dated.type is not TimexType.DATE or dated.value is None or type(dated.start) is not dt.date:
            continue
        if named.value is None or len(dated.value) != 10 or dated.value == named.value or not _is_linked(text, named, dated):
            continue
        if _weekday_of(named) == dated.start.isoweekday():
            anchored = named.anchored and dated.anchored
            settled[i - 1] = attrs.evolve(named, value=dated.value, start=dated.start, end=dated.end, anchored=anchored, alternatives=())
    return settled


def _weekday_of(named: TimeExpression) -> int | None:
    """The weekday that an expression names, whatever week it was placed in."""
    if type(named.start) is dt.date:
        return named.start.isoweekday()
    return int(named.value[-1]) if named.value is not None and named.value.startswith("XXXX-WXX-") else None


def _is_linked(text: str, first: TimeExpression, second: TimeExpression) -> bool:
    """Whether a word says that the second expression gives the date of the first."""
    gap = text[first.span.end : second.span.start]
    words = [match_key(word).strip("(،,-/") for word in gap.split()]
    return len(gap) <= _LONGEST_BRIDGE and any(word.startswith((*_LINKS[:-1], "بتاريخ")) for word in words)


def _mixes_digits(written: str) -> bool:
    digits = "".join(_DIGITS.findall(written))
    return not digits.isascii() and min(digits) < "\u0660"


def _is_pair(text: str, first: TimeExpression, second: TimeExpression) -> bool:
    """Whether two expressions give one date in two calendars: «X هـ الموافق Y م», «X هـ / Y م», «X هـ (Y م)»."""
    if (first.calendar is Calendar.HIJRI) == (second.calendar is Calendar.HIJRI):
        return False
    gap = text[first.span.end : second.span.start]
    if len(gap) > _LONGEST_BRIDGE:
        return False
    words = [match_key(word).strip("(،,-/") for word in gap.split()]
    return any(word.startswith(_LINKS) for word in words) or gap.strip() in {"/", "(", "-"}


def _disagree(first: TimeExpression, second: TimeExpression) -> bool:
    spans = []
    for expression in (first, second):
        start, end = expression.start, expression.end
        if start is None or end is None or isinstance(start, dt.datetime) or isinstance(end, dt.datetime):
            return False
        spans.append((start, end))
    (a, b), (c, d) = spans
    slack = dt.timedelta(days=1)
    return a > d or c > b or (b - a <= slack and d - c <= slack and abs(a - c) > slack)
