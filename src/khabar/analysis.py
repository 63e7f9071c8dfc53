"""The result: one document with everything that was found in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import cast

import attrs

from khabar.errors import SerializationError, UnknownLayerError
from khabar.layers import ATTRIBUTIONS, BUILTIN_LAYERS, DATES, QUOTATIONS, SENTENCES, TOKENS, A, Annotation, Layer
from khabar.model import Attribution, Diagnostic, Document, Quotation, Sentence, TimeExpression, Tokens
from khabar.segment.tokens import tokenize
from khabar.spans import Enclosures, Span


def _read_only(layers: Mapping[Layer[Annotation], Sequence[Annotation]]) -> Mapping[Layer[Annotation], Sequence[Annotation]]:
    return MappingProxyType({layer: tuple(annotations) for layer, annotations in layers.items()})


@attrs.frozen(kw_only=True, repr=False)
class Analysis:
    """A document and its layers of annotations.

    Args:
        document: what was analysed.
        layers: annotations by layer, each sorted by `(span.start, -span.end)`, attributions by the start of
            `cue or source`; read-only.
        diagnostics: what a reader should know of the text.
        tokens: the tokens of the text; made when first asked for if they are not given.

    >>> import khabar
    >>> analysis = khabar.analyze("قال الوزير: «سنعود».")
    >>> [quotation.content.text for quotation in analysis.quotations]
    ['سنعود']
    """

    document: Document
    layers: Mapping[Layer[Annotation], Sequence[Annotation]] = attrs.field(converter=_read_only)
    diagnostics: tuple[Diagnostic, ...] = ()
    _tokens: Tokens | None = attrs.field(default=None, eq=False, alias="tokens")
    # made when first asked for: the starts of each layer, and the contents of the attributions
    _starts: dict[Layer[Annotation], tuple[list[int], list[Annotation]]] = attrs.field(factory=dict, init=False, eq=False)
    _contents: list[tuple[Enclosures, list[Attribution]]] = attrs.field(factory=list, init=False, eq=False)

    def __hash__(self) -> int:
        # a mapping has no hash; equal analyses have equal documents
        return hash((self.document, self.diagnostics))

    # tokens are made again from the text, and a mappingproxy cannot be pickled
    def __getstate__(self) -> dict[str, object]:
        return {"document": self.document, "layers": dict(self.layers), "diagnostics": self.diagnostics}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__init__(**state)  # type: ignore[misc]

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
            raise UnknownLayerError(self._no_layer(layer)) from None

    def _no_layer(self, layer: Layer[Annotation]) -> str:
        known = (TOKENS, *self.layers)
        for other in known:
            if other.name == layer.name:
                return f"the layer {other.name!r} of this analysis holds {other.type.__qualname__}, not {layer.type.__qualname__}"
        return f"no layer {layer.name!r} in this analysis; there are {', '.join(sorted(key.name for key in known))}"

    @property
    def tokens(self) -> Tokens:
        """The tokens of the text."""
        if self._tokens is None:
            object.__setattr__(self, "_tokens", tokenize(self.document.text))
        return cast("Tokens", self._tokens)

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

        Raises:
            UnknownLayerError: the pipeline does not make the layer.

        >>> import khabar
        >>> analysis = khabar.analyze("وصل أمس. وعاد اليوم.")
        >>> [date.span.text for date in analysis.within(analysis.sentences[1].span, khabar.DATES)]
        ['اليوم']
        """
        if layer == TOKENS:
            tokens = self.tokens[bisect_left(self.tokens.starts, span.start) : bisect_right(self.tokens.ends, span.end)]
            return cast("tuple[A, ...]", tuple(tokens))
        if layer not in self._starts:
            ordered: list[Annotation] = sorted(self[layer], key=lambda annotation: (annotation.span.start, -annotation.span.end))
            self._starts[layer] = [annotation.span.start for annotation in ordered], ordered
        starts, annotations = self._starts[layer]
        found = annotations[bisect_left(starts, span.start) : bisect_right(starts, span.end)]
        return tuple(cast("A", annotation) for annotation in found if annotation.span.end <= span.end)

    def attribution_of(self, quotation: Quotation) -> Attribution | None:
        """The smallest attribution whose content contains a quotation; None where nobody is reported to have said it.

        >>> import khabar
        >>> analysis = khabar.analyze("قال الوزير: «سنعود».")
        >>> analysis.attribution_of(analysis.quotations[0]).cue.text
        'قال'
        """
        if not self._contents:
            pieces = [(piece, attribution) for attribution in self.attributions for piece in attribution.content]
            enclosures = Enclosures([(piece.start, piece.end) for piece, _ in pieces])
            self._contents.append((enclosures, [attribution for _, attribution in pieces]))
        enclosures, attributions = self._contents[0]
        found = enclosures.smallest(quotation.span.start, quotation.span.end)
        return None if found is None else attributions[found]

    def to_dict(self) -> dict[str, object]:
        """The analysis as a dict of JSON values (schema `khabar/1`); tokens are made again from the text.

        Raises:
            SerializationError: an annotation of a plugin is neither of an attrs class nor a dataclass.

        >>> import khabar
        >>> khabar.analyze("وصل الوفد.").to_dict()["sentences"][0]["span"]
        {'start': 0, 'end': 10, 'text': 'وصل الوفد.'}
        """
        from khabar import codec

        return {
            "schema": codec.SCHEMA,
            "document": codec.to_data(self.document),
            **{layer.name: [codec.to_data(annotation) for annotation in annotations] for layer, annotations in self.layers.items()},
            "diagnostics": [codec.to_data(diagnostic) for diagnostic in self.diagnostics],
        }

    def to_json(self) -> str:
        """The analysis as one line of JSON.

        Raises:
            SerializationError: a high surrogate stands directly before a low one in the text; the message names the offset.
        """
        from khabar import codec

        return codec.to_json(self.to_dict())

    @classmethod
    def from_dict(cls, data: Mapping[str, object], layers: Iterable[Layer[Annotation]] = ()) -> Analysis:
        """The analysis that `to_dict` wrote.

        Args:
            data: what `to_dict` gave.
            layers: the keys of plugin layers to read besides the built-in ones.

        Raises:
            SerializationError: it is no analysis, or holds a layer whose key was not given.
            TypeError: `data` is no mapping.

        >>> import khabar
        >>> analysis = khabar.analyze("وصل الوفد أمس.")
        >>> khabar.Analysis.from_dict(analysis.to_dict()) == analysis
        True
        """
        from khabar import codec

        if not isinstance(data, Mapping):
            raise TypeError(f"data must be a mapping as to_dict() gives it, not {type(data).__name__}; a line of JSON is for from_json()")
        if data.get("schema") != codec.SCHEMA:
            raise SerializationError(f"this is no analysis: its 'schema' is {data.get('schema')!r}, not {codec.SCHEMA!r}")
        document = codec.from_data(data.get("document"), Document)
        known = {layer.name: layer for layer in (*BUILTIN_LAYERS, *layers)}
        found: dict[Layer[Annotation], Sequence[Annotation]] = {}
        for name in data:
            if name in {"schema", "document", "diagnostics", TOKENS.name}:
                continue
            if name not in known:
                raise SerializationError(f"no key was given for the layer {name!r}: pass it in layers=(…,); known are {', '.join(known)}")
            found[known[name]] = _read_layer(data, name, known[name].type, document.text)
        diagnostics = _read_layer(data, "diagnostics", Diagnostic, document.text)
        return cls(document=document, layers=found, diagnostics=diagnostics)

    @classmethod
    def from_json(cls, line: str, layers: Iterable[Layer[Annotation]] = ()) -> Analysis:
        """The analysis that `to_json` wrote.

        Args:
            line: what `to_json` gave.
            layers: the keys of plugin layers to read besides the built-in ones.

        Raises:
            SerializationError: it is no JSON, no analysis, or holds a layer whose key was not given.
            TypeError: `line` is no `str`.
        """
        from khabar import codec

        return cls.from_dict(codec.from_json(line), layers)

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(annotations)} {layer.name}" for layer, annotations in self.layers.items())
        return f"<Analysis of {len(self.document.text)} characters: {counts}>"


def _read_layer(data: Mapping[str, object], name: str, kind: type[A], text: str) -> tuple[A, ...]:
    from khabar import codec

    items = data.get(name, ())
    if not isinstance(items, (list, tuple)):
        raise SerializationError(f"{name} must be a list, not {type(items).__name__}")
    read: list[A] = []
    for index, item in enumerate(items):
        try:
            annotation = codec.from_data(item, kind)
        except SerializationError as error:
            raise SerializationError(f"{name}[{index}] is {error}") from error
        for span in _spans(annotation):
            if not span.is_of(text):
                where = f"{span.start}–{span.end} of the document's text"
                raise SerializationError(f"{name}[{index}]: {span.text!r} does not stand at {where}")
        read.append(annotation)
    return tuple(read)


def _spans(value: object) -> Iterator[Span]:
    """Every span in an annotation."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _spans(part)
    elif attrs.has(kind := type(value)):
        for field in attrs.fields(kind):
            yield from _spans(getattr(value, field.name))
