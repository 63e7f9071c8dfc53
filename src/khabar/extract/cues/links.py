"""The evidence after a speech word: complementiser, colon, quotation or governed preposition."""

from __future__ import annotations

from khabar.extract.attributes import in_charge
from khabar.extract.cues.asides import REACH, after_parenthesis, after_relative_clause, aside_end, relative_before
from khabar.extract.cues.governed import attached, begins_with_letter, governed, governed_phrase, is_governed, object_before, quotation
from khabar.extract.cues.inner import is_asyndetic, is_finite, is_light, is_published, tells
from khabar.extract.cues.marked_names import is_name, words_in
from khabar.extract.cues.model import BARE, CLAUSE, COLON, NOUN_PHRASE, Found
from khabar.extract.homographs import PUNCTUATION
from khabar.extract.memo import by_entry, by_word
from khabar.extract.sheet import COMMAS, DASHES, STOPS, Landmarks, Sheet
from khabar.extract.words import (
    HIDING,
    anonymity_end,
    has_madda,
    looks_imperfect,
)
from khabar.model import Entry, Reading, Word

_OPENERS = frozenset({"تم", "لقد", "هناك", "لا", "لم", "لن", "ليس"})
"""Words that open a clause and never a subject."""
_FUTURE = 5
"""Letters of the shortest verb after سن."""
_SPOKEN = 4
"""Words between marks that are hardly a name."""
_SETTINGS = frozenset({"صعيد", "هامش", "غرار"})
"""Nouns after على that tell of the occasion and are nobody's object."""


_FIRST_PERSONS = frozenset({"نحن", "انا", "اننا", "انني", "لدينا"})
"""Pronouns of the one who speaks, with which his own words begin."""

_OF_CLAUSES = frozenset({"complementiser", "question", "negation", "auxiliary", "contrast"})
"""Classes of words with which a clause begins."""
_TELLING = Landmarks(classes=_OF_CLAUSES | {"reporting_verb"})
"""Words by which a complement begins, or the search for it ends; besides them some rare ones, and the prepositions of the verb."""

_SHORT_SUBJECT = 3
"""Tokens from a verb to a known noun with its preposition: «رحب وزير العدل بمجلس الإدارة»; farther it may belong to the subject."""
_WHETHER = "اذا"
"""The conjunction that opens a question without ما."""

_PARENTHESES = DASHES | {"("}
"""Marks with which a parenthesis may begin."""
_GOVERNED_BEFORE_CLAUSE = frozenset({"الي", "علي", "عن"})
"""Prepositions that stand before أن only where a verb governs them."""


def complement_after(sheet: Sheet, position: int, verb: Reading) -> Found | None:
    """What a speech word at `position` reports, by the evidence after it.

    «قال الوزير، أمس، إن» is followed by a clause, «قال: «…»» by a colon, «أضاف «…»» by a quotation. A quoted name in
    the subject (صحيفة «الميناء») is passed over; another finite speech word ends the search.
    """
    limit = aside_end(sheet, position) or sheet.sentence_end(position, REACH)
    if (spoken := _direct_speech(sheet, position, limit, verb)) is not None:
        return spoken
    prepositions, keys = governed(verb.entry), _keys_of_interest(verb.entry)
    index, has_gone_on = position + 1, False
    while (index := _next_telling(sheet, index, limit, keys)) < limit:
        pair = sheet.opening.get(index)
        if pair is not None and (_is_predicate(sheet, index, verb) or not is_name(sheet, pair, index, limit, prepositions)):
            return None if has_gone_on else quotation(sheet, position, index, verb)
        if pair is None and sheet.kinds[index] == PUNCTUATION:
            mark = sheet.mark(index)
            if mark == ":":
                return _after_colon(sheet, index, limit)
            if mark in STOPS and not sheet.is_tight(index):
                return None
            index = after_parenthesis(sheet, index, limit) if mark in _PARENTHESES else index + 1
            has_gone_on = has_gone_on or (mark in COMMAS and index < limit and _joins_verb(sheet, index))
            continue
        key, classes = sheet.keys[index], sheet.words[index].classes
        if _begins_words(sheet, index, verb):
            return Found(CLAUSE, index, index)
        if pair is not None:
            index = sheet.before(pair.span.end) + 1
            continue
        if key in HIDING and (after := anonymity_end(sheet, index, limit)):
            index = after
            continue
        if "reporting_verb" in classes and (after := _after_inner_verb(sheet, position, index, limit, verb)):
            index = after
            continue
        if not classes.isdisjoint(_OF_CLAUSES):
            if (found := _clause(sheet, position, index, verb)) is not None:
                return object_before(sheet, position, index, verb) or found
            if _goes_on(sheet, position, index):
                return None
        if "reporting_verb" in classes and (is_finite(sheet, index) or is_light(sheet, index, verb)):
            return None
        if (
            key in prepositions
            and "preposition" in classes
            and index + 1 < limit
            and not (_is_setting(sheet, index) or _is_of_title(sheet, position, index, limit))
        ):
            return governed_phrase(sheet, position, index, verb)
        index += 1
    return None


def _is_predicate(sheet: Sheet, opening: int, verb: Reading) -> bool:
    """«واعتبرته النقابة «خطوة إلى الوراء»»: the object of the verb is its pronoun, so that what is quoted is said of it."""
    return bool(verb.features.enclitic) and verb.entry.flag("object") and sheet.words[opening - 1].definite


def _begins_words(sheet: Sheet, index: int, verb: Reading) -> bool:
    """«وقال | نحن نعمل»: direct speech without marks; «يتساءل الكاتب | إذا كانت»: a question without ما."""
    key = sheet.keys[index]
    if key == _WHETHER:
        return verb.entry.string("cue") == "ask" and index not in sheet.opening
    return key in _FIRST_PERSONS and tells(verb) and not has_madda(sheet, index)


def _joins_verb(sheet: Sheet, position: int) -> bool:
    """«أعلنت المدارس عطلة، | ويقدم السكان التهنئة بعبارة «…»»: whether a clause begins that what was told does not reach into."""
    return sheet.keys[position].startswith("و") and looks_imperfect(sheet, position)


@by_entry
def _keys_of_interest(verb: Entry) -> frozenset[str]:
    """Keys at which the search for a complement stops besides its landmarks: too rare for a list of their places in every text."""
    return governed(verb) | HIDING | _FIRST_PERSONS | {_WHETHER}


def _next_telling(sheet: Sheet, start: int, limit: int, keys: frozenset[str]) -> int:
    """Position of the next landmark or word with one of these keys; `limit` where there is none."""
    landmark = sheet.landmark(_TELLING, start)
    end = landmark if landmark < limit else limit  # noqa: FURB136 (`min` costs as much as the search)
    if start >= end or keys.isdisjoint(sheet.keys[start:end]):
        return end
    return next(index for index in range(start, end) if sheet.keys[index] in keys)


def _direct_speech(sheet: Sheet, position: int, limit: int, verb: Reading) -> Found | None:
    """Words that follow a verb at once, in brackets («صاح قائلا (لن أستسلم)») or without marks («وأضاف سنحدد موقفنا»)."""
    follow = position + 1
    if follow >= limit:
        return None
    if verb.entry.lemma == "قال":
        # «قائلة لها (توقفي)»
        bracket = follow + 1 if "pronoun_preposition" in sheet.words[follow].tags else follow
        if bracket + 1 < limit and sheet.written(bracket) == "(":
            return Found(BARE, bracket, bracket)
    if _may_open_speech(sheet.words[follow]) and tells(verb) and not verb.entry.flag("strict") and _opens_speech(sheet, follow):
        return Found(CLAUSE, follow, follow)
    return None


def _opens_speech(sheet: Sheet, position: int) -> bool:
    """«وأضاف سنحدد موقفنا»، «وأضاف تم القبض عليه»: direct speech without marks, by the word that opens it."""
    return sheet.keys[position] in _OPENERS or not sheet.written(position).endswith(("ة", "ات"))


@by_word
def _may_open_speech(word: Word) -> bool:
    """Whether a word opens a clause, or is a verb of the first person in the future, as far as its key tells."""
    if word.key in _OPENERS:
        return True
    if len(word.key) < _FUTURE or not word.key.startswith("سن"):
        return False
    reading = word.tags.get("reporting_verb")
    return reading.features.person == 1 if reading is not None else not word.tags


def _is_setting(sheet: Sheet, preposition: int) -> bool:
    """«وأكدت، على صعيد آخر، أن»: what follows a preposition is no object of the verb; but «أشار التقرير إلى تسجيل مخالفات»."""
    noun = preposition + 1
    if sheet.keys[noun] in _SETTINGS or sheet.is_any(noun, "complementiser"):
        return True
    return sheet.keys[preposition] != "الي" and sheet.is_any(noun, "medium_noun")


def _is_of_title(sheet: Sheet, position: int, preposition: int, limit: int) -> bool:
    """«أكد المشرف على الفريق أن»: a preposition that the title before it asks for, with a clause of the verb still to come."""
    if sheet.keys[preposition] != "علي" or not in_charge(sheet, position, preposition):
        return False
    for index in range(preposition + 2, limit):
        if sheet.is_mark(index, STOPS) or is_finite(sheet, index):
            return False
        if "complementiser" in sheet.words[index].classes:
            return not _is_joined(sheet.words[index])
    return False


def _after_inner_verb(sheet: Sheet, position: int, index: int, limit: int, verb: Reading) -> int:
    """Position after a verb, or its clause, that belongs to a noun between the main verb and its complement; 0 for any other verb."""
    if is_published(sheet, index):
        return index + 2
    if index > position + 1 and relative_before(sheet, index) and is_finite(sheet, index):
        return _own_clause(sheet, index, limit, verb) or after_relative_clause(sheet, index, limit)
    return index + 1 if is_asyndetic(sheet, index) else 0


def _clause(sheet: Sheet, position: int, index: int, verb: Reading) -> Found | None:
    """A complementiser of this verb, or an indirect question."""
    if "complementiser" in sheet.words[index].classes and not _goes_on(sheet, position, index):
        if sheet.keys[index - 1] == "علي" and sheet.is_mark(index - 2, COMMAS) and "على" not in verb.entry.strings("prep"):
            return None  # «تفاصيل العقد، على أن يبدأ غدا»: a condition
        before = sheet.keys[index - 1]
        is_ours = before not in _GOVERNED_BEFORE_CLAUSE or before in governed(verb.entry)
        if not is_ours and (verb.entry.flag("strict") or before == "الي"):
            return None  # «أشار المصدر الذي يتابع الملف | إلى أن»
        if index == position + 1 or "clause_taker" not in sheet.words[index - 1].classes:
            return Found(CLAUSE, index, clause_start(sheet, index))
        return None
    return Found(CLAUSE, index, index) if _is_question(sheet, index) and _asks(verb) else None


def _goes_on(sheet: Sheet, position: int, index: int) -> bool:
    """«وأن»، «ولم»، «فإن»: the sentence goes on with another clause."""
    if index == position + 1:
        return "complementiser" in sheet.words[index].classes and sheet.keys[index].startswith("ف")
    return sheet.keys[index - 1] == "و" or _is_joined(sheet.words[index])


@by_word
def _is_joined(word: Word) -> bool:
    """Whether a word that opens a clause has the conjunction و or ف before it."""
    readings = (word.tags.get(name) for name in ("complementiser", "negation", "auxiliary", "contrast"))
    return word.key[:1] in {"و", "ف"} and any(reading is not None and reading.proclitics[:1] in {"و", "ف"} for reading in readings)


def _is_question(sheet: Sheet, index: int) -> bool:
    if sheet.keys[index] == "كم" and sheet.written(index - 1)[-1:].isdigit():
        return False  # «20 كم»
    return "question" in sheet.words[index].classes or (
        sheet.keys[index] == "ما" and index + 1 < len(sheet) and sheet.keys[index + 1] == "اذا"
    )


def _asks(verb: Reading) -> bool:
    return verb.entry.string("cue") in {"ask", "neutral", "reveal_admit"} and not (
        verb.entry.flag("strict") and verb.entry.string("cue") != "ask"
    )


def clause_start(sheet: Sheet, complementiser: int) -> int:
    """Where the words reported begin: after a bare أن, but with أنها its pronoun belongs to them."""
    return complementiser if _has_pronoun(sheet.words[complementiser]) else complementiser + 1


@by_word
def _has_pronoun(word: Word) -> bool:
    reading = word.tags.get("complementiser")
    return reading is not None and reading.entry.flag("pronoun")


def _after_colon(sheet: Sheet, colon: int, limit: int) -> Found | None:
    content = colon + 1
    if content >= limit:
        return None
    if "complementiser" in sheet.words[content].classes:
        content = clause_start(sheet, content)
    return Found(COLON, colon, content) if content < limit else None


def _own_clause(sheet: Sheet, inner: int, limit: int, verb: Reading) -> int:
    """«أشارت الدراسة التي أعلن عنها الصندوق | إلى أن»: the preposition before أن that the main verb governs, and not the inner one."""
    reading = sheet.tag(inner, "reporting_verb")
    ours = governed(verb.entry) - (governed(reading.entry) if reading is not None else frozenset())
    for index in range(inner + 1, limit - 1):
        if sheet.is_mark(index, COMMAS):
            break
        pair = sheet.opening.get(index)
        if pair is not None and reading is not None and reading.entry.flag("strict") and words_in(sheet, pair) >= _SPOKEN:
            return index  # «قال كلاين الذي نقل الطفل | «انتشلت …»»
        if sheet.keys[index] in ours and sheet.is_any(index + 1, "complementiser"):
            return index
    return 0


def governed_preposition(sheet: Sheet, position: int, verb: Reading) -> Found | None:
    """The bare noun phrase that a speech word reports: after the preposition it governs, or its object (أكد وجود …)."""
    limit = sheet.sentence_end(position, 25)
    if position + 1 < limit and is_light(sheet, position + 1, verb):
        return None  # «وتساءل قائلا: «…»»
    prepositions, letters = governed(verb.entry), attached(verb.entry)
    objects: list[int] = []
    spare: list[int] = []
    end = _clause_limit(sheet, position + 1, limit) if prepositions else position + 1
    for index in range(position + 1, end):
        key = sheet.keys[index]
        if (
            key in prepositions
            and "preposition" in sheet.words[index].classes
            and (key == "الي" or not sheet.is_any(min(index + 1, limit - 1), "medium_noun"))
        ):
            return governed_phrase(sheet, position, index, verb) if index + 1 < limit else None
        if letters and is_governed(sheet, index, verb.entry):
            objects.append(index)
        elif letters and index <= position + _SHORT_SUBJECT and begins_with_letter(sheet, index, letters):
            spare.append(index)
    objects = objects or spare[:1]
    if objects:
        # the first may be a name that begins with the letter: تعهد بوتين بتقديم
        first = objects[1] if len(objects) > 1 and objects[0] == position + 1 and objects[1] <= position + 6 else objects[0]
        return Found(NOUN_PHRASE, first, first)
    return Found(NOUN_PHRASE, position + 1, position + 1) if verb.entry.flag("np") and position + 1 < limit else None


def _clause_limit(sheet: Sheet, index: int, limit: int) -> int:
    """Position of the first quotation, full stop or other verb of speech; `limit` where none stands before it."""
    while (index := sheet.landmark(_TELLING, index)) < limit:
        if index in sheet.opening or sheet.is_mark(index, STOPS) or is_finite(sheet, index):
            return index
        index += 1
    return limit
