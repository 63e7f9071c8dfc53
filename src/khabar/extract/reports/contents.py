"""The extent of what is reported: from the complement to where the report ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from khabar.extract.cues import Cue
from khabar.extract.cues.model import (
    ACCORDING_TO,
    CLAUSE,
    MASDAR,
    NOUN_PHRASE,
    PARTICIPLE,
    PRECEDING,
    REPORTED_IN,
    SPEECH_NOUN,
    VERB,
)
from khabar.extract.memo import by_word
from khabar.extract.reports.beginnings import first_mark, first_of, is_setting
from khabar.extract.sheet import COMMAS, DASHES, STOPS, Sheet
from khabar.model import Word
from khabar.segment.pairs import MarkPair
from khabar.spans import Span

_FINITE = (VERB, REPORTED_IN)
_REMARKS = frozenset({"خطوه", "اشاره"})
_OPEN_REMARK = frozenset({"في", "وهو", "وهي", "وذلك", "من", "دون"})
_NAMES = frozenset({"source_noun", "given_name", "homograph"})
_CONTRASTED = 3
"""Tokens of the subject between لكن, without a comma before it, and its verb."""
_SUBORDINATOR = 3
"""Tokens that a conjunction before a fronted clause may have: «في الوقت الذي»."""
_SUBJECT = 4
"""Tokens of the subject between that conjunction and its verb: «رغم أن | وزارة النقل | أعلنت»."""
_JOINING = frozenset({"contrast", "conjunction"})
_OF_CLAUSE = frozenset({"ان", "الذي"})
_MOST_CUES = 12
"""Cues inside a report after which none is asked whether it ends the report."""


class Cues:
    """The cues of a text by position, for the question where a report ends."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self.all = sorted(cues, key=attrgetter("start_token"))
        self.starts = [cue.start_token for cue in self.all]

    def between(self, start: int, end: int) -> Sequence[Cue]:
        """The cues that begin between two positions."""
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def content_of(sheet: Sheet, cue: Cue, cues: Cues, subject_end: int = 0) -> tuple[tuple[Span, ...], str]:
    """The words that a cue reports, and the rule that found them.

    Args:
        sheet: the tokens.
        cue: any cue but an according-to phrase.
        cues: every cue of the text.
        subject_end: position after the subject, which an object without preposition follows.
    """
    if cue.link is PRECEDING:
        return _around(sheet, cue, cues)
    first = first_of(sheet, cue, subject_end)
    pair = sheet.opening.get(first)
    if pair is not None:
        end = _after_quotation(sheet, cue, pair, cues)
        if end is None:
            return (pair.span,), "content.quotation"
        return (sheet.cut(pair.span.start, sheet.ends[end - 1]),), "content.quotation-goes-on"
    end = clause_end(sheet, first, cues, cue)
    if end <= first or first >= sheet.sentence_end(cue.token) or (cue.link is NOUN_PHRASE and sheet.after_date(first) >= end):
        return (), "content.none"  # «ستعلن غدا»: a time is no object
    if cue.complement == first and cue.link is NOUN_PHRASE:
        start = _without_preposition(sheet, cue)
    else:
        start = sheet.starts[first] if cue.link is CLAUSE else sheet.start_without_conjunction(first)
    return (sheet.cut(start, sheet.ends[end - 1]),), "content." + cue.link


def _without_preposition(sheet: Sheet, cue: Cue) -> int:
    key = sheet.keys[cue.content]
    prepositions = cue.entry.strings("prep")
    return sheet.without(cue.content, key[0]) if len(key) > 3 and key[0] in prepositions else sheet.starts[cue.content]


def _around(sheet: Sheet, cue: Cue, cues: Cues) -> tuple[tuple[Span, ...], str]:
    """«…»، تقول الممرضة، «…»: the quotation before the cue, and the one after it where the same speech goes on."""
    first = sheet.opening[cue.content]
    limit = min(sheet.sentence_end(cue.token) + 1, cue.token + 25, len(sheet))
    for index in range(cue.end_token, limit):
        pair = sheet.opening.get(index)
        if pair is not None and sheet.is_mark(index - 1, COMMAS | DASHES | frozenset(":")):
            if not cues.between(cue.end_token, index):
                return (first.span, pair.span), "content.split"
            break
    return (first.span,), "content.preceding"


def _after_quotation(sheet: Sheet, cue: Cue, pair: MarkPair, cues: Cues) -> int | None:
    """Where a report that opens with a quotation ends, if it goes on after the closing mark; None if it ends there."""
    joined: int | None = None  # after the last of «…» و«…» و«…»
    while True:
        after = sheet.before(pair.span.end) + 1
        end = sheet.sentence_end(max(cue.content, after - 1))
        if after >= end or sheet.is_mark(after, STOPS):
            return joined
        if after + 1 >= end or after + 1 not in sheet.opening or sheet.keys[after].strip("ـ") != "و":
            break
        pair = sheet.opening[after + 1]
        joined = sheet.before(pair.span.end) + 1
    if cue.entry.flag("complex") and cue.features.enclitic:
        return joined  # «ما أسماه «الخط الأحمر» تراجع»: a name, which ends with its marks
    if sheet.is_punctuation(after):
        return _coordinated_clause(sheet, after, end, cues, cue) or joined
    if cue.link is CLAUSE and after - cue.content <= 5 and not cues.between(after, after + 1) and not sheet.is_any(after, "contrast"):
        return clause_end(sheet, after, cues, cue)  # «إن «انفجارات» وقعت»
    if sheet.keys[after] == "في" and after + 1 < end and sheet.keys[after + 1] in _REMARKS:
        return joined  # ««…» في إشارة إلى المحتجين»
    if sheet.has_conjunction(after) or cues.between(after, after + 1) or sheet.is_any(after, "contrast", "conjunction"):
        return _coordinated_clause(sheet, after - 1, end, cues, cue) or joined
    return clause_end(sheet, after, cues, cue)


def _coordinated_clause(sheet: Sheet, mark: int, end: int, cues: Cues, cue: Cue) -> int | None:
    """«أن «…»، وأن …»: the report goes on after the mark where the complementiser is repeated."""
    follow = mark + 1
    if follow < end and cue.link is CLAUSE and sheet.tag(follow, "complementiser") and sheet.has_conjunction(follow):
        return clause_end(sheet, follow + 1, cues, cue)
    return None


def clause_end(sheet: Sheet, start: int, cues: Cues, cue: Cue) -> int:
    """Position after the last token of a reported clause that begins at `start`.

    It ends at the sentence's or the surrounding quotation's end, before a coordinated cue (وقال، مضيفا), before a
    contrast with a cue of its own (فيما أكد), before a final according-to phrase and before a remark of the
    narrator (من دون أن يحدد).
    """
    limit = sheet.sentence_end(start)
    around = sheet.pair_around(cue.token)
    if around is not None:  # in the words of another a report ends with its sentence
        limit = min(limit, sheet.before(around.content.end) + 1)
        limit = first_mark(sheet, STOPS, start, limit)
    end = limit
    for other in cues.between(start, limit)[:_MOST_CUES]:
        if other.token == cue.token:
            continue
        cut = _cut_before(sheet, other, cue, start, limit)
        if cut is not None:
            end = cut
            break
    if cue.form is SPEECH_NOUN:  # «رغم الادعاء بأنه خطر | فقد كشفت الوثائق»
        end = next((index for index in range(start + 1, end) if sheet.keys[index] == "فقد"), end)
    end = min(end, _narrator(sheet, start, end))
    return _trim(sheet, start, end)


def _cut_before(sheet: Sheet, other: Cue, cue: Cue, start: int, limit: int) -> int | None:
    """Position at which another cue ends this report; None where it is part of the report."""
    position = other.start_token
    if other.is_impersonal:
        return None  # a forecast that the report goes on with: «ويتوقع أن»
    inside = sheet.pair_around(position)
    if inside is not None and inside.content.start > cue.span.end and inside.depth >= 0 and sheet.starts[start] <= inside.span.start:
        return None
    if other.form not in _FINITE:
        return _cut_before_noun(sheet, other, start, limit)
    before = position - 1
    if before > start and sheet.keys[before] == "حيث" and sheet.is_mark(before - 1, COMMAS) and other.link is CLAUSE:
        return before
    conjunction = other.span.start > sheet.starts[position]
    if conjunction and other.link is not NOUN_PHRASE:
        return position
    if conjunction and before >= start and sheet.is_mark(before, COMMAS):
        return position
    if other.entry.flag("complex") and other.features.enclitic:
        return None  # «فيما وصفه بأنه»: what he called
    if before > start and sheet.is_mark(before, COMMAS) and _is_fronted(sheet, cue):
        return before  # «وبينما نفت الحكومة الخبر، أكدت المعارضة أنه صحيح»: the main clause
    return _contrast_before(sheet, before, start)


def _is_fronted(sheet: Sheet, cue: Cue) -> bool:
    """Whether a cue stands in the subordinate clause with which its sentence begins: بينما نفت، بعد أن ذكر، في الوقت الذي أكد فيه."""
    first = sheet.sentence_start(cue.token)
    if cue.start_token - first > _SUBORDINATOR + _SUBJECT:
        return False
    for index in range(first, min(cue.start_token, first + _SUBORDINATOR)):
        if index > first and "preposition" not in sheet.words[first].classes:
            return False
        if not sheet.words[index].classes.isdisjoint(_JOINING) or (index > first and sheet.keys[index] in _OF_CLAUSE):
            return True
    return False


def _cut_before_noun(sheet: Sheet, other: Cue, start: int, limit: int) -> int | None:
    """The same for a cue that is no finite verb: a participle ends the report before it, a noun of saying only after مع."""
    position, form = other.start_token, other.form
    if form is ACCORDING_TO:
        return None if position <= start + 1 else _final_according_to(sheet, other, limit)
    if form is PARTICIPLE:
        return position if position > start else None
    if form is SPEECH_NOUN:
        return position - 1 if position - 1 > start and sheet.keys[position - 1] == "مع" else None
    return _main_verb(sheet, other, start) if form is MASDAR else None


def _contrast_before(sheet: Sheet, before: int, start: int) -> int | None:
    """A contrast whose clause ends with this token, with a subject of its own: فيما أكد، لكن الوزارة نفت."""
    first = max(start, before - 12)
    if not any("contrast" in word.classes for word in sheet.words[first : before + 1]):
        return None
    for index in range(before, first - 1, -1):
        if sheet.is_punctuation(index):
            if sheet.is_mark(index, STOPS) or (sheet.is_mark(index, COMMAS) and index < before - 8):
                break
        elif "contrast" in sheet.words[index].tags and index > start:
            near = index >= before - _CONTRASTED and sheet.keys[index] == "لكن"
            if near or index == before or sheet.is_punctuation(index - 1):
                return index
    return None


def _main_verb(sheet: Sheet, other: Cue, start: int) -> int | None:
    """«…، وتابعت بالقول»، «…، ونقلت عنه وسائل إعلام قوله»: position of the coordinated verb that the noun completes."""
    is_light = other.span.text.startswith("ب")
    for index in range(other.start_token - 1, max(start, other.start_token - (6 if is_light else 25)), -1):
        reading = sheet.tag(index, "reporting_verb")
        if reading is not None and reading.features.form == "perfect" and (is_light or reading.entry.string("relay")):
            return index if reading.proclitics else None
    return None


def _final_according_to(sheet: Sheet, other: Cue, limit: int) -> int | None:
    """A final according-to phrase ends the report; one with more of the report after it stays inside."""
    follow = first_mark(sheet, COMMAS, other.end_token, limit) + 1
    if follow < limit and sheet.keys[follow] in {"فان", "فانه", "فانها"}:
        return None
    if follow < limit and not sheet.is_any(follow, "relative", "reporting_verb"):
        return None
    return other.start_token


def _narrator(sheet: Sheet, start: int, end: int) -> int:
    """Where a remark of the narrator begins: «، من دون أن يحدد عددهم»، «، وذلك في رده على سؤال»."""
    for mark in sheet.marks_between(start, end - 2):
        if _may_open_remark(sheet.words[mark + 1]) and sheet.is_mark(mark, COMMAS) and _is_remark(sheet, mark + 1, end):
            return mark + 1
    return end


@by_word
def _may_open_remark(word: Word) -> bool:
    """Whether a remark of the narrator may begin with a word."""
    return word.key in _OPEN_REMARK or _may_be_circumstance(word)


def _is_remark(sheet: Sheet, index: int, end: int) -> bool:
    """Whether a remark of the narrator begins at the token after a comma, which is not the last before `end`."""
    key, follow = sheet.keys[index], sheet.keys[index + 1]
    if _is_circumstance(sheet, index):
        return True
    if key == "في":
        return follow in _REMARKS
    if key in {"وهو", "وهي"}:
        return follow == "ما" and index + 2 < end and sheet.is_any(index + 2, "reporting_verb")
    if key == "وذلك":
        return is_setting(sheet, index + 1)
    return (key == "من" and follow == "دون") or (key == "دون" and follow == "ان")


def _is_circumstance(sheet: Sheet, position: int) -> bool:
    """«، رافضا استغلال الأزمة»: a participle of speaking in the accusative goes on with the narrator's verb, with a bare object too."""
    if not _may_be_circumstance(sheet.words[position]):
        return False
    follow = position + 1
    return sheet.keys[position].endswith("ا") or (follow < len(sheet) and sheet.words[follow].definite)


@by_word
def _may_be_circumstance(word: Word) -> bool:
    """Whether a word is a participle of speaking in the accusative, and no noun or name, as far as it alone tells."""
    reading = word.tags.get("reporting_verb")
    if reading is None or reading.features.form != "participle" or reading.article or reading.proclitics:
        return False
    return word.key.endswith(("ا", "ه")) and word.classes.isdisjoint(_NAMES)


def _trim(sheet: Sheet, start: int, end: int) -> int:
    """Without marks and conjunctions at the end; closing marks of quotations and brackets stay."""
    while end > start:
        last = end - 1
        if last in sheet.closing:
            break
        if sheet.is_punctuation(last):
            if sheet.written(last) in {")", "]"}:
                break
        elif sheet.keys[last] not in {"و", "في"} and "contrast" not in sheet.words[last].tags:
            break
        end -= 1
    return end
