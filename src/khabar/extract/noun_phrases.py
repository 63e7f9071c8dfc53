"""The maximal noun phrase that begins at a token: head, annexation, adjectives, apposition, quoted name.

It stops before adverbials of time and place, before an addressee (للصحفيين) or a medium (في بيان), before a verb
of speech and at marks that no apposition bridges. Guideline: the source is the maximal noun phrase.
"""

from __future__ import annotations

import attrs

from khabar.extract.attributes import goes_on
from khabar.extract.homographs import PUNCTUATION
from khabar.extract.memo import by_word
from khabar.extract.sheet import COMMAS, DASHES, STOPS, Sheet
from khabar.extract.words import (
    HIDING,
    anonymity_end,
    begins_with_preposition,
    describes_object,
    has_madda,
    has_personal_name,
    is_addressed,
    is_adjective,
    is_foreign_name,
    is_object_noun,
    is_preposition,
    is_speech,
    looks_imperfect,
    type_of,
)
from khabar.model import TOKEN_KINDS, TokenKind, Word

LIMIT = 40
"""Tokens that a noun phrase may have."""
_NUMBER = TOKEN_KINDS.index(TokenKind.NUMBER)
_NAME = 10
"""Tokens that a name between marks may have, the marks included."""

_CLAUSE_PRONOUNS = frozenset({"هو", "هي", "هم", "هما", "هن", "نحن", "انا", "انت", "هذا", "هذه", "ذلك", "تلك"})
_DATED = frozenset({"الصادر", "الصادره", "المنشور", "المنشوره", "المورخ", "المورخه", "الموقع", "الموقعه", "المبرم", "المبرمه"})
"""Participles of documents that a date may complete."""
_TIMES_OF_OFFICE = frozenset({"سابقا", "حاليا"})
_IN_HIS_NAME = frozenset({"باسمه", "باسمها", "باسمهم"})
_OF_THEM = frozenset({"منهم", "منهن", "منها"})
DEMONSTRATIVES = frozenset({"هذا", "هذه", "ذلك", "تلك"})
"""Demonstratives that may stand before the noun that they point at."""
_PRONOUNS = _CLAUSE_PRONOUNS | {"نفسه", "نفسها", "ذاته", "ذاتها"}
_ALSO_RELATIVE = frozenset({"من", "ما", "مما"})
_SHORTEST_OBJECT = 3
"""Letters beyond which an unknown word in ا before على is a noun rather than a name: دليلا على."""
_NEVER_FIRST = frozenset({"blessing", "complementiser", "relative", "conjunction", "negation", "filler", "adverb", "auxiliary"})
_NEVER_INSIDE = frozenset({"blessing", "complementiser", "negation", "conjunction", "filler", "contrast", "auxiliary"})
_ADVERBIALS = frozenset({"adverb", "pronoun_preposition", "manner_head"})
_SELDOM_INSIDE = _ADVERBIALS | {"relative", "preposition", "reporting_verb"}
_NAMING = frozenset({"given_name", "place", "media_name", "name_particle", "honorific", "demonym", "reporting_verb", "adverb"})
"""Classes of words in ـا that are no nouns in the accusative."""


@attrs.define(eq=False)
class NounPhrase:
    """Tokens of a noun phrase."""

    start: int
    end: int


def noun_phrase(sheet: Sheet, start: int, stop: int, *, attached: bool = False) -> NounPhrase | None:
    """The noun phrase that begins at a token.

    Args:
        sheet: the tokens.
        start: position of its first token.
        stop: position that it does not reach: the complement of the cue, or the end of the sentence.
        attached: a preposition is written before its first word: لمصدر في الشرطة.
    """
    stop = min(stop, start + LIMIT)
    if start >= stop or not (attached or _may_begin(sheet, start)):
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
    if sheet.kinds[position] == PUNCTUATION or position in sheet.dated:
        return False
    if sheet.keys[position] in _PRONOUNS and not has_madda(sheet, position):  # «هذه الدراسة»
        follow = position + 1
        return sheet.keys[position] in DEMONSTRATIVES and follow < len(sheet) and bool(type_of(sheet, follow))
    return not (
        _is_never_first(sheet.words[position])
        or is_preposition(sheet, position)
        or is_addressed(sheet, position)
        or is_speech(sheet, position)
    )


@by_word
def _is_never_first(word: Word) -> bool:
    """Whether no noun phrase begins with a word, wherever it stands."""
    if "pronoun_preposition" in word.tags and "source_noun" not in word.tags:
        return True  # «لي», but «ولي العهد»
    return begins_with_preposition(word) or not word.classes.isdisjoint(_NEVER_FIRST)


def _core(sheet: Sheet, start: int, stop: int) -> int:
    """The phrase up to its first mark, preposition or adverbial that does not belong to it."""
    index = start
    while index < stop:
        if not sheet.is_plain(index):
            after = _quoted_name(sheet, start, index, stop) if index in sheet.opening else _bridge(sheet, start, index, stop)
            if not after:
                break
            index = after
        elif index == start:
            index += 1
        elif _may_open_clause(sheet.words[index]) and (clause := _attributive_clause(sheet, index, stop)):
            index = clause
        elif dated := sheet.dated.get(index):
            if sheet.keys[index - 1] not in _DATED:
                break
            index = min(dated, stop)  # «الخطة الصادرة مطلع العام»
        elif _ends_before(sheet, start, index, stop):
            break
        else:
            index += 1
    return index


def _quoted_name(sheet: Sheet, start: int, index: int, stop: int) -> int:
    """Position after a name between marks («صحيفة «الميناء»»); 0 for more than a name, and for a second one."""
    end = sheet.before(sheet.opening[index].span.end) + 1
    return 0 if end > stop or end - index > _NAME or (index > start and index - 1 in sheet.closing) else end


def _bridge(sheet: Sheet, start: int, index: int, stop: int) -> int:
    """Position after a mark inside a phrase and what it joins; 0 where the phrase ends.

    A gloss in brackets (الحركة (حماس)), two adjectives with a dash (اللبناني - الفلسطيني), a double name
    (جورينج-إكارت), a slash after a title (الدكتور / زهير).
    """
    if index == start or index + 1 >= stop:
        return 0
    mark = sheet.written(index)
    if mark == "." and sheet.is_tight(index):
        return index + 1  # «جيه.إل.إل»
    if mark == "(":
        return next((close + 1 for close in range(index + 2, min(stop, index + 10)) if sheet.written(close) == ")"), 0)
    if mark == "/" and type_of(sheet, index - 1) == "person":
        return index + 1
    if mark in DASHES:
        is_tight = sheet.ends[index - 1] == sheet.starts[index] and sheet.ends[index] == sheet.starts[index + 1]
        joined = all(sheet.keys[side].startswith("ال") and is_adjective(sheet, side) for side in (index - 1, index + 1))
        return index + 2 if joined or (is_tight and not sheet.is_punctuation(index + 1)) else 0
    return 0


def _attributive_clause(sheet: Sheet, index: int, stop: int) -> int:
    """Position after a clause that belongs to the noun before it: المنظمة التي تعمل هناك، بيان نشرته على موقعها; 0 for none."""
    word = sheet.words[index]
    if word.key in HIDING and (anonymous := anonymity_end(sheet, index, stop)):
        return anonymous
    if not _is_relative(word) and not (_has_object_pronoun(word) and _follows_document(sheet, index)):
        return 0
    position = index + 1
    while position < min(stop, index + 25):
        pair = sheet.opening.get(position)
        if pair is not None:
            position = sheet.before(pair.span.end) + 1
            continue
        if sheet.is_punctuation(position):
            return position
        complementiser = sheet.words[position].tags.get("complementiser")
        if complementiser is not None and complementiser.proclitics == "ف":
            return position  # «بحسب المعطيات التي قدمتها فإن»
        if is_speech(sheet, position) or complementiser is not None:
            return 0
        position += 1
    return stop if stop <= index + 25 else 0


def _follows_document(sheet: Sheet, index: int) -> bool:
    """Whether a word that does not end in ة stands after a document."""
    return type_of(sheet, index - 1) == "document" and not sheet.written(index).endswith("ة")


@by_word
def _may_open_clause(word: Word) -> bool:
    """Whether a clause that belongs to a noun may begin with a word, as far as it alone tells."""
    return word.key in HIDING or _is_relative(word) or _has_object_pronoun(word)


def _is_relative(word: Word) -> bool:
    return "relative" in word.tags and word.key not in _ALSO_RELATIVE and word.key[:1] not in "وف"


@by_word
def _has_object_pronoun(word: Word) -> bool:
    """Whether a word looks like a verb whose pronoun goes back to the noun before it: نشرته، وزعتها."""
    reading = word.tags.get("reporting_verb")
    if reading is not None:
        return reading.features.enclitic in {"ه", "ها"}
    return len(word.key) > 4 and not word.readings and word.key.endswith(("ته", "تها"))


def _ends_before(sheet: Sheet, start: int, index: int, stop: int) -> bool:
    if is_addressed(sheet, index):
        return not (_names_members(sheet, start, index) or _names_maker(sheet, index) or _names_outlet(sheet, start, index))
    word, key = sheet.words[index], sheet.keys[index]
    if sheet.kinds[index] == _NUMBER and sheet.written(index - 1) == ")":
        return True  # «الإحصاءات الرسمية (المعهد الوطني) | 4,6 في المئة»
    if key in _IN_HIS_NAME and "speaking_noun" not in sheet.words[index - 1].classes:
        return True  # «أعرب الملك | باسمه وباسم شعبه عن»
    if sheet.text.find("\N{ARABIC FATHATAN}", sheet.starts[index], sheet.ends[index]) >= 0:
        return True  # an indefinite accusative is an object or a circumstance
    if not word.classes.isdisjoint(_NEVER_INSIDE) or _begins_object(sheet, start, index) or _is_accusative(sheet, index, stop):
        return True
    if "demonym" in sheet.words[index - 1].classes and _follows_indefinite(sheet, start, index):
        return True
    if not _is_seldom_inside(word):
        return False
    if "relative" in word.tags and key not in _ALSO_RELATIVE:
        return True
    if key in DEMONSTRATIVES and sheet.is_any(index - 1, "preposition"):
        return False  # «المشرفون على هذه الدراسة»
    if key in _CLAUSE_PRONOUNS or key.lstrip("وف") in _CLAUSE_PRONOUNS:
        return not has_madda(sheet, index)  # «آنا كوفالسكا»
    if key == "باسم":
        return False
    if key in _TIMES_OF_OFFICE and index + 1 < stop and sheet.is_any(index + 1, "honorific", "given_name"):
        return False  # «مدير التخطيط سابقا المهندس سامر الخطيب»
    if key in _OF_THEM and sheet.is_any(index - 1, "partitive"):
        return False  # «عدد منهم»
    if not word.classes.isdisjoint(_ADVERBIALS):
        return not is_foreign_name(sheet, index)
    if is_preposition(sheet, index):
        return sheet.keys[index - 1] != "من" and not goes_on(sheet, start, index, stop)
    return is_speech(sheet, index) and "preposition" not in sheet.words[index - 1].classes  # «المتخصص في علم النفس»


@by_word
def _is_seldom_inside(word: Word) -> bool:
    """Whether a noun phrase may end before a word, as far as it alone tells."""
    return not word.classes.isdisjoint(_SELDOM_INSIDE) or word.key.lstrip("وف") in _CLAUSE_PRONOUNS


def _begins_object(sheet: Sheet, start: int, index: int) -> bool:
    """«استبعد الكاتب فواز عزيز | وجود دور»، «اختتم كلاين | تصريحاته»: after a definite noun or a name a noun of its own begins."""
    word, before = sheet.words[index], sheet.words[index - 1]
    if start in sheet.opening and index - 1 in sheet.closing and is_object_noun(sheet, index):
        return True  # ««الخطيب» | حرص الجامعة»
    if word.definite or not (before.definite or "given_name" in before.tags or (index - 1 == start and not before.tags)):
        return False
    if is_object_noun(sheet, index):
        bears_name = type_of(sheet, start) not in {"organisation", "document", "media"}
        return "source_noun" not in word.tags and not (bears_name and "given_name" in word.tags)
    return _is_owned(word)


def _is_accusative(sheet: Sheet, index: int, stop: int) -> bool:
    """«الحكومة | آثارا واضحة»، «السكرتيرة | سؤالا مباشرا»، «الوزير | مؤشرا على»: an indefinite object after a definite noun.

    Foreign names have the same ending, so that an adjective must follow, or the preposition of a noun.
    """
    word, after = sheet.words[index], index + 1
    if not word.classes.isdisjoint(_NAMING) or word.definite or not sheet.words[index - 1].definite or after >= len(sheet):
        return False
    if not sheet.written(index).endswith("ا") or word.key.endswith("يا"):
        return False  # «المدعوم دوليا»
    if sheet.keys[after] == "علي":
        return len(word.key) > _SHORTEST_OBJECT and word.key[1] != "ا"
    adjective = sheet.words[after]
    is_feminine = sheet.written(after).endswith("ة") and not (adjective.tags or adjective.definite)
    is_nisba = sheet.written(after).endswith("يا") and not (adjective.tags or adjective.definite)
    return after < stop and (describes_object(adjective) or is_feminine or is_nisba)


@by_word
def _is_owned(word: Word) -> bool:
    """Whether a noun of saying has a pronoun at its end, and the word is no name: تصريحاته، موقفه."""
    nouns = (word.tags.get(name) for name in ("medium_noun", "speech_noun", "manner_noun"))
    return "given_name" not in word.tags and any(reading is not None and bool(reading.features.enclitic) for reading in nouns)


def _follows_indefinite(sheet: Sheet, start: int, index: int) -> bool:
    """«وسائل إعلام يابانية | اللاعب»: after an indefinite noun and its relative adjective nothing definite belongs to it."""
    word, adjective = sheet.words[index], sheet.words[index - 1]
    if adjective.definite or index < start + 2 or not word.definite:
        return False
    if "honorific" in word.tags or "given_name" in word.tags or adjective.key[-1:] not in {"ي", "ه"} or sheet.words[start].definite:
        return False
    noun = sheet.words[index - 2].tags.get("source_noun")
    if noun is not None and noun.features.gender == "m" and noun.features.number == "s" and adjective.key.endswith("ه"):
        return False  # «وزير مالية | الدنمارك»: an adjective of the man would be masculine
    return not (sheet.words[index - 2].definite or has_personal_name(sheet, start, index))


def _names_members(sheet: Sheet, start: int, index: int) -> bool:
    """«الاتحاد الدولي للصحافيين»: the hearers' noun belongs to the name of a body."""
    if not sheet.keys[index].startswith("لل"):
        return False
    return any(type_of(sheet, position) == "organisation" for position in range(max(start, index - 2), index)) and not has_personal_name(
        sheet, start, index
    )


def _names_maker(sheet: Sheet, index: int) -> bool:
    """«إحصائية لـ«الميناء»»: after a document ل names whose it is."""
    return type_of(sheet, index - 1) == "document" and sheet.keys[index] == "ل" and index + 1 in sheet.opening


def _names_outlet(sheet: Sheet, start: int, index: int) -> bool:
    """«الموقع الإلكتروني لصحيفة «الميناء»»: after a medium and its adjective ل names the outlet whose it is."""
    if type_of(sheet, start) != "media" or index != start + 2 or not is_adjective(sheet, start + 1):
        return False
    return type_of(sheet, index) == "media" or sheet.keys[index] == "ل"


def _apposition(sheet: Sheet, start: int, end: int, stop: int) -> int:
    """Where a phrase after a comma ends that says the same of the same; `end` where none belongs.

    «عادل منصور، وزير المالية»، «الرئيس التنفيذي، سامر الخطيب»; «المصدر، وهو ضابط في الشرطة» says something new.
    """
    head = end + 1
    if not sheet.is_mark(end, COMMAS) or head >= stop or head in sheet.opening:
        return end
    if sheet.keys[head] in {"وهو", "وهي"}:
        return end
    if sheet.keys[head] in {"البالغ", "البالغه"}:
        return _remark(sheet, head, stop) or end
    if sheet.is_any(head, "relative"):
        return _attributive_clause(sheet, head, stop) or end
    if anonymous := anonymity_end(sheet, head, stop):
        return anonymous  # «مصدر في الوزارة، فضل عدم ذكر اسمه»
    has_conjunction = sheet.keys[head][:1] in {"و", "ف"} and sheet.has_conjunction(head)
    if not _may_begin(sheet, head) or _may_be_verb(sheet, head) or has_conjunction:
        return end
    is_role = type_of(sheet, head) == "person" or (sheet.words[head].definite and sheet.is_any(head, "attributive"))
    # «في رأي الناقد، الفيلم ضعيف»: a definite noun after the comma is no name, unless it ends as family names do
    may_name = sheet.keys[head].endswith("ي") if sheet.words[head].definite else not _is_governed_noun(sheet, head, stop)
    named = has_personal_name(sheet, start, end)
    is_name = sheet.is_any(head, "given_name") or (type_of(sheet, start) == "person" and may_name and not named)
    if not (is_role or is_name):
        return end
    grown = _core(sheet, head, stop)
    # an apposition in the middle is closed by a comma, or by the complement itself
    closed = grown >= stop or sheet.is_punctuation(grown) or sheet.tag(grown, "complementiser") or _adverbial(sheet, grown)
    return grown if closed else end


def _is_governed_noun(sheet: Sheet, position: int, stop: int) -> bool:
    """«بهزائم جماعته»: an unknown word that may begin with a preposition, before its possessor; but «بدرة قعلول» is a name."""
    after = position + 1
    if after >= stop or not sheet.keys[position].startswith(("ب", "ل")):
        return False
    is_owner = sheet.words[after].definite and not sheet.keys[after].endswith("ي")
    return is_owner or sheet.written(after).endswith(("ه", "ها", "هم"))


def _may_be_verb(sheet: Sheet, position: int) -> bool:
    """Whether a word after a comma may open a clause (فيعود، يعود إلى); a given name with سـ (سامر) is hardly a future."""
    if looks_imperfect(sheet, position):
        after = position + 1
        has_object = after < len(sheet) and (sheet.words[after].definite or "preposition" in sheet.words[after].classes)
        if has_object or sheet.keys[position].startswith("ف"):
            return True
    reading = sheet.tag(position, "reporting_verb")
    return reading is not None and not (reading.proclitics.endswith("س") and sheet.is_any(position, "given_name"))


def _remark(sheet: Sheet, head: int, stop: int) -> int:
    """Position after «وهو طالب في المدرسة»، up to the mark that closes it; 0 where it is a clause of its own."""
    for position in range(head + 1, min(stop, head + 14)):
        if is_speech(sheet, position) or sheet.is_any(position, "complementiser") or sheet.is_mark(position, STOPS):
            return 0
        if sheet.is_mark(position, COMMAS):
            return position
    return stop if stop <= head + 14 and stop < len(sheet) and not sheet.is_mark(stop, STOPS) else 0


def _adverbial(sheet: Sheet, position: int) -> bool:
    return (
        bool(sheet.after_date(position))
        or sheet.is_any(position, "preposition", "adverb")
        or is_addressed(sheet, position)
        or sheet.is_mark(position, DASHES)
    )
