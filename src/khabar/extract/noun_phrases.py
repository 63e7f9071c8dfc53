"""The maximal noun phrase that begins at a token: head, annexation, adjectives, apposition, quoted name.

It stops before adverbials of time and place, before an addressee (للصحفيين) or a medium (في بيان), before a verb
of speech and at marks that no apposition bridges. Guideline: the source is the maximal noun phrase.
"""

from __future__ import annotations

from typing import NamedTuple

from khabar.extract.sheet import COMMAS, DASHES, Sheet

LIMIT = 40
"""Tokens that a noun phrase may have."""

_ATTRIBUTIVE = frozenset({"في", "من", "ب"})
_CLAUSE_PRONOUNS = frozenset({"هو", "هي", "هم", "هما", "هن", "نحن", "انا", "انت", "هذا", "هذه", "ذلك", "تلك"})
_PRONOUNS = _CLAUSE_PRONOUNS | {"نفسه", "نفسها", "ذاته", "ذاتها"}
_ALWAYS = frozenset({"من", "في", "عن", "الي", "بين", "مع", "ما"})
_ALSO_RELATIVE = frozenset({"من", "ما", "مما"})


class NounPhrase(NamedTuple):
    """Tokens of a noun phrase."""

    start: int
    end: int


def noun_phrase(sheet: Sheet, start: int, stop: int) -> NounPhrase | None:
    """The noun phrase that begins at a token.

    Args:
        sheet: the tokens.
        start: position of its first token.
        stop: position that it does not reach: the complement of the cue, or the end of the sentence.
    """
    stop = min(stop, start + LIMIT)
    if start >= stop or not _may_begin(sheet, start):
        return None
    end = _core(sheet, start, stop)
    while end < stop:
        grown = _apposition(sheet, start, end, stop)
        if grown <= end:
            break
        end = grown
    return NounPhrase(start, end) if end > start else None


def _may_begin(sheet: Sheet, position: int) -> bool:
    if position in sheet.opening:
        return True
    if sheet.is_punctuation(position) or sheet.after_date(position):
        return False
    key = sheet.keys[position]
    if key in _PRONOUNS or sheet.is_any(
        position, "complementiser", "relative", "conjunction", "negation", "pronoun_preposition", "filler", "adverb", "auxiliary"
    ):
        return False
    if is_preposition(sheet, position):
        return False
    if _is_speech(sheet, position):
        return False
    return not is_addressed(sheet, position)


def is_preposition(sheet: Sheet, position: int) -> bool:
    """Whether the token is a preposition, and not the name or noun that is spelled alike (علي, نحو)."""
    if not sheet.is_any(position, "preposition"):
        return False
    return (
        sheet.keys[position] in _ALWAYS
        or not sheet.is_any(position, "source_noun", "given_name", "place")
        or sheet.written(position).endswith("ى")
    )


def _is_speech(sheet: Sheet, position: int) -> bool:
    """A word that can only be a form of a speech verb (or stands where one does)."""
    reading = sheet.tag(position, "reporting_verb")
    if reading is None or reading.article or sheet.is_any(position, "homograph"):
        return False
    if sheet.is_any(position, "source_noun", "given_name", "place", "media_name"):
        return False
    features = reading.features
    if features.form == "participle":
        return (features.number == "s" and features.gender == "m") or (position > 0 and sheet.is_mark(position - 1, COMMAS))
    if features.gender == "f" and features.number == "p":
        return False
    return features.form in {"perfect", "imperfect"} or (features.form == "masdar" and bool(features.enclitic))


def is_addressed(sheet: Sheet, position: int) -> bool:
    """Whether the token names to whom it was said: للصحفيين، لقناة، لوكالة، لرويترز."""
    if sheet.written(position) in {"ل", "لـ"}:
        return True
    for reading in sheet.words[position].readings:
        if not reading.proclitics.endswith("ل"):
            continue
        entry = reading.entry
        if entry.lexical_class in {"media_name", "medium_noun"} or entry.string("type") == "media":
            return True
        if entry.lexical_class == "source_noun" and entry.lemma.replace("ئ", "ي") in {"صحفي", "صحافي", "إعلامي", "مراسل"}:
            return True
    return False


def _core(sheet: Sheet, start: int, stop: int) -> int:
    """The phrase up to its first mark, preposition or adverbial that does not belong to it."""
    index = start
    while index < stop:
        pair = sheet.opening.get(index)
        if pair is not None:
            end = sheet.before(pair.span.end) + 1
            if end > stop or end - index > 10 or (index > start and index - 1 in sheet.closing):
                break
            index = end
            continue
        if sheet.is_punctuation(index):
            gloss = _gloss_end(sheet, index, stop) or _joined_adjective(sheet, index, stop)
            if index == start or not gloss:
                break
            index = gloss
            continue
        if index > start and _ends_before(sheet, start, index, stop):
            break
        index += 1
    return index


def _joined_adjective(sheet: Sheet, index: int, stop: int) -> int:
    """Position after the second of two adjectives joined by a dash («الحوار اللبناني - الفلسطيني»); 0 where none stands."""
    if not sheet.is_mark(index, DASHES) or index + 1 >= stop:
        return 0
    joined = all(sheet.keys[side].startswith("ال") and is_adjective(sheet, side) for side in (index - 1, index + 1))
    return index + 2 if joined else 0


def _gloss_end(sheet: Sheet, index: int, stop: int) -> int:
    """Position after a short gloss in brackets («حركة المقاومة (حماس)»); 0 where none opens here."""
    if sheet.written(index) != "(":
        return 0
    for close in range(index + 2, min(stop, index + 7)):
        if sheet.written(close) == ")":
            return close + 1
    return 0


def _ends_before(sheet: Sheet, start: int, index: int, stop: int) -> bool:
    if sheet.after_date(index):
        return True
    if is_addressed(sheet, index):
        return not _names_members(sheet, start, index)
    key = sheet.keys[index]
    if "\N{ARABIC FATHATAN}" in sheet.written(index):
        return True  # an indefinite accusative is an object or a circumstance
    if sheet.is_any(index, "complementiser", "negation", "conjunction", "filler", "contrast", "auxiliary"):
        return True
    if key not in _ALSO_RELATIVE and sheet.is_any(index, "relative"):
        return not _is_relative_attribute(sheet, index, stop)
    if key in _CLAUSE_PRONOUNS or key.lstrip("وف") in _CLAUSE_PRONOUNS:
        return True
    if sheet.is_any(index, "adverb", "pronoun_preposition") and key != "باسم":
        return True
    if key == "باسم":
        return False
    if is_preposition(sheet, index):
        return not _is_attribute(sheet, start, index, stop)
    return _is_speech(sheet, index)


def _names_members(sheet: Sheet, start: int, index: int) -> bool:
    """«الاتحاد الدولي للصحافيين»: the hearers' noun belongs to the name of a body."""
    return any(_type(sheet, position) == "organisation" for position in range(max(start, index - 2), index)) and not has_personal_name(
        sheet, start, index
    )


def _is_relative_attribute(sheet: Sheet, index: int, stop: int) -> bool:
    """A relative clause belongs to the phrase unless it holds a speech verb of its own."""
    for position in range(index + 1, min(stop, index + 20)):
        if sheet.is_mark(position, COMMAS):
            break
        if _is_speech(sheet, position):
            return False
    return True


def _is_attribute(sheet: Sheet, start: int, index: int, stop: int) -> bool:
    """Whether a preposition goes on with the noun: مسؤول في الميناء، مصادر من المنطقة، but not في بيان، في الرياض."""
    key = sheet.keys[index]
    if index + 1 >= stop or sheet.after_date(index + 1):
        return False
    if sheet.is_any(index - 1, "attributive"):
        return True
    if key not in _ATTRIBUTIVE or sheet.is_any(index + 1, "medium_noun", "adverb"):
        return False
    if key == "من":
        return _type(sheet, start) in {"unnamed", "group"} or sheet.is_any(index - 1, "partitive")
    if not (
        sheet.keys[index + 1].startswith("ال") or sheet.is_any(index + 1, "place", "source_noun") or sheet.is_any(index + 1, "place_head")
    ):
        return False
    return not has_personal_name(sheet, start, index) and _type(sheet, start) in {"person", "unnamed", "organisation", "group"}


def _type(sheet: Sheet, position: int) -> str:
    reading = sheet.tag(position, "source_noun")
    return reading.entry.string("type") if reading else ""


def is_adjective(sheet: Sheet, position: int) -> bool:
    """Whether a definite word looks like an adjective: a nisba (الروسي), or one of those that titles and bodies carry."""
    key = sheet.keys[position]
    return sheet.is_any(position, "adjective") or key.endswith(("ي", "يه", "يين", "يون", "يتين", "يات"))


def begins_new_phrase(sheet: Sheet, position: int, floor: int = 0) -> bool:
    """Whether a noun begins a phrase of its own: after a definite noun no annexation can follow.

    A definite noun that is no adjective does (النائب | القرار), and so does an annexation (المذيع | موعد الحفل); a
    name after a title does not (النائب عادل).
    """
    if position < 1 or sheet.is_any(position, "given_name", "preposition") or sheet.is_any(position - 1, "preposition"):
        return False
    if sheet.is_any(position, "object_noun") and not sheet.is_any(position - 1, "object_noun", "source_noun"):
        return True  # طهران | وجود عناصر
    is_named = position > floor + 1 and sheet.is_any(position - 2, "given_name") and not sheet.is_any(position - 1, "given_name")
    if not (is_named or sheet.keys[position - 1].startswith("ال")) or is_adjective(sheet, position) or sheet.has_conjunction(position):
        return False
    if sheet.keys[position].startswith("ال"):
        return True
    follow = position + 1
    return follow < len(sheet) and sheet.keys[follow].startswith("ال") and not is_adjective(sheet, follow)


def looks_imperfect(sheet: Sheet, position: int) -> bool:
    """Whether an unknown word has the shape of an imperfect verb of the third person: يتضمن، تعود."""
    key = sheet.keys[position].lstrip("وف")
    return (
        len(key) > 3
        and key[0] in "يت"
        and not sheet.words[position].readings
        and not key.endswith("ه")
        and not sheet.is_punctuation(position)
    )


def has_personal_name(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a personal name already stands in the phrase."""
    for index in range(start, end):
        reading = sheet.tag(index, "given_name")
        if reading is not None and not reading.entry.flag("ambiguous") and not sheet.is_any(index, "source_noun"):
            return True
    return False


def _apposition(sheet: Sheet, start: int, end: int, stop: int) -> int:
    """«عادل منصور، وزير المالية»، «الرئيس التنفيذي، سامر الخطيب»: where a phrase after a comma ends; `end` where none belongs."""
    if not sheet.is_mark(end, COMMAS) or end + 1 >= stop:
        return end
    head = end + 1
    if (
        not _may_begin(sheet, head)
        or sheet.tag(head, "reporting_verb")
        or (sheet.keys[head][:1] in {"و", "ف"} and sheet.has_conjunction(head))
    ):
        return end
    is_role = sheet.is_any(head, "source_noun") and _type(sheet, head) == "person"
    is_name = sheet.is_any(head, "given_name") or (_type(sheet, start) == "person" and not has_personal_name(sheet, start, end))
    if not (is_role or is_name):
        return end
    grown = _core(sheet, head, stop)
    # an apposition in the middle is closed by a comma, or by the complement itself
    closed = grown >= stop or sheet.is_punctuation(grown) or sheet.tag(grown, "complementiser") or _adverbial(sheet, grown)
    if not closed:
        return end
    return grown


def _adverbial(sheet: Sheet, position: int) -> bool:
    return (
        bool(sheet.after_date(position))
        or sheet.is_any(position, "preposition", "adverb")
        or is_addressed(sheet, position)
        or sheet.is_mark(position, DASHES)
    )
