"""Days by their distance from today and by their name: «أول من أمس»، «يوم السبت بعد المقبل»."""

from __future__ import annotations

from khabar.extract.dates.line import Line
from khabar.extract.dates.partial import DAY, DEICTIC, WEEKDAY, Partial
from khabar.extract.dates.read.months import day_of_month
from khabar.extract.dates.read.words import adjective, demonstrative, proclitic_length, unit


def deictic(line: Line, start: int) -> Partial | None:
    """«اليوم»، «أمس»، «يوم غد»، «هذا اليوم»."""
    head = unit(line, start, "D", "s")
    position = start
    if head is not None:
        position = start + 1
        if not head.article:
            found = line.find(position, "deictic_day") if line.near(position) else None
            if found is None or found.reading.proclitics:
                return None
            return Partial(start, found.end, "date.deictic", DEICTIC, proclitic_length(head), day_shift=found.entry.integer("shift"))
        return _today(line, start, proclitic_length(head))
    if demonstrative(line, start) == "near":
        noun = unit(line, start + 1, "D", "s")
        if noun is not None and noun.article and not noun.proclitics and line.near(start + 1):
            return Partial(start, start + 2, "date.deictic", DEICTIC, day_shift=0)
        return None
    found = line.find(position, "deictic_day")
    if found is None:
        return None
    if found.end == start + 1 and found.entry.integer("shift") == -1 and line.key(found.end) in {"الحاجه", "حاجه"}:
        return None
    return Partial(start, found.end, "date.deictic", DEICTIC, proclitic_length(found.reading), day_shift=found.entry.integer("shift"))


def _today(line: Line, start: int, proclitics: int) -> Partial | None:
    """«اليوم», unless it is the day of an ordinal («اليوم الأول»), of an adjective («اليوم التالي») or a name."""
    said = adjective(line, start + 1)
    if said is not None and not said.last:
        if said.anaphor:
            partial = Partial(start, said.end, "date.deictic-day", DEICTIC, proclitics, anaphor=said.anaphor, anaphor_grain="day")
            partial.day_shift = None if said.same else said.shift
            return partial
        return Partial(start, said.end, "date.deictic", DEICTIC, proclitics, day_shift=said.shift)
    following = line.word(start + 1)
    if line.near(start + 1) and "ordinal" in following.tags and following.tags["ordinal"].article:
        return None
    if line.near(start + 1) and line.has_role(start + 1, "named_day"):
        return None
    return Partial(start, start + 1, "date.today", DEICTIC, proclitics, day_shift=0)


def weekday(line: Line, start: int) -> Partial | None:
    """A day of the week with its adjective: «الخميس»، «يوم الجمعة القادم»."""
    head = unit(line, start, "D", "s")
    position, proclitics = start, 0
    if head is not None:
        if head.article or not line.near(start + 1):
            return None
        position, proclitics = start + 1, proclitic_length(head)
    reading = line.word(position).tags.get("weekday")
    if reading is None:
        return None
    if head is None:
        # a name without article is a man's name (خميس، جمعة) or «one of» (أحد)
        if not reading.article:
            return None
        proclitics = proclitic_length(reading)
    elif reading.proclitics or (not reading.article and line.key(position) == "احد"):
        return None
    partial = Partial(start, position + 1, "date.weekday", WEEKDAY, proclitics, weekday=reading.entry.integer("number"))
    said = adjective(line, position + 1)
    if said is not None and not said.last:
        partial.end = said.end
        if said.anaphor:
            partial.anaphor, partial.anaphor_grain = said.anaphor, "day"
        partial.direction = said.shift
        return partial
    numbered = line.ordinal(position + 1) if line.near(position + 1) else None
    if numbered is not None and 11 <= numbered[0] <= 31 and day_of_month(line, position + 1) is None:
        # «الثلاثاء الحادي والثلاثين»
        partial.day, partial.end, partial.slots = numbered[0], numbered[1], WEEKDAY + DAY
    elif demonstrative(line, start - 1) == "near" and line.near(start) and head is None:
        partial.start, partial.proclitics, partial.direction = start - 1, 0, 0
    return partial
