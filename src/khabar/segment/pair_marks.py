"""Quotation marks in a text, and which way the characters around each one point."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from khabar.lexicons import Lexicon
from khabar.model import TOKEN_KINDS, TokenKind, Tokens
from khabar.model.tokens import places_of

OPENING, NEUTRAL, CLOSING = 1, 0, -1
"""What a sign itself says of its direction."""

SURELY, MAYBE, GLUED = 2, 1, 3
"""How strongly the context says `opens`; below zero it says `closes`. `GLUED`: opens right after a proclitic."""

_PUNCTUATION = TOKEN_KINDS.index(TokenKind.PUNCTUATION)
_SYMBOL = TOKEN_KINDS.index(TokenKind.SYMBOL)
_ROLES = {"opening": OPENING, "neutral": NEUTRAL, "closing": CLOSING}

# letters that a writer sets right before an opening mark, alone or with the article: ل«الخليج», بـ«الخليج», والـ«خليج»
_PROCLITIC_LETTERS = frozenset("وفبلكسا")
_LONGEST_PROCLITIC = 4

# what stands around a mark; EDGE is the paragraph's
EDGE, SPACE, _WORD, _PROCLITIC, _OPENER, _COLON, _COMMA, _STOP, _CLOSER = range(9)
_SIGNS = {
    **dict.fromkeys("([{/-–—=", _OPENER),
    ":": _COLON,
    **dict.fromkeys("،؛,;", _COMMA),
    **dict.fromkeys(".؟?!…۔", _STOP),
    **dict.fromkeys(")]}", _CLOSER),
}
_ENDING = frozenset((_COLON, _COMMA, _STOP, _CLOSER))


class Sign(NamedTuple):
    """One line of `quotation_marks.toml`."""

    text: str
    family: str
    role: int


class Mark(NamedTuple):
    """A quotation mark in a text.

    Args:
        sign: which one.
        first: position of its first token.
        last: position of its last token (a doubled mark has two).
        start: offset of its first code point.
        end: offset after its last one.
        left: what stands before it.
        right: what stands after it.
        vote: what both say: above zero it opens, below zero it closes.
    """

    sign: Sign
    first: int
    last: int
    start: int
    end: int
    left: int
    right: int
    vote: int


@functools.cache
def signs() -> Mapping[str, Sign]:
    """The signs of `quotation_marks.toml` by their characters.

    >>> signs()["«"].family, signs()["«"].role == OPENING
    ('guillemet', True)
    """
    entries = Lexicon.builtin("quotation_marks").entries
    return {entry.lemma: Sign(entry.lemma, entry.string("family"), _ROLES[entry.string("role")]) for entry in entries}


_Placed: TypeAlias = tuple[Sign, int, int, int, int]


def _table() -> dict[tuple[int, int], int]:
    """The vote of each (left, right)."""
    inner = (_WORD, _OPENER)
    votes: dict[tuple[int, int], int] = {}
    for left in (EDGE, SPACE, _OPENER, _COLON, _COMMA, _PROCLITIC):
        votes |= {(left, right): GLUED if left == _PROCLITIC else SURELY for right in inner}
    for right in (EDGE, SPACE, *sorted(_ENDING)):
        votes |= {(left, right): -SURELY for left in (_WORD, _PROCLITIC, _STOP, _CLOSER)}
    votes |= {(left, right): -SURELY for left in (EDGE, SPACE) for right in _ENDING}
    votes |= {(_STOP, right): -MAYBE for right in inner}
    votes |= {(_COLON, SPACE): MAYBE, (_OPENER, SPACE): MAYBE, (_COMMA, SPACE): -MAYBE}
    return votes


_VOTES = _table()


def punctuation(tokens: Tokens) -> list[int]:
    """The positions of the punctuation tokens."""
    found, text = places_of(_PUNCTUATION, tokens.kinds), tokens.text
    # one character is found much faster than two, and most texts have neither
    if ("<" in text and "<<" in text) or (">" in text and ">>" in text):
        return sorted(found + places_of(_SYMBOL, tokens.kinds))
    return found


def find_marks(tokens: Tokens, marks: list[int], ends: list[int]) -> list[list[Mark]]:
    """The quotation marks of each paragraph that has any; apostrophes and single brackets are none.

    Args:
        tokens: the tokens of a text.
        marks: positions of its punctuation.
        ends: where its paragraphs end.
    """
    placed = _placed(tokens, marks)
    paragraphs: list[list[Mark]] = []
    at, count, low = 0, len(placed), 0
    for end in ends:
        first = at
        while at < count and placed[at][3] < end:
            at += 1
        if first < at:
            paragraphs.append(_with_votes(tokens, placed[first:at], low, end))
        low = end
    return paragraphs


def _placed(tokens: Tokens, marks: list[int]) -> list[_Placed]:
    text, starts, known = tokens.text, tokens.starts, signs()
    placed: list[_Placed] = []
    doubled = -1
    for i in marks:
        start = starts[i]
        character = text[start]
        sign = known.get(character)
        if sign is not None:
            if sign.family != "single" or not _is_apostrophe(text, start):
                placed.append((sign, i, i, start, start + 1))
        elif character in "()<>" and doubled != i:
            sign = known.get(text[start : start + 2])
            if sign is not None:
                doubled = i + 1
                placed.append((sign, i, doubled, start, start + 2))
    return placed


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha() and text[at] != "‘"


def _with_votes(tokens: Tokens, placed: list[_Placed], low: int, high: int) -> list[Mark]:
    # marks glued to each other share what stands around them all: one pass from each side
    left: list[int] = []
    last = -2
    for _, i, j, start, _ in placed:
        glued = i == last + 1 and tokens.ends[last] == start
        left.append(left[-1] if glued else _left(tokens, i, low))
        last = j
    right: list[int] = []
    first = -2
    for _, i, j, _, end in reversed(placed):
        glued = j == first - 1 and tokens.starts[first] == end
        right.append(right[-1] if glued else _right(tokens, j, high))
        first = i
    right.reverse()
    marks: list[Mark] = []
    for mark, before, after in zip(placed, left, right, strict=True):
        vote = _VOTES.get((before, after))
        marks.append(Mark(*mark, before, after, _leaning(tokens, mark, before, after) if vote is None else vote))
    return marks


def _left(tokens: Tokens, i: int, low: int) -> int:
    text, start = tokens.text, tokens.starts[i]
    if i == 0 or tokens.ends[i - 1] <= low:
        return EDGE
    end = tokens.ends[i - 1]
    if end != start and not _is_glued(text[end:start]):
        return SPACE
    known = _SIGNS.get(text[end - 1])
    if known is not None:
        return known
    begin = tokens.starts[i - 1]
    is_proclitic = text[end - 1] == "ـ" or (end - begin == 1 and text[begin] in _PROCLITIC_LETTERS)
    if is_proclitic and end - begin <= _LONGEST_PROCLITIC and not text[begin - 1 : begin].isalnum():
        return _PROCLITIC
    return _WORD


def _right(tokens: Tokens, j: int, high: int) -> int:
    text, end = tokens.text, tokens.ends[j]
    if j + 1 == len(tokens) or tokens.starts[j + 1] >= high:
        return EDGE
    start = tokens.starts[j + 1]
    if end != start and not _is_glued(text[end:start]):
        return SPACE
    return _SIGNS.get(text[start], _WORD)


def _is_glued(gap: str) -> bool:
    # direction marks alone do not part
    return not any(map(str.isspace, gap))


def _leaning(tokens: Tokens, placed: _Placed, left: int, right: int) -> int:
    # a mark with white space on both sides leans to a colon before it or to a final mark after it
    _, i, j, _, _ = placed
    if left == SPACE and right in {SPACE, EDGE} and tokens.text[tokens.ends[i - 1] - 1] == ":":
        return MAYBE
    if right == SPACE and left in {SPACE, EDGE} and _SIGNS.get(tokens.text[tokens.starts[j + 1]]) in {_COMMA, _STOP}:
        return -MAYBE
    return 0
