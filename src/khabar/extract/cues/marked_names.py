"""Whether the words between marks are a name, and not what was said."""

from __future__ import annotations

from khabar.extract.memo import by_word
from khabar.extract.sheet import STOPS, Sheet
from khabar.extract.words import is_preposition
from khabar.model import Word
from khabar.segment.pairs import MarkPair

_COUNTED = 40
"""Tokens between marks after which they are not counted further."""


def is_clear(word: Word) -> bool:
    """Whether a word is a verb of speech and no other: of كتب, بين, عبر a conjunction or a subject must tell."""
    return len(word.tags) == 1


def words_in(sheet: Sheet, pair: MarkPair) -> int:
    """How many tokens that are no marks stand between the marks."""
    first, last = sheet.at(pair.content.start), sheet.before(pair.content.end)
    return sheet.count_words(first, min(last, first + _COUNTED) + 1)


def is_name(sheet: Sheet, pair: MarkPair, position: int, limit: int, governed: frozenset[str] = frozenset()) -> bool:
    """Whether a quotation after a speech word is a name in its subject: a short one after a noun, with a complement still to come."""
    count = words_in(sheet, pair)
    if count > 8:
        return False
    first = sheet.at(pair.content.start)
    name = sheet.media.get(first)
    if name is not None and name.end_token == sheet.before(pair.content.end) + 1:
        return True  # «قالت «نيويورك تايمز» نقلا عن مسؤولين إن»
    before = position - 1
    if count <= 4 and sheet.keys[before] in {"ل", "لل"}:
        return True  # «قال لـ«الميناء»»: the outlet he spoke to
    announced = before >= 0 and "name_head" in sheet.words[before].classes
    if sheet.is_any(min(first, limit - 1), "auxiliary", "negation", "complementiser", "question"):
        # «قالت امرأة من الوحدة «كانوا هنا»», but «يقول مؤلف كتاب «كيف نفهم الغضب»»
        return announced and not sheet.words[before].definite
    if announced:
        return True
    if count > 4 or sheet.is_punctuation(before) or sheet.tag(before, "complementiser"):
        return False
    index, end = sheet.before(pair.span.end) + 1, min(limit, position + 30)
    while index < end:
        if sheet.keys[index] in governed:
            return True  # «أعلنت «أمواج»، الشركة المعروفة، عن»
        mark = sheet.mark(index)
        if mark == ":" or "complementiser" in sheet.words[index].classes:
            return "reporting_verb" not in sheet.words[index - 1].classes
        other = sheet.opening.get(index)
        if other is not None and (words_in(sheet, other) > 4 or not is_preposition(sheet, before)):
            return words_in(sheet, other) > 4
        if mark in STOPS or _is_speech_form(sheet.words[index]):
            return False
        index += 1
    return False


@by_word
def _is_speech_form(word: Word) -> bool:
    reading = word.tags.get("reporting_verb")
    return reading is not None and reading.features.form in {"perfect", "imperfect", "participle"} and is_clear(word)
