"""The result: one document with everything that was found in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

import attrs

from khabar import codec
from khabar.errors import SerializationError, UnknownLayerError
from khabar.layers import ATTRIBUTIONS, DATES, QUOTATIONS, SENTENCES, TOKENS, A, Annotation, Layer
from khabar.model import Attribution, Diagnostic, Document, Quotation, Sentence, TimeExpression, Tokens
from khabar.segment.tokens import tokenize
from khabar.spans import Span

BUILTIN_LAYERS: tuple[Layer[Annotation], ...] = (SENTENCES, QUOTATIONS, DATES, ATTRIBUTIONS)


@attrs.frozen(kw_only=True, repr=False)
class Analysis:
    """A document and its layers of annotations.

    Args:
        document: what was analysed.
        layers: annotations by layer, each sorted by `(span.start, -span.end)`, attributions by `cue or source`.
        diagnostics: what a reader should know of the text.

    >>> import khabar
    >>> analysis = khabar.analyze("قال الوزير: «سنعود».")
    >>> [quotation.content.text for quotation in analysis.quotations]
    ['سنعود']
    """

    document: Document
    layers: Mapping[Layer[Annotation], Sequence[Annotation]]
    diagnostics: tuple[Diagnostic, ...] = ()
    _tokens: list[Tokens] = attrs.field(factory=list, eq=False, alias="_tokens")
    _starts: dict[str, tuple[list[int], list[Annotation]]] = attrs.field(factory=dict, init=False, eq=False)

    def __getitem__(self, layer: Layer[A]) -> Sequence[A]:
        """The annotations of a layer.

        Raises:
            UnknownLayerError: the pipeline does not make it; the message lists those it makes.
        """
        if layer == TOKENS:
            return cast("Sequence[A]", self.tokens)
        try:
            return cast("Sequence[A]", self.layers[layer])
        except KeyError:
            known = ", ".join(sorted(["tokens", *(key.name for key in self.layers)]))
            raise UnknownLayerError(f"no layer {getattr(layer, 'name', layer)!r} in this analysis; there are {known}") from None

    @property
    def tokens(self) -> Tokens:
        """The tokens of the text."""
        if not self._tokens:
            self._tokens.append(tokenize(self.document.text))
        return self._tokens[0]

    @property
    def sentences(self) -> Sequence[Sentence]:
        """The sentences, quotations kept whole."""
        return self[SENTENCES]

    @property
    def quotations(self) -> Sequence[Quotation]:
        """The quotations, outer before inner."""
        return self[QUOTATIONS]

    @property
    def dates(self) -> Sequence[TimeExpression]:
        """The expressions of time."""
        return self[DATES]

    @property
    def attributions(self) -> Sequence[Attribution]:
        """Who said what."""
        return self[ATTRIBUTIONS]

    def within(self, span: Span, layer: Layer[A]) -> tuple[A, ...]:
        """The annotations of a layer that lie wholly inside a span, by where they start.

        >>> import khabar
        >>> analysis = khabar.analyze("وصل أمس. وعاد اليوم.")
        >>> [date.span.text for date in analysis.within(analysis.sentences[1].span, khabar.DATES)]
        ['اليوم']
        """
        if layer.name not in self._starts:
            ordered = sorted(self[layer], key=lambda annotation: (annotation.span.start, -annotation.span.end))
            self._starts[layer.name] = [annotation.span.start for annotation in ordered], list(ordered)
        starts, annotations = self._starts[layer.name]
        found = annotations[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        return tuple(cast("A", annotation) for annotation in found if annotation.span.end <= span.end)

    def attribution_of(self, quotation: Quotation) -> Attribution | None:
        """The smallest attribution whose content contains a quotation; None where nobody is reported to have said it.

        >>> import khabar
        >>> analysis = khabar.analyze("قال الوزير: «سنعود».")
        >>> analysis.attribution_of(analysis.quotations[0]).cue.text
        'قال'
        """
        best: tuple[int, Attribution] | None = None
        for attribution in self.attributions:
            for piece in attribution.content:
                if piece.contains(quotation.span) and (best is None or len(piece) < best[0]):
                    best = len(piece), attribution
        return best[1] if best else None

    def to_dict(self) -> dict[str, object]:
        """The analysis as a dict of JSON values (schema `khabar/1`); tokens are made again from the text."""
        return {
            "schema": codec.SCHEMA,
            "document": codec.to_data(self.document),
            **{layer.name: [codec.to_data(annotation) for annotation in annotations] for layer, annotations in self.layers.items()},
            "diagnostics": [codec.to_data(diagnostic) for diagnostic in self.diagnostics],
        }

    def to_json(self) -> str:
        """The analysis as one line of JSON.

        Raises:
            SerializationError: a high surrogate stands directly before a low one in the text.
        """
        return codec.to_json(self.to_dict())

    @classmethod
    def from_dict(cls, data: Mapping[str, object], layers: Iterable[Layer[Annotation]] = ()) -> Analysis:
        """The analysis that `to_dict` wrote.

        Args:
            data: what `to_dict` gave.
            layers: the keys of plugin layers to read besides the built-in ones.

        Raises:
            SerializationError: it is no analysis, or holds a layer whose key was not given.
        """
        if data.get("schema") != codec.SCHEMA:
            raise SerializationError(f"schema {data.get('schema')!r} is not {codec.SCHEMA!r}")
        known = {layer.name: layer for layer in (*BUILTIN_LAYERS, *layers)}
        found: dict[Layer[Annotation], Sequence[Annotation]] = {}
        for name, items in data.items():
            if name in {"schema", "document", "diagnostics"}:
                continue
            if name not in known:
                raise SerializationError(f"no key for the layer {name!r}: pass it in layers=(…); known are {', '.join(known)}")
            found[known[name]] = tuple(codec.from_data(item, known[name].type) for item in cast("Iterable[object]", items))
        diagnostics = tuple(codec.from_data(item, Diagnostic) for item in cast("Iterable[object]", data.get("diagnostics", ())))
        return cls(document=codec.from_data(data.get("document"), Document), layers=found, diagnostics=diagnostics)

    @classmethod
    def from_json(cls, line: str, layers: Iterable[Layer[Annotation]] = ()) -> Analysis:
        """The analysis that `to_json` wrote; arguments and errors as in `from_dict`."""
        return cls.from_dict(codec.from_json(line), layers)

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(annotations)} {layer.name}" for layer, annotations in self.layers.items())
        return f"<Analysis of {len(self.document.text)} characters: {counts}>"
