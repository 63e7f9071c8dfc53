"""Days: by distance, by date, by weekday; and weeks."""

from __future__ import annotations

import datetime as dt

from khabar.extract.dates.context import Context
from khabar.extract.dates.partial import DEICTIC, MONTH, WEEK, Partial
from khabar.extract.dates.periods import Period, add_amount
from khabar.extract.dates.resolve.model import STEPS, Resolved
from khabar.extract.dates.resolve.months import month_period


def resolve_deictic(partial: Partial, context: Context) -> Resolved:
    """A day counted from today; a date or weekday beside it only confirms it."""
    if partial.day is not None and MONTH in partial.slots:
        dated = partial.copy()
        dated.day_shift = None
        return resolve_day(dated, context, near=partial.day_shift or 0)
    if context.created is None:
        return Resolved(None, anchored=True)
    shift = partial.day_shift or 0
    day = Period.containing("day", context.created).shift(shift)
    first = day.first
    mismatch = partial.weekday is not None and first is not None and first.isoweekday() != partial.weekday
    alternatives = ("PRESENT_REF",) if shift == 0 and partial.rule == "date.today" and partial.slots == DEICTIC else ()
    return Resolved(day.value, alternatives, anchored=True, mismatch=mismatch)


def resolve_anaphoric_day(partial: Partial, context: Context) -> Resolved:
    """«اليوم التالي»، «تلك الليلة»: counted from the day last named."""
    if partial.weekday is not None and partial.anaphor in {"next", "previous"}:
        base = context.day or context.created
        if base is None:
            return Resolved(None, anchored=True)
        step = (
            (partial.weekday - base.isoweekday() - 1) % 7 + 1
            if partial.anaphor == "next"
            else -((base.isoweekday() - partial.weekday - 1) % 7 + 1)
        )
        return Resolved(Period.containing("day", base).shift(step).value, anchored=context.day is None)
    base = context.day if context.day is not None else None
    shift = STEPS[partial.anaphor]
    if base is None:
        if context.created is None or partial.anaphor == "same":
            return Resolved(None, anchored=True)
        return Resolved(Period.containing("day", context.created).shift(shift).value, anchored=True)
    return Resolved(Period.containing("day", base).shift(shift).value)


def resolve_day(partial: Partial, context: Context, near: int | None = None) -> Resolved:
    """A day of a month, in the year that the words, the weekday or the nearest past give."""
    day = partial.day or 0
    if partial.month is not None and not (1 <= day <= 31 and 1 <= partial.month <= 12):
        return Resolved(None, impossible=True)
    if partial.year is not None and partial.year < 0:
        return Resolved(f"BC{-partial.year:04}-{partial.month:02}-{day:02}")
    if near is not None and context.created is not None and partial.year is None and partial.month is not None:
        base = add_amount(context.created, "D", near) or context.created
        candidates = [_date(base.year + step, partial.month, day) for step in (-1, 0, 1)]
        known = [candidate for candidate in candidates if candidate]
        if known:
            nearest = min(known, key=lambda candidate: abs((candidate - base).days))
            return _checked(partial, nearest, (), anchored=True)
    if partial.of_event:
        return Resolved(f"XXXX-{partial.month:02}-{day:02}")
    month, others, anchored = month_period(partial, context)
    if month is None:
        if partial.month is None and partial.weekday is not None and context.created is not None:
            here = Period.containing("month", context.created)
            nearby = (_date(other.year, other.number % 12 + 1, day) for other in map(here.shift, (-2, -1, 0, 1, 2)))
            fitting = [found for found in nearby if found is not None and found.isoweekday() == partial.weekday]
            if fitting:
                return Resolved(min(fitting, key=lambda found: abs((found - context.created).days)).isoformat(), anchored=True)  # type: ignore[operator]
        if partial.month is None:
            return Resolved(f"XXXX-XX-{day:02}" if 1 <= day <= 31 else None, anchored=anchored)
        possible = _date(2024, partial.month, day) is not None
        return Resolved(f"XXXX-{partial.month:02}-{day:02}" if possible else None, anchored=anchored, impossible=not possible)
    chosen = _date(month.year, month.number % 12 + 1, day)
    if partial.direction in {-1, 1} and context.created is not None:
        # «17 يوليو الماضي»: the latest such day, which may lie in this month
        near_years = (_date(context.created.year + step, month.number % 12 + 1, day) for step in (-1, 0, 1))
        days = [found for found in near_years if found]
        past = [found for found in days if found < context.created]
        ahead = [found for found in days if found > context.created]
        chosen = past[-1] if partial.direction < 0 and past else ahead[0] if partial.direction > 0 and ahead else chosen
    alternatives = [found for other in others if (found := _date(other.year, other.number % 12 + 1, day))]
    if chosen is None and not alternatives:
        return Resolved(None, impossible=True)
    if chosen is None:
        chosen, alternatives = alternatives[0], []
    if partial.weekday is not None and chosen.isoweekday() != partial.weekday:
        # the weekday tells the year where the words do not
        fitting = [other for other in alternatives if other.isoweekday() == partial.weekday]
        if fitting:
            chosen, alternatives = fitting[0], []
    return _checked(partial, chosen, tuple(alternatives), anchored=anchored)


def _checked(partial: Partial, day: dt.date, others: tuple[dt.date, ...], *, anchored: bool) -> Resolved:
    mismatch = partial.weekday is not None and day.isoweekday() != partial.weekday
    return Resolved(day.isoformat(), tuple(other.isoformat() for other in others), anchored=anchored, mismatch=mismatch)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def resolve_weekday(partial: Partial, context: Context) -> Resolved:
    """A weekday: the nearest past one, or where adjective, week or verb put it."""
    number = partial.weekday or 1
    if partial.week_shift is not None or WEEK in partial.slots:
        week = _week_start(partial, context)
        if week is None:
            return Resolved(None, anchored=True)
        return Resolved(Period.containing("day", week).shift((number - week.isoweekday()) % 7).value, anchored=True)
    if context.created is None:
        return Resolved(f"XXXX-WXX-{number}", anchored=True)
    today = context.created
    back = (today.isoweekday() - number) % 7
    ahead = (number - today.isoweekday()) % 7
    direction = partial.direction
    day = Period.containing("day", today)
    if direction is None:
        habit = f"XXXX-WXX-{number}"
        if context.is_future(partial.start, partial.end):
            return Resolved(day.shift(ahead).value, (*_other(day.shift(-back), day.shift(ahead)), habit), anchored=True)
        following = day.shift(ahead or 7)
        return Resolved(day.shift(-back).value, (*_other(following, day.shift(-back)), habit), anchored=True)
    match direction:
        case 0:
            step, other = (ahead if ahead <= 3 else -back), (-back if ahead <= 3 else ahead)
            return Resolved(day.shift(step).value, _other(day.shift(other), day.shift(step)), anchored=True)
        case -1 | -2:
            step = -(back or 7) + 7 * (direction + 1)
        case _:
            step = (ahead or 7) + 7 * (direction - 1)
            if direction == 1 and 0 < ahead <= 7 - today.isoweekday():
                # of a day of this very week some say «المقبل» for the one after it
                return Resolved(day.shift(step).value, _other(day.shift(step + 7), day.shift(step)), anchored=True)
    return Resolved(day.shift(step).value, anchored=True)


def _other(period: Period, chosen: Period) -> tuple[str, ...]:
    return (period.value,) if period != chosen and period.value else ()


def _week_start(partial: Partial, context: Context) -> dt.date | None:
    """The first day of the week that the words name."""
    base = context.created
    shift = partial.week_shift
    if partial.anaphor_grain == "week":
        base, shift = context.day or (base if partial.anaphor != "same" else None), STEPS[partial.anaphor]
    if base is None or shift is None:
        return None
    begin = Period.containing("day", base).shift(-((base.isoweekday() - context.week_start) % 7) + 7 * shift)
    return begin.first


def resolve_week(partial: Partial, context: Context) -> Resolved:
    """A week, named by the ISO week with which it shares most days."""
    begin = _week_start(partial, context)
    if begin is None:
        return Resolved(None, anchored=True)
    # the ISO week that shares most days with the week meant
    middle = Period.containing("day", begin).shift(3).first
    value = Period.containing("week", middle).value if middle else None
    if partial.weekend and value:
        return Resolved(f"{value}-WE", (value,), anchored=True)
    return Resolved(value, anchored=partial.anaphor_grain != "week")
