"""Months: the nearest one that the words allow."""

from __future__ import annotations

from khabar.extract.dates.context import Context
from khabar.extract.dates.partial import Partial
from khabar.extract.dates.periods import Period
from khabar.extract.dates.resolve.model import STEPS, Resolved, year_of
from khabar.model import TimexMod


def month_period(partial: Partial, context: Context) -> tuple[Period | None, tuple[Period, ...], bool]:
    """The month that the words name, other honest ones, and whether the document's date was needed."""
    if partial.month_shift is not None and partial.month is None:
        if context.created is None:
            return None, (), True
        return Period.containing("month", context.created).shift(partial.month_shift), (), True
    if partial.anaphor_grain == "month" and partial.month is None:
        if context.month is not None:
            return context.month.shift(STEPS[partial.anaphor]), (), False
        if context.created is None or partial.anaphor == "same":
            return None, (), False
        return Period.containing("month", context.created).shift(STEPS[partial.anaphor]), (), True
    if partial.month is None:
        return None, (), False
    year, anchored = year_of(partial, context)
    if year is not None:
        return Period.of_month(year, partial.month), (), anchored
    if anchored or context.created is None:
        return None, (), True
    here = Period.containing("month", context.created)
    this_year = Period.of_month(context.created.year, partial.month)
    if partial.direction is not None:
        return turned(this_year, here, partial.direction), (), True
    past = this_year if this_year.number <= here.number else this_year.shift(-12)
    future = this_year if this_year.number >= here.number else this_year.shift(12)
    if context.is_future(partial.start, partial.end):
        return future, (past,) if past != future else (), True
    return past, (future,) if past != future else (), True


def turned(this_year: Period, here: Period, direction: int) -> Period:
    """A month of this year moved to where an adjective puts it."""
    match direction:
        case 0:
            return min((this_year.shift(-12), this_year, this_year.shift(12)), key=lambda month: abs(month.number - here.number))
        case -1 | -2:
            latest = this_year if this_year.number < here.number else this_year.shift(-12)
            return latest.shift(12 * (direction + 1))
        case _:
            first = this_year if this_year.number > here.number else this_year.shift(12)
            return first.shift(12 * (direction - 1))


def resolve_month(partial: Partial, context: Context) -> Resolved:
    """A month: that of the year said, or the nearest past one."""
    month, others, anchored = month_period(partial, context)
    if month is None:
        open_value = f"XXXX-{partial.month:02}" if partial.month else None
        return Resolved(open_value, anchored=anchored)
    if partial.year is not None and partial.year < 0:
        return Resolved(f"BC{-partial.year:04}-{partial.month:02}")
    alternatives = [other.value for other in others if other.value]
    if partial.mod is TimexMod.MID:
        alternatives += [f"{found}-15" for found in (month.value, *alternatives) if found]
    return Resolved(month.value, tuple(alternatives), anchored=anchored)
