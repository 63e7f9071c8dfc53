"""Members of a period: «آخر جمعة من مارس»، «الأشهر الخمسة الأولى من العام»."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from khabar.extract.dates.context import Context
from khabar.extract.dates.partial import DAY, MONTH, WEEK, WEEKDAY, Partial
from khabar.extract.dates.periods import Period
from khabar.extract.dates.resolve.model import Resolved
from khabar.extract.dates.values import interval


def resolve_member(partial: Partial, context: Context, resolve: Callable[[Partial, Context], Resolved]) -> Resolved:
    """Members and first units of a period: the period is resolved first."""
    holder = partial.copy()
    holder.pick = holder.spread = None
    if partial.day is None:
        holder.slots = "".join(slot for slot in partial.slots if slot != DAY)
    if partial.weekday is None:
        holder.slots = holder.slots.replace(WEEKDAY, "")
    if partial.week_shift is None:
        holder.slots = holder.slots.replace(WEEK, "")
    spans_months = (partial.spread or partial.pick or ("", 0))[0] == "M"
    if spans_months and partial.month is None and partial.month_shift is None:
        holder.slots = holder.slots.replace(MONTH, "")
    if not holder.slots:
        return Resolved(None, anchored=True)
    whole = resolve(holder, context)
    if whole.value is None:
        return whole
    first, end = interval(whole.value)
    if first is None or end is None:
        return Resolved(None, anchored=whole.anchored)
    value, alternatives = _select(partial, first, end)
    for other in whole.alternatives:
        begin, finish = interval(other)
        if begin is not None and finish is not None:
            further, more = _select(partial, begin, finish)
            alternatives = (*alternatives, *([further] if further else []), *more)
    return Resolved(value, alternatives, whole.anchored, approximate=whole.approximate, hijri=whole.hijri)


def _select(partial: Partial, first: dt.date, end: dt.date) -> tuple[str | None, tuple[str, ...]]:
    """The value of the member or members of the days from `first` to before `end`, and other values."""
    if partial.spread is not None:
        return _first_or_last(*partial.spread, first, end), ()
    unit, number = partial.pick or ("D", 1)
    last, length = end - dt.timedelta(days=1), (end - first).days
    if unit == "M":
        return Period.containing("month", last if number < 0 else first).shift(max(number - 1, 0)).value, ()
    if unit == "W":
        return _week(number, first, last)
    ahead = number - 1 if unit == "D" else (int(unit) - first.isoweekday()) % 7 + 7 * (number - 1)
    if number < 0:
        back = 0 if unit == "D" else (last.isoweekday() - int(unit)) % 7
        return (last - dt.timedelta(days=back)).isoformat() if back < length else None, ()
    return (first + dt.timedelta(days=ahead)).isoformat() if ahead < length else None, ()


def _first_or_last(unit: str, number: int, first: dt.date, end: dt.date) -> str | None:
    """So many first (negative: last) units of the days from `first` to before `end`."""
    last, length = end - dt.timedelta(days=1), (end - first).days
    if unit == "M":
        near = Period.containing("month", first if number > 0 else last)
        far = near.shift(number - 1 if number > 0 else number + 1)
        begin, finish = (near.value, far.value) if number > 0 else (far.value, near.value)
        return f"{begin}/{finish}" if begin and finish else None
    if unit == "D" and number == -10 and length > 20:
        return f"{first + dt.timedelta(days=20)}/{last}"  # «العشر الأواخر» begin with the 21st
    days = dt.timedelta(days=min(length, abs(number) * (7 if unit == "W" else 1)) - 1)
    return f"{first}/{first + days}" if number > 0 else f"{last - days}/{last}"


def _week(number: int, first: dt.date, last: dt.date) -> tuple[str | None, tuple[str, ...]]:
    """The nth seven days of a period (-1 the last), and the ISO weeks that they touch."""
    if number > 0 and 7 * (number - 1) > (last - first).days:
        return None, ()
    begin = max(first, last - dt.timedelta(days=6)) if number < 0 else first + dt.timedelta(days=7 * (number - 1))
    finish = last if number < 0 else min(last, Period.containing("day", begin).shift(6).first or last)
    weeks = {Period.containing("week", begin).value, Period.containing("week", finish).value}
    if number < 0 and last.isoweekday() != 7:
        weeks.add(Period.containing("week", last).shift(-1).value)
    return f"{begin}/{finish}", tuple(sorted(week for week in weeks if week))
