"""Ranges and enumerations: «من 13 إلى 15 مارس»، «بين عامي 1074 و1163م»، «يومي السبت والأحد»، «2019-2021»."""

from __future__ import annotations

from khabar.extract.dates.joining import ReadPoint
from khabar.extract.dates.line import DASHES, Line
from khabar.extract.dates.partial import CLOCK, DAY, DEICTIC, PART, WEEK, WEEKDAY, YEAR, Partial
from khabar.extract.dates.read.clock import bare_hour
from khabar.extract.dates.years import is_counted

_TO = frozenset({"الي", "حتي", "وحتي", "والي", "لغايه", "ولغايه"})


def leads_on(key: str) -> bool:
    """Whether a word or mark may lead from the beginning of a range to its end: «إلى»، «–»، «وبعد»، «للسابعة»."""
    return key[:1] in {"و", "ل"} or key in _TO or key in DASHES


def bridge(line: Line, position: int, *, between: bool = False) -> int | None:
    """The token after a word or mark that leads from the beginning of a range to its end."""
    if not line.near(position):
        return None
    key = line.key(position)
    if key in _TO:
        after = position + 1
        if line.key(after) in {"غايه", "يوم"} and key in {"الي", "والي"} and line.key(after) == "غايه":
            after += 1
        return after if line.near(after) else None
    if key in DASHES:
        return position + 1 if line.near(position + 1) else None
    if between:
        joined = line.joined(position)
        return joined if joined is not None and line.near(joined) else None
    return None


def opened(line: Line, start: int, floor: int) -> tuple[int, bool]:
    """Where a range begins that opens with من or بين, and whether it was بين."""
    position = start - 1
    if position < floor or not line.near(start):
        return start, False
    key = line.key(position)
    if key in {"بين", "وبين", "فبين"}:
        if position - 1 >= floor and line.key(position - 1) in {"ما", "وما", "فيما"} and line.near(position):
            return (position - 1 if line.key(position - 1) != "فيما" else position), True
        return position, True
    if key in {"من", "ومن"} and not (position and line.has_role(position - 1, "start") and line.near(position)):
        return position, False
    return start, False


def extend(line: Line, partial: Partial, read: ReadPoint, floor: int) -> None:
    """Make `partial` the beginning of a range if its end follows."""
    if not leads_on(line.key(partial.end)):
        return
    if line.key(partial.start - 1) in {"منذ", "ومنذ"}:
        return  # «منذ عام 2010 وحتى اليوم» names its two ends apart
    start, between = opened(line, partial.start, floor) if not partial.proclitics else (partial.start, False)
    after = bridge(line, partial.end, between=between)
    fused = after is None and start < partial.start and line.near(partial.end) and line.key(partial.end)[:2] == "لل"
    if fused:
        after = partial.end  # «من الساعة 4 للساعة 5»
    if after is None:
        return
    key = line.key(partial.end)
    dash = key in DASHES
    last = read(line, after)
    if last is None and CLOCK in partial.slots and start < partial.start:
        last = bare_hour(line, after)
    if last is None or last.start < after:
        return
    if last.proclitics and not fused and not (between and line.key(after)[:1] == "و"):
        return
    if not _same_kind(partial, last, dash=dash) or (partial.weak and last.weak and last.slots == YEAR and is_counted(line, last.end)):
        return
    if dash and (start == partial.start) and not (_full(partial) or CLOCK in partial.slots or YEAR in partial.slots or DAY in last.slots):
        return
    named = _full(partial) or partial.has(CLOCK + WEEKDAY + DAY + DEICTIC)
    if start == partial.start and key in {"حتي", "وحتي", "والي", "ولغايه"} and not named:
        return
    distribute(partial, last)
    if dash:
        start = partial.start
    partial.start = start
    if start < partial.end and line.key(start)[:1] in {"و", "ف"} and line.key(start) in {"وبين", "ومن", "فبين", "وما"}:
        partial.proclitics = 1
    partial.to, partial.end, partial.weak = last, last.end, False
    partial.rule = f"{partial.rule}.range" if ".range" not in partial.rule else partial.rule


def within(line: Line, partial: Partial, read: ReadPoint) -> None:
    """Give a day the range of hours, or a week the range of days, that follows it: «الخميس من التاسعة إلى العاشرة صباحا»."""
    position = partial.end
    if line.key(position) not in {"من", "بين"} or partial.has(CLOCK + PART) or not (line.near(position) and line.near(position + 1)):
        return
    inner = read(line, position + 1)
    if inner is None or inner.proclitics:
        return
    hours = CLOCK in inner.slots and not inner.has(DAY + WEEKDAY + DEICTIC) and partial.has(DAY + WEEKDAY + DEICTIC)
    if not hours and not (inner.slots == WEEKDAY and partial.slots == WEEK):
        return
    if inner.to is None:
        extend(line, inner, read, position)
    if inner.to is None:
        return
    partial.take(inner)
    partial.end, partial.to = inner.end, inner.to
    partial.rule = f"{partial.rule}+{inner.rule.partition('.')[2]}"
    for name in ("day", "month", "year", "weekday", "day_shift", "week_shift", "direction"):
        if getattr(partial.to, name) is None:
            setattr(partial.to, name, getattr(partial, name))
    partial.to.slots += "".join(slot for slot in partial.slots if slot not in partial.to.slots)


def share(first: Partial, last: Partial) -> None:
    """Give the members of an enumeration the year that follows the last one."""
    for member in (first, *first.others):
        if member is not last and member.year is None and member.year_shift is None and member.month is not None:
            member.year, member.year_shift = last.year, last.year_shift
            if member.direction is None:
                member.direction = last.direction
    first.end = max(first.end, last.end)


def _full(partial: Partial) -> bool:
    return DAY in partial.slots and YEAR in partial.slots


def _same_kind(first: Partial, last: Partial, *, dash: bool) -> bool:
    if CLOCK in first.slots or CLOCK in last.slots:
        return CLOCK in first.slots and CLOCK in last.slots
    if PART in first.slots or PART in last.slots:
        return False
    if first.slots == YEAR and last.slots == YEAR:
        return first.year is None or last.year is None or abs(first.year - last.year) <= (300 if not dash else 200)
    if first.slots == WEEKDAY:
        return last.slots == WEEKDAY
    if first.feast is not None or last.feast is not None:
        return not dash
    return not (dash and (DAY in first.slots) != (DAY in last.slots))


def distribute(first: Partial, last: Partial) -> None:
    """Give the beginning what only the end says: month, year, adjective, half of the day."""
    if CLOCK in first.slots:
        if not first.half and last.half:
            early = (first.hour or 0) % 12 <= (last.hour or 0) % 12
            first.half = last.half if early or last.half == "am" else ("am" if last.half == "pm" else first.half)
        for name in ("day", "month", "year", "weekday", "day_shift", "week_shift"):
            if getattr(first, name) is None:
                setattr(first, name, getattr(last, name))
            elif getattr(last, name) is None:
                setattr(last, name, getattr(first, name))
        return
    if first.year is None and first.year_shift is None and first.month is not None and last.year is not None:
        first.year, first.hijri = last.year, last.hijri
        first.slots += YEAR
    if first.year is None and first.year_shift is None and first.month is not None and last.year_shift is not None:
        first.year_shift = last.year_shift
    if first.direction is None and first.month is not None and first.month == last.month:
        first.direction = last.direction
    if last.hijri and first.slots == YEAR and first.year is not None:
        first.hijri = True
    if first.slots == YEAR and last.slots == YEAR and last.year is not None and last.year < 0 and first.year is not None and first.year > 0:
        first.year = -first.year
