"""Laws of attributions on any input: reports that make sense, reports that make none, and what is no text at all."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

import khabar
from khabar.testing import arabic_text, hostile_text

SOURCES = (
    "الوزير",
    "وزيرة الصحة ليلى منصور",
    "مصدر أمني",
    "صحيفة «المرفأ»",
    "بيان النقابة",
    "كمال الرفاعي، رئيس الغرفة",
    "الشركة التي تدير السد",
    "",
)
CUES = (
    "قال",
    "قالت",
    "وأضاف",
    "وأكدت",
    "ونقلت عن",
    "مشيرا إلى",
    "وفق",
    "بحسب ما أعلن",
    "وصف",
    "لم يذكر",
    "نفى",
    "على حد قوله",
    "جاء في",
    "قوله",
)
LINKS = ("إن", "أن", "أنها", ":", "إلى أن", "بأنه", "، أمس،", "في بيان", "للصحفيين إن", "")
CONTENTS = (
    "«الجسر سيفتح غدا»",
    "الطريق مغلقة",
    "المشروع «سيكون عبئا»",
    "«زرت مدرسة «النور» أمس»",
    "ارتفاع الأسعار",
    "العمال عادوا، مضيفا أن الأجور صرفت",
    "«لن نعود",
    "الحكومة قالت إن الموازنة جاهزة",
)
ENDS = (".", "، ", "، على حد تعبيره.", "، وفق الوكالة.", "\n\n", " ", "؟", "، فيما أكد العمال أن الأجور لم تتغير.")

PARTS = st.tuples(*(st.sampled_from(parts) for parts in (CUES, SOURCES, LINKS, CONTENTS)))
REPORTS = PARTS.map(" ".join) | PARTS.map(lambda parts: f"{parts[3]}، {parts[0]} {parts[1]}")
NEWS = st.lists(st.tuples(REPORTS, st.sampled_from(ENDS)).map("".join), min_size=1, max_size=5).map(" ".join)
TEXTS = st.one_of(NEWS, NEWS, arabic_text(), hostile_text())


@given(TEXTS)
def test_the_span_is_the_hull_of_the_parts(text: str) -> None:
    """From the first to the last of source, cue and content; nothing raises, and every part lies in the text."""
    for said in khabar.extract_attributions(text):
        parts = [part for part in (said.source, said.cue, *said.content) if part is not None]
        assert (said.span.start, said.span.end) == (min(part.start for part in parts), max(part.end for part in parts))
        relays = [part for relay in said.relays for part in (relay.source, relay.cue)]
        mention = said.speaker.mention if said.speaker is not None else None
        for part in (*parts, *relays, said.addressee, said.medium, said.antecedent, mention):
            assert part is None or (0 <= part.start < part.end <= len(text) and text[part.start : part.end] == part.text)


@given(TEXTS)
def test_content_comes_in_order(text: str) -> None:
    """The pieces of a content are in the order of the text and apart; none is empty or begins or ends with white space."""
    for said in khabar.extract_attributions(text):
        assert all(before.end <= after.start for before, after in pairwise(said.content))
        assert all(piece.text and piece.text == piece.text.strip() for piece in said.content)


@given(TEXTS)
def test_quotations_of_a_content_lie_in_it(text: str) -> None:
    """Positions of quotations ascend, lead into their layer, and name exactly those that lie in a piece of the content."""
    analysis = khabar.analyze(text)
    for said in analysis.attributions:
        inside = [
            index for index, quotation in enumerate(analysis.quotations) if any(piece.contains(quotation.span) for piece in said.content)
        ]
        assert list(said.quotations) == inside


@given(TEXTS)
def test_reports_nest(text: str) -> None:
    """An attribution lies in the content of the one that it names, never in its own, and the way outward ends."""
    attributions = khabar.extract_attributions(text)
    for position, said in enumerate(attributions):
        if said.nested_in is not None:
            holder = attributions[said.nested_in]
            assert said.nested_in != position
            assert any(piece.start <= said.content[0].start and said.content[-1].end <= piece.end for piece in holder.content)
        passed = {position}
        outer = said.nested_in
        while outer is not None:
            assert outer not in passed
            passed.add(outer)
            outer = attributions[outer].nested_in


@given(TEXTS)
def test_fields_agree_with_the_kind(text: str) -> None:
    """Only a credit line or dateline is without cue, content and form; only an implicit speaker has an antecedent."""
    for said in khabar.extract_attributions(text):
        named = said.kind in {khabar.AttributionKind.CREDIT, khabar.AttributionKind.DATELINE}
        assert (said.form is None) == named
        assert (not said.content) == named
        assert (said.cue_class is khabar.CueClass.CREDIT) == named
        assert (said.source is not None) or not named
        assert said.antecedent is None or (said.source is None and said.speaker is not None)
        assert said.rule.partition(".")[0] in {"attribution", "credit", "dateline"}
        if said.negated:
            assert said.factuality is khabar.Factuality.NEGATED
        if not named and said.kind is not khabar.AttributionKind.ACCORDING_TO:
            assert str(said.kind) == str(said.form)


NOISE = ("\N{ARABIC TATWEEL}", "\N{ARABIC FATHA}", "\N{RIGHT-TO-LEFT MARK}", "\N{LEFT-TO-RIGHT MARK}", "\N{ARABIC LETTER MARK}")
_NOISE = re.compile(f"[{''.join(NOISE)}]")
_INSIDE = re.compile(r"(?<=[ء-غف-ي])(?=[ء-غف-ي])")


def _plain(span: khabar.Span | None) -> str | None:
    return None if span is None else _NOISE.sub("", span.text)


def _told(text: str) -> list[object]:
    """Everything that an analysis says, without offsets and noise."""
    analysis = khabar.analyze(text)
    quotations: list[object] = [
        (str(quotation.kind), quotation.depth, quotation.opening, quotation.closing, _plain(quotation.span))
        for quotation in analysis.quotations
    ]
    attributions: list[object] = [
        (
            *(str(value) for value in (said.kind, said.form, said.cue_class, said.factuality, said.cue_lemma)),
            *(_plain(part) for part in (said.source, said.cue, said.addressee, said.medium, said.antecedent, *said.content)),
            *(_plain(part) for relay in said.relays for part in (relay.source, relay.cue)),
            _NOISE.sub("", said.speaker.name) if said.speaker is not None else None,
            (said.quotations, said.nested_in, said.nominal, said.negated, said.rule, said.trace),
        )
        for said in analysis.attributions
    ]
    return quotations + attributions


@given(NEWS, st.sets(st.integers(0, 300), max_size=30), st.sampled_from(NOISE))
def test_noise_within_words_moves_offsets_only(text: str, places: set[int], noise: str) -> None:
    """Tatweel, direction marks and fatḥas between the letters of words change nothing but offsets."""
    inside = [match.start() for match in _INSIDE.finditer(text)]
    chosen = sorted({inside[place % len(inside)] for place in places}) if inside else []
    pieces = [text[start:end] for start, end in pairwise((0, *chosen, len(text)))]
    assert _told(noise.join(pieces)) == _told(text)


_PAIRED = tuple(content for content in CONTENTS if content.count("«") == content.count("»"))
BALANCED = st.lists(st.sampled_from((*_PAIRED, "قال الوزير إن", "صحيفة “المرفأ”", "“لن نعود”", "وأضاف:", ".")), min_size=1, max_size=8).map(
    " ".join
)


@given(BALANCED, BALANCED)
def test_paragraphs_do_not_touch_each_other(first: str, second: str) -> None:
    """Where every mark has its partner, the quotations of two paragraphs are those of each."""
    gap = len(first) + 2
    expected = [
        (quotation.span.start + shift, quotation.span.end + shift, quotation.opening, quotation.closing, quotation.depth)
        for text, shift in ((first, 0), (second, gap))
        for quotation in khabar.extract_quotations(text)
    ]
    both = khabar.extract_quotations(f"{first}\n\n{second}")
    assert [(q.span.start, q.span.end, q.opening, q.closing, q.depth) for q in both] == expected
