"""Steps, profiles and their errors."""

from __future__ import annotations

import time

import pytest

import khabar
from khabar import _pyarabic
from khabar.normalize import DISPLAY, MATCH, STEPS, CharacterStep, Profile, match_key, normalize

EXAMPLES = {
    "presentation_forms": ("ﻗﺎﻝ ﻷﺣﺪ", "قال لأحد"),
    "word_ligatures": ("ﷲ", "الله"),
    "lam_alef": ("ﻷﻻ", "لالا"),
    "joiners": ("می\u200cخواهم\ufeff", "میخواهم"),
    "bidi_controls": ("\u202bنص\u202c\u200f", "نص"),
    "unpaired_controls": ("\u202cأ \u2067ب\u2069 \u202bج", "أ \u2067ب\u2069 ج"),
    "surplus_marks": ("كلا\u200fم \u200fوصل\ufeff", "كلام \u200fوصل"),
    "tatweel": ("هـ ـ بـيت", "ه  بيت"),
    "stretching": ("1445هـ ـ بـيت", "1445هـ ـ بيت"),
    "harakat": ("مُدَرِّسٌ", "مدرّس"),
    "shadda": ("مدرّس", "مدرس"),
    "tashkeel": ("مُدَرِّسٌ", "مدرس"),
    "diacritics": ("هٰذا ﷺ مُدَرِّسٌ", "هذا ﷺ مدرس"),
    "small_letters": ("هٰذا", "هذا"),
    "alef": ("أحمد إلى آخر ٱلبيت", "احمد الى اخر البيت"),
    "hamza": ("مسؤول مسئول", "مسءول مسءول"),
    "hamza_seats": ("مسؤول رئيس أحمد", "مسوول رييس احمد"),
    "yeh": ("إلى", "إلي"),
    "teh_marbuta": ("قرية", "قريه"),
    "persian_letters": ("گفت چاپ", "كفت جاب"),
    "digits": ("١٢ ۳۴ 5", "12 34 5"),
    "punctuation": ("«نعم»، لا؟…", '"نعم", لا?...'),
    "spaces": ("أ\xa0ب\u2028ج\td", "أ ب\nج d"),
    "doubled_spaces": ("  أ   ب\n \n", " أ ب\n \n"),
}


@pytest.mark.parametrize("name", STEPS)
def test_every_step_does_what_it_is_named_for(name: str) -> None:
    """Each step, used alone, changes its example and nothing else in it."""
    source, target = EXAMPLES[name]
    assert normalize(source, name).text == target
    assert normalize(source, STEPS[name]).text == target


@pytest.mark.parametrize(
    ("name", "sources", "targets"),
    [
        ("tatweel", "\u0640", {""}),
        ("harakat", "\u064b\u064c\u064d\u064e\u064f\u0650\u0652", {""}),
        ("shadda", "\u0651", {""}),
        ("tashkeel", "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652", {""}),
        ("small_letters", "\u0670\u06e5\u06e6", {""}),
        ("lam_alef", "\ufef5\ufef7\ufef9\ufefb", {"لا"}),
        ("alef", "آأإٱٲٳٵ", {"ا"}),
        ("hamza", "ؤئ", {"ء"}),
        ("hamza_seats", "آأإؤئ\u0654\u0655", {"ا", "و", "ي"}),
        ("yeh", "ى", {"ي"}),
        ("teh_marbuta", "ة", {"ه"}),
    ],
)
def test_classes_from_pyarabic_are_frozen(name: str, sources: str, targets: set[str]) -> None:
    """A step whose characters are read from pyarabic changes exactly these, whatever pyarabic is installed."""
    step = STEPS[name]
    assert isinstance(step, CharacterStep)
    assert set(step.table()) == set(sources)
    assert set(step.table().values()) == targets


@pytest.mark.parametrize("name", ["HARKAT", "NAMES", "__doc"])
def test_unknown_constants_of_pyarabic_are_named(name: str) -> None:
    """A constant that pyarabic does not have, or that holds no characters, is an error that names it."""
    with pytest.raises(LookupError, match=name):
        _pyarabic.characters(name)


def test_match_makes_habits_of_spelling_equal() -> None:
    """Two spellings of one sentence have one match form."""
    first = normalize("أعلنَ المسؤولُ، أمسِ،  إنّ ١٢٪ من «المؤسّـسة»", MATCH)
    second = normalize("اعلن المسئول, امس, ان 12% من \u201cالموسسه\u201d".replace("الموسسه", "المؤسسة"), MATCH)
    assert first.text == second.text


def test_display_keeps_spelling() -> None:
    """Repair leaves ḥarakāt, digits, quotation marks and the tatweel of an era letter alone."""
    text = "«قالَ» في ١٢ رمضان 1445هـ"
    assert normalize(text, DISPLAY).text == text
    assert normalize("\ufeffﺍﻟﺨـﺒـر  \u202bعاجل", DISPLAY).text == "الخبر عاجل"


@pytest.mark.parametrize("text", ["½ ℃ … ﬁ Ⅷ ① ㎏", "e\u0301 \u212b"])
def test_compatibility_characters_of_other_scripts_stay(text: str) -> None:
    """No profile applies NFKC or NFC to the whole text."""
    assert normalize(text, DISPLAY).text == text
    assert normalize(text, MATCH).text == text.replace("…", "...")


def test_a_profile_is_made_of_names_and_steps() -> None:
    """Steps and profiles are put together by the caller."""
    own = CharacterStep("okina", "okina to apostrophe", lambda: {"ʻ": "'"})
    profile = Profile("own", ("tatweel", own)).then("digits").then(Profile("rest", ["doubled_spaces"]))
    assert profile.name == "own+digits+rest"
    assert normalize("بـيت  ١ʻ", profile).text == "بيت 1'"


def test_wrong_profiles_and_texts_are_type_errors() -> None:
    """The message names what would be right."""
    with pytest.raises(TypeError, match="tashkeel"):
        normalize("نص", "taskeel")
    with pytest.raises(TypeError, match="text must be str"):
        normalize(b"abc")  # type: ignore[arg-type]


def test_ranges_and_spans_map_both_ways() -> None:
    """A word found in the normalised text is found in the source, marks inside it included."""
    source = "قالَ  الوَزِيـرُ: نعم"
    normalized = normalize(source)
    start = normalized.text.index("الوزير")
    span = normalized.to_source(khabar.Span.of(normalized.text, start, start + 6))
    assert span.text == "الوَزِيـر"
    assert normalized.to_target(span).text == "الوزير"
    assert normalized.to_target(range(3, 4)) == range(3, 3)


def test_ranges_outside_the_text_are_value_errors() -> None:
    """A place must lie in the side that it is mapped from."""
    normalized = normalize("نـص")
    for wrong in (range(9), range(2, 1), range(0, 2, 2), khabar.Span(0, 1, "x")):
        with pytest.raises(ValueError, match=r"lie|step|belongs"):
            normalized.to_source(wrong)
    with pytest.raises(TypeError, match="Span or a range"):
        normalized.to_target((0, 1))  # type: ignore[call-overload]


def test_match_key_agrees_with_the_profile() -> None:
    """Of a word without hamza on waw or yeh, key and match form are the same."""
    for word in ("الإصـلاحُ", "قریة", "ﻻجئون".replace("ئ", "ي"), "١٤٤٥", "مَرْأَى"):
        assert match_key(word) == normalize(word, MATCH).text


@pytest.mark.parametrize("unit", ["ا", "َ", "ـ", " ", "ﻻ", "…", "\u200f", "\u202b", "\u202bا\u2069", "\u2067\u202b", "بـ"])
@pytest.mark.parametrize("profile", [MATCH, DISPLAY], ids=["match", "display"])
@pytest.mark.usefixtures("without_collection")
def test_time_grows_with_the_text(unit: str, profile: Profile) -> None:
    """Four times the text takes about four times as long (a square law would take sixteen)."""

    def seconds(text: str) -> float:
        begin = time.process_time()
        normalize(text, profile)
        return time.process_time() - begin

    small = unit * (60_000 // len(unit))
    long = min(seconds(small * 4) for _ in range(2))
    assert long < 0.3 or long < 9 * min(seconds(small) for _ in range(2))
