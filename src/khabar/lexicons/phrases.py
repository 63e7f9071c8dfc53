"""A trie of phrases, indexed by the key of the first word: cost does not grow with the size of the lexicon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from khabar.model import Entry


class Ending(NamedTuple):
    """A phrase that ends at a node: its entry, and which proclitics its first word may carry."""

    entry: Entry
    clitics: str


class Node:
    """One word on the way through the phrases."""

    __slots__ = ("endings", "next")

    def __init__(self) -> None:
        self.next: dict[str, Node] = {}
        self.endings: list[Ending] = []

    def add(self, keys: Sequence[str], ending: Ending) -> None:
        """Enter a phrase, given by the keys of its words."""
        node = self
        for key in keys:
            node = node.next.setdefault(key, Node())
        node.endings.append(ending)


def words_of(phrase: str) -> list[str]:
    """The words of a phrase as the tokeniser sees them: single letters with full stops are one word, names of letters are not.

    >>> words_of("بحر العرب"), words_of("أ.ب."), words_of("سي.إن.إن")
    (['بحر', 'العرب'], ['أ.ب.'], ['سي', '.', 'إن', '.', 'إن'])
    """
    return [word for part in phrase.split() for word in _split_at_stops(part)]


def _split_at_stops(part: str) -> Iterator[str]:
    names = part.split(".")
    if len(names) < 2 or all(len(name) < 2 for name in names):
        yield part
        return
    for position, name in enumerate(names):
        if position:
            yield "."
        if name:
            yield name
