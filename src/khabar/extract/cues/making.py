"""Making a cue out of a word, its reading and its complement."""

from __future__ import annotations

import attrs

from khabar.extract.cues.model import Cue, CueForm, Found
from khabar.extract.sheet import Sheet
from khabar.extract.words import had_before, is_naming, is_speech, looks_imperfect
from khabar.model import Features, Reading

FINITE = frozenset({"perfect", "imperfect", "passive_perfect", "passive_imperfect"})
"""The finite forms of a verb."""

_FORECASTS = frozenset({"يتوقع", "يرجح", "يقدر", "يفترض", "ينتظر"})
_NEGATIONS = frozenset({"لم", "لا", "لن"})


def make_cue(
    sheet: Sheet, token: int, reading: Reading, form: CueForm, found: Found, *, start: int = -1, end: int = -1, negated: bool = False
) -> Cue:
    """A cue at `token`, spanning the tokens from `start` to before `end` (by default the word alone), without و and ف."""
    first = token if start < 0 else start
    last = token + 1 if end < 0 else end
    own = reading.proclitics[:1] if first == token and reading.proclitics[:1] in {"و", "ف"} else ""
    offset = sheet.without(first, own or _conjunction(sheet, first))
    return Cue(
        span=sheet.cut(offset, sheet.ends[last - 1]),
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
    return before if before >= 0 and sheet.keys[before].lstrip("وف") in _NEGATIONS else token


def finite_reading(sheet: Sheet, token: int) -> Reading | None:
    """How a token reads as a finite speech verb; None where its spelling or its neighbours speak for another word."""
    if is_naming(sheet, token):
        return None  # شاهد يدعى أحمد
    for reading in sheet.words[token].readings:
        if reading.entry.lexical_class == "reporting_verb" and reading.features.form in FINITE:
            features, strict = reading.features, reading.entry.flag("strict")
            if features.jussive and not (token and sheet.keys[token - 1].lstrip("وف") == "لم"):
                continue
            if strict and features.number == "d" and features.form == "perfect":
                continue  # ردا، أمرا: the accusative of a noun
            if features.number == "d" and features.gender == "m" and _is_accusative(sheet, token + 1):
                continue  # «وصفا واحدا»
            others = len(sheet.words[token].tags) > 1
            if features.gender == "f" and features.number == "p" and (strict or others):
                continue
            return _passive(reading) if _is_passive(sheet, token, features) else reading
    return None


def _is_accusative(sheet: Sheet, position: int) -> bool:
    """Whether a word ends as an indefinite adjective in the accusative does, so that a noun in that case stands before it."""
    return position < len(sheet) and sheet.keys[position].endswith("ا") and not sheet.is_any(position, "adverb")


def _is_passive(sheet: Sheet, token: int, features: Features) -> bool:
    """A vocalised passive (يُعتقد، ذُكر), or the usual introduction of a forecast (ويتوقع أن)."""
    if features.gender != "m" or features.number != "s":
        return False
    written = sheet.written(token).lstrip("وف")
    if features.form == "perfect":
        return written[1:2] == "\N{ARABIC DAMMA}" and token + 1 < len(sheet) and sheet.is_any(token + 1, "complementiser")
    if written[1:2] == "\N{ARABIC DAMMA}":
        return token + 1 < len(sheet) and sheet.is_any(token + 1, "complementiser")
    heads = token == sheet.sentence_start(token) and sheet.keys[token].lstrip("و") in _FORECASTS
    return heads and token + 1 < len(sheet) and sheet.keys[token + 1] == "ان"


def _passive(reading: Reading) -> Reading:
    return attrs.evolve(reading, features=attrs.evolve(reading.features, form=f"passive_{reading.features.form}"))


def reading_as(sheet: Sheet, token: int, form: str) -> Reading | None:
    """How a token reads as this form (participle, masdar) of a speech verb."""
    for reading in sheet.words[token].readings:
        if reading.entry.lexical_class == "reporting_verb" and reading.features.form == form:
            return reading
    return None


def is_noun_here(sheet: Sheet, token: int) -> bool:
    """Whether the words before make a noun of a homograph: في رد، تم نقل، هذا الكشف."""
    if sheet.is_any(token, "homograph"):
        return True
    if not token or token == sheet.sentence_start(token):
        return False
    before = token - 1
    if sheet.after_date(before):
        return False  # «في تطور لاحق أمس قالت»
    reading = sheet.tag(before, "complementiser")
    # بعد أن قال، سبق أن أوضح، سبق للوزير أن أوضح
    is_bare = reading is not None and not reading.entry.flag("pronoun")
    is_subordinate = (before > 0 and sheet.is_any(before - 1, "clause_taker", "auxiliary")) or had_before(sheet, token) >= 0
    if is_bare and not is_subordinate and not sheet.keys[token].lstrip("وف").startswith(("ي", "ت")):
        return True  # إن رد المجتمع: a noun follows إن, never a perfect
    if looks_imperfect(sheet, before) and reading_as(sheet, token, "masdar"):
        return True  # «تحمل رد المجتمع»
    if sheet.is_any(before, "noun_taker"):
        return True
    if sheet.keys[before] == "من" and is_speech(sheet, token) and reading_as(sheet, token, "perfect"):
        verb = sheet.words[token].tags["reporting_verb"]
        if verb.entry.flag("complex") and verb.features.enclitic:
            return False  # «من وصفهم»
    if sheet.keys[before] == "من":
        return not sheet.keys[token].startswith(("ي", "ت"))  # من أبرز المرشحين
    return sheet.is_any(before, "preposition") and not sheet.is_any(before, "relative", "conjunction", "according_to", "contrast", "adverb")
