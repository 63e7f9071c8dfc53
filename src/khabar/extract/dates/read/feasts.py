"""Feasts: «أول أيام عيد الفطر المبارك»، «عيد الأضحى 2013»، «رأس السنة الهجرية»."""

from __future__ import annotations

from khabar.extract.dates.line import Line
from khabar.extract.dates.partial import DAY, MONTH, Partial
from khabar.extract.dates.read.words import adjective, proclitic_length, unit


def feast(line: Line, start: int) -> Partial | None:
    """A feast by its name, or one of its days."""
    found = line.find(start, "feast")
    if found is not None and found.entry.string("calendar") != "eid":
        after = line.key(found.end) if line.near(found.end) else ""
        if after.startswith("ال") and after.endswith("يه") and line.find(found.end, "epithet") is None:
            return None  # «رأس السنة الأمازيغية» is another feast
        partial = Partial(start, found.end, "date.feast", DAY + MONTH, proclitic_length(found.reading), feast=found.entry)
        blessing = line.find(partial.end, "epithet") if line.near(partial.end) else None
        if blessing is not None:
            partial.end += 1
        said = adjective(line, partial.end)
        if said is not None and not said.anaphor and not said.last:
            partial.end, partial.direction = said.end, said.shift
        return partial
    return _day_of_feast(line, start)


def _day_of_feast(line: Line, start: int) -> Partial | None:
    """«ثاني أيام العيد»، «أول أيام عيد الفطر»، «اليوم الأول من عيد الأضحى»، «وقفة عيد الأضحى»."""
    reading = line.word(start).tags.get("ordinal")
    day = unit(line, start, "D", "s")
    if reading is not None and not reading.article and unit(line, start + 1, "D") is not None:
        number, position, proclitics = reading.entry.integer("value"), start + 2, proclitic_length(reading)
    elif day is not None and day.article:
        count = line.ordinal(start + 1)
        if count is None:
            return None
        number, position, proclitics = count[0], count[1], proclitic_length(day)
    else:
        return None
    if line.key(position) in {"من", "ل"} and line.near(position):
        position += 1
        if unit(line, position, "D", "p") is not None:
            position += 1
    found = line.find(position, "feast") if line.near(position) else None
    if found is None or not 1 <= number <= 4:
        return None
    inner = feast(line, position)
    end = inner.end if inner is not None else found.end
    return Partial(start, end, "date.day-of-feast", DAY + MONTH, proclitics, feast=found.entry, pick=("D", number))
