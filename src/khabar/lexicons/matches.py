"""What the lexicons found in one text: its words and phrases by lexical class."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from operator import attrgetter

from khabar.model import Match, Word


class Matches(Mapping[str, Sequence[Match]]):
    """The words and phrases of a text by lexical class; those of a class are made when first asked for.

    It lacks classes without any, and goes through the others in the order of their names.

    Args:
        words: what the lexicons know of each token.
        places: the positions of words, by the classes that they belong to.
        phrases: the phrases of each class, none of which overlap.
    """

    def __init__(self, words: Sequence[Word], places: Mapping[frozenset[str], list[int]], phrases: Mapping[str, list[Match]]) -> None:
        self._words = words
        self._places = places
        self._phrases = phrases
        self._by_class: dict[str, list[int]] | None = None
        self._made: dict[str, Sequence[Match]] = {}

    def __getitem__(self, lexical_class: str) -> Sequence[Match]:
        found = self.of(lexical_class)
        if not found:
            raise KeyError(lexical_class)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(sorted({*self._phrases, *self._positions()}))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def of(self, lexical_class: str) -> Sequence[Match]:
        """The matches of a class, of which there may be none."""
        found = self._made.get(lexical_class)
        if found is None:
            found = self._made[lexical_class] = self._make(lexical_class)
        return found

    def phrases(self, lexical_class: str) -> Sequence[Match]:
        """The matches of a class that are more than one word."""
        return self._phrases.get(lexical_class, ())

    def positions(self, lexical_classes: Set[str]) -> list[int]:
        """The positions of the words of any of these classes, in the order of the text."""
        by_class = self._positions()
        return sorted({place for name in by_class.keys() & lexical_classes for place in by_class[name]})

    def _positions(self) -> Mapping[str, list[int]]:
        """The positions of the words of each class, not in the order of the text; worked out when first asked for."""
        if self._by_class is None:
            by_class = self._by_class = defaultdict[str, list[int]](list)
            for names, places in self._places.items():
                for name in names:
                    by_class[name] += places
        return self._by_class

    def _make(self, lexical_class: str) -> Sequence[Match]:
        """The phrases of a class, and the words that they do not cover."""
        phrases = self.phrases(lexical_class)
        covered = {place for phrase in phrases for place in range(phrase.start_token, phrase.end_token)}
        found = [*phrases]
        for place in sorted(self._positions().get(lexical_class, ())):
            if place not in covered:
                reading = self._words[place].tags[lexical_class]
                found.append(Match(start_token=place, end_token=place + 1, entry=reading.entry, reading=reading))
        if phrases:
            found.sort(key=attrgetter("start_token"))
        return found or ()
