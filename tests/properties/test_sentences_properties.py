"""Laws of sentences on any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.segment.sentences import split_sentences
from khabar.segment.tokens import tokenize

_PIECES = st.sampled_from(
    (
        *'«»“”"″()[]{}.؟!?…۔:،؛-*',
        *(" ", "\n", "\r\n", "\N{LINE SEPARATOR}", "..", "كلمة", " كلمة ", "د.", "أ.ب.", "12", "[1]", "Inc", "هـ", "إلخ", "\ud800", "\0"),
        *("\N{GRINNING FACE}", "\N{LEFT-TO-RIGHT EMBEDDING}", "\N{RIGHT-TO-LEFT MARK}", "\N{ARABIC FATHA}", "\N{ARABIC TATWEEL}"),
    )
)
texts = st.lists(_PIECES, max_size=60).map("".join) | st.text(max_size=60)


@given(texts, st.booleans())
def test_sentences_cover_all_tokens_in_order(text: str, inside: bool) -> None:
    """Every token is in exactly one sentence; sentences begin and end with a token."""
    tokens = tokenize(text)
    owners = [0] * len(tokens)
    position = 0
    for sentence in split_sentences(text, inside):
        assert position <= sentence.span.start < sentence.span.end
        assert text[sentence.span.start : sentence.span.end] == sentence.span.text
        assert sentence.span.start in tokens.starts
        assert sentence.span.end in tokens.ends
        position = sentence.span.end
        for i, (start, end) in enumerate(zip(tokens.starts, tokens.ends, strict=True)):
            owners[i] += sentence.span.start <= start and end <= sentence.span.end
    assert owners == [1] * len(tokens)


@given(texts, st.booleans())
def test_no_sentence_crosses_a_paragraph(text: str, inside: bool) -> None:
    """A line break is always a boundary, and the number of the paragraph is that of its line."""
    lines = text.splitlines(keepends=True)
    starts = [sum(map(len, lines[:i])) for i in range(len(lines))]
    for sentence in split_sentences(text, inside):
        start = starts[sentence.paragraph]
        assert start <= sentence.span.start
        assert sentence.span.end <= start + len(lines[sentence.paragraph].rstrip("\r\n"))


@given(
    st.lists(st.sampled_from(("عاد الوفد", "«عاد» الوفد", "عاد (الوفد)")), min_size=1, max_size=6), st.sampled_from((".", "؟", "!", "؟!"))
)
def test_every_plain_stop_splits(parts: list[str], mark: str) -> None:
    """Where whole sentences with balanced marks follow each other, each is one."""
    text = " ".join(part + mark for part in parts)
    assert [sentence.span.text for sentence in split_sentences(text)] == [part + mark for part in parts]


@given(texts)
def test_finer_policy_keeps_the_coarse_boundaries_of_paragraphs(text: str) -> None:
    """Splitting inside quotations never gives fewer sentences."""
    assert len(split_sentences(text, inside_quotations=True)) >= len(split_sentences(text))


_UNITS = (
    "؟",
    ".",
    "؟ ",
    ". ",
    "أ.ب.",
    "أ.ب. ",
    '"',
    "«",
    "كلمة. ",
    "« كلمة. ",
    "( كلمة. ",
    "كلمة؟ ",
    "1. ",
    ".. كلمة ",
    "كلمة،",
    ".[1] ",
    '؟" ',
    "كلمة.\n",
)


@pytest.mark.parametrize("unit", _UNITS)
@pytest.mark.usefixtures("without_collection")
def test_time_is_linear(unit: str) -> None:
    """Eight times the text takes no more than some eight times as long."""
    small, large = (unit * (size // len(unit)) for size in (8_000, 64_000))
    assert _seconds(large) < 8 * 3 * _seconds(small) + 0.05


def _seconds(text: str) -> float:
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        split_sentences(text)
        best = min(best, time.process_time() - start)
    return best
