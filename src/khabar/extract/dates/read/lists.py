"""Times under one head or with one ending: «يومي 19 و20 فيفري»، «عامي 1074 و1163م»، «من الثامنة إلى العاشرة مساء»."""

from __future__ import annotations

from khabar.extract.dates.line import DASHES, NUMBER, Line
from khabar.extract.dates.partial import CENTURY, YEAR, Partial
from khabar.extract.dates.read.clock import bare_hour, clock
from khabar.extract.dates.read.days import weekday
from khabar.extract.dates.read.months import day_of_month, month, year_number
from khabar.extract.dates.read.ranges import bridge, distribute
from khabar.extract.dates.read.words import era, proclitic_length, unit
from khabar.extract.dates.years import is_counted


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
        full = day_of_month(line, position) if len(members) > 1 else None
        if full is not None:
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
    if head is not None and (not line.near(start + 1) or (head.entry.string("number") == "s" and line.kind(start + 1) != NUMBER)):
        return None
    position = start if head is None else start + 1
    first = line.integer(position)
    if first is None or len(line.key(position)) > 4:
        return None
    between = line.key(start - 1) in {"بين", "وبين"}
    dashed = line.key(position + 1) in DASHES
    after = bridge(line, position + 1)
    joined = after is None
    if after is None:
        after = line.joined(position + 1)
    if after is None or not line.near(after):
        return None
    last = _last_year(line, after + (unit(line, after, "Y", "s") is not None), headed=head is not None)
    if last is None or last.year is None:
        return None
    value = _first_year(line, position, first, last, headed=head is not None)
    if head is None and last.year > 0 and is_counted(line, last.end):
        return None
    if value is None or (joined and head is None and not between and last.year > 0):
        return None
    partial = Partial(start, last.end, "date.years", YEAR, proclitic_length(head) if head else 0, year=value, hijri=last.hijri)
    if joined and head is not None and not between:
        _more_years(line, partial, last)
    elif dashed and value > 0 and abs(last.year - value) == 1:
        # one season or school year, printed in either order
        partial.year, partial.last_year = min(value, last.year), max(value, last.year)
    else:
        partial.to, partial.dashed = last, dashed
        if 0 < last.year < value:
            # printed in the order of the eye, from right to left
            partial.year, last.year = last.year, value
    return partial


def _last_year(line: Line, position: int, *, headed: bool) -> Partial | None:
    """The second year, with the era that both share: «700 سنة قبل الميلاد»."""
    last = year_number(line, position, headed=headed)
    value, end = (last.year, last.end) if last is not None else (line.integer(position), position + 1)
    if last is not None and last.last_year is not None:
        return None
    if value is not None and line.key(end) in {"سنه", "عام"}:
        marked = era(line, end + 1)
        if marked is not None and marked[0] == "BC":
            return Partial(position, marked[1], "date.year", YEAR, year=-abs(value))
    return last


def _first_year(line: Line, position: int, first: int, last: Partial, *, headed: bool) -> int | None:
    """The first year in full, by the second one; None where they are no years."""
    year, length = last.year or 0, len(line.key(position))
    if year < 0:
        return -first if era(line, position + 1) is None else first
    if length == 4:
        is_range = last.hijri or headed or (1000 <= first <= 2100 and 1000 <= year <= 2100)
        return first if is_range else None
    if headed and length == 2 and year >= 1000:
        return year // 100 * 100 + first
    return first if (last.hijri and length == 3) or (headed and year < 1000) else None


def _more_years(line: Line, partial: Partial, last: Partial) -> None:
    """The further years of «سنوات 2012 و2013 و2014»."""
    members = [last]
    while len(members) < 8:
        following = line.joined(members[-1].end)
        if following is None or not line.near(following) or line.kind(following) != NUMBER:
            break
        another = year_number(line, following, headed=True)
        if another is None:
            break
        members.append(another)
    partial.others, partial.end = tuple(members), members[-1].end


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
        distribute(member, last)
        if member.year is None and last.year is not None:
            member.year = last.year
        if member.direction is None and letter != "M":
            member.direction = last.direction
        if member.century is not None and last.century is not None and last.century < 0:
            member.century = -abs(member.century)
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


def clock_range(line: Line, start: int) -> Partial | None:
    """Hours that share the half of the day after the last: «من 5 إلى السابعة صباحا»، «2:00 - 4:00 مساء»."""
    head = unit(line, start, "H", "s")
    position = start + 1 if head is not None and head.article else start
    number = line.integer(position)
    if number is not None and len(line.key(position)) <= 2:
        hour, minute, end = number, None, position + 1
    else:
        tags = line.word(position).tags
        reading = tags.get("ordinal") or tags.get("cardinal")
        if reading is None or not reading.article or reading.proclitics:
            return None
        hour, minute, end = reading.entry.integer("value"), None, position + 1
    between = line.key(start - 1) in {"بين", "وبين"}
    after = bridge(line, end, between=between)
    fused = after is None and line.near(end) and line.key(end)[:2] == "لل" and line.key(start - 1) == "من"
    if fused:
        after = end  # «من السادسة للسابعة»
    if after is None or not 1 <= hour <= 24:
        return None
    last = clock(line, after) or (bare_hour(line, after) if fused else None)
    if last is None or (last.proclitics and not (between or fused)):
        return None
    if not (fused or last.half or unit(line, after, "H", "s")):
        return None
    first = Partial(start, last.end, "time.clock-range", last.slots, proclitic_length(head) if head else 0, hour=hour, minute=minute)
    first.to = last
    distribute(first, last)
    return first
