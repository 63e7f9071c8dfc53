"""Credit lines and datelines: (وكالات)، المصدر: رويترز، القاهرة - «الميناء»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from khabar.extract.attributions.draft import Draft
from khabar.extract.sheet import COMMAS, DASHES, Sheet
from khabar.model import TOKEN_KINDS, AttributionKind, TokenKind
from khabar.spans import Span

Line: TypeAlias = tuple[int, int]
"""Positions of the first and last token of a line."""

_CLOSING = {"(": ")", "[": "]"}
_MAX_TOKENS = 16
_HEADLINES = 3
"""Lines that may stand before a dateline."""
_COLON = frozenset(":")
_BULLETS = frozenset({"*", "•", "-", "–", "■", "●"})
_AGENCIES = frozenset({"وكالات", "الوكالات", "ووكالات", "والوكالات", "متابعات", "متابعه"})
_BYLINE = 5
"""Tokens that the name of an author before the outlet may have."""
_PLACE = 3
"""Tokens that an unknown place after the outlet may have."""
_NUMBER = TOKEN_KINDS.index(TokenKind.NUMBER)
_LATIN = TOKEN_KINDS.index(TokenKind.LATIN)


def credit_lines(sheet: Sheet, lines: Sequence[Line]) -> Iterator[Draft]:
    """The credit lines of a text: agencies in brackets, after a label, or alone on a line."""
    heads = {first for first, _ in lines}
    ends = {last for _, last in lines}
    for index in sorted(position for opening in _CLOSING for position in sheet.marks(opening)):
        close = _closing(sheet, index)
        at_edge = close in ends or index in heads
        if close is None or not (at_edge or sheet.is_punctuation(index - 1)):
            continue  # «وكالة أنباء الإمارات (وام)»: a gloss
        if _is_credit(sheet, index + 1, close, at_edge=at_edge):
            yield _draft(AttributionKind.CREDIT, _span(sheet, index + 1, close), "credit.brackets")
    for number, (first, last) in enumerate(lines):
        if last - first >= _MAX_TOKENS:
            continue
        labelled = _is_label(sheet, first, last)
        start = first + 2 if labelled else first
        bare_site = number == 0 and _is_site(sheet.text[sheet.starts[first] : sheet.ends[last]])
        if start <= last and (bare_site or _is_credit(sheet, start, last + 1, at_edge=True)):
            label = _span(sheet, first, first + 1) if labelled else None
            yield _draft(AttributionKind.CREDIT, _span(sheet, start, last + 1), "credit.line", label)


def lines_of(sheet: Sheet) -> Iterator[Line]:
    """The lines of a text that have tokens."""
    offset = 0
    for line in sheet.text.splitlines(keepends=True):
        first, last = sheet.at(offset), sheet.before(offset + len(line))
        offset += len(line)
        if first <= last:
            yield first, last


def _is_site(name: str) -> bool:
    """A bare domain such as an outlet prints over its articles."""
    host, _, domain = name.rpartition(".")
    return host.isascii() and host.replace(".", "").isalnum() and domain.isascii() and domain.isalpha() and len(domain) > 1


def _is_label(sheet: Sheet, first: int, last: int) -> bool:
    return first + 1 < last and "credit_label" in sheet.words[first].classes and sheet.written(first + 1) == ":"


def _closing(sheet: Sheet, opening: int) -> int | None:
    mark = _CLOSING[sheet.written(opening)]
    for index in range(opening + 1, min(len(sheet), opening + _MAX_TOKENS)):
        if sheet.written(index) == mark:
            return index if index > opening + 1 else None
    return None


def _is_credit(sheet: Sheet, start: int, end: int, *, at_edge: bool) -> bool:
    """Whether a stretch holds names of agencies and outlets and nothing else.

    Args:
        sheet: the tokens.
        start: position of its first token.
        end: position after its last token.
        at_edge: it stands at the edge of a line, where a credit is expected: outlets and initials count too.
    """
    index, named = start, False
    if sheet.is_punctuation(start) and start not in sheet.opening:
        return False
    while index < end:
        length = _name(sheet, index, end, at_edge=at_edge)
        if length:
            named, index = True, index + length
        elif index > start and (sheet.is_punctuation(index) or sheet.keys[index] == "و"):
            index += 1
        else:
            return False
    return named


def _name(sheet: Sheet, index: int, end: int, *, at_edge: bool) -> int:
    """How many tokens from here name an agency or outlet; 0 for none."""
    if sheet.keys[index] in _AGENCIES:
        return 1
    match = sheet.media.get(index)
    kind = match.entry.string("kind") if match is not None else ""
    if match is not None and match.end_token <= end and (kind == "agency" or (at_edge and kind in {"paper", "channel"})):
        return match.end_token - index
    pair = sheet.opening.get(index)
    if pair is not None and at_edge:
        inner = sheet.at(pair.content.start)
        length = sheet.before(pair.span.end) + 1 - index
        return length if length <= 6 and inner < end else 0
    return _initials(sheet, index, end) if at_edge or _is_dotted(sheet, index) else 0


def _is_dotted(sheet: Sheet, index: int) -> bool:
    return sheet.keys[index].count(".") >= 2 or (index + 1 < len(sheet) and sheet.written(index + 1) == ".")


def _initials(sheet: Sheet, index: int, end: int) -> int:
    """«أ.ف.ب»، «د ب أ»، «يو .بي .آي»: at least three names of letters, with stops or spaces between."""
    letters, position = 0, index
    while position < end:
        found = _letters(sheet.keys[position])
        if not found and not (letters and sheet.written(position) == "."):
            break
        letters += found
        position += 1
    return position - index if letters >= 3 else 0


@lru_cache(maxsize=8192)
def _letters(key: str) -> int:
    """How many names of letters a word is: of «أ.ف.ب» three, of «آي» one, of other words none."""
    name, dotted = key.replace(".", ""), key.count(".") >= 2
    if not name.isalpha() or name.isascii() or not (len(name) <= 2 or dotted):
        return 0
    return len(name) if dotted else 1


def _span(sheet: Sheet, start: int, end: int) -> Span:
    return sheet.cut(sheet.starts[start], sheet.ends[end - 1])


def _draft(kind: AttributionKind, source: Span, rule: str, label: Span | None = None) -> Draft:
    return Draft(report=None, kind=kind, label=label, source=source, rule=rule)


def datelines(sheet: Sheet, lines: Sequence[Line]) -> Iterator[Draft]:
    """«القاهرة - «الميناء»:»، «بغداد: «الخليج»، وكالات»، «واس - الرياض»: place and outlet at the head of the text.

    The first lines may be headlines; the dateline then begins the line after them. Later in the text, where a round-up goes
    on to its next news, a dateline ends with a colon.
    """
    found = False
    for line, (first, last) in enumerate(lines):
        is_head = line <= _HEADLINES and not found
        if not is_head and sheet.text.find(":", sheet.starts[first], sheet.ends[min(last, first + _MAX_TOKENS)]) < 0:
            continue
        start = first + 1 if first < last and sheet.written(first) in _BULLETS else first
        end = _dateline_end(sheet, start, last + 1)
        if end and (is_head or (end <= last and sheet.is_mark(end, _COLON))):
            found = True
            yield _draft(AttributionKind.DATELINE, _span(sheet, start, end), "dateline.place-outlet")


def _dateline_end(sheet: Sheet, first: int, stop: int) -> int:
    """Position after the dateline with which a line begins; 0 where it has none."""
    limit = min(stop, first + 2 * _MAX_TOKENS, sheet.sentence_end(first))
    start = _after_byline(sheet, first, limit)
    index, end, placed, named = start, first, False, False
    while index < limit:
        if (placed or named) and (dated := _after_day(sheet, index, placed=placed)):
            index = dated
            continue
        if not (named and placed) and (place := sheet.places.get(index)):
            placed, index = True, place
        elif length := _outlet(sheet, index, limit):
            named, index = True, index + length
        elif named and not placed and (colon := _unknown_place_end(sheet, index, limit)):
            placed, index = True, colon
        elif (
            sheet.is_punctuation(index)
            and index not in sheet.opening
            and (index > first or sheet.written(index) == "(")
            and (sheet.is_mark(index, COMMAS | DASHES) or sheet.written(index) in {":", "(", ")", "/"})
        ):
            index += 1
            continue
        else:
            break
        end = index
    signed = end > first and named and end < limit and sheet.written(end) == ":" and start > first
    if not named or not (placed or signed):
        return 0
    while end < limit and sheet.written(end) == ")":
        end += 1
    return end


def _unknown_place_end(sheet: Sheet, index: int, limit: int) -> int:
    """«الميناء - عين الوادي:»: position of the colon after a place that no lexicon has; 0 where none follows the dash."""
    if not sheet.is_mark(index - 1, DASHES):
        return 0
    marks = sheet.marks_between(index, min(limit, index + _PLACE + 1))
    if not marks or marks[0] == index or not sheet.is_mark(marks[0], _COLON):
        return 0
    return 0 if any("reporting_verb" in sheet.words[place].classes for place in range(index, marks[0])) else marks[0]


def _after_day(sheet: Sheet, index: int, *, placed: bool) -> int:
    """Position after a date in a dateline, of which a number or «الموافق» may be left after the place; 0 for none."""
    is_part = placed and (sheet.kinds[index] == _NUMBER or sheet.keys[index] == "الموافق")
    return sheet.after_date(index) or (index + 1 if is_part else 0)


def _after_byline(sheet: Sheet, first: int, limit: int) -> int:
    """«سامر الخطيب - الميناء - القاهرة:»: position after the author and the dash, or the first position where none stands there."""
    marks = sheet.marks_between(first + 1, min(limit, first + _BYLINE))
    follow = marks[0] + 1 if marks and sheet.is_mark(marks[0], DASHES) else limit
    if follow >= limit or first in sheet.places or _outlet(sheet, first, limit):
        return first
    for index in range(first + 1, follow - 1):
        is_no_name = sheet.is_any(index, "preposition", "reporting_verb") and "given_name" not in sheet.words[index].classes  # علي is both
        if not sheet.is_plain(index) or is_no_name:
            return first
    return follow if follow in sheet.places or _outlet(sheet, follow, limit) else first


def _outlet(sheet: Sheet, index: int, limit: int) -> int:
    if sheet.kinds[index] == _LATIN and index and sheet.written(index - 1) == "(" and sheet.written(index).isupper():
        return 1
    return _name(sheet, index, limit, at_edge=True)
