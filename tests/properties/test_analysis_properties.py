"""The laws of the design, on texts that look like news and on texts that look like nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import cast

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import khabar
from khabar.testing import arabic_text, hostile_text

TEXTS = st.one_of(arabic_text(), hostile_text())
TIMES = st.one_of(
    st.none(), st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2050, 1, 1))
)
laws = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def spans(thing: object) -> Iterator[khabar.Span]:
    """Every span in an annotation, however deep."""
    if isinstance(thing, khabar.Span):
        yield thing
    elif isinstance(thing, tuple):
        for item in thing:
            yield from spans(item)
    elif attrs.has(kind := cast("type[attrs.AttrsInstance]", type(thing))):
        for field in attrs.fields(kind):
            yield from spans(getattr(thing, field.name))


@laws
@given(TEXTS, TIMES)
def test_every_span_slices_to_its_text(text: str, time: dt.date | dt.datetime | None) -> None:
    """`text[span.start:span.end] == span.text` for every span of every annotation, and nothing raises."""
    analysis = khabar.analyze(text, creation_time=time)
    for layer in (*analysis.layers.values(), analysis.diagnostics, analysis.tokens):
        for annotation in layer:
            for span in spans(annotation):
                assert 0 <= span.start <= span.end <= len(text)
                assert text[span.start : span.end] == span.text


@laws
@given(TEXTS)
def test_layers_are_sorted(text: str) -> None:
    """Layers are sorted by start, the longer first; attributions by the start of cue or source."""
    analysis = khabar.analyze(text)
    for layer in (khabar.SENTENCES, khabar.QUOTATIONS, khabar.DATES):
        places = [(annotation.span.start, -annotation.span.end) for annotation in analysis[layer]]
        assert places == sorted(places)
    starts = [(said.cue or said.source or said.span).start for said in analysis.attributions]
    assert starts == sorted(starts)


@laws
@given(TEXTS)
def test_sentences_cover_all_tokens(text: str) -> None:
    """Sentences are disjoint, and each token lies in one of them."""
    analysis = khabar.analyze(text)
    places = [(sentence.span.start, sentence.span.end) for sentence in analysis.sentences]
    assert all(before[1] <= after[0] for before, after in pairwise(places))
    number = 0
    for start, end in zip(analysis.tokens.starts, analysis.tokens.ends, strict=True):
        while number < len(places) and places[number][1] < end:
            number += 1
        assert number < len(places)
        assert places[number][0] <= start


@laws
@given(TEXTS)
def test_quotations_nest(text: str) -> None:
    """Two quotations are apart, or one lies in the other and is deeper."""
    enclosing: list[khabar.Quotation] = []
    for quotation in khabar.extract_quotations(text):
        while enclosing and enclosing[-1].span.end <= quotation.span.start:
            enclosing.pop()
        assert not enclosing or enclosing[-1].span.contains(quotation.span)
        assert quotation.depth == len(enclosing)
        assert quotation.span.contains(quotation.content)
        enclosing.append(quotation)


@laws
@given(TEXTS)
def test_attributions_point_into_their_layers(text: str) -> None:
    """Positions of quotations and of enclosing attributions are places in those layers; the span is the hull of the parts."""
    analysis = khabar.analyze(text)
    for position, said in enumerate(analysis.attributions):
        assert all(0 <= index < len(analysis.quotations) for index in said.quotations)
        assert said.nested_in is None or (0 <= said.nested_in < len(analysis.attributions) and said.nested_in != position)
        parts = [part for part in (said.cue, said.source, *said.content) if part is not None]
        assert all(said.span.contains(part) for part in parts)


@laws
@given(TEXTS, TIMES)
def test_one_layer_is_the_same_as_that_of_all(text: str, time: dt.date | dt.datetime | None) -> None:
    """`extract_X(text) == analyze(text).X`."""
    analysis = khabar.analyze(text, creation_time=time)
    assert tuple(khabar.tokenize(text)) == tuple(analysis.tokens)
    assert khabar.split_sentences(text) == tuple(analysis.sentences)
    assert khabar.extract_quotations(text) == tuple(analysis.quotations)
    assert khabar.extract_dates(text, creation_time=time) == tuple(analysis.dates)
    assert khabar.extract_attributions(text, creation_time=time) == tuple(analysis.attributions)


@laws
@given(TEXTS, TIMES)
def test_dicts_and_json_go_round(text: str, time: dt.date | dt.datetime | None) -> None:
    """A dict holds any analysis; JSON holds it unless two surrogates would join, and then says where."""
    analysis = khabar.analyze(khabar.Document(text=text, id="x", creation_time=time, meta={"source": text}))
    assert khabar.Analysis.from_dict(analysis.to_dict()) == analysis
    joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    if joined == text:
        line = analysis.to_json()
        assert "\n" not in line
        assert khabar.Analysis.from_json(line) == analysis
    else:
        with pytest.raises(khabar.SerializationError, match="offset"):
            analysis.to_json()


@laws
@given(TEXTS)
def test_parts_of_a_text_can_be_asked_for(text: str) -> None:
    """`within` gives exactly the annotations that lie wholly inside a span."""
    analysis = khabar.analyze(text)
    for sentence in analysis.sentences[:3]:
        inside = [date for date in analysis.dates if sentence.span.contains(date.span)]
        assert sorted(analysis.within(sentence.span, khabar.DATES), key=inside.index) == inside
