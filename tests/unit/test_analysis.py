"""The result: layers by key, what lies within a span, who said a quotation."""

from __future__ import annotations

import copy
import datetime as dt
import pickle

import pytest

import khabar
from khabar import Analysis, Document, Span

TEXT = (
    "أعلنت وزارة النقل أمس أن الجسر الجديد سيفتح في 3 مايو 2024.\n"
    'وقال الوزير سامي الحداد: «اكتمل العمل». وأضاف: «سنبدأ "المرحلة الثانية" غدا».\n'
    "وعبرت السيارات الطريق القديم يوم الاثنين."
)


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    """A short report with every layer."""
    return khabar.analyze(TEXT, creation_time=dt.date(2024, 4, 18))


def test_attributes_are_the_layers(analysis: Analysis) -> None:
    """The attribute of a layer is what its key gives."""
    assert analysis.tokens is analysis[khabar.TOKENS]
    assert analysis.sentences is analysis[khabar.SENTENCES]
    assert analysis.quotations is analysis[khabar.QUOTATIONS]
    assert analysis.dates is analysis[khabar.DATES]
    assert analysis.attributions is analysis[khabar.ATTRIBUTIONS]


def test_an_unknown_layer_lists_the_known_ones(analysis: Analysis) -> None:
    """A key that the pipeline does not make is named, and those that it makes are listed."""
    with pytest.raises(khabar.UnknownLayerError, match=r"no layer 'money' .* attributions, dates, quotations, sentences, tokens$"):
        analysis[khabar.Layer("money", khabar.Sentence)]


def test_a_key_of_another_type_says_so(analysis: Analysis) -> None:
    """The right name with the wrong class is no unknown layer: the message names both classes."""
    with pytest.raises(khabar.UnknownLayerError, match="'dates' of this analysis holds TimeExpression, not Sentence"):
        analysis[khabar.Layer("dates", khabar.Sentence)]


def test_internal_layers_are_left_out(analysis: Analysis) -> None:
    """Results hold the public layers only."""
    assert {layer.name for layer in analysis.layers} == {"sentences", "quotations", "dates", "attributions"}


@pytest.mark.parametrize("layer", [khabar.TOKENS, khabar.SENTENCES, khabar.QUOTATIONS, khabar.DATES, khabar.ATTRIBUTIONS])
def test_within_is_what_a_reader_of_all_finds(analysis: Analysis, layer: khabar.Layer[khabar.Annotation]) -> None:
    """`within` gives the annotations whose span the given one contains, by their start, whatever the layer's own order."""
    ordered = sorted(analysis[layer], key=lambda annotation: (annotation.span.start, -annotation.span.end))
    places = [(start, end) for start in range(0, len(TEXT), 7) for end in range(start, len(TEXT), 11)]
    for start, end in [*places, (0, len(TEXT))]:
        span = Span.of(TEXT, start, end)
        assert list(analysis.within(span, layer)) == [annotation for annotation in ordered if span.contains(annotation.span)]


def test_within_an_unknown_layer(analysis: Analysis) -> None:
    """`within` refuses an unknown layer as the key itself does."""
    with pytest.raises(khabar.UnknownLayerError):
        analysis.within(Span.of(TEXT, 0, 5), khabar.Layer("money", khabar.Sentence))


def test_attribution_of_is_the_smallest_that_holds_it(analysis: Analysis) -> None:
    """Every quotation belongs to the attribution with the shortest content around it, or to none."""
    assert len(analysis.quotations) == 3
    for quotation in analysis.quotations:
        holding = [(len(piece), a) for a in analysis.attributions for piece in a.content if piece.contains(quotation.span)]
        assert analysis.attribution_of(quotation) == min(holding, key=lambda pair: pair[0])[1]
    first = analysis.attribution_of(analysis.quotations[0])
    assert first is not None
    assert first.cue is not None
    assert first.cue.text == "قال"


def test_a_quotation_that_nobody_said_has_no_attribution() -> None:
    """A name in marks outside every report belongs to nobody."""
    analysis = khabar.analyze("رست السفينة «نجمة البحر» في الميناء.")
    assert len(analysis.quotations) == 1
    assert analysis.attribution_of(analysis.quotations[0]) is None


def test_analyses_are_values(analysis: Analysis) -> None:
    """Equal texts with equal settings give equal analyses with equal hashes."""
    same = khabar.analyze(TEXT, creation_time=dt.date(2024, 4, 18))
    assert same == analysis
    assert hash(same) == hash(analysis)
    assert khabar.analyze(TEXT) != analysis
    assert khabar.analyze(TEXT + " ", creation_time=dt.date(2024, 4, 18)) != analysis


def test_analyses_survive_pickling_and_copying(analysis: Analysis) -> None:
    """A pickled analysis is equal, answers questions as before, and makes its tokens again."""
    analysis.within(Span.of(TEXT, 0, 50), khabar.DATES)
    for again in (pickle.loads(pickle.dumps(analysis)), copy.copy(analysis), copy.deepcopy(analysis)):  # noqa: S301 # our own bytes
        assert again == analysis
        assert again.tokens == analysis.tokens
        assert again.attribution_of(again.quotations[0]) == analysis.attribution_of(analysis.quotations[0])
        assert again.within(Span.of(TEXT, 0, 60), khabar.DATES) == analysis.within(Span.of(TEXT, 0, 60), khabar.DATES)


def test_a_pickle_leaves_the_tokens_out() -> None:
    """Tokens are made again from the text: what goes between processes stays small."""
    analysis = khabar.analyze("كلمة " * 2000)
    assert len(analysis.tokens) == 2000
    assert len(pickle.dumps(analysis)) < 4 * len(analysis.document.text.encode())


def test_an_analysis_cannot_be_changed(analysis: Analysis) -> None:
    """Neither a field nor a layer can be set anew."""
    with pytest.raises(AttributeError):
        analysis.diagnostics = ()  # type: ignore[misc]  # the change that must fail
    with pytest.raises(TypeError):
        analysis.layers[khabar.DATES] = ()  # type: ignore[index]  # the change that must fail


def test_an_analysis_can_be_made_by_hand() -> None:
    """Lists are kept as tuples; tokens come from the text."""
    sentence = khabar.Sentence(span=Span.of("خبر", 0, 3), paragraph=0, rule="by-hand")
    analysis = Analysis(document=Document(text="خبر"), layers={khabar.SENTENCES: [sentence]})
    assert analysis.sentences == (sentence,)
    assert [token.span.text for token in analysis.tokens] == ["خبر"]
    assert repr(analysis) == "<Analysis of 3 characters: 1 sentences>"


def test_an_empty_text_gives_an_empty_analysis() -> None:
    """No text, no annotations, no diagnostics."""
    analysis = khabar.analyze("")
    assert [len(analysis[layer]) for layer in analysis.layers] == [0, 0, 0, 0]
    assert len(analysis.tokens) == 0
    assert analysis.diagnostics == ()


def test_layers_are_sorted(analysis: Analysis) -> None:
    """Layers go by start, the longer first; attributions by the start of cue or source."""
    for layer in (khabar.SENTENCES, khabar.QUOTATIONS, khabar.DATES):
        places = [(annotation.span.start, -annotation.span.end) for annotation in analysis[layer]]
        assert places == sorted(places)
    anchors = [(a.cue or a.source or a.span).start for a in analysis.attributions]
    assert anchors == sorted(anchors)
    assert len(anchors) >= 3
