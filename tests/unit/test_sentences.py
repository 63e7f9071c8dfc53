"""Sentences: spans, paragraphs, rules and the policy for quotations."""

from __future__ import annotations

import pytest

from khabar.segment.sentences import PARAGRAPH_END, split_sentences


def _texts(text: str, inside_quotations: bool = False) -> list[str]:
    return [sentence.span.text for sentence in split_sentences(text, inside_quotations)]


def test_empty_text_has_no_sentence() -> None:
    """Where there is no token there is no sentence."""
    assert split_sentences("") == ()
    assert split_sentences(" \n\t\N{ZERO WIDTH NON-JOINER}\n") == ()


def test_paragraph_end_is_a_boundary_without_a_mark() -> None:
    """A headline ends with its line, and paragraphs are counted with the empty ones."""
    first, second = split_sentences("افتتاح المعرض\n\nوصل الزوار صباحا")
    assert (first.span.text, first.paragraph, first.rule) == ("افتتاح المعرض", 0, PARAGRAPH_END)
    assert (second.span.text, second.paragraph) == ("وصل الزوار صباحا", 2)


def test_span_leaves_out_what_is_invisible_at_its_edges() -> None:
    """A sentence runs from its first to its last visible character."""
    mark = "\N{RIGHT-TO-LEFT MARK}"
    (sentence,) = split_sentences(f" {mark}وصل الوفد.{mark} ")
    assert (sentence.span.start, sentence.span.text) == (2, "وصل الوفد.")


def test_both_policies_for_quotations() -> None:
    """A sentence inside a quotation ends only where the caller asks for it."""
    text = "قالت المديرة: «انتهى العمل. سنفتح الأبواب غدا». وغادرت القاعة."
    assert len(_texts(text)) == 2
    assert _texts(text, inside_quotations=True) == ["قالت المديرة: «انتهى العمل.", "سنفتح الأبواب غدا».", "وغادرت القاعة."]


@pytest.mark.parametrize("opening", ["«", "“", '"', "(", "„", "‹"])
def test_unclosed_opening_does_not_swallow_sentences(opening: str) -> None:
    """A quotation or bracket that is never closed holds back no boundary after it."""
    assert len(_texts(f"قال المدير: {opening}انتهى العمل. وغادر القاعة. وعاد مساء.")) == 3


def test_stray_mark_does_not_turn_the_others_around() -> None:
    """After a stray mark the quotations of the paragraph stay whole, and sentences between them are split."""
    text = 'وصل الوزير" أمس. وقال: "نجحنا. شكرا لكم". وأضاف: "سنعود. إلى اللقاء". وغادر.'
    assert len(_texts(text)) == 4


@pytest.mark.parametrize(("opening", "closing"), ["«»", "()"])
def test_marks_far_from_each_other_hold_nothing_together(opening: str, closing: str) -> None:
    """An opening and a closing mark with pages between them are two mistakes, not one quotation."""
    pages = "وصل الوفد إلى المدينة. " * 400
    assert len(_texts(f"قال المدير {opening}نعم. {pages}ثم عاد{closing}.")) > 400


def test_stray_closing_mark_stays_with_its_sentence() -> None:
    """A closing mark that was never opened is not the head of the next sentence."""
    assert _texts('تغادر القافلة غدا." وعاد الركاب.')[0] == 'تغادر القافلة غدا."'


def test_wrong_type_is_named_with_its_cure() -> None:
    """Bytes are refused with a word on how to decode them."""
    with pytest.raises(TypeError, match="decode"):
        split_sentences(b"abc")  # type: ignore[arg-type]
