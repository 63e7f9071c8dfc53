"""Resolution: from what an expression says to a TIMEX3 value, with the document's date and the text before it."""

from __future__ import annotations

from typing import Final

from khabar.extract.dates.context import Context
from khabar.extract.dates.partial import CENTURY, DAY, DECADE, DEICTIC, FRACTION, MONTH, SEASON, WEEK, WEEKDAY, YEAR, Partial
from khabar.extract.dates.resolve.days import resolve_anaphoric_day, resolve_day, resolve_deictic, resolve_week, resolve_weekday
from khabar.extract.dates.resolve.feasts import resolve_feast
from khabar.extract.dates.resolve.hijri import resolve_hijri
from khabar.extract.dates.resolve.members import resolve_member
from khabar.extract.dates.resolve.model import Resolved
from khabar.extract.dates.resolve.months import resolve_month
from khabar.extract.dates.resolve.periods import resolve_century, resolve_decade, resolve_fraction, resolve_season, resolve_year

DATE_SLOTS: Final = frozenset({DEICTIC, WEEKDAY, DAY, WEEK, MONTH, FRACTION, SEASON, YEAR, DECADE, CENTURY})
"""What an expression may fix besides a time of day."""


def resolve_date(partial: Partial, context: Context) -> Resolved:
    """The value of the days that an expression means, its time of day left aside."""
    if partial.feast is not None:
        return resolve_feast(partial, context)
    if (partial.pick is not None or partial.spread is not None) and DEICTIC not in partial.slots:
        return resolve_member(partial, context, resolve_date)
    dated = partial.day is not None and MONTH in partial.slots
    if partial.hijri and CENTURY not in partial.slots and (dated or DEICTIC not in partial.slots):
        return resolve_hijri(partial, context)
    if partial.day_shift is not None and not partial.anaphor:
        return resolve_deictic(partial, context)
    if partial.anaphor and partial.anaphor_grain == "day":
        return resolve_anaphoric_day(partial, context)
    if partial.day is not None:
        return resolve_day(partial, context)
    if partial.weekday is not None:
        return resolve_weekday(partial, context)
    if WEEK in partial.slots:
        return resolve_week(partial, context)
    if partial.fraction is not None:
        return resolve_fraction(partial, context)
    if MONTH in partial.slots:
        return resolve_month(partial, context)
    if partial.season is not None:
        return resolve_season(partial, context)
    if DECADE in partial.slots:
        return resolve_decade(partial, context)
    if CENTURY in partial.slots:
        return resolve_century(partial, context)
    return resolve_year(partial, context)
