"""From an amount of time to a `TimeExpression`: a DURATION, a SET, or the point so far from now."""

from __future__ import annotations

import datetime as dt

from khabar.extract.dates.context import Context
from khabar.extract.dates.evidence import alone, amount_anchor
from khabar.extract.dates.finish import span_of
from khabar.extract.dates.partial import Amount
from khabar.extract.dates.periods import Period, add_amount, grain_of
from khabar.extract.dates.values import amount as amount_value
from khabar.extract.dates.values import interval
from khabar.model import TimeExpression, TimexType


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
    if anchored and far is not None and context.created not in {None, far} and anchor != "after":
        start, end = (far, context.created) if sign < 0 else (context.created, far)
    vague = "X" in value
    if anchor in {"ago", "ahead"}:
        distance = "PAST_REF" if sign < 0 else "FUTURE_REF"
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
        meant = distance if vague else point_value
        first, last = interval(meant) if meant and not vague else (None, None)
        return TimeExpression(
            span=span,
            type=TimexType.DATE,
            value=meant,
            mod=amount.mod,
            start=first,
            end=last,
            anchored=True,
            alternatives=tuple(other for other in (value, *others) if other != meant),
            rule=f"{amount.rule}.{anchor}",
        )
    alternatives: tuple[str, ...] = ()
    if anchored:
        distant = ("PAST_REF",) if vague and sign < 0 else ("FUTURE_REF",) if vague else ()
        alternatives = (*([point_value] if point_value else []), *others, *distant)
        if amount.direction is not None and start is not None and end is not None and not vague:
            alternatives = (*_interval_values(amount, context, sign), *alternatives)
    return TimeExpression(
        span=span,
        type=TimexType.DURATION,
        value=value,
        mod=amount.mod,
        start=start,
        end=end,
        anchored=anchored,
        alternatives=alternatives,
        rule=amount.rule,
    )


def _distance(amount: Amount, context: Context, sign: int) -> tuple[str | None, tuple[str, ...], dt.date | None]:
    """The period and the day so far from the document's date."""
    if context.created is None or any(number == "X" for number, _ in amount.parts):
        return None, (), None
    day: dt.date | None = context.created
    seconds = 0.0
    steps = 2 if amount.direction in {-2, 2} and amount.parts[0][0] == "1" else 1  # «الساعة قبل الماضية»
    for number, unit in amount.parts:
        clock = {"H": 3600, "TM": 60, "S": 1}.get(unit)
        if clock is not None:
            seconds += float(number) * clock * steps
        elif day is not None:
            day = add_amount(day, unit, sign * float(number))
    if day is None:
        return None, (), None
    grains = [grain for _, unit in amount.parts if (grain := grain_of(unit))]
    if seconds or not grains:
        moment = _moment(day, context.now, sign * seconds)
        return None, (moment.isoformat(timespec="minutes"),) if moment is not None else (), day
    finest = grains[-1]
    if len(grains) > 1:
        finest = "day"
    elif "." in amount.parts[0][0]:
        finest = {"year": "month", "decade": "year", "century": "year", "millennium": "year"}.get(finest, "day")
    elif finest in {"decade", "century", "millennium"}:
        finest = "year"
    return Period.containing(finest, day).value, (day.isoformat(),), day


def _moment(day: dt.date, now: dt.datetime | None, seconds: float) -> dt.datetime | None:
    """The moment so many seconds from now; None where the caller gave no time of day, or beyond the calendar."""
    if now is None:
        return None
    try:
        moment = dt.datetime.combine(day, now.time()) + dt.timedelta(seconds=seconds)
    except OverflowError:
        return None
    return moment


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


def anchor_of(amount: Amount, context: Context) -> str:
    """What the preposition before an amount makes of it; قبل and بعد join the span where they count from now."""
    line = context.line
    word = amount_anchor(line, amount)
    if amount.quant is not None or amount.most is not None or amount.direction is not None:
        return ""
    if amount.from_now and word in {"", "بعد"}:
        if word:
            amount.start -= 1
        return "ahead"
    match word:
        case "منذ":
            return "since"
        case "قبل" | "بعد":
            following = line.key(amount.end) if line.near(amount.end) else ""
            elsewhere = following in {"من", "علي", "عن"} and line.key(amount.end + 1) not in {"الان", "اليوم"}
            ahead = word == "بعد" and not (context.is_future(amount.start, amount.end) or alone(line, amount.start - 1, amount.end))
            if elsewhere or ahead:
                return "after" if word == "بعد" else ""
            amount.start -= 1
            amount.proclitics = int(line.key(amount.start)[:1] in {"و", "ف"})
            return "ago" if word == "قبل" else "ahead"
        case "غضون" | "خلال":
            return "within"
        case "في" if context.is_future(amount.start, amount.end):
            return "within"
        case _:
            return ""
