"""Two texts side by side: where a normalised text differs from its source, and how ranges map across."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

import attrs

from khabar.spans import Span


@attrs.frozen(kw_only=True)
class Edits:
    """The stretches in which two texts differ in length; between them characters stand one for one.

    Four columns, one place an edit, ascending and disjoint: source characters `source_starts[i]` up to
    `source_ends[i]` have become target characters `target_starts[i]` up to `target_ends[i]`. A letter replaced by
    one letter needs no edit.

    >>> edits = Edits.of([(1, 3, 0)])  # two characters were dropped
    >>> edits.to_target(0, 4), edits.to_source(0, 2), edits.to_source(0, 1)
    ((0, 2), (0, 4), (0, 1))
    """

    source_starts: tuple[int, ...]
    source_ends: tuple[int, ...]
    target_starts: tuple[int, ...]
    target_ends: tuple[int, ...]

    @classmethod
    def of(cls, changes: Iterable[tuple[int, int, int]]) -> Edits:
        """Edits from changes `(start, end, length)`: a stretch of the source, and how long it is in the target.

        >>> list(Edits.of([(0, 1, 2), (3, 4, 0)]))
        [(0, 1, 0, 2), (3, 4, 4, 4)]
        """
        starts: list[int] = []
        ends: list[int] = []
        target_starts: list[int] = []
        target_ends: list[int] = []
        shift = 0
        for start, end, length in changes:
            starts.append(start)
            ends.append(end)
            target_starts.append(start + shift)
            shift += length - (end - start)
            target_ends.append(end + shift)
        if not starts:
            return NO_EDITS
        return cls(
            source_starts=tuple(starts),
            source_ends=tuple(ends),
            target_starts=tuple(target_starts),
            target_ends=tuple(target_ends),
        )

    @classmethod
    def _from_rows(cls, rows: list[tuple[int, int, int, int]]) -> Edits:
        if not rows:
            return NO_EDITS
        source_starts, source_ends, target_starts, target_ends = zip(*rows, strict=True)
        return cls(source_starts=source_starts, source_ends=source_ends, target_starts=target_starts, target_ends=target_ends)

    def __len__(self) -> int:
        return len(self.source_starts)

    def __iter__(self) -> Iterator[tuple[int, int, int, int]]:
        return zip(self.source_starts, self.source_ends, self.target_starts, self.target_ends, strict=True)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The smallest source range whose characters produced the target characters `start` up to `end`."""
        return _across(start, end, self.target_starts, self.target_ends, self.source_starts, self.source_ends)

    def to_target(self, start: int, end: int) -> tuple[int, int]:
        """The smallest target range that the source characters `start` up to `end` produced."""
        return _across(start, end, self.source_starts, self.source_ends, self.target_starts, self.target_ends)

    def inverse(self) -> Edits:
        """The same edits, read from target to source."""
        return Edits(
            source_starts=self.target_starts, source_ends=self.target_ends, target_starts=self.source_starts, target_ends=self.source_ends
        )

    def then(self, later: Edits) -> Edits:
        """These edits followed by `later` ones, whose source is the target here.

        Edits that overlap in the text between become one.

        >>> list(Edits.of([(1, 2, 0)]).then(Edits.of([(0, 2, 1)])))
        [(0, 3, 0, 1)]
        """
        if not len(later):
            return self
        if not len(self):
            return later
        first, second = [*self, _END], [*later, _END]
        rows: list[tuple[int, int, int, int]] = []
        i = j = source_shift = target_shift = 0  # of a place in the text between, against source and target
        while i < len(self) or j < len(later):
            # a group of edits that overlap in the text between, from `low` up to `high`
            low = high = min(first[i][2], second[j][0])
            source_low, target_low = low + source_shift, low + target_shift
            empty = second[j][0] == second[j][1] == low < first[i][3]  # an insertion goes before what follows it
            while True:
                if not empty and (first[i][2] < high or first[i][2] == low == high):
                    _, source_end, _, end = first[i]
                    i, source_shift = i + 1, source_end - end
                elif second[j][0] < high or second[j][0] == low == high:
                    _, end, _, target_end = second[j]
                    j, target_shift = j + 1, target_end - end
                else:
                    break
                high = max(high, end)
                if high == low:
                    break
            rows.append((source_low, high + source_shift, target_low, high + target_shift))
        return Edits._from_rows(rows)


_END = (2**62,) * 4
NO_EDITS = Edits(source_starts=(), source_ends=(), target_starts=(), target_ends=())
"""Edits between two texts whose characters stand one for one."""


def _across(
    start: int, end: int, starts: Sequence[int], ends: Sequence[int], other_starts: Sequence[int], other_ends: Sequence[int]
) -> tuple[int, int]:
    i = bisect_right(starts, start) - 1  # the last edit that does not begin after the first character
    if i < 0:
        low = start
    elif start < ends[i]:
        low = other_starts[i]
    else:
        low = start - ends[i] + other_ends[i]
    if start == end:
        return low, low
    i = bisect_right(starts, end - 1) - 1  # the same for the last character
    if i < 0:
        high = end
    elif end <= ends[i]:
        high = other_ends[i]
    else:
        high = end - ends[i] + other_ends[i]
    return low, high


@attrs.frozen(kw_only=True)
class NormalizedText:
    """A text after normalisation, and the way back to its source.

    `to_source` and `to_target` take a `range`, or a `Span` of the side they map from, and return the like of the
    other side: the smallest range whose characters produced it. A deletion inside is covered, one at an edge is not.
    Law: for a range that is not empty, `to_target(to_source(r))` contains `r`.

    Args:
        source: the text as it was.
        text: the text as it is now.
        edits: where their lengths differ.

    >>> import khabar
    >>> normalized = khabar.normalize("قالَ الوزيـر")
    >>> normalized.text, normalized.to_source(range(4, 10))
    ('قال الوزير', range(5, 12))
    """

    source: str
    text: str
    edits: Edits

    @overload
    def to_source(self, place: Span) -> Span: ...
    @overload
    def to_source(self, place: range) -> range: ...
    def to_source(self, place: Span | range) -> Span | range:
        """The place in the source from which a place in the text was made.

        Raises:
            TypeError: `place` is neither a `Span` nor a `range`.
            ValueError: it does not lie in the text.
        """
        low, high = self.edits.to_source(*_bounds(place, self.text))
        return Span.of(self.source, low, high) if isinstance(place, Span) else range(low, high)

    @overload
    def to_target(self, place: Span) -> Span: ...
    @overload
    def to_target(self, place: range) -> range: ...
    def to_target(self, place: Span | range) -> Span | range:
        """The place in the text that was made from a place in the source.

        Raises:
            TypeError: `place` is neither a `Span` nor a `range`.
            ValueError: it does not lie in the source.
        """
        low, high = self.edits.to_target(*_bounds(place, self.source))
        return Span.of(self.text, low, high) if isinstance(place, Span) else range(low, high)


def _bounds(place: object, text: str) -> tuple[int, int]:
    if not isinstance(place, (Span, range)):
        raise TypeError(f"place must be a Span or a range, not {type(place).__name__}: for example range(0, 4)")
    start, end = (place.start, place.end) if isinstance(place, Span) else (place.start, place.stop)
    if isinstance(place, range) and place.step != 1:
        raise ValueError(f"{place!r} has a step: a place is one stretch of characters")
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"{start} to {end} does not lie in this side's text of {len(text)} characters")
    if isinstance(place, Span) and text[start:end] != place.text:
        raise ValueError(f"characters {start} to {end} are not {place.text!r}: the span belongs to another text")
    return start, end
