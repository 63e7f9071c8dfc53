"""TIMEX3 values: their grammar, and the interval that a value means.

The grammar is that of ISO-TimeML (ISO 24617-1) as HeidelTime and TempEval write it: ISO 8601 dates and
durations, weeks, quarters, halves, seasons, parts of the day, decades and centuries as prefixes of years,
`X` for what is not said, `BC` before years before Christ, and intervals `A/B` (B inclusive).
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from typing import Final, TypeAlias

from khabar.extract.dates.periods import SEASONS, Period

Interval: TypeAlias = tuple[dt.date | None, dt.date | None]
"""First day and the day after the last one; None where open or unknown."""

UNKNOWN: Final[Interval] = (None, None)

_YEAR = r"(?:\d{4}|XXXX|BC\d{4})"
_CLOCK = r"(?:MO|MI|AF|EV|NI|\d\d(?::\d\d(?::\d\d)?)?Z?)"
_DATE = (
    rf"(?:BC\d{{2}}|\d{{1,3}}|{_YEAR}(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?|-W(?:\d\d|XX)(?:-(?:[1-7]|WE))?|-Q[1-4X]|-H[1-2X]|-(?:SP|SU|FA|WI))?)"
)
_POINT = rf"(?:{_DATE}(?:T{_CLOCK})?|T{_CLOCK})"
_NUMBER = r"(?:\d+(?:\.\d+)?|X)"
_AMOUNT = (
    rf"P(?=[\dTX])(?:{_NUMBER}ML)?(?:{_NUMBER}CE)?(?:{_NUMBER}DE)?(?:{_NUMBER}Y)?(?:{_NUMBER}Q)?(?:{_NUMBER}M)?(?:{_NUMBER}W)?(?:{_NUMBER}D)?"
    rf"(?:T(?=[\dX])(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?"
)
_GRAMMAR = rf"(?:{_POINT}(?:[/,]{_POINT})*|{_AMOUNT}(?:/{_AMOUNT})?|PRESENT_REF|PAST_REF|FUTURE_REF)"

PARTS: Final = {"MO": (5, 12), "MI": (12, 13), "AF": (12, 18), "EV": (17, 23), "NI": (19, 29)}
"""Parts of the day: first hour and the hour after the last, counted on through midnight."""


@functools.cache
def _grammar() -> re.Pattern[str]:
    return re.compile(_GRAMMAR)


def is_timex(value: str) -> bool:
    """Whether `value` is a TIMEX3 value as this package writes them.

    >>> [is_timex(v) for v in ("2024-06-18", "BC0049-01-01", "P2MT3H", "XXXX-WXX-5", "198", "2016/2020", "18 June")]
    [True, True, True, True, True, True, False]
    """
    return _grammar().fullmatch(value) is not None


@functools.lru_cache(maxsize=1024)
def interval(value: str) -> Interval:
    """The days that a value of a DATE means.

    Args:
        value: a TIMEX3 value.

    Returns:
        The first day and the day after the last one, None where the value leaves it open.

    >>> interval("2017-02")
    (datetime.date(2017, 2, 1), datetime.date(2017, 3, 1))
    >>> interval("2016/2020")[1], interval("XXXX-06-18")
    (datetime.date(2021, 1, 1), (None, None))
    """
    head, _, tail = value.partition("/")
    if tail:
        return interval(head)[0], interval(tail)[1]
    if "," in value:
        parts = value.split(",")
        return interval(parts[0])[0], interval(parts[-1])[1]
    period = _period(value)
    if period is not None:
        return period.first, period.end
    if value.endswith("-WE") and "X" not in value:
        week = _period(value[:-3])
        end = week.end if week else None
        return (end - dt.timedelta(days=2), end) if end else UNKNOWN
    return UNKNOWN


def moments(value: str) -> tuple[dt.datetime | None, dt.datetime | None]:
    """The moments that a value of a TIME means; both None where it names no day.

    >>> moments("2017-04-23T15:00")
    (datetime.datetime(2017, 4, 23, 15, 0), datetime.datetime(2017, 4, 23, 15, 1))
    >>> moments("2024-06-18TMO")[0]
    datetime.datetime(2024, 6, 18, 5, 0)
    """
    head, slash, tail = value.partition("/")
    if slash:
        return moments(head)[0], moments(tail)[1]
    date, _, clock = value.partition("T")
    first = interval(date)[0] if len(date) == 10 and date[:2] != "BC" else None
    if first is None or not clock:
        return None, None
    midnight = dt.datetime.combine(first, dt.time(), dt.UTC if clock[-1] == "Z" else None)
    if clock in PARTS:
        begin, end = PARTS[clock]
        return _after(midnight, begin * 3600), _after(midnight, end * 3600)
    fields = [int(field) for field in clock.rstrip("Z").split(":")]
    length = (3600, 60, 1)[len(fields) - 1]
    seconds = sum(field * unit for field, unit in zip(fields, (3600, 60, 1), strict=False))
    return _after(midnight, seconds), _after(midnight, seconds + length)


def _after(moment: dt.datetime, seconds: int) -> dt.datetime | None:
    try:
        return moment + dt.timedelta(seconds=seconds)
    except OverflowError:
        return None


def _period(value: str) -> Period | None:
    """The period that a simple value names."""
    if "X" in value or value[:2] == "BC":
        return None
    if value.isdigit():
        return Period(("millennium", "century", "decade", "year")[len(value) - 1], int(value)) if len(value) <= 4 else None
    year, _, rest = value.partition("-")
    if not year.isdigit() or len(year) != 4:
        return None
    number = int(year)
    try:
        if len(rest) == 5:
            return Period("day", dt.date.fromisoformat(value).toordinal())
        if rest in SEASONS:
            return Period.of_season(number, rest)
        if rest[0] in "QH":
            return Period.of_part(number, rest[0], int(rest[1]))
        if rest[0] == "W" and len(rest) == 3:
            return Period.containing("week", dt.date.fromisocalendar(number, int(rest[1:]), 1))
        if len(rest) == 2:
            return Period.of_month(number, int(rest))
    except ValueError:
        pass
    return None


def amount(parts: list[tuple[str, str]]) -> str:
    """The value of a duration from its numbers and units (TIMEX3 letters; `TM` for minutes).

    Units of the same letter are summed; units come in the order of ISO 8601.

    >>> amount([("3", "M"), ("1", "Y")]), amount([("16", "H"), ("44", "TM")]), amount([("X", "D")])
    ('P1Y3M', 'PT16H44M', 'PXD')
    """
    sums: dict[str, str] = {}
    for number, letter in parts:
        unit = "Y" if letter == "SN" else letter  # TIMEX3 has no season of sport
        known = sums.get(unit)
        sums[unit] = number if known is None or "X" in {number, known} else plain(float(known) + float(number))
    days = "".join(f"{sums[unit]}{unit}" for unit in ("ML", "CE", "DE", "Y", "Q", "M", "W", "D") if unit in sums)
    hours = "".join(f"{sums[unit]}{unit[-1]}" for unit in ("H", "TM", "S") if unit in sums)
    return f"P{days}" + (f"T{hours}" if hours else "")


def plain(number: float) -> str:
    """A number without needless decimals.

    >>> plain(3.0), plain(1.5), plain(1 / 3)
    ('3', '1.5', '0.333')
    """
    return f"{number:.3f}".rstrip("0").rstrip(".")
