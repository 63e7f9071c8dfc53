"""Proclitics: the one-letter words that are written together with the next one, and the article."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple


class Stem(NamedTuple):
    """A word without proclitics and article."""

    key: str
    proclitics: str
    article: bool


def stems(key: str) -> list[Stem]:
    """Every way to peel proclitics and article from a word, the longest stem first.

    Args:
        key: the match key of a word.

    >>> [(stem.proclitics, stem.article, stem.key) for stem in stems("وبالقول")]
    [('', False, 'وبالقول'), ('و', False, 'بالقول'), ('وب', False, 'القول'), ('وب', True, 'قول')]

    After ل the article loses its alif, and before another ل it disappears:

    >>> [stem.key for stem in stems("للعراق")], [stem.key for stem in stems("للجنه")]
    (['للعراق', 'اللعراق', 'العراق', 'لعراق', 'عراق'], ['للجنه', 'اللجنه', 'الجنه', 'لجنه', 'جنه'])
    """
    found = [Stem(key, "", False)]
    if key[:1] not in _PEELED or len(key) < 3:
        return found
    _peel_preposition(key, "", found)
    if key[0] in "وف":
        found.append(Stem(key[1:], key[0], False))
        _peel_preposition(key[1:], key[0], found)
    return found


_PEELED = frozenset("وفبكلسا")


def _peel_preposition(base: str, conjunction: str, found: list[Stem]) -> None:
    if len(base) < 3:
        return
    first = base[0]
    if base.startswith("ال"):
        found.append(Stem(base[2:], conjunction, True))
    elif base.startswith("لل"):
        proclitics = conjunction + "ل"
        found += (
            Stem("ا" + base, proclitics, False),
            Stem("ال" + base[2:], proclitics, False),
            Stem(base[1:], proclitics, True),
            Stem(base[2:], proclitics, True),
        )
    elif first in "بكلس":
        found.append(Stem(base[1:], conjunction + first, False))
        if base.startswith("ال", 1) and len(base) > 4:
            found.append(Stem(base[3:], conjunction + first, True))


@cache
def may_carry(clitics: str, proclitics: str, article: bool) -> bool:
    """Whether proclitics and article may stand before a word.

    Args:
        clitics: what its class allows: `none`, `conjunction`, `noun` or `verb`.
        proclitics: the letters that were peeled.
        article: the article was peeled.

    >>> may_carry("verb", "وس", False), may_carry("noun", "وس", False), may_carry("noun", "ب", True)
    (True, False, True)
    """
    if not proclitics and not article:
        return True
    match clitics:
        case "noun":
            return "س" not in proclitics
        case "verb":
            return not article and proclitics.strip("وف") in {"", "س"}
        case "conjunction":
            return not article and proclitics in {"و", "ف"}
        case _:
            return False
