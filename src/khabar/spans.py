"""Places in the caller's text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

import attrs


@attrs.frozen
class Span:
    """A half-open range of code points in the caller's own string, with the characters there.

    Law: `text[span.start:span.end] == span.text` for the text it was made from.

    Args:
        start: offset of the first code point.
        end: offset after the last code point.
        text: the characters between both.

    >>> span = Span.of("قال الوزير", 4, 10)
    >>> span.text, len(span)
    ('الوزير', 6)
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` from code point `start` up to but not including `end`.

        >>> Span.of("أمس", 0, 3)
        Span(start=0, end=3, text='أمس')
        """
        return cls(start, end, text[start:end])

    def is_of(self, text: str) -> bool:
        """Whether the law holds for `text`: the range lies in it, and these are the characters there.

        >>> Span(0, 3, "خبر").is_of("خبر عاجل"), Span(0, 3, "خبر").is_of("نبأ عاجل")
        (True, False)
        """
        return 0 <= self.start <= self.end <= len(text) and text[self.start : self.end] == self.text

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        # an empty span is still a span: `if span` asks whether there is one
        return True

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span.

        >>> Span.of("خبر عاجل", 0, 8).contains(Span.of("خبر عاجل", 4, 8))
        True
        """
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether both share at least one character.

        >>> Span.of("خبر عاجل", 0, 4).overlaps(Span.of("خبر عاجل", 4, 8))
        False
        """
        return self.start < other.end and other.start < self.end


class Enclosures:
    """Which of many ranges hold a given one: sorted once, then asked often, each time without reading them all.

    Args:
        ranges: pairs of start and end, in any order.

    >>> list(Enclosures([(0, 20), (2, 4), (5, 15)]).around(6, 9))
    [(5, 15, 2), (0, 20, 0)]
    """

    __slots__ = ("_rows", "_starts", "_wider")

    def __init__(self, ranges: Sequence[tuple[int, int]]) -> None:
        # of equal ranges the first one comes last, so that it is met first
        order = sorted([(start, -end, -index) for index, (start, end) in enumerate(ranges)])
        self._rows = rows = [(start, -minus_end, -minus_index) for start, minus_end, minus_index in order]
        self._starts = [row[0] for row in rows]
        # for each row the nearest earlier one that ends later: what lies between cannot reach farther than the row itself
        self._wider = farther = list[int]()
        for row, (_, end, _) in enumerate(rows):
            wider = row - 1
            while wider >= 0 and rows[wider][1] <= end:
                wider = farther[wider]
            farther.append(wider)

    def around(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Start, end and position of each range that holds the one from `start` to `end`, the last to start first."""
        row = bisect_right(self._starts, start) - 1
        while row >= 0:
            if self._rows[row][1] >= end:
                yield self._rows[row]
                row -= 1
            else:
                row = self._wider[row]

    def smallest(self, start: int, end: int, accept: Callable[[int], bool] | None = None) -> int | None:
        """Position of the smallest range that holds the one from `start` to `end`; None where none does.

        Args:
            start: offset of the first code point of the inner range.
            end: offset after its last one.
            accept: says by its position whether a range counts; without it every one does.

        >>> enclosures = Enclosures([(0, 20), (2, 4), (5, 15)])
        >>> enclosures.smallest(6, 9), enclosures.smallest(1, 9), enclosures.smallest(6, 9, lambda position: position < 2)
        (2, 0, 0)
        """
        best: tuple[int, int] | None = None
        for low, high, position in self.around(start, end):
            if best is not None and end - low > best[0]:
                break  # whatever starts earlier is longer
            if (best is None or high - low < best[0]) and (accept is None or accept(position)):
                best = high - low, position
        return best[1] if best else None
