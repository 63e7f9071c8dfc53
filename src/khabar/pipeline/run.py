"""One document on its way through the extractors."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cached_property
from typing import cast

from khabar.errors import PipelineError, UndeclaredLayerError
from khabar.layers import ATTRIBUTIONS, TOKENS, A, Annotation, Extractor, Layer
from khabar.lexicons import Table
from khabar.lexicons.matches import Matches
from khabar.model import Attribution, Diagnostic, Document, Match, Tokens, Word
from khabar.pipeline.order import name_of
from khabar.segment.tokens import read_tokens


class Run:
    """One document on its way through the extractors."""

    def __init__(self, document: Document, table: Table) -> None:
        self.document = document
        self.tokens, self._written = read_tokens(document.text)
        self.found: dict[Layer[Annotation], tuple[Annotation, ...]] = {}
        self.diagnostics: list[Diagnostic] = []
        self._table = table

    @cached_property
    def words(self) -> list[Word]:
        return self._table.words(self._written)

    @cached_property
    def matches(self) -> Matches:
        return self._table.matches(self.words)

    def extract(self, extractor: Extractor[Annotation]) -> None:
        """Make a layer, whole or not at all."""
        layer, text = extractor.layer, self.document.text
        annotations: list[Annotation] = []
        diagnostics: list[Diagnostic] = []
        for item in extractor.extract(View(self, extractor)):
            if isinstance(item, layer.type):
                annotations.append(item)
            elif isinstance(item, Diagnostic):
                diagnostics.append(item)
            else:
                raise PipelineError(
                    f"{name_of(extractor)} gave a {type(item).__name__}, but its layer {layer.name!r} holds {layer.type.__name__}"
                )
            span = item.span
            if not span.is_of(text):
                raise PipelineError(
                    f"{name_of(extractor)} gave the span {span.start}–{span.end} as {span.text!r}, "
                    f"not so in the text of {len(text)} characters; "
                    "make spans with Span.of(view.document.text, start, end)"
                )
        annotations.sort(key=_cue_order if layer.type is Attribution and layer == ATTRIBUTIONS else _span_order)
        self.found[layer] = tuple(annotations)
        self.diagnostics += diagnostics

    def close(self) -> None:
        """Let go of what was found, so that it is not kept in a circle: a sheet knows its view, the view the run, the run the sheet."""
        self.found.clear()


class View:
    """What one extractor sees: the layers it declares, and the words of the text."""

    def __init__(self, run: Run, extractor: Extractor[Annotation]) -> None:
        self._run = run
        self._extractor = extractor

    @property
    def document(self) -> Document:
        return self._run.document

    @property
    def tokens(self) -> Tokens:
        return self._run.tokens

    @property
    def words(self) -> Sequence[Word]:
        return self._run.words

    def matches(self, lexical_class: str, /) -> Sequence[Match]:
        return self._run.matches.of(lexical_class)

    def phrases(self, lexical_class: str, /) -> Sequence[Match]:
        return self._run.matches.phrases(lexical_class)

    def positions(self, lexical_classes: Set[str], /) -> Sequence[int]:
        return self._run.matches.positions(lexical_classes)

    def __getitem__(self, layer: Layer[A], /) -> Sequence[A]:
        found = self._run.found.get(layer)
        if found is not None and layer in self._extractor.requires:
            return cast("Sequence[A]", found)
        if layer == TOKENS:
            return cast("Sequence[A]", self.tokens)
        declared = ", ".join(key.name for key in self._extractor.requires) or "none"
        raise UndeclaredLayerError(
            f"{name_of(self._extractor)} reads the layer {layer.name!r} without naming it in requires (there: {declared})"
        )


def _span_order(annotation: Annotation) -> tuple[int, int]:
    span = annotation.span
    return span.start, -span.end


def _cue_order(annotation: Annotation) -> tuple[int, int]:
    attribution = cast("Attribution", annotation)
    first = attribution.cue
    if first is None:
        first = attribution.span if attribution.source is None else attribution.source
    return first.start, -attribution.span.end
