"""The calendars of dates: Hijri, Easter, periods."""

from __future__ import annotations

import datetime as dt

import pytest

from khabar.extract.dates.calendars import FIRST_TABLED, LAST_TABLED, HijriDate, from_gregorian, month_length, to_gregorian
from khabar.extract.dates.periods import Period, add_amount, add_months, easter


@pytest.mark.parametrize(
    ("hijri", "gregorian"),
    [
        ((1343, 1, 1), dt.date(1924, 8, 1)),
        ((1400, 1, 1), dt.date(1979, 11, 20)),
        ((1445, 9, 1), dt.date(2024, 3, 11)),
        ((1445, 12, 30), dt.date(2024, 7, 6)),
        ((1500, 12, 30), dt.date(2077, 11, 16)),
    ],
)
def test_umm_al_qura_dates(hijri: tuple[int, int, int], gregorian: dt.date) -> None:
    """Dates of the civil calendar of Saudi Arabia, at both ends of its tables and between."""
    assert to_gregorian(*hijri) == gregorian
    found = from_gregorian(gregorian)
    assert found is not None
    assert (found.year, found.month, found.day) == hijri


@pytest.mark.parametrize(
    ("hijri", "gregorian"),
    [
        ((1, 1, 1), dt.date(622, 7, 19)),
        ((10, 12, 9), dt.date(632, 3, 9)),
        ((656, 2, 4), dt.date(1258, 2, 17)),
        ((1337, 2, 7), dt.date(1918, 11, 11)),
    ],
)
def test_tabular_dates(hijri: tuple[int, int, int], gregorian: dt.date) -> None:
    """Dates before the tables, by the arithmetic calendar (proleptic Gregorian), within a day of what histories give."""
    found = to_gregorian(*hijri)
    assert found is not None
    assert abs((found - gregorian).days) <= 1


def test_the_tabular_calendar_meets_the_tables() -> None:
    """Nothing is lost or doubled where one calendar takes over from the other, but for the day they may differ."""
    for year in (FIRST_TABLED, LAST_TABLED + 1):
        last, first = HijriDate(year - 1).last, HijriDate(year).first
        assert last is not None
        assert first is not None
        assert 0 <= (first - last).days <= 2


def test_every_day_of_three_centuries_reads_back() -> None:
    """Gregorian to Hijri and back is the same day, on both sides of the tables' ends."""
    for ordinal in (*range(dt.date(1860, 1, 1).toordinal(), dt.date(2140, 1, 1).toordinal(), 5),):
        day = dt.date.fromordinal(ordinal)
        hijri = from_gregorian(day)
        assert hijri is not None
        assert hijri.first == day


def test_months_have_29_or_30_days() -> None:
    """No month of the Hijri calendar is longer or shorter, but for some of the earliest tables."""
    lengths = {month_length(year, month) for year in (*range(1, 1343, 7), *range(1365, 1600)) for month in range(1, 13)}
    assert lengths == {29, 30}


@pytest.mark.parametrize("wrong", [(1445, 13, 1), (1445, 0, 1), (1445, 1, 31), (0, 1, 1), (1446, 1, 30), (2, 12, 31), (1, 2, 30)])
def test_there_is_no_such_date(wrong: tuple[int, int, int]) -> None:
    """A month or day that the year lacks is None."""
    expected = None if wrong != (1446, 1, 30) else to_gregorian(1446, 1, 30)
    assert to_gregorian(*wrong) == expected


@pytest.mark.parametrize("year", [1583, 1818, 1943, 2000, 2024, 2038])
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    """Between 22 March and 25 April, on a Sunday."""
    day = easter(year)
    assert day.isoweekday() == 7
    assert dt.date(year, 3, 22) <= day <= dt.date(year, 4, 25)


@pytest.mark.parametrize("grain", ["day", "week", "month", "quarter", "half", "season", "year", "decade", "century"])
def test_periods_follow_one_another(grain: str) -> None:
    """A period ends where the next begins, holds the days it was made from, and shifts back and forth."""
    day = dt.date(2024, 2, 29)
    period = Period.containing(grain, day)
    assert period.first is not None
    assert period.end is not None
    assert period.first <= day < period.end
    assert period.shift(1).first == period.end
    assert period.shift(5).shift(-5) == period


@pytest.mark.parametrize(
    ("day", "months", "moved"),
    [((2024, 1, 31), 1, (2024, 2, 29)), ((2023, 12, 31), 2, (2024, 2, 29)), ((2024, 3, 31), -13, (2023, 2, 28))],
)
def test_months_are_added_to_their_last_day(day: tuple[int, int, int], months: int, moved: tuple[int, int, int]) -> None:
    """A month without that day gives its last one."""
    assert add_months(dt.date(*day), months) == dt.date(*moved)


def test_amounts_beyond_the_calendar_are_nothing() -> None:
    """No year after 9999 and none before 1."""
    assert add_amount(dt.date(2024, 1, 1), "Y", 9000) is None
    assert add_amount(dt.date(2024, 1, 1), "D", 10**9) is None
    assert add_amount(dt.date(2024, 1, 1), "CE", -30) is None
