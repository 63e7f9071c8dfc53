"""How far a noun phrase reaches in running text, where no cue bounds it."""

from __future__ import annotations

from khabar.extract.attributions.name_words import (
    NAMING,
    follows_honorific,
    has_article,
    is_called,
    is_given_name,
    may_be_given_name,
    source_noun,
)
from khabar.extract.attributions.names import NAME_LIMIT, is_apposed_name
from khabar.extract.sheet import COMMAS, Landmarks, Sheet
from khabar.extract.words import SENT

LIMIT = 14
"""Tokens of a noun phrase in running text."""

_ATTRIBUTES = 4
"""Tokens of attributes between a title and the comma before a name."""

ELATIVES = frozenset({"العليا", "الكبري", "العظمي", "الوسطي", "الصغري", "الدنيا", "الاولي"})
"""Feminine adjectives of the highest degree, as match keys."""

_STOPS = frozenset({"preposition", "conjunction", "complementiser", "negation", "adverb", "auxiliary", "contrast", "pronoun_preposition"})

_BOUNDS = Landmarks(classes=frozenset({"relative"}), bounds=True)
"""Words and marks that no noun phrase in running text passes."""


def phrase_end(sheet: Sheet, head: int) -> int:
    """Position after the noun phrase of a head noun in running text.

    The annexation goes on to its first definite word; after it come adjectives with the article, and after a title a name.
    """
    stop = min(sheet.landmark(_BOUNDS, head + 1), head + LIMIT)
    naming = sheet.landmark(NAMING, head + 1)
    words, keys = sheet.words, sheet.keys
    closed = words[head].definite
    feminine = keys[head].endswith(("ه", "ات"))
    reading = source_noun(sheet, head)
    persons = reading is None or reading.entry.string("type") == "person"
    index = head + 1
    while index < stop:
        word = words[index]
        may_name = index + 1 >= naming or index == head + 1 or word.key.startswith("عبدال")
        if not _STOPS.isdisjoint(word.classes) and not is_given_name(sheet, index):
            if keys[index] != "باسم" and not (persons and keys[index] in SENT and "attributive" in sheet.classes[head]):
                break  # but «مبعوث المنظمة إلى المنطقة سامر الخطيب»
            closed = False
        elif (not persons and _is_past_body(sheet, index, closed=closed)) or (index == head + 2 and _is_past_adjective(sheet, head)):
            break
        elif may_name and word.definite and follows_honorific(sheet, index):
            return index + 1
        elif may_name and _begins_name(sheet, index, titled=closed and persons):
            return min(index + NAME_LIMIT, _limit(sheet, head))
        elif word.definite:
            if closed and not _is_adjective(sheet, index, feminine=feminine):
                if persons:
                    limit = _limit(sheet, head)
                    return _over_comma(sheet, _name_after(sheet, index, limit), limit)
                if index == head + 1 or not _is_purpose(sheet, index):
                    return index
                feminine = keys[index].endswith("ه")
            closed = True
        elif "place" in word.classes:
            if closed:
                break
            closed = True
        elif closed and "honorific" not in word.classes:
            if not (persons and index < naming < stop and _names_place_of_work(sheet, index, stop)):
                break
            closed = False
        index += 1
    if index in sheet.opening and index < _limit(sheet, head):
        return min(_after_name(sheet, head, index, persons=persons), _limit(sheet, head))
    return _over_comma(sheet, index, _limit(sheet, head)) if persons else index


def _limit(sheet: Sheet, head: int) -> int:
    """The position that no phrase of a head noun passes, whatever stands in it."""
    return min(sheet.sentence_end(head), head + LIMIT)


def _names_place_of_work(sheet: Sheet, position: int, stop: int) -> bool:
    """«رئيس لجنة المسابقات | باتحاد الكرة سامر الخطيب»: ب or ل before the noun of a body, with the name of a person to come."""
    readings = sheet.words[position].readings
    if not readings or readings[0].proclitics not in {"ب", "ل"} or sheet.classes[position].isdisjoint({"source_noun", "place_head"}):
        return False
    known = False  # of «بجامعة القاضي عياض» the name is that of the body
    for index in range(position + 1, stop):
        if known and is_given_name(sheet, index):
            return True
        known = known or "place" in sheet.classes[index] or (has_article(sheet, index) and "honorific" not in sheet.classes[index])
    return False


def _after_name(sheet: Sheet, head: int, opening: int, *, persons: bool) -> int:
    """«شركة طيران «النورس»»: position after the marks where what they hold is the name of the head noun, else before them."""
    named = opening == head + 1 or not (persons or has_article(sheet, head))
    return sheet.before(sheet.opening[opening].span.end) + 1 if named else opening


def _begins_name(sheet: Sheet, position: int, *, titled: bool) -> bool:
    """«الكاتب | سامر الخطيب»، «شاهد | يدعى سامر»."""
    if is_given_name(sheet, position) or follows_honorific(sheet, position) or is_called(sheet, position):
        return True
    return titled and may_be_given_name(sheet, position)


def _over_comma(sheet: Sheet, index: int, stop: int) -> int:
    """«الباحث في التراث، عمر حمداوي»، «مدرب الشباب، البرازيلي ماريو سيلفا»، «المشرف، الدكتور سامر»: a name after a comma."""
    after, last = index, min(stop, index + _ATTRIBUTES)
    while after < last and (sheet.keys[after] in {"في", "ب"} or _is_attributed(sheet, after)):
        after += 1
    if after + 2 < stop and sheet.is_mark(after, COMMAS):
        origin = sheet.is_any(after + 1, "demonym", "honorific") and has_article(sheet, after + 1)
        if is_given_name(sheet, after + 1 + origin):
            return min(after + 1 + origin + NAME_LIMIT, stop)
        if after + 3 < stop and sheet.is_mark(after + 3, COMMAS) and is_apposed_name(sheet, after + 1, after + 3):
            return after + 3
    return index


def _is_attributed(sheet: Sheet, position: int) -> bool:
    """«المؤسسة العامة | للمخابز»، «الأمين العام | لحزب الأمل»: a definite word or a body that may go on with a title."""
    if has_article(sheet, position) or "place" in sheet.classes[position]:
        return True
    reading = source_noun(sheet, position)
    return reading is not None and reading.proclitics == "ل" and reading.entry.string("type") == "organisation"


def _name_after(sheet: Sheet, index: int, stop: int) -> int:
    """«الكاتب الراحل مؤنس الرزاز»: past further adjectives if a given name follows them; else the phrase has ended before them."""
    after = index
    while after < min(stop, index + 3) and has_article(sheet, after):
        after += 1
    return min(after + NAME_LIMIT, stop) if after < stop and is_given_name(sheet, after) else index


def _is_past_adjective(sheet: Sheet, head: int) -> bool:
    """«بثت قنوات محلية | المشهد»: the noun is indefinite, since its adjective is; in «وزير خارجية الأردن» it is annexed."""
    adjective = head + 1
    if has_article(sheet, head) or has_article(sheet, adjective) or not has_article(sheet, adjective + 1):
        return False
    reading, key = source_noun(sheet, head), sheet.keys[adjective]
    if reading is None or sheet.is_any(adjective, "source_noun", "given_name", "place", "preposition"):
        return False
    things = reading.features.number == "p" and reading.entry.string("type") != "person"
    return (
        (things and key.endswith("يه")) or (reading.features.number != "p" and key.endswith("ي")) or "demonym" in sheet.classes[adjective]
    )


def _is_past_body(sheet: Sheet, position: int, *, closed: bool) -> bool:
    """A noun with a preposition before it in the same word («تصريحات لمدير …»), or, after the name of a body, that of a person."""
    if closed and (is_given_name(sheet, position) or "honorific" in sheet.classes[position]):
        return True
    readings = sheet.words[position].readings
    return bool(readings) and readings[0].proclitics[-1:] in {"ل", "ب", "ك"}


def _is_purpose(sheet: Sheet, position: int) -> bool:
    """«المنظمة الدولية | للهجرة»: what a body is for; an addressee (للصحفيين) is in the plural of persons."""
    return sheet.keys[position].startswith("لل") and not sheet.keys[position].endswith(("ين", "ون"))


def _is_adjective(sheet: Sheet, position: int, *, feminine: bool) -> bool:
    """A word with the article that goes on with a definite noun: the relative adjective in ـي, or one that agrees."""
    if sheet.is_any(position, "demonym", "source_noun", "adjective"):
        return True
    key = sheet.keys[position]
    return key.endswith(("ي", "يه")) or (feminine and (key.endswith("ه") or key in ELATIVES)) or key.startswith("وال")
