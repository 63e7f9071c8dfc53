"""Mark pairs: fields, depth, diagnostics, the extractor."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import cast

import pytest

from khabar.layers import A, Layer
from khabar.model import Diagnostic, DiagnosticCode, Document, Match, Tokens, Word
from khabar.segment.pair_marks import signs
from khabar.segment.pairs import MARKS, MAX_DEPTH, PAIRS, MarkPair, PairsExtractor, pair_marks
from khabar.segment.tokens import tokenize


class _View:
    def __init__(self, text: str) -> None:
        self.document = Document(text=text)
        self.tokens: Tokens = tokenize(text)
        self.words: Sequence[Word] = ()

    def __getitem__(self, layer: Layer[A], /) -> Sequence[A]:
        assert layer == MARKS
        return cast("Sequence[A]", (pair_marks(self.tokens),))

    def matches(self, lexical_class: str, /) -> Sequence[Match]:
        return ()

    def phrases(self, lexical_class: str, /) -> Sequence[Match]:
        return ()

    def positions(self, lexical_classes: Set[str], /) -> Sequence[int]:
        return ()


def _extract(text: str) -> tuple[list[MarkPair], list[Diagnostic]]:
    items = list(PairsExtractor().extract(_View(text)))
    return [item for item in items if isinstance(item, MarkPair)], [item for item in items if isinstance(item, Diagnostic)]


def test_fields_of_a_pair() -> None:
    """The span holds the marks, the content does not."""
    ((outer, inner), diagnostics) = _extract("قال: «زرنا “الواحة” أمس».")
    assert (outer.span.text, outer.content.text, outer.depth) == ("«زرنا “الواحة” أمس»", "زرنا “الواحة” أمس", 0)
    assert (inner.opening, inner.closing, inner.depth) == ("“", "”", 1)
    assert diagnostics == []


def test_doubled_marks_are_one_mark() -> None:
    """<< and >> are marks of two characters."""
    ((pair,), _) = _extract("قال: <<عدنا>>.")
    assert (pair.opening, pair.content.text, pair.closing) == ("<<", "عدنا", ">>")


def test_missing_closing_mark_is_reported() -> None:
    """A quotation that is never closed has no closing mark, and a diagnostic at its opening one."""
    ((pair,), (diagnostic,)) = _extract("قال: «عدنا إلى البيت.")
    assert (pair.span.text, pair.closing) == ("«عدنا إلى البيت", None)
    assert (diagnostic.code, diagnostic.span.text, diagnostic.span.start) == (DiagnosticCode.UNCLOSED_QUOTATION, "«", 5)


def test_missing_opening_mark_is_reported() -> None:
    """A quotation that is never opened has no opening mark, and a diagnostic at its closing one."""
    ((pair,), (diagnostic,)) = _extract("قال: عدنا إلى البيت».")
    assert (pair.span.text, pair.opening) == ("عدنا إلى البيت»", None)
    assert (diagnostic.code, diagnostic.span.text) == (DiagnosticCode.UNPAIRED_MARK, "»")


def test_lost_mark_is_reported() -> None:
    """A mark that belongs to nothing is in a diagnostic."""
    pairs, (diagnostic,) = _extract("عاد المسافر» إلى البيت.")
    assert pairs == []
    assert (diagnostic.code, diagnostic.span.text) == (DiagnosticCode.UNPAIRED_MARK, "»")


def test_depth_is_bounded() -> None:
    """Pairs nested too deeply are lost marks, and those around them stay pairs."""
    depth = MAX_DEPTH + 3
    pairs = pair_marks(tokenize("«" * depth + "نعم" + "»" * depth))
    assert list(pairs.depths) == list(range(MAX_DEPTH))
    assert pairs.unpaired == [(MAX_DEPTH, depth), (depth + 3, depth + 6)]


def test_next_paragraph_does_not_depend_on_this_one() -> None:
    """What goes wrong in one paragraph stays there."""
    ((*_, last), _) = _extract('وصل "الوزير أمس.\nوقال: "عدنا".')
    assert last.span.text == '"عدنا"'


def test_layer_is_private() -> None:
    """Mark pairs are made for other extractors."""
    assert PairsExtractor.layer == PAIRS
    assert PAIRS.is_private


@pytest.mark.parametrize("sign", "«»“”\"″„‹›‘’'")
def test_every_sign_is_in_the_data_file(sign: str) -> None:
    """The signs are read from the list of marks."""
    assert sign in signs()
