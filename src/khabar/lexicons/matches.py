"""What the lexicons found in one text: its words and phrases by lexical class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import chain
from operator import attrgetter

from khabar.model import Match, Word


class ClassSets:
    """The classes of words: one set for all words of the same classes, and which sets hold a class that is asked for.

    There are few sets and few questions, the same for every text, so the answers are kept until a word brings a new set.
    """

    __slots__ = ("_answers", "_known")

    def __init__(self) -> None:
        self._known: dict[frozenset[str], frozenset[str]] = {}
        self._answers: dict[frozenset[str], tuple[int, frozenset[frozenset[str]]]] = {}

    def one(self, classes: frozenset[str]) -> frozenset[str]:
        """The set that all words of these classes share."""
        return self._known.setdefault(classes, classes)

    def holding(self, lexical_classes: frozenset[str]) -> frozenset[frozenset[str]]:
        """The sets that hold any of these classes."""
        count = len(self._known)
        answered, holding = self._answers.get(lexical_classes, _UNANSWERED)
        if answered != count:
            holding = frozenset(names for names in tuple(self._known) if not names.isdisjoint(lexical_classes))
            self._answers[lexical_classes] = count, holding
        return holding


_UNANSWERED = -1, frozenset[frozenset[str]]()


class Matches(Mapping[str, Sequence[Match]]):
    """The words and phrases of a text by lexical class; those of a class are made when first asked for.

    It lacks classes without any, and goes through the others in the order of their names.

    Args:
        words: what the lexicons know of each token.
        places: the positions of words, by the classes that they belong to.
        phrases: the phrases of each class, none of which overlap.
        class_sets: all classes that words belong to.
    """

    def __init__(
        self,
        words: Sequence[Word],
        places: Mapping[frozenset[str], list[int]],
        phrases: Mapping[str, list[Match]],
        class_sets: ClassSets,
    ) -> None:
        self._words = words
        self._places = places
        self._phrases = phrases
        self._class_sets = class_sets
        self._made: dict[str, Sequence[Match]] = {}

    def __getitem__(self, lexical_class: str) -> Sequence[Match]:
        found = self.of(lexical_class)
        if not found:
            raise KeyError(lexical_class)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(sorted({*self._phrases, *chain.from_iterable(self._places)}))

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
        found: list[int] = []
        for names in self._class_sets.holding(frozenset(lexical_classes)).intersection(self._places):
            found += self._places[names]
        found.sort()
        return found

    def _make(self, lexical_class: str) -> Sequence[Match]:
        """The phrases of a class, and the words that they do not cover."""
        phrases = self.phrases(lexical_class)
        covered = {place for phrase in phrases for place in range(phrase.start_token, phrase.end_token)}
        found = [*phrases]
        for place in self.positions({lexical_class}):
            if place not in covered:
                reading = self._words[place].tags[lexical_class]
                found.append(Match(start_token=place, end_token=place + 1, entry=reading.entry, reading=reading))
        if phrases:
            found.sort(key=attrgetter("start_token"))
        return found or ()
