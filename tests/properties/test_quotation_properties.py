"""Laws of the layer of quotations on any input."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import khabar

WORDS = st.sampled_from(
    ["قال", "العمدة", "صحيفة", "الميناء", "إن", "أنه", "سيعمل", "و", "لـ", "فيلم", "لا", "وصف", "بأنه", "النيل", "Blue", "20"]
)
MARKS = st.sampled_from([*'«»“”"″‹›‘’،.:؟\n()', "\N{RIGHT-TO-LEFT EMBEDDING}", "\N{ARABIC TATWEEL}", "\ud83d", " "])
TEXTS = st.lists(st.one_of(WORDS, MARKS), max_size=60).map(" ".join) | st.lists(MARKS, max_size=60).map("".join) | st.text(max_size=60)


@given(TEXTS)
def test_quotations_nest_and_lie_in_the_text(text: str) -> None:
    """Every quotation is cut from the text, names a rule, and holds the others or stands apart from them."""
    quotations = khabar.extract_quotations(text)
    around: list[khabar.Quotation] = []
    for quotation in quotations:
        assert text[quotation.span.start : quotation.span.end] == quotation.span.text
        assert quotation.span.start <= quotation.content.start <= quotation.content.end <= quotation.span.end
        assert quotation.rule.startswith("quotation.")
        while around and around[-1].span.end <= quotation.span.start:
            around.pop()
        assert not around or quotation.span.end <= around[-1].span.end
        assert quotation.depth == len(around)
        around.append(quotation)


@given(TEXTS)
def test_marks_of_vowels_and_direction_change_no_kind(text: str) -> None:
    """A ḥaraka after a letter moves offsets only."""
    noisy = text.replace("ل", "ل\N{ARABIC FATHA}")
    assert [quotation.kind for quotation in khabar.extract_quotations(noisy)] == [
        quotation.kind for quotation in khabar.extract_quotations(text)
    ]
