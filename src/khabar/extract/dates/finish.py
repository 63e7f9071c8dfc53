"""From a reading to a `TimeExpression`: value, interval, alternatives, span."""

from __future__ import annotations

import datetime as dt

from khabar.extract.dates.context import Context
from khabar.extract.dates.partial import CLOCK, DAY, DEICTIC, MONTH, PART, WEEKDAY, Amount, Partial, Reference
from khabar.extract.dates.periods import Period, add_amount, grain_of
from khabar.extract.dates.resolve import DATE_SLOTS, resolve_date
from khabar.extract.dates.resolve.model import Resolved
from khabar.extract.dates.values import amount as amount_value
from khabar.extract.dates.values import interval, moments
from khabar.model import Calendar, TimeExpression, TimexMod, TimexType
from khabar.spans import Span

_SAME_SENTENCE = 40


def span_of(item: Partial | Amount | Reference, context: Context) -> Span:
    """Where an expression stands in the text."""
    line = context.line
    return Span.of(line.text, line.start(item.start, item.proclitics), line.end(item.end))


def point(partial: Partial, context: Context) -> tuple[TimeExpression | None, Resolved]:
    """A DATE or TIME, or a range or enumeration of them."""
    members = [partial, *partial.others] + ([partial.to] if partial.to is not None else [])
    resolved = [_resolve(member, context, partial) for member in members]
    if any(found.impossible for found in resolved):
        return None, Resolved(None, impossible=True)
    is_time = partial.has(CLOCK + PART)
    whole = resolved[0]
    if partial.to is not None:
        whole = _range(resolved[0], resolved[-1], partial, context)
    elif partial.others:
        whole = _enumeration(resolved)
    start: dt.date | None
    end: dt.date | None
    start, end = (None, None) if whole.value is None else (moments(whole.value) if is_time else interval(whole.value))
    if not is_time and whole.value is not None:
        year = start.year if start is not None and len(whole.value) <= 10 else None
        context.remember(partial.start, start, _grain(partial), year if partial.year is not None or year is None else year)
    return (
        TimeExpression(
            span=span_of(partial, context),
            type=TimexType.TIME if is_time else TimexType.DATE,
            value=whole.value,
            mod=partial.mod,
            start=start,
            end=end,
            calendar=Calendar.HIJRI if whole.hijri and partial.feast is None else Calendar.GREGORIAN,
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
    return "month" if partial.has(MONTH) else "year"


def _resolve(member: Partial, context: Context, whole: Partial) -> Resolved:
    date = resolve_date(member, context) if member.has(DATE_SLOTS) else None
    if not whole.has(CLOCK + PART):
        return date or Resolved(None)
    return _time(member, date, context)


def _time(partial: Partial, date: Resolved | None, context: Context) -> Resolved:
    """A time of day on its day; without one, on the day of its sentence or document."""
    clock, twin, next_day = _clock(partial)
    known, anchored = date.value if date is not None else None, date.anchored if date is not None else False
    alternatives: list[str] = []
    if date is None:
        if context.day is not None and 0 <= partial.start - context.day_place <= _SAME_SENTENCE and partial.has(CLOCK):
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
    if partial.part and not partial.has(CLOCK) and known:
        alternatives.append(known)
    mismatch = date.mismatch if date is not None else False
    hijri = date.hijri if date is not None else None
    approximate = date.approximate if date is not None else False
    return Resolved(values[0], (*values[1:], *alternatives), anchored, hijri, approximate, mismatch)


def _clock(partial: Partial) -> tuple[str, str, str]:
    """The clock of TIMEX3, its twelve-hour twin, and how midnight reads on the next day."""
    if not partial.has(CLOCK):
        noon = "12" if partial.part == "MI" else ""
        return partial.part, noon, ""
    hour, half = partial.hour or 0, partial.half
    twin = hour
    if half == "am":
        hour = 0 if hour == 12 else hour
    elif half == "pm" and hour < 12:
        hour += 12 if not (partial.part == "MI" and hour >= 10) else 0
    elif half == "pm" and hour == 12 and partial.part == "EV":
        hour = 24
    elif half == "night":
        hour = 24 if hour == 12 else hour + 12 if 5 < hour < 12 else hour
    elif not half and 0 < hour <= 12 and partial.rule.startswith("time.clock"):
        twin = hour + 12 if hour < 12 else 0
    if hour == 24 and partial.minute:
        hour = 0
    zone = "Z" if partial.utc else ""
    tail = "" if partial.minute is None else f":{partial.minute:02}" + ("" if partial.second is None else f":{partial.second:02}")
    twin_text = f"{twin:02}{tail}{zone}" if twin != (partial.hour or 0) else ""
    return f"{hour:02}{tail}{zone}", twin_text, f"00{tail}{zone}" if hour == 24 else ""


def _range(first: Resolved, last: Resolved, partial: Partial, context: Context) -> Resolved:
    begin, end = first.value, last.value
    if begin is None or end is None:
        return Resolved(None, anchored=True)
    begin, end = begin.partition("/")[0], end.rpartition("/")[2]
    if not partial.has(CLOCK) and partial.to is not None:
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
    adjacent = all(interval(a)[1] is not None and interval(a)[1] == interval(b)[0] for a, b in zip(known, known[1:], strict=False))
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


def duration(amount: Amount, context: Context, anchor: str) -> TimeExpression:
    """A DURATION or SET; where a preposition or adjective anchors it, with its interval or as the point meant.

    Args:
        amount: what was read.
        context: the text around it.
        anchor: `ago` and `ahead` for the point that قبل and بعد mean, `since` and `after` for a bound that
            stays outside the span, empty for none.
    """
    value = amount.value if amount.value is not None else amount_value(amount.parts)
    span = span_of(amount, context)
    if amount.quant is not None:
        return TimeExpression(
            span=span, type=TimexType.SET, value=value, mod=amount.mod, quant=amount.quant, freq=amount.freq, rule=amount.rule
        )
    if amount.most is not None:
        value = f"{value}/{amount_value(amount.most)}"
        return TimeExpression(span=span, type=TimexType.DURATION, value=value, mod=amount.mod, rule=f"{amount.rule}.range")
    sign = -1 if anchor in {"ago", "since"} or (amount.direction is not None and amount.direction < 0) else 1
    anchored = bool(anchor) or amount.direction is not None
    point_value, others, far = _distance(amount, context, sign)
    start: dt.date | None = None
    end: dt.date | None = None
    if anchored and far is not None and context.created is not None and anchor != "after":
        start, end = (far, context.created) if sign < 0 else (context.created, far)
    vague = "X" in value
    if anchor in {"ago", "ahead"}:
        reference = "PAST_REF" if sign < 0 else "FUTURE_REF"
        hours = any(unit in {"H", "TM", "S"} for _, unit in amount.parts)
        if hours:
            return TimeExpression(
                span=span,
                type=TimexType.TIME,
                value=value,
                mod=amount.mod,
                anchored=True,
                alternatives=others,
                rule=f"{amount.rule}.{anchor}",
            )
        meant = reference if vague else point_value
        first, last = interval(meant) if meant and not vague else (None, None)
        alternatives = tuple(other for other in (value, *others) if other != meant)
        return TimeExpression(
            span=span, type=TimexType.DATE, value=meant, mod=amount.mod, start=first, end=last, anchored=True, alternatives=alternatives,
            rule=f"{amount.rule}.{anchor}",
        )  # fmt: skip
    alternatives = ()
    if anchored:
        reference = ("PAST_REF",) if vague and sign < 0 else ("FUTURE_REF",) if vague else ()
        alternatives = (*([point_value] if point_value else []), *others, *reference)  # type: ignore[assignment]
        if amount.direction is not None and start is not None and end is not None and not vague:
            alternatives = (*_interval_values(amount, context, sign), *alternatives)
    return TimeExpression(
        span=span, type=TimexType.DURATION, value=value, mod=amount.mod, start=start, end=end, anchored=anchored, alternatives=alternatives,
        rule=amount.rule,
    )  # fmt: skip


def _distance(amount: Amount, context: Context, sign: int) -> tuple[str | None, tuple[str, ...], dt.date | None]:
    """The period and the day so far from the document's date."""
    if context.created is None or any(number == "X" for number, _ in amount.parts):
        return None, (), None
    day: dt.date | None = context.created
    seconds = 0.0
    for number, unit in amount.parts:
        clock = {"H": 3600, "TM": 60, "S": 1}.get(unit)
        if clock is not None:
            seconds += float(number) * clock
        elif day is not None:
            day = add_amount(day, unit, sign * float(number))
    others: list[str] = []
    if seconds and day is not None and context.now is not None:
        try:
            moment = dt.datetime.combine(day, context.now.time()) + dt.timedelta(seconds=sign * seconds)
            others.append(moment.strftime("%Y-%m-%dT%H:%M") if moment.year >= 1000 else "")
            day = moment.date()
        except OverflowError:
            day = None
    if day is None:
        return None, (), None
    grains = [grain_of(unit) for _, unit in amount.parts if grain_of(unit)]
    finest = grains[-1] if grains else "day"
    if finest in {"season_of_sport", ""}:
        finest = "year"
    fractional = any("." in number for number, _ in amount.parts)
    if len(amount.parts) > 1 or finest in {"decade", "century", "millennium"} or fractional:
        finest = "day" if len(amount.parts) > 1 else {"year": "month", "month": "day", "week": "day", "day": "day"}.get(finest, "year")
    return Period.containing(finest, day).value, (*[other for other in others if other], day.isoformat()), day


def _interval_values(amount: Amount, context: Context, sign: int) -> tuple[str, ...]:
    number, unit = amount.parts[0]
    grain = grain_of(unit)
    if context.created is None or len(amount.parts) > 1 or grain not in {"day", "week", "month", "year", "decade"} or "." in number:
        return ()
    here = Period.containing(grain, context.created)
    far = here.shift(sign * int(number))
    next_one = here.shift(sign)
    pairs = [(far, here) if sign < 0 else (here, far), (far, next_one) if sign < 0 else (next_one, far)]
    return tuple(f"{a.value}/{b.value}" for a, b in pairs if a.value and b.value)


def reference(item: Reference, context: Context) -> TimeExpression:
    """A vague reference; with a moment of creation, the present is also that moment."""
    others = ()
    if item.value == "PRESENT_REF" and context.now is not None and context.created is not None:
        others = (context.now.strftime("%Y-%m-%dT%H:%M:%S"), context.created.isoformat())  # type: ignore[assignment]
    return TimeExpression(
        span=span_of(item, context), type=TimexType.DATE, value=item.value, alternatives=others, anchored=False, rule=item.rule
    )


__all__ = ["TimexMod", "duration", "point", "reference", "span_of"]
