"""The pipeline: extractors that fit together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal, TypeAlias, cast

import attrs

from khabar.analysis import Analysis
from khabar.errors import KhabarError, PipelineError, PluginError, UndeclaredLayerError, UnknownLayerError, require_text
from khabar.layers import TOKENS, A, Annotation, Extractor, Layer
from khabar.lexicons import Lexicon, Table
from khabar.model import Diagnostic, DiagnosticCode, Document
from khabar.pipeline.order import in_order, name_of
from khabar.pipeline.run import Run
from khabar.segment.tokens import tokenize
from khabar.spans import Span

CreationTime: TypeAlias = dt.date | dt.datetime | None
OnError: TypeAlias = Literal["raise", "skip"]


class Pipeline:
    """Extractors that fit together. It keeps nothing of the texts, so threads may share it.

    Args:
        extractors: built-in and other ones alike, in any order.
        lexicons: further words for the extractors' table, besides those the extractors carry.
        on_error: `raise` an error when an extractor fails, or `skip` its layer with a diagnostic.

    Raises:
        PipelineError: a layer is made twice, needed but made by nobody, or needs itself; the message names both sides.
        LexiconError: two lexicons say different things of one word; the message names both.

    >>> pipeline = Pipeline.default()
    >>> pipeline.analyze("وصل الوفد أمس.", creation_time=dt.date(2024, 6, 19)).dates[0].value
    '2024-06-18'
    """

    def __init__(
        self, extractors: Iterable[Extractor[Annotation]], *, lexicons: Iterable[Lexicon] = (), on_error: OnError = "raise"
    ) -> None:
        if on_error not in {"raise", "skip"}:
            raise PipelineError(f"on_error is 'raise' or 'skip', not {on_error!r}")
        self._on_error = on_error
        self._extractors = in_order(extractors)
        self._chains = {extractor.layer: _chain(self._extractors, extractor.layer) for extractor in self._extractors}
        self._table = Table([*_carried(self._extractors), *lexicons])
        self._origins: dict[int, str] = {}
        self._faults: tuple[str, ...] = ()

    @classmethod
    def default(cls, plugins: Iterable[str] = (), lexicons: Iterable[str] = (), on_error: OnError = "raise") -> Pipeline:
        """The built-in extractors, with the plugins and lexicons of these names.

        Args:
            plugins: names of installed plugins that bring an extractor.
            lexicons: names of installed plugins that bring words.
            on_error: `raise` an error when a plugin cannot be loaded or fails, or `skip` it with a diagnostic.

        Raises:
            UnknownPluginError: no installed package registers one of them; the message lists those there are.
            PluginError: one cannot be loaded.
            PipelineError: a plugin's layer does not fit; the message names both sides.
            LexiconError: a lexicon breaks the format, or clashes with another one.
            TypeError: `plugins` or `lexicons` is one name instead of several.
        """
        from khabar.extract import BUILTIN
        from khabar.plugins import EXTRACTORS, LEXICONS, find, load_extractor, load_lexicon

        extractors: list[Extractor[Annotation]] = [make() for make in BUILTIN]
        origins: dict[int, str] = {}
        faults: list[str] = []
        for plugin in [find(name, EXTRACTORS) for name in _names("plugins", plugins)]:
            try:
                extractor = load_extractor(plugin)
            except PluginError as error:
                if on_error != "skip":
                    raise
                faults.append(str(error))
            else:
                extractors.append(extractor)
                origins[id(extractor)] = str(plugin)
        words = [load_lexicon(find(name, LEXICONS)) for name in _names("lexicons", lexicons)]
        pipeline = cls(extractors, lexicons=words, on_error=on_error)
        pipeline._origins, pipeline._faults = origins, tuple(faults)
        return pipeline

    @property
    def layers(self) -> tuple[Layer[Annotation], ...]:
        """The layers of its results, in the order in which they are made."""
        return tuple(layer for layer in self._chains if not layer.is_private)

    def analyze(self, text: str | Document, creation_time: CreationTime = None) -> Analysis:
        """Everything that the extractors find in a text.

        Args:
            text: the text, or a document.
            creation_time: the day or moment of publication; it overrides the document's own.

        Raises:
            TypeError: `text` is neither a `str` nor a `Document`.
            PluginError: an extractor failed (unless the pipeline skips failures).
            PipelineError: an extractor gave something that its layer does not hold, or a span that is not of the text.
            UndeclaredLayerError: an extractor read a layer that it does not require.
        """
        run = self._run(_document(text, creation_time), self._extractors)
        layers = {layer: run.found[layer] for layer in self.layers}
        run.close()
        return Analysis(document=run.document, layers=layers, diagnostics=_by_place(run.diagnostics), tokens=run.tokens)

    def extract(self, layer: Layer[A], text: str | Document, creation_time: CreationTime = None) -> tuple[A, ...]:
        """One layer of a text; only the layers it needs are made.

        Law: the same as `analyze(text, creation_time)[layer]`.

        Args:
            layer: the key of the layer.
            text: the text, or a document.
            creation_time: the day or moment of publication; it overrides the document's own.

        Raises:
            UnknownLayerError: no extractor of this pipeline makes it.
            TypeError: `text` is neither a `str` nor a `Document`.
        """
        document = _document(text, creation_time)
        extractors = self._chains.get(layer)
        if extractors is None:
            if layer == TOKENS:
                return cast("tuple[A, ...]", tuple(tokenize(document.text)))
            known = ", ".join(sorted([TOKENS.name, *(key.name for key in self.layers)]))
            raise UnknownLayerError(f"no layer {layer.name!r} in this pipeline; there are {known}")
        run = self._run(document, extractors)
        annotations = run.found[layer]
        run.close()
        return cast("tuple[A, ...]", annotations)

    def stream(self, documents: Iterable[Document]) -> Iterator[Analysis]:
        """The analyses of many documents in their order; each document is read when its analysis is asked for.

        Args:
            documents: any number of them; none is kept.

        Raises:
            TypeError: `documents` is one text or document.

        >>> documents = (Document(text=text) for text in ("قال: «نعم».", ""))
        >>> [len(analysis.quotations) for analysis in Pipeline.default().stream(documents)]
        [1, 0]
        """
        if isinstance(documents, (str, bytes, Document)):
            raise TypeError(f"documents must be many documents, not one {type(documents).__name__}: analyze() reads one")
        return map(self.analyze, documents)

    def _run(self, document: Document, extractors: Collection[Extractor[Annotation]]) -> Run:
        run = Run(document, self._table)
        for extractor in extractors:
            try:
                run.extract(extractor)
            except Exception as error:
                origin = self._origins.get(id(extractor))
                if self._on_error == "raise":
                    if origin is None and isinstance(error, (PipelineError, UndeclaredLayerError)):
                        raise  # it names the extractor already
                    raise PluginError(_failure(origin or name_of(extractor), error)) from error
                run.found[extractor.layer] = ()
                run.diagnostics.append(_fault(document, _failure(origin or name_of(extractor), error)))
        run.diagnostics += [_fault(document, message) for message in self._faults]
        return run


def _chain(extractors: Sequence[Extractor[Annotation]], layer: Layer[Annotation]) -> Sequence[Extractor[Annotation]]:
    """The extractor of a layer with those whose layers it needs, in their order."""
    needed = {layer}
    for extractor in reversed(extractors):
        if extractor.layer in needed:
            needed.update(extractor.requires)
    return [extractor for extractor in extractors if extractor.layer in needed]


def _failure(name: str, error: Exception) -> str:
    return f"{name} failed: {type(error).__name__}: {error}"


def _fault(document: Document, message: str) -> Diagnostic:
    return Diagnostic(code=DiagnosticCode.PLUGIN_ERROR, span=Span.of(document.text, 0, 0), message=message)


def _document(text: object, creation_time: CreationTime) -> Document:
    if isinstance(text, Document):
        return text if creation_time is None else attrs.evolve(text, creation_time=creation_time)
    return Document(text=require_text(text), creation_time=creation_time)


def _names(argument: str, names: Iterable[str]) -> Iterable[str]:
    if isinstance(names, str):
        raise TypeError(f"{argument} must be a list of names, not one str: {argument}=[{names!r}]")
    return names


def _by_place(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda diagnostic: (diagnostic.span.start, diagnostic.span.end, diagnostic.code)))


def _carried(extractors: Iterable[Extractor[Annotation]]) -> Iterator[Lexicon]:
    """The lexicons that extractors bring with them."""
    for extractor in extractors:
        try:
            lexicon: object = getattr(extractor, "lexicon", None)
        except KhabarError:
            raise
        except Exception as error:
            raise PluginError(f"the lexicon of {name_of(extractor)} cannot be loaded: {error!r}") from error
        if isinstance(lexicon, Lexicon):
            yield lexicon
        elif lexicon is not None:
            raise PipelineError(f"the lexicon of {name_of(extractor)} is a {type(lexicon).__name__}, not a khabar.Lexicon")
