"""Gender and number: which verbs, participles and pronouns may refer to which noun phrase."""

from __future__ import annotations

from typing import TypeAlias

from khabar.extract.attributions.name_words import source_noun
from khabar.extract.attributions.speaker_types import GROUP, PERSON
from khabar.extract.cues import Cue, CueForm
from khabar.extract.memo import by_word
from khabar.extract.sheet import Sheet
from khabar.model import Reading, SpeakerType, Word

Agreement: TypeAlias = frozenset[tuple[str, str]]
"""Pairs of gender (m, f) and number (s, d, p)."""

MASCULINE: Agreement = frozenset({("m", "s")})
FEMININE: Agreement = frozenset({("f", "s")})
UNTOLD: Agreement = MASCULINE | FEMININE
"""Of a person whose name does not tell: a surname, a foreign name."""
PEOPLE: Agreement = frozenset({("m", "p")})
THINGS: Agreement = frozenset({("f", "s"), ("f", "p"), ("m", "p")})
"""A plural of things takes the feminine singular; news writes the masculine plural too of sources and bodies."""
DUALS: Agreement = frozenset({("m", "d"), ("f", "d"), ("m", "p")})

_WITH_PRONOUN = frozenset({CueForm.ACCORDING_TO, CueForm.MASDAR})
"""Cues whose pronoun tells who is meant: «بحسبه»، «قوله»."""

_PARENTS = {"ام": FEMININE, "ابو": MASCULINE, "وابو": MASCULINE, "عبد": MASCULINE}
_PRONOUNS: dict[str, Agreement] = {
    "هما": DUALS,
    "هم": PEOPLE,
    "هن": frozenset({("f", "p")}),
    "ها": FEMININE,
    "ه": MASCULINE,
}


def agreement_of(sheet: Sheet, head: int, name: tuple[int, int] | None, kind: SpeakerType, end: int) -> Agreement:
    """How verbs agree with a noun phrase.

    Args:
        sheet: the tokens.
        head: position of the head noun, or of the first word of a name.
        name: the personal name in the phrase.
        kind: what the phrase names.
        end: position after the phrase.
    """
    agreement = _of_head(sheet, head, name, kind)
    joined = end - head > 1 and any(map(is_coordinate, sheet.words[head + 1 : end]))
    return agreement | DUALS if joined else agreement


def _of_head(sheet: Sheet, head: int, name: tuple[int, int] | None, kind: SpeakerType) -> Agreement:
    if head in sheet.opening:  # a name in marks: «سانتا»، «العربية»
        return FEMININE if head + 1 < len(sheet) and sheet.written(head + 1).endswith("ية") else UNTOLD
    reading = source_noun(sheet, head) or sheet.words[head].tags.get("honorific")
    if reading is not None and (name is None or head < name[0] or kind is not PERSON):
        return agreement_of_noun(reading, kind)
    if name is not None and kind is PERSON:
        given = sheet.words[name[0]].tags.get("given_name")
        if given is None:
            return _PARENTS.get(sheet.keys[name[0]], UNTOLD)
        gender = given.entry.string("gender")
        return frozenset({(gender, "s")}) if gender else UNTOLD
    place = sheet.words[head].tags.get("place")
    if place is not None:
        return MASCULINE if place.entry.string("gender") == "m" else FEMININE
    key = sheet.keys[head]
    if key.endswith(("ون", "ين")):
        return PEOPLE
    return FEMININE | PEOPLE if key.endswith("ات") else FEMININE if key.endswith("ه") else MASCULINE


def agreement_of_noun(reading: Reading, kind: SpeakerType) -> Agreement:
    """How verbs agree with a noun that names one of a kind."""
    gender, number = reading.features.gender or "m", reading.features.number or "s"
    if number == "p":
        return PEOPLE | (frozenset({("f", "p")}) if gender == "f" else frozenset()) if _names_people(reading, kind) else THINGS
    found = frozenset({(gender, number)})
    return found | PEOPLE if kind is GROUP else found


def _names_people(reading: Reading, kind: SpeakerType) -> bool:
    """Whether a plural is of persons, to whom a verb without a subject refers in the plural: «المواطنون»، not «المصادر»."""
    return kind is PERSON or reading.entry.string("type") == "person"


@by_word
def is_coordinate(word: Word) -> bool:
    """«بيونغ يانغ | وموسكو»: whether و joins a second name to the one before it."""
    if not word.readings or word.readings[0].proclitics != "و":
        return False
    return word.readings[0].entry.lexical_class in {"place", "given_name"}


def wanted(sheet: Sheet, cue: Cue) -> Agreement | None:
    """The genders and numbers that a cue without a subject allows; None where it does not tell."""
    if cue.form in _WITH_PRONOUN:
        return pronoun_of(sheet, cue.end_token - 1)
    features = cue.features
    if features.person in {1, 2} or not features.gender:
        return None
    return frozenset({(features.gender, features.number or "s")})


def pronoun_of(sheet: Sheet, position: int) -> Agreement | None:
    """The pronoun at the end of قوله، تعبيرها، وصفهم."""
    key = sheet.keys[position]
    for ending, found in _PRONOUNS.items():
        if key.endswith(ending) and len(key) > len(ending) + 1:
            return found
    return None
