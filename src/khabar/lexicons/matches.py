"""What the lexicons found in one text: its words and phrases by lexical class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from khabar.model import Match, Word


class Matches(Mapping[str, Sequence[Match]]):
    """The words and phrases of a text by lexical class; those of a class are made when first asked for.

    It lacks classes without any.

    Args:
        words: what the lexicons know of each token.
        places: the positions of words, by the classes that they belong to.
        phrases: the phrases of each class, none of which overlap.
    """

    def __init__(self, words: Sequence[Word], places: Mapping[frozenset[str], list[int]], phrases: Mapping[str, list[Match]]) -> None:
        self._words = words
        self._places = places
        self._phrases = phrases
        self._made: dict[str, list[Match]] = {}

    def __getitem__(self, lexical_class: str) -> Sequence[Match]:
        found = self._made.get(lexical_class)
        if found is None:
            found = self._made[lexical_class] = self._make(lexical_class)
        if not found:
            raise KeyError(lexical_class)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys([*self._phrases, *(name for names in self._places for name in names)]))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def phrases(self, lexical_class: str) -> Sequence[Match]:
        """The matches of a class that are more than one word."""
        return self._phrases.get(lexical_class, ())

    def positions(self, lexical_classes: Set[str]) -> list[int]:
        """The positions of the words of any of these classes, in the order of the text."""
        found: list[int] = []
        for names, places in self._places.items():
            if not names.isdisjoint(lexical_classes):
                found += places
        found.sort()
        return found

    def _make(self, lexical_class: str) -> list[Match]:
        """The words of a class that its phrases do not cover, and these phrases."""
        found: list[Match] = []
        phrases = iter(self.phrases(lexical_class))
        phrase = next(phrases, None)
        end = 0
        for place in self.positions({lexical_class}):
            while phrase is not None and phrase.start_token <= place:
                found.append(phrase)
                end = phrase.end_token
                phrase = next(phrases, None)
            if place >= end:
                reading = self._words[place].tags[lexical_class]
                found.append(Match(start_token=place, end_token=place + 1, entry=reading.entry, reading=reading))
        if phrase is not None:
            found.append(phrase)
        found += phrases
        return found
