"""Years and their parts, seasons, decades, centuries."""

from __future__ import annotations

import datetime as dt

from khabar.extract.dates.calendars import HijriDate
from khabar.extract.dates.context import Context
from khabar.extract.dates.partial import MONTH, Partial
from khabar.extract.dates.periods import Period
from khabar.extract.dates.resolve.hijri import _days
from khabar.extract.dates.resolve.model import Resolved, year_of
from khabar.extract.dates.resolve.months import month_period


def resolve_year(partial: Partial, context: Context) -> Resolved:
    """A year, school year or season of sport."""
    year, anchored = year_of(partial, context)
    if year is None:
        return Resolved(None, anchored=anchored)
    if partial.last_year is not None:
        return Resolved(_years(year, partial.last_year))
    if partial.school and partial.year is None and context.created is not None:
        turn = 7 if partial.school == "sport" else 9
        begin = year - (context.created.month < turn)
        others = [Period("year", year).value]
        if partial.school == "sport" and context.created.month in {7, 8} and (partial.year_shift or 0) > 0:
            others.append(_years(begin - 1, begin))  # the season of the summer is often still the coming one
        return Resolved(_years(begin, begin + 1), tuple(filter(None, others)), anchored=True)
    if partial.school:
        return Resolved(Period("year", year).value, tuple(filter(None, (_years(year, year + 1), _years(year - 1, year)))))
    value = Period("year", year).value
    alternatives: tuple[str, ...] = ()
    if partial.year is not None and 1343 <= year <= 1500:
        alternatives = tuple(filter(None, (_days(HijriDate(year)),)))
    return Resolved(value, alternatives, anchored=anchored)


def _years(first: int, last: int) -> str | None:
    return f"{first:04}/{last:04}" if 0 < first < 10000 and 0 < last < 10000 else None


def resolve_fraction(partial: Partial, context: Context) -> Resolved:
    """A quarter or half of a year, or the half of a month."""
    letter, number = partial.fraction or ("Q", 0)
    if MONTH in partial.slots and letter == "H" and number:
        return _half_of_month(partial, number, context)
    grain = "quarter" if letter == "Q" else "half"
    if number == 0:
        if context.created is None:
            return Resolved(None, anchored=True)
        return Resolved(Period.containing(grain, context.created).shift(partial.direction or 0).value, anchored=True)
    year, anchored = year_of(partial, context)
    if year is not None:
        return Resolved(Period.of_part(year, letter, number).value if year > 0 else None, anchored=anchored)
    if context.created is None or anchored:
        return Resolved(f"XXXX-{letter}{number}", anchored=True)
    here = Period.containing(grain, context.created)
    this_year = Period.of_part(context.created.year, letter, number)
    years = 4 if letter == "Q" else 2
    if context.year is not None and context.year < context.created.year and context.created.year - context.year <= 2:
        other = Period.of_part(context.year, letter, number)
        return Resolved(
            (this_year if this_year.number <= here.number else this_year.shift(-years)).value,
            tuple(filter(None, (other.value,))),
            anchored=True,
        )
    if this_year.number <= here.number or context.is_future(partial.start, partial.end):
        return Resolved(this_year.value, anchored=True)
    return Resolved(this_year.shift(-years).value, tuple(filter(None, (this_year.value,))), anchored=True)


def _half_of_month(partial: Partial, number: int, context: Context) -> Resolved:
    month, _, anchored = month_period(partial, context)
    first, last = (month.first, month.last) if month else (None, None)
    if first is None or last is None:
        return Resolved(None, anchored=anchored)
    middle = first + dt.timedelta(days=14)
    return Resolved(f"{first}/{middle}" if number == 1 else f"{middle + dt.timedelta(days=1)}/{last}", anchored=anchored)


def resolve_season(partial: Partial, context: Context) -> Resolved:
    """A season of a year."""
    season = partial.season or "SU"
    year, anchored = year_of(partial, context)
    if year is not None:
        alternatives = (f"{year - 1:04}-WI",) if season == "WI" and year > 0 else ()
        return Resolved(Period.of_season(year, season).value, alternatives, anchored=anchored)
    if context.created is None or anchored:
        return Resolved(f"XXXX-{season}" if partial.direction is None else None, anchored=True)
    here = Period.containing("season", context.created)
    this_year = Period.of_season(context.created.year, season)
    if season == "WI" and context.created.month < 3:
        this_year = this_year.shift(-4)
    if partial.direction is None or partial.direction == 0:
        return Resolved(this_year.value, anchored=True)
    if partial.direction < 0:
        latest = this_year if this_year.number < here.number else this_year.shift(-4)
        return Resolved(latest.shift(4 * (partial.direction + 1)).value, tuple(filter(None, (latest.shift(-4).value,))), anchored=True)
    first = this_year if this_year.number > here.number else this_year.shift(4)
    return Resolved(first.shift(4 * (partial.direction - 1)).value, anchored=True)


def resolve_decade(partial: Partial, context: Context) -> Resolved:
    """A decade, of the last century where none is named."""
    if partial.decade is not None:
        if partial.decade > 9:
            return Resolved(Period("decade", partial.decade).value)
        if partial.century is not None:
            return Resolved(Period("decade", (partial.century - 1) * 10 + partial.decade).value)
        if partial.century_shift is not None and context.created is not None:
            century = context.created.year // 100 + partial.century_shift
            return Resolved(Period("decade", century * 10 + partial.decade).value, anchored=True)
        # decades without century are the last century's, but for those that are not over long since
        ambiguous = tuple(filter(None, (Period("decade", 200 + partial.decade).value,))) if partial.decade in {1, 2} else ()
        return Resolved(Period("decade", 190 + partial.decade).value, ambiguous)
    if context.created is None or partial.decade_shift is None:
        return Resolved(None, anchored=True)
    here = Period.containing("decade", context.created)
    return Resolved(here.shift(partial.decade_shift).value, ("P1DE",) if partial.decade_shift else (), anchored=True)


def resolve_century(partial: Partial, context: Context) -> Resolved:
    """A century of either calendar."""
    if partial.century is not None:
        if partial.century < 0:
            return Resolved(f"BC{-partial.century - 1:02}")  # as «القرن التاسع عشر» is 18
        if partial.hijri:
            first, last = HijriDate((partial.century - 1) * 100 + 1), HijriDate(partial.century * 100)
            begin, end = first.first, last.last
            if begin is None or end is None:
                return Resolved(None, impossible=True)
            return Resolved(
                f"{begin.year:04}/{end.year:04}", hijri=first.value + "/" + last.value, approximate=first.approximate or last.approximate
            )
        return Resolved(Period("century", partial.century - 1).value)
    if context.created is None or partial.century_shift is None:
        return Resolved(None, anchored=True)
    return Resolved(Period.containing("century", context.created).shift(partial.century_shift).value, anchored=True)
