"""Ranges and enumerations: «من 13 إلى 15 مارس»، «بين عامي 1074 و1163م»، «يومي السبت والأحد»، «2019-2021»."""

from __future__ import annotations

from khabar.extract.dates.joining import ReadPoint
from khabar.extract.dates.line import DASHES, NUMBER, Line
from khabar.extract.dates.partial import CENTURY, CLOCK, DAY, DEICTIC, PART, WEEKDAY, YEAR, Partial
from khabar.extract.dates.read.clock import bare_hour, clock
from khabar.extract.dates.read.months import day_of_month, month, year_number
from khabar.extract.dates.read.words import era, proclitic_length, unit

_TO = frozenset({"الي", "حتي", "وحتي", "والي", "لغايه", "ولغايه"})
_STARTERS = frozenset({"ابتداء", "بدايه", "بدءا", "انطلاقا", "اعتبارا", "وابتداء", "وبدءا", "بدء"})


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
    if key in {"من", "ومن"} and not (position and line.key(position - 1) in _STARTERS and line.near(position)):
        return position, False
    return start, False


def extend(line: Line, partial: Partial, read: ReadPoint, floor: int) -> None:
    """Make `partial` the beginning of a range if its end follows."""
    start, between = opened(line, partial.start, floor) if not partial.proclitics else (partial.start, False)
    after = bridge(line, partial.end, between=between)
    if after is None:
        return
    key = line.key(partial.end)
    dash = key in DASHES
    last = read(line, after)
    if last is None and partial.has(CLOCK) and start < partial.start:
        last = bare_hour(line, after)
    if last is None or last.start < after:
        return
    if between and last.proclitics and line.key(after)[:1] != "و":
        return
    if not between and last.proclitics:
        return
    if not _same_kind(line, partial, last, dash=dash):
        return
    if dash and (start == partial.start) and not (_full(partial) or partial.has(CLOCK) or partial.has(YEAR) or last.has(DAY)):
        return
    if (
        start == partial.start
        and key in {"حتي", "وحتي", "والي", "ولغايه"}
        and key != "الي"
        and not _full(partial)
        and not partial.has(CLOCK + WEEKDAY + DAY)
    ):
        return
    _distribute(partial, last)
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
    if not line.near(position) or line.key(position) not in {"من", "بين"} or partial.has(CLOCK + PART) or not line.near(position + 1):
        return
    inner = read(line, position + 1)
    if inner is None or inner.proclitics or not (inner.slots in {CLOCK, CLOCK + PART} and partial.has(DAY + WEEKDAY + DEICTIC)):
        return
    if inner.to is None:
        extend(line, inner, read, position)
    if inner.to is None:
        return
    partial.take(inner)
    partial.end, partial.to = inner.end, inner.to
    partial.rule = f"{partial.rule}+clock.range"
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


def clock_range(line: Line, start: int) -> Partial | None:
    """Hours that share the half of the day after the last: «من 5 إلى السابعة صباحا»، «2:00 - 4:00 مساء»."""
    head = unit(line, start, "H", "s")
    position = start + 1 if head is not None and head.article else start
    number = line.integer(position)
    if number is not None and len(line.key(position)) <= 2:
        hour, minute, end = number, None, position + 1
    else:
        reading = line.word(position).tags.get("ordinal") or line.word(position).tags.get("cardinal")
        if reading is None or not reading.article or reading.proclitics:
            return None
        hour, minute, end = reading.entry.integer("value"), None, position + 1
    between = line.key(start - 1) in {"بين", "وبين"}
    after = bridge(line, end, between=between)
    if after is None or not 1 <= hour <= 24:
        return None
    last = clock(line, after)
    if last is None or not (last.half or head is not None) or (last.proclitics and not between):
        return None
    if not (last.half or unit(line, after, "H", "s")):
        return None
    first = Partial(start, last.end, "time.clock-range", last.slots, proclitic_length(head) if head else 0, hour=hour, minute=minute)
    first.to = last
    _distribute(first, last)
    return first


def _full(partial: Partial) -> bool:
    return partial.has(DAY) and partial.has(YEAR)


def _same_kind(line: Line, first: Partial, last: Partial, *, dash: bool) -> bool:
    if first.has(CLOCK) or last.has(CLOCK):
        return first.has(CLOCK) and last.has(CLOCK)
    if first.has(PART) or last.has(PART):
        return False
    if first.slots == YEAR and last.slots == YEAR:
        return first.year is None or last.year is None or abs(first.year - last.year) <= (300 if not dash else 200)
    if first.slots == WEEKDAY:
        return last.slots == WEEKDAY
    if first.feast is not None or last.feast is not None:
        return not dash
    if dash and first.has(DAY) != last.has(DAY):
        return False
    return True


def _distribute(first: Partial, last: Partial) -> None:
    """Give the beginning what only the end says: month, year, adjective, half of the day."""
    if first.has(CLOCK):
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


def short_range(line: Line, start: int) -> Partial | None:
    """Days that share the month after the last: «13 إلى 15 مارس»، «7-9 محرم 1437ه»، «15 و16 يوليو»."""
    head = unit(line, start, "D")
    plural = head is not None and head.entry.string("number") in {"d", "p"} and not head.article
    position = start + 1 if plural else start
    members: list[tuple[int, int]] = []
    ranged = dashed = False
    proclitics = proclitic_length(head) if plural and head is not None else 0
    while len(members) < 10:
        numbered = _plain_day(line, position)
        if numbered is None:
            return None
        members.append(numbered)
        full = day_of_month(line, position)
        if full is not None and len(members) > 1:
            return _days(start, members, full, proclitics, range_=ranged or (not plural and _ranged(line, start)), dashed=dashed)
        end = numbered[1]
        to = bridge(line, end)
        if to is not None:
            ranged, dashed, position = True, line.key(end) in DASHES, to
            continue
        joined = line.joined(end)
        if joined is None and line.key(end) == "،":
            joined = end + 1
        if joined is None or not line.near(joined):
            return None
        position = joined
    return None


def _ranged(line: Line, start: int) -> bool:
    return line.key(start - 1) in {"بين", "وبين"}


def _plain_day(line: Line, position: int) -> tuple[int, int] | None:
    number = line.integer(position)
    if number is not None:
        return (number, position + 1) if 1 <= number <= 31 and len(line.key(position)) <= 2 else None
    word = line.word(position)
    if "ordinal" not in word.tags and "cardinal" not in word.tags:
        return None
    count = line.ordinal(position)
    return count if count is not None and 1 <= count[0] <= 31 else None


def _days(start: int, members: list[tuple[int, int]], full: Partial, proclitics: int, *, range_: bool, dashed: bool) -> Partial:
    first = full.copy()
    first.start, first.day, first.proclitics, first.rule = start, members[0][0], proclitics, "date.days"
    first.end = full.end
    if range_:
        first.to, first.dashed = full, dashed
    else:
        between = []
        for day, _ in members[1:-1]:
            member = full.copy()
            member.day = day
            between.append(member)
        first.others = (*between, full)
    return first


def years(line: Line, start: int) -> Partial | None:
    """Years that share a marker or a head: «عامي 1074 و1163م»، «384-322 قبل الميلاد»، «2019-2021»."""
    head = unit(line, start, "Y")
    position, proclitics, headed = start, 0, False
    if head is not None:
        if head.entry.string("number") == "s" and not line.near(start + 1):
            return None
        if head.entry.string("number") == "s" and line.kind(start + 1) != NUMBER:
            return None
        position, proclitics, headed = start + 1, proclitic_length(head), True
    first = line.integer(position)
    if first is None or not 1 <= len(line.key(position)) <= 4:
        return None
    to = bridge(line, position + 1)
    joined = None
    if to is None:
        joined = line.joined(position + 1)
        to = joined
    if to is None or not line.near(to):
        return None
    second_start = to + (unit(line, to, "Y", "s") is not None)
    last = year_number(line, second_start, headed=headed)
    if last is None:
        if line.key(second_start + 1) in {"سنه", "عام"} and era(line, second_start + 2) and line.integer(second_start) is not None:
            marked = era(line, second_start + 2)
            value = line.integer(second_start) or 0
            if marked is None or marked[0] != "BC":
                return None
            last = Partial(second_start, marked[1], "date.year", YEAR, year=-value)
        else:
            return None
    elif (
        line.key(last.end) in {"سنه", "عام"}
        and last.year is not None
        and (marked := era(line, last.end + 1)) is not None
        and marked[0] == "BC"
    ):
        last.year, last.end = -abs(last.year), marked[1]
    if last.last_year is not None or last.year is None:
        return None
    length = len(line.key(position))
    own = era(line, position + 1)
    value = first
    if last.year < 0 and own is None:
        value = -first
    elif (
        length < 4
        and not (last.hijri and length == 3)
        and not (headed and ((length == 2 and abs(last.year) % 100 == last.year) or last.year < 1000))
    ):
        if headed and length == 2:
            value = last.year // 100 * 100 + first
        else:
            return None
    marked_range = last.year < 0 or last.hijri or headed
    if not marked_range and not (length == 4 and 1000 <= value <= 2100 and 1000 <= last.year <= 2100):
        return None
    if joined is not None and not headed and not (line.key(start - 1) in {"بين", "وبين"} or last.year < 0):
        return None
    partial = Partial(start, last.end, "date.years", YEAR, proclitics, year=value, hijri=last.hijri)
    if joined is None and value > 0 and abs(last.year - value) == 1 and line.key(position + 1) in DASHES:
        # one season or school year, printed in either order
        partial.year, partial.last_year = min(value, last.year), max(value, last.year)
        return partial
    if joined is not None and headed and line.key(start - 1) not in {"بين", "وبين"}:
        more = [last]
        while len(more) < 8:
            following = line.joined(more[-1].end)
            another = (
                year_number(line, following, headed=True)
                if following is not None and line.near(following) and line.kind(following) == NUMBER
                else None
            )
            if another is None:
                break
            more.append(another)
        partial.others, partial.end = tuple(more), more[-1].end
    else:
        partial.to, partial.dashed = last, line.key(position + 1) in DASHES
        if 0 < last.year < value:
            # printed in the order of the eye, from right to left
            partial.year, last.year = last.year, value
    return partial


def several(line: Line, start: int) -> Partial | None:
    """Months, weekdays or centuries under one head: «شهري أكتوبر ونوفمبر 2016»، «يومي السبت والأحد»."""
    head = unit(line, start)
    if head is None or head.entry.string("number") not in {"d", "p"} or not line.near(start + 1):
        return None
    letter = head.entry.string("unit")
    members: list[Partial] = []
    position = start + 1
    ranged = False
    while len(members) < 8:
        member = _member(line, position, letter)
        if member is None:
            break
        members.append(member)
        to = bridge(line, member.end)
        if to is not None:
            ranged, position = True, to
            continue
        joined = line.joined(member.end)
        if joined is None and line.key(member.end) == "،":
            joined = member.end + 1
        if joined is None or not line.near(joined):
            break
        position = joined
    if len(members) < 2:
        return None
    last = members[-1]
    for member in members[:-1]:
        _distribute(member, last)
        if member.year is None and last.year is not None:
            member.year = last.year
        if member.direction is None and letter != "M":
            member.direction = last.direction
    first = members[0].copy()
    first.start, first.end, first.proclitics, first.weak = start, last.end, proclitic_length(head), False
    first.rule = f"{first.rule}.several"
    if ranged or line.key(start - 1) in {"بين", "وبين"}:
        first.to = last
    else:
        first.others = tuple(members[1:])
    return first


def _member(line: Line, position: int, letter: str) -> Partial | None:
    match letter:
        case "M":
            found = month(line, position)
            if found is None:
                return None
            number = year_number(line, found.end, after_month=True) if line.near(found.end) else None
            if number is not None and number.weak is False and number.year is not None:
                found.take(number)
            return found
        case "D":
            reading = line.word(position).tags.get("weekday")
            if reading is None or not reading.article:
                return None
            from khabar.extract.dates.read.days import weekday

            return weekday(line, position)
        case "CE":
            count = line.ordinal(position)
            if count is None or not 1 <= count[0] <= 40:
                return None
            partial = Partial(position, count[1], "date.century", CENTURY, century=count[0])
            marked = era(line, count[1])
            if marked is not None:
                partial.end = marked[1]
                partial.hijri = marked[0] == "AH"
                partial.century = -count[0] if marked[0] == "BC" else count[0]
            return partial
        case _:
            return None
