"""Periods of the calendar as whole numbers: a day, week, month, quarter … counted from year 0.

A period is a grain and a count, so that "two quarters earlier" is a subtraction and every TIMEX3 value comes
from one place. Weeks are ISO 8601 weeks (Monday to Sunday); a winter belongs to the year in which it begins.
Years before Christ are negative (49 BC = -49) and have no days, since `datetime` knows none.
"""

from __future__ import annotations

import datetime as dt
from typing import Final, NamedTuple

SEASONS: Final = ("SP", "SU", "FA", "WI")
"""Seasons by their place in the year; each begins in March, June, September or December."""

_MONTHS: Final = {"month": 1, "quarter": 3, "half": 6}
_YEARS: Final = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
_LETTERS: Final = {"D": "day", "W": "week", "M": "month", "Y": "year", "SN": "year", "DE": "decade", "CE": "century", "ML": "millennium"}


class Period(NamedTuple):
    """One period of the calendar.

    Args:
        grain: `day`, `week`, `month`, `quarter`, `half`, `season`, `year`, `decade`, `century` or `millennium`.
        number: counted from the beginning of the era.

    >>> Period.containing("week", dt.date(2024, 6, 19)).shift(-1).value
    '2024-W24'
    >>> Period.of_month(2017, 1).shift(-1).value
    '2016-12'
    """

    grain: str
    number: int

    @classmethod
    def containing(cls, grain: str, day: dt.date) -> Period:
        """The period of this grain that `day` lies in.

        >>> Period.containing("season", dt.date(2017, 1, 9)).value
        '2016-WI'
        """
        if grain == "day":
            return cls(grain, day.toordinal())
        if grain == "week":
            return cls(grain, (day.toordinal() - 1) // 7)
        if grain == "season":
            return cls(grain, (day.year * 12 + day.month - 3) // 3)
        if grain in _MONTHS:
            return cls(grain, (day.year * 12 + day.month - 1) // _MONTHS[grain])
        return cls(grain, day.year // _YEARS[grain])

    @classmethod
    def of_month(cls, year: int, month: int) -> Period:
        """A month of a year."""
        return cls("month", year * 12 + month - 1)

    @classmethod
    def of_season(cls, year: int, season: str) -> Period:
        """A season (`SP`, `SU`, `FA`, `WI`) of a year."""
        return cls("season", year * 4 + SEASONS.index(season))

    @classmethod
    def of_part(cls, year: int, letter: str, number: int) -> Period:
        """A quarter (`Q`) or half (`H`) of a year, counted from 1.

        >>> Period.of_part(2016, "Q", 4).value
        '2016-Q4'
        """
        return cls("quarter", year * 4 + number - 1) if letter == "Q" else cls("half", year * 2 + number - 1)

    def shift(self, count: int) -> Period:
        """The period so many later (earlier where negative)."""
        return Period(self.grain, self.number + count)

    @property
    def value(self) -> str | None:
        """The TIMEX3 value; None outside the years that TIMEX3 can write."""
        count = self.number
        match self.grain:
            case "day":
                return dt.date.fromordinal(count).isoformat() if 0 < count <= dt.date.max.toordinal() else None
            case "week":
                first = self.first
                return "{:04}-W{:02}".format(*first.isocalendar()) if first else None
            case "year" if count < 0:
                return f"BC{-count:04}" if count >= -9999 else None
            case "year":
                return f"{count:04}" if count <= 9999 else None
            case "decade":
                return f"{count:03}" if 0 <= count <= 999 else None
            case "century":
                return f"{count:02}" if 0 <= count <= 99 else None
            case "millennium":
                return f"{count}" if 0 <= count <= 9 else None
            case _:
                pass
        if not 0 <= self.year <= 9999:
            return None
        match self.grain:
            case "month":
                return f"{self.year:04}-{count % 12 + 1:02}"
            case "season":
                return f"{self.year:04}-{SEASONS[count % 4]}"
            case "quarter":
                return f"{self.year:04}-Q{count % 4 + 1}"
            case _:
                return f"{self.year:04}-H{count % 2 + 1}"

    @property
    def year(self) -> int:
        """The year in which it begins."""
        if self.grain in {"day", "week"}:
            first = self.first
            return first.year if first else 0
        if self.grain == "season":
            return self.number // 4
        if self.grain in _MONTHS:
            return self.number * _MONTHS[self.grain] // 12
        return self.number * _YEARS[self.grain]

    @property
    def first(self) -> dt.date | None:
        """Its first day; None outside the years 1 to 9999."""
        if self.grain in {"day", "week"}:
            ordinal = self.number if self.grain == "day" else self.number * 7 + 1
            return dt.date.fromordinal(ordinal) if 0 < ordinal <= dt.date.max.toordinal() else None
        if self.grain == "season":
            month = self.number * 3 + 2
        elif self.grain in _MONTHS:
            month = self.number * _MONTHS[self.grain]
        else:
            # the first decade, century and millennium begin with year 1, there being no year 0
            month = max(self.number * _YEARS[self.grain], 1 if self.number == 0 and self.grain != "year" else 0) * 12
        return dt.date(month // 12, month % 12 + 1, 1) if 1 <= month // 12 <= 9999 else None

    @property
    def end(self) -> dt.date | None:
        """The day after its last one."""
        return self.shift(1).first

    @property
    def last(self) -> dt.date | None:
        """Its last day."""
        end = self.end
        return end - dt.timedelta(days=1) if end else None


def grain_of(unit: str) -> str:
    """The grain that a unit of a duration counts (`W` → `week`); empty for hours and less."""
    return _LETTERS.get(unit, "")


def add_months(day: dt.date, months: int) -> dt.date | None:
    """The same day so many months later, or the month's last day where it has no such day.

    >>> add_months(dt.date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    month = Period.containing("month", day).shift(months)
    first, last = month.first, month.last
    return min(first + dt.timedelta(days=day.day - 1), last) if first and last else None


def add_amount(day: dt.date, unit: str, number: float) -> dt.date | None:
    """The day so many units later (earlier where negative); parts of a month count as days.

    >>> add_amount(dt.date(2017, 2, 13), "M", -2), add_amount(dt.date(2015, 7, 21), "W", 2)
    (datetime.date(2016, 12, 13), datetime.date(2015, 8, 4))
    """
    months = {"M": 1, "Q": 3, "Y": 12, "SN": 12, "DE": 120, "CE": 1200}.get(unit)
    whole = int(number)
    try:
        if months is None:
            days = {"D": 1, "W": 7}.get(unit)
            return None if days is None else day + dt.timedelta(days=round(number * days))
        moved = add_months(day, int(number * months))
        rest = number * months - int(number * months)
        return moved + dt.timedelta(days=round(rest * 30)) if moved and number != whole else moved
    except OverflowError:
        return None


def easter(year: int) -> dt.date:
    """Easter Sunday by the Gregorian computus (J. Meeus, *Astronomical Algorithms*, chapter 8).

    >>> easter(2013), easter(2024)
    (datetime.date(2013, 3, 31), datetime.date(2024, 3, 31))
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    shift = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + shift - 7 * ((a + 11 * h + 22 * shift) // 451) + 114, 31)
    return dt.date(year, month, day + 1)
