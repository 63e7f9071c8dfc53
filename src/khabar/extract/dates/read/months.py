"""Days, months and years by name: «الثالث من سبتمبر (أيلول) 2015»، «عام 85»، «25 شوال 1436هـ»."""

from __future__ import annotations

from khabar.extract.dates.line import DASHES, NUMBER, TIME, WORD, Line
from khabar.extract.dates.partial import DAY, MONTH, YEAR, Partial
from khabar.extract.dates.read.numeric import numeric
from khabar.extract.dates.read.words import adjective, demonstrative, era, full_year, proclitic_length, unit
from khabar.model import Entry

_MONTHS = ("month", "hijri_month")
_OF_MONTHS = frozenset({*_MONTHS, "unit:Ms", "demonstrative"})
_HIJRI = range(1300, 1500)


def month(line: Line, start: int) -> Partial | None:
    """A month by one or both of its names, with شهر before and an adjective after it."""
    head = unit(line, start, "M", "s")
    position, proclitics, article = start, 0, False
    if head is not None:
        position, proclitics, article = start + 1, proclitic_length(head), head.article
        if not line.near(position):
            return None
    named = _month_name(line, position)
    if named is None:
        if head is None or article:
            return None
        return _numbered_month(line, start, position, proclitics)
    lexical_class, entry, end, own = named
    if head is not None and own:
        return None
    partial = Partial(
        start, end, "date.month", MONTH, proclitics or own, month=entry.integer("number"), hijri=lexical_class == "hijri_month"
    )
    partial.weak = head is None
    partial.end, doubled = _second_name(line, end, lexical_class, entry)
    if doubled or not entry.flag("ambiguous"):
        partial.weak = False
    if line.find(partial.end, "epithet") and line.near(partial.end) and partial.hijri:
        partial.end += 1
        partial.weak = False
    _turn(line, partial)
    return partial


def month_day(line: Line, start: int) -> Partial | None:
    """The month before its day: «يناير الثاني والعشرين»، «أكتوبر 14»; or before the whole date: «شباط ( 28 / 2 / 1945 )»."""
    named = month(line, start)
    if named is None or named.direction is not None or not line.near(named.end):
        return None
    end = named.end + (line.key(named.end) == "/")
    if line.key(end) == "(" and end == named.end:
        date = numeric(line, end + 1)
        if date is None or date.month != named.month or line.key(date.end) != ")":
            return None
        date.start, date.end, date.proclitics = named.start, date.end + 1, named.proclitics
        return date
    numbered = _day_number(line, end)
    if numbered is None or not 1 <= numbered[0] <= 31 or numbered[2]:
        return None
    value, end, _, ordinal = numbered
    if line.near(end) and not _may_end_day(line, end, ordinal=ordinal):
        return None
    named.day, named.end, named.slots, named.rule, named.weak = value, end, DAY + MONTH, "date.month-day", False
    return named


def _may_end_day(line: Line, end: int, *, ordinal: bool) -> bool:
    """Whether a number after a month may be its day by what follows: a number of people or of another month is none."""
    tags = line.word(end).tags
    if "time_unit" in tags or month(line, end) is not None:
        return False
    if line.kind(end) == WORD:
        return ordinal or line.key(end) in {"الي", "حتي"} or "part_of_day" in tags or "cardinal" in tags
    return line.kind(end) in {NUMBER, TIME} or line.key(end) in {"،", ",", ".", "؟", "!"}


def _turn(line: Line, partial: Partial) -> None:
    """Read the adjective after a named month, or the demonstrative before it."""
    said = adjective(line, partial.end)
    if said is not None:
        if said.last:
            return
        partial.end, partial.weak = said.end, False
        if said.same:
            partial.anaphor, partial.anaphor_grain = "same", "year"
        else:
            partial.direction = said.shift
    elif not partial.proclitics and demonstrative(line, partial.start - 1) == "near" and line.near(partial.start):
        partial.start, partial.direction, partial.weak = partial.start - 1, 0, False
        partial.proclitics = 0


def _numbered_month(line: Line, start: int, position: int, proclitics: int) -> Partial | None:
    """«شهر 9»."""
    count = line.cardinal(position)
    if count is None or not 1 <= count[0] <= 12 or line.key(position)[:4] == "واحد":
        return None  # «شهر واحد» is an amount
    if unit(line, count[1]) is not None and year(line, count[1]) is None:
        return None
    partial = Partial(start, count[1], "date.month", MONTH, proclitics, month=count[0])
    _turn(line, partial)
    return partial


def _month_name(line: Line, position: int) -> tuple[str, Entry, int, int] | None:
    for lexical_class in _MONTHS:
        found = line.find(position, lexical_class)
        if found is not None and not (found.reading.article and lexical_class == "month" and found.entry.flag("ambiguous")):
            return lexical_class, found.entry, found.end, proclitic_length(found.reading)
    return None


def _second_name(line: Line, end: int, lexical_class: str, entry: Entry) -> tuple[int, bool]:
    """The end of «يوليو/تموز»، «يوليو (تموز)»، «يوليو تموز»: the other name of the same month."""
    if not line.near(end):
        return end, False
    key = line.key(end)
    bridge = 1 if key in {"/", "(", "\\", "،"} or key in DASHES else 0
    other = line.find(end + bridge, lexical_class)
    if other is None or other.entry is entry or other.entry.integer("number") != entry.integer("number") or other.reading.proclitics:
        return end, False
    if key != "(":
        return other.end, True
    return (other.end + 1, True) if line.key(other.end) == ")" else (end, False)


def year(line: Line, start: int) -> Partial | None:
    """A year with its head: «عام 2008»، «سنة 92 هـ»، «العام المالي 2002-2003»، «عام ألفين وأربعة»."""
    head = unit(line, start, "Y", "s")
    if head is None or not line.near(start + 1):
        return None
    position, kind, direction = start + 1, "", None
    if line.has_role(position, "school_year") or line.has_role(position, "sport_year"):
        kind = "sport" if line.has_role(position, "sport_year") else "school"
        position += 1
        if line.key(position) in {"الجديد", "الجديده", "جديد", "جديده"}:
            position, direction = position + 1, 1
        else:
            said = adjective(line, position)
            if said is not None and not said.same:
                position, direction = said.end, said.shift
    elif line.key(position) in {"الهجري", "الهجريه", "الميلادي", "الميلاديه"}:
        position += 1
    partial = year_number(line, position, headed=True)
    if partial is None:
        if not kind or (direction is None and demonstrative(line, start - 1) is None):
            return None
        partial = Partial(start, position, "date.year", YEAR, year_shift=direction or 0)
    partial.start, partial.proclitics, partial.school = start, proclitic_length(head), kind
    partial.slots = YEAR
    return partial


def season_of_sport(line: Line, start: int) -> Partial | None:
    """A season of sport, harvest or pilgrimage: «موسم 2004-2005»، «الموسم الماضي»، «ختام الموسم»."""
    head = unit(line, start, "SN", "s")
    if head is None:
        return None
    position = start + 1
    if line.has_role(position, "school_year") or line.has_role(position, "sport_year"):
        position += 1
    partial = year_number(line, position, headed=True) if line.near(position) else None
    if partial is not None and (partial.last_year or (partial.year and partial.year > 1000)):
        partial.start, partial.proclitics, partial.rule, partial.school = start, proclitic_length(head), "date.season-of-sport", "sport"
        return partial
    said = adjective(line, position)
    if said is not None and head.article and not said.same and not said.last:
        return Partial(start, said.end, "date.season-of-sport", YEAR, proclitic_length(head), year_shift=said.shift, school="sport")
    if demonstrative(line, start - 1) == "near" and head.article:
        return Partial(start - 1, start + 1, "date.season-of-sport", YEAR, year_shift=0, school="sport")
    if head.article and line.find(start - 1, "edge"):
        return Partial(start, start + 1, "date.season-of-sport", YEAR, proclitic_length(head), year_shift=0, school="sport")
    return None


def year_number(line: Line, position: int, *, headed: bool = False, after_month: bool = False) -> Partial | None:
    """A year as a number: four digits, fewer after عام, a pair, or words; with the marker of its era."""
    bracket = headed and line.key(position) == "("
    first = position + bracket
    in_digits = line.kind(first) == NUMBER
    read = _year_digits(line.key(first), first) if in_digits else _year_words(line, first) if headed or after_month else None
    if read is None:
        return None
    value, last, end = read
    written = len(line.key(first)) if in_digits else 4
    if headed and written == 4 and last is None:
        last, end = _second_year(line, end, value)
    if last is not None:
        value, last = min(value, last), max(value, last)
    if bracket:
        if line.key(end) != ")":
            return None
        end += 1
    name, end = era(line, end) or ("", end)
    if value == 0 or not (name or last is not None or written == 4 or (headed and written > 1)):
        return None
    if name == "BC":
        value = -value
    elif written <= 2 and name != "AH":
        value = full_year(value, line.creation_year)
    hijri = name == "AH" or (not name and ((headed and 1390 <= value < 1450) or (last is not None and value in _HIJRI)))
    # «1000 م», «100م» may be metres
    apart = name == "AD" and line.key(first + 1) == "م" and (not line.touches(first + 1) or value < 1000)
    partial = Partial(position, end, "date.year", YEAR, year=value, last_year=last, hijri=hijri)
    partial.weak = not (headed or (name and not apart) or after_month)
    return partial


def _year_digits(key: str, position: int) -> tuple[int, int | None, int] | None:
    """One year in digits or, with a slash, two; and the token after them."""
    before, slash, after = key.partition("/")
    if not before.isdecimal() or len(before) > 4:
        return None
    value = int(before)
    if not slash:
        return value, None, position + 1
    if not after.isdecimal() or len(after) not in {2, 4}:
        return None
    last = int(after) if len(after) == 4 else value // 100 * 100 + int(after)
    return (value, last, position + 1) if 0 < abs(last - value) <= 2 else None


def _year_words(line: Line, position: int) -> tuple[int, None, int] | None:
    """A year in words: «ألفين وأربعة وعشرين»."""
    count = line.cardinal(position)
    return (count[0], None, count[1]) if count is not None and 100 <= count[0] <= 9999 else None


def _second_year(line: Line, end: int, value: int) -> tuple[int | None, int]:
    """The second year of «2017 - 2018» or «2017 / 2018», and the token after it; printed in either order."""
    if (line.key(end) not in DASHES and line.key(end) != "/") or not (line.near(end) and line.near(end + 1)):
        return None, end
    second = line.integer(end + 1)
    if second is None or len(line.key(end + 1)) not in {2, 4} or line.key(end + 2) in {"/", "-"}:
        return None, end
    second = second if second > 99 else value // 100 * 100 + second
    return (second, end + 2) if abs(second - value) == 1 else (None, end)


def day_of_month(line: Line, start: int) -> Partial | None:
    """A day with its month: «11 إبريل نيسان»، «الثالث من شهر شوال الجاري»، «11 من الشهر الجاري»."""
    head = unit(line, start, "D", "s")
    proclitics, position = 0, start
    if head is not None and line.near(start + 1):
        position, proclitics = start + 1, proclitic_length(head)
    numbered = _day_number(line, position)
    if numbered is None:
        return None
    value, end, own, ordinal = numbered
    bridge, key = end, line.key(end)
    if (key == "من" and line.near(end)) or (key in DASHES and line.touches(end) and line.touches(end + 1)):
        bridge = end + 1
    if not line.near(bridge) or (head is None and key != "منه" and _OF_MONTHS.isdisjoint(line.names(bridge))):
        return None
    partial = Partial(start, end, "date.day-month", DAY, proclitics or own, day=value)
    named = month(line, bridge)
    if named is not None and named.start >= end and (not named.proclitics or bridge == end):
        if named.proclitics and line.key(bridge)[:1] not in {"ل", "ب"}:
            return None
        if line.word(bridge).tags.get("month") is not None and line.kind(bridge) == WORD and named.proclitics and not ordinal:
            return None
        partial.take(named)
        partial.slots = DAY + MONTH
        return partial
    relative = _relative_month(line, bridge)
    if relative is not None and key not in DASHES:
        partial.take(relative)
        partial.slots = DAY + MONTH
        return partial
    if key == "منه" and line.near(end) and (not ordinal or "time_preposition" in line.word(start - 1).tags):
        partial.end, partial.anaphor, partial.anaphor_grain, partial.rule = end + 1, "same", "month", "date.day-of-it"
        partial.slots = DAY + MONTH
        return partial
    said = adjective(line, end) if head is not None else None
    if said is not None and said.shift == 0 and not said.same and not said.last and line.find(end, "relative_adjective"):
        partial.end, partial.month_shift, partial.slots = said.end, 0, DAY + MONTH
        return partial
    return None


def _relative_month(line: Line, position: int) -> Partial | None:
    """«الشهر الجاري»، «هذا الشهر» after the number of a day."""
    if demonstrative(line, position) == "near":
        head = unit(line, position + 1, "M", "s")
        return Partial(position, position + 2, "date.day-month", MONTH, month_shift=0) if head and head.article else None
    head = unit(line, position, "M", "s")
    if head is None or not head.article:
        return None
    if line.key(position + 1) == "هذا":
        return Partial(position, position + 2, "date.day-month", MONTH, month_shift=0)
    said = adjective(line, position + 1)
    if said is None or said.last:
        return None
    partial = Partial(position, said.end, "date.day-month", MONTH, month_shift=None if said.same or said.relative else said.shift)
    if said.same or said.relative:
        partial.anaphor, partial.anaphor_grain = said.anaphor, "month"
    return partial


def _day_number(line: Line, position: int) -> tuple[int, int, int, bool] | None:
    """A day from 1 to 31 in digits or words: its number, end, attached letters, and whether it is an ordinal."""
    number = line.integer(position)
    if number is not None:
        return (number, position + 1, 0, False) if len(line.key(position)) <= 2 else None
    word = line.word(position)
    if "ordinal" not in word.tags and "cardinal" not in word.tags:
        edge = line.find(position, "edge")
        if edge is not None and edge.entry.flag("first_day"):
            return 1, edge.end, proclitic_length(edge.reading), True
        return None
    count = line.ordinal(position)
    if count is not None and count[0] >= 1:
        reading = word.tags.get("ordinal") or word.tags["cardinal"]
        if reading.article and line.key(position).endswith(("ه", "اولي")):
            return None  # «الدفعة الثالثة | الشهر المقبل»: a day is masculine
        return count[0], count[1], proclitic_length(reading), True
    count = line.cardinal(position)
    if count is None or count[0] < 1:
        return None
    return count[0], count[1], proclitic_length(word.tags["cardinal"]), False
