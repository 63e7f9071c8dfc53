"""What becomes of marks without a partner: decided once a paragraph."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TypeAlias

from khabar.model import TOKEN_KINDS, TokenKind, Tokens
from khabar.normalize.keys import match_key
from khabar.segment.pair_marks import CLOSING, NEUTRAL, OPENING, Mark
from khabar.segment.pair_matching import Matching

Piece: TypeAlias = tuple[int, int, int, int]
"""Start, inner start, inner end and end of a pair."""

REACH = 200
"""So many tokens before a lone closing mark may its quotation begin."""

MAX_PARAGRAPHS = 6
"""So many paragraphs may one quotation run on."""

_NUMBER = TOKEN_KINDS.index(TokenKind.NUMBER)
_STOPS = frozenset(".؟?!…۔")
_AFTER_CLOSING = frozenset(".؟?!…۔،؛,;:)]")

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
    unbalanced = [matching for matching in matchings if matching.open or matching.closers or matching.stray]
    pending: tuple[int, Matching] | None = None
    for matching in unbalanced:
        number = bisect_right(ends, _first(matching).start)
        closers = matching.closers
        if pending is not None and _continues(pending[1], matching, number - pending[0]):
            opening, (closing, _) = pending[1].open.pop(), closers[0]
            pieces.append((opening.start, opening.end, closing.start, closing.end))
            closers = closers[1:]
        gone += matching.stray
        low = ends[number - 1] if number else 0
        for closer, floor in closers:
            start = None if _is_inch(tokens, closer) else _missing_start(tokens, closer, max(floor, low), matching)
            if start is None or start >= closer.start:
                gone.append(closer)
            else:
                pieces.append((start, start, closer.start, closer.end))
        pending = (number, matching) if matching.open else None
    for matching in unbalanced:
        if matching.open:
            _close(tokens, matching, ends[bisect_right(ends, matching.open[0].start)], pieces, gone)
    lost += [(mark.start, mark.end) for mark in gone if mark.sign.text != "'"]


def _first(matching: Matching) -> Mark:
    for marks in (matching.open, matching.stray):
        if marks:
            return marks[0]
    return matching.closers[0][0]


def _continues(before: Matching, matching: Matching, distance: int) -> bool:
    # a paragraph ends inside a quotation and a later one closes it, both with nothing else left over
    if not (0 < distance < MAX_PARAGRAPHS and len(before.open) == 1 and matching.closers):
        return False
    closing, floor = matching.closers[0]
    return floor == 0 and closing.sign.family == before.open[0].sign.family and _is_plausible(before.open[0])


def _is_plausible(opening: Mark) -> bool:
    # a sign that may also close opens a lone quotation only where the context says so
    return opening.sign.text != "'" and (opening.sign.role == OPENING or opening.vote > 0)


def _is_inch(tokens: Tokens, mark: Mark) -> bool:
    # شاشة 6.5″
    before = mark.first - 1
    if mark.sign.role != NEUTRAL or before < 0 or tokens.ends[before] != mark.start or tokens.kinds[before] != _NUMBER:
        return False
    return mark.sign.text != '"' or tokens.text[mark.end : mark.end + 1] not in _AFTER_CLOSING


def _missing_start(tokens: Tokens, closer: Mark, low: int, matching: Matching) -> int | None:
    """Where the quotation of a lone closing mark begins: after the colon, else after the complementiser of its sentence."""
    text, starts = tokens.text, tokens.starts
    opened = {closing.last: opening.first for opening, closing in matching.pairs}
    found: int | None = None
    same_sentence = True
    k = closer.first - 1
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
        elif same_sentence and character in "أإاوفب" and match_key(text[starts[k] : tokens.ends[k]]) in _COMPLEMENTISERS:
            found = starts[k + 1]
        k -= 1
    return found


def _close(tokens: Tokens, matching: Matching, paragraph_end: int, pieces: list[Piece], gone: list[Mark]) -> None:
    """Let the opening marks that stay open run to the next report or to the paragraph's end."""
    inside = sorted((opening.first, closing.last) for opening, closing in matching.pairs)
    at = 0
    for opening, following in zip(matching.open, [*matching.open[1:], None], strict=True):
        outermost: list[tuple[int, int]] = []
        while at < len(inside) and (following is None or inside[at][0] < following.first):
            if inside[at][0] > opening.first and (not outermost or inside[at][0] > outermost[-1][1]):
                outermost.append(inside[at])
            at += 1
        end = _end_of_report(tokens, opening, outermost, following, paragraph_end) if _is_plausible(opening) else None
        # a bullet: » خبر
        is_bullet = opening.sign.role == CLOSING and (opening.first == 0 or _starts_line(tokens, opening))
        if end is None or end <= opening.end or is_bullet:
            gone.append(opening)
        else:
            pieces.append((opening.start, opening.end, end, end))


def _starts_line(tokens: Tokens, mark: Mark) -> bool:
    gap = tokens.text[tokens.ends[mark.first - 1] : mark.start]
    return len(gap.splitlines()) > 1 or gap.endswith("\n")


def _end_of_report(tokens: Tokens, opening: Mark, pairs: list[tuple[int, int]], following: Mark | None, paragraph_end: int) -> int | None:
    at = opening.last + 1
    for first, last in pairs:
        if _introduces(tokens, first):
            end = _last_stop(tokens, at, first)
            if end is not None:
                return end
        at = last + 1
    if following is not None:
        return _last_stop(tokens, at, following.first)
    last = bisect_left(tokens.starts, paragraph_end) - 1
    if last > opening.last and tokens.text[tokens.starts[last]] == "." and last - 1 > opening.last:
        last -= 1
    return tokens.ends[last]


def _introduces(tokens: Tokens, first: int) -> bool:
    before = tokens.text[tokens.starts[first - 1] : tokens.ends[first - 1]]
    return before == ":" or match_key(before) in _COMPLEMENTISERS


def _last_stop(tokens: Tokens, low: int, high: int) -> int | None:
    for k in range(high - 1, low - 1, -1):
        character = tokens.text[tokens.starts[k]]
        if character in _STOPS:
            return tokens.starts[k] if character == "." else tokens.ends[k]
    return None
