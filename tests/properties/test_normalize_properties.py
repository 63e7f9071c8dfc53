"""Laws of normalisation that hold for every text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar import _pyarabic
from khabar.normalize import DISPLAY, MATCH, STEPS, Profile, normalize

PIECES = [*"اأإآٱبتةهويىئؤءلـَُِّْٰۥۦﻻﻷﺍﷲﷺﷻیکگپ١٢۳45،؛؟٪٫«»“”…–'\"%.,", " ", "  ", "\n", "\t", "\xa0"]
PIECES += [
    "\u200c",
    "\u200d",
    "\u200e",
    "\u200f",
    "\u061c",
    "\u202a",
    "\u202b",
    "\u202c",
    "\u2066",
    "\u2067",
    "\u2069",
    "\ufeff",
    "\xad",
    "\ud800",
]
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
profiles = st.one_of(
    st.sampled_from([MATCH, DISPLAY]), st.lists(st.sampled_from(list(STEPS)), max_size=5).map(lambda names: Profile("any", names))
)


@given(texts)
@pytest.mark.parametrize("profile", [MATCH, DISPLAY, *STEPS], ids=lambda profile: getattr(profile, "name", profile))
def test_doing_it_twice_changes_nothing(profile: Profile | str, text: str) -> None:
    """Both profiles and every single step are idempotent."""
    once = normalize(text, profile).text
    assert normalize(once, profile).text == once


@given(texts, profiles, st.data())
def test_there_and_back_contains_the_range(text: str, profile: Profile, data: st.DataObject) -> None:
    """A range that is not empty lies in what its source becomes."""
    normalized = normalize(text, profile)
    start = data.draw(st.integers(0, len(normalized.text)))
    place = range(start, data.draw(st.integers(start, len(normalized.text))))
    source = normalized.to_source(place)
    back = normalized.to_target(source)
    if place:
        assert source
        assert back.start <= place.start
        assert place.stop <= back.stop
    else:
        assert not source


@given(texts, profiles)
def test_characters_outside_edits_stand_one_for_one(text: str, profile: Profile) -> None:
    """The stretches between edits are of equal length on both sides, and edits are ascending and disjoint."""
    normalized = normalize(text, profile)
    source = target = 0
    for source_start, source_end, target_start, target_end in normalized.edits:
        assert source <= source_start <= source_end
        assert source_start - source == target_start - target
        assert target_start <= target_end
        source, target = source_end, target_end
    assert len(text) - source == len(normalized.text) - target


@given(texts, profiles, profiles)
def test_steps_one_after_the_other_are_the_steps_at_once(text: str, first: Profile, second: Profile) -> None:
    """`then` gives the text that both profiles give in turn, and edits that compose map as both in turn do."""
    one = normalize(text, first)
    two = normalize(one.text, second)
    both = normalize(text, first.then(second))
    assert both.text == two.text
    composed = one.edits.then(two.edits)
    for place in range(len(two.text)):
        low, high = one.edits.to_source(*two.edits.to_source(place, place + 1))
        widest = composed.to_source(place, place + 1)
        assert widest[0] <= low
        assert high <= widest[1]


@given(texts)
@pytest.mark.parametrize(
    ("step", "name"),
    [
        ("tatweel", "strip_tatweel"),
        ("tashkeel", "strip_tashkeel"),
        ("harakat", "strip_harakat"),
        ("shadda", "strip_shadda"),
        ("small_letters", "strip_small"),
        ("lam_alef", "normalize_ligature"),
        ("teh_marbuta", "normalize_teh"),
    ],
)
def test_steps_agree_with_pyarabic(step: str, name: str, text: str) -> None:
    """Where pyarabic defines the same step, both give the same text."""
    assert normalize(text, step).text == _pyarabic.helper(name)(text)


@given(texts)
def test_hamza_seats_agree_with_pyarabic(text: str) -> None:
    """The step is what pyarabic calls tasheel."""
    from pyarabic import araby

    assert normalize(text, "hamza_seats").text == araby.normalize_hamza(text, method="tasheel")


@given(texts)
def test_digits_agree_with_pyarabic(text: str) -> None:
    """Digits of both Arabic sets become 0-9 in both."""
    assert normalize(text, "digits").text == _pyarabic.western_digits(text)


@given(st.text(alphabet="".join(chr(code) for code in range(0x600, 0x700) if re.match(r"[^\u06dd\u06de]", chr(code)))))
def test_diacritics_agree_with_pyarabic(text: str) -> None:
    """Every mark of the Arabic block is dropped in both."""
    assert normalize(text, "diacritics").text == _pyarabic.helper("strip_diacritics")(text)
