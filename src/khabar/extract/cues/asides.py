"""Asides between a cue and its complement: parentheses, and relative clauses between commas."""

from __future__ import annotations

from khabar.extract.homographs import PUNCTUATION
from khabar.extract.sheet import COMMAS, DASHES, STOPS, Sheet

REACH = 60
"""Tokens after a speech word within which its complement is looked for."""
_BEFORE_VERB = frozenset({"auxiliary", "adverb"})
"""Classes of words between a relative and its verb: الذي كان يتحدث."""
_IN_RELATIVE_CLAUSE = _BEFORE_VERB | {"relative"}


def aside_end(sheet: Sheet, position: int) -> int:
    """Position of the mark that closes the parenthesis or clause in which a word stands first; 0 for none."""
    before = position - 1
    if not position:
        return 0
    if (
        sheet.kinds[before] == PUNCTUATION
        and sheet.mark(before) in DASHES
        and (end := after_parenthesis(sheet, before, position + 25)) > position
    ):
        return end - 1  # «-طلب عدم ذكر اسمه-»
    return 0 if sheet.words[before].classes.isdisjoint(_IN_RELATIVE_CLAUSE) else _relative_clause_end(sheet, position)


def after_parenthesis(sheet: Sheet, index: int, limit: int) -> int:
    """Position after a parenthesis in dashes or brackets that opens at this mark («-نقلا عن مصدر-»); else after the mark."""
    mark = sheet.written(index)
    closing = ")" if mark == "(" else mark if mark in DASHES else ""
    if closing:
        for end in range(index + 2, min(limit, index + 25, len(sheet.starts))):
            first = sheet.text[sheet.starts[end]]
            if first == closing and sheet.written(end) == closing:
                return end + 1
            if first in STOPS and sheet.is_punctuation(end) and closing != ")":
                break
    return index + 1


def relative_before(sheet: Sheet, verb: int) -> int:
    """Position of the relative in whose clause a verb stands first (الذي قال، الذي كان يتحدث); 0 for none."""
    before = verb - 1
    while before > 0 and not sheet.words[before].classes.isdisjoint(_BEFORE_VERB):
        before -= 1
    return before if before > 0 and "relative" in sheet.words[before].classes else 0


def _relative_clause_end(sheet: Sheet, position: int) -> int:
    """Position of the comma that closes the aside in which a verb stands («الوزير، الذي كان يتحدث في المؤتمر، إن»); 0 for none."""
    relative = relative_before(sheet, position)
    if not relative or not sheet.is_mark(relative - 1, COMMAS):
        return 0
    return after_relative_clause(sheet, position, sheet.sentence_end(position, REACH))


def after_relative_clause(sheet: Sheet, position: int, limit: int) -> int:
    """Position of the comma that closes the relative clause in which a word stands; `limit` for none."""
    while position < limit and sheet.mark(position) not in COMMAS:
        position += 1
    return position
