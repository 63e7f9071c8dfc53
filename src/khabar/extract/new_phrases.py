"""Where a noun begins a phrase of its own, so that the one before it has ended: النائب | القرار."""

from __future__ import annotations

from khabar.extract.memo import by_word
from khabar.extract.sheet import Sheet
from khabar.extract.words import ENDS_OF_NAMES, has_personal_name, is_adjective, is_object_noun, is_possessed, type_of
from khabar.model import Word

_PROCLITICS = ("ب", "ل", "ك", "و", "ف")
_NEVER_BEGINS = frozenset({"given_name", "preposition", "honorific"})
"""Classes of words that begin no phrase after another."""
_NEVER_ENDS = frozenset({"name_particle", "preposition", "honorific"})
"""Classes of words that end none."""


def begins_new_phrase(sheet: Sheet, position: int, floor: int = 0, *, after_mark: bool = False) -> bool:
    """Whether a noun begins a phrase of its own: after a definite noun no annexation can follow.

    A definite noun that is no adjective does (النائب | القرار), and so does an annexation (المذيع | موعد الحفل); a
    name after a title does not (النائب عادل).
    """
    before = position - 1
    if before < 0 or not sheet.words[position].classes.isdisjoint(_NEVER_BEGINS):
        return False  # «وكيل الوزارة | الدكتور سامر»: a title of respect goes on with the one before it
    if sheet.keys[position] == "عبد" or (sheet.keys[position] in ENDS_OF_NAMES and not sheet.words[before].definite):
        return False  # «سلمان بن | عبد العزيز»، «عز | الدين»
    if not sheet.words[before].classes.isdisjoint(_NEVER_ENDS):
        return False  # «الفريق | الركن»
    if position in sheet.places and (_follows_name(sheet, position, floor) or _follows_speaker(sheet, position)):
        return True  # «الأمير راشد بن عبدالله | إيران»، «دعا الوزير | إيران إلى»
    if after_mark:
        return sheet.keys[position].startswith("ال") and not is_adjective(sheet, position) and type_of(sheet, position) != "person"
    if is_object_noun(sheet, position) and (
        sheet.words[before].definite
        or "excellency" in sheet.words[before].classes
        or not sheet.is_any(before, "object_noun", "source_noun")
    ):
        return True  # طهران | وجود عناصر، الخبير | وقوع تغيرات، سموه | أهمية التعاون
    if _is_body_after_adjective(sheet, position):
        return True
    if not _may_be_last(sheet, before, floor):
        return False
    if is_possessed(sheet, position) or _is_construct_plural(sheet, position) or _is_people(sheet, position, floor):
        return True  # «نشطاء المنطقة | استياءهم»، «الشمري | مديري التعليم»
    if is_adjective(sheet, position) and not _is_other_noun(sheet, position):
        return False
    if sheet.has_conjunction(position) or sheet.keys[position].startswith("لل"):
        return False  # «الاتحاد السعودي | للكرة الطائرة» goes on
    if sheet.keys[position].startswith("ال"):
        return not _agrees(sheet.keys[before], sheet.keys[position])
    follow = position + 1
    if follow >= len(sheet) or sheet.keys[follow] in ENDS_OF_NAMES:
        return False  # «وزير العدل اليمني عز الدين الخطيب»
    if sheet.after_date(follow) and "given_name" in sheet.words[before].tags:
        return False  # «الرئيس باراك أوباما الأربعاء»
    if type_of(sheet, position) == "organisation" and sheet.words[follow].definite and not _may_be_governed(sheet.words[position]):
        return True  # «دعا المجلس | وزارة الخارجية إلى»
    return sheet.keys[follow].startswith("ال") and not is_adjective(sheet, follow)


def _is_other_noun(sheet: Sheet, position: int) -> bool:
    """Whether a word that looks like an adjective is a noun of its own.

    «حكم المباراة | نهاية الشوط»: without the article it describes no definite noun. «اتهم الوزير | المعارضة»: a feminine word that may
    be a noun describes no man.
    """
    word, before = sheet.words[position], sheet.words[position - 1]
    if before.definite and not word.definite:
        return word.key.endswith("يه") and not _may_be_governed(word)
    if "source_noun" not in word.classes or not word.key.endswith("ه"):
        return False
    man = before.tags.get("source_noun")
    return man is not None and man.features.gender != "f" and man.features.number != "p" and man.entry.string("type") == "person"


@by_word
def _may_be_governed(word: Word) -> bool:
    """Whether a preposition or conjunction may be written before a word: لمديرية، بنهاية."""
    return any(reading.proclitics for reading in word.readings) if word.readings else word.key.startswith(_PROCLITICS)


def _is_body_after_adjective(sheet: Sheet, position: int) -> bool:
    """«اتهمت منظمات دولية | جماعة «الغيم» بـ»: a noun of a body after an indefinite noun and its relative adjective."""
    word, before = sheet.words[position], sheet.words[position - 1]
    if before.definite or word.definite or not before.key.endswith("يه") or _may_be_governed(word):
        return False
    is_adjective_alone = not before.tags or "demonym" in before.tags
    return is_adjective_alone and type_of(sheet, position) in {"organisation", "group"} and not sheet.words[position - 2].definite


def _may_be_last(sheet: Sheet, position: int, floor: int) -> bool:
    """Whether a phrase may end with this word: a definite noun, a place or outlet, a surname after a given name."""
    if sheet.keys[position].startswith("ال"):
        return True
    tags = sheet.words[position].tags
    if position >= floor and ("place" in tags or "media_name" in tags):
        return True
    return position > floor and "given_name" in sheet.words[position - 1].tags and "given_name" not in tags


def _follows_speaker(sheet: Sheet, position: int) -> bool:
    """«دعا الوزير | إيران إلى»: whether a place without the article stands after a noun of a speaker that has it."""
    reading = sheet.words[position - 1].tags.get("source_noun")
    return reading is not None and reading.article and not sheet.words[position].definite


def _follows_name(sheet: Sheet, position: int, floor: int) -> bool:
    """Whether a place stands after the whole name of a person, or after another place: «باريس | لندن»."""
    before = position - 1
    if sheet.places.get(before) == position:
        return True
    return not sheet.is_any(before, "name_particle", "source_noun") and has_personal_name(sheet, floor, position)


_ATTRIBUTES = 6
"""Tokens between a noun of persons and its adjective."""


def _is_people(sheet: Sheet, position: int, floor: int) -> bool:
    """«دعا مجلس الأمن | اللبنانيين إلى»: a people in the oblique plural, which describes no noun unless that is a plural too."""
    key = sheet.keys[position]
    if not (key.startswith("ال") and key.endswith("يين")):
        return False
    first = max(floor, position - _ATTRIBUTES)
    return not any(map(_is_plural, sheet.words[first:position]))


@by_word
def _is_plural(word: Word) -> bool:
    """Whether a word is a noun in the plural or dual, or ends like one."""
    noun = word.tags.get("source_noun")
    return word.key.endswith(("ين", "ون", "ان")) if noun is None else noun.features.number in {"p", "d"}


def _is_construct_plural(sheet: Sheet, position: int) -> bool:
    """Whether a noun of persons in the plural lacks its ن before its possessor: مديري التعليم، مسؤولي الوزارة."""
    reading, after = sheet.tag(position, "source_noun"), position + 1
    if reading is None or reading.features.number != "p" or sheet.words[position].definite or after >= len(sheet):
        return False
    return sheet.keys[position].endswith(("ي", "و")) and sheet.words[after].definite


def _agrees(noun: str, adjective: str) -> bool:
    """Whether a definite dual or plural has the ending of the one before it: الحرمين الشريفين، المسؤولين السابقين."""
    return noun.startswith("ال") and any(noun.endswith(ending) and adjective.endswith(ending) for ending in ("ين", "ون", "ات"))
