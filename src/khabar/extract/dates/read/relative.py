"""Periods by their distance from now: «الأسبوع الماضي»، «هذا العام»، «الشهر قبل الماضي»، «العام نفسه»."""

from __future__ import annotations

from khabar.extract.dates.line import Line
from khabar.extract.dates.partial import CENTURY, DECADE, FRACTION, MONTH, SEASON, WEEK, YEAR, Partial
from khabar.extract.dates.read.words import Adjective, adjective, demonstrative, proclitic_length, unit

_HELD = frozenset({"السابق", "الحالي"})
"""Adjectives, as match keys, of one who holds or held a post."""

_SLOTS = {"W": WEEK, "M": MONTH, "Y": YEAR, "DE": DECADE, "CE": CENTURY}
_GRAINS = {"W": "week", "M": "month", "Y": "year", "DE": "decade", "CE": "century"}


def period(line: Line, start: int) -> Partial | None:
    """A unit in the singular with a demonstrative or an adjective."""
    if demonstrative(line, start):
        return _pointed(line, start)
    head = unit(line, start, number="s")
    if head is None or head.entry.string("unit") not in _SLOTS:
        return None
    letter = head.entry.string("unit")
    if not head.article or _is_general(line, start):
        return None
    position = start + 1
    hijri = line.key(position) in {"الهجري", "الهجريه"}
    if hijri or line.key(position) in {"الميلادي", "الميلاديه"}:
        position += 1
    said = adjective(line, position)
    if said is not None and not said.last:
        return _shifted(start, said.end, letter, said, proclitic_length(head), hijri=hijri)
    if letter in {"W", "M", "Y"} and not head.proclitics and position == start + 1:
        # «نهاية العام», «الربع الأخير من العام»: the present one, where an edge or a part of it stands before
        partial = _shifted(start, start + 1, letter, Adjective(0, start + 1), 0)
        partial.weak = True
        return partial
    return None


def _is_general(line: Line, start: int) -> bool:
    """«الأمين العام السابق»، «الرأي العام الحالي»: an adjective of the noun before it, and no year."""
    before = start - 1
    if before < 0 or line.key(start) != "العام" or not line.near(start) or line.key(before)[:2] != "ال":
        return False
    title = line.word(before).tags.get("source_noun")
    if title is not None and title.entry.string("type") == "person":
        return title.features.number == "s" and title.features.gender != "f"
    return line.key(start + 1) in _HELD and not line.key(before).endswith(("ه", "ات"))


def _pointed(line: Line, start: int) -> Partial | None:
    """«هذا العام»، «تلك السنة»."""
    head = unit(line, start + 1, number="s")
    if head is None or not head.article or head.proclitics or not line.near(start + 1):
        return None
    letter = head.entry.string("unit")
    following = line.word(start + 2).tags.get("ordinal")
    if letter not in _SLOTS or (following is not None and following.article and line.near(start + 2) and not following.proclitics):
        return None
    far = demonstrative(line, start) == "far"
    found = line.find(start, "demonstrative")
    proclitics = proclitic_length(found.reading) if found else 0
    said = Adjective(0, start + 2, relative=far, same=far)
    return _shifted(start, start + 2, letter, said, proclitics)


def _shifted(start: int, end: int, letter: str, said: Adjective, proclitics: int, *, hijri: bool = False) -> Partial:
    partial = Partial(start, end, "date.period", _SLOTS[letter], proclitics, hijri=hijri)
    if said.anaphor:
        partial.anaphor, partial.anaphor_grain = said.anaphor, _GRAINS[letter]
        return partial
    match letter:
        case "W":
            partial.week_shift = said.shift
        case "M":
            partial.month_shift = said.shift
        case "Y":
            partial.year_shift = said.shift
        case "DE":
            partial.decade_shift = said.shift
        case _:
            partial.century_shift = said.shift
    return partial


def weekend(line: Line, start: int) -> Partial | None:
    """«نهاية الأسبوع», the weekend; with an adjective it may also be the end of that week."""
    edge = line.find(start, "edge")
    if edge is None or edge.entry.string("mod") != "END" or edge.end != start + 1:
        return None
    position = start + 1
    pointed = demonstrative(line, position) == "near"
    head = unit(line, position + pointed, "W", "s")
    if head is None or not head.article or head.proclitics or not line.near(position):
        return None
    end = position + pointed + 1
    said = adjective(line, end)
    partial = Partial(start, end, "date.weekend", WEEK, proclitic_length(edge.reading), week_shift=0, weekend=True)
    if said is not None and not said.anaphor and not said.last:
        partial.end, partial.week_shift = said.end, said.shift
    return partial


def season(line: Line, start: int) -> Partial | None:
    """«صيف 2015»، «الصيف الماضي»، «هذا الصيف»، «خريف العام المقبل» (the year is joined to it)."""
    pointed = demonstrative(line, start) == "near"
    position = start + pointed
    head = unit(line, position)
    found = line.find(position, "season")
    if line.key(position) in {"فصل", "الفصل", "موسم"} and found is None and head is None:
        found = line.find(position + 1, "season")
        position += 1
    if found is None or found.end != position + 1 or line.key(found.end) in {"العربي", "العربيه"}:
        return None
    proclitics = 0 if pointed or position > start else proclitic_length(found.reading)
    partial = Partial(start, found.end, "date.season", SEASON, proclitics, season=found.entry.string("value"))
    said = adjective(line, found.end) if found.reading.article else None
    if pointed:
        if not found.reading.article:
            return None
        partial.direction = 0
    elif said is not None and not said.last:
        partial.end = said.end
        if said.anaphor:
            partial.anaphor, partial.anaphor_grain = said.anaphor, "year"
        else:
            partial.direction = said.shift
    else:
        partial.weak = True
    return partial


def fraction(line: Line, start: int) -> Partial | None:
    """A quarter or half of a year: «الربع الثاني»، «الثلاثي الرابع»، «النصف الأول»، «الربع الماضي»."""
    if demonstrative(line, start) == "near":
        pointed = line.find(start + 1, "year_fraction") if line.near(start + 1) else None
        if pointed is None or not pointed.reading.article or pointed.reading.proclitics:
            return None
        return Partial(start, pointed.end, "date.fraction", FRACTION, fraction=(pointed.entry.string("value"), 0), direction=0)
    found = line.find(start, "year_fraction")
    if found is None or not found.reading.article or not line.near(start + 1):
        return None
    letter = found.entry.string("value")
    proclitics = proclitic_length(found.reading)
    count = line.ordinal(start + 1)
    if count is not None and (1 <= count[0] <= (4 if letter == "Q" else 2) or count[0] == -1):
        number = count[0] if count[0] > 0 else (4 if letter == "Q" else 2)
        return Partial(start, count[1], "date.fraction", FRACTION, proclitics, fraction=(letter, number), weak=True)
    said = adjective(line, start + 1)
    if said is not None and not said.anaphor and not said.last:
        return Partial(start, said.end, "date.fraction", FRACTION, proclitics, fraction=(letter, 0), direction=said.shift)
    return None


def decade(line: Line, start: int) -> Partial | None:
    """«الثمانينات»، «ستينات القرن الماضي» (the century is joined to it)."""
    position = start
    head = unit(line, start, "DE", "s")
    if head is not None:
        position = start + 1
    found = line.find(position, "decade")
    if found is None:
        if head is None and line.key(start) in {"سنوات", "اعوام"}:
            return _french_decade(line, start)
        return None
    proclitics = proclitic_length(head) if head else proclitic_length(found.reading)
    partial = Partial(start, found.end, "date.decade", DECADE, proclitics, decade=found.entry.integer("value"))
    partial.weak = not found.reading.article
    return partial


def _french_decade(line: Line, start: int) -> Partial | None:
    """«سنوات 1980», after the French for the 1980s."""
    number = line.integer(start + 1)
    if number is None or not 1800 <= number <= 2090 or number % 10 or not line.near(start + 1):
        return None
    follower = line.key(start + 2)
    if follower == "و" or follower in {"-", "–", "/"}:
        return None
    return Partial(start, start + 2, "date.decade", DECADE, decade=number // 10)


def century(line: Line, start: int) -> Partial | None:
    """«القرن التاسع عشر»، «القرن الثالث الهجري»، «القرن 19»."""
    head = unit(line, start, "CE", "s")
    if head is None or not head.article or not line.near(start + 1):
        return None
    position = start + 1 + (line.key(start + 1) == "ال")
    count = line.ordinal(position) or line.cardinal(position)
    if count is None or not 1 <= count[0] <= 40:
        return None
    value, end = count
    if value < 10 and line.key(end) == "العشر":
        value, end = value + 10, end + 1
    partial = Partial(start, end, "date.century", CENTURY, proclitic_length(head), century=value)
    marker = line.key(end)
    if not line.near(end):
        return partial
    found = line.find(end, "era")
    if found is not None:
        partial.end = found.end
        if found.entry.string("value") == "AH":
            partial.hijri = True
        elif found.entry.string("value") == "BC":
            partial.century = -value
    elif marker in {"الهجري", "الميلادي"}:
        partial.end, partial.hijri = end + 1, marker == "الهجري"
    return partial
