"""Feasts: the nearest one, or the one of a year."""

from __future__ import annotations

import datetime as dt

from khabar.extract.dates.calendars import HijriDate, from_gregorian
from khabar.extract.dates.context import Context
from khabar.extract.dates.partial import Partial
from khabar.extract.dates.periods import easter
from khabar.extract.dates.resolve.model import Resolved, year_of
from khabar.model import Entry


def resolve_feast(partial: Partial, context: Context) -> Resolved:
    """A feast: that of the year said, or the nearest one."""
    entry = partial.feast
    if entry is None or (entry.integer("month") == 0 and entry.string("calendar") == "gregorian"):
        return Resolved(None, anchored=True)
    shift = (partial.pick[1] - 1) if partial.pick is not None else 0
    hijri = entry.string("calendar") in {"hijri", "eid"}
    year, anchored = year_of(partial, context)
    if year is not None and hijri and (partial.hijri or 1300 <= year < 1500):
        first = HijriDate(year, entry.integer("month"), entry.integer("day")).first
        return _feast_value(first, shift, hijri=True, others=(), anchored=False)
    if year is not None:
        found = feast_day(entry, year) if 1 <= year <= 9998 else None
        return _feast_value(found, shift, hijri=hijri, others=(), anchored=anchored)
    if context.created is None:
        fixed = f"XXXX-{entry.integer('month'):02}-{entry.integer('day'):02}" if entry.string("calendar") == "gregorian" else None
        return Resolved(fixed, anchored=True)
    days = [
        day
        for step in (-2, -1, 0, 1, 2)
        if 1 < context.created.year + step < 9998 and (day := feast_day(entry, context.created.year + step))
    ]
    if hijri:
        days = sorted({*days, *_second_feasts(entry, context.created)})
    past = [day for day in days if day <= context.created]
    future = [day for day in days if day >= context.created]
    if len(past) < 2 or len(future) < 2:
        return Resolved(None, anchored=True)
    direction = partial.direction or 0
    others: tuple[dt.date, ...] = ()
    if direction < 0:
        chosen = past[-1] if past[-1] < context.created else past[-2]
    elif direction > 0:
        chosen = future[0] if future[0] > context.created else future[1]
    else:
        near = min((past[-1], future[0]), key=lambda day: abs((day - context.created).days) if context.created else 0)
        chosen = future[0] if context.is_future(partial.start, partial.end) else near
        others = tuple(day for day in (past[-1], future[0]) if day != chosen)
    return _feast_value(chosen, shift, hijri=hijri, others=others, anchored=True)


def _second_feasts(entry: Entry, created: dt.date) -> set[dt.date]:
    today = from_gregorian(created)
    if today is None:
        return set()
    months = [(10, 1), (12, 10)] if entry.string("calendar") == "eid" else [(entry.integer("month"), entry.integer("day"))]
    days = (HijriDate(today.year + step, month, day).first for step in (-1, 0, 1) for month, day in months)
    return {day for day in days if day}


def _feast_value(day: dt.date | None, shift: int, *, hijri: bool, others: tuple[dt.date, ...], anchored: bool) -> Resolved:
    if day is None:
        return Resolved(None, anchored=anchored)
    chosen = day + dt.timedelta(days=shift)
    original = from_gregorian(chosen) if hijri else None
    alternatives = tuple((other + dt.timedelta(days=shift)).isoformat() for other in others)
    return Resolved(
        chosen.isoformat(), alternatives, anchored, original.value if original else None, original.approximate if original else False
    )


def feast_day(entry: Entry, year: int) -> dt.date | None:
    """The day of a feast in a Gregorian year; the first where a Hijri feast falls twice."""
    month, day = entry.integer("month"), entry.integer("day")
    match entry.string("calendar"):
        case "easter":
            return easter(year) + dt.timedelta(days=day) if 1583 <= year <= 4099 else None
        case "eid":
            return None
        case "thanksgiving":
            first = dt.date(year, 11, 1)
            return first + dt.timedelta(days=(3 - first.weekday()) % 7 + 21)
        case "hijri":
            begin = from_gregorian(dt.date(year, 1, 1)) if 623 <= year <= 9000 else None
            for offset in range(3):
                found = HijriDate(begin.year + offset, month, day).first if begin else None
                if found is not None and found.year == year:
                    return found
            return None
        case _:
            return dt.date(year, month, day) if month else None
