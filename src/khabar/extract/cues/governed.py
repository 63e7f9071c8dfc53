"""The noun phrase that a speech word reports: its object, or what follows the preposition that it governs."""

from __future__ import annotations

from khabar.extract.cues.model import NOUN_PHRASE, QUOTATION, Found
from khabar.extract.memo import by_entry
from khabar.extract.new_phrases import begins_new_phrase
from khabar.extract.sheet import Sheet
from khabar.extract.words import hides_preposition, is_object_noun
from khabar.model import Entry, Reading
from khabar.normalize import match_key

_JUDGEMENTS = frozenset({"express_praise", "accuse_condemn"})
"""Classes of verbs that report on a thing rather than its words."""
_WITH_PREPOSITION = 4
"""Letters of the shortest word that begins with a preposition."""
_NEAR = 5
"""Tokens from a verb within which a clause may complete its object: «أكد ضرورة أن»."""
_SUBJECT = 14
"""Tokens of the subject between a verb and its object."""


@by_entry
def governed(verb: Entry) -> frozenset[str]:
    """The prepositions that a verb governs, as match keys: إلى of أشار."""
    return frozenset(map(match_key, verb.strings("prep")))


@by_entry
def attached(verb: Entry) -> frozenset[str]:
    """Those of them that are written with the next word: ب of طالب."""
    return frozenset(preposition for preposition in governed(verb) if len(preposition) == 1)


def quotation(sheet: Sheet, position: int, opening: int, verb: Reading) -> Found:
    """A quotation as complement; where it stands inside a noun phrase that is the object (موضحا إمكانية «…»), that phrase."""
    has_object = verb.features.form == "participle" and verb.entry.flag("np") and opening > position + 1
    if (bare := bare_object(sheet, position, opening, verb)) is not None:
        return bare
    if verb.entry.string("cue") in _JUDGEMENTS and not sheet.is_punctuation(opening - 1):
        for index in range(position + 2, opening):
            if is_governed(sheet, index, verb.entry):
                return Found(NOUN_PHRASE, index, index)  # «أشادت الصحيفة بصفقة اللاعب «سامر»»
    if (
        has_object
        and not sheet.is_punctuation(position + 1)
        and not sheet.is_any(position + 1, "preposition", "adverb", "pronoun_preposition")
    ):
        return Found(NOUN_PHRASE, position + 1, position + 1)
    return Found(QUOTATION, opening, opening)


def is_governed(sheet: Sheet, index: int, verb: Entry) -> bool:
    """«تعهد بتقديم المساعدة»: whether a word begins with a preposition that the verb governs."""
    key = sheet.keys[index]
    if len(key) < _WITH_PREPOSITION or key[0] not in attached(verb):
        return False
    return not sheet.is_any(index, "given_name", "place", "media_name", "source_noun", "adverb", "auxiliary")


def begins_with_letter(sheet: Sheet, index: int, letters: frozenset[str]) -> bool:
    """«رحب سموه | بمجلس الإدارة»: whether a word that the lexicons know can only be read with one of these prepositions."""
    readings = sheet.words[index].readings
    return bool(readings) and all(reading.proclitics in letters for reading in readings)


def governed_phrase(sheet: Sheet, position: int, preposition: int, verb: Reading) -> Found:
    """The noun phrase after a preposition that the verb governs, unless its object begins before it."""
    if is_governed(sheet, position + 1, verb.entry) and hides_preposition(sheet, position + 1):
        return Found(NOUN_PHRASE, position + 1, position + 1)  # «منوها بأهمية التواصل والإبلاغ عن»
    return bare_object(sheet, position, preposition, verb) or Found(NOUN_PHRASE, preposition, preposition + 1)


def object_before(sheet: Sheet, position: int, clause: int, verb: Reading) -> Found | None:
    """The object that begins before a clause, which then belongs to it.

    «رفضت إجراء الاختبارات لأني لم أكن على ثقة في أن»: a verbal noun right after the verb. «تعهد كلاين باستضافة كأس يشعر فيها
    الجمهور بأنهم»: one after ب that the verb governs.
    """
    if clause - position > _NEAR and (bare := bare_object(sheet, position, position + 2, verb)) is not None:
        return bare
    if not sheet.keys[clause].startswith("ب"):
        return None
    if not attached(verb.entry):
        return None
    for index in range(position + 1, clause):
        if sheet.is_punctuation(index):
            break
        if is_governed(sheet, index, verb.entry) and hides_preposition(sheet, index) and not sheet.after_date(index + 1):
            return Found(NOUN_PHRASE, index, index)
    return None


def bare_object(sheet: Sheet, position: int, limit: int, verb: Reading) -> Found | None:
    """«أعلن المكتب اعتقال سبعة بينهم «الشابو»»: the object of a verb that takes one, which begins before a quotation or preposition."""
    if not verb.entry.flag("np") or verb.entry.flag("complex"):
        return None
    pair = sheet.opening.get(position + 1)  # «أكد «الخطيب» | حرص الجامعة»
    start = sheet.before(pair.span.end) + 1 if pair is not None else position + 1
    if pair is not None and start < limit and is_object_noun(sheet, start):
        return Found(NOUN_PHRASE, position + 1, position + 1)
    may_attach = bool(attached(verb.entry))
    for index in range(start, min(limit, position + _SUBJECT)):
        if sheet.is_punctuation(index) or (may_attach and is_governed(sheet, index, verb.entry)):
            break
        if is_object_noun(sheet, index) and (index == position + 1 or begins_new_phrase(sheet, index, position + 1)):
            return Found(NOUN_PHRASE, position + 1, position + 1)
    return None
