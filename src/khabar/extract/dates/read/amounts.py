"""Amounts of time and their repetition: «ربع قرن»، «16 ساعة و44 دقيقة»، «السنوات الخمس المقبلة»، «كل خمس سنوات»."""

from __future__ import annotations

from khabar.extract.dates.clocks import clock_values
from khabar.extract.dates.line import DASHES, NUMBER, Line
from khabar.extract.dates.partial import Amount
from khabar.extract.dates.read.clock import clock, part_of_day
from khabar.extract.dates.read.words import adjective, proclitic_length, unit
from khabar.extract.dates.values import amount as amount_value
from khabar.extract.dates.values import plain
from khabar.model import Reading, TimexMod

_MILESTONES = {"CE": 100, "DE": 10}


def duration(line: Line, start: int) -> Amount | None:
    """An amount, with further ones joined to it by و: «شهر ونصف»، «ساعة و20 دقيقة»."""
    first = _one(line, start)
    if first is None:
        return None
    amount = first
    _join(line, amount)
    _after(line, amount)
    return amount


def _join(line: Line, amount: Amount) -> None:
    while line.key(amount.end)[:1] in {"و", "،", ","}:
        position = line.joined(amount.end)
        if position is None and line.key(amount.end) in {"،", ","}:
            position = amount.end + 1 if line.key(amount.end + 1)[:1] != "و" else line.joined(amount.end + 1)
        if position is None or not line.near(position):
            return
        half = line.find(position, "fraction")
        if half is not None and unit(line, half.end) is None and line.key(amount.end) not in {"،", ","}:
            if half.reading.article or line.find(half.end, "year_fraction"):
                return
            _add_fraction(amount, half.entry.integer("numerator") / half.entry.integer("denominator"))
            amount.end = half.end
            continue
        noun = unit(line, half.end) if half is not None else None
        if half is not None and noun is not None and noun.article and noun.entry.string("unit") == amount.parts[-1][1]:
            # «قرن ونصف القرن»
            _add_fraction(amount, half.entry.integer("numerator") / half.entry.integer("denominator"))
            amount.end = half.end + 1
            return
        following = _one(line, position)
        if (
            following is None
            or following.definite
            or not _smaller(amount, following)
            or (following.weak and line.key(amount.end) in {"،", ","})
        ):
            return
        amount.parts += following.parts
        amount.end, amount.weak = following.end, amount.weak and following.weak


def _smaller(amount: Amount, following: Amount) -> bool:
    """Whether the next amount is of another unit and both are of known size."""
    known = {letter for _, letter in amount.parts}
    numbers = [number for number, _ in (*amount.parts, *following.parts)]
    return "X" not in numbers and all(letter not in known and letter != "SN" for _, letter in following.parts)


def _add_fraction(amount: Amount, fraction: float) -> None:
    number, letter = amount.parts[-1]
    if number != "X":
        amount.parts[-1] = (plain(float(number) + fraction), letter)


def _one(line: Line, start: int) -> Amount | None:
    tags = line.word(start).tags
    counted = _counted(line, start) if "time_unit" not in tags or "cardinal" in tags else None
    return counted or _noun(line, start) or _several(line, start) or _part_of_unit(line, start)


def _counted(line: Line, start: int) -> Amount | None:
    """A number before its unit: «26 عاما»، «ثمانية أشهر»، «الـ24 ساعة»، «(30) يوما»."""
    position, definite = start, False
    if line.key(start) == "ال" and line.kind(start + 1) == NUMBER:
        position, definite = start + 1, True
    bracket = line.key(position) == "("
    number: str | None = None
    end = position + bracket
    proclitics = 0
    if line.kind(end) == NUMBER:
        number = _decimal(line.key(end))
        if number is None:
            return None
        end += 1
        if line.kind(end) == NUMBER and line.integer(end) is not None and len(line.key(end)) == 3 and len(number) <= 3 and line.near(end):
            number, end = number + line.key(end), end + 1
        scale = line.word(end).tags.get("cardinal")
        if scale is not None and scale.entry.string("kind") == "scale" and not scale.proclitics and not bracket:
            number, end = plain(float(number) * scale.entry.integer("value")), end + 1
    else:
        reading = line.word(end).tags.get("cardinal")
        count = line.cardinal(end) if reading is not None else None
        if count is None or reading is None:
            return None
        number, end = str(count[0]), count[1]
        proclitics, definite = proclitic_length(reading), reading.article
    if bracket:
        if line.key(end) != ")":
            return None
        end += 1
    noun = unit(line, end)
    if noun is None or not line.near(end) or noun.proclitics or noun.entry.string("number") == "d":
        return None
    letter = noun.entry.string("unit")
    if (noun.article and not definite) or letter == "ML":
        return None
    follower = line.key(end + 1) if line.near(end + 1) else ""
    if (
        letter == "Y"
        and noun.entry.string("number") == "s"
        and ((line.integer(end + 1) is not None and len(follower) == 4) or follower == "(")
    ):
        return None  # «رقم 9 عام 1921»: the noun heads the year after it
    return Amount(start, end + 1, "duration.counted", [(number, letter)], proclitics, definite=definite or noun.article)


def _decimal(key: str) -> str | None:
    if key.isdecimal() and len(key) <= 9:
        return str(int(key))
    for mark in ",،٬":
        head, found, tail = key.partition(mark)
        groups_thousands = found and head.isdecimal() and len(tail.split(".")[0].split("٫")[0]) == 3
        key = key.replace(mark, "" if groups_thousands else ".")
    key = key.replace("٫", ".").replace("ر", ".")
    whole, _, part = key.partition(".")
    if not whole.isdecimal() or len(whole) > 9 or (part and not part.isdecimal()):
        return None
    return plain(float(key))


def _noun(line: Line, start: int) -> Amount | None:
    """A unit without number: the dual («يومين»), a plural («السنوات الخمس»، «أيام»), a singular («شهر»)."""
    noun = unit(line, start)
    if noun is None:
        return None
    number, letter = noun.entry.string("number"), noun.entry.string("unit")
    proclitics = proclitic_length(noun)
    amount = Amount(start, start + 1, "duration.unit", [("X", letter)], proclitics, definite=noun.article)
    match number:
        case "d":
            amount.parts = [("2", letter)]
            # the construct state (يومي، شهري) counts nothing by itself
            amount.weak = noun.entry.flag("ambiguous") or line.key(start)[-1] != "ن"
            if line.key(start)[-1] not in "نا":
                return None
        case "p":
            return _plural(line, amount, noun)
        case _:
            if letter in {"SN", "ML"} or (line.key(start)[-1] == "ا" and noun.article):
                return None
            amount.parts, amount.weak = [("1", letter)], True
            if line.key(start + 1) in {"واحد", "واحده", "كامل", "كامله"} and line.near(start + 1):
                amount.weak = False
                if line.key(start + 1).startswith("واحد"):
                    amount.end = start + 2
    return amount


def _plural(line: Line, amount: Amount, noun: Reading) -> Amount | None:
    letter, end = noun.entry.string("unit"), amount.end
    amount.weak = True
    if not line.near(end):
        return amount
    key = line.key(end)
    few = line.word(end).tags.get("time_context")
    is_few = few is not None and "few" in few.entry.strings("roles") and few.article == noun.article and not few.proclitics
    if is_few or (key == "عده" and not noun.article):
        amount.end, amount.weak = end + 1, False
        return amount
    if noun.article:
        count = line.cardinal(end + (key == "ال"))
        if count is not None and (key == "ال" or _has_article(line, end)):
            amount.parts, amount.end, amount.weak = [(str(count[0]), letter)], count[1], False
    return amount


def _has_article(line: Line, position: int) -> bool:
    reading = line.word(position).tags.get("cardinal")
    return reading is not None and reading.article


def _several(line: Line, start: int) -> Amount | None:
    """«بضع ساعات»، «عدة أشهر»، «عشرات السنين»."""
    found = line.find(start, "several")
    if found is None or found.reading.article:
        return None
    key, proclitics = line.key(start), proclitic_length(found.reading)
    noun = unit(line, start + 1)
    if noun is None or noun.entry.string("number") != "p" or noun.proclitics or not line.near(start + 1):
        return None
    letter = noun.entry.string("unit")
    if letter == "DE" and key.endswith("بعض"):
        return None  # «بعض عقود الرعاية»
    if key.endswith(("عشرات", "مئات")) and letter == "Y":
        letter = {"عشرات": "DE", "مئات": "CE"}[key[proclitics:]]
    return Amount(start, start + 2, "duration.several", [("X", letter)], proclitics)


def _part_of_unit(line: Line, start: int) -> Amount | None:
    """«ربع قرن»، «نصف ساعة»، «ثلاثة أرباع الساعة»."""
    found = line.find(start, "fraction")
    if found is None or found.reading.article or not line.near(found.end):
        return None
    noun = unit(line, found.end, number="s")
    if noun is None or noun.proclitics:
        return None
    letter = noun.entry.string("unit")
    share = found.entry.integer("numerator") / found.entry.integer("denominator")
    if noun.article and letter not in {"H", "TM", "S"}:
        return None
    parts = [(plain(share), letter)]
    if letter in _MILESTONES:
        parts = [(plain(share * _MILESTONES[letter]), "Y")]
    elif letter == "H" and (share * 60).is_integer():
        parts = [(plain(share * 60), "TM")]
    return Amount(start, found.end + 1, "duration.fraction", parts, proclitic_length(found.reading))


def _after(line: Line, amount: Amount) -> None:
    """What may follow: «القليلة الماضية»، «تقريبا»، «على الأقل»."""
    end = amount.end
    if amount.definite and line.near(end) and line.has_role(end, "few"):
        end += 1
    said = adjective(line, end)
    if said is not None and not said.same and (amount.parts[0][0] != "1" or (amount.definite and amount.parts[0][1] in {"H", "TM", "S"})):
        amount.end, amount.direction, amount.weak = said.end, said.shift, False
        amount.definite = True
        if said.relative and said.shift == 1:
            amount.direction = None
    elif amount.definite and end > amount.end:
        amount.end, amount.weak = end, False
    if line.key(amount.end) == "من" and line.key(amount.end + 1) == "الان" and line.near(amount.end + 1) and not amount.definite:
        amount.end, amount.weak, amount.from_now = amount.end + 2, False, True
    key = line.key(amount.end) if line.near(amount.end) else ""
    if key == "تقريبا":
        amount.end, amount.mod = amount.end + 1, TimexMod.APPROX
    elif key == "علي" and line.key(amount.end + 1) in {"الاقل", "الاكثر"}:
        amount.mod = TimexMod.EQUAL_OR_MORE if line.key(amount.end + 1) == "الاقل" else TimexMod.EQUAL_OR_LESS


def range_of_amounts(line: Line, start: int) -> Amount | None:
    """Amounts that share their unit: «من 5 إلى 10 سنوات»، «ما بين 8 و10 أيام»، «4 - 6 أسابيع»."""
    first = line.cardinal(start)
    if first is None or not line.near(first[1]):
        return None
    key, after = line.key(first[1]), first[1] + 1
    if key not in {"الي", "او", "حتي"} and key not in DASHES:
        joined = line.joined(first[1])
        if joined is None or line.key(start - 1) not in {"بين", "وبين"}:
            return None
        after = joined
    if not line.near(after):
        return None
    most = _counted(line, after)
    if most is None or most.definite or len(most.parts) != 1:
        return None
    unit_letter = most.parts[0][1]
    word = line.word(start).tags.get("cardinal")
    amount = Amount(start, most.end, "duration", [(str(first[0]), unit_letter)], proclitic_length(word) if word is not None else 0)
    amount.most = most.parts
    return amount


def last_units(line: Line, start: int) -> Amount | None:
    """«آخر خمسة أيام»: an amount counted back from now."""
    reading = line.word(start).tags.get("ordinal")
    if reading is None or reading.article or reading.entry.integer("value") not in {-1, 1} or not line.near(start + 1):
        return None
    counted = _counted(line, start + 1) or _noun(line, start + 1)
    if counted is None or counted.proclitics or counted.definite or counted.parts[0][0] in {"1", "X"}:
        return None
    counted.start, counted.proclitics, counted.rule, counted.weak = start, proclitic_length(reading), "duration.last", False
    counted.direction = -1 if reading.entry.integer("value") == -1 else None
    return counted


def adverb(line: Line, start: int) -> Amount | None:
    """«يوميا»، «سنويا»."""
    found = line.find(start, "set_adverb")
    if found is None:
        return None
    return Amount(start, found.end, "set.adverb", [], proclitic_length(found.reading), quant="EVERY", value=found.entry.string("value"))


def every(line: Line, start: int) -> Amount | None:
    """«كل خمس سنوات»، «كل يوم جمعة»، «كل صباح», «كل عام»."""
    found = line.find(start, "set_quantifier")
    if found is None or not line.near(start + 1):
        return None
    proclitics = proclitic_length(found.reading)
    position = start + 1
    day = unit(line, position, "D", "s")
    after = position + 1 if day is not None and not day.article else position
    weekday = line.word(after).tags.get("weekday") if line.near(after) else None
    if weekday is not None and not weekday.proclitics and (after > position or line.key(after) != "احد"):
        value = f"XXXX-WXX-{weekday.entry.integer('number')}"
        return Amount(start, after + 1, "set.every", [], proclitics, quant="EVERY", value=value)
    part = line.find(position, "part_of_day")
    if part is not None and not part.reading.article and not part.reading.proclitics and part.end == position + 1:
        return Amount(start, part.end, "set.every", [], proclitics, quant="EVERY", value=f"T{part.entry.string('value')}")
    counted = _counted(line, position)
    if counted is None:
        noun = unit(line, position)
        if noun is None or noun.article or noun.proclitics or noun.entry.string("number") == "p":
            return None
        counted = _noun(line, position)
    if counted is None or counted.definite:
        return None
    return Amount(start, counted.end, "set.every", counted.parts, proclitics, quant="EVERY", value=amount_value(counted.parts))


def time_of_every(line: Line, start: int) -> Amount | None:
    """«صباح كل يوم»، «الساعة 9 صباحا كل يوم أحد», and the other way round «كل صباح الساعة 9»."""
    if not any(word.key == "كل" or word.key.endswith("ايام") for word in line.words[start + 1 : start + 7]):
        return None
    time = clock(line, start) or part_of_day(line, start)
    if time is None or not line.near(time.end):
        return None
    repeated = every(line, time.end) or weekdays(line, time.end)
    if repeated is None or repeated.proclitics or repeated.value is None:
        return None
    day = repeated.value if repeated.value.startswith("XXXX") else ""
    return Amount(start, repeated.end, "set.time", [], time.proclitics, quant="EVERY", value=f"{day}T{clock_values(time)[0]}")


def times_per(line: Line, start: int) -> Amount | None:
    """«مرتين في الأسبوع»، «ثلاث مرات يوميا»، «مرة كل عام»."""
    found = line.find(start, "repetition")
    if found is not None:
        number, end, proclitics = found.entry.integer("number"), start + 1, proclitic_length(found.reading)
        if found.reading.article:
            return None
    else:
        count = line.cardinal(start)
        if count is None or line.key(count[1]) not in {"مرات", "مره"} or not line.near(count[1]):
            return None
        reading = line.word(start).tags.get("cardinal")
        number, end, proclitics = count[0], count[1] + 1, proclitic_length(reading) if reading else 0
    if line.key(end) in {"واحده", "علي"} and line.near(end):
        end += 1
    if not line.near(end):
        return None
    adverbial = line.find(end, "set_adverb")
    if adverbial is not None:
        value, end = adverbial.entry.string("value"), adverbial.end
    elif line.key(end) == "في":
        noun = unit(line, end + 1, number="s")
        if noun is None or not noun.article or noun.proclitics or adjective(line, end + 2) is not None or noun.entry.string("unit") == "CE":
            return None
        value, end = amount_value([("1", noun.entry.string("unit"))]), end + 2
    elif line.key(end) == "كل":
        repeated = every(line, end)
        if repeated is None or repeated.value is None:
            return None
        value, end = repeated.value, repeated.end
    else:
        return None
    return Amount(start, end, "set.times", [], proclitics, quant="EVERY", freq=f"{number}X", value=value)


def weekdays(line: Line, start: int) -> Amount | None:
    """«أيام الجمعة»: every such day."""
    head = unit(line, start, "D", "p")
    if head is None or head.article or not line.near(start + 1):
        return None
    reading = line.word(start + 1).tags.get("weekday")
    if reading is None or not reading.article or reading.proclitics:
        return None
    if line.joined(start + 2) is not None and line.word(line.joined(start + 2) or 0).tags.get("weekday") is not None:
        return None
    return Amount(
        start, start + 2, "set.weekdays", [], proclitic_length(head), quant="EVERY", value=f"XXXX-WXX-{reading.entry.integer('number')}"
    )
