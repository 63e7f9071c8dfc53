"""Joining: words that stand side by side and narrow the same time become one expression.

«صباح اليوم السبت 14 جانفي 2017» is a part of day, a day by its distance, a weekday, a day of a month and a year.
A table says what may follow what, so no rule needs to list the combinations.
"""

from __future__ import annotations

from collections.abc import Callable

from khabar.extract.dates.line import DASHES, TIME, Line
from khabar.extract.dates.partial import (
    CENTURY,
    CLOCK,
    DAY,
    DECADE,
    DEICTIC,
    FRACTION,
    MONTH,
    PART,
    RANK,
    SEASON,
    WEEK,
    WEEKDAY,
    YEAR,
    Amount,
    Partial,
)
from khabar.extract.dates.read.clock import zone
from khabar.extract.dates.read.months import year_number
from khabar.extract.dates.read.words import proclitic_length
from khabar.model import TimexMod

_AFTER = {
    CLOCK: DEICTIC + WEEKDAY + DAY + PART + WEEK,
    PART: CLOCK + DEICTIC + WEEKDAY + DAY + WEEK,
    DEICTIC: PART + CLOCK,
    WEEKDAY: PART + CLOCK + DEICTIC + WEEK,
    DAY: PART + CLOCK + DEICTIC + WEEKDAY,
    WEEK: WEEKDAY + PART + CLOCK,
    MONTH: WEEK + FRACTION,
    FRACTION: "",
    SEASON: "",
    YEAR: DAY + MONTH + FRACTION + SEASON + WEEK,
    CENTURY: DECADE,
    DECADE: "",
}
"""What a time must already fix for a further word to join it, by the finest thing that the word fixes."""

ReadPoint = Callable[[Line, int], Partial | None]


def narrow(line: Line, partial: Partial, read: ReadPoint) -> None:
    """Add to `partial` what follows it on the same line, as long as it narrows the same time."""
    for _ in range(8):
        following = _next(line, partial, read)
        if following is None:
            break
        closing = 0
        if line.key(following.start - 1) == "(" and line.key(following.end) == ")":
            closing = 1
        partial.take(following)
        if DAY in partial.slots and partial.weekday is not None and partial.direction is not None:
            # «السبت بعد المقبل 15 أغسطس»: the adjective counts weeks, not years
            partial.direction = max(-1, min(1, partial.direction))
        if following.rule not in partial.rule:
            partial.rule = f"{partial.rule}+{following.rule.partition('.')[2]}"
        partial.end += closing
    if CLOCK in partial.slots:
        zone(line, partial)


def _next(line: Line, partial: Partial, read: ReadPoint) -> Partial | None:
    end = partial.end
    if not line.near(end):
        return None
    key = line.key(end)
    if key in {"من", "في"} or key in {"،", ","} or key in DASHES or key in {"(", "|"}:
        if not line.near(end + 1):
            return None
        following = read(line, end + 1)
        if following is None or following.start <= end:
            return None
        return following if _bridged(line, partial, following, key) else None
    if MONTH in partial.slots and YEAR not in partial.slots and "cardinal" in line.word(end).tags:
        # a year in words: «7 فبراير ألفين وثمانية عشر»
        written = year_number(line, end, after_month=True)
        if written is not None and written.end > end + 1 and 1000 <= (written.year or 0) <= 2100:
            return written
    approximate = line.find(end, "approximator")
    if approximate is not None and not approximate.reading.proclitics and line.near(approximate.end):
        following = read(line, approximate.end)
        return (
            following
            if following is not None and CLOCK in following.slots and not following.proclitics and _fits(partial, following)
            else None
        )
    following = read(line, end)
    if following is None or following.start < end or not _fits(partial, following):
        return None
    if following.weak and following.rule == "date.period":
        return None
    reading_letters = following.proclitics
    first = line.key(end)[:1]
    if reading_letters and not (
        first in {"ل", "ب"} and reading_letters == 1 and following.has(YEAR + MONTH) and DAY not in following.slots
    ):
        return None
    if line.key(end)[:2] == "لل" and YEAR not in following.slots:
        return None
    if following.weak and following.slots == YEAR:
        return following if partial.has(MONTH + SEASON + FRACTION) or partial.feast is not None or partial.year_shift is not None else None
    return following


def _fits(partial: Partial, following: Partial) -> bool:
    finest = min(following.slots, key=RANK.__getitem__)
    if any(slot in partial.slots for slot in following.slots):
        both = set(partial.slots) & set(following.slots)
        # «العام الماضي 2014»: the year again by its number
        return both == {YEAR} and partial.year_shift is not None and following.year is not None and following.slots == YEAR
    if (partial.pick is not None or partial.spread is not None) and partial.weak:
        return following.has(MONTH + YEAR + WEEK + SEASON + FRACTION) and following.pick is None
    if following.pick is not None or following.spread is not None:
        return False
    if partial.feast is not None and following.slots == YEAR:
        return True
    allowed = _AFTER[finest]
    if following.hijri != partial.hijri and following.slots == YEAR and following.year is not None and not partial.hijri:
        return False
    return any(slot in allowed for slot in partial.slots)


def _bridged(line: Line, partial: Partial, following: Partial, key: str) -> bool:
    """Whether a word or mark between two times joins them."""
    if following.proclitics or not _fits(partial, following):
        return False
    if key == "من":
        if partial.fraction is not None and MONTH in following.slots:
            return True
        finest = min(RANK[slot] for slot in partial.slots)
        return finest < min(RANK[slot] for slot in following.slots) or (CLOCK in partial.slots and PART in following.slots)
    if key == "في":
        if partial.pick is not None and partial.weak:
            return True
        if following.slots == YEAR:
            return MONTH in partial.slots and not following.weak
        if following.has(CLOCK + PART):
            return partial.has(DEICTIC + WEEKDAY) and (
                CLOCK in following.slots or following.rule == "time.late-or-early" or line.key(following.start)[:2] == "ال"
            )
        return partial.slots == WEEKDAY and DAY in following.slots and MONTH in following.slots
    if key in {"،", ","}:
        if CLOCK in following.slots:
            return partial.has(DAY + DEICTIC) and not following.weak
        if following.slots == YEAR:
            return following.year is not None and MONTH in partial.slots
        if DAY in following.slots:
            return partial.has(WEEKDAY + DEICTIC) or (partial.slots == CLOCK and MONTH in following.slots)
        return following.slots == WEEKDAY and partial.slots in {DEICTIC, PART + DEICTIC}
    if key == "(":
        return line.key(following.end) == ")" and (
            (following.slots == WEEKDAY and DEICTIC in partial.slots)
            or (following.slots == YEAR and partial.has(DAY + MONTH) and following.year is not None and partial.year is None)
        )
    if following.slots == WEEKDAY:
        return DAY in partial.slots and YEAR in partial.slots
    return CLOCK in following.slots and DAY in partial.slots and (line.kind(following.start) == TIME)


def modifiers(line: Line, partial: Partial, floor: int) -> None:
    """Take in the words before a time that modify it: «مطلع عام 2017»، «حوالي الساعة العاشرة»."""
    for _ in range(2):
        if partial.start <= floor or not line.near(partial.start) or partial.proclitics:
            return
        edge = line.find(partial.start - 1, "edge")
        if (
            edge is not None
            and edge.end == partial.start
            and not partial.has(CLOCK + PART)
            and partial.mod is None
            and _may_have_edge(partial)
        ):
            partial.start -= 1
            partial.proclitics, partial.mod = proclitic_length(edge.reading), TimexMod[edge.entry.string("mod")]
            partial.weak = partial.weak and partial.year is not None and partial.slots == YEAR
            continue
        if not modifier(line, partial, floor):
            return


def _may_have_edge(partial: Partial) -> bool:
    return not (partial.has(DAY + DEICTIC + WEEKDAY) and partial.feast is None) or partial.spread is not None


def modifier(line: Line, item: Partial | Amount, floor: int) -> bool:
    """Take in an approximating word or phrase that ends where `item` begins."""
    for width in range(1, 5 if line.has_phrases("approximator") else 2):
        position = item.start - width
        if position < floor or not line.near(position + 1):
            return False
        found = line.find(position, "approximator")
        if found is not None and found.end == item.start:
            item.start, item.proclitics, item.mod = position, proclitic_length(found.reading), TimexMod[found.entry.string("mod")]
            # a measure is more of an amount, but four digits are no more of a year
            item.weak = item.weak and isinstance(item, Partial)
            return True
    return False
