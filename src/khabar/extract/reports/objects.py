"""Where the object begins among the noun phrases after a verb: وصف النائب | القرار بأنه، أبلغ الوزير | النواب أن."""

from __future__ import annotations

from functools import lru_cache

from khabar.extract.cues import Cue
from khabar.extract.cues.asides import after_parenthesis
from khabar.extract.cues.model import NOUN_PHRASE, PARTICIPLE, QUOTATION, VERB
from khabar.extract.homographs import PUNCTUATION
from khabar.extract.new_phrases import begins_new_phrase
from khabar.extract.noun_phrases import NounPhrase, noun_phrase
from khabar.extract.sheet import Sheet
from khabar.extract.words import ENDS_OF_NAMES, is_adjective, is_possessed, is_speech, type_of
from khabar.model import Entry

_VERBAL = (VERB, PARTICIPLE)
_OBJECTS = frozenset({"هذا", "هذه", "ذلك", "تلك", "هولاء", "كلا", "جميع", "كافه", "كل", "بعض", "معظم", "اي", "ايه"})
"""Words with which an object begins: «أبلغت أنقرة | كلا من السويد وفنلندا»، «دعا الحزب | جميع النقابات إلى»."""


_CALLED_UPON = frozenset({"المجتمع", "الاطراف", "الجميع", "الناس"})
"""Nouns of those who are called upon and hardly ever call."""
_NO_OBJECT = frozenset({"given_name", "honorific", "preposition", "adverb", "complementiser", "conjunction", "relative", "manner_head"})
"""Classes of words after a family name that are no object."""


def takes_object(cue: Cue) -> bool:
    """Whether a noun phrase beside the subject belongs to the verb: the thing described, the person told or asked, the bare object."""
    if cue.form not in _VERBAL:
        return False
    if concerns_somebody(cue.entry):
        return not cue.features.enclitic
    return cue.complement == cue.end_token and cue.link is NOUN_PHRASE


@lru_cache(maxsize=1024)
def concerns_somebody(entry: Entry) -> bool:
    """Whether a verb has an object besides the words reported: who is described (وصف), told (أبلغ), warned (حذر) or asked (طالب)."""
    return any(map(entry.flag, ("complex", "person", "hearer", "directive")))


def object_start(sheet: Sheet, cue: Cue, start: int, stop: int) -> int | None:
    """Position at which the object begins in a stretch after the verb; None where the stretch holds a subject alone.

    Args:
        sheet: the tokens.
        cue: a cue that takes an object.
        start: position after the verb and its adverbs.
        stop: position of the complement.
    """
    if cue.entry.flag("directive") and start < stop and sheet.keys[start] in _CALLED_UPON:
        return start  # «كما دعا | المجتمع الدولي إلى»
    after_name, concerned = 0, concerns_somebody(cue.entry) and not cue.entry.flag("hearer")
    for index in range(start + 1, stop):
        pair, is_mark = sheet.opening.get(index), sheet.kinds[index] == PUNCTUATION
        if pair is not None and sheet.is_any(index - 1, "source_noun", "name_head") and not cue.entry.flag("person"):
            after_name = sheet.before(pair.span.end) + 1  # «جماعة «الرواد»»
        if is_mark and sheet.written(index) == "(":
            after_name = after_parenthesis(sheet, index, stop)  # «حلف الشمال (الحارس) | تضامنه»
        if index < after_name:
            continue
        if pair is not None and cue.entry.flag("person"):
            return index  # «أبلغ سكان القرية | «الميناء» أن»
        if index == after_name and not is_mark and not is_adjective(sheet, index):
            return index
        if is_mark:
            follow = index + 1
            if follow < stop and not sheet.is_tight(index) and begins_new_phrase(sheet, follow, start, after_mark=True):
                return follow  # «وصف العمدة، نيكوس باباس، الوضع بأنه»
            continue
        if index == start + 1 and _follows_surname(sheet, start, index):
            return index
        key = sheet.keys[index]
        if key == "من" and index + 1 < stop and is_speech(sheet, index + 1):
            return index  # «اتهم المتحدث | من وصفهم بـ«الأعداء»»
        if not concerned and type_of(sheet, index) == "person":
            continue  # «أكد نائب رئيس الاتحاد رئيس الوفد سامر الخطيب | جاهزية الفريق»: another title
        if key in _OBJECTS or begins_new_phrase(sheet, index, start):
            return index
    # its object cannot be left out: «وصف القرار بأنه»، «أبلغ النواب أن»
    needs_object = cue.entry.flag("person") or (cue.entry.flag("complex") and cue.link is not QUOTATION)
    if start < stop and type_of(sheet, start) == "unnamed":
        return None  # «أبلغ مصدر قضائي أن»: news does not tell of a source to whom something is said
    return start if needs_object and start < stop else None


def _follows_surname(sheet: Sheet, start: int, index: int) -> bool:
    """«دعا مولينا | المجتمع الدولي»، «وصف العوفي | مسار الكاتبة»: a noun after one unknown word, which is a name and not annexed."""
    key = sheet.keys[start]
    if key.startswith("ال") and key.endswith("ي") and not sheet.words[start].tags:
        word = sheet.words[index]  # a family name is a nisba, after which an indefinite noun is the object
        return not word.definite and word.classes.isdisjoint(_NO_OBJECT) and not sheet.is_punctuation(index) and index not in sheet.opening
    if start in sheet.opening or sheet.words[start].readings or key.startswith("ال") or key.endswith(("و", "ه", ".")):
        return False
    if is_possessed(sheet, index):
        return True  # «أبلغ كلاين | أنصاره أن»
    return sheet.keys[index].startswith("ال") and sheet.keys[index] not in ENDS_OF_NAMES and not is_adjective(sheet, index)


def person_addressed(sheet: Sheet, cue: Cue, source: NounPhrase | None) -> NounPhrase | None:
    """«أبلغ الوزير النواب أن»: the person told, after the subject."""
    start = source.end if source is not None else cue.end_token
    return noun_phrase(sheet, start, cue.complement) if start < cue.complement else None
