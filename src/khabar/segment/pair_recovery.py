"""What becomes of marks without a partner: decided once a paragraph."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TypeAlias

from khabar.model import TOKEN_KINDS, TokenKind, Tokens
from khabar.normalize.keys import match_key
from khabar.segment.pair_marks import CLOSING, EDGE, NEUTRAL, OPENING, SPACE, Mark
from khabar.segment.pair_matching import Lone, Matching

Piece: TypeAlias = tuple[int, int, int, int]
"""Start, inner start, inner end and end of a pair."""

REACH = 200
"""So many tokens before a lone closing mark may its quotation begin."""

MAX_PARAGRAPHS = 6
"""So many paragraphs may one quotation run on."""

_NUMBER = TOKEN_KINDS.index(TokenKind.NUMBER)
_STOPS = frozenset(".؟?!…۔")
_COMMAS = frozenset("،,")
_RECOVERED = frozenset(("double", "guillemet"))
_SHORTEST_PARTICIPLE = 3

# the complementisers after which a report begins, by match key: أن بأن وأن أنه إنها …
_COMPLEMENTISERS = frozenset(
    proclitic + "ان" + pronoun for proclitic in ("", "ب", "و", "ف", "وب", "فب") for pronoun in ("", "ه", "ها", "هم", "هما", "نا", "ني", "ك")
)


def recover(tokens: Tokens, matchings: list[Matching], ends: list[int], pieces: list[Piece], lost: list[tuple[int, int]]) -> None:
    """Add to `pieces` what can be recovered, and to `lost` the marks that cannot.

    Args:
        tokens: the tokens of a text.
        matchings: the matched marks of its paragraphs, in order.
        ends: where its paragraphs end.
        pieces: the pairs so far.
        lost: gets start and end of each mark that belongs to nothing.
    """
    gone: list[Mark] = []
    pending: tuple[int, Matching] | None = None
    numbered = [(bisect_right(ends, _first(matching).start), matching) for matching in matchings if not matching.balanced]
    for number, matching in numbered:
        closers = matching.closers
        if pending is not None and _continues(pending[1], matching, number - pending[0]):
            opening, closing = pending[1].open.pop(), closers[0].mark
            pieces.append((opening.start, opening.end, closing.start, closing.end))
            closers = closers[1:]
        gone += matching.stray
        _open(tokens, matching, closers, ends[number - 1] if number else 0, pieces, gone)
        pending = (number, matching) if matching.open else None
    for number, matching in numbered:
        if matching.open:
            _close(tokens, matching, bisect_left(tokens.starts, ends[number]), pieces, gone)
    lost += [(mark.start, mark.end) for mark in gone if mark.sign.family != "parenthesis" and mark.sign.text != "'"]


def _first(matching: Matching) -> Mark:
    if matching.closers:
        return matching.closers[0].mark
    return (matching.open or matching.stray)[0]


def _continues(before: Matching, matching: Matching, distance: int) -> bool:
    # a paragraph ends inside a quotation and a later one closes it, both with nothing else left over
    if not (0 < distance < MAX_PARAGRAPHS and len(before.open) == 1 and matching.closers):
        return False
    opening, lone = before.open[0], matching.closers[0]
    return lone.floor == 0 and lone.mark.sign.family == opening.sign.family and _is_plausible(opening)


def _is_plausible(opening: Mark) -> bool:
    # a sign that may also close opens a lone quotation only where the context says so
    return opening.sign.family in _RECOVERED and (opening.sign.role == OPENING or opening.vote > 0)


def _is_inch(tokens: Tokens, mark: Mark) -> bool:
    # شاشة 6.5″
    before = mark.first - 1
    if mark.sign.role != NEUTRAL or before < 0 or tokens.ends[before] != mark.start or tokens.kinds[before] != _NUMBER:
        return False
    return mark.sign.text != '"' or mark.right == SPACE


def _open(tokens: Tokens, matching: Matching, closers: list[Lone], low: int, pieces: list[Piece], gone: list[Mark]) -> None:
    """Let the quotations of lone closing marks begin where the report before them begins."""
    if not closers:
        return
    opened = {closing.last: opening.first for opening, closing in matching.pairs}
    for mark, floor, _ in closers:
        start = None
        if mark.sign.family in _RECOVERED and not _is_inch(tokens, mark) and mark.first - 1 not in opened:
            start = _start_of_report(tokens, mark, max(floor, low), opened)
        if start is None or start >= mark.start:
            gone.append(mark)
        else:
            pieces.append((start, start, mark.start, mark.end))


def _start_of_report(tokens: Tokens, closing: Mark, low: int, opened: dict[int, int]) -> int | None:
    """Where the report begins that a mark closes.

    After the nearest colon or participle with complementiser (مضيفا أن); else after the first complementiser of its sentence.
    """
    text, starts = tokens.text, tokens.starts
    found: int | None = None
    same_sentence = True
    k = closing.first - 1
    last = max(0, k - REACH)
    while k >= last and starts[k] >= low:
        if k in opened:
            k = opened[k] - 1
            continue
        character = text[starts[k]]
        if character == ":":
            return starts[k + 1]
        if character in _STOPS:
            if found is not None:
                return found
            same_sentence = False
        elif same_sentence and character in "أإاوفب" and _is_complementiser(tokens, k):
            found = starts[k + 1]
            if _follows_participle(tokens, k):
                return found
        k -= 1
    return found


def _close(tokens: Tokens, matching: Matching, high: int, pieces: list[Piece], gone: list[Mark]) -> None:
    """Let the opening marks that stay open run to the end of their report."""
    closed = {opening.first: closing.last for opening, closing in matching.pairs}
    limits = [mark.first for mark in matching.open[1:]]
    for opening, limit in zip(matching.open, [*limits, high], strict=True):
        # a bullet (» خبر) and the first of two marks for one («« خبر») open nothing
        is_bullet = opening.sign.role == CLOSING and opening.left == EDGE
        end = None
        if _is_plausible(opening) and not is_bullet and opening.last + 1 not in closed:
            end = _end_of_report(tokens, opening, limit, closed, is_last=limit == high)
        if end is None or end <= opening.end:
            gone.append(opening)
        else:
            pieces.append((opening.start, opening.end, end, end))


def _end_of_report(tokens: Tokens, opening: Mark, limit: int, closed: dict[int, int], *, is_last: bool) -> int | None:
    """Where a report ends that is never closed.

    With its sentence; one that is introduced goes on to the paragraph's end, or to the last stop or comma with participle
    (، مضيفا) before the next report.
    """
    text, starts, ends = tokens.text, tokens.starts, tokens.ends
    introduced = _is_introduced(tokens, opening.first)
    stop: int | None = None
    k = opening.last + 1
    while k < limit:
        if k in closed:
            if stop is not None and _is_introduced(tokens, k):
                return stop
            k = closed[k]
        elif text[starts[k]] in _STOPS:
            stop = ends[k - 1] if text[starts[k]] == "." else ends[k]
            if not introduced:
                return stop
        elif text[starts[k]] in _COMMAS and k + 1 < limit and _is_participle(tokens, k + 1):
            stop = ends[k - 1]
        k += 1
    if not is_last:
        return stop
    return ends[limit - 2] if text[starts[limit - 1]] == "." else ends[limit - 1]


def _is_introduced(tokens: Tokens, first: int) -> bool:
    """Whether a colon, a complementiser or a participle (مضيفا) stands before token `first`."""
    if not first:
        return False
    before = first - 1
    return tokens.text[tokens.starts[before]] == ":" or _is_complementiser(tokens, before) or _is_participle(tokens, before)


def _follows_participle(tokens: Tokens, k: int) -> bool:
    # مضيفا أن، مشيرا إلى أن
    before = max(0, k - 1)
    return _is_participle(tokens, before) or (_key(tokens, before) == "الي" and _is_participle(tokens, max(0, before - 1)))


def _is_participle(tokens: Tokens, k: int) -> bool:
    key = _key(tokens, k)
    return key == "قائلا" or (len(key) > _SHORTEST_PARTICIPLE and key[0] == "م" and key[-1] == "ا")


def _is_complementiser(tokens: Tokens, k: int) -> bool:
    return _key(tokens, k) in _COMPLEMENTISERS


def _key(tokens: Tokens, k: int) -> str:
    return match_key(tokens.text[tokens.starts[k] : tokens.ends[k]])
