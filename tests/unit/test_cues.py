"""Cues: which words report, what they span, and what joins them to the words reported."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import pytest

from khabar.extract.cues import CUES, Cue, CueForm, Link
from khabar.pipeline import Pipeline

VERB, PARTICIPLE, MASDAR, NOUN, ACCORDING_TO = (
    CueForm.VERB,
    CueForm.PARTICIPLE,
    CueForm.MASDAR,
    CueForm.SPEECH_NOUN,
    CueForm.ACCORDING_TO,
)


@functools.cache
def _pipeline() -> Pipeline:
    return Pipeline.default()


def cues(text: str) -> Sequence[Cue]:
    """The cues of a text."""
    return _pipeline().extract(CUES, text)


FOUND = [
    ("وقال الوزير إن الطريق مفتوح.", "قال", VERB, Link.CLAUSE),
    ("وقال الوزير: الطريق مفتوح.", "قال", VERB, Link.COLON),
    ("وأضاف الوزير «الطريق مفتوح أمام الجميع».", "أضاف", VERB, Link.QUOTATION),
    ("ودعا الوزير السكان إلى الهدوء.", "دعا", VERB, Link.NOUN_PHRASE),
    ("«الطريق مفتوح أمام الجميع»، يقول الوزير.", "يقول", VERB, Link.PRECEDING),
    ("وأشارت الوزيرة إلى أن الطريق مفتوح.", "أشارت", VERB, Link.CLAUSE),
    ("وشددت، في كلمة أمام النواب، على أن الطريق مفتوح.", "شددت", VERB, Link.CLAUSE),
    ("وتساءل الكاتب كيف انهار الجسر.", "تساءل", VERB, Link.CLAUSE),
    ("وصل الوزير، مؤكدا أن الطريق مفتوح.", "مؤكدا", PARTICIPLE, Link.CLAUSE),
    ("ورد الوزير قائلا: «الطريق مفتوح».", "قائلا", PARTICIPLE, Link.COLON),
    ("وعلق الوزير بالقول إن الطريق مفتوح.", "بالقول", MASDAR, Link.CLAUSE),
    ("ونقلت الصحيفة عن الوزير قوله إن الطريق مفتوح.", "قوله", MASDAR, Link.CLAUSE),
    ("وغادر الوفد وسط تأكيدات الوزير أن الطريق مفتوح.", "تأكيدات", NOUN, Link.CLAUSE),
    ("الطريق مفتوح، بحسب الوزير.", "بحسب", ACCORDING_TO, Link.BARE),
    ("الطريق مفتوح، وفق ما أعلن الوزير.", "وفق ما أعلن", ACCORDING_TO, Link.BARE),
    ("الطريق مفتوح، حسبما ذكرت الوزارة.", "حسبما ذكرت", ACCORDING_TO, Link.BARE),
    ("الطريق «أطول من العمر»، على حد تعبيره.", "على حد تعبيره", ACCORDING_TO, Link.BARE),
    ("جاء في البيان أن الطريق مفتوح.", "جاء في", CueForm.REPORTED_IN, Link.CLAUSE),
    ("ووزع العمال بيانا جاء فيه: «الطريق مفتوح».", "جاء فيه", CueForm.TEXT_FOLLOWS, Link.COLON),
]


@pytest.mark.parametrize(("text", "words", "form", "link"), FOUND, ids=[text for text, *_ in FOUND])
def test_a_speech_word_with_its_evidence_is_a_cue(text: str, words: str, form: CueForm, link: Link) -> None:
    """The one cue of the sentence spans the speech word with what belongs to it, and knows what joins the words reported."""
    (cue,) = [found for found in cues(text) if found.form is not CueForm.VERB or form is CueForm.VERB]
    assert (cue.span.text, cue.form, cue.link) == (words, form, link)


@pytest.mark.parametrize(
    "text",
    [
        "زاد سعر الخبز وتابع السكان المباراة.",
        "بين المدينتين طريق قديم.",
        "عبر السكان النهر عبر الجسر.",
        "سجل اللاعب هدفين.",
        "كتب الأطفال في المكتبة.",
        "ورد الجيش على القصف.",
        "وحضر كل طالب في الجامعة.",
        "يذكر أن الجسر قديم.",
        "يشار إلى أن الجسر قديم.",
        "ومن المتوقع أن ينهار الجسر.",
        "ومن المقرر أن يرمم الجسر.",
        "ويبدو أن الجسر قديم.",
        "بعد اتهامهم بالسرقة، غادروا المدينة.",
        "وأغلق المقهى وفق معايير السلامة.",
        "وقررت البلدية ترميم الجسر.",
    ],
)
def test_other_senses_are_no_cues(text: str) -> None:
    """Homographs, fillers, forecasts, grounds and bare nouns of speech report nothing."""
    assert [cue.span.text for cue in cues(text)] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ولم يوضح البيان أن الجسر قديم.", "لم يوضح"),
        ("ولا يرى الخبير أن الجسر قديم.", "لا يرى"),
        ("وأكد الوزير أن الجسر لم يرمم.", "أكد"),
        ("لن يقول الوزير إن الجسر قديم.", "لن يقول"),
    ],
)
def test_negation_next_to_the_verb_belongs_to_the_cue(text: str, words: str) -> None:
    """The negation directly before the verb is part of the cue, and marks it as negated."""
    (cue,) = cues(text)
    assert cue.span.text == words
    assert cue.negated == words.startswith(("لم", "لا", "لن"))


def test_the_search_for_a_complement_ends() -> None:
    """A complement is looked for in the sentence, and not beyond sixty tokens."""
    assert not cues("قال الوزير. إن الجسر قديم.")
    assert not cues(f"قال {'الوزير ' * 70}إن الجسر قديم.")


def test_a_cue_knows_its_owner() -> None:
    """The pronoun of a verbal noun owns the words; that of a verb is its object."""
    (his,) = [cue for cue in cues("ونقلت الصحيفة عن الوزير قوله إن الجسر قديم.") if cue.form is MASDAR]
    (told,) = cues("وأبلغه الوزير أن الجسر قديم.")
    assert his.is_owned
    assert not told.is_owned


def test_the_class_is_that_of_the_lemma() -> None:
    """Each form of a verb has the class of its line in the lexicon."""
    classes = {cue.cue_class for form in ("زعم", "زعمت", "يزعم", "زعموا") for cue in cues(f"و{form} الوزير أن الجسر قديم.")}
    assert classes == {"claim"}
