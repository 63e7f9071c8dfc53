"""How far a noun phrase reaches in running text, where no cue bounds it."""

from __future__ import annotations

import attrs

from khabar.extract.attributions.name_ends import NAME_LIMIT
from khabar.extract.attributions.name_words import (
    announces,
    follows_honorific,
    has_article,
    is_called,
    is_given_name,
    may_be_given_name,
    may_name,
    source_noun,
)
from khabar.extract.attributions.names import is_apposed_name
from khabar.extract.memo import by_word
from khabar.extract.sheet import COMMAS, Landmarks, Sheet
from khabar.extract.words import SENT
from khabar.model import Word

LIMIT = 14
"""Tokens of a noun phrase in running text."""

_ATTRIBUTES = 4
"""Tokens of attributes between a title and the comma before a name."""

ELATIVES = frozenset({"العليا", "الكبري", "العظمي", "الوسطي", "الصغري", "الدنيا", "الاولي"})
"""Feminine adjectives of the highest degree, as match keys."""

_STOPS = frozenset({"preposition", "conjunction", "complementiser", "negation", "adverb", "auxiliary", "contrast", "pronoun_preposition"})

BOUNDS = Landmarks(classes=frozenset({"relative"}), bounds=True)
"""Words and marks that no noun phrase in running text passes."""


def phrase_end(sheet: Sheet, head: int) -> int:
    """Position after the noun phrase of a head noun in running text.

    The annexation goes on to its first definite word; after it come adjectives with the article, and after a title a name.
    """
    words, index, stop = sheet.words, head + 1, _bound(sheet, head)
    noun = words[head]
    closed, persons, feminine = noun.definite, _is_of_persons(noun), _takes_feminine(noun)
    while index < stop:
        word = words[index]
        part = _part(word)
        is_named = part.may_name and is_given_name(sheet, index)
        if part.stops and not is_named:
            if word.key != "باسم" and not (persons and word.key in SENT and "attributive" in noun.classes):
                break  # but «مبعوث المنظمة إلى المنطقة سامر الخطيب»
            closed = False
        elif not persons and (part.governed or (closed and (is_named or part.honorific))):
            break  # «وزارة الدفاع | العميد سامر»
        elif word.definite and not word.tags and follows_honorific(sheet, index):
            return index + 1
        elif is_named or (part.may_name and _announces_name(sheet, index, titled=closed and persons)):
            return _name_limit(sheet, index, _limit(sheet, head))
        elif word.definite:
            if closed and not (part.adjective or (feminine and part.feminine)):
                if persons:
                    return _over_comma(sheet, head, _name_after(sheet, index, _limit(sheet, head)))
                if index == head + 1 or not _is_purpose(sheet, index):
                    return index
                feminine = word.key.endswith("ه")
            closed = True
        elif part.place:
            if closed:
                break
            closed = True
        elif closed and not part.honorific:
            if not (persons and _is_joined(word) and _names_one(sheet, head, index, stop)):
                break
            closed = False
        index += 1
    if index in sheet.opening and index < _limit(sheet, head):
        return min(_after_name(sheet, head, index, persons=persons), _limit(sheet, head))
    # before `stop` stands no mark
    return _over_comma(sheet, head, index) if persons and stop - index <= _ATTRIBUTES else index


def _bound(sheet: Sheet, head: int) -> int:
    """The position that no phrase of a head noun passes in running text, unless it ends with a name in marks or after a comma."""
    words, stop, after = sheet.words, sheet.landmark(BOUNDS, head + 1), head + 2
    if stop - head > LIMIT:
        stop = head + LIMIT
    if after < stop and words[after].definite and not (words[head].definite or words[head + 1].definite):
        return after if _is_indefinite(sheet, head) else stop
    return stop


@by_word
def _is_of_persons(word: Word) -> bool:
    """Whether a head noun is that of a person, or one that the lexicons do not know."""
    reading = word.tags.get("source_noun")
    return reading is None or reading.entry.string("type") == "person"


@by_word
def _takes_feminine(word: Word) -> bool:
    """Whether the adjectives of a head noun are feminine, as far as its ending tells."""
    return word.key.endswith(("ه", "ات"))


@attrs.frozen(eq=False)
class _Part:
    """What a word may be after a head noun, wherever it stands.

    Args:
        may_name: a personal name may begin with it or after it.
        stops: a noun phrase ends before it, unless it is a given name.
        governed: a preposition is written in one with it, before which the noun of a body ends: «تصريحات | لمدير الصحة».
        honorific: a title of respect.
        place: the name of a place.
        adjective: with the article it goes on with a definite noun, as the relative adjective in ـي does.
        feminine: with the article it agrees with a feminine noun before it.
    """

    may_name: bool
    stops: bool
    governed: bool
    honorific: bool
    place: bool
    adjective: bool
    feminine: bool


@by_word
def _part(word: Word) -> _Part:
    key, classes = word.key, word.classes
    is_known = not classes.isdisjoint({"demonym", "source_noun", "adjective"})
    return _Part(
        may_name=may_name(word),
        stops=not classes.isdisjoint(_STOPS),
        governed=bool(word.readings) and word.readings[0].proclitics[-1:] in {"ل", "ب", "ك"},
        honorific="honorific" in classes,
        place="place" in classes,
        adjective=is_known or key.endswith(("ي", "يه")) or key.startswith("وال"),
        feminine=key.endswith("ه") or key in ELATIVES,
    )


@by_word
def _is_joined(word: Word) -> bool:
    """«رئيس لجنة المسابقات | باتحاد الكرة»: whether ب or ل joins the noun of a body to a title."""
    if not word.readings or word.classes.isdisjoint({"source_noun", "place_head"}):
        return False
    return word.readings[0].proclitics in {"ب", "ل"}


def _limit(sheet: Sheet, head: int) -> int:
    """The position that no phrase of a head noun passes, whatever stands in it."""
    return min(sheet.sentence_end(head), head + LIMIT)


def _names_one(sheet: Sheet, head: int, position: int, stop: int) -> bool:
    """«رئيس لجنة المسابقات | باتحاد الكرة سامر الخطيب»: whether after the name of a body that of a person is to come."""
    words = sheet.words
    if any(map(announces, words[head + 1 : position + 1])) or not any(map(announces, words[position + 1 : stop])):
        return False
    known = False  # of «بجامعة القاضي عياض» the name is that of the body
    for index in range(position + 1, stop):
        if known and is_given_name(sheet, index):
            return True
        known = (
            known or "place" in sheet.words[index].classes or (has_article(sheet, index) and "honorific" not in sheet.words[index].classes)
        )
    return False


def _after_name(sheet: Sheet, head: int, opening: int, *, persons: bool) -> int:
    """«شركة طيران «النورس»»: position after the marks where what they hold is the name of the head noun, else before them."""
    named = opening == head + 1 or not (persons or has_article(sheet, head))
    return sheet.before(sheet.opening[opening].span.end) + 1 if named else opening


def _announces_name(sheet: Sheet, position: int, *, titled: bool) -> bool:
    """«شاهد | يدعى سامر»، «الكاتب | كريم»: what is a name where it stands, or gives one."""
    if is_called(sheet, position) or follows_honorific(sheet, position):
        return True
    return titled and may_be_given_name(sheet, position)


def _over_comma(sheet: Sheet, head: int, index: int) -> int:
    """«الباحث في التراث، عمر حمداوي»، «مدرب الشباب، البرازيلي ماريو سيلفا»، «المشرف، الدكتور سامر»: a name after a comma."""
    words, after, last = sheet.words, index, index + _ATTRIBUTES
    while after < last and after < len(words) and _is_attributed(words[after]):
        after += 1
    if after == len(words) or not sheet.is_mark(after, COMMAS):
        return index
    stop = _limit(sheet, head)
    if after + 2 < stop:
        origin = sheet.is_any(after + 1, "demonym", "honorific") and has_article(sheet, after + 1)
        if is_given_name(sheet, after + 1 + origin):
            return _name_limit(sheet, after + 1 + origin, stop)
        if after + 3 < stop and sheet.is_mark(after + 3, COMMAS) and is_apposed_name(sheet, after + 1, after + 3):
            return after + 3
    return index


@by_word
def _is_attributed(word: Word) -> bool:
    """«المؤسسة العامة | للمخابز»، «الأمين العام | لحزب الأمل»: a definite word or a body that may go on with a title."""
    if word.definite or "place" in word.classes or word.key in {"في", "ب"}:
        return True
    reading = word.tags.get("source_noun")
    return reading is not None and reading.proclitics == "ل" and reading.entry.string("type") == "organisation"


def _name_after(sheet: Sheet, index: int, stop: int) -> int:
    """«الكاتب الراحل مؤنس الرزاز»: past further adjectives if a given name follows them; else the phrase has ended before them."""
    after = index
    while after < min(stop, index + 3) and has_article(sheet, after):
        after += 1
    return _name_limit(sheet, after, stop) if after < stop and is_given_name(sheet, after) else index


def _name_limit(sheet: Sheet, start: int, stop: int) -> int:
    """The position that no name which begins here passes: «كاميرون يريد | أن يتم»."""
    stop = min(start + NAME_LIMIT, stop)
    return next((index for index in range(start + 1, stop) if _ends_name(sheet.words[index])), stop)


@by_word
def _ends_name(word: Word) -> bool:
    """Whether a word of grammar is no part of a name: أن, but not «علي» nor «ماري لي»."""
    if not _part(word).stops or word.key == "لي":
        return False
    return "given_name" not in word.classes or "complementiser" in word.classes


def _is_indefinite(sheet: Sheet, head: int) -> bool:
    """«بثت قنوات محلية | المشهد»: the noun is indefinite, since its adjective is; in «وزير خارجية الأردن» it is annexed."""
    adjective = head + 1
    reading, key = source_noun(sheet, head), sheet.keys[adjective]
    if reading is None or sheet.is_any(adjective, "source_noun", "given_name", "place", "preposition"):
        return False
    things = reading.features.number == "p" and reading.entry.string("type") != "person"
    return (
        (things and key.endswith("يه"))
        or (reading.features.number != "p" and key.endswith("ي"))
        or "demonym" in sheet.words[adjective].classes
    )


def _is_purpose(sheet: Sheet, position: int) -> bool:
    """«المنظمة الدولية | للهجرة»: what a body is for; an addressee (للصحفيين) is in the plural of persons."""
    return sheet.keys[position].startswith("لل") and not sheet.keys[position].endswith(("ين", "ون"))
