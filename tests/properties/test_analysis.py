"""Laws of every analysis, on any text: news that Hypothesis makes up, and texts that no editor would print."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

import khabar
from khabar import Analysis, Document, Span
from khabar.testing import arabic_text, hostile_text

TEXTS = st.one_of(arabic_text(), hostile_text())
TIMES = st.sampled_from((None, dt.date(2024, 6, 19), dt.datetime(2024, 2, 29, 23, 59), dt.date.min, dt.date.max))
SURROGATES = "\ud83d\ude00 قال\ud83d: «\ude00»"
CONTROLS = "\u202eقال\u2066 الوزير\u2069: «نعم\u202c» \ufeffأمس\u200f."


def spans(value: object) -> Iterator[Span]:
    """Every span in an annotation, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from spans(part)
    elif attrs.has(kind := type(value)):
        for field in attrs.fields(kind):
            yield from spans(getattr(value, field.name))


@given(TEXTS, TIMES)
@example(SURROGATES, None)
@example(CONTROLS, dt.date(2024, 6, 19))
@example("", None)
def test_laws_of_an_analysis(text: str, time: dt.date | None) -> None:
    """Any text gives a result, whose spans, order and references keep the contract."""
    analysis = khabar.analyze(text, creation_time=time)
    every_span_slices_to_its_text(text, analysis)
    tokens_are_lossless(text, analysis.tokens)
    sentences_cover_the_tokens(analysis)
    quotations_nest(analysis.quotations)
    layers_are_sorted(analysis)
    references_hold(analysis)
    intervals_run_forward(analysis.dates)


def every_span_slices_to_its_text(text: str, analysis: Analysis) -> None:
    for layer in analysis.layers:
        for annotation in analysis[layer]:
            for span in spans(annotation):
                assert 0 <= span.start <= span.end <= len(text)
                assert text[span.start : span.end] == span.text
    for diagnostic in analysis.diagnostics:
        assert text[diagnostic.span.start : diagnostic.span.end] == diagnostic.span.text


def tokens_are_lossless(text: str, tokens: khabar.Tokens) -> None:
    """Tokens are not empty, disjoint and ascending; no letter or digit stands outside them."""
    ends = [0, *tokens.ends]
    for start, end, before in zip(tokens.starts, tokens.ends, ends, strict=False):
        assert before <= start < end <= len(text)
    outside = [text[end:start] for end, start in zip(ends, [*tokens.starts, len(text)], strict=True)]
    assert not any(character.isalnum() for gap in outside for character in gap)


def sentences_cover_the_tokens(analysis: Analysis) -> None:
    """Every token lies in one sentence; sentences begin and end with a token, and paragraphs count up."""
    tokens, sentences = analysis.tokens, analysis.sentences
    places = iter(zip(tokens.starts, tokens.ends, strict=True))
    for sentence in sentences:
        inside = list(itertools.takewhile(lambda place, end=sentence.span.end: place[1] < end, places))  # type: ignore[misc]
        assert all(sentence.span.start <= start for start, _ in inside)
    assert next(places, None) is None
    assert {sentence.span.start for sentence in sentences} <= set(tokens.starts)
    assert {sentence.span.end for sentence in sentences} <= set(tokens.ends)
    assert [sentence.paragraph for sentence in sentences] == sorted(sentence.paragraph for sentence in sentences)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(sentences))


def quotations_nest(quotations: Sequence[khabar.Quotation]) -> None:
    """A quotation lies wholly inside the one before that is still open, and its depth counts those around it."""
    around: list[khabar.Quotation] = []
    for quotation in quotations:
        while around and around[-1].span.end <= quotation.span.start:
            around.pop()
        if around:
            assert around[-1].content.contains(quotation.span)
        assert quotation.depth == len(around)
        around.append(quotation)
        opening, closing = quotation.opening or "", quotation.closing or ""
        assert quotation.span.text == opening + quotation.content.text + closing
        assert opening or closing


def layers_are_sorted(analysis: Analysis) -> None:
    """Layers go by start, the longer first; attributions by the start of cue or source."""
    for layer in (khabar.SENTENCES, khabar.QUOTATIONS, khabar.DATES):
        places = [(annotation.span.start, -annotation.span.end) for annotation in analysis[layer]]
        assert places == sorted(places)
    anchors = [(attribution.cue or attribution.source or attribution.span).start for attribution in analysis.attributions]
    assert anchors == sorted(anchors)


def references_hold(analysis: Analysis) -> None:
    """An attribution is the hull of its parts; its references are to quotations in it and to an attribution around it."""
    attributions = analysis.attributions
    for index, attribution in enumerate(attributions):
        parts = [part for part in (attribution.cue, attribution.source, *attribution.content) if part is not None]
        assert attribution.span.start == min(part.start for part in parts)
        assert attribution.span.end == max(part.end for part in parts)
        for number in attribution.quotations:
            quotation = analysis.quotations[number]
            assert any(piece.contains(quotation.span) for piece in attribution.content)
        if attribution.nested_in is not None:
            assert attribution.nested_in != index
            outer = attributions[attribution.nested_in]
            start, end = attribution.content[0].start, attribution.content[-1].end
            assert any(piece.start <= start and end <= piece.end for piece in outer.content)
        if attribution.kind in {khabar.AttributionKind.CREDIT, khabar.AttributionKind.DATELINE}:
            assert (attribution.content, attribution.form) == ((), None)
        else:
            assert attribution.form is not None


def intervals_run_forward(dates: Sequence[khabar.TimeExpression]) -> None:
    """Start and end of an interval are of one type, the end is later."""
    for date in dates:
        if date.start is not None and date.end is not None:
            assert type(date.start) is type(date.end)
            assert date.start < date.end


@given(TEXTS, TIMES)
@example(CONTROLS, dt.date(2024, 6, 19))
def test_each_function_gives_its_layer(text: str, time: dt.date | None) -> None:
    """`extract_X(text) == analyze(text).X`: a function alone makes the layer that the whole analysis has."""
    analysis = khabar.analyze(text, creation_time=time)
    assert khabar.tokenize(text) == analysis.tokens
    assert khabar.split_sentences(text) == analysis.sentences
    assert khabar.extract_quotations(text) == analysis.quotations
    assert khabar.extract_dates(text, creation_time=time) == analysis.dates
    assert khabar.extract_attributions(text, creation_time=time) == analysis.attributions
    document = Document(text=text, creation_time=time)
    assert khabar.analyze(document) == analysis
    assert khabar.extract_dates(document) == analysis.dates


@given(TEXTS)
@example("قال الوزير: «نعم»")
def test_a_text_alone_decides(text: str) -> None:
    """The result does not depend on what was read before."""
    first = khabar.analyze(text)
    khabar.analyze("قالت الوزيرة: «لا». وأضافت أمس أن الطريق مغلق")
    assert khabar.analyze(text) == first
