"""Noun phrases: how far the name of a speaker reaches."""

from __future__ import annotations

import functools

import pytest

from khabar.extract.noun_phrases import LIMIT, noun_phrase
from khabar.extract.sheet import SHEET
from khabar.pipeline import Pipeline


@functools.cache
def _pipeline() -> Pipeline:
    return Pipeline.default()


def phrase(text: str, start: int = 1) -> str | None:
    """The noun phrase at a token, as it stands in the text; the complement of the verb stops it."""
    sheet = _pipeline().extract(SHEET, text)[0]
    stop = sheet.keys.index("ان") if "ان" in sheet.keys else len(sheet)
    found = noun_phrase(sheet, start, stop)
    return None if found is None else text[sheet.starts[found.start] : sheet.ends[found.end - 1]]


@pytest.mark.parametrize(
    "marked",
    [
        "قال [الوزير] إن الجسر قديم",
        "قال [وزير المالية سامر الخطيب] إن الجسر قديم",
        "قالت [المتحدثة باسم الوزارة هدى سالم] إن الجسر قديم",
        "قال [كمال الرفاعي، رئيس غرفة التجارة]، إن الجسر قديم",
        "قال [الرئيس التنفيذي للشركة، ماهر القيسي]، إن الجسر قديم",
        "قالت [صحيفة «المرفأ» المحلية] إن الجسر قديم",
        "قالت [حركة الإصلاح (حراك)] إن الجسر قديم",
        "قال [مسؤول في الميناء] إن الجسر قديم",
        "قالت [مصادر من المنطقة] إن الجسر قديم",
        "قالت [جمعية الأطباء التي تضم ألفي عضو] إن الجسر قديم",
        "قال [الوزير والسفير] إن الجسر قديم",
        "قال [الوزير] أمس إن الجسر قديم",
        "قال [الوزير] للصحفيين إن الجسر قديم",
        "قال [الوزير] في بيان إن الجسر قديم",
        "قال [الوزير] خلال مؤتمر صحفي إن الجسر قديم",
        "قال [الوزير]، مساء الأحد، إن الجسر قديم",
        "قال [المدير]: الجسر قديم",
        "قال [مدير المستشفى] عن المرضى إنهم بخير",
        "وقال [علي حسن] إن الجسر قديم",
        "وقال [الاتحاد الدولي للصحفيين] إن الجسر قديم",
        "وقالت [الأمم المتحدة] إن الجسر قديم",
        "وقال [المشرف العام على البرنامج] إن الجسر قديم",
        "وقال [الخبير] في تصريح إن الجسر قديم",
        "وقال [سفير الأردن لدى الاتحاد] إن الجسر قديم",
        "وقالت [الباحثة سلمى الحداد من جامعة القصب] إن الجسر قديم",
        "وقال [سامر الرفاعي المتحدث باسم البعثة في الأمم المتحدة] إن الجسر قديم",
        "وقال [سامر الرفاعي] من بيروت إن الجسر قديم",
        "وقال [شهود في مخيم قريب] إن الجسر قديم",
        "وقالت [المنظمة] في أرقامها إن الجسر قديم",
        "وذكر [موقع «الميناء» على الإنترنت] أن الجسر قديم",
        "وقال [الباحثون المشرفون على هذه الدراسة] إن الجسر قديم",
        "وقال [المتحدث تشاو لي جيان] إن الجسر قديم",
        "واختتم [كلاين] تصريحاته إن الجسر قديم",
    ],
)
def test_the_phrase_is_maximal(marked: str) -> None:
    """It holds title, name, apposition, quoted name and attribute; adverbials, addressee and medium stand outside."""
    expected = marked[marked.index("[") + 1 : marked.index("]")]
    assert phrase(marked.replace("[", "").replace("]", "")) == expected


@pytest.mark.parametrize(
    "text",
    ["قال إن الجسر قديم", "قال، أمس", "قال في بيان إن الجسر قديم", "قال هو إن الجسر قديم", "قال أمس إن الجسر قديم", "قال لم يعد أحد"],
)
def test_some_words_begin_no_phrase(text: str) -> None:
    """A complementiser, mark, preposition, pronoun, date or negation begins no noun phrase."""
    assert phrase(text) is None


def test_the_phrase_is_bounded() -> None:
    """However many nouns follow each other, a phrase has no more tokens than its limit."""
    found = phrase(f"قال {'مدير ' * 3 * LIMIT}")
    assert found is not None
    assert len(found.split()) <= LIMIT


def test_the_phrase_does_not_reach_its_stop() -> None:
    """The complement of the cue is never part of its subject."""
    text = "قال وزير المالية سامر الخطيب"
    sheet = _pipeline().extract(SHEET, text)[0]
    found = noun_phrase(sheet, 1, 3)
    assert found is not None
    assert found.end == 3
    assert noun_phrase(sheet, 3, 3) is None
