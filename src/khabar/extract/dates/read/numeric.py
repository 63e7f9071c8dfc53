"""Dates in digits, day first: «24/10/1436هـ»، «3 / 6 / 2012»، «2018-03-05»، «بغداد ١٥ - ٧ (اف ب)»."""

from __future__ import annotations

from khabar.extract.dates.line import DASHES, DATE, NUMBER, WORD, Line
from khabar.extract.dates.partial import DAY, MONTH, YEAR, Partial
from khabar.extract.dates.read.words import era, full_year, proclitic_length, unit

_SEPARATORS = frozenset({"/", "-", ".", "\\"}) | DASHES
_HIJRI = range(1300, 1500)


def numeric(line: Line, start: int) -> Partial | None:
    """A day, month and year in digits, in one token or in five."""
    head = unit(line, start, "D", "s")
    position = start + 1 if head is not None and not head.article and line.near(start + 1) else start
    parts, end = _three(line, position)
    placed = _placed(line, position, end, parts) if len(parts) == 3 else None
    if placed is not None and head is not None:
        placed.start, placed.proclitics = start, proclitic_length(head)
    return placed


def day_and_month(line: Line, start: int) -> Partial | None:
    """A day and month in digits where something else tells a date: يوم، بتاريخ, or a dateline's bracket."""
    head = unit(line, start, "D", "s")
    position = start + 1 if head is not None and line.near(start + 1) else start
    key = line.key(position)
    if line.kind(position) == NUMBER and key.count("/") == 1:
        first, second = key.split("/")
        end = position + 1
    else:
        if line.integer(position) is None or line.key(position + 1) not in _SEPARATORS or line.integer(position + 2) is None:
            return None
        if not (line.near(position + 1) and line.near(position + 2)):
            return None
        first, second, end = key, line.key(position + 2), position + 3
    if not (first.isdecimal() and second.isdecimal()) or (
        line.key(end) in _SEPARATORS and line.kind(end + 1) == NUMBER and line.near(end + 1)
    ):
        return None
    if (
        len(second) == 4
        and 1 <= int(first) <= 12
        and 1900 <= int(second) <= 2100
        and line.kind(position) == NUMBER
        and "/" in key + line.key(position + 1)
    ):
        return Partial(start, end, "date.numeric-month", MONTH + YEAR, month=int(first), year=int(second))
    if (
        len(first) == 4
        and len(second) <= 2
        and 1 <= int(second) <= 12
        and 1900 <= int(first) <= 2100
        and line.kind(position) == NUMBER
        and "/" in key + line.key(position + 1)
    ):
        return Partial(start, end, "date.numeric-month", MONTH + YEAR, month=int(second), year=int(first))
    if len(first) > 2 or len(second) > 2:
        return None
    told = (
        ("weekday" in line.word(start - 1).tags and "/" in key + line.key(position + 1))
        or head is not None
        or line.key(start - 1) in {"تاريخ", "بتاريخ", "يوم"}
        or _in_dateline(line, start, end)
    )
    slashed = line.kind(position) == NUMBER and "/" in key
    alone = line.size == end - start and "/" in key + line.key(position + 1)
    told = told or (
        slashed and line.key(start - 1) in {"قبل", "بعد", "منذ", "حتي", "بحلول"} and (line.kind(end) != WORD or not line.near(end))
    )
    if not told and not alone:
        return None
    day, month = int(first), int(second)
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    proclitics = proclitic_length(head) if head else 0
    return Partial(start, end, "date.numeric-day-month", DAY + MONTH, proclitics, day=day, month=month)


def _in_dateline(line: Line, start: int, end: int) -> bool:
    """Whether a date stands between a place at the head of a line and an agency in brackets."""
    if line.key(end) != "(" or not line.near(end) or not line.near(start):
        return False
    position = start
    while position > 0 and line.near(position) and start - position < 4:
        position -= 1
    return position < start and (position == 0 or not line.near(position))


def _three(line: Line, start: int) -> tuple[list[str], int]:
    """The three numbers of a date and the token after them."""
    key = line.key(start)
    if line.kind(start) == DATE:
        return key.replace("/", "-").split("-"), start + 1
    if line.kind(start) != NUMBER:
        return [], start
    if key.count(".") == 2:
        parts = key.split(".")
        return (parts, start + 1) if len(parts[2]) == 4 or len(parts[0]) == 4 else ([], start)
    joined = key.split("/")
    if len(joined) == 2 and line.key(start + 1) == "/" and line.integer(start + 2) is not None and line.near(start + 2):
        return [*joined, line.key(start + 2)], start + 3
    if line.integer(start) is None:
        return [], start
    mark = line.key(start + 1)
    if mark not in _SEPARATORS:
        return [], start
    middle = line.key(start + 2)
    if line.kind(start + 2) == NUMBER and middle.count("/") == 1 and mark == "/":
        return [key, *middle.split("/")], start + 3
    if line.key(start + 3) == mark and line.key(start + 4) == "(" and line.integer(start + 5) is not None and line.key(start + 6) == ")":
        return [key, middle, line.key(start + 5)], start + 7
    if line.key(start + 3) != mark or line.integer(start + 2) is None or line.integer(start + 4) is None:
        return [], start
    if not all(line.near(position) for position in range(start + 1, start + 5)):
        return [], start
    parts = [key, middle, line.key(start + 4)]
    # with dashes or dots and spaces only a year of four digits tells a date from a score or a list
    return (parts, start + 5) if mark in {"/", "\\"} or len(parts[2]) == 4 or len(parts[0]) == 4 else ([], start)


def _placed(line: Line, start: int, end: int, parts: list[str]) -> Partial | None:
    if not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    first, second, third = (int(part) for part in parts)
    if len(parts[0]) == 4 and len(parts[2]) <= 2:
        year, month, day = first, second, third
    elif len(parts[2]) in {2, 4} and len(parts[0]) <= 2:
        day, month, year = first, second, third
        if len(parts[2]) == 2:
            year = full_year(third, line.creation_year)
            if line.key(start).count("-") == 2 and line.kind(start) == DATE and line.size > 1 and not 1 <= second <= 12:
                return None
    else:
        return None
    if len(parts[1]) > 2:
        return None
    # the month first, as software writes it, where the day first cannot be
    if month > 12 and day <= 12:
        day, month = month, day
    marked = era(line, end)
    hijri = year in _HIJRI
    if marked is not None:
        hijri, end = marked[0] == "AH", marked[1]
    if not (1 <= month <= 12 and 1 <= day <= 31 and year >= 1):
        return Partial(start, end, "date.numeric", DAY + MONTH + YEAR, day=day, month=month, year=year, hijri=hijri) if year > 999 else None
    return Partial(start, end, "date.numeric", DAY + MONTH + YEAR, day=day, month=month, year=year, hijri=hijri)
