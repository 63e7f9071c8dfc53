"""Dates of the Hijri calendar, as days of the Gregorian one."""

from __future__ import annotations

import datetime as dt

from khabar.extract.dates.calendars import HijriDate, from_gregorian
from khabar.extract.dates.context import Context
from khabar.extract.dates.partial import Partial
from khabar.extract.dates.periods import Period
from khabar.extract.dates.resolve.model import STEPS, Resolved
from khabar.extract.dates.resolve.months import turned


def resolve_hijri(partial: Partial, context: Context) -> Resolved:
    """A date of the Hijri calendar, as days of the Gregorian one."""
    today = from_gregorian(context.created) if context.created else None
    year, anchored = partial.year, False
    if year is None and partial.year_shift is not None and today is not None:
        year, anchored = today.year + partial.year_shift, True
    if year is None and partial.anaphor_grain == "year" and today is not None and partial.month is None:
        year, anchored = today.year + STEPS[partial.anaphor], True
    others: list[HijriDate] = []
    if year is None and partial.month is not None:
        if today is None:
            return Resolved(None, anchored=True)
        year, anchored = _hijri_year(partial, context, today, others), True
    if year is None or year < 1:
        return Resolved(None, anchored=True)
    if year > 1600 and partial.month is not None:
        year = _hijri_in_gregorian(year, partial.month)
    date = HijriDate(year, partial.month, partial.day)
    value = _days(date)
    if value is None:
        return Resolved(None, impossible=True)
    if partial.last_year is not None:
        last = HijriDate(partial.last_year).last
        value = f"{date.first}/{last}" if last else value
        return Resolved(value, _gregorian_years(value), hijri=f"{date.value}/{partial.last_year:04}", approximate=date.approximate)
    alternatives = [found for other in others if (found := _days(other))]
    if partial.month is None:
        alternatives += _gregorian_years(value)
    mismatch = False
    if partial.weekday is not None and partial.day is not None and date.first is not None:
        mismatch = date.first.isoweekday() != partial.weekday and not _within_a_day(date.first, partial.weekday)
    return Resolved(value, tuple(alternatives), anchored, date.value, date.approximate, mismatch)


def _days(date: HijriDate) -> str | None:
    first, last = date.first, date.last
    if first is None or last is None:
        return None
    return first.isoformat() if first == last else f"{first}/{last}"


def _hijri_in_gregorian(year: int, month: int) -> int:
    """The Hijri year whose month begins in a Gregorian year: «رمضان 2019»."""
    begin = from_gregorian(dt.date(min(year, 9990), 1, 1))
    if begin is None:
        return 0
    first = HijriDate(begin.year, month).first
    return begin.year if first is not None and first.year >= year else begin.year + 1


def _within_a_day(day: dt.date, weekday: int) -> bool:
    """Whether a weekday is the day before or after: countries begin a Hijri month a day apart."""
    return (day.isoweekday() - weekday) % 7 in {1, 6}


def _gregorian_years(value: str) -> tuple[str, ...]:
    first, _, last = value.partition("/")
    return tuple(dict.fromkeys((first[:4], last[:4]))) if last else ()


def _hijri_year(partial: Partial, context: Context, today: HijriDate, others: list[HijriDate]) -> int:
    """The year of a Hijri month without one, by the rules of Gregorian months."""
    month, here = partial.month or 1, today.month or 1
    if partial.direction is not None:
        count = turned(Period("month", today.year * 12 + month - 1), Period("month", today.year * 12 + here - 1), partial.direction)
        return count.number // 12
    past = today.year if month <= here else today.year - 1
    future = today.year if month >= here else today.year + 1
    chosen, other = (future, past) if context.is_future(partial.start, partial.end) else (past, future)
    if other != chosen:
        others.append(HijriDate(other, partial.month, partial.day))
    return chosen
