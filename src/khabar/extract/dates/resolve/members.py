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
    last = end - dt.timedelta(days=1)
    if partial.spread is not None:
        letter, number = partial.spread
        if letter == "M":
            months = Period.containing("month", first if number > 0 else last)
            other = months.shift(number - 1 if number > 0 else number + 1)
            begin, finish = (months, other) if number > 0 else (other, months)
            return f"{begin.value}/{finish.value}", ()
        days = abs(number) * (7 if letter == "W" else 1)
        if number > 0:
            return f"{first}/{min(last, first + dt.timedelta(days=days - 1))}", ()
        if letter == "D" and number == -10:
            return f"{first + dt.timedelta(days=20)}/{last}", ()
        return f"{max(first, last - dt.timedelta(days=days - 1))}/{last}", ()
    letter, number = partial.pick or ("D", 1)
    if letter == "D":
        day = last if number < 0 else first + dt.timedelta(days=number - 1)
        return (day.isoformat() if day <= last else None), ()
    if letter == "M":
        month = Period.containing("month", last if number < 0 else first).shift(0 if number < 0 else number - 1)
        return month.value, ()
    if letter == "W":
        monday = last - dt.timedelta(days=6) if number < 0 else first + dt.timedelta(days=7 * (number - 1))
        sunday = last if number < 0 else min(last, monday + dt.timedelta(days=6))
        weeks = {Period.containing("week", monday).value, Period.containing("week", sunday).value}
        if number < 0 and last.isoweekday() != 7:
            weeks.add(Period.containing("week", last).shift(-1).value)
        return f"{monday}/{sunday}", tuple(sorted(week for week in weeks if week))
    weekday = int(letter)
    if number < 0:
        day = last - dt.timedelta(days=(last.isoweekday() - weekday) % 7)
    else:
        day = first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    return (day.isoformat() if first <= day <= last else None), ()
