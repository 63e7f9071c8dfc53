"""All lexicons of a pipeline as one table: one look-up a word tells every class it belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from khabar.errors import LexiconError
from khabar.lexicons.forms import Form
from khabar.lexicons.phrases import Ending, Node
from khabar.lexicons.schema import LexicalClass, Lexicon
from khabar.model import Entry, Features, Match, Reading, Tokens, Word
from khabar.normalize import match_key

_MEMO_LIMIT = 200_000
"""Distinct written words remembered; beyond it the memo starts afresh."""

_NO_TAGS: Mapping[str, Reading] = MappingProxyType({})
_UNINFLECTED = Features()


class _Stem(NamedTuple):
    """A word without proclitics and article."""

    key: str
    proclitics: str
    article: bool


class _Known(NamedTuple):
    """What the table holds under one key."""

    entry: Entry
    features: Features
    clitics: str


def _stems(key: str) -> Iterator[_Stem]:
    """Every way to peel proclitics and article from a word, the longest stem first.

    >>> [(stem.proclitics, stem.article, stem.key) for stem in _stems("وبالقول")]
    [('', False, 'وبالقول'), ('و', False, 'بالقول'), ('وب', False, 'القول'), ('وب', True, 'قول')]
    """
    yield _Stem(key, "", False)
    bases = [("", key)]
    if len(key) > 2 and key[0] in "وف":
        bases.append((key[0], key[1:]))
        yield _Stem(key[1:], key[0], False)
    for conjunction, base in bases:
        if len(base) < 3:
            continue
        if base.startswith("ال"):
            yield _Stem(base[2:], conjunction, True)
        elif base.startswith("لل"):
            yield _Stem(base[2:], conjunction + "ل", True)
            yield _Stem("ا" + base, conjunction + "ل", True)
        elif base[0] in "بكلس":
            yield _Stem(base[1:], conjunction + base[0], False)
            if base[1:3] == "ال" and len(base) > 4:
                yield _Stem(base[3:], conjunction + base[0], True)


def _may_carry(clitics: str, proclitics: str, article: bool) -> bool:
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


class _Memo(dict[str, Word]):
    """What is known of each distinct written word; made on first sight, forgotten together when there are too many."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, written: str) -> Word:
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        word = self[written] = self._table.look_up(match_key(written))
        return word


class Table:
    """The merged lexicons.

    Args:
        lexicons: what to merge.

    Raises:
        LexiconError: two lexicons say different things of one word of one class; the message names both.
    """

    def __init__(self, lexicons: Iterable[Lexicon]) -> None:
        self._known: dict[str, list[_Known]] = defaultdict(list)
        self._phrases = Node()
        self._classes: dict[str, LexicalClass] = {}
        self._memo = _Memo(self)
        owners: dict[tuple[str, str], Entry] = {}
        for lexicon in lexicons:
            for name, described in lexicon.classes.items():
                known = self._classes.setdefault(name, described)
                if known.clitics != described.clitics:
                    raise LexiconError(
                        f"{lexicon.name}: class {name} has clitics {described.clitics!r}, but {known.clitics!r} in another lexicon"
                    )
            for entry in lexicon.entries:
                self._add(lexicon, entry, owners)
        self._known = dict(self._known)

    def _add(self, lexicon: Lexicon, entry: Entry, owners: dict[tuple[str, str], Entry]) -> None:
        for spelling in (entry.lemma, *entry.strings("forms")):
            owner = owners.setdefault((entry.lexical_class, match_key(spelling)), entry)
            if owner is not entry and (owner.lemma, owner.attributes) != (entry.lemma, entry.attributes):
                raise LexiconError(
                    f"{entry.lexical_class} {spelling!r} stands in {owner.origin} ({owner.lemma!r}) "
                    f"and in {entry.origin} ({entry.lemma!r}) with other attributes"
                )
        for form in lexicon.forms(entry):
            self._add_form(entry, form)

    def _add_form(self, entry: Entry, form: Form) -> None:
        if " " in form.text:
            keys = [match_key(word) for word in form.text.split()]
            self._phrases.add(keys, Ending(entry, form.clitics))
        else:
            self._known[match_key(form.text)].append(_Known(entry, form.features, form.clitics))

    def look_up(self, key: str) -> Word:
        """What the lexicons know of a word with this match key; `word()` remembers the answer."""
        readings: list[Reading] = []
        opens = False
        for stem in _stems(key):
            readings += [
                Reading(entry=known.entry, features=known.features, proclitics=stem.proclitics, article=stem.article)
                for known in self._known.get(stem.key, ())
                if _may_carry(known.clitics, stem.proclitics, stem.article)
            ]
            opens = opens or stem.key in self._phrases.next
        if not readings:
            return Word(key=key, opens_phrase=opens)
        tags: dict[str, Reading] = {}
        for reading in readings:
            tags.setdefault(reading.entry.lexical_class, reading)
        return Word(key=key, readings=tuple(readings), tags=tags, opens_phrase=opens)

    def word(self, written: str) -> Word:
        """What the lexicons know of one written word."""
        return self._memo[written]

    def words(self, tokens: Tokens) -> list[Word]:
        """What the lexicons know of each token."""
        memo, text = self._memo, tokens.text
        return [memo[text[start:end]] for start, end in zip(tokens.starts, tokens.ends, strict=True)]

    def classes(self) -> Mapping[str, LexicalClass]:
        """The lexical classes by name."""
        return self._classes

    def matches(self, words: Sequence[Word]) -> dict[str, list[Match]]:
        """Words and phrases by lexical class, in the order of the text; the longest at each place of a class.

        Args:
            words: what `words()` gave for the tokens of a text.
        """
        found: dict[str, list[Match]] = defaultdict(list)
        for position, word in enumerate(words):
            if word.opens_phrase:
                for match in self._phrases_at(words, position):
                    _append(found[match.entry.lexical_class], match)
            for name, reading in word.tags.items():
                _append(found[name], Match(start_token=position, end_token=position + 1, entry=reading.entry, reading=reading))
        return dict(found)

    def _phrases_at(self, words: Sequence[Word], position: int) -> Iterator[Match]:
        longest: dict[str, Match] = {}
        for stem in _stems(words[position].key):
            node = self._phrases.next.get(stem.key)
            end = position + 1
            while node is not None:
                for entry, clitics in node.endings:
                    if _may_carry(clitics, stem.proclitics, stem.article):
                        reading = Reading(entry=entry, features=_UNINFLECTED, proclitics=stem.proclitics, article=stem.article)
                        match = Match(start_token=position, end_token=end, entry=entry, reading=reading)
                        known = longest.get(entry.lexical_class)
                        if known is None or known.end_token < end:
                            longest[entry.lexical_class] = match
                node = node.next.get(words[end].key) if end < len(words) else None
                end += 1
        yield from longest.values()


def _append(matches: list[Match], match: Match) -> None:
    # a longer match of the class that began earlier, or here, covers this one
    if not matches or matches[-1].end_token <= match.start_token:
        matches.append(match)
