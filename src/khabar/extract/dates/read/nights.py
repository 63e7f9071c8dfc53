"""Nights between two days: «ليل الجمعة السبت»، «الليلة الفاصلة بين 19 و20 مايو»."""

from __future__ import annotations

from khabar.extract.dates.line import DASHES, Found, Line
from khabar.extract.dates.partial import PART, WEEKDAY, Partial
from khabar.extract.dates.read.days import weekday
from khabar.extract.dates.read.lists import several, short_range
from khabar.extract.dates.read.words import proclitic_length, unit


def night_between(line: Line, start: int) -> Partial | None:
    """«ليل الجمعة السبت»، «الليلة الفاصلة بين 19 و20 مايو»: the night that begins on the first day."""
    found = line.find(start, "part_of_day")
    if found is None or found.entry.string("value") != "NI" or not line.near(found.end):
        return None
    position = found.end
    if line.key(position) in {"الفاصله", "الممتده"} and line.key(position + 1) == "بين":
        return _divided(line, start, position + 2, found)
    position += unit(line, position, "D", "s") is not None
    first, second = line.word(position).tags.get("weekday"), line.word(position + 1).tags.get("weekday")
    if line.key(position + 1) in DASHES or line.key(position + 1) == "/":
        second, position = line.word(position + 2).tags.get("weekday"), position + 1
    if first is None or second is None or not (first.article and second.article) or second.proclitics not in {"", "و"}:
        return None
    if second.entry.integer("number") != first.entry.integer("number") % 7 + 1:
        return None
    return Partial(
        start,
        position + 2,
        "time.night-between",
        PART + WEEKDAY,
        proclitic_length(found.reading),
        part="NI",
        weekday=first.entry.integer("number"),
    )


def _divided(line: Line, start: int, position: int, found: Found) -> Partial | None:
    days = short_range(line, position) or several(line, position)
    if days is None:
        first = weekday(line, position)
        second = weekday(line, line.joined(first.end) or first.end) if first is not None else None
        if first is None or second is None:
            return None
        first.end, days = second.end, first
    days.others, days.to = (), None
    days.start, days.proclitics, days.rule = start, proclitic_length(found.reading), "time.night-between"
    days.part, days.half = "NI", "night"
    days.slots += PART
    return days
