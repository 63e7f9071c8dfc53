"""Making a cue out of a word, its reading and its complement."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from khabar.extract.cues.model import REPORTED_IN, Cue, CueForm, Found
from khabar.extract.memo import by_word
from khabar.extract.sheet import Sheet
from khabar.extract.words import had_before, is_naming, is_object_noun, is_speech, looks_imperfect
from khabar.model import Features, Reading, Word

_SPEECH_VERBS = frozenset({"reporting_verb"})
FINITE = frozenset({"perfect", "imperfect", "passive_perfect", "passive_imperfect"})
"""The finite forms of a verb."""

_FORECASTS = frozenset({"يتوقع", "يرجح", "يقدر", "يفترض", "ينتظر"})
_NEGATIONS = frozenset({"لم", "لا", "لن"})
_NO_SUBORDINATES = frozenset({"relative", "conjunction", "according_to", "contrast", "adverb"})
"""Classes of words that are spelled like a preposition and stand before a verb: مما قال، حسب."""


@attrs.frozen(eq=False)
class SpeechForms:
    """How a word reads as a speech verb, as far as the word alone tells: the first reading of each kind.

    Args:
        finite: all finite readings.
        participle: the first that is a participle.
        masdar: the first that is a verbal noun.
    """

    finite: tuple[Reading, ...]
    participle: Reading | None
    masdar: Reading | None


def speech_verbs(sheet: Sheet) -> Sequence[int]:
    """The positions of the words that may be forms of a speech verb."""
    return sheet.every(_SPEECH_VERBS)


def speech_verbs_between(sheet: Sheet, start: int, end: int) -> Sequence[int]:
    """Those of them from `start` to before `end`."""
    return sheet.positions(_SPEECH_VERBS, start, end)


@by_word
def speech_forms(word: Word) -> SpeechForms:
    """The forms of a speech verb that a word may be: قول is a verbal noun, قائلا a participle, أكد a perfect."""
    readings = [reading for reading in word.readings if reading.entry.lexical_class == "reporting_verb"]
    participle = next((reading for reading in readings if reading.features.form == "participle"), None)
    masdar = next((reading for reading in readings if reading.features.form == "masdar"), None)
    finite = tuple(reading for reading in readings if reading.features.form in FINITE and not _is_other_word(word, reading))
    return SpeechForms(finite, participle, masdar)


def _is_other_word(word: Word, reading: Reading) -> bool:
    """Whether a rare finite form is spelled like a common noun: the dual ردا، the plural of women of a homograph."""
    features, strict = reading.features, reading.entry.flag("strict")
    if strict and features.number == "d" and features.form == "perfect":
        return True  # ردا، أمرا: the accusative of a noun
    return features.gender == "f" and features.number == "p" and (strict or len(word.tags) > 1)


def make_cue(
    sheet: Sheet, token: int, reading: Reading, form: CueForm, found: Found, *, start: int = -1, end: int = -1, negated: bool = False
) -> Cue:
    """A cue at `token`, spanning the tokens from `start` to before `end` (by default the word alone), without و and ف."""
    first = token if start < 0 else start
    last = token + 1 if end < 0 else end
    proclitics = reading.proclitics if first == token else ""
    if proclitics and proclitics[0] in "وف":
        conjunction = proclitics[0]
    elif form is REPORTED_IN:
        conjunction = ""  # of «ورد في» the و is no conjunction, though رد is a word too
    else:
        conjunction = _conjunction(sheet, first)
    return Cue(
        span=sheet.stretch(first, last, conjunction),
        token=token,
        start_token=first,
        end_token=last,
        entry=reading.entry,
        features=reading.features,
        form=form,
        link=found.link,
        complement=found.complement,
        content=found.content,
        negated=negated,
    )


def _conjunction(sheet: Sheet, position: int) -> str:
    for reading in sheet.words[position].readings:
        proclitics = reading.proclitics
        return proclitics[0] if proclitics and proclitics[0] in "وف" else ""
    key = sheet.keys[position]
    return key[0] if key[:1] in {"و", "ف"} and key[1:] in _NEGATIONS else ""


def negation_of(sheet: Sheet, token: int) -> int:
    """Position of the negation before a verb, or of the verb where there is none: لم يوضح، لا يرى، لم يكن يتوقع."""
    before = token - 1
    if before > 0 and sheet.keys[before] in {"يكن", "تكن", "يعد", "تعد"}:
        before -= 1
    return before if before >= 0 and _is_negation(sheet.words[before]) else token


@by_word
def _is_negation(word: Word) -> bool:
    return word.key.lstrip("وف") in _NEGATIONS


def finite_reading(sheet: Sheet, token: int) -> Reading | None:
    """How a token reads as a finite speech verb; None where its spelling or its neighbours speak for another word."""
    for reading in speech_forms(sheet.words[token]).finite:
        features = reading.features
        if features.jussive and not (token and sheet.keys[token - 1].lstrip("وف") == "لم"):
            continue
        if features.number == "d" and features.gender == "m" and _is_accusative(sheet, token + 1):
            continue  # «وصفا واحدا»
        if features.form == "perfect" and token and sheet.keys[token - 1].lstrip("وف") in _NEGATIONS:
            continue  # «لا أعتقد»، which is no perfect
        if is_naming(sheet, token):
            return None  # شاهد يدعى أحمد
        return _passive(reading) if _is_passive(sheet, token, features) else reading
    return None


def _is_accusative(sheet: Sheet, position: int) -> bool:
    """Whether a word ends as an indefinite adjective in the accusative does, so that a noun in that case stands before it."""
    return position < len(sheet) and sheet.keys[position].endswith("ا") and not sheet.is_any(position, "adverb")


def _is_passive(sheet: Sheet, token: int, features: Features) -> bool:
    """A vocalised passive (يُعتقد، ذُكر), or the usual introduction of a forecast (ويتوقع أن)."""
    if features.gender != "m" or features.number != "s":
        return False
    after = token + 1
    if after >= len(sheet.keys):
        return False
    is_forecast = features.form != "perfect" and sheet.keys[token].lstrip("و") in _FORECASTS
    if is_forecast and (sheet.keys[after] == "ان" or is_object_noun(sheet, after)):
        return token == sheet.sentence_start(token) or _follows_thing(sheet, token) or _is_vocalised(sheet, token)
    return "complementiser" in sheet.words[after].classes and _is_vocalised(sheet, token)


def _follows_thing(sheet: Sheet, token: int) -> bool:
    """«كما يتوقع أن»، «توسعة للقناة | يتوقع أن تكتمل»: a forecast of nobody goes on with a sentence, or with an indefinite noun."""
    before = sheet.words[token - 1]
    if before.key == "كما":
        return True
    return not (before.definite or before.tags or sheet.is_punctuation(token - 1) or token - 1 in sheet.closing)


def _is_vocalised(sheet: Sheet, token: int) -> bool:
    """Whether the first letter of a verb is written with the vowel of the passive: يُعتقد."""
    return sheet.written(token).lstrip("وف")[1:2] == "\N{ARABIC DAMMA}"


def _passive(reading: Reading) -> Reading:
    return attrs.evolve(reading, features=attrs.evolve(reading.features, form=f"passive_{reading.features.form}"))


def is_noun_here(sheet: Sheet, token: int) -> bool:
    """Whether the words before make a noun of a homograph: في رد، تم نقل، هذا الكشف."""
    if "homograph" in sheet.words[token].classes or _has_feminine_after(sheet, token):
        return True
    if not token or not _makes_noun(sheet, token - 1, token):
        return False
    # «في تطور لاحق أمس قالت»
    return token != sheet.sentence_start(token) and not sheet.after_date(token - 1)


def _has_feminine_after(sheet: Sheet, token: int) -> bool:
    """«طالب وطالبة»: whether the same noun follows in the feminine."""
    after = token + 1
    if after == len(sheet.keys):
        return False
    feminine = sheet.keys[after]
    return feminine.endswith("ه") and feminine.startswith("و") and feminine[1:-1] == sheet.keys[token].lstrip("و")


def _makes_noun(sheet: Sheet, before: int, token: int) -> bool:
    """Whether the word before it makes a noun of a homograph."""
    word, key = sheet.words[before], sheet.keys[token]
    if _is_owned_masdar(sheet.words[token]) and is_speech(sheet, before) and FINITE.intersection(_forms(word)):
        return True  # «بررت رفضها»
    if not word.tags:  # «تحمل رد المجتمع»
        return speech_forms(sheet.words[token]).masdar is not None and looks_imperfect(sheet, before)
    reading = word.tags.get("complementiser")
    # بعد أن قال، سبق أن أوضح، سبق للوزير أن أوضح
    if reading is not None and not reading.entry.flag("pronoun") and not key.lstrip("وف").startswith(("ي", "ت")):
        is_subordinate = (before > 0 and sheet.is_any(before - 1, "clause_taker", "auxiliary")) or had_before(sheet, token) >= 0
        if not is_subordinate:
            return True  # إن رد المجتمع: a noun follows إن, never a perfect
    if "noun_taker" in word.tags:
        return True
    if sheet.keys[before] == "من":
        # من أبرز المرشحين, but «من وصفهم»
        return not key.startswith(("ي", "ت")) and not _describes(sheet, token)
    return "preposition" in word.tags and word.classes.isdisjoint(_NO_SUBORDINATES)


@by_word
def _is_owned_masdar(word: Word) -> bool:
    """Whether a word reads as a verbal noun with its owner: رفضها."""
    masdar = speech_forms(word).masdar
    return masdar is not None and bool(masdar.features.enclitic)


@by_word
def _forms(word: Word) -> frozenset[str]:
    return frozenset(reading.features.form for reading in word.readings)


def _describes(sheet: Sheet, token: int) -> bool:
    """«من وصفهم»: a perfect with a pronoun, which من that is a relative may stand before."""
    if not is_speech(sheet, token) or all(reading.features.form != "perfect" for reading in sheet.words[token].readings):
        return False
    verb = sheet.words[token].tags["reporting_verb"]
    return verb.entry.flag("complex") and bool(verb.features.enclitic)
