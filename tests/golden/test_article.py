"""The example article, read as its author meant it."""

from __future__ import annotations

import datetime as dt
import functools
from pathlib import Path

import pytest

import khabar

ARTICLE = Path(__file__).parents[2] / "examples" / "article.txt"


@functools.cache
def analysis() -> khabar.Analysis:
    """The article with its day of publication."""
    return khabar.analyze(ARTICLE.read_text(encoding="utf-8"), creation_time=dt.date(2025, 3, 12))


QUOTATIONS = [
    ("لن ينتظر سكان الجنوب", "speech", "قالت", "ليلى بن منصور"),
    ("سنبدأ الحفر", "speech", "أضافت", "ليلى بن منصور"),
    ("دفعت ثمن", "fragment", "أكد", "حاتم الجلاصي"),
    ("خطوة متأخرة", "fragment", "وصف", "يوسف الطرابلسي"),
    ("نحن لسنا ضد المحطة", "speech", "قالت", "نادية الشابي"),
    ("من سيعوض", "speech", "تتساءل", "نادية الشابي"),
]


@pytest.mark.parametrize(("beginning", "kind", "cue", "speaker"), QUOTATIONS)
def test_words_have_their_speakers(beginning: str, kind: str, cue: str, speaker: str) -> None:
    """Everything that somebody said is theirs, by the name that the article gives in full."""
    (quotation,) = (found for found in analysis().quotations if found.content.text.startswith(beginning))
    said = analysis().attribution_of(quotation)
    assert said is not None
    assert said.cue is not None
    assert said.speaker is not None
    assert (kind, cue, speaker) == (str(quotation.kind), said.cue.text, said.speaker.name)


@pytest.mark.parametrize("name", ["صوت الساحل", "بحرنا", "الميناء"])
def test_names_are_no_speech(name: str) -> None:
    """A radio station, an association and a newspaper are names."""
    (quotation,) = (found for found in analysis().quotations if found.content.text == name)
    assert quotation.kind is khabar.QuotationKind.NAME


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("أمس الثلاثاء", "2025-03-11"),
        ("مطلع أبريل المقبل", "2025-04"),
        ("نهاية عام 2028", "2028"),
        ("أغسطس 2024", "2024-08"),
        ("15 يناير 2025", "2025-01-15"),
        ("سبعينيات القرن الماضي", "197"),
        ("يوم الخميس 20 مارس 2025", "2025-03-20"),
        ("20 رمضان 1446هـ", "2025-03-20"),
        ("الساعة العاشرة صباحاً", "2025-03-20T10"),
        ("كل أسبوعين", "P2W"),
        ("الشهر المقبل", "2025-04"),
    ],
)
def test_dates_have_their_values(words: str, value: str) -> None:
    """Each expression of time has the value that a reader gives it."""
    assert value in [date.value for date in analysis().dates if date.span.text == words]


def test_words_are_relayed() -> None:
    """What an official told a radio station is his, relayed by the station."""
    (said,) = (found for found in analysis().attributions if any("التوقيع تأخر" in piece.text for piece in found.content))
    assert said.source is not None
    assert "مسؤول في شركة المياه" in said.source.text
    assert [relay.source.text for relay in said.relays if relay.source] == ["إذاعة «صوت الساحل»"]


def test_agencies_are_credited() -> None:
    """The line after the headline is a dateline, the agencies at the end are a credit line."""
    credited = {found.source.text: str(found.kind) for found in analysis().attributions if found.source and found.cue is None}
    assert credited == {"تونس - وكالات": "dateline", "وكالات": "credit"}


def test_a_headline_and_a_credit_are_sentences_of_their_own() -> None:
    """Lines without a full stop end with the line."""
    sentences = [sentence.span.text for sentence in analysis().sentences]
    assert sentences[0] == "أكبر عقد لتحلية مياه البحر في صفاقس منذ عقدين"
    assert sentences[-1] == "(وكالات)"
