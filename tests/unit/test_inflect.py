"""Forms of verbs, nouns and adjectives of origin."""

from __future__ import annotations

import pytest

from khabar.errors import LexiconError
from khabar.lexicons.forms import Form
from khabar.lexicons.nouns import nisba_forms, noun_forms
from khabar.lexicons.verbs import pattern, verb_forms
from khabar.model import Entry, Value


def verb(lemma: str, **attributes: Value) -> list[Form]:
    """The forms of a verb."""
    return list(verb_forms(Entry(lexical_class="verb", lemma=lemma, attributes=attributes)))


def texts(forms: list[Form], name: str) -> list[str]:
    """The bare forms of one paradigm."""
    return [form.text for form in forms if form.features.form == name and not form.features.enclitic]


@pytest.mark.parametrize(
    ("lemma", "number"),
    [
        ("فسر", 1),
        ("رد", 1),
        ("تابع", 3),
        ("أعلن", 4),
        ("تحدث", 5),
        ("تساءل", 6),
        ("انكسر", 7),
        ("انضم", 7),
        ("اتهم", 8),
        ("انتقد", 8),
        ("استنكر", 10),
    ],
)
def test_the_pattern_shows_in_the_letters(lemma: str, number: int) -> None:
    """A derived pattern is told by its prefix and length; of three letters the simple one is taken."""
    assert pattern(lemma) == number


@pytest.mark.parametrize(
    ("lemma", "attributes", "perfect"),
    [
        ("كشف", {}, "كشف كشفت كشفوا كشفا كشفتا كشفت كشفنا كشفن"),
        ("قال", {"imperfect": "يقول"}, "قال قالت قالوا قالا قالتا قلت قلنا قلن"),
        ("أفاد", {}, "أفاد أفادت أفادوا أفادا أفادتا أفدت أفدنا أفدن"),
        ("دعا", {"imperfect": "يدعو"}, "دعا دعت دعوا دعوا دعتا دعوت دعونا دعون"),
        ("نفى", {}, "نفى نفت نفوا نفيا نفتا نفيت نفينا نفين"),
        ("خشي", {"imperfect": "يخشى"}, "خشي خشيت خشوا خشيا خشيتا خشيت خشينا خشين"),
        ("أصر", {"pattern": 4}, "أصر أصرت أصروا أصرا أصرتا أصررت أصررنا أصررن"),
        ("احتج", {}, "احتج احتجت احتجوا احتجا احتجتا احتججت احتججنا احتججن"),
        ("استمر", {"pattern": 10}, "استمر استمرت استمروا استمرا استمرتا استمررت استمررنا استمررن"),
        ("أعلن", {}, "أعلن أعلنت أعلنوا أعلنا أعلنتا أعلنت أعلنا أعلن"),
        ("أثبت", {}, "أثبت أثبتت أثبتوا أثبتا أثبتتا أثبت أثبتنا أثبتن"),
        ("تنبأ", {}, "تنبأ تنبأت تنبأوا تنبؤوا تنبآ تنبأتا تنبأت تنبأنا تنبأن"),
    ],
)
def test_perfect(lemma: str, attributes: dict[str, Value], perfect: str) -> None:
    """Weak, doubled and hamzated radicals change before the endings, and equal letters that meet are written once."""
    assert texts(verb(lemma, **attributes), "perfect") == perfect.split()


@pytest.mark.parametrize(
    ("lemma", "attributes", "there", "jussive"),
    [
        ("أكد", {"pattern": 2}, "يؤكد تؤكد أؤكد نؤكد يؤكدون", ""),
        ("أمر", {}, "يأمر آمر نأمر يأمرون", ""),
        ("أضاف", {}, "يضيف يضيفون يضيفان يضفن", "يضف تضف أضف نضف"),
        ("رأى", {"imperfect": "يرى"}, "يرى أرى يرون يريان", "ير تر أر نر"),
        ("دعا", {"imperfect": "يدعو"}, "يدعو يدعون يدعوان", "يدع تدع أدع ندع"),
        ("تمنى", {}, "يتمنى يتمنون يتمنيان يتمنين", "يتمن تتمن أتمن نتمن"),
        ("رد", {}, "يرد يردون يردان يرددن", ""),
    ],
)
def test_imperfect(lemma: str, attributes: dict[str, Value], there: str, jussive: str) -> None:
    """After لم a weak radical drops out; such a form says so, and may be written like another verb."""
    forms = verb(lemma, **attributes)
    assert set(there.split()) <= set(texts(forms, "imperfect"))
    short = [form.text for form in forms if form.features.jussive and form.features.number != "d" and not form.text.endswith("وا")]
    assert short == jussive.split()


@pytest.mark.parametrize(
    ("lemma", "attributes", "participle", "masdar"),
    [
        ("لفت", {"masdar": "لفت"}, "لافتا", "لفت"),
        ("زاد", {"imperfect": "يزيد", "masdar": "زيادة"}, "زائدا", "زيادة"),
        ("صرح", {"pattern": 2}, "مصرحا", "تصريح"),
        ("سمى", {"pattern": 2}, "مسميا", "تسمية"),
        ("هنأ", {"pattern": 2}, "مهنئا", "تهنئة"),
        ("ناشد", {}, "مناشدا", "مناشدة"),
        ("نادى", {}, "مناديا", "مناداة"),
        ("أصر", {"pattern": 4}, "مصرا", "إصرار"),
        ("أوضح", {}, "موضحا", "إيضاح"),
        ("أشاد", {}, "مشيدا", "إشادة"),
        ("أدلى", {}, "مدليا", "إدلاء"),
        ("تنبأ", {}, "متنبئا", "تنبؤ"),
        ("اختار", {}, "مختارا", "اختيار"),
        ("احتج", {}, "محتجا", "احتجاج"),
        ("ادعى", {}, "مدعيا", "ادعاء"),
        ("استوضح", {}, "مستوضحا", "استيضاح"),
        ("استعان", {}, "مستعينا", "استعانة"),
        ("استمر", {"pattern": 10}, "مستمرا", "استمرار"),
        ("انضم", {}, "منضما", "انضمام"),
    ],
)
def test_participle_and_masdar(lemma: str, attributes: dict[str, Value], participle: str, masdar: str) -> None:
    """The verbal nouns of the derived patterns are regular; those of the simple one are given."""
    forms = verb(lemma, **attributes)
    assert texts(forms, "participle")[0] == participle
    assert texts(forms, "masdar") == [masdar]


def test_an_empty_attribute_means_none() -> None:
    """A participle or maṣdar that is another word can be left out: مدينة is a city."""
    forms = verb("أدان", participle="", masdar="")
    assert {form.features.form for form in forms}.isdisjoint({"participle", "masdar"})
    assert "مدينة" in [form.text for form in verb("أدان")]


@pytest.mark.parametrize(
    ("lemma", "attributes", "there"),
    [
        ("نفى", {}, "نفاه نفته نفوه نفيناه ينفيه ينفونه"),
        ("رأى", {"imperfect": "يرى"}, "رآه رأوه يراه أراه يرونه"),
        ("قال", {"imperfect": "يقول"}, "قاله قلته قلناه يقوله"),
    ],
)
def test_objects(lemma: str, attributes: dict[str, Value], there: str) -> None:
    """Pronouns are attached where the line says so; a final ى becomes ا before them."""
    with_object = {form.text for form in verb(lemma, object=True, **attributes)}
    assert set(there.split()) <= with_object
    assert {form.text for form in verb(lemma, **attributes)}.isdisjoint(there.split())


def test_passives_that_show() -> None:
    """Weak verbs and pattern III show their passive in the letters; that of a preposition has no feminine."""
    assert texts(verb("قال", imperfect="يقول"), "passive_perfect") == ["قيل", "قيلت"]
    assert texts(verb("قال", imperfect="يقول"), "passive_imperfect") == ["يقال", "تقال"]
    assert texts(verb("طالب"), "passive_perfect") == ["طولب", "طولبت"]
    assert texts(verb("أشار", prep=("إلى",)), "passive_perfect") == ["أشير"]


@pytest.mark.parametrize(
    ("lemma", "attributes"), [("قل", {"pattern": 2}), ("ق", {}), ("صرح", {"pattern": 9}), ("وقى", {"imperfect": "يق"})]
)
def test_what_is_no_verb(lemma: str, attributes: dict[str, Value]) -> None:
    """Letters that cannot make a verb of their pattern are a fault of the lexicon."""
    with pytest.raises(LexiconError, match=lemma):
        verb(lemma, **attributes)


@pytest.mark.parametrize(
    ("lemma", "attributes", "forms"),
    [
        ("وزير", {"plural": "وزراء"}, "وزير وزراء وزيرا وزيران وزيرين"),
        ("محلل", {"feminine": True}, "محلل محللا محللان محللين محللون محللو محللي محللة محللتان محللتين محللتا محللتي محللات"),
        ("وكالة", {"plural": "وكالات"}, "وكالة وكالات وكالتان وكالتين وكالتا وكالتي"),
        ("مستشفى", {"plural": "مستشفيات"}, "مستشفى مستشفيات مستشفيان مستشفيين"),
        ("لواء", {"plural": "ألوية"}, "لواء ألوية لواءان لواءين"),
        ("جد", {"plural": "أجداد"}, "جد أجداد"),
        ("قوات", {"gender": "f"}, "قوات"),
        ("مشروع قانون", {"plural": "مشاريع قوانين"}, "مشروع|قانون مشاريع|قوانين"),
    ],
)
def test_nouns(lemma: str, attributes: dict[str, Value], forms: str) -> None:
    """Duals and sound plurals are derived, broken plurals given; short words and phrases have no derived forms."""
    derived = noun_forms(Entry(lexical_class="noun", lemma=lemma, attributes=attributes))
    assert [form.text for form in derived if not form.features.enclitic] == [form.replace("|", " ") for form in forms.split()]


def test_nouns_with_an_owner() -> None:
    """A noun takes the pronoun of its owner, with ت for its ة; a phrase takes none."""

    def owned(lemma: str) -> list[str]:
        return [form.text for form in noun_forms(Entry(lexical_class="noun", lemma=lemma)) if form.features.enclitic]

    assert owned("صحيفة") == ["صحيفته", "صحيفتها", "صحيفتهم", "صحيفتنا"]
    assert owned("مشروع قانون") == []


def test_adjectives_of_origin() -> None:
    """The indefinite accusative of a nisba is left out: it is written like the country."""
    forms = [form.text for form in nisba_forms(Entry(lexical_class="demonym", lemma="ألماني", attributes={"plural": ("ألمان",)}))]
    assert {"ألمانية", "ألمان", "ألمانيين"} <= set(forms)
    assert "ألمانيا" not in forms
