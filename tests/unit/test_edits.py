"""Edits by hand: the cases that composition and mapping must tell apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.model import NO_EDITS, Edits


def rows(edits: Edits) -> list[tuple[int, int, int, int]]:
    """The edits as a list."""
    return list(edits)


def test_no_edits_map_a_place_to_itself() -> None:
    """Texts whose characters stand one for one have equal offsets."""
    assert NO_EDITS.to_source(2, 5) == NO_EDITS.to_target(2, 5) == (2, 5)
    assert Edits.of([]) is NO_EDITS


def test_a_deletion_is_covered_inside_and_left_out_at_an_edge() -> None:
    """The source of a range begins and ends with characters that are still there."""
    edits = Edits.of([(0, 1, 0), (3, 5, 0), (8, 9, 0)])  # source of 9, target of 5
    assert edits.to_source(0, 5) == (1, 8)
    assert edits.to_source(0, 2) == (1, 3)
    assert edits.to_source(2, 3) == (5, 6)
    assert edits.to_target(0, 1) == (0, 0)
    assert edits.to_target(3, 5) == (2, 2)
    assert edits.to_target(2, 6) == (1, 3)


def test_an_expansion_maps_as_a_whole() -> None:
    """Each part of what one character became leads back to that character."""
    edits = Edits.of([(1, 2, 3)])
    assert [edits.to_source(place, place + 1) for place in range(5)] == [(0, 1), (1, 2), (1, 2), (1, 2), (2, 3)]
    assert edits.to_target(1, 2) == (1, 4)


def test_an_empty_range_maps_to_the_place_of_the_edit() -> None:
    """Nothing maps to nothing."""
    edits = Edits.of([(1, 3, 0), (4, 5, 2)])
    assert edits.to_target(2, 2) == (1, 1)
    assert edits.to_source(3, 3) == (4, 4)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([(1, 2, 0)], [(5, 6, 0)], [(1, 2, 1, 1), (6, 7, 5, 5)]),  # apart
        ([(1, 2, 0)], [(1, 2, 0)], [(1, 2, 1, 1), (2, 3, 1, 1)]),  # side by side
        ([(1, 2, 0)], [(0, 2, 1)], [(0, 3, 0, 1)]),  # inside
        ([(1, 2, 3)], [(2, 3, 0)], [(1, 2, 1, 3)]),  # part of an expansion dropped
        ([(1, 2, 2)], [(1, 1, 1)], [(1, 1, 1, 2), (1, 2, 2, 4)]),  # an insertion before an expansion
        ([(0, 1, 2), (1, 2, 2)], [(1, 3, 0)], [(0, 2, 0, 2)]),  # one edit that joins two
        ([], [(1, 2, 0)], [(1, 2, 1, 1)]),
        ([(1, 2, 0)], [], [(1, 2, 1, 1)]),
    ],
)
def test_composition(first: list[tuple[int, int, int]], second: list[tuple[int, int, int]], expected: list[tuple[int, ...]]) -> None:
    """Edits in turn are these edits at once."""
    assert rows(Edits.of(first).then(Edits.of(second))) == expected


def test_the_inverse_reads_the_other_way() -> None:
    """What was source is target."""
    edits = Edits.of([(1, 3, 0), (4, 5, 2)])
    assert edits.inverse().to_target(1, 4) == edits.to_source(1, 4)
    assert edits.inverse().inverse() == edits


@st.composite
def changes(draw: st.DrawFn) -> list[tuple[int, int, int]]:
    """Changes of a text of at most 60 characters, of any kind."""
    gaps = draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3)), max_size=6))
    found, position = [], 0
    for gap, length, target in gaps:
        start = position + gap
        if (length, target) != (0, 0):
            found.append((start, start + length, target))
        position = start + length + (not length)  # two insertions do not stand at one place
    return found


@given(changes(), changes())
def test_composed_edits_are_ascending_and_keep_every_length(first: list[tuple[int, int, int]], second: list[tuple[int, int, int]]) -> None:
    """Composition neither loses nor doubles a change of length, and leaves edits in order."""
    one, two = Edits.of(first), Edits.of(second)
    source = target = 0
    for source_start, source_end, target_start, target_end in one.then(two):
        assert source <= source_start <= source_end
        assert target <= target_start <= target_end
        assert source_start - source == target_start - target
        source, target = source_end, target_end
    changed = sum(length - (end - start) for start, end, length in [*first, *second])
    assert target - source == changed
