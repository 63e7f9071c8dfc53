"""Nouns that announce a name, and words that are built like no Arabic one."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from khabar.extract.memo import by_word
from khabar.extract.quotations.words import words
from khabar.extract.sheet import Sheet
from khabar.lexicons import Lexicon
from khabar.model import TOKEN_KINDS, QuotationKind, TokenKind, Word
from khabar.normalize.keys import match_key

if TYPE_CHECKING:
    from khabar.extract.quotations.context import Context

_LATIN = TOKEN_KINDS.index(TokenKind.LATIN)
_SEPARATE = frozenset(
    {"preposition", "pronoun_preposition", "relative", "conjunction", "complementiser", "given_name", "place", "media_name"}
)
_OWNERS = ("هما", "هم", "ها", "ه", "نا", "ي")
_ARTICLES = ("ال", "لل", "بال", "وال", "كال", "فال")
_NISBA = ("يه", "ي", "يات", "يين", "يون")
_PRONOUNS = ("هما", "هم", "ها", "كم", "نا", "ه")
_ENDINGS = ("ات", "ون", "ين", "ان", "ت", "ه", "ن")
_PREFIXES = ("است", "مست", "يست", "تست", "من", "مت", "ان", "ت", "م", "ي", "ن", "ا")
_CONSONANTS = frozenset("بتثجحخدذرزسشصضطظعغفقكلمنه")


class Head(NamedTuple):
    """An announcing noun before a quotation.

    Args:
        position: its last token.
        kind: NAME, TITLE or TERM.
        distance: how many adjectives or nouns stand between it and the mark.
        is_definite: it has the article.
    """

    position: int
    kind: QuotationKind
    distance: int
    is_definite: bool

    @property
    def is_annexed(self) -> bool:
        """Whether the quotation follows directly, and the noun has no article: the name is all that it can govern."""
        return self.distance == 0 and not self.is_definite


def head_before(context: Context, position: int) -> Head | None:
    """The announcing noun at a position or up to two tokens before it, with only adjectives or definite nouns between."""
    sheet = context.sheet
    position = _before_examples(sheet, position)
    for distance in range(3):
        index = position - distance
        if index < 0 or sheet.is_punctuation(index):
            return None
        head = context.head_at(index)
        if _is_verb(sheet, index) and (head is None or match_key(head.entry.lemma.split()[-1]) not in sheet.keys[index]):
            return None
        if head is not None:
            kind = QuotationKind(head.entry.string("kind"))
            between = range(index + 1, position + 1)
            fits = kind is not QuotationKind.NAME or all(_is_adjectival(sheet, place) for place in between)
            agrees = not head.article or all(sheet.keys[place].startswith("ال") for place in between)
            return Head(index, kind, distance, head.article) if fits and agrees else None
        owned = _kind_owned(sheet.words[index])
        if owned is not None:
            return Head(index, owned, distance, is_definite=False)
        if not _may_stand_between(sheet, index):
            return None
    return None


def _before_examples(sheet: Sheet, position: int) -> int:
    """«مسرحيات منها «الجسر»»، «ندوة حول «أدب الرحلة»»: the token before words that lead from a noun to its examples or its subject."""
    if position > 0 and sheet.keys[position] in words()["exemplifying"]:
        return position - 2 if sheet.keys[position - 1] == "من" else position - 1
    if position > 0 and sheet.keys[position] in words()["about"]:
        event = position - 1 if sheet.keys[position - 1].removeprefix("ال") in words()["event"] else position - 2
        return event if event >= 0 and sheet.keys[event].removeprefix("ال") in words()["event"] else position
    return position


def _is_verb(sheet: Sheet, position: int) -> bool:
    """«كتب «…»»: a plural that is a speech verb too (كُتُب، كَتَبَ) is taken for one."""
    reading = sheet.tag(position, "reporting_verb") if sheet.keys[position] not in words()["describing"] else None
    return reading is not None and not reading.article and reading.features.form in {"perfect", "imperfect"}


def _is_adjectival(sheet: Sheet, position: int) -> bool:
    """«الأوسط»، «الكورية»: a word that may be an adjective of the noun before it, not a noun annexed to it."""
    key = sheet.keys[position]
    return sheet.is_any(position, "demonym", "adjective") or key in words()["describing"] or key.endswith(("ه", "ي", "ات", "ين"))


@functools.cache
def _owned() -> Mapping[str, QuotationKind]:
    """The announcing nouns by match key, singular and plural: «روايته», «أفلامها»."""
    entries = Lexicon.builtin("name_heads").entries
    return {
        match_key(spelling): QuotationKind(entry.string("kind"))
        for entry in entries
        for spelling in (entry.lemma, entry.string("plural"), *entry.strings("forms"))
        if spelling and " " not in spelling
    }


@by_word
def _kind_owned(word: Word) -> QuotationKind | None:
    """The kind of name that a noun announces with the pronoun of its owner; None for any other word."""
    return _owned().get(_stem(word.key))


def _stem(key: str) -> str:
    """A noun without the pronoun of its owner; empty where it has none.

    >>> _stem("روايته"), _stem("افلامها"), _stem("الطريق")
    ('روايه', 'افلام', '')
    """
    bare = key[1:] if key[:1] in {"و", "ف", "ب", "ل"} and len(key) > 5 else key
    for candidate in (key, bare):
        for owner in _OWNERS:
            stem = candidate.removesuffix(owner)
            if stem != candidate and len(stem) >= 3:
                stem = f"{stem[:-1]}ه" if stem.endswith("ت") and f"{stem[:-1]}ه" in _owned() else stem
                if stem in _owned():
                    return stem
    return ""


def _may_stand_between(sheet: Sheet, position: int) -> bool:
    """«وكالة الأنباء الألمانية»، «فيلم الرعب»: an adjective or a definite noun after the announcing noun."""
    key, latin = sheet.keys[position], sheet.kinds[position] == _LATIN
    classes = sheet.words[position].classes
    if not classes.isdisjoint(_SEPARATE) and "adjective" not in classes:
        return False
    described = "demonym" in classes or key in words()["describing"] or (len(key) > 3 and key.endswith(("ي", "يه")))
    return latin or described or key.startswith("ال")


def looks_foreign(key: str) -> bool:
    """Whether a word has more consonants than an Arabic stem, or ends like none.

    An Arabic stem has at most four root letters; what may be a proclitic, a prefix or a suffix is not counted. Adjectives
    and abstract nouns of foreign stems (ديمقراطية) are Arabic words.

    >>> [word for word in ("نتفليكس", "موبكو", "استفزازيه", "اقتصاداتهم", "ديمقراطيه", "غوغل") if looks_foreign(word)]
    ['نتفليكس', 'موبكو']
    """
    if " " in key or key.startswith(_ARTICLES) or key.endswith(_NISBA) or len(key) < 4:
        return False
    if key[-1] == "و" and key[-2] in _CONSONANTS:
        return True
    stem = key[1:] if _has_proclitic(key) else key
    for endings in (_PRONOUNS, _ENDINGS):
        stem = next((stem.removesuffix(ending) for ending in endings if stem.endswith(ending)), stem)
    stem = next((stem.removeprefix(prefix) for prefix in _PREFIXES if stem.startswith(prefix)), stem)
    return sum(letter in _CONSONANTS for letter in stem) >= 5


def _has_proclitic(key: str) -> bool:
    """Whether a long word may begin with و, ف, ب, ل or ك before an Arabic word: «بمستقبل»، «باقتصاد», but not «بلومبرغ»."""
    if len(key) < 6 or key[0] not in "وفبلك":
        return False
    return key[1] in "متي" or (key[1] == "ا" and "ت" in key[2:4])
