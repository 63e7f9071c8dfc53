"""Extractors in the order of their needs, run over a text."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterable, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import Literal, TypeAlias, cast

from khabar.analysis import Analysis
from khabar.errors import PipelineError, PluginError, UndeclaredLayerError, UnknownLayerError, require_text
from khabar.layers import ATTRIBUTIONS, DATES, QUOTATIONS, TOKENS, A, Annotation, Extractor, Layer
from khabar.lexicons import Lexicon, Table
from khabar.model import Attribution, Diagnostic, DiagnosticCode, Document, Match, Quotation, TimeExpression, Tokens, Word
from khabar.segment.tokens import tokenize
from khabar.spans import Span

CreationTime: TypeAlias = dt.date | dt.datetime | None
OnError: TypeAlias = Literal["raise", "skip"]


class _View:
    """What one extractor sees: the layers it declares, and the words of the text."""

    def __init__(self, run: _Run, extractor: Extractor[Annotation]) -> None:
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
        return self._run.words()

    def matches(self, lexical_class: str, /) -> Sequence[Match]:
        return self._run.matches(lexical_class)

    def __getitem__(self, layer: Layer[A], /) -> Sequence[A]:
        if layer == TOKENS:
            return cast("Sequence[A]", self.tokens)
        if layer not in self._extractor.requires:
            declared = ", ".join(key.name for key in self._extractor.requires) or "none"
            raise UndeclaredLayerError(
                f"{_name(self._extractor)} reads the layer {layer.name!r} without naming it in requires (there: {declared})"
            )
        return cast("Sequence[A]", self._run.found[layer])


class _Run:
    """One document on its way through the extractors."""

    def __init__(self, document: Document, table: Table) -> None:
        self.document = document
        self.tokens = tokenize(document.text)
        self.found: dict[Layer[Annotation], tuple[Annotation, ...]] = {}
        self.diagnostics: list[Diagnostic] = []
        self._table = table
        self._words: list[Word] | None = None
        self._matches: dict[str, list[Match]] | None = None

    def words(self) -> list[Word]:
        if self._words is None:
            self._words = self._table.words(self.tokens)
        return self._words

    def matches(self, lexical_class: str) -> Sequence[Match]:
        if self._matches is None:
            self._matches = self._table.matches(self.words())
        return self._matches.get(lexical_class, ())

    def extract(self, extractor: Extractor[Annotation]) -> None:
        layer, length = extractor.layer, len(self.document.text)
        annotations: list[Annotation] = []
        for item in extractor.extract(_View(self, extractor)):
            if not 0 <= item.span.start <= item.span.end <= length:
                raise PipelineError(
                    f"{_name(extractor)} gave the span {item.span.start}–{item.span.end} in a text of {length} characters"
                )
            if isinstance(item, layer.type):
                annotations.append(item)
            elif isinstance(item, Diagnostic):
                self.diagnostics.append(item)
            else:
                raise PipelineError(
                    f"{_name(extractor)} gave a {type(item).__name__}, but its layer {layer.name!r} holds {layer.type.__name__}"
                )
        annotations.sort(key=_cue_order if layer == ATTRIBUTIONS else _span_order)
        self.found[layer] = tuple(annotations)


def _span_order(annotation: Annotation) -> tuple[int, int]:
    return annotation.span.start, -annotation.span.end


def _cue_order(annotation: Annotation) -> tuple[int, int]:
    attribution = cast("Attribution", annotation)
    return (attribution.cue or attribution.source or attribution.span).start, -annotation.span.end


def _name(extractor: Extractor[Annotation]) -> str:
    return f"{type(extractor).__module__}.{type(extractor).__qualname__}"


class Pipeline:
    """Extractors that fit together.

    Args:
        extractors: built-in and other ones alike, in any order.
        lexicons: further words for the extractors' tables.
        on_error: `raise` a `PluginError` when an extractor fails, or `skip` its layer with a diagnostic.

    Raises:
        PipelineError: a layer is made twice, needed but made by nobody, or needs itself.
        LexiconError: two lexicons say different things of one word.

    >>> pipeline = Pipeline.default()
    >>> pipeline.analyze("وصل الوفد أمس.", creation_time=dt.date(2024, 6, 19)).dates[0].value
    '2024-06-18'
    """

    def __init__(self, extractors: Iterable[Extractor[Annotation]], *, lexicons: Iterable[Lexicon] = (), on_error: OnError = "raise") -> None:
        if on_error not in {"raise", "skip"}:
            raise PipelineError(f"on_error is 'raise' or 'skip', not {on_error!r}")
        self._on_error = on_error
        self._lexicons = tuple(lexicons)
        self._origins: dict[int, str] = {}
        self._extractors = _in_order(extractors)
        self._makers = {extractor.layer: extractor for extractor in self._extractors}
        self._lock = threading.Lock()
        self._table: Table | None = None
        if self._lexicons:
            self._words_table()  # a clash shows when the pipeline is built

    @classmethod
    def default(cls, plugins: Iterable[str] = (), lexicons: Iterable[str] = (), on_error: OnError = "raise") -> Pipeline:
        """The built-in extractors, with the plugins and lexicons of these names.

        Args:
            plugins: names of installed plugins that bring an extractor.
            lexicons: names of installed plugins that bring words.
            on_error: `raise` a `PluginError` when an extractor fails, or `skip` its layer with a diagnostic.

        Raises:
            UnknownPluginError: no installed package registers one of them; the message lists those there are.
            PluginError: one cannot be loaded.
        """
        from khabar.extract import BUILTIN
        from khabar.plugins import load_extractor, load_lexicon

        loaded = {name: load_extractor(name) for name in plugins}
        pipeline = cls([*(make() for make in BUILTIN), *loaded.values()], lexicons=[load_lexicon(name) for name in lexicons], on_error=on_error)
        pipeline._origins = {id(extractor): f"plugin {name!r}" for name, extractor in loaded.items()}
        if loaded:
            pipeline._words_table()
        return pipeline

    @property
    def layers(self) -> tuple[Layer[Annotation], ...]:
        """The layers of its results, in the order in which they are made."""
        return tuple(layer for layer in self._makers if not layer.is_private)

    def _words_table(self) -> Table:
        if self._table is None:
            with self._lock:
                if self._table is None:
                    carried = [lexicon for extractor in self._extractors if isinstance(lexicon := getattr(extractor, "lexicon", None), Lexicon)]
                    self._table = Table([*carried, *self._lexicons])
        return self._table

    def analyze(self, text: str | Document, creation_time: CreationTime = None) -> Analysis:
        """Everything that the extractors find in a text.

        Args:
            text: the text, or a document.
            creation_time: the day or moment of publication; it overrides the document's own.

        Raises:
            TypeError: `text` is neither a `str` nor a `Document`.
            PluginError: an extractor failed (unless the pipeline skips failures).
        """
        document = _document(text, creation_time)
        run = self._run(document, self._extractors)
        found = {layer: run.found[layer] for layer in self.layers}
        return Analysis(document=document, layers=found, diagnostics=_by_place(run.diagnostics), _tokens=[run.tokens])

    def extract(self, layer: Layer[A], text: str | Document, creation_time: CreationTime = None) -> tuple[A, ...]:
        """One layer of a text; only the layers it needs are made.

        Law: the same as `analyze(text, creation_time)[layer]`.

        Raises:
            UnknownLayerError: no extractor of this pipeline makes it.
        """
        if layer not in self._makers:
            raise UnknownLayerError(f"no layer {layer.name!r} in this pipeline; there are {', '.join(key.name for key in self.layers)}")
        needed: set[Layer[Annotation]] = {layer}
        for extractor in reversed(self._extractors):
            if extractor.layer in needed:
                needed.update(extractor.requires)
        run = self._run(_document(text, creation_time), [extractor for extractor in self._extractors if extractor.layer in needed])
        return cast("tuple[A, ...]", run.found[layer])

    def stream(self, documents: Iterable[Document]) -> Iterator[Analysis]:
        """The analyses of many documents, in their order, one at a time.

        >>> documents = (Document(text=text) for text in ("قال: «نعم».", ""))
        >>> [len(analysis.quotations) for analysis in Pipeline.default().stream(documents)]
        [1, 0]
        """
        for document in documents:
            yield self.analyze(document)

    def _run(self, document: Document, extractors: Sequence[Extractor[Annotation]]) -> _Run:
        run = _Run(document, self._words_table())
        for extractor in extractors:
            try:
                run.extract(extractor)
            except Exception as error:
                message = f"{self._origins.get(id(extractor), 'extractor')} ({_name(extractor)}) failed: {error!r}"
                if self._on_error == "raise":
                    raise PluginError(message) from error
                run.found[extractor.layer] = ()
                run.diagnostics.append(Diagnostic(code=DiagnosticCode.PLUGIN_ERROR, span=Span.of(document.text, 0, 0), message=message))
        return run


def _document(text: object, creation_time: CreationTime) -> Document:
    if isinstance(text, Document):
        if creation_time is None:
            return text
        return Document(text=text.text, id=text.id, creation_time=creation_time, meta=text.meta)
    return Document(text=require_text(text), creation_time=creation_time)


def _by_place(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda diagnostic: (diagnostic.span.start, diagnostic.span.end, diagnostic.code)))


def _in_order(extractors: Iterable[Extractor[Annotation]]) -> list[Extractor[Annotation]]:
    makers: dict[str, Extractor[Annotation]] = {}
    for extractor in extractors:
        name = extractor.layer.name
        if name in makers or name == TOKENS.name:
            other = _name(makers[name]) if name in makers else "the tokeniser"
            raise PipelineError(f"the layer {name!r} is made by {other} and by {_name(extractor)}")
        makers[name] = extractor
    needs: dict[str, list[str]] = {}
    for name, extractor in makers.items():
        needs[name] = []
        for layer in extractor.requires:
            if layer == TOKENS:
                continue
            if layer.name not in makers or makers[layer.name].layer != layer:
                raise PipelineError(f"{_name(extractor)} needs the layer {layer.name!r} ({layer.type.__name__}), which nobody here makes")
            needs[name].append(layer.name)
    try:
        return [makers[name] for name in TopologicalSorter(needs).static_order()]
    except CycleError as error:
        cycle = " → ".join(f"{name} ({_name(makers[name])})" for name in error.args[1])
        raise PipelineError(f"layers need each other in a circle: {cycle}") from error


_default_lock = threading.Lock()
_default: list[Pipeline] = []


def _default_pipeline() -> Pipeline:
    if not _default:
        with _default_lock:
            if not _default:
                _default.append(Pipeline.default())
    return _default[0]


def analyze(text: str | Document, creation_time: CreationTime = None) -> Analysis:
    """Read a text: tokens, sentences, quotations, dates and attributions.

    Args:
        text: the text, or a document.
        creation_time: the day or moment of publication; "yesterday" is resolved against it, and stays
            unresolved without it.

    Returns:
        The analysis; offsets count code points of the text.

    Raises:
        TypeError: `text` is neither a `str` nor a `Document`.

    >>> analysis = analyze("قال الوزير أمس: «سنعود».", creation_time=dt.date(2024, 6, 19))
    >>> analysis.attributions[0].source.text, analysis.attributions[0].cue.text, analysis.dates[0].value
    ('الوزير', 'قال', '2024-06-18')
    """
    return _default_pipeline().analyze(text, creation_time)


def extract_quotations(text: str | Document) -> tuple[Quotation, ...]:
    """The quotations of a text, an outer one before those inside it.

    Raises:
        TypeError: `text` is neither a `str` nor a `Document`.

    >>> [(quotation.content.text, str(quotation.kind)) for quotation in extract_quotations("ذكرت صحيفة «الميناء» الخبر.")]
    [('الميناء', 'name')]
    """
    return _default_pipeline().extract(QUOTATIONS, text)


def extract_dates(text: str | Document, creation_time: CreationTime = None) -> tuple[TimeExpression, ...]:
    """The expressions of time of a text with their TIMEX3 values.

    Args:
        text: the text, or a document.
        creation_time: the day or moment of publication; without it relative expressions stay unresolved.

    Raises:
        TypeError: `text` is neither a `str` nor a `Document`.

    >>> [(date.span.text, date.value) for date in extract_dates("عاد الوفد في 3 مايو 2024.")]
    [('3 مايو 2024', '2024-05-03')]
    """
    return _default_pipeline().extract(DATES, text, creation_time)


def extract_attributions(text: str | Document, creation_time: CreationTime = None) -> tuple[Attribution, ...]:
    """Who said what in a text, by the place of the cue.

    Args:
        text: the text, or a document.
        creation_time: the day or moment of publication.

    Raises:
        TypeError: `text` is neither a `str` nor a `Document`.

    >>> [attribution.speaker.name for attribution in extract_attributions("قال الوزير إن الطريق مفتوح.")]
    ['الوزير']
    """
    return _default_pipeline().extract(ATTRIBUTIONS, text, creation_time)
