"""To whom and where something was said: للصحفيين، في بيان."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

from khabar.extract.attributions.draft import Stretch
from khabar.extract.cues.model import ACCORDING_TO, CLAUSE, NOUN_PHRASE, PARTICIPLE, PRECEDING, VERB
from khabar.extract.memo import by_word
from khabar.extract.reports import Report
from khabar.extract.reports.objects import person_addressed
from khabar.extract.sheet import STOPS, Sheet
from khabar.extract.words import REMARKING, is_addressed
from khabar.model import Word
from khabar.spans import Span

_IN = frozenset(conjunction + word for conjunction in ("", "و", "ف") for word in ("في", "خلال", "علي", "عبر", "ضمن"))
_ONE_OF = frozenset({"احد", "احدي", "اول", "اخر"})
_ADDRESSING = frozenset({VERB, ACCORDING_TO, PARTICIPLE})
_MEDIUM = frozenset({"medium_noun"})
_ATTRIBUTES = 3
"""Words of annexation and adjectives after the head of addressee or medium."""


def setting_zone(sheet: Sheet, report: Report, stretches: Sequence[Stretch]) -> tuple[int, int]:
    """Positions between which addressee and medium are looked for: from the cue to its complement.

    Args:
        sheet: the tokens.
        report: the report.
        stretches: the positions of its content.
    """
    cue = report.cue
    if cue.link is PRECEDING or cue.form is ACCORDING_TO:
        return cue.end_token, min(sheet.sentence_end(cue.token), cue.end_token + 20)
    if cue.link is NOUN_PHRASE and stretches:  # «أكد المدير لـ«الميناء» | أهمية المشروع»
        return cue.end_token, max(cue.complement, stretches[0][0])
    return cue.end_token, cue.complement


def addressee_of(sheet: Sheet, report: Report, zone: tuple[int, int]) -> Span | None:
    """«قال للصحفيين إن»، «أبلغ النواب أن»: whom the words were said to.

    Args:
        sheet: the tokens.
        report: the report.
        zone: its `setting_zone`.
    """
    cue = report.cue
    if cue.form not in _ADDRESSING:
        return None
    start, end = zone
    for index in compress(range(start, end), map(_may_be_addressed, sheet.words[start:end])):
        if not _is_of_source(report, index) and is_addressed(sheet, index):
            return _addressed(sheet, index, end)
    if cue.entry.flag("person") and cue.link is CLAUSE:
        phrase = person_addressed(sheet, cue, report.source)
        return sheet.cut(sheet.starts[phrase.start], sheet.ends[phrase.end - 1]) if phrase else None
    return None


def _is_of_source(report: Report, position: int) -> bool:
    """Whether the token belongs to the phrase of the speaker, or is the preposition before it: وفقا لـ«الميناء»."""
    source = report.source
    return source is not None and source.start - (report.cue.entry.string("prep") == "ل") <= position < source.end


@by_word
def _may_be_addressed(word: Word) -> bool:
    """Whether a word may begin with the preposition before an addressee: للصحفيين، ولقناة."""
    return word.key.startswith(("ل", "ول", "فل"))


def _addressed(sheet: Sheet, index: int, end: int) -> Span | None:
    if sheet.keys[index] == "ل":
        pair = sheet.opening.get(index + 1)
        if pair is not None:
            return pair.span
        return _short(sheet, index + 1, end) if index + 1 < end else None
    span = _short(sheet, index, end)
    if span is None or sheet.keys[index].startswith("لل"):
        return span
    return sheet.cut(sheet.without(index, "ل"), span.end)


def medium_of(sheet: Sheet, report: Report, zone: tuple[int, int]) -> Span | None:
    """«قال في مؤتمر صحفي إن»، «وفي مقال نشرته الصحيفة، أكد»: where the words were said or written.

    Args:
        sheet: the tokens.
        report: the report.
        zone: its `setting_zone`.
    """
    start, end = zone
    # what belongs to the source is no setting: «المشرف على البرنامج»
    inside = report.source is not None and start <= report.source.start < end
    found = _medium(sheet, report.source.end if inside and report.source else start, end)
    if found is None and report.cue.form is VERB:
        # «الخبير الذي شارك في المؤتمر قال»
        stop = report.cue.start_token
        if report.source is not None and report.source.start < stop:
            stop = report.source.start
        found = _medium(sheet, sheet.sentence_start(report.cue.token), stop)
    return found


def _medium(sheet: Sheet, start: int, end: int) -> Span | None:
    if start + 1 >= end:
        return None
    for noun in sheet.positions(_MEDIUM, start + 1, end):
        first = noun - 1 if noun - 2 >= start and sheet.keys[noun - 1] in _ONE_OF else noun
        if sheet.keys[first - 1] in _IN:
            is_over = any(sheet.is_mark(index, STOPS) for index in range(start, first))
            return None if is_over else _short(sheet, first, end)
    return None


def _short(sheet: Sheet, start: int, end: int) -> Span | None:
    """Head, annexation and quoted name, without relative clauses and further prepositional phrases."""
    index, words = start, 0
    while index < end and words <= _ATTRIBUTES:
        pair = sheet.opening.get(index)
        if pair is not None:
            index = sheet.before(pair.span.end) + 1
            break
        if index > start and (sheet.keys[index] in REMARKING or sheet.after_date(index) or is_addressed(sheet, index)):
            break
        name = sheet.media.get(index)
        if name is not None and index + 1 < name.end_token <= end:
            index, words = name.end_token, words + 1  # «مراسل الجوهرة أف أم»
            continue
        if sheet.is_punctuation(index) or (
            index > start and (sheet.is_any(index, "preposition", "relative", "complementiser", "pronoun_preposition"))
        ):
            break
        index += 1
        words += 1
    return sheet.cut(sheet.starts[start], sheet.ends[index - 1]) if index > start else None
