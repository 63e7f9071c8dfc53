"""All lexicons of a pipeline as one table: one look-up a word tells every class it belongs to."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from khabar.errors import LexiconError
from khabar.lexicons.forms import Form
from khabar.lexicons.matches import ClassSets, Matches
from khabar.lexicons.phrases import Ending, Node, words_of
from khabar.lexicons.proclitics import Stem, may_carry, stems
from khabar.lexicons.schema import LexicalClass, Lexicon
from khabar.model import Entry, Features, Match, Reading, Word
from khabar.normalize import match_key

_MEMO_LIMIT = 200_000
"""Distinct written words remembered; beyond it the memo starts afresh."""

_HAMZA = frozenset("أإآؤئءٱ\u0654\u0655")
_VOWELS = "\N{ARABIC FATHATAN}\N{ARABIC DAMMATAN}\N{ARABIC KASRATAN}\N{ARABIC FATHA}\N{ARABIC DAMMA}\N{ARABIC KASRA}"
_NO_TAGS: Mapping[str, Reading] = {}
_UNINFLECTED = Features()


class _Memo(dict[str, Word]):
    """What is known of each distinct written word; made on first sight, forgotten together when there are too many."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, written: str) -> Word:
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        word = self[written] = self._table.look_up(match_key(written), written)
        return word


class _Openings(dict[str, list[tuple[Stem, Node]]]):
    """How a word with this key may begin a phrase; made on first sight."""

    def __init__(self, phrases: Node) -> None:
        super().__init__()
        self._first_words = phrases.next

    def __missing__(self, key: str) -> list[tuple[Stem, Node]]:
        nodes = ((stem, self._first_words.get(stem.key)) for stem in stems(key))
        openings = self[key] = [(stem, node) for stem, node in nodes if node]
        return openings


class Table:
    """The merged lexicons.

    Args:
        lexicons: what to merge. An entry that two of them share counts once.

    Raises:
        LexiconError: two lexicons say different things of one word of one class; the message names both.
    """

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        self._forms: list[Form] = []
        self._entries: list[Entry] = []  # of each form
        self._first: dict[str, int] = {}  # the place of the first form of a key
        self._others: dict[str, list[int]] = {}  # and of its homographs
        self._phrases = Node()
        self._openings = _Openings(self._phrases)
        self._classes: dict[str, LexicalClass] = {}
        self._class_sets = ClassSets()
        self._memo = _Memo(self)
        lexicons = tuple(lexicons)
        for lexicon in lexicons:
            for name, described in lexicon.classes.items():
                known = self._classes.setdefault(name, described)
                if known.clitics != described.clitics:
                    raise LexiconError(
                        f"{lexicon.name}: class {name} has clitics {described.clitics!r}, but {known.clitics!r} in another lexicon"
                    )
        shared = _shared_entries(lexicons)
        for lexicon in lexicons:
            for entry in lexicon.entries:
                if entry not in shared:
                    known_forms = list(lexicon.forms(entry))
                    self._forms += known_forms
                    self._entries += [entry] * len(known_forms)
        for index, key in enumerate(_folded([form.text for form in self._forms])):
            if (" " in key or "." in key) and len(words := words_of(key)) > 1:
                self._phrases.add(words, Ending(self._entries[index], self._forms[index].clitics))
            elif key in self._first:
                self._others.setdefault(key, []).append(index)
            else:
                self._first[key] = index

    def look_up(self, key: str, written: str) -> Word:
        """What the lexicons know of a word with this match key; `word()` remembers the answer.

        Writers leave out the hamza at the head of a word (اكد), but not inside it: راي is a name and never رأى.
        """
        has_hamza = not _HAMZA.isdisjoint(written)
        is_feminine = written.rstrip(_VOWELS).endswith("ة")  # مديرة is no مدير with a pronoun
        readings: list[Reading] = []
        opens = False
        openings = self._phrases.next
        for stem, proclitics, article in stems(key):
            opens = opens or stem in openings
            if stem in self._first:
                for index in (self._first[stem], *self._others.get(stem, ())):
                    text, features, clitics = self._forms[index]
                    if may_carry(clitics, proclitics, article) and (has_hamza or "أ" not in text[1:]):
                        if is_feminine and features.enclitic == "ه":
                            continue
                        readings.append(Reading(entry=self._entries[index], features=features, proclitics=proclitics, article=article))
        if not readings:
            return Word(key=key, tags=_NO_TAGS, definite=_looks_definite(key, written), opens_phrase=opens)
        if len(readings) > 1:
            readings = _without_likeness(readings)
            # a form that needs لم before it is the least likely of homographs: نقل is seldom "we say" cut short
            readings.sort(key=lambda reading: reading.features.jussive)
        tags = _tags(readings, written)
        classes = self._class_sets.one(frozenset(tags))
        definite = readings[0].article or readings[0].entry.lemma.startswith("ال")
        return Word(key=key, readings=tuple(readings), tags=tags, classes=classes, definite=definite, opens_phrase=opens)

    def word(self, written: str) -> Word:
        """What the lexicons know of one written word."""
        return self._memo[written]

    def words(self, written: Iterable[str]) -> list[Word]:
        """What the lexicons know of each written word."""
        return list(map(self._memo.__getitem__, written))

    def classes(self) -> Mapping[str, LexicalClass]:
        """The lexical classes by name."""
        return self._classes

    def matches(self, words: Sequence[Word]) -> Matches:
        """Words and phrases by lexical class, in the order of the text; the longest at each place of a class.

        Args:
            words: what `words()` gave for the words of a text.
        """
        places: dict[frozenset[str], list[int]] = defaultdict(list)
        phrases: dict[str, list[Match]] = {}
        last = len(words) - 1
        openings = self._openings.__getitem__
        for position, word in enumerate(words):
            if classes := word.classes:
                places[classes].append(position)
            if word.opens_phrase and position < last:
                following = words[position + 1].key
                for stem, node in openings(word.key):
                    if following in node.next:
                        for match in _walk(node, stem, words, position):
                            _keep_longest(phrases.setdefault(match.entry.lexical_class, []), match)
        return Matches(words, places, phrases, self._class_sets)


def _without_likeness(readings: list[Reading]) -> list[Reading]:
    """A word alone is likelier than one with a preposition: «كلاوس» is a name rather than "like Laos", «باراك» than "in Arak"."""
    alone = [reading for reading in readings if not reading.proclitics]
    if not alone:
        return readings
    is_name = any(reading.entry.lexical_class == "given_name" and not reading.entry.flag("ambiguous") for reading in alone)
    unlikely = {"ك", "ب", "ل"} if is_name else {"ك"}
    return [reading for reading in readings if reading.proclitics not in unlikely]


def _tags(readings: Sequence[Reading], written: str) -> dict[str, Reading]:
    """The first reading of each class; of several that end in ه and ة, the one whose ending is written.

    «المنظمة» is a body, though منظم has a feminine too; «المديرة» is no «مديره», since ة and the article bar a pronoun.
    """
    tags: dict[str, Reading] = {}
    for reading in readings:
        tags.setdefault(reading.entry.lexical_class, reading)
    if len(tags) == len(readings) or not written.rstrip(_VOWELS).endswith(("ه", "ة")):
        return tags
    for name, first in tags.items():
        owned = not first.article and written.endswith("ه")
        homographs = [reading for reading in readings if reading.entry.lexical_class == name]
        fitting = [reading for reading in homographs if owned == bool(reading.features.enclitic)] or homographs
        tags[name] = next((reading for reading in fitting if reading.entry.lemma.endswith("ة")), fitting[0])
    return tags


def _looks_definite(key: str, written: str) -> bool:
    """Whether an unknown word begins with the article: of «والي» the lām belongs to the word, and «إليوت» has its own hamza."""
    if not _HAMZA.isdisjoint(written[:2]):
        return False
    return key.startswith(("ال", "لل")) or (len(key) > 5 and key.startswith(("وال", "بال", "كال", "ولل", "وبال")))


def _keep_longest(found: list[Match], match: Match) -> None:
    """Add a phrase to those of its class, unless one covers it that began earlier, or here and is not shorter."""
    if not found or found[-1].end_token <= match.start_token:
        found.append(match)
    elif found[-1].start_token == match.start_token and found[-1].end_token < match.end_token:
        found[-1] = match


def _walk(node: Node, stem: Stem, words: Sequence[Word], position: int) -> Iterator[Match]:
    """Every phrase that begins with this stem at this place."""
    end = position + 1
    following: Node | None = node
    while following is not None:
        for entry, clitics in following.endings:
            if may_carry(clitics, stem.proclitics, stem.article):
                reading = Reading(entry=entry, features=_UNINFLECTED, proclitics=stem.proclitics, article=stem.article)
                yield Match(start_token=position, end_token=end, entry=entry, reading=reading)
        following = following.next.get(words[end].key) if end < len(words) else None
        end += 1


def _shared_entries(lexicons: Sequence[Lexicon]) -> set[Entry]:
    """The entries that repeat one of an earlier lexicon.

    Raises:
        LexiconError: two entries hold the same word of a class with different attributes.
    """
    spelled = [
        (entry, spelling) for lexicon in lexicons for entry in lexicon.entries for spelling in (entry.lemma, *entry.strings("forms"))
    ]
    owners: dict[tuple[str, str], Entry] = {}
    shared: set[Entry] = set()
    for (entry, spelling), key in zip(spelled, _folded([spelling for _, spelling in spelled]), strict=True):
        owner = owners.setdefault((entry.lexical_class, key), entry)
        if owner is not entry:
            if (owner.lemma, owner.attributes) != (entry.lemma, entry.attributes):
                raise LexiconError(
                    f"{entry.lexical_class} {spelling!r} stands in {owner.origin} ({owner.lemma!r}) "
                    f"and in {entry.origin} ({entry.lemma!r}) with other attributes"
                )
            shared.add(entry)
    return shared


@functools.cache
def _plain() -> re.Pattern[str]:
    """Letters that are their own keys."""
    return re.compile("[ء\u0624\u0626-\u0628\u062a-\u063a\u0641-\u0648\u064a \n]+")


def _folded(spellings: Sequence[str]) -> list[str]:
    """The match keys of many spellings: a key is made letter by letter, so each letter is replaced in all at once."""
    joined = "\n".join(spellings)
    if joined.count("\n") >= len(spellings):
        return [match_key(spelling) for spelling in spellings]
    for character in set(_plain().sub("", joined)):
        joined = joined.replace(character, match_key(character))
    return joined.split("\n")
