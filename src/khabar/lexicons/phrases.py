"""A trie of phrases, indexed by the key of the first word: cost does not grow with the size of the lexicon."""

from __future__ import annotations

from collections.abc import Sequence
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
