"""The contract test passes good extractors and catches each broken law."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

import attrs
import pytest
from hypothesis import find

import khabar
from khabar.extract import BUILTIN
from khabar.testing import arabic_text, check_extractor, hostile_text


@attrs.frozen(kw_only=True)
class Word:
    """One word."""

    span: khabar.Span
    number: int = 0


WORDS = khabar.Layer("test-words", Word)


class Good:
    """Keeps the contract: the first token of each text."""

    layer: khabar.Layer[Word] = WORDS
    requires: tuple[khabar.Layer[khabar.Annotation], ...] = ()

    def extract(self, view: khabar.View) -> Iterable[Word]:
        """The first token."""
        return [Word(span=token.span) for token in view.tokens[:1]]


class Raises(Good):
    """Fails on a text without tokens."""

    def extract(self, view: khabar.View) -> Iterable[Word]:
        """The first token, if there is one."""
        return [Word(span=view.tokens[0].span)]


class WrongText(Good):
    """Gives folded text as the text of a span."""

    def extract(self, view: khabar.View) -> Iterable[Word]:
        """Every token with its match key for its text."""
        return [Word(span=khabar.Span(token.span.start, token.span.end, token.folded)) for token in view.tokens]


class OutOfText(Good):
    """Gives a span that ends behind the text."""

    def extract(self, view: khabar.View) -> Iterable[Word]:
        """One place behind the text."""
        length = len(view.document.text)
        return [Word(span=khabar.Span(length, length + 1, ""))]


class WrongType(Good):
    """Gives something else than its layer says."""

    def extract(self, view: khabar.View) -> Iterable[Word]:
        """Tokens."""
        return list(view.tokens)  # type: ignore[arg-type]  # the fault that is to be found


class Undeclared(Good):
    """Reads a layer that it does not name."""

    def extract(self, view: khabar.View) -> Iterable[Word]:
        """Sentences as words."""
        return [Word(span=sentence.span) for sentence in view[khabar.SENTENCES]]


class Moody(Good):
    """Gives another result each time."""

    def __init__(self) -> None:
        self.counter = count()

    def extract(self, view: khabar.View) -> Iterable[Word]:
        """The first token, with the number of the call."""
        return [Word(span=token.span, number=next(self.counter)) for token in view.tokens[:1]]


class Missing(Good):
    """Needs a layer that nobody makes."""

    requires = (khabar.Layer("no-such-layer", Word),)


class TakenName(Good):
    """Calls its layer by a name that results use."""

    layer = khabar.Layer("document", Word)


def test_a_good_extractor_passes() -> None:
    """An extractor that keeps every law passes."""
    check_extractor(Good(), max_examples=20)


@pytest.mark.parametrize(
    ("extractor", "law"),
    [
        (Raises, "IndexError"),
        (WrongText, r"Span\.of"),
        (OutOfText, r"Span\.of"),
        (WrongType, "gave a Token"),
        (Undeclared, "without naming it in requires"),
        (Moody, "the same text gives the same result"),
        (Missing, "no-such-layer"),
        (TakenName, "'document'"),
    ],
)
def test_a_broken_law_is_found(extractor: type[Good], law: str) -> None:
    """An extractor that breaks one law is caught, and the message says which."""
    with pytest.raises(AssertionError, match=law):
        check_extractor(extractor(), max_examples=60)


@pytest.mark.parametrize("make", BUILTIN)
def test_built_in_extractors_keep_the_contract(make: type[khabar.Extractor[khabar.Annotation]]) -> None:
    """The built-in extractors pass the test that plugins are given."""
    check_extractor(make(), max_examples=15)


def test_strategies_reach_what_they_promise() -> None:
    """Arabic text has quotations; hostile text has lone surrogates, direction controls and huge runs."""
    assert find(arabic_text(), lambda text: "«" in text and "قال" in text)
    assert find(hostile_text(), lambda text: any("\ud800" <= character <= "\udfff" for character in text))
    assert find(hostile_text(), lambda text: "\N{RIGHT-TO-LEFT ISOLATE}" in text)
    assert find(hostile_text(), lambda text: len(text) >= 2000)
