"""From a reading to a `TimeExpression`: value, interval, alternatives, span."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from khabar.extract.dates.clocks import clock_values
from khabar.extract.dates.context import Context
from khabar.extract.dates.partial import CLOCK, DAY, DEICTIC, MONTH, PART, WEEKDAY, Amount, Partial, Reference
from khabar.extract.dates.resolve import DATE_SLOTS, resolve_date
from khabar.extract.dates.resolve.model import Resolved
from khabar.extract.dates.values import interval, moments
from khabar.model import Calendar, TimeExpression, TimexType
from khabar.spans import Span

_SAME_SENTENCE = 40
_TIME, _DATE = TimexType.TIME, TimexType.DATE
_HIJRI, _GREGORIAN = Calendar.HIJRI, Calendar.GREGORIAN


def span_of(item: Partial | Amount | Reference, context: Context) -> Span:
    """Where an expression stands in the text."""
    line = context.line
    return Span.of(line.text, line.start(item.start, item.proclitics), line.end(item.end))


def point(partial: Partial, context: Context) -> tuple[TimeExpression | None, Resolved]:
    """A DATE or TIME, or a range or enumeration of them."""
    members = [partial, *partial.others] + ([partial.to] if partial.to is not None else [])
    is_time = CLOCK in partial.slots or PART in partial.slots
    resolved = [_resolve(member, context, is_time=is_time) for member in members]
    if any(found.impossible for found in resolved):
        return None, Resolved(None, impossible=True)
    whole = resolved[0]
    if partial.to is not None:
        whole = _range(resolved[0], resolved[-1], partial)
    elif partial.others:
        whole = _enumeration(resolved)
    start: dt.date | None
    end: dt.date | None
    start, end = (None, None) if whole.value is None else (moments(whole.value) if is_time else interval(whole.value))
    if start is not None and end is not None and not start < end:
        start = end = None  # a range that runs backwards means no days
    if not is_time and whole.value is not None:
        year = start.year if start is not None and len(whole.value) <= 10 else None
        context.remember(partial.start, start, _grain(partial), year)
    return (
        TimeExpression(
            span=span_of(partial, context),
            type=_TIME if is_time else _DATE,
            value=whole.value,
            mod=partial.mod,
            start=start,
            end=end,
            calendar=_HIJRI if whole.hijri and partial.feast is None else _GREGORIAN,
            calendar_value=whole.hijri,
            approximate=whole.approximate,
            anchored=whole.anchored,
            alternatives=tuple(dict.fromkeys(other for other in whole.alternatives if other != whole.value)),
            rule=partial.rule,
        ),
        whole,
    )


def _grain(partial: Partial) -> str:
    if partial.has(DAY + DEICTIC + WEEKDAY):
        return "day"
    return "month" if MONTH in partial.slots else "year"


def _resolve(member: Partial, context: Context, *, is_time: bool) -> Resolved:
    date = None if DATE_SLOTS.isdisjoint(member.slots) else resolve_date(member, context)
    if not is_time:
        return date or Resolved(None)
    return _time(member, date, context)


def _time(partial: Partial, date: Resolved | None, context: Context) -> Resolved:
    """A time of day on its day; without one, on the day of its sentence or document."""
    clock, twin, next_day = clock_values(partial)
    known, anchored = date.value if date is not None else None, date.anchored if date is not None else False
    alternatives: list[str] = []
    if date is None:
        if context.day is not None and 0 <= partial.start - context.day_place <= _SAME_SENTENCE and CLOCK in partial.slots:
            known = context.day.isoformat()
        alternatives += [f"T{clock}", *([f"T{next_day}"] if next_day else [])]
    bases = [known, *(date.alternatives if date is not None else ())]
    values = []
    for base in bases:
        if base is None or len(base) != 10 or base[:2] == "BC":
            continue
        values.append(f"{base}T{clock}")
        if twin:
            alternatives.append(f"{base}T{twin}")
        if next_day:
            following = interval(base)[1]
            alternatives += [f"{following}T{next_day}"] if following else []
    if twin:
        alternatives.append(f"T{twin}")
    if not values:
        fixed = known if known and known.startswith("XXXX") else ""
        if date is not None and date.value is None:
            return Resolved(None, anchored=date.anchored)
        return Resolved(f"{fixed}T{clock}", tuple(alternatives), anchored)
    if partial.part and CLOCK not in partial.slots and known:
        alternatives.append(known)
    mismatch = date.mismatch if date is not None else False
    hijri = date.hijri if date is not None else None
    approximate = date.approximate if date is not None else False
    return Resolved(values[0], (*values[1:], *alternatives), anchored, hijri, approximate, mismatch)


def _range(first: Resolved, last: Resolved, partial: Partial) -> Resolved:
    begin, end = first.value, last.value
    if begin is None or end is None:
        return Resolved(None, anchored=True)
    begin, end = begin.partition("/")[0], end.rpartition("/")[2]
    if CLOCK not in partial.slots and partial.to is not None:
        start, stop = interval(begin)[0], interval(end)[0]
        if start is not None and stop is not None and start > stop and len(begin) == len(end) and first.anchored:
            better = [other for other in last.alternatives if (interval(other)[0] or dt.date.min) >= start]
            earlier = [other for other in first.alternatives if (interval(other)[0] or dt.date.max) <= stop]
            if better:
                end = better[0]
            elif earlier:
                begin = earlier[-1]
    alternatives: list[str] = []
    if first.anchored and last.anchored:
        alternatives = [f"{a}/{b}" for a, b in zip(first.alternatives, last.alternatives, strict=False) if len(a) == len(b) and a <= b]
    return Resolved(
        f"{begin}/{end}",
        tuple(alternatives),
        first.anchored or last.anchored,
        f"{first.hijri}/{last.hijri}" if first.hijri and last.hijri else None,
        first.approximate or last.approximate,
        first.mismatch or last.mismatch,
    )


def _enumeration(members: list[Resolved]) -> Resolved:
    values = [member.value for member in members]
    known = [value for value in values if value is not None]
    if len(known) != len(values):
        return Resolved(None, anchored=True)
    adjacent = all(interval(a)[1] is not None and interval(a)[1] == interval(b)[0] for a, b in pairwise(known))
    anchored, mismatch = any(member.anchored for member in members), any(member.mismatch for member in members)
    approximate = any(member.approximate for member in members)
    joined, ends = ",".join(known), f"{known[0]}/{known[-1]}"
    alternatives = [] if adjacent else [ends]
    others = [member.alternatives[0] for member in members if member.alternatives]
    if len(others) == len(members):
        alternatives.append(f"{others[0]}/{others[-1]}")
    if any("/" in value for value in known):
        joined = ends = f"{known[0].partition('/')[0]}/{known[-1].rpartition('/')[2]}"
    return Resolved(ends if adjacent else joined, tuple(alternatives), anchored, None, approximate, mismatch)


def reference(item: Reference, context: Context) -> TimeExpression:
    """A vague reference; with a moment of creation, the present is also that moment."""
    others: tuple[str, ...] = ()
    if item.value == "PRESENT_REF" and context.now is not None and context.created is not None:
        others = (context.now.replace(tzinfo=None).isoformat(timespec="seconds"), context.created.isoformat())
    return TimeExpression(span=span_of(item, context), type=_DATE, value=item.value, alternatives=others, anchored=False, rule=item.rule)
