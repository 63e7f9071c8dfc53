"""The subject that stands before its verb: a topic at the head of the clause, or what stands between كان and the verb.

Arabic prose puts the verb first; news puts the one who speaks first for emphasis, in headlines and after أن.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from khabar.extract.cues import Cue
from khabar.extract.cues.model import NOUN_PHRASE, QUOTATION
from khabar.extract.memo import by_word
from khabar.extract.noun_phrases import NounPhrase, noun_phrase
from khabar.extract.reports.objects import concerns_somebody
from khabar.extract.sheet import COMMAS, DASHES, Sheet
from khabar.extract.words import POINTING_BACK, has_personal_name, is_preposition, names_speaker
from khabar.model import Word
from khabar.spans import Span

ABOUT = frozenset({"عما", "مما", "ما", "بما", "لما", "كما"})
"""Words before a verb that make its clause the object of another."""
_GOES_ON = frozenset({"كان", "كانت", "زال", "زالت", "يزال", "تزال", "ظل", "ظلت", "بات", "باتت"})
"""Verbs between which and the next verb their subject stands."""
_OF_NOUNS = ("ه", "ات", "ها", "هم")
"""Endings of nouns that hardly any foreign name has."""
_CONTRASTS = frozenset({"لكن", "ولكن"})
_BEFORE_TOPIC = _CONTRASTS | {"ان", "وان"}
"""Words after which no indefinite noun stands before its verb."""
_CLOSING = frozenset({"contrast", "conjunction", "complementiser", "auxiliary"})
_CLAUSE_MARKS = COMMAS | DASHES | frozenset(":")


class Source(NamedTuple):
    """A source, its characters, and the rule that found it."""

    phrase: NounPhrase
    span: Span
    rule: str


def subject_before(sheet: Sheet, cue: Cue) -> Source | None:
    """«ليلى اعتبرت أن»، «لكن موسكو نفت»: a topic at the head of the clause that agrees with the verb."""
    if _has_conjunction(sheet, cue):
        return _fronted(sheet, cue)
    if cue.features.person == 1 or (cue.start_token and sheet.keys[cue.start_token - 1] == "كما"):
        return None
    if cue.start_token and (sheet.is_any(cue.start_token - 1, "relative") or sheet.keys[cue.start_token - 1] in ABOUT):
        return None  # «الأمر الذي نفاه»: what it is about, not who said it
    return topic_of(sheet, cue.start_token)


def topic_of(sheet: Sheet, verb: int) -> Source | None:
    """The noun phrase at the head of a clause with nothing but adverbials between it and the verb."""
    floor = max(sheet.sentence_start(verb), verb - 30)
    for start in _clause_starts(sheet, floor, verb):
        # «كان خان قد حث»: between كان and its verb stands the subject
        is_subject = start > floor and sheet.keys[start - 1].lstrip("وف") in _GOES_ON and start < verb
        if not (is_subject or _may_be_topic(sheet, start) or _is_contrasted(sheet, start, verb)):
            continue
        phrase = noun_phrase(sheet, start, verb)
        if phrase is None or not _only_adverbials(sheet, phrase.end, verb):
            continue
        if (
            sheet.is_mark(phrase.end, COMMAS)
            and start != sheet.sentence_start(start)
            and not sheet.is_any(start - 1, "contrast", "auxiliary")
        ):
            continue
        conjunction = sheet.keys[start][0] if sheet.has_conjunction(start) and not sheet.words[start].tags.get("given_name") else ""
        return Source(phrase, sheet.stretch(start, phrase.end, conjunction), "source.topic")
    return None


def follows_topic(sheet: Sheet, cue: Cue, end: int) -> bool:
    """«الصين تتهم واشنطن بنشر …»: the one noun phrase after a verb that needs an object, where a subject heads the sentence."""
    if cue.features.form != "imperfect" or end < cue.complement - 1 or not cue.entry.flag("complex"):
        return False
    return sheet.sentence_start(cue.token) == cue.start_token - 1


def follows_person(sheet: Sheet, cue: Cue) -> bool:
    """«سليمة فراجي، النائبة عن المدينة، دعت الحكومة إلى …»: a person heads the clause, and after the verb stands who is asked."""
    if not concerns_somebody(cue.entry) or not cue.start_token or _has_conjunction(sheet, cue):
        return False
    topic = topic_of(sheet, cue.start_token)
    if topic is None or topic.phrase.end + sheet.is_mark(cue.start_token - 1, COMMAS) != cue.start_token:
        return False
    start = topic.phrase.start
    if start != sheet.sentence_start(cue.token) and not sheet.is_any(start - 1, "contrast"):
        return False
    return has_personal_name(sheet, topic.phrase.start, topic.phrase.end)


def follows_complementiser(sheet: Sheet, cue: Cue) -> bool:
    """Between أن and a verb stands its subject, after it its object: «أن واشنطن تعتبر الحزب «خطرا»»، «أن المتهم هدد صاحب المنزل ب»."""
    is_object = cue.link is QUOTATION or (cue.link is NOUN_PHRASE and (cue.complement == cue.end_token or concerns_somebody(cue.entry)))
    topic = topic_of(sheet, cue.start_token) if is_object else None
    if topic is None or topic.phrase.end != cue.start_token or not topic.phrase.start:
        return False
    return sheet.is_any(topic.phrase.start - 1, "complementiser")


def follows_pronoun(sheet: Sheet, cue: Cue) -> bool:
    """«وذكرت أنها طالبت المنظمات بالتدخل»: the pronoun after أن is the subject, and the noun after the verb its object."""
    before = cue.start_token - 1
    reading = sheet.tag(before, "complementiser") if before >= 0 else None
    if reading is None or not reading.entry.flag("pronoun") or not concerns_somebody(cue.entry):
        return False
    return sheet.keys[before].endswith("ها") == (cue.features.gender == "f") and cue.features.number == "s"


def follows_kana(sheet: Sheet, cue: Cue) -> bool:
    """«وكان خان قد حث أنصاره»، «وكانت الوزارة انتقدت الخطة»: what stands between كان and the verb is the subject."""
    if cue.start_token > 1 and sheet.keys[cue.start_token - 1] in {"قد", "وقد"}:
        return True
    if cue.features.form != "perfect" or cue.link is not NOUN_PHRASE or _has_conjunction(sheet, cue):
        return False
    topic = topic_of(sheet, cue.start_token)
    if topic is None or not topic.phrase.start:
        return False
    return topic.phrase.end == cue.start_token and sheet.keys[topic.phrase.start - 1].lstrip("وف") in {"كان", "كانت"}


def _fronted(sheet: Sheet, cue: Cue) -> Source | None:
    """«أما مديرة المعرض، هند الكواري، فأوضحت أن»: the topic after أما, taken up by ف."""
    if not sheet.keys[cue.start_token].startswith("ف"):
        return None
    for index in range(cue.start_token - 1, max(sheet.sentence_start(cue.token), cue.start_token - 20) - 1, -1):
        if sheet.keys[index].lstrip("و") == "اما":
            phrase = noun_phrase(sheet, index + 1, cue.start_token)
            return Source(phrase, span_of(sheet, phrase), "source.fronted") if phrase else None
    return None


def _has_conjunction(sheet: Sheet, cue: Cue) -> bool:
    return cue.span.start > sheet.starts[cue.start_token]


def _clause_starts(sheet: Sheet, floor: int, position: int) -> Iterator[int]:
    """Where a clause that reaches the verb may begin, the nearest first: after a conjunction or comma, at the sentence start."""
    opening, closing, marks = sheet.opening, sheet.closing, sheet.marks_between(floor, position)
    walls = {mark for mark in marks if sheet.is_mark(mark, _CLAUSE_MARKS)}
    for index in range(position - 2, floor - 1, -1):
        if index in walls or index in opening or index in closing or _closes_clause(sheet.words[index]):
            yield index + 1
    if floor < position:
        yield floor


@by_word
def _closes_clause(word: Word) -> bool:
    """Whether a clause begins after a word: after لكن، أن، كان."""
    return word.key in _GOES_ON or not word.classes.isdisjoint(_CLOSING)


def _is_contrasted(sheet: Sheet, position: int, verb: int) -> bool:
    """«لكن كلاين شككت في الأمر»، «أن كلاين أخبره أن»، «لكن كلاين والوزير قالا»: an unknown word before the verb is a name."""
    word, key = sheet.words[position], sheet.keys[position]
    if not position or word.tags or word.definite or sheet.keys[position - 1] not in _BEFORE_TOPIC:
        return False
    if key.endswith(_OF_NOUNS) and sheet.keys[position - 1] not in _CONTRASTS:
        return False
    return position == verb - 1 or (position < verb - 1 and sheet.keys[position + 1].startswith("و"))


def _may_be_topic(sheet: Sheet, position: int) -> bool:
    if position in sheet.opening or is_preposition(sheet, position) or sheet.is_any(position, "complementiser", "conjunction", "contrast"):
        return False
    if names_speaker(sheet, position):
        return True
    if sheet.keys[position] in POINTING_BACK and position + 1 < len(sheet) and names_speaker(sheet, position + 1):
        return True  # «نفس المصادر أكدت»، «هذه المنظمة تقول»
    if position + 2 < len(sheet) and sheet.is_mark(position + 1, COMMAS) and sheet.is_any(position + 2, "relative"):
        return True  # «كلاين، التي زارت المخيم، قالت إن»
    key = sheet.keys[position].lstrip("وف")
    return key.startswith("ال") and not sheet.is_any(position, "relative", "adverb", "preposition")


def _only_adverbials(sheet: Sheet, position: int, stop: int) -> bool:
    while position < stop:
        after_date = sheet.after_date(position)
        if after_date:
            position = after_date
        elif sheet.is_any(position, "adverb", "auxiliary") or sheet.is_mark(position, COMMAS):
            position += 1
        else:
            return False
    return True


def span_of(sheet: Sheet, phrase: NounPhrase, peel: str = "") -> Span:
    """The characters of a noun phrase, without a preposition (`peel`) written before its first word."""
    if peel:
        key = sheet.keys[phrase.start]
        if not key.startswith(peel) or key.startswith("لل"):
            peel = ""
    return sheet.stretch(phrase.start, phrase.end, peel)
