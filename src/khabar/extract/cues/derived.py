"""Participles, verbal nouns and nouns of saying as cues."""

from __future__ import annotations

from collections.abc import Iterator

from khabar.extract.cues.inner import IN_WORDS
from khabar.extract.cues.links import clause_start, complement_after, governed_preposition
from khabar.extract.cues.making import FINITE, finite_reading, is_noun_here, make_cue, speech_forms, speech_verbs, speech_verbs_between
from khabar.extract.cues.model import BARE, CLAUSE, MASDAR, NOUN_PHRASE, PARTICIPLE, QUOTATION, SPEECH_NOUN, Cue, Found
from khabar.extract.memo import by_word
from khabar.extract.sheet import COMMAS, DASHES, Sheet
from khabar.extract.words import hides_preposition, is_addressed, is_preposition
from khabar.layers import View
from khabar.model import Reading, Word

_COMMAS_AND_DASHES = COMMAS | DASHES
_SETTING = 8
"""Tokens between a participle in the accusative and its أن."""
_BEING = frozenset({"كان", "كانت", "يكون", "تكون", "يكن", "تكن", "ليس", "بات", "اصبح", "ظل", "يعد", "يعتبر"})
"""Verbs whose predicate is in the accusative: كان مؤكدا."""
_ENDS_NOUN = frozenset({"reporting_verb", "relative"})
"""Classes of words before which the search for the clause of a noun ends."""
_REACH_BACK = 40
"""Tokens before a verbal noun within which a relaying verb is looked for."""


def participles(sheet: Sheet, view: View) -> Iterator[Cue]:  # noqa: ARG001
    """«مضيفا أن الدوريات مستمرة»، «قائلا: «…»»: a circumstantial participle."""
    for token in speech_verbs(sheet):
        reading = speech_forms(sheet.words[token]).participle
        if reading is None or _may_be_finite(sheet.words[token]) or is_noun_here(sheet, token):
            continue
        found = complement_after(sheet, token, reading)
        circumstantial = _is_circumstantial(sheet, token)
        if found is not None and not (circumstantial or _is_bound(sheet, token, reading, found)):
            found = None
        if found is not None and reading.entry.flag("strict") and found.complement - token > (1 if found.link is NOUN_PHRASE else 6):
            found = None
        if found is None and not reading.entry.flag("strict") and circumstantial:
            found = governed_preposition(sheet, token, reading)
        if found is not None and sheet.keys[token].endswith("ات") and not (found.link is CLAUSE and found.complement == token + 1):
            continue  # «ومقترحات للدراسة»: a noun
        if found is not None:
            yield make_cue(sheet, token, reading, PARTICIPLE, found)


@by_word
def _may_be_verb(word: Word) -> bool:
    return any(reading.features.form in FINITE for reading in word.readings)


@by_word
def _may_be_finite(word: Word) -> bool:
    return any(map(_is_finite, word.readings))


def _is_finite(reading: Reading) -> bool:
    """Whether a word may be a finite verb; the dual of a perfect («آملا») hardly ever."""
    return reading.features.form in FINITE and not (reading.features.number == "d" and reading.features.form == "perfect")


def _is_bound(sheet: Sheet, token: int, reading: Reading, found: Found) -> bool:
    """Whether a participle in the middle of a clause takes a complement at once: مؤكدا أن, but not the label «متابعة:»."""
    if reading.entry.lemma == "قال":
        return True
    if reading.entry.flag("person") and found.link is QUOTATION:
        return False  # «قال مخاطبا أنصاره «…»»
    if token and sheet.keys[token - 1].lstrip("وف") in _BEING:
        return False  # «كان مقررا أن»
    if found.link is CLAUSE and sheet.keys[token].endswith("ا") and found.complement - token <= _SETTING:
        return True  # «مؤكدا في بيان له أن»
    is_title = sheet.is_any(token, "source_noun") and not sheet.keys[token].endswith("ا")  # مشير, but not مشيرا
    if found.complement - token > 2 or is_title:
        return False
    return found.link is CLAUSE or reading.features.gender == "m"


def _is_circumstantial(sheet: Sheet, token: int) -> bool:
    """After a mark or و, or in the accusative plural after a word that is none: «أوضح السكان أن الطريق مغلق مطالبين بفتحه»."""
    before = token - 1
    if before >= 0 and sheet.keys[token].endswith("ا") and sheet.keys[before].lstrip("وف") in _BEING:
        return False  # «كان مقررا أن»
    if before >= 0 and _is_accusative(sheet, token):
        return not (
            sheet.is_any(before, "preposition", "auxiliary") or sheet.keys[before].lstrip("وف") in _BEING or _is_accusative(sheet, before)
        )
    if before >= 0 and sheet.keys[token].endswith("ين") and not sheet.keys[before].endswith(("ين", "ات", "ون")):
        return not sheet.is_any(before, "preposition", "auxiliary", "source_noun")
    return before >= 0 and (sheet.mark(before) in _COMMAS_AND_DASHES or before in sheet.closing or sheet.words[token].key[:1] == "و")


def _is_accusative(sheet: Sheet, token: int) -> bool:
    """«مؤكدا»، «مؤكداً»: the indefinite singular in the accusative, in which a circumstance stands."""
    return sheet.keys[token].endswith("ا") and "\N{ARABIC FATHATAN}" in sheet.written(token)


def masdars(sheet: Sheet, view: View) -> Iterator[Cue]:  # noqa: ARG001
    """«نقلت عنه قوله إن …»، «رد بالقول إن …»: a verbal noun with its owner, or with ب."""
    for token in speech_verbs(sheet):
        reading = speech_forms(sheet.words[token]).masdar
        if reading is None:
            continue
        says = reading.entry.lemma == "قال"
        by = reading.proclitics.endswith("ب") or (reading.article and says)
        if not (reading.features.enclitic or (says and by)) or finite_reading(sheet, token) is not None:
            continue
        if token and (sheet.is_any(token - 1, "according_to") or (not says and sheet.keys[token - 1] in IN_WORDS)):
            continue
        if reading.features.enclitic == "ي" and "given_name" in sheet.words[token].classes:
            continue  # «وأكد شكري أن»: a name
        found = complement_after(sheet, token, reading)
        if found is not None and not says and found.complement - token > 2:
            found = None
        if found is not None and says and found.link is CLAUSE and _begins_speech(sheet, token + 1, found.complement):
            found = None
        if found is None and says and reading.features.enclitic and _follows_relay(sheet, token):
            found = Found(BARE, token + 1, token + 1) if token + 1 < sheet.sentence_end(token) else None
        by_saying = (
            found is not None
            and found.link is CLAUSE
            and (reading.proclitics.endswith("ب") or (found.complement == token + 1 and sheet.keys[token - 1] != "عن"))
        )
        if found is not None and (says or by_saying or _follows_relay(sheet, token)):
            yield make_cue(sheet, token, reading, MASDAR, found)


def _begins_speech(sheet: Sheet, position: int, complement: int) -> bool:
    """Whether words follow قوله at once («قولها نريد أن يعود»), and no adverbial before its أن («قوله في بيان إن»)."""
    if position >= complement or sheet.is_punctuation(position) or sheet.after_date(position):
        return False
    if is_preposition(sheet, position) or is_addressed(sheet, position) or hides_preposition(sheet, position):
        return False  # «قولها لرئيس الوزراء إن»
    return not sheet.is_any(position, "adverb", "pronoun_preposition")


def _follows_relay(sheet: Sheet, token: int) -> bool:
    """Whether a relaying verb (نقل عن، نسب إلى) stands before the token in its sentence."""
    before = speech_verbs_between(sheet, max(sheet.sentence_start(token), token - _REACH_BACK), token)
    readings = (sheet.tag(index, "reporting_verb") for index in before)
    return any(reading is not None and reading.entry.string("relay") for reading in readings)


def speech_nouns(sheet: Sheet, view: View) -> Iterator[Cue]:
    """«مع تأكيد مصادر أن …»، «تصريحات الوزير بأن …»: a noun of saying that takes a clause."""
    for match in view.matches("speech_noun"):
        token = match.start_token
        if token and sheet.is_any(token - 1, "according_to"):
            continue
        is_followed = token + 1 < len(sheet) and sheet.keys[token + 1].startswith("بان")  # «والادعاء بأنه»
        if (match.reading.article and not is_followed) or _may_be_verb(sheet.words[token]):
            continue
        if token and (sheet.keys[token - 1] in {"في", "خلال", "عبر"} or (sheet.is_any(token, "medium_noun") and match.reading.proclitics)):
            continue
        end = sheet.sentence_end(token, 9)
        for index in range(token + 1, end):
            classes = sheet.words[index].classes
            if "complementiser" in classes:
                if sheet.is_any(index - 1, "negation"):
                    break
                if sheet.keys[index - 1] not in {"علي", "عن", "حتي", "مع"} and not sheet.is_any(index - 1, "clause_taker"):
                    yield make_cue(sheet, token, match.reading, SPEECH_NOUN, Found(CLAUSE, index, clause_start(sheet, index)))
                break
            if (mark := sheet.mark(index)) and mark not in COMMAS:
                break
            if not classes.isdisjoint(_ENDS_NOUN) or (
                index + 1 < end and "complementiser" not in sheet.words[index + 1].classes and is_preposition(sheet, index)
            ):
                break
