"""Places in the caller's text."""

from __future__ import annotations

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
