"""Spans: ranges of the caller's text, and which of many hold a given one."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar import Span
from khabar.spans import Enclosures

TEXT = "أعلن النادي الخبر"


def test_a_span_holds_its_characters() -> None:
    """A span made of a text has the characters there; its length counts them."""
    span = Span.of(TEXT, 5, 11)
    assert (span.text, len(span), str(TEXT[span.start : span.end])) == ("النادي", 6, "النادي")


def test_an_empty_span_is_true() -> None:
    """`if attribution.source` asks whether there is a source, not how long it is."""
    assert Span.of(TEXT, 3, 3)
    assert len(Span.of(TEXT, 3, 3)) == 0


def test_spans_are_values() -> None:
    """Spans are equal, and hash alike, by place and text; they survive pickling and cannot be changed."""
    span = Span.of(TEXT, 0, 4)
    assert span == Span(0, 4, "أعلن")
    assert span != Span(0, 4, "اعلن")
    assert len({span, Span.of(TEXT, 0, 4)}) == 1
    assert pickle.loads(pickle.dumps(span)) == span  # noqa: S301 # bytes of our own making
    with pytest.raises(AttributeError):
        span.start = 1  # type: ignore[misc]  # the change that must fail


@pytest.mark.parametrize(
    ("a", "b", "contains", "overlaps"),
    [
        ((0, 4), (0, 4), True, True),
        ((0, 4), (1, 3), True, True),
        ((1, 3), (0, 4), False, True),
        ((0, 4), (4, 6), False, False),
        ((0, 4), (3, 6), False, True),
        ((0, 4), (4, 4), True, False),
    ],
)
def test_contains_and_overlaps(a: tuple[int, int], b: tuple[int, int], contains: bool, overlaps: bool) -> None:
    """Ranges are half-open: neighbours do not overlap."""
    assert Span.of(TEXT, *a).contains(Span.of(TEXT, *b)) is contains
    assert Span.of(TEXT, *a).overlaps(Span.of(TEXT, *b)) is overlaps


RANGES = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda pair: (min(pair), max(pair))), max_size=12)


@given(RANGES, st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda pair: (min(pair), max(pair))))
def test_enclosures_are_those_that_a_reader_of_all_finds(ranges: list[tuple[int, int]], inner: tuple[int, int]) -> None:
    """`around` gives the ranges that hold the inner one, the last to start first; `smallest` the shortest of them."""
    holding = {i for i, (start, end) in enumerate(ranges) if start <= inner[0] and inner[1] <= end}
    found = list(Enclosures(ranges).around(*inner))
    assert {position for _, _, position in found} == holding
    assert len(found) == len(holding)
    assert all(ranges[position] == (start, end) for start, end, position in found)
    assert [start for start, _, _ in found] == sorted((start for start, _, _ in found), reverse=True)
    for accepted in (holding, {i for i in holding if i % 2}):
        smallest = Enclosures(ranges).smallest(*inner, accept=accepted.__contains__)
        assert (smallest is None) == (not accepted)
        if smallest is not None:
            assert smallest in accepted
            assert ranges[smallest][1] - ranges[smallest][0] == min(ranges[i][1] - ranges[i][0] for i in accepted)


def test_of_equal_enclosures_the_first_is_the_smallest() -> None:
    """Where two ranges are the same, the first given counts."""
    assert Enclosures([(0, 9), (2, 5), (2, 5)]).smallest(3, 4) == 1
