"""The Hijri calendar: Umm al-Qura where its tables reach, the tabular calendar beyond.

Umm al-Qura is the civil calendar of Saudi Arabia; `hijridate` carries its tables for 1343–1500 AH (1924–2077).
Outside them the arithmetic calendar stands in: the civil epoch (16 July 622, Julian) and the leap years
2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of each cycle of thirty (E. Reingold and N. Dershowitz, *Calendrical
Calculations*, chapter 7). It may be a day off what was observed, so its dates are marked approximate.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

import attrs

FIRST_TABLED: Final = 1343
LAST_TABLED: Final = 1500
_LAST_TABULAR: Final = 9665
_EPOCH: Final = 227015
"""The ordinal of 1 Muharram 1 in the proleptic Gregorian calendar of `datetime`."""


@attrs.frozen
class HijriDate:
    """A year, month or day of the Hijri calendar.

    Args:
        year: year of the Hijra, from 1.
        month: 1 (Muharram) to 12 (Dhu al-Hijja), or None for the whole year.
        day: 1 to 30 (31 in three months of the early tables), or None for the whole month.

    >>> HijriDate(1445, 12, 12).value
    '1445-12-12'
    """

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def value(self) -> str:
        """The same as text, in the order of ISO 8601."""
        return f"{self.year:04}" + (f"-{self.month:02}" if self.month else "") + (f"-{self.day:02}" if self.month and self.day else "")

    @property
    def approximate(self) -> bool:
        """Whether it lies outside Umm al-Qura's tables."""
        return not FIRST_TABLED <= self.year <= LAST_TABLED

    @property
    def first(self) -> dt.date | None:
        """The (first) day in the Gregorian calendar; None where there is no such date.

        >>> HijriDate(1436, 10, 24).first
        datetime.date(2015, 8, 9)
        """
        return to_gregorian(self.year, self.month or 1, self.day or 1)

    @property
    def end(self) -> dt.date | None:
        """The day after its last one."""
        first = self.first
        if first is None:
            return None
        if self.day:
            return first + dt.timedelta(days=1)
        if self.month and self.month < 12:
            return to_gregorian(self.year, self.month + 1, 1)
        return to_gregorian(self.year + 1, 1, 1)

    @property
    def last(self) -> dt.date | None:
        """The last day in the Gregorian calendar."""
        end = self.end
        return end - dt.timedelta(days=1) if end else None

    def shift_months(self, months: int) -> HijriDate:
        """The month so many later.

        >>> HijriDate(1436, 12).shift_months(1)
        HijriDate(year=1437, month=1, day=None)
        """
        count = self.year * 12 + (self.month or 1) - 1 + months
        return HijriDate(count // 12, count % 12 + 1)


def month_length(year: int, month: int) -> int:
    """The number of days of a Hijri month.

    >>> month_length(1445, 12), month_length(1, 1)
    (30, 30)
    """
    first, following = HijriDate(year, month).first, HijriDate(year, month).shift_months(1).first
    return (following - first).days if first and following else 30


def to_gregorian(year: int, month: int, day: int) -> dt.date | None:
    """The Gregorian day of a Hijri date; None where the calendar has no such date.

    >>> to_gregorian(1373, 3, 2), to_gregorian(408, 1, 1), to_gregorian(1445, 13, 1)
    (datetime.date(1953, 11, 9), datetime.date(1017, 6, 5), None)
    """
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1 <= year <= _LAST_TABULAR):
        return None
    if FIRST_TABLED <= year <= LAST_TABLED:
        from hijridate import Hijri

        try:
            return dt.date(*Hijri(year, month, day).to_gregorian().datetuple())
        except (ValueError, OverflowError):
            return None
    leap = (11 * year + 14) % 30 < 11
    if day > (30 if month % 2 or (month == 12 and leap) else 29):
        return None
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day - 1
    return dt.date.fromordinal(_EPOCH + days)


def from_gregorian(day: dt.date) -> HijriDate | None:
    """The Hijri date of a Gregorian day; None before the Hijra.

    >>> from_gregorian(dt.date(2015, 8, 9))
    HijriDate(year=1436, month=10, day=24)
    """
    if dt.date(1924, 8, 1) <= day <= dt.date(2077, 11, 16):
        from hijridate import Gregorian

        return HijriDate(*Gregorian(day.year, day.month, day.day).to_hijri().datetuple())
    elapsed = day.toordinal() - _EPOCH
    if elapsed < 0:
        return None
    year = (30 * elapsed + 10646) // 10631
    first = to_gregorian(year, 1, 1) if not FIRST_TABLED <= year <= LAST_TABLED else None
    if first is None:
        return None
    for month in range(12, 0, -1):
        begin = to_gregorian(year, month, 1)
        if begin and begin <= day:
            return HijriDate(year, month, (day - begin).days + 1)
    return None
