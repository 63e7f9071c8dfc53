"""Words that a text uses in another sense than their letters tell: names spelled like particles, and the words of blessings."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from khabar.extract.memo import by_word
from khabar.layers import View
from khabar.model import TOKEN_KINDS, TokenKind, Word

PUNCTUATION = TOKEN_KINDS.index(TokenKind.PUNCTUATION)
"""The kind of tokens that are marks."""
_NAMES = frozenset({"given_name", "name_particle"})
_OF_CLAUSES = frozenset({"complementiser", "question"})
"""Classes of words that open a clause."""
_IMPERFECT = frozenset("ايتن")
"""The letters with which an imperfect verb begins."""


def words_of(view: View) -> list[Word]:
    """What the lexicons know of each token, in the sense in which the text uses it.

    * «فان غال»: a name spelled like the particle فإن, which a clause would follow.
    * «بان كي مون»: a name spelled like the particle كي, which an imperfect would follow.
    * «سي إن إن»، «إف أم»: a part of a name spelled like a word that opens a clause.
    * «المطران متى الخوري»: a name spelled like a question, after a title.
    * «علي» in a text that spells the preposition على.
    * «صلى الله عليه وسلم»: a blessing, of which no word says or names anything by itself.
    """
    words = list(view.words)
    for position in _named_like_particles(view, words):
        words[position] = _as_name(words[position])
    for phrase in view.phrases("media_name"):
        for position in range(phrase.start_token, phrase.end_token):
            if not words[position].classes.isdisjoint(_OF_CLAUSES):
                words[position] = _as_name(words[position])
    for phrase in view.phrases("blessing"):
        for position in range(phrase.start_token, phrase.end_token):
            words[position] = _as_blessing(words[position])
    return words


def _named_like_particles(view: View, words: list[Word]) -> Iterator[int]:
    tokens = view.tokens
    text, starts, ends = tokens.text, tokens.starts, tokens.ends
    on: list[int] = []
    by_name: list[int] = []
    for position, word in enumerate(words):
        if word.key not in _PARTICLES:
            continue
        written = text[starts[position] : ends[position]]
        if word.key == "علي":
            (on if written.endswith("ى") else by_name).append(position)
        elif word.key == "متي":
            if position and _is_person(words[position - 1]) and position + 1 < len(words) and words[position + 1].definite:
                yield position
        elif _is_unknown(view, words, position + 1) and (
            written == "فان"
            if word.key == "فان"
            else position > 0 and "given_name" in words[position - 1].tags and words[position + 1].key[:1] not in _IMPERFECT
        ):
            yield position
    if on and len(by_name) <= len(on):
        yield from (position for position in by_name if not _is_noun(words, position + 1))


_ENDINGS = ("ات", "ه", "ين", "ون")
"""Endings of nouns that no family name with the article has, by match key."""
_PARTICLES = frozenset({"فان", "كي", "علي", "متي"})
"""Particles that are names too, by match key."""


def _is_noun(words: list[Word], position: int) -> bool:
    """Whether a definite noun stands there («علي النقاط»): a known one, or one with an ending that family names lack."""
    if position >= len(words) or not words[position].definite:
        return False
    word = words[position]
    if "given_name" in word.tags:
        return False
    return (bool(word.tags) and not word.key.endswith("ي")) or word.key.endswith(_ENDINGS)


@by_word
def _is_person(word: Word) -> bool:
    """Whether a word is the noun of a person: المطران، النائب."""
    reading = word.tags.get("source_noun")
    return reading is not None and reading.entry.string("type") == "person"


@by_word
def _as_name(word: Word) -> Word:
    tags = {name: reading for name, reading in word.tags.items() if name in _NAMES}
    return attrs.evolve(word, readings=tuple(tags.values()), tags=tags, classes=frozenset(tags))


@by_word
def _as_blessing(word: Word) -> Word:
    return attrs.evolve(word, readings=(), tags={}, classes=frozenset({"blessing"}), definite=False)


def _is_unknown(view: View, words: list[Word], position: int) -> bool:
    if position >= len(words) or words[position].readings or view.tokens.kinds[position] == PUNCTUATION:
        return False
    return not words[position].key.startswith("ال")
