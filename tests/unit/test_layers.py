"""Layer keys: equal by name and type, also in another process."""

from __future__ import annotations

import pickle

import pytest

import khabar
from khabar.layers import RESERVED


def test_keys_are_equal_by_name_and_type() -> None:
    """Two packages that name the same layer mean the same layer; another class makes another layer."""
    assert khabar.Layer("dates", khabar.TimeExpression) == khabar.DATES
    assert hash(khabar.Layer("dates", khabar.TimeExpression)) == hash(khabar.DATES)
    other: khabar.Layer[khabar.Annotation] = khabar.Layer("dates", khabar.Sentence)
    assert other != khabar.DATES
    assert khabar.Layer("days", khabar.TimeExpression) != khabar.DATES


def test_a_pickled_key_still_opens_an_analysis() -> None:
    """A key that went through another process gives the same annotations."""
    analysis = khabar.analyze("وصل الوفد في 3 مايو 2024.")
    key = pickle.loads(pickle.dumps(khabar.SENTENCES))  # noqa: S301 # bytes of our own making
    assert analysis[key] is analysis[khabar.SENTENCES]


@pytest.mark.parametrize(("name", "private"), [("_pairs", True), ("money", False), ("money_", False)])
def test_an_underscore_makes_a_layer_private(name: str, private: bool) -> None:
    """A layer for other extractors only begins with an underscore."""
    assert khabar.Layer(name, khabar.Sentence).is_private is private


def test_reserved_names_are_the_other_keys_of_an_analysis() -> None:
    """No layer may be called like another key of the JSON."""
    assert set(khabar.analyze("").to_dict()) - {layer.name for layer in khabar.analyze("").layers} <= RESERVED
    assert khabar.TOKENS.name in RESERVED
