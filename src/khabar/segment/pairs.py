"""Mark pairs: which stretch of the text stands between which quotation marks.

Marks are matched paragraph by paragraph, by what the sign says and by what stands around it; what stays open
or closes nothing is then recovered or reported, so that one wrong mark never turns the pairs after it around.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from khabar.layers import Annotation, Layer, View
from khabar.model import Diagnostic, DiagnosticCode, Tokens
from khabar.segment.pair_marks import find_marks, punctuation
from khabar.segment.pair_matching import Matching, match_marks
from khabar.segment.pair_recovery import Piece, recover
from khabar.segment.paragraphs import paragraph_ends
from khabar.spans import Span

MAX_DEPTH = 8
"""Quotations nested deeper than this are no quotations but noise; it keeps the layer linear in the text."""


@attrs.frozen(kw_only=True)
class MarkPair:
    """A stretch of text between quotation marks, before anything is said of its kind.

    Args:
        span: from mark to mark, both included.
        content: the same without the marks.
        opening: the opening mark as written; None where the text lacks it.
        closing: the closing mark as written; None where the text lacks it.
        depth: 0 for an outermost pair, 1 for one inside it, and so on.
    """

    span: Span
    content: Span
    opening: str | None
    closing: str | None
    depth: int


PAIRS: Layer[MarkPair] = Layer("_pairs", MarkPair)
"""The layer of mark pairs, made for other extractors."""


class Pairs:
    """The mark pairs of one text as columns, sorted by start, outer before inner.

    Args:
        text: the text that was read.
        punctuation: positions of its punctuation tokens.
        paragraphs: where its paragraphs end.
        starts: offset of each pair's first code point.
        inner_starts: offset of its content; the same as `starts` where the opening mark is missing.
        inner_ends: offset after its content.
        ends: offset after its closing mark; the same as `inner_ends` where it is missing.
        depths: how many pairs are around it.
        unpaired: start and end of each run of marks that belong to no pair.

    >>> import khabar
    >>> pairs = pair_marks(khabar.tokenize("قال: «زرت «دار الكتب» أمس»."))
    >>> list(zip(pairs.starts, pairs.ends, pairs.depths))
    [(5, 26, 0), (10, 21, 1)]
    """

    __slots__ = ("depths", "ends", "inner_ends", "inner_starts", "paragraphs", "punctuation", "starts", "text", "unpaired")

    def __init__(self, tokens: Tokens) -> None:
        self.text = tokens.text
        self.punctuation = punctuation(tokens)
        self.paragraphs = paragraph_ends(tokens.text)
        pieces, lost = _paired(tokens, self.punctuation, self.paragraphs)
        self.starts: list[int] = []
        self.inner_starts: list[int] = []
        self.inner_ends: list[int] = []
        self.ends: list[int] = []
        self.depths: list[int] = []
        around: list[int] = []
        for start, inner_start, inner_end, end in sorted(pieces, key=_outer_first):
            while around and around[-1] <= start:
                around.pop()
            depth = len(around)
            around.append(end)
            if depth >= MAX_DEPTH:
                lost += [(start, inner_start), (inner_end, end)]
                continue
            self.starts.append(start)
            self.inner_starts.append(inner_start)
            self.inner_ends.append(inner_end)
            self.ends.append(end)
            self.depths.append(depth)
        self.unpaired = _runs(lost)

    @property
    def span(self) -> Span:
        """The whole text."""
        return Span(0, len(self.text), self.text)

    def __len__(self) -> int:
        return len(self.starts)

    def __iter__(self) -> Iterator[MarkPair]:
        text = self.text
        for start, inner_start, inner_end, end, depth in zip(
            self.starts, self.inner_starts, self.inner_ends, self.ends, self.depths, strict=True
        ):
            yield MarkPair(
                span=Span.of(text, start, end),
                content=Span.of(text, inner_start, inner_end),
                opening=text[start:inner_start] or None,
                closing=text[inner_end:end] or None,
                depth=depth,
            )


def pair_marks(tokens: Tokens) -> Pairs:
    """Pair the quotation marks of a text.

    Args:
        tokens: its tokens.

    Returns:
        The pairs, properly nested or disjoint, and the marks that belong to none.
    """
    return Pairs(tokens)


def _paired(tokens: Tokens, marks: list[int], ends: list[int]) -> tuple[list[Piece], list[tuple[int, int]]]:
    """The pairs, and start and end of each mark that belongs to none."""
    matchings: list[Matching] = [match_marks(paragraph) for paragraph in find_marks(tokens, marks, ends)]
    pieces: list[Piece] = [
        (opening.start, opening.end, closing.start, closing.end) for matching in matchings for opening, closing in matching.pairs
    ]
    lost: list[tuple[int, int]] = []
    if not all(matching.balanced for matching in matchings):
        recover(tokens, matchings, ends, pieces, lost)
    return pieces, lost


def _outer_first(piece: Piece) -> tuple[int, int]:
    return (piece[0], -piece[3])


def _runs(lost: list[tuple[int, int]]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for start, end in sorted(lost):
        if runs and runs[-1][1] == start:
            runs[-1] = (runs[-1][0], end)
        elif start < end:
            runs.append((start, end))
    return runs


MARKS: Layer[Pairs] = Layer("_marks", Pairs)
"""The layer that holds the one set of columns of a text, made for the extractors of sentences and pairs."""


class MarksExtractor:
    """Pairs the marks of a text once for all who ask for them."""

    layer = MARKS
    requires: tuple[Layer[Annotation], ...] = ()

    def extract(self, view: View, /) -> Iterator[Pairs]:
        """The one set of columns of the text."""
        yield pair_marks(view.tokens)


class PairsExtractor:
    """Makes the mark pairs, and says which marks belong to none."""

    layer = PAIRS
    requires: tuple[Layer[Annotation], ...] = (MARKS,)

    def extract(self, view: View, /) -> Iterator[MarkPair | Diagnostic]:
        """The mark pairs of the text, and a diagnostic for each run of lost marks and each pair that lacks one."""
        pairs = view[MARKS][0]
        text = pairs.text
        for pair in pairs:
            yield pair
            if pair.closing is None:
                span = Span.of(text, pair.span.start, pair.content.start)
                yield Diagnostic(code=DiagnosticCode.UNCLOSED_QUOTATION, span=span, message="this quotation is never closed")
            elif pair.opening is None:
                span = Span.of(text, pair.content.end, pair.span.end)
                yield Diagnostic(code=DiagnosticCode.UNPAIRED_MARK, span=span, message="this quotation is never opened")
        for start, end in pairs.unpaired:
            span = Span.of(text, start, end)
            yield Diagnostic(code=DiagnosticCode.UNPAIRED_MARK, span=span, message="this mark belongs to no quotation")
