"""Number words, read from the words of a text: cardinals and ordinals of either gender, up to millions.

Arabic writes hundreds, then units, then tens, joined by و («ألف وتسعمئة وسبعة وثمانون»); a number stands before
the scale that it multiplies («خمسة آلاف»). Grammar: W. Wright, *A Grammar of the Arabic Language*, vol. I, §§ 318–338.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from khabar.model import Reading, Word

Count: TypeAlias = tuple[int, int]
"""A number and the position after its last word."""

_ONE_IN_COMPOUNDS = ("احد", "احدي")


def read_cardinal(words: Sequence[Word], start: int) -> Count | None:
    """The cardinal number whose first word stands at `start`.

    Args:
        words: what the lexicons know of each token.
        start: position of the first word.

    Returns:
        The number and the position after its last word; None where no number stands.
    """
    first = words[start].tags.get("cardinal") if start < len(words) else None
    if first is None:
        return None
    total, group, scale, free, position, end = 0, 0, 10**9, 1000, start, start
    reading: Reading | None = first
    while reading is not None:
        value, kind = reading.entry.integer("value"), reading.entry.string("kind")
        joined = position > start and reading.proclitics[:1] == "و"
        if position > start and not joined and not (kind == "scale" and end == position):
            break
        follower = _bare(words, position + 1)
        width = 1
        if kind == "unit" and follower in {"ten_unit", "hundred"} and (free > 10 if follower == "ten_unit" else free == 1000):
            value, kind, width = (value + 10, "teen", 2) if follower == "ten_unit" else (value * 100, "hundreds", 2)
        elif (
            kind == "unit"
            and value == 1
            and _stem(words[position].key, reading) in _ONE_IN_COMPOUNDS
            and not _ten_follows(words, position + 1)
        ):
            break
        if kind == "scale":
            if value >= scale or (joined and group):
                break
            total, group, scale, free = total + max(group, 1) * value, 0, value, 1000
        elif kind == "scale_dual":
            if group or value >= scale:
                break
            total, scale, free = total + value, value // 2, 1000
        elif kind == "zero":
            return None if position > start else (0, start + 1)
        else:
            room = {"hundred": 1000, "hundreds": 1000, "unit": 100, "teen": 100, "ten_unit": 100, "ten": 50}[kind]
            if free < room:
                break
            group += value
            free = {"hundred": 100, "hundreds": 100, "unit": 50}.get(kind, 0)
        position += width
        end = position
        position, reading = _next(words, position)
    return (total + group, end) if end > start else None


def read_ordinal(words: Sequence[Word], start: int) -> Count | None:
    """The ordinal number whose first word stands at `start`; -1 for the last (الأخير).

    Args:
        words: what the lexicons know of each token.
        start: position of the first word.

    Returns:
        The number and the position after its last word; None where no ordinal stands.
    """
    if start >= len(words):
        return None
    tags = words[start].tags
    reading = tags.get("ordinal")
    if reading is None:
        cardinal = tags.get("cardinal")
        # from twenty on, round ordinals are cardinals with the article (العشرون، المئة)
        if cardinal is None or not cardinal.article or cardinal.entry.integer("value") < 20:
            return None
        count = read_cardinal(words, start)
        return _beyond_hundred(words, *count) if count and count[0] < 100 else count
    value, end = reading.entry.integer("value"), start + 1
    compound = False
    if 0 < value < 10 and _bare(words, end) == "ten_unit":
        value, end, compound = value + 10, end + 1, True
    elif 0 < value < 10:
        position, tens = _next(words, end)
        if tens is not None and tens.entry.string("kind") == "ten" and tens.proclitics == "و":
            value, end, compound = value + tens.entry.integer("value"), position + 1, True
    if reading.entry.flag("compound") and not compound:
        return None
    return _beyond_hundred(words, value, end) if value > 0 else (value, end)


def _beyond_hundred(words: Sequence[Word], value: int, end: int) -> Count:
    """What follows an ordinal below a hundred: «بعد المئة», «بعد الثلاثة آلاف»."""
    if end + 1 < len(words) and words[end].key == "بعد":
        after = words[end + 1].tags.get("cardinal")
        if after is not None and after.article:
            rest = read_cardinal(words, end + 1)
            if rest and rest[0] >= 100:
                return value + rest[0], rest[1]
    return value, end


def _next(words: Sequence[Word], position: int) -> tuple[int, Reading | None]:
    """The next cardinal word, with its و, which may stand apart (و عشرين)."""
    if position >= len(words):
        return position, None
    reading = words[position].tags.get("cardinal")
    if reading is None and words[position].key == "و" and position + 1 < len(words):
        apart = words[position + 1].tags.get("cardinal")
        if apart is not None and not apart.proclitics:
            return position + 1, Reading(entry=apart.entry, features=apart.features, proclitics="و", article=apart.article)
    if reading is not None and not reading.proclitics:
        # «وأحد» is also «واحد»
        others = (other for other in words[position].readings if other.proclitics == "و" and other.entry is reading.entry)
        reading = next(others, reading)
    return position, reading


def _bare(words: Sequence[Word], position: int) -> str:
    """The kind of the cardinal at `position` if nothing stands before it: only so does it join the word before."""
    reading = words[position].tags.get("cardinal") if position < len(words) else None
    return reading.entry.string("kind") if reading is not None and not reading.proclitics else ""


def _ten_follows(words: Sequence[Word], position: int) -> bool:
    _, reading = _next(words, position)
    return reading is not None and reading.proclitics == "و" and reading.entry.string("kind") == "ten"


def _stem(key: str, reading: Reading) -> str:
    return key[len(reading.proclitics) + 2 * reading.article :]
