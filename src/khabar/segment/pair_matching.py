"""Which mark closes which: one stack a paragraph."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from khabar.segment.pair_marks import CLOSING, GLUED, MAYBE, NEUTRAL, OPENING, SPACE, SURELY, Mark

_FARTHEST, _FARTHEST_CLOSING = 200, 12
"""So many tokens may lie between two marks that both seem to point the same way; fewer between two closing signs."""

_MIXED = frozenset(("double", "guillemet"))


class Lone(NamedTuple):
    """A closing mark that closes nothing.

    Args:
        mark: the mark.
        floor: offset after which its quotation may begin.
        holder: the innermost mark that is open around it.
    """

    mark: Mark
    floor: int
    holder: Mark | None


class Matching(NamedTuple):
    """The marks of one paragraph after matching.

    Args:
        pairs: opening and closing mark.
        open: opening marks that are still open at the paragraph's end, outermost first.
        closers: closing marks that close nothing.
        stray: marks that no reading fits.
    """

    pairs: list[tuple[Mark, Mark]]
    open: list[Mark]
    closers: list[Lone]
    stray: list[Mark]

    @property
    def balanced(self) -> bool:
        """Whether every mark has its partner."""
        return not (self.open or self.closers or self.stray)


def match_marks(marks: list[Mark]) -> Matching:
    """Match the marks of one paragraph.

    What a sign says and what its context says are weighed for each mark; what is still open decides the rest.
    """
    found = Matching([], [], [], [])
    stack = found.open
    counts: Counter[str] = Counter()
    floor = 0
    for mark in marks:
        family = mark.sign.family
        if mark.sign.text == "'" and not _is_clear(mark, stack):
            continue
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
            holder = stack[-1] if stack else None
            found.closers.append(Lone(mark, max(floor, holder.end if holder else 0), holder))
            floor = mark.end
    if found.balanced:
        return found
    closers = _turn_first(found.closers, found.pairs)
    openers = _turn_second(found.open, found.pairs)
    _mix(openers, closers, found.pairs)
    return found._replace(open=openers, closers=closers)


def _is_clear(mark: Mark, stack: list[Mark]) -> bool:
    # 'كلمة': an apostrophe is no mark
    if mark.vote >= SURELY:
        return True
    return mark.vote <= -SURELY and bool(stack) and stack[-1].sign.family == mark.sign.family


def _opens(mark: Mark, stack: list[Mark], same_family: int) -> bool:
    role, vote = mark.sign.role, mark.vote
    innermost = stack[-1] if stack and stack[-1].sign.family == mark.sign.family else None
    if role == OPENING:
        # «كلام« and, reversed, »كلام«
        closes = innermost is not None and (vote <= -SURELY or (vote <= 0 and innermost.sign.role == CLOSING))
        return not closes
    if role == CLOSING:
        if vote == SURELY:
            # ”كلام” opens, but «كلام »وقال closes
            return innermost is None or innermost.sign.role != OPENING or innermost.end == mark.start
        return vote >= GLUED or (not same_family and vote >= 0)
    if vote >= SURELY:
        return True
    if vote == MAYBE:
        return innermost is None
    return not same_family and vote > -SURELY


def _turn_first(closers: list[Lone], pairs: list[tuple[Mark, Mark]]) -> list[Lone]:
    """Pair lone closing marks of which the first may open: إذاعة" الصباح" المحلية."""
    left: list[Lone] = []
    for lone in closers:
        first = left[-1] if left else None
        if first is not None and first.holder is lone.holder and first.mark.right == SPACE and _fit(first.mark, lone.mark):
            left.pop()
            pairs.append((first.mark, lone.mark))
        else:
            left.append(lone)
    return left


def _turn_second(openers: list[Mark], pairs: list[tuple[Mark, Mark]]) -> list[Mark]:
    """Pair marks left open of which the second may close: مبادرة "تعليم البنات "في القرى."""
    left: list[Mark] = []
    for mark in openers:
        if left and mark.left == SPACE and _fit(left[-1], mark):
            pairs.append((left.pop(), mark))
        else:
            left.append(mark)
    return left


def _mix(openers: list[Mark], closers: list[Lone], pairs: list[tuple[Mark, Mark]]) -> None:
    """Pair a mark left open with the first mark of another family that closes inside it: «كلام"."""
    open_ = {opening.first: opening for opening in openers}
    left: list[Lone] = []
    for lone in closers:
        holder = lone.holder
        if holder is not None and holder.first in open_ and {holder.sign.family, lone.mark.sign.family} == _MIXED:
            pairs.append((open_.pop(holder.first), lone.mark))
        else:
            left.append(lone)
    closers[:] = left
    openers[:] = open_.values()


def _fit(first: Mark, second: Mark) -> bool:
    role, family = first.sign.role, first.sign.family
    if family not in _MIXED or family != second.sign.family or role != second.sign.role or role == OPENING:
        return False
    return second.first - first.last <= (_FARTHEST if role == NEUTRAL else _FARTHEST_CLOSING)
