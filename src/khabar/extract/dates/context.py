"""What the text around an expression tells: the document's date, the tense of the clause, times named before."""

from __future__ import annotations

import datetime as dt

import attrs

from khabar.extract.dates.line import WORD, Line
from khabar.extract.dates.periods import Period

_REACH = 25
_CLAUSE_ENDS = frozenset({".", "؟", "!", "؛", "…", "»", "«"})


@attrs.define(eq=False)
class Context:
    """What resolution knows besides the words of an expression.

    Args:
        line: the text.
        created: the document's day; None where the caller gave none.
        now: its moment, where the caller gave one.
        week_start: the ISO number of the day on which weeks begin.
        year: the year last named.
        month: the month last named.
        day: the day last named.
        day_place: the token where that day stands.
    """

    line: Line
    created: dt.date | None
    now: dt.datetime | None
    week_start: int
    year: int | None = None
    month: Period | None = None
    day: dt.date | None = None
    day_place: int = -1

    def is_future(self, start: int, end: int) -> bool:
        """Whether the verb of the clause around tokens `start` to `end` speaks of the future."""
        line = self.line
        position = start - 1
        while position >= max(0, start - _REACH) and line.near(position + 1):
            if line.key(position) in _CLAUSE_ENDS:
                break
            if is_future_verb(line, position):
                return True
            position -= 1
        position = end
        while position < min(line.size, end + 8) and line.near(position):
            if line.key(position) in _CLAUSE_ENDS or line.key(position) == "،":
                break
            if is_future_verb(line, position):
                return True
            position += 1
        return False

    def remember(self, start: int, first: dt.date | None, grain: str, year: int | None) -> None:
        """Keep the time just named, for what refers back to it."""
        if year is not None:
            self.year = year
        if first is None:
            return
        if grain in {"day", "month"}:
            self.month = Period.containing("month", first)
        if grain == "day":
            self.day, self.day_place = first, start


def is_future_verb(line: Line, position: int) -> bool:
    """Whether a token says that its clause is in the future: «سيلتقي»، «سوف»، «من المقرر»."""
    word = line.words[position]
    tags = word.tags
    if "future_cue" in tags:
        return True
    key = word.key
    conjunction = key[:1] in {"و", "ف"}
    if conjunction:
        key = key[1:]
    if len(key) < 5 or key[0] != "س" or "not_future" in tags or line.kinds[position] != WORD:
        return False
    # the first person is told from ساعة and ساحة by its hamza alone
    return key[1] in "يتن" or (key[1] == "ا" and line.letters(position)[conjunction + 1] == "أ")
