"""A layer key gives its annotations their type, without a cast: checked by mypy --strict and pyright."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import assert_type

import attrs

import khabar
from khabar_money import MONEY, Money, MoneyExtractor

analysis = khabar.analyze("أعلن النادي الخبر أمس.", creation_time=dt.date(2024, 6, 19))

# built-in layers
assert_type(analysis[khabar.TOKENS], Sequence[khabar.Token])
assert_type(analysis[khabar.SENTENCES], Sequence[khabar.Sentence])
assert_type(analysis[khabar.QUOTATIONS], Sequence[khabar.Quotation])
assert_type(analysis[khabar.DATES], Sequence[khabar.TimeExpression])
assert_type(analysis[khabar.ATTRIBUTIONS], Sequence[khabar.Attribution])
assert_type(analysis[khabar.DATES][0].value, str | None)

# a layer of another package
assert_type(MONEY, khabar.Layer[Money])
assert_type(analysis[MONEY], Sequence[Money])
assert_type(analysis[MONEY][0].amount, str)
extractor: khabar.Extractor[Money] = MoneyExtractor()


# a layer of the caller's own
@attrs.frozen
class Place:
    """A place of the text."""

    span: khabar.Span
    country: str


PLACES = khabar.Layer("places", Place)


class PlaceExtractor:
    """Finds nothing, but has every member of an extractor."""

    layer = PLACES
    requires: tuple[khabar.Layer[khabar.Annotation], ...] = (khabar.SENTENCES,)

    def extract(self, view: khabar.View) -> Iterable[Place]:
        """Reads a declared layer with its type."""
        assert_type(view[khabar.SENTENCES], Sequence[khabar.Sentence])
        return ()


assert_type(analysis[PLACES], Sequence[Place])
places: khabar.Extractor[Place] = PlaceExtractor()
# an extractor of one thing is an extractor of anything that stands in the text
anything: Sequence[khabar.Extractor[khabar.Annotation]] = (extractor, places)
