"""Laws of speakers that hold for every text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import khabar

PIECES = [
    *("قال", "وقالت", "وأضاف", "مشيرا إلى أن", "وفق", "على حد قوله", "نقلا عن", "إن", "أن", "الذي", "في بيان", "عما أسماه"),
    *(
        "الوزير",
        "وزيرة",
        "الدكتور",
        "سامر",
        "الخطيب",
        "بوتين",
        "وزارة الصحة",
        "الوزارة",
        "بيان",
        "للكرملين",
        "المصدر ذاته",
        "سموه",
        "أبو",
        "دو",
    ),
    *(
        "صحيفة",
        "«الميناء»",
        "«",
        "»",
        '"',
        "،",
        ".",
        ":",
        "\n",
        "-",
        "(",
        ")",
        "أمس",
        "الموسم واعد",
        "ـ",
        "\u064e",
        "\u202e",
        "\ud800",
        "ل",
        "و",
    ),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join) | st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_names_stand_in_the_text(text: str) -> None:
    """A name is characters of the text, but for the alif that its article loses after ل; a role is written there too."""
    for found in khabar.extract_attributions(text):
        if found.speaker is None:
            continue
        name = found.speaker.name
        assert name
        assert name in text or (name.startswith("ال") and name[2:] in text)
        assert found.speaker.role is None or found.speaker.role in text
        assert found.speaker.mention is not None
        assert text[found.speaker.mention.start : found.speaker.mention.end] == found.speaker.mention.text


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_antecedents_belong_to_implicit_speakers(text: str) -> None:
    """Only a cue without a source has an antecedent, and then it has a speaker."""
    for found in khabar.extract_attributions(text):
        if found.antecedent is not None:
            assert found.source is None
            assert found.speaker is not None


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_a_cue_with_a_source_has_a_speaker(text: str) -> None:
    """Whoever is named beside a cue is a speaker of the document."""
    assert all(found.speaker is not None for found in khabar.extract_attributions(text) if found.source is not None)
