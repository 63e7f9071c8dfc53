"""Members of a period: «الأسبوع الأول من مايو»، «آخر جمعة من الشهر»، «الأشهر الخمسة الأولى من العام».

Each needs the period that holds it; joining supplies it.
"""

from __future__ import annotations

from khabar.extract.dates.line import Line
from khabar.extract.dates.partial import DAY, MONTH, WEEK, Partial
from khabar.extract.dates.read.words import proclitic_length, unit
from khabar.model import Reading

_LAST = frozenset({"الاخير", "الاخيره"})
_FIRST = frozenset({"الاولي", "الاول", "الاوائل"})


def ordinal_member(line: Line, start: int) -> Partial | None:
    """«الأسبوع الأول»، «الاثنين الأخير»، «اليوم الثالث»; the number may stand before: «أول أسبوع»، «ثالث جمعة»."""
    return _noun_first(line, start) or _number_first(line, start)


def _noun_first(line: Line, start: int) -> Partial | None:
    what = _member(line, start)
    if what is None or not what[2] or not line.near(start + 1):
        return None
    number = _which(line, start + 1)
    if number is None or not _held(line, number[1]):
        return None
    name, proclitics, _ = what
    return Partial(start, number[1], "date.member", _slot(name), proclitics, pick=(name, number[0]), weak=True)


def _number_first(line: Line, start: int) -> Partial | None:
    reading = line.word(start).tags.get("ordinal")
    if reading is None or reading.article or not line.near(start + 1):
        return None
    number = -1 if line.key(start)[-3:] == "اخر" else reading.entry.integer("value")
    position = start + 1
    day = unit(line, position, "D")
    if day is not None and line.word(position + 1).tags.get("weekday"):
        position += 1
    what = _member(line, position)
    if what is None or what[2] or what[1] or not _held(line, position + 1):
        return None
    return Partial(start, position + 1, "date.member", _slot(what[0]), proclitic_length(reading), pick=(what[0], number), weak=True)


def _held(line: Line, position: int) -> bool:
    """Whether a preposition, or the holding period itself, follows."""
    if not line.near(position):
        return False
    key = line.key(position)
    if key in {"من", "في"}:
        return True
    return any(name in line.word(position).tags for name in ("month", "hijri_month", "time_unit"))


def _slot(name: str) -> str:
    return {"W": WEEK, "M": MONTH}.get(name, DAY)


def _which(line: Line, position: int) -> tuple[int, int] | None:
    if line.key(position) in _LAST:
        return -1, position + 1
    count = line.ordinal(position)
    return count if count is not None and count[0] > 0 else None


def _member(line: Line, position: int) -> tuple[str, int, bool] | None:
    """A day, week or weekday: its name, attached letters, and whether it has the article."""
    word = line.word(position)
    reading = word.tags.get("time_unit")
    if reading is not None:
        letter, number = reading.entry.string("unit"), reading.entry.string("number")
        if letter in {"D", "W", "M"} and (number == "s" or (letter == "D" and not reading.article and number == "p")):
            return letter, proclitic_length(reading), reading.article
        return None
    reading = word.tags.get("weekday")
    if reading is None:
        return None
    return str(reading.entry.integer("number")), proclitic_length(reading), reading.article


def _ordinal_before(line: Line, start: int, before: Reading) -> Partial | None:
    """«أول ستة أشهر من 2015»، «آخر يومين من رمضان»."""
    number = before.entry.integer("value")
    if before.article or number not in {1, -1} or not line.near(start + 1):
        return None
    count = line.cardinal(start + 1)
    position = count[1] if count is not None else start + 1
    noun = unit(line, position)
    if noun is None or noun.article or noun.proclitics or noun.entry.string("unit") not in {"D", "W", "M"}:
        return None
    units = count[0] if count is not None else 2 if noun.entry.string("number") == "d" else 0
    if not units or line.key(position + 1) not in {"من", "في"}:
        return None
    letter = noun.entry.string("unit")
    slot = {"D": DAY, "W": WEEK, "M": MONTH}[letter]
    return Partial(start, position + 1, "date.first-units", slot, proclitic_length(before), spread=(letter, units * number), weak=True)


def first_units(line: Line, start: int) -> Partial | None:
    """«الأشهر الخمسة الأولى»، «التسعة أشهر الأولى»، «أول ستة أشهر»، «العشر الأواخر»: a count of first or last units."""
    before = line.word(start).tags.get("ordinal")
    if before is not None:
        return _ordinal_before(line, start, before)
    if line.key(start) == "العشر" and line.key(start + 1) in {"الاواخر", "الاخيره", "الاوائل", "الاولي"} and line.near(start + 1):
        number = -10 if line.key(start + 1) in {"الاواخر", "الاخيره"} else 10
        return Partial(start, start + 2, "date.first-units", DAY, spread=("D", number), weak=True)
    noun = unit(line, start)
    number = 0
    if noun is not None:
        if not noun.article or noun.entry.string("number") == "s":
            return None
        proclitics, letter, position = proclitic_length(noun), noun.entry.string("unit"), start + 1
        if noun.entry.string("number") == "d":
            number = 2
        else:
            count = line.cardinal(position + (line.key(position) == "ال"))
            if count is None:
                return None
            number, position = count
    else:
        count = line.cardinal(start + (line.key(start) == "ال"))
        if count is None:
            return None
        number, position = count
        noun = unit(line, position)
        tagged = line.word(start).tags.get("cardinal")
        if noun is None or (tagged is not None and not tagged.article) or (tagged is None and line.key(start) != "ال"):
            return None
        proclitics, letter, position = proclitic_length(tagged) if tagged else 0, noun.entry.string("unit"), position + 1
    key = line.key(position)
    if letter not in {"D", "W", "M"} or not line.near(position) or not (key in _FIRST | _LAST or key in {"الاوليين", "الاولين"}):
        return None
    if key in _LAST and line.key(position + 1) != "من":
        return None
    return Partial(
        start,
        position + 1,
        "date.first-units",
        {"D": DAY, "W": WEEK, "M": MONTH}[letter],
        proclitics,
        spread=(letter, -number if key in _LAST else number),
        weak=True,
    )
