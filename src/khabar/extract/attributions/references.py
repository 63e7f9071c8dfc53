"""What a noun phrase says of the one it names: type, name, gender and number."""

from __future__ import annotations

import attrs

from khabar.extract.attributions.agreement import Agreement, agreement_of, agreement_of_noun, is_coordinate
from khabar.extract.attributions.extents import BOUNDS
from khabar.extract.attributions.name_ends import name_end
from khabar.extract.attributions.name_words import (
    CALLED,
    announces,
    has_article,
    is_called,
    is_given_name,
    is_head,
    is_head_alone,
    is_hyphen,
    is_rank,
    is_relative,
    source_noun,
)
from khabar.extract.attributions.names import TITLED, is_apposed_name, personal_name
from khabar.extract.attributions.speaker_types import GROUP, MEDIA, ORGANISATION, PERSON, PLACE, UNNAMED
from khabar.extract.memo import by_word
from khabar.extract.sheet import COMMAS, DASHES, Sheet
from khabar.extract.words import HIDING, POINTING_BACK, REMARKING, anonymity_end
from khabar.model import Reading, SpeakerType, Word

_BREAKS = DASHES | frozenset("()[]:")
BRACKETED = 6
"""Tokens that a name or an abbreviation in brackets may have: «(سي.إن.إن)»."""

_NAMED_IN_BRACKETS = frozenset({MEDIA, ORGANISATION})

_AGENCY = "وكاله"
_FIELDS = frozenset({"name_head", "source_noun", "object_noun"})
"""Classes of nouns that tell what an agency is for: «وكالة الفضاء»، «وكالة حماية البيئة»."""
_NEWS = frozenset({"انباء", "الانباء", "اخبار", "الاخبار", "اعلام"})


@attrs.define(eq=False)
class Reference:
    """A noun phrase read as the name of somebody or something.

    Args:
        start: position of its first token.
        end: position after its last token, without relative clause and remarks between dashes.
        type: what it names.
        head: position of the noun that tells the type; None where a name stands alone.
        name: first and last position + 1 of the personal name, or of the name of a medium; None where there is none.
        agreement: the genders and numbers in which a verb or pronoun may refer to it.
        definite: the head noun has the article, so that it may stand for somebody named before.
    """

    start: int
    end: int
    type: SpeakerType
    agreement: Agreement
    head: int | None = None
    name: tuple[int, int] | None = None
    definite: bool = False


def read(sheet: Sheet, start: int, end: int, *, strict: bool = False) -> Reference:
    """Read a noun phrase.

    Args:
        sheet: the tokens.
        start: position of its first token.
        end: position after its last token.
        strict: the phrase was cut out of running text, so that only a known given name begins a name.
    """
    plain = _of_noun(sheet, start, end, strict=strict)
    if plain is not None:
        return plain
    while start + 1 < end and sheet.is_punctuation(start) and start not in sheet.opening:
        start += 1
    name, head, last = None, None, end
    before = _is_same(sheet, start, end)
    segments = _segments(sheet, start + before, end)
    for first, stop in segments:
        if head is None and is_head(sheet, first):
            head = first + is_rank(sheet, first)
        name = name or _given(sheet, first, stop) or personal_name(sheet, _origin(sheet, first, stop, head), stop, strict=strict)
        if name is None and head is not None and head < first and is_apposed_name(sheet, first, stop):
            name = first, stop
        if name is not None and head is None and first <= name[0] and name[1] < stop and is_head(sheet, name[1]):
            head = name[1]
        if name is not None and head is not None:
            break
    if segments:
        last = segments[-1][1] if name is None or not strict else 0
        last = name[1] if name is not None and name[1] > last else last
    kind = _type(sheet, start, head, name)
    if kind is MEDIA and name is None:
        name = _medium(sheet, start, segments[0][1], strict=strict) if segments else None
    if name is None and head == start and kind in _NAMED_IN_BRACKETS:
        name = bracketed(sheet, start + 1) if start + 1 < end and not has_article(sheet, start) else None
    if name is None and start in sheet.opening:
        after = sheet.before(sheet.opening[start].span.end) + 1
        if (head is None and after == end) or (after < end and is_head(sheet, after)):
            name = quoted(sheet, start)  # «المرفأ» alone, ««صقر» المنتج»
    if name is None and head is not None and kind is PERSON:
        name = _in_marks(sheet, head, last) or _in_brackets(sheet, last)
    if name is None and kind is not PERSON and segments:
        last = segments[0][1]
    last = last if last > start else start + 1
    agreement = agreement_of(sheet, start if head is None else head, name, kind, last)
    return Reference(start, last, kind, agreement, head, name, has_article(sheet, start + before))


def _of_noun(sheet: Sheet, start: int, end: int, *, strict: bool) -> Reference | None:
    """A noun of body or role with words after it none of which may name a person: what most mentions in running text are."""
    word = sheet.words[start]
    noun = _noun_alone(word)
    if noun is None or (noun.titled and not strict) or start in sheet.opening or not (noun.titled or is_head(sheet, start)):
        return None
    name = None
    if end - start > 1:
        if sheet.landmark(BOUNDS, start + 1) < end:
            return None
        if not all(map(_names_nobody if noun.titled else _goes_on, sheet.words[start + 1 : end])):
            return None
        name = _medium(sheet, start, end, strict=strict) if noun.kind is MEDIA else None
    return Reference(start, end, noun.kind, noun.agreement, start, name, word.definite)


@attrs.frozen(eq=False)
class _Noun:
    """What a source noun says of the one it names where no name says more.

    Args:
        kind: what it names.
        agreement: how verbs agree with it.
        titled: it may be the title of a named person, and is a head noun wherever it stands; else no personal name follows it.
    """

    kind: SpeakerType
    agreement: Agreement
    titled: bool


@by_word
def _noun_alone(word: Word) -> _Noun | None:
    """What a source noun says where no word after it names; None where the phrase has to be read in any case."""
    reading = word.tags.get("source_noun")
    if reading is None or reading.entry.flag("rank") or word.key.removeprefix("ل") in POINTING_BACK or _may_break(word):
        return None
    kind, titled = _noun_type(reading, definite=word.definite), reading.entry.string("type", "person") in TITLED
    if titled and (announces(word) or not is_head_alone(word)):
        return None
    return _Noun(kind, agreement_of_noun(reading, kind), titled)


@by_word
def _names_nobody(word: Word) -> bool:
    """Whether a word tells no name, and joins none to that before it."""
    return not (announces(word) or is_coordinate(word))


@by_word
def _goes_on(word: Word) -> bool:
    """Whether the name of a body goes on with a word, even a given name: «جامعة الملك | فهد»."""
    return not (_may_break(word) or is_coordinate(word) or word.key in CALLED)


def is_determined(sheet: Sheet, reference: Reference) -> bool:
    """«الوزير»، «وزير المالية»: whether the noun is definite by its article, or by its annexation to a definite noun or name."""
    if has_article(sheet, reference.start):
        return True
    return reference.head is not None and _is_annexed(sheet, reference.head, reference.end)


def is_anaphoric(sheet: Sheet, reference: Reference) -> bool:
    """«المصدر ذاته»، «ذات المصدر»: whether the phrase says itself that it names one who was named before."""
    start, end = reference.start, reference.end
    if end - start == 1:
        return False
    return any(map(_is_anaphor, sheet.words[start + 1 : min(end, start + 5)])) or _is_same(sheet, start, end)


@by_word
def _is_anaphor(word: Word) -> bool:
    return "anaphor" in word.classes


def _is_same(sheet: Sheet, start: int, end: int) -> bool:
    if start + 1 >= end or not sheet.words[start + 1].definite:
        return False
    return sheet.keys[start].removeprefix("ل") in POINTING_BACK


def _given(sheet: Sheet, start: int, end: int) -> tuple[int, int] | None:
    """«شاهد عيان يدعى سامر الخطيب»: the name that a word of naming gives."""
    if end - start < 3 or CALLED.isdisjoint(sheet.keys[start + 1 : end - 1]):
        return None
    called = (index for index in range(start + 1, end - 1) if is_called(sheet, index))
    return next(((index + 1, name_end(sheet, index + 1, end)) for index in called), None)


def _origin(sheet: Sheet, first: int, stop: int, head: int | None) -> int:
    """Where the name begins after an origin: «مدرب الشباب، | البرازيلي | ماريو سيلفا»، «| الأردني | سامر الخطيب»."""
    after = first + 1
    if after >= stop or not has_article(sheet, first) or "demonym" not in sheet.words[first].classes or sheet.is_punctuation(after):
        return first
    apposed = head is not None and head < first
    return after if apposed or (head is None and is_given_name(sheet, after)) else first


def _is_annexed(sheet: Sheet, head: int, end: int) -> bool:
    """«وزير المالية»، «رئيسها»، «شركة «أمواج»»: a noun made definite by its possessor."""
    reading = source_noun(sheet, head)
    if reading is None or reading.features.number == "p":
        return False
    if reading.features.enclitic:
        return True
    words, index = sheet.words, head + 1
    if index < end and sheet.keys[head].endswith("ا") and sheet.keys[index].startswith("ل"):
        return False  # «رئيسا للجمهورية»: an indefinite accusative
    while index < end and _is_annexed_too(words[index]):
        index += 1
    for position in range(index, min(index + 2, end)):
        if words[position].definite or position in sheet.opening or "place" in words[position].classes:
            return True
        if sheet.is_punctuation(position) or sheet.is_any(position, "preposition", "demonym", "adjective"):
            return False
    return False


@by_word
def _is_annexed_too(word: Word) -> bool:
    """«مدير | مكتب | الوزير»: whether the possessor of a noun may be a noun that has its own possessor after it."""
    return not word.definite and not word.classes.isdisjoint({"source_noun", "place_head"})


def _segments(sheet: Sheet, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a phrase between commas and around brackets, the last one cut before a relative clause or a dash."""
    if start < end <= sheet.landmark(BOUNDS, start + 1) and sheet.is_plain(start) and not any(map(_may_break, sheet.words[start:end])):
        return [(start, end)]
    segments = []
    first, index = start, start
    while index < end:
        if not _may_break(sheet.words[index]) and sheet.is_plain(index):
            index += 1
            continue
        pair = sheet.opening.get(index)
        if pair is not None and sheet.before(pair.span.end) < end:
            index = sheet.before(pair.span.end) + 1
            continue
        if anonymity_end(sheet, index, end):
            break
        if sheet.is_mark(index, COMMAS):
            if index > first:
                segments.append((first, index))
            first = index + 1
        elif sheet.keys[index] in REMARKING and index == first:
            break  # «المصدر، وهو ضابط»
        elif index > first and (after := _after_brackets(sheet, index, end)):
            segments.append((first, index))  # «مخرج مسرحية (سراة الشعر) | المخرج سامر الخطيب»
            first = index = after
            continue
        elif index > first and ((sheet.is_mark(index, _BREAKS) and not is_hyphen(sheet, index)) or is_relative(sheet, index)):
            break
        index += 1
    if index > first:
        segments.append((first, index))
    return segments


@by_word
def _may_break(word: Word) -> bool:
    """Whether what begins with a word may be no part of the phrase before it: a remark, a clause."""
    return word.key in REMARKING or word.key in HIDING or "relative" in word.classes


def _after_brackets(sheet: Sheet, position: int, end: int) -> int:
    """Position after the brackets that open here, where a word of the phrase follows them; 0 for anything else."""
    if sheet.written(position) != "(":
        return 0
    closing = next((index for index in range(position + 1, end) if sheet.written(index) == ")"), end)
    return closing + 1 if closing + 1 < end and sheet.is_plain(closing + 1) else 0


def _medium(sheet: Sheet, start: int, end: int, *, strict: bool) -> tuple[int, int] | None:
    """«صحيفة هآرتس الإسرائيلية»، «موقع «الميناء»»: the name without class noun and adjectives; None where only adjectives follow."""
    first, known = start, sheet.media.get(start)
    if has_article(sheet, start):  # «القناة الخاصة «نسمة»»
        while first < end and has_article(sheet, first):
            first += 1
        return quoted(sheet, first) if first < end else None
    while first < end and "source_noun" in sheet.words[first].classes and _plain(sheet, first):
        first += 1
    while first < end and sheet.keys[first] in _NEWS:
        first += 1
    if first == start or first >= end or sheet.keys[first] == "التواصل":
        return None
    if known is not None and first < known.end_token <= end:
        return first, known.end_token  # «وكالة | الصحافة الفرنسية»
    if sheet.keys[first - 1] == _AGENCY and not sheet.words[first].classes.isdisjoint(_FIELDS) and first not in sheet.media:
        return None  # «وكالة الفضاء الدولية»: no news agency
    if "source_noun" in sheet.words[first].classes:
        return first, end  # «موقع هيئة الإذاعة البريطانية»: a body
    if first in sheet.opening:
        return quoted(sheet, first)
    last = first
    while last < end and not sheet.is_punctuation(last) and last not in sheet.opening and not (strict and last - first == 2):
        if last > first and (
            (strict and sheet.keys[last].startswith("و"))
            or "demonym" in sheet.words[last].classes
            or sheet.keys[last].startswith("لل")
            or "preposition" in sheet.words[last].classes
        ):
            break
        last += 1
    if last == first or ("demonym" in sheet.words[first].classes and "media_name" not in sheet.words[first].classes):
        return None
    if (
        not has_article(sheet, first)
        and sheet.keys[first].endswith(("ي", "يه"))
        and last - first == 1
        and "media_name" not in sheet.words[first].classes
    ):
        return None
    return first, last


def _in_marks(sheet: Sheet, head: int, end: int) -> tuple[int, int] | None:
    """«اللاعب «سامر الخطيب»»، «المتحدث باسم الوزارة «سامر الخطيب»»: the personal name in the marks after a definite title."""
    if not sheet.opening:
        return None
    opening = next((index for index in range(head + 1, min(end, head + BRACKETED)) if index in sheet.opening), 0)
    found = quoted(sheet, opening) if opening and (opening == head + 1 or has_article(sheet, opening - 1)) else None
    if found is None or not 2 <= found[1] - found[0] <= 4 or sheet.keys[found[0]].isascii():
        return None
    return found if personal_name(sheet, *found) == found else None


def _in_brackets(sheet: Sheet, position: int) -> tuple[int, int] | None:
    """«المتحدث باسم الاتحاد (سامر الخطيب)»: the personal name in the brackets after a title."""
    found = bracketed(sheet, position)
    if found is None or found[1] - found[0] < 2 or sheet.keys[found[0]].isascii():
        return None
    return found if personal_name(sheet, *found) == found else None


def bracketed(sheet: Sheet, position: int) -> tuple[int, int] | None:
    """«مؤسسة (أفق الغد) الاستشارية»، «حركة الإصلاح (حاصل)»: the few words in the brackets that open here."""
    if position >= len(sheet.keys) or sheet.written(position) != "(":
        return None
    for index in range(position + 1, min(position + BRACKETED + 2, len(sheet))):
        if sheet.written(index) == ")":
            return (position + 1, index) if index > position + 1 else None
        if sheet.is_punctuation(index) and sheet.written(index) not in {".", "-"}:
            return None
    return None


def quoted(sheet: Sheet, position: int) -> tuple[int, int] | None:
    """The content of the quotation that opens here."""
    pair = sheet.opening.get(position)
    return (position + 1, max(sheet.at(pair.content.end - 1) + 1, position + 2)) if pair is not None else None


def _plain(sheet: Sheet, position: int) -> bool:
    reading = source_noun(sheet, position)
    return reading is not None and not reading.article and reading.features.number != "p" and reading.entry.string("type") == "media"


def _type(sheet: Sheet, start: int, head: int | None, name: tuple[int, int] | None) -> SpeakerType:
    if head is not None:
        return PERSON if name is not None else _kind(sheet.words[head])
    if "media_name" in sheet.words[start].classes and "given_name" not in sheet.words[start].classes:
        return MEDIA
    if start in sheet.places and not is_given_name(sheet, start):
        return PLACE
    if name is not None:
        return PERSON
    demonym = sheet.words[start].tags.get("demonym")
    if (demonym is not None and demonym.features.number == "p") or sheet.keys[start].endswith(("ون", "ين")):
        return GROUP
    return ORGANISATION


@by_word
def _kind(word: Word) -> SpeakerType:
    """What a head noun without a name tells."""
    reading = word.tags.get("source_noun")
    return PERSON if reading is None else _noun_type(reading, definite=word.definite)


def _noun_type(reading: Reading, *, definite: bool) -> SpeakerType:
    """What a noun without a name tells; of a role in the plural, a group where it is definite and somebody unnamed where not."""
    kind = SpeakerType(reading.entry.string("type", "person"))
    if kind is PERSON and reading.features.number == "p":
        return GROUP if definite else UNNAMED
    return kind
