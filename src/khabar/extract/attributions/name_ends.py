"""How far a personal name reaches: before a title, an adjective, a thing or a word of grammar."""

from __future__ import annotations

from khabar.extract.attributions.name_words import has_article, is_head, is_hyphen, is_part, is_teknonym, is_title, may_be_given_name
from khabar.extract.memo import by_word
from khabar.extract.sheet import Sheet
from khabar.extract.words import has_madda, is_foreign_name, is_owned, is_verbal_noun
from khabar.model import Word

NAME_LIMIT = 6
"""Tokens that a personal name may have."""

_QUANTIFIERS = frozenset({"كل", "جميع", "بعض", "كافه", "حوالي", "نحو", "قرابه", "زهاء"})
_PRONOUNS = frozenset({"هو", "هي", "هم", "هما", "هذا", "هذه", "ذلك", "تلك"})
_PERIPHRASTIC = frozenset({"تم", "يتم", "تتم"})
"""The verb of the passive with a verbal noun."""
_NEVER_NAMES = _QUANTIFIERS | _PRONOUNS | _PERIPHRASTIC
_MIN_NAME = 2
_TAILS = frozenset({"الله", "الدين", "الرحمن", "الاسلام", "العابدين", "الزهراء"})
_CLOSED_CLASSES = frozenset(
    {
        "preposition",
        "relative",
        "conjunction",
        "complementiser",
        "negation",
        "adverb",
        "auxiliary",
        "contrast",
        "pronoun_preposition",
        "excellency",
        "anaphor",
    }
)
_COMMON_NOUNS = frozenset({"object_noun", "demonym", "source_noun", "attributive"})


def may_be_name(sheet: Sheet, position: int, *, first: bool) -> bool:
    """Whether the word may be part of a name: no word of grammar, no title, no adverb in the accusative."""
    if sheet.keys[position] in _NEVER_NAMES or sheet.is_punctuation(position) or sheet.after_date(position):
        return False
    word = sheet.words[position]
    if "complementiser" in word.classes and not has_madda(sheet, position):
        return False  # «أن», but «آن»
    if is_part(sheet, position) or is_foreign_name(sheet, position):
        return True
    if _is_never_named(word) or (first and _is_never_first(word)) or (not word.tags and _is_reason(sheet, position)):
        return False
    written = sheet.written(position)
    return "\N{ARABIC FATHATAN}" not in written and written[0].isalpha()


@by_word
def _is_never_named(word: Word) -> bool:
    """Whether a word is one of grammar, a verb, or a noun with the pronoun of its owner: حديثها."""
    if not word.classes.isdisjoint(_CLOSED_CLASSES):
        return True
    if is_owned(word):
        return "given_name" not in word.classes
    reading = word.tags.get("reporting_verb")
    return reading is not None and not reading.article


@by_word
def _is_never_first(word: Word) -> bool:
    """Whether a word is a noun or adjective with which no name begins, or a single letter."""
    if not word.classes.isdisjoint(_COMMON_NOUNS) or word.key.startswith("لل"):
        return True
    return len(word.key.rstrip(".")) < _MIN_NAME


def _is_reason(sheet: Sheet, position: int) -> bool:
    """«لتواجده»، «لقيامها»: an unknown word between ل and a pronoun."""
    written = sheet.written(position)
    return len(written) > 4 and written.startswith("ل") and written.endswith(("ه", "ها", "هم"))


def _is_family_name(sheet: Sheet, position: int, end: int, *, may_hold: bool) -> bool:
    """«سامر الخطيب»: a title alone at the end of a phrase; a title in apposition has an adjective or a possessor after it.

    Args:
        sheet: the tokens.
        position: position of the title.
        end: position after the phrase.
        may_hold: a name is complete before it, so that it may be what somebody is: «أوكاي غونينسين | الكاتب في صحيفة «أفق»».
    """
    if may_hold and _has_place(sheet, position, end):
        return False
    after = position + 1
    if after >= end:
        return True
    if not has_article(sheet, position):
        return sheet.is_punctuation(after)
    if not has_article(sheet, after) or sheet.keys[after].startswith("لل"):
        return True  # «سامر الخطيب للرد على»
    return is_head(sheet, after) and may_be_given_name(sheet, position - 1)  # «سامر الخطيب المتحدث باسم»


def _has_place(sheet: Sheet, position: int, end: int) -> bool:
    """«أوكاي غونينسين | الكاتب في صحيفة «أفق»»: whether a title is followed by the body where somebody holds it."""
    body = position + 2
    if body >= end or sheet.keys[position + 1] not in {"في", "لدي"}:
        return False
    reading = sheet.words[body].tags.get("source_noun")
    return reading is not None and reading.entry.string("type") in {"organisation", "media"}


def _is_last(sheet: Sheet, position: int, end: int) -> bool:
    """«عبدالله الربيعة،»: an unknown word after a given name, with nothing that it might belong to after it."""
    after = position + 1
    closed = after >= end or sheet.is_punctuation(after)
    return closed and not sheet.words[position].tags and may_be_given_name(sheet, position - 1)


@by_word
def _is_thing(word: Word) -> bool:
    """«الاتهامات»، «الاقتراح»: a definite word with the ending or pattern of things and deeds, which no family has for a name."""
    return word.key.endswith("ات") or is_verbal_noun(word.key.removeprefix("ال"))


def _names_thing(sheet: Sheet, position: int) -> bool:
    """«حضر فهد بن راشد الحفل»، «زار سامر كرم الصين»: a definite noun that the lexicons know for a thing or a place."""
    return not sheet.words[position].classes.isdisjoint({"name_head", "medium_noun", "object_noun", "place"})


def name_end(sheet: Sheet, start: int, end: int, *, strict: bool = False) -> int:
    """Position after the last token of a name: before a title or an adjective that follows it.

    Args:
        sheet: the tokens.
        start: position of its first token.
        end: position that it does not pass.
        strict: in running text, one unknown word at most follows each given name.
    """
    index = start + 1
    unknown = 0 if is_part(sheet, start) or "given_name" in sheet.words[start].classes else 1
    last, end = end, min(end, start + NAME_LIMIT)
    if is_teknonym(sheet, start):
        index, unknown = start + 2, 0
    while index < end:
        if not may_be_name(sheet, index, first=False) or "anaphor" in sheet.words[index].classes:
            if not is_hyphen(sheet, index):
                break
            index += 2
            continue
        word, key = sheet.words[index], sheet.keys[index]
        if key in _TAILS or "name_particle" in sheet.words[index - 1].classes:
            index += 1
            continue
        if is_title(sheet, index) and not _is_family_name(sheet, index, last, may_hold=index - start > 1):
            break
        if word.definite and not (key.startswith("كال") and not word.tags):  # «دانيال كالفيلو»
            if "attributive" in word.classes or _is_thing(word) or (index - start > 1 and _names_thing(sheet, index)):
                break  # «سامر الخطيب المعروف بـ»، «نفى سامر الخطيب الاتهامات»
            if (strict and unknown) or (key.endswith("ه") and not (key.endswith("الله") or _is_last(sheet, index, end))):
                break
            follows_given_name = index - start == 1 or sheet.keys[index - 1] in _TAILS  # «سعد الدين | المصري»
            if key.startswith("ال") and (follows_given_name or "demonym" not in word.classes):
                return index + 1
            break
        if is_part(sheet, index):
            unknown = 0
        elif strict and sheet.is_any(index, "name_head", "medium_noun", "object_noun"):
            break  # «افتتح الأمير فهد معرض الكتاب»
        else:
            unknown += 1
            if strict and (unknown > 1 or (index - start > 1 and sheet.written(index).endswith("ة"))):
                break  # «نشر كريستيانو رونالدو صورة»
        index += 1
    return index
