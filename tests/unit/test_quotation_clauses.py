"""The cheap test for a clause, and the words around names."""

from __future__ import annotations

import pytest

import khabar
from khabar.extract.quotations.clauses import has_verb_shape
from khabar.extract.quotations.heads import looks_foreign
from khabar.normalize.keys import match_key


@pytest.mark.parametrize("word", ["سيكون", "ستستأنف", "يعملون", "استغرقت", "كانوا", "نريد", "أعتقد", "وكانت", "تحتاج"])
def test_verbs_have_the_shape_of_verbs(word: str) -> None:
    """Prefix, ending or list show a finite verb."""
    assert has_verb_shape(match_key(word))


@pytest.mark.parametrize("word", ["يوم", "سياسة", "سيارته", "تحسين", "تعاون", "تكلفة", "وقت", "إنترنت", "الكويت", "تاريخها", "مؤسسات"])
def test_nouns_of_the_same_shape_are_no_verbs(word: str) -> None:
    """Verbal nouns, frequent nouns and their forms with a pronoun are no verbs."""
    assert not has_verb_shape(match_key(word))


@pytest.mark.parametrize(
    ("word", "expected"), [("نتفليكس", True), ("موبكو", True), ("استفزازية", False), ("مستشفيات", False), ("التنازلات", False)]
)
def test_foreign_words_have_too_many_consonants(word: str, expected: bool) -> None:
    """More than four root letters, or a final و after a consonant, is no Arabic word."""
    assert looks_foreign(match_key(word)) is expected


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("ونشرت صحيفة «الميناء» الخبر.", "quotation.after-name-head"),
        ("قال العمدة: «الطريق مفتوحة».", "quotation.after-colon"),
        ("وأكد العمدة أن «الطريق مفتوحة منذ يومين».", "quotation.after-complementiser"),
        ("هذا «جديد» كله.", "quotation.term"),
    ],
)
def test_every_quotation_names_its_rule(text: str, rule: str) -> None:
    """The rule that decided the kind is in the result."""
    (quotation,) = khabar.extract_quotations(text)
    assert quotation.rule == rule


def test_name_holds_for_the_whole_text() -> None:
    """What a noun announces as a name once is a name where the noun is missing, before and after."""
    text = "عاد «الفجر» إلى السوق. وأصدرت مجلة «الفجر» عددا جديدا. وطالعنا «الفجر» في المساء."
    assert {quotation.kind for quotation in khabar.extract_quotations(text)} == {khabar.QuotationKind.NAME}


def test_nested_words_are_not_spoken_by_the_outer_speaker_alone() -> None:
    """Marks inside a speech, with no cue of their own, are no fragment of it."""
    outer, inner = khabar.extract_quotations("قال النائب: «نرفض هذا «الإصلاح» بشدة لأنه ناقص».")
    assert outer.kind is khabar.QuotationKind.SPEECH
    assert inner.kind is khabar.QuotationKind.TERM
