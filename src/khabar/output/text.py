"""What was found, for a reader at a terminal: one fact a line, `label: text`, so that right-to-left text stays in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, cast

import attrs

from khabar.analysis import Analysis
from khabar.layers import ATTRIBUTIONS, BUILTIN_LAYERS, Annotation, Layer
from khabar.model import Attribution, Diagnostic, Quotation, QuotationKind, Sentence, Speaker, TimeExpression, Token
from khabar.output import Writer
from khabar.spans import Span

Fact: TypeAlias = tuple[str, str]
"""A label and what it says."""

_SPOKEN = {QuotationKind.SPEECH, QuotationKind.FRAGMENT}


class TextWriter(Writer):
    r"""Writes analyses as readable text.

    >>> import khabar
    >>> text = TextWriter(["quotations"]).write(khabar.analyze("قال الوزير: «سنعود قريبا»."))
    >>> print("\n".join(text.split("\n")[:3]))
    quotations: 1
      [12:25] «سنعود قريبا»
        kind: speech
    """

    def write(self, analysis: Analysis) -> str:
        """One block an analysis, with an empty line at its end."""
        return "\n".join((*self._lines(analysis), "", ""))

    def _lines(self, analysis: Analysis) -> Iterator[str]:
        document = analysis.document
        if document.id is not None:
            yield f"document: {document.id}"
        if document.creation_time is not None:
            yield f"created: {document.creation_time.isoformat()}"
        for label, value in document.meta.items():
            yield f"{label}: {one_line(value)}"
        if self.wants("tokens"):
            yield from _section("tokens", analysis.tokens, analysis)
        for layer in sorted(analysis.layers, key=_place):
            if self.wants(layer.name):
                yield from _section(layer.name, analysis.layers[layer], analysis)
        if analysis.diagnostics:
            yield from _section("diagnostics", analysis.diagnostics, analysis)


def _place(layer: Layer[Annotation]) -> int:
    # built-in layers in the order in which one reads, then those of plugins
    return BUILTIN_LAYERS.index(layer) if layer in BUILTIN_LAYERS else len(BUILTIN_LAYERS)


def _section(name: str, found: Sequence[Annotation], analysis: Analysis) -> Iterator[str]:
    yield f"{name}: {len(found)}"
    for annotation in found:
        span = annotation.span
        yield f"  [{span.start}:{span.end}] {one_line(span.text)}"
        yield from (f"    {label}: {value}" for label, value in facts(annotation, analysis))


def facts(annotation: Annotation, analysis: Analysis) -> Iterator[Fact]:
    """What is known of one annotation besides its place.

    Args:
        annotation: one of any layer; of a class without facts of its own every field is shown.
        analysis: the analysis it belongs to.
    """
    known = _FACTS.get(type(annotation))
    found = known(annotation, analysis) if known else _fields(annotation)
    return ((label, one_line(value)) for label, value in found)


def one_line(text: str) -> str:
    r"""The text without line breaks and other control characters, which could disturb the terminal.

    >>> one_line("قال:\nنعم"), one_line("\x1b[31m")
    ('قال: نعم', '[31m')
    """
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())


def _token(annotation: Annotation, _: Analysis) -> Iterator[Fact]:
    token = cast("Token", annotation)
    yield "kind", token.kind
    if token.folded != token.span.text:
        yield "folded", token.folded


def _sentence(_: Annotation, __: Analysis) -> Iterator[Fact]:
    return iter(())


def _quotation(annotation: Annotation, analysis: Analysis) -> Iterator[Fact]:
    quotation = cast("Quotation", annotation)
    yield "kind", quotation.kind
    # a name or term in marks is nobody's words, though it may stand within a report
    if quotation.kind in _SPOKEN and ATTRIBUTIONS in analysis.layers:
        attribution = analysis.attribution_of(quotation)
        if attribution is not None and attribution.speaker is not None:
            yield "speaker", describe(attribution.speaker)
    yield "rule", quotation.rule


def _date(annotation: Annotation, _: Analysis) -> Iterator[Fact]:
    date = cast("TimeExpression", annotation)
    yield "value", date.value or "not resolved"
    if date.type != "date":
        yield "type", date.type
    for label, value in (("mod", date.mod), ("quant", date.quant), ("freq", date.freq), (date.calendar, date.calendar_value)):
        if value is not None:
            yield label, value
    if date.alternatives:
        yield "or", ", ".join(date.alternatives)
    yield "rule", date.rule


def _attribution(annotation: Annotation, _: Analysis) -> Iterator[Fact]:
    said = cast("Attribution", annotation)
    yield "kind", said.kind
    yield "source", said.source.text if said.source is not None else "not named here"
    if said.speaker is not None:
        yield "speaker", describe(said.speaker)
    if said.cue is not None:
        yield "cue", f"{said.cue.text} ({said.cue_class}{', negated' if said.negated else ''})"
    yield from _texts("content", said.content)
    yield from _texts("addressee", (said.addressee,))
    yield from _texts("medium", (said.medium,))
    yield from _texts("relayed by", (relay.source or relay.cue for relay in said.relays))
    yield "factuality", said.factuality
    yield "rule", " ".join((said.rule, *said.trace))


def _diagnostic(annotation: Annotation, _: Analysis) -> Iterator[Fact]:
    diagnostic = cast("Diagnostic", annotation)
    yield diagnostic.code, diagnostic.message


def _fields(annotation: Annotation) -> Iterator[Fact]:
    for name, value in fields(annotation):
        if value is not None and str(value):
            yield name, value.text if isinstance(value, Span) else str(value)


def fields(annotation: Annotation) -> Iterator[tuple[str, object]]:
    """Name and value of every field of an annotation but its span; none for a class that is not made by attrs."""
    kind = cast("type[attrs.AttrsInstance]", type(annotation))
    if attrs.has(kind):
        yield from ((field.name, getattr(annotation, field.name)) for field in attrs.fields(kind) if field.name != "span")


def _texts(label: str, spans: Iterable[Span | None]) -> Iterator[Fact]:
    return ((label, span.text) for span in spans if span is not None)


def describe(speaker: Speaker) -> str:
    """A speaker in one line: name, role, type.

    >>> import khabar
    >>> describe(khabar.Speaker(name="ليلى بن منصور", type=khabar.SpeakerType.PERSON, role="وزيرة البيئة"))
    'ليلى بن منصور، وزيرة البيئة (person)'
    """
    role = f"، {speaker.role}" if speaker.role else ""
    return f"{speaker.name}{role} ({speaker.type})"


_FACTS: Mapping[type, Callable[[Annotation, Analysis], Iterator[Fact]]] = {
    Token: _token,
    Sentence: _sentence,
    Quotation: _quotation,
    TimeExpression: _date,
    Attribution: _attribution,
    Diagnostic: _diagnostic,
}
