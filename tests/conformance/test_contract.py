"""The data model of the contract: names, fields and values that other code relies on. Fields may be added, never renamed."""

from __future__ import annotations

import datetime as dt
import inspect
import re
from collections.abc import Callable
from enum import StrEnum

import attrs
import pytest

import khabar

FIELDS: dict[type, str] = {
    khabar.Span: "start end text",
    khabar.Document: "text id creation_time meta",
    khabar.Token: "span kind folded",
    khabar.Sentence: "span paragraph rule",
    khabar.Quotation: "span content opening closing depth kind rule",
    khabar.TimeExpression: "span type value mod quant freq start end calendar calendar_value approximate anchored alternatives rule",
    khabar.Speaker: "name type role mention",
    khabar.Relay: "source cue",
    khabar.Attribution: "span kind form cue source content quotations speaker antecedent cue_lemma cue_class negated factuality addressee "
    "medium relays nested_in nominal rule trace",
    khabar.NormalizedText: "source text edits",
    khabar.Diagnostic: "code span message",
    khabar.Layer: "name type",
}

MEMBERS: dict[type[StrEnum], str] = {
    khabar.TokenKind: "WORD LATIN MIXED NUMBER DATE TIME PERCENT CURRENCY ABBREVIATION PUNCTUATION SYMBOL EMOJI URL EMAIL HASHTAG MENTION "
    "ENTITY",
    khabar.QuotationKind: "SPEECH FRAGMENT TERM NAME TITLE",
    khabar.TimexType: "DATE TIME DURATION SET",
    khabar.TimexMod: "START MID END APPROX MORE_THAN LESS_THAN EQUAL_OR_MORE EQUAL_OR_LESS BEFORE AFTER",
    khabar.Calendar: "GREGORIAN HIJRI",
    khabar.SpeakerType: "PERSON ORGANISATION PLACE MEDIA DOCUMENT GROUP UNNAMED",
    khabar.AttributionKind: "DIRECT MIXED INDIRECT ACCORDING_TO CREDIT DATELINE",
    khabar.Form: "DIRECT MIXED INDIRECT",
    khabar.CueClass: "NEUTRAL ADD ANNOUNCE RELAY AFFIRM POINT_OUT REVEAL_ADMIT CLAIM DENY OPINION WARN ACCUSE_CONDEMN EXPRESS_PRAISE "
    "EXPECT_HOPE ATTITUDE ASK DEMAND COMMIT CREDIT",
    khabar.Factuality: "NEUTRAL ASSERTED FACTIVE DOUBTED DENIED OPINION NONE NEGATED",
    khabar.DiagnosticCode: "UNPAIRED_MARK UNCLOSED_QUOTATION BIDI_IN_NAME MIXED_DIGITS IMPOSSIBLE_DATE WEEKDAY_MISMATCH HIJRI_MISMATCH "
    "PLUGIN_ERROR",
}

SIGNATURES: dict[Callable[..., object], str] = {
    khabar.tokenize: "(text)",
    khabar.split_sentences: "(text, inside_quotations=False)",
    khabar.extract_quotations: "(text)",
    khabar.extract_dates: "(text, creation_time=None)",
    khabar.extract_attributions: "(text, creation_time=None)",
    khabar.analyze: "(text, creation_time=None)",
    khabar.Analysis.within: "(self, span, layer)",
    khabar.Analysis.attribution_of: "(self, quotation)",
    khabar.Analysis.to_dict: "(self)",
    khabar.Analysis.to_json: "(self)",
    khabar.Analysis.from_dict: "(data, layers=())",
    khabar.Analysis.from_json: "(line, layers=())",
    khabar.Pipeline.default: "(plugins=(), lexicons=(), on_error='raise')",
    khabar.Pipeline.analyze: "(self, text, creation_time=None)",
    khabar.Pipeline.stream: "(self, documents)",
}


@pytest.mark.parametrize(("kind", "fields"), FIELDS.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_fields(kind: type[attrs.AttrsInstance], fields: str) -> None:
    """A class has the fields of the contract, by their names."""
    assert set(fields.split()) <= {field.name for field in attrs.fields(kind)}


@pytest.mark.parametrize("kind", FIELDS, ids=lambda kind: kind.__name__)
def test_classes_are_frozen_and_slotted(kind: type[attrs.AttrsInstance]) -> None:
    """No field can be set anew, and no other one can be added."""
    instance = object.__new__(kind)
    for name in (attrs.fields(kind)[0].name, "no_such_field"):
        with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
            setattr(instance, name, None)
    assert "__dict__" not in dir(kind)


@pytest.mark.parametrize("kind", [kind for kind in FIELDS if kind not in {khabar.Span, khabar.Layer}], ids=lambda kind: kind.__name__)
def test_classes_are_keyword_only(kind: type[attrs.AttrsInstance]) -> None:
    """Every class but `Span` (and the key of a layer) takes its fields by name only, so that fields can be added."""
    assert all(field.kw_only for field in attrs.fields(kind))


@pytest.mark.parametrize(("kind", "members"), MEMBERS.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_enums(kind: type[StrEnum], members: str) -> None:
    """An enum has the members of the contract in their order; a value is the name in lower case."""
    assert [member.name for member in kind] == members.split()
    assert all(member.value == member.name.lower() for member in kind)


@pytest.mark.parametrize(("function", "signature"), SIGNATURES.items(), ids=lambda value: getattr(value, "__qualname__", ""))
def test_signatures(function: Callable[..., object], signature: str) -> None:
    """A function has the parameters of the contract, with their defaults."""
    assert str(plain(function)) == signature


def plain(function: Callable[..., object]) -> inspect.Signature:
    """The signature without types."""
    signature = inspect.signature(function)
    parameters = [parameter.replace(annotation=parameter.empty) for parameter in signature.parameters.values()]
    return signature.replace(parameters=parameters, return_annotation=signature.empty)


def test_layer_names() -> None:
    """The layers have the names of the analysis's attributes, and hold the classes of the model."""
    expected = {
        "tokens": khabar.Token,
        "sentences": khabar.Sentence,
        "quotations": khabar.Quotation,
        "dates": khabar.TimeExpression,
        "attributions": khabar.Attribution,
    }
    layers = (khabar.TOKENS, khabar.SENTENCES, khabar.QUOTATIONS, khabar.DATES, khabar.ATTRIBUTIONS)
    assert {layer.name: layer.type for layer in layers} == expected
    analysis = khabar.analyze("قالت وزيرة الصحة أمس: «بدأ التلقيح».", creation_time=dt.date(2024, 6, 19))
    for layer in layers:
        found = getattr(analysis, layer.name)
        assert found == analysis[layer]
        assert len(found) > 0
        assert all(type(annotation) is layer.type for annotation in found)


def test_types_of_a_result() -> None:
    """What the contract says of types holds for real results: tuples, strings, dates of one sort at both ends."""
    text = "أعلنت وزارة النقل أن الجسر سيفتح يوم 3 مايو 2024، وقال المهندس «العمل انتهى» عند الساعة العاشرة صباحا."
    assert isinstance(khabar.split_sentences(text), tuple)
    assert isinstance(khabar.extract_quotations(text), tuple)
    for date in khabar.extract_dates(text, creation_time=dt.date(2024, 6, 19)):
        kinds = {type(end) for end in (date.start, date.end) if end is not None}
        assert kinds <= ({dt.datetime} if date.type is khabar.TimexType.TIME else {dt.date})
        assert isinstance(date.alternatives, tuple)
    for attribution in khabar.extract_attributions(text):
        parts = (attribution.content, attribution.quotations, attribution.relays, attribution.trace)
        assert all(isinstance(part, tuple) for part in parts)


def test_every_result_names_its_rule() -> None:
    """Each annotation says which rule made it: words in lower case with hyphens, after the name of the extractor."""
    analysis = khabar.analyze(
        'قال الوزير أمس: «سنعود إلى "الميناء"». وأضاف أن السفينة وصلت يوم الاثنين.', creation_time=dt.date(2024, 6, 19)
    )
    rules = [item.rule for layer in (analysis.sentences, analysis.quotations, analysis.dates, analysis.attributions) for item in layer]
    assert len(rules) >= 8
    assert [rule for rule in rules if not re.fullmatch(r"[a-z]+(\.[a-z0-9]+(-[a-z0-9]+)*)+", rule)] == []
