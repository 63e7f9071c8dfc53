"""Times of day: «الساعة العاشرة والنصف»، «15ر05 بتوقيت غرينتش»، «الثامنة مساء»، «فجر»، «منتصف الليل»."""

from __future__ import annotations

from khabar.extract.dates.line import NUMBER, TIME, Line
from khabar.extract.dates.partial import CLOCK, DEICTIC, PART, Partial
from khabar.extract.dates.read.words import adjective, demonstrative, proclitic_length, unit
from khabar.model import TimexMod

_LETTERS = {"ص": "am", "م": "pm"}
_LATIN = {"AM": "am", "PM": "pm", "am": "am", "pm": "pm"}


def clock(line: Line, start: int) -> Partial | None:
    """A time of the clock, with its head الساعة or with what tells that it is one."""
    head = unit(line, start, "H", "s")
    position, proclitics = start, 0
    if head is not None:
        if not line.near(start + 1) or not (head.article or (head.proclitics == "" and line.kind(start + 1) == TIME)):
            return None
        position, proclitics = start + 1 + (line.key(start + 1) == "ال"), proclitic_length(head)
    read = _hour(line, position, headed=head is not None)
    if read is None:
        return None
    partial, certain = read
    partial.start, partial.proclitics = start, proclitics or (partial.proclitics if head is None else 0)
    certain = certain or head is not None
    before = partial.end
    _minutes(line, partial)
    certain = certain or (partial.end > before and partial.minute is not None and line.word(start).tags.get("cardinal") is None)
    told = _half(line, partial)
    before = partial.end
    _minutes(line, partial)
    zone(line, partial)
    certain = certain or told or partial.end > before
    if not certain or not (0 <= (partial.hour or 0) <= 24 and 0 <= (partial.minute or 0) < 60 and 0 <= (partial.second or 0) < 60):
        return None
    if partial.hour == 24 and (partial.minute or partial.second):
        return None
    return partial


def bare_hour(line: Line, position: int) -> Partial | None:
    """An hour that only the range before it tells to be one: «من 1:30 إلى 3»."""
    read = _hour(line, position, headed=True)
    if read is None or not 1 <= (read[0].hour or 0) <= 24 or unit(line, read[0].end) is not None:
        return None
    return read[0]


def named_time(line: Line, start: int) -> Partial | None:
    """«منتصف الليل»، «منتصف النهار»."""
    found = line.find(start, "clock_word")
    if found is None:
        return None
    hour = int(found.entry.string("value")[:2])
    partial = Partial(start, found.end, "time.named", CLOCK, proclitic_length(found.reading), hour=hour, minute=0)
    zone(line, partial)
    return partial


def late_or_early(line: Line, start: int) -> Partial | None:
    """«وقت متأخر من مساء أمس»، «الساعات الأولى من صباح اليوم»: the edge of a part of the day; the day joins it."""
    edge = line.find(start, "day_edge")
    if edge is None or not line.near(edge.end):
        return None
    position = edge.end + (line.key(edge.end) == "من")
    found = line.find(position, "part_of_day") if line.near(position) else None
    if (
        found is None
        or found.reading.proclitics
        or (found.entry.flag("ambiguous") and not found.reading.article and found.end == position + 1)
    ):
        return None
    partial = Partial(start, found.end, "time.late-or-early", PART, len(edge.reading.proclitics), part=found.entry.string("value"))
    partial.half, partial.mod = found.entry.string("half"), TimexMod[edge.entry.string("mod")]
    return partial


def part_of_day(line: Line, start: int) -> Partial | None:
    """A part of the day; alone only as an adverb («مساءً») or with a demonstrative («هذا المساء»)."""
    if demonstrative(line, start) == "near":
        found = line.find(start + 1, "part_of_day") if line.near(start + 1) else None
        if found is None or not found.reading.article or found.reading.proclitics or found.entry.flag("ambiguous"):
            return None  # «هذا العصر» is this age
        return Partial(
            start,
            found.end,
            "time.part-of-day",
            PART + DEICTIC,
            part=found.entry.string("value"),
            half=found.entry.string("half"),
            day_shift=0,
        )
    if demonstrative(line, start) == "far":
        # «تلك الليلة»
        found = line.find(start + 1, "part_of_day") if line.near(start + 1) else None
        if found is None or not found.reading.article or found.reading.proclitics:
            return None
        partial = Partial(start, found.end, "time.part-of-day", PART + DEICTIC, part=found.entry.string("value"))
        partial.anaphor, partial.anaphor_grain = "same", "day"
        return partial
    found = line.find(start, "part_of_day")
    if found is None:
        return None
    partial = Partial(start, found.end, "time.part-of-day", PART, proclitic_length(found.reading), part=found.entry.string("value"))
    partial.half = found.entry.string("half")
    key = line.key(start)[len(found.reading.proclitics) :]
    if key == "الليله":
        _tonight(line, partial)
        return partial
    adverb = key in _ADVERBS and not (line.key(start - 1) in {"في", "خلال"} and line.near(start))
    # «بعد زوال الحاجة» is no time of day, «بعد الزوال» is
    partial.weak = not (adverb or (found.end > start + 1 and line.key(found.end - 1)[:2] == "ال"))
    if line.key(found.end) == "الباكر" and line.near(found.end):
        partial.end += 1
    return partial


_ADVERBS = frozenset({"صباحا", "مساء", "ليلا", "فجرا", "ظهرا", "عصرا", "مساءا", "بكره"})


def _tonight(line: Line, partial: Partial) -> None:
    """«الليلة», «الليلة الماضية»، «الليلة المقبلة»."""
    partial.slots, partial.day_shift = PART + DEICTIC, 0
    said = adjective(line, partial.end)
    if said is not None and not said.last and not said.anaphor:
        partial.end, partial.day_shift = said.end, said.shift


def _hour(line: Line, position: int, *, headed: bool) -> tuple[Partial, bool] | None:
    """The hour, with minutes where one token gives both, and whether that token alone tells a time."""
    key = line.key(position)
    kind = line.kind(position)
    if kind == TIME:
        fields = [int(field) for field in key.split(":")]
        return _time(position, position + 1, fields[0], fields[1], fields[2] if len(fields) == 3 else None), True
    if kind == NUMBER:
        return _digits(line, position, key, headed=headed)
    word = line.word(position)
    reading = word.tags.get("ordinal")
    if reading is not None and (headed or reading.article):
        hour, end = reading.entry.integer("value"), position + 1
        ten = line.word(end).tags.get("cardinal")
        if ten is not None and ten.entry.string("kind") == "ten_unit" and not ten.proclitics:
            hour, end = hour + 10, end + 1
        if not 1 <= hour <= 12 or (not headed and key[-1] not in "هي"):
            return None
        return _time(position, end, hour, proclitics=proclitic_length(reading)), False
    reading = word.tags.get("cardinal")
    if reading is not None and (headed or reading.article):
        if headed and reading.entry.integer("value") == 0:
            return _time(position, position + 1, 0, 0), True
        number = reading.entry.string("kind")
        if number not in {"unit", "ten_unit", "teen"}:
            return None
        value, end = reading.entry.integer("value"), position + 1
        after = line.word(end).tags.get("cardinal")
        if number == "unit" and after is not None and after.entry.string("kind") == "ten_unit" and not after.proclitics:
            value, end = value + 10, end + 1
        if not 1 <= value <= 12 or (not headed and (value == 2 or (value == 1 and key[-1] != "ه"))):
            return None  # «واعتقل الاثنان مساء»
        return _time(position, end, value, proclitics=proclitic_length(reading)), False
    return None


def _time(start: int, end: int, hour: int, minute: int | None = None, second: int | None = None, *, proclitics: int = 0) -> Partial:
    return Partial(start, end, "time.clock", CLOCK, proclitics, hour=hour, minute=minute, second=second)


def _digits(line: Line, position: int, key: str, *, headed: bool) -> tuple[Partial, bool] | None:
    """«15.00»، «15ر05»، «1030», «8»."""
    end = position + 1
    for mark in ".ر":
        hour, found, minute = key.partition(mark)
        if found and hour.isdecimal() and minute.isdecimal() and len(minute) == 2 and len(hour) <= 2:
            return _time(position, end, int(hour), int(minute)), headed
    if not key.isdecimal():
        return None
    if len(key) <= 2:
        follower = line.key(end)
        if line.touches(end) and follower[:1] in "hH" and follower[1:].isdecimal() and len(follower) == 3:
            return _time(position, end + 1, int(key), int(follower[1:])), True
        return _time(position, end, int(key)), False
    if len(key) == 4 and (headed or line.find(end, "zone") or line.find(end, "part_of_day")):
        return _time(position, end, int(key[:2]), int(key[2:])), False
    return None


def _minutes(line: Line, partial: Partial) -> None:
    """«والنصف»، «إلا ربعا»، «وعشرين دقيقة»، «و20 دقيقة»."""
    for _ in range(2):
        end = partial.end
        if not line.near(end) or (not line.near(end + 1) and line.key(end) == "و"):
            return
        sign, position = 1, line.joined(end)
        if line.key(end) == "الا":
            sign, position = -1, end + 1
        if position is None or not line.near(position):
            return
        minutes = _minute_count(line, position)
        if minutes is None or (partial.minute is not None and sign > 0 and partial.minute + minutes[0] > 59):
            return
        total = (partial.hour or 0) * 60 + (partial.minute or 0) + sign * minutes[0]
        partial.hour, partial.minute, partial.end = total // 60 % 24, total % 60, minutes[1]


def _minute_count(line: Line, position: int) -> tuple[int, int] | None:
    word = line.word(position)
    found = line.find(position, "fraction")
    if found is not None:
        end = found.end
        if unit(line, end) is not None and unit(line, end, "H") is None:
            return None
        return 60 * found.entry.integer("numerator") // found.entry.integer("denominator"), end
    count = line.cardinal(position)
    if count is None or not 1 <= count[0] < 60:
        return None
    minutes = unit(line, count[1], "TM")
    if minutes is not None:
        return count[0], count[1] + 1
    if unit(line, count[1]) is not None or count[0] % 5 or "cardinal" not in word.tags:
        return None
    return count if line.find(count[1], "part_of_day") else None


def _half(line: Line, partial: Partial) -> bool:
    """Read what tells the half of the day: «صباحا»، «من مساء»، «بعد الظهر»، «م», «PM»."""
    end = partial.end
    if not line.near(end):
        return False
    key = line.key(end)
    letter = _LATIN.get(line.text[line.start(end) : line.end(end + 1)]) if key in _LATIN else None
    if letter is None and key in _LETTERS and partial.minute is not None:
        letter = _LETTERS[key]
    if letter is not None:
        partial.half, partial.end = letter, end + 1
        return True
    bridge = 1 if key in {"من", "في"} else 0
    found = line.find(end + bridge, "part_of_day") if line.near(end + bridge) else None
    if found is None and key in {"بعد", "قبل"}:
        found = line.find(end + 1, "part_of_day")
    named = line.find(end, "clock_word")
    if named is not None and not named.reading.proclitics:
        partial.half, partial.end = "night" if named.entry.string("value") == "24:00" else "pm", named.end
        partial.part = "NI" if partial.half == "night" else "MI"
        return True
    if found is None and demonstrative(line, end) == "near" and line.find(end + 1, "part_of_day"):
        return True  # «الثامنة هذه الليلة»: the part of day joins by itself
    if found is None or (found.reading.proclitics and found.reading.proclitics != "ب"):
        return False
    if key == "في" and not found.reading.article:
        return False
    partial.half, partial.end = found.entry.string("half"), found.end
    partial.part = found.entry.string("value")
    return True


def zone(line: Line, partial: Partial) -> None:
    """«بتوقيت غرينتش»، «بالتوقيت المحلي»، «، بتوقيت لندن»، «ت غ», with or without brackets."""
    end = partial.end
    bridge = 1 if line.key(end) in {"،", ","} else 0
    if not line.near(end + bridge):
        return
    found = line.find(end + bridge, "zone")
    if found is not None:
        partial.end, partial.utc = found.end, found.entry.flag("utc")
        return
    if line.key(end + bridge) in {"بتوقيت", "توقيت"} and line.near(end + bridge + 1):
        place = end + bridge + 1
        if line.key(place) in {"مدينه", "العاصمه"}:
            place += 1
        if line.kind(place) == line.kind(end + bridge):
            partial.end = place + 1
            if line.key(partial.end) in {"المكرمه", "المتحده", "الشرقي", "الصيفي", "الشرقيه"} and line.near(partial.end):
                partial.end += 1
