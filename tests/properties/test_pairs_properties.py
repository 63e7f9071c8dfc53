"""Laws of mark pairs on any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.segment.pairs import Pairs, pair_marks
from khabar.segment.tokens import tokenize

_PIECES = st.sampled_from(
    (
        *"«»“”\"″„‹›‘’'()[].؟!:،-",
        *(" ", "\n", "((", "))", "<<", ">>", ' "', '" ', "كلمة", " أن ", "ب", "لـ", " مضيفا ", "Ab", "20", "\ud800", "\N{GRINNING FACE}"),
        *(
            "\N{LEFT-TO-RIGHT EMBEDDING}",
            "\N{POP DIRECTIONAL FORMATTING}",
            "\N{ARABIC FATHA}",
            "\N{ARABIC TATWEEL}",
            "\N{ZERO WIDTH JOINER}",
        ),
    )
)
noisy = st.lists(_PIECES, max_size=60).map("".join)
texts = noisy | st.text(max_size=60)

_BALANCED = st.recursive(
    st.lists(st.sampled_from(("كلمة", "وقال", "مدينة")), min_size=1, max_size=3).map(" ".join),
    lambda inner: st.builds("{0} «{1}» {2}".format, inner, inner, inner),
    max_leaves=6,
)
paragraphs = st.lists(_BALANCED.map("{}.".format), min_size=1, max_size=4)


def _pairs(text: str) -> Pairs:
    return pair_marks(tokenize(text))


@given(texts)
def test_pairs_nest(text: str) -> None:
    """Two pairs are disjoint or one holds the other; depth counts those around."""
    around: list[int] = []
    pairs = _pairs(text)
    for start, end, depth in zip(pairs.starts, pairs.ends, pairs.depths, strict=True):
        while around and around[-1] <= start:
            around.pop()
        assert depth == len(around)
        assert not around or end <= around[-1]
        around.append(end)


@given(texts)
def test_spans_lie_in_the_text(text: str) -> None:
    """Span and content are cut from the text; the content lies within."""
    for pair in _pairs(text):
        assert text[pair.span.start : pair.span.end] == pair.span.text
        assert text[pair.content.start : pair.content.end] == pair.content.text
        assert pair.span.text == (pair.opening or "") + pair.content.text + (pair.closing or "")
        assert pair.opening or pair.closing


@given(texts)
def test_every_mark_is_accounted_for_once(text: str) -> None:
    """A mark is in exactly one pair or lost, never both."""
    pairs = _pairs(text)
    ranges = [
        *zip(pairs.starts, pairs.inner_starts, strict=True),
        *zip(pairs.inner_ends, pairs.ends, strict=True),
        *pairs.unpaired,
    ]
    offsets = [offset for start, end in ranges for offset in range(start, end)]
    assert len(offsets) == len(set(offsets))
    starts = tokenize(text).starts
    marks = {start for start in starts if text[start] in '«»“”"″„‹›'}
    assert marks <= set(offsets)


@given(paragraphs)
def test_paragraphs_of_balanced_text_are_independent(parts: list[str]) -> None:
    """The pairs of a balanced text are those of its paragraphs."""
    text = "\n".join(parts)
    expected: list[tuple[int, int, int]] = []
    base = 0
    for part in parts:
        pairs = _pairs(part)
        expected += [(base + a, base + b, d) for a, b, d in zip(pairs.starts, pairs.ends, pairs.depths, strict=True)]
        base += len(part) + 1
    pairs = _pairs(text)
    assert list(zip(pairs.starts, pairs.ends, pairs.depths, strict=True)) == expected


@given(paragraphs, st.sampled_from(("\N{ARABIC FATHA}", "\N{ARABIC TATWEEL}", "\N{ZERO WIDTH NON-JOINER}")))
def test_noise_inside_words_changes_offsets_only(parts: list[str], noise: str) -> None:
    """Ḥarakāt, tatweel and joiners inside words move pairs and change nothing else."""
    plain, noisy_text = "\n".join(parts), "\n".join(parts).replace("ل", "ل" + noise)
    contents = [pair.span.text.replace(noise, "") for pair in _pairs(noisy_text)]
    assert contents == [pair.span.text for pair in _pairs(plain)]


_UNITS = (
    "«",
    "»",
    "«»",
    '"',
    'كلمة" ',
    ' "كلمة',
    '«كلمة" ',
    "أ«",
    'قال: "كلمة. ',
    'أن كلمة" ',
    "«كلمة\n",
    'كلمة"\n',
    '"\N{RIGHT-TO-LEFT MARK}',
    "((",
    "<<",
    "(",
)


@pytest.mark.parametrize("unit", _UNITS)
@pytest.mark.usefixtures("without_collection")
def test_time_is_linear(unit: str) -> None:
    """Eight times the text takes no more than some eight times as long."""
    small, large = (tokenize(unit * (size // len(unit))) for size in (8_000, 64_000))
    assert _seconds(large) < 8 * 3 * _seconds(small) + 0.05


def _seconds(tokens: object) -> float:
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        list(pair_marks(tokens))  # type: ignore[arg-type]
        best = min(best, time.process_time() - start)
    return best


def test_nested_marks_take_linear_time() -> None:
    """Deep nesting costs no more than the same marks in a row."""
    tokens = tokenize("«" * 20_000 + "»" * 20_000)
    assert _seconds(tokens) < 10 * _seconds(tokenize("«»" * 20_000)) + 0.05
