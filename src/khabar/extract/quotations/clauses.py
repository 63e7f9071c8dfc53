"""A cheap test for a clause: particles that open one, and words with the shape of a finite verb.

No tagger stands behind it. An imperfect is known by its prefix and length, a perfect by a short list, by the feminine ending
ت and by the plural ending وا; the nouns with the same shapes are listed in `quotation_words.toml`.
"""

from __future__ import annotations

import functools

from khabar.extract.memo import by_word
from khabar.extract.quotations.words import words
from khabar.extract.sheet import Sheet
from khabar.model import Word

REACH = 40
"""Tokens of a quotation within which a verb is looked for."""
_NO_VERBS = frozenset({"place", "given_name", "source_noun", "name_head", "adverb"})
"""Classes of words that are spelled like a verb, and then more often meant."""


@by_word
def opens_clause(word: Word) -> bool:
    """Whether a clause with a subject of its own begins with the word: إن، لقد، نحن، هناك، هل."""
    openers = words()["independent_opener"]
    return _bare(word.key, openers) in openers


@by_word
def opens_predicate(word: Word) -> bool:
    """Whether the word is a particle of a verb or a verb: لا، لن، سوف، يعمل."""
    particles = words()["predicate_opener"]
    return _bare(word.key, particles) in particles or is_finite(word)


def holds_clause(sheet: Sheet, first: int, last: int) -> bool:
    """Whether the words from `first` to `last` hold a clause.

    A noun with only a relative clause behind it (الطرق التي تضررت) is none.
    """
    for position, word in enumerate(sheet.words[first : min(last, first + REACH) + 1], first):
        if opens_predicate(word):
            return not any("relative" in between.classes for between in sheet.words[first + 1 : position])
        if position < first + 2 and position < last and opens_clause(word):
            return True
    return False


@by_word
def is_finite(word: Word) -> bool:
    """Whether the word is a speech verb and nothing else, a frequent verb, or has the shape of one and is no name or office."""
    reading = word.tags.get("reporting_verb") if len(word.tags) == 1 else None
    if reading is not None and not reading.article and reading.features.form in {"perfect", "imperfect"}:
        return True
    known = words()["finite_verb"]
    if _bare(word.key, known) in known:
        return True  # كان is a town too (Cannes)
    return word.classes.isdisjoint(_NO_VERBS) and _is_inflected(word.key)


def has_verb_shape(key: str) -> bool:
    """Whether a word, given by its match key, has the shape of a finite verb and is no known noun.

    >>> [word for word in ("سيكون", "الطريق", "تحسين", "استغرقت", "كانوا", "بيت") if has_verb_shape(word)]
    ['سيكون', 'استغرقت', 'كانوا']
    """
    known = words()["finite_verb"]
    return _bare(key, known) in known or _is_inflected(key)


def _is_inflected(key: str) -> bool:
    """Whether a word has a prefix or an ending of a finite verb, and is no known noun."""
    if key[:1] in {"و", "ف"} and len(key) > 4:
        key = key[1:]
    return _is_future(key) or _is_imperfect(key) or _is_perfect(key)


def _bare(key: str, known: frozenset[str]) -> str:
    return key[1:] if key not in known and key[:1] in {"و", "ف"} else key


def _is_future(key: str) -> bool:
    """«سيكون»، «ستستأنف»، «سنعمل»: the letter of the future before an imperfect."""
    return len(key) >= 5 and key[0] == "س" and key[1] in "يتن" and not _is_listed(key) and not key.endswith("ات")


def _is_imperfect(key: str) -> bool:
    """«يعمل»، «تعملون»، «تكون»: the prefix of the third person; with ت only where no verbal noun (تحسين، تعاون) looks the same."""
    if not 3 <= len(key) <= 9 or _is_listed(key):
        return False
    if key[0] == "ي":
        return not key.endswith(("ات", "يه"))
    if key[0] != "ت" or key.endswith(("ات", "يا", "يه")):
        return False
    if key.startswith(("تت", "تست")) and len(key) >= 5:
        return True
    # تفعيل and تفاعل: a long vowel before the last letter, or after the second; تفعلة and تفعلا: their endings
    stem = key.removesuffix("ها").removesuffix("هم") if len(key) > 5 else key
    return not ((len(stem) >= 5 and (stem[-2] == "ي" or stem[2] == "ا")) or (stem[-1] in "ها" and len(stem) > 4))


@functools.cache
def _listed() -> frozenset[str]:
    """The nouns with the shape of an imperfect, in all their forms."""
    nouns = words()["not_imperfect"]
    plain = {noun + ending for noun in nouns for ending in ("", "ا", "ه", "ها", "هم", "نا", "ين")}
    feminine = {noun.removesuffix("ه") + ending for noun in nouns if noun.endswith("ه") for ending in ("ته", "تها", "تهم", "تنا")}
    return frozenset(plain | feminine)


def _is_listed(key: str) -> bool:
    """Whether the word, or the same without the ending of a feminine, accusative or pronoun, is a noun with this shape."""
    return key in _listed()


def _is_perfect(key: str) -> bool:
    """«استغرقت»، «كانوا»: the endings of a feminine and of a plural."""
    if key in words()["not_perfect"] or key.startswith(("ال", "لل", "بال")):
        return False
    if key.endswith("وا"):
        return len(key) >= 5
    return len(key) >= 4 and key[-1] == "ت" and key[-2] not in "ايو"
