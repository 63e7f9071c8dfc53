"""Which mark closes which: one stack a paragraph."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from khabar.segment.pair_marks import CLOSING, GLUED, MAYBE, OPENING, SURELY, Mark


class Matching(NamedTuple):
    """The marks of one paragraph after matching.

    Args:
        pairs: opening and closing mark.
        open: opening marks that are still open at the paragraph's end, outermost first.
        closers: closing marks that close nothing, each with the offset after which its quotation may begin.
        stray: marks that no reading fits.
    """

    pairs: list[tuple[Mark, Mark]]
    open: list[Mark]
    closers: list[tuple[Mark, int]]
    stray: list[Mark]


def match_marks(marks: list[Mark]) -> Matching:
    """Match the marks of one paragraph."""
    found = Matching([], [], [], [])
    stack = found.open
    counts: Counter[str] = Counter()
    floor = 0
    for mark in marks:
        family = mark.sign.family
        if _opens(mark, stack, counts[family]):
            stack.append(mark)
            counts[family] += 1
        elif counts[family]:
            # what opened inside and was not closed there belongs to nothing
            while stack[-1].sign.family != family:
                lost = stack.pop()
                counts[lost.sign.family] -= 1
                found.stray.append(lost)
            counts[family] -= 1
            found.pairs.append((stack.pop(), mark))
        else:
            found.closers.append((mark, max(floor, stack[-1].end if stack else 0)))
            floor = mark.end
    return found


def _opens(mark: Mark, stack: list[Mark], same_family: int) -> bool:
    role, vote = mark.sign.role, mark.vote
    innermost = stack[-1].sign if stack and stack[-1].sign.family == mark.sign.family else None
    if role == OPENING:
        # «كلام« and, reversed, »كلام«
        closes = innermost is not None and (vote <= -SURELY or (vote <= 0 and innermost.role == CLOSING))
        return not closes
    if role == CLOSING:
        if vote == SURELY:
            # ”كلام” opens, but «كلام »وقال closes
            return innermost is None or innermost.role != OPENING
        return vote >= GLUED or (not same_family and vote >= 0)
    if vote >= SURELY:
        return True
    if vote == MAYBE:
        return innermost is None
    return not same_family and vote > -SURELY
