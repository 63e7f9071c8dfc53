"""Whether four digits without عام are a year: «بحلول 2020»، «مونديال 2018»، but not «3000 شخص» or «القرار 1483»."""

from __future__ import annotations

from khabar.extract.dates.line import DASHES, NUMBER, WORD, Line
from khabar.extract.dates.partial import Partial
from khabar.extract.dates.read.words import era
from khabar.model import TokenKind
from khabar.model.enums import TOKEN_KINDS

_NO_UNITS = frozenset({TOKEN_KINDS.index(TokenKind.PERCENT), TOKEN_KINDS.index(TokenKind.CURRENCY), NUMBER})
_OPERATORS = frozenset({"+", "/", "-", "$", ":", "=", "#", "*", "×"}) | DASHES


def is_year(line: Line, partial: Partial) -> bool:
    """Whether the digits that a partial reads as a year are one."""
    value, start, end = partial.year or 0, partial.start, partial.end
    if partial.last_year is not None:
        return 1900 <= value <= 2100 or 1300 <= value <= 1500
    if not 1000 <= value <= 2100:
        # «92 هـ / 711م»: an early year of the Christian era only beside one of the Hijra
        return 0 < value < 1000 and line.key(start - 1) == "/" and era(line, start + 1) is not None
    if _counts(line, end):
        return False
    if not line.near(start):
        return value >= 1800 and start == 0 and line.size - end <= 1
    before = line.word(start - 1)
    key = before.key
    if "number_label" in before.tags or line.kind(start - 1) in _NO_UNITS or key in _OPERATORS or key == "ال":
        return False
    if key == "(":
        return line.key(end) == ")" and "number_label" not in line.word(start - 2).tags
    if key in {"و", "،", ","}:
        return _continues_list(line, start) and _is_free(line, end)
    if key in {"ل", "ب", "ك"} and line.touches(start):
        return 1950 <= value <= 2060 and _is_free(line, end)
    preposition = before.tags.get("time_preposition")
    kind = preposition.entry.string("year") if preposition is not None else ""
    if kind == "any":
        return True
    if kind:
        introduced = kind == "modern" or (line.has_role(start - 2, "start") or line.key(start - 2) in {"الفتره", "فتره"})
        return introduced and 1900 <= value <= 2100 and (_is_free(line, end) or _is_verb(line.key(end)))
    if line.kind(start - 1) != WORD or not 1900 <= value <= 2060:
        return False
    # «الانتفاضة الأولى 1987 صادر عن»: after a definite noun the next one is not counted, unless in the accusative
    return _is_free(line, end) or (key[:2] == "ال" and value >= 1950 and line.key(end)[-1:] != "ا")


def is_counted(line: Line, end: int) -> bool:
    """Whether the number that ends here counts, or calculates with, what follows: also by the accusative («كيلوغراما»)."""
    return _counts(line, end) or (line.near(end) and line.kind(end) == WORD and line.key(end)[-1:] == "ا" and not _is_free(line, end))


def _counts(line: Line, end: int) -> bool:
    """Whether what follows is counted or calculated with."""
    if not line.near(end):
        return False
    tags = line.word(end).tags
    if "counted" in tags or "time_unit" in tags or line.kind(end) in _NO_UNITS:
        return True
    cardinal = tags.get("cardinal")
    if cardinal is not None and not cardinal.proclitics:
        return True
    return line.key(end) in _OPERATORS and line.kind(end + 1) == NUMBER and line.near(end + 1)


def _continues_list(line: Line, start: int) -> bool:
    """Whether a year stands before the و or comma: «في 2012 و2013»."""
    before = line.integer(start - 2)
    return before is not None and 1000 <= before <= 2100


def _is_free(line: Line, end: int) -> bool:
    """Whether nothing follows that four digits could count."""
    if not line.near(end) or line.kind(end) != WORD or line.has_role(end, "after_year"):
        return True
    key = line.key(end)
    return key[:2] == "ال" or key[:1] in {"و", "ف", "ب", "ل"}


def _is_verb(key: str) -> bool:
    """Whether a word looks like a verb: «في 2015 أعلنت»."""
    return key[:1] in {"ي", "ت"} or key[-1:] == "ت"
