"""The text as the rules of dates see it: tokens by position, with what the lexicons know of each."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence, Set
from typing import Final, NamedTuple

from khabar.extract.dates.numbers import Count, read_cardinal, read_ordinal
from khabar.extract.dates.partial import Amount, Partial, Reference
from khabar.layers import View
from khabar.model import Entry, Match, Reading, TokenKind, Tokens, Word
from khabar.model.enums import TOKEN_KINDS
from khabar.normalize import match_key

NUMBER: Final = TOKEN_KINDS.index(TokenKind.NUMBER)
DATE: Final = TOKEN_KINDS.index(TokenKind.DATE)
TIME: Final = TOKEN_KINDS.index(TokenKind.TIME)
KINDS: Final = {NUMBER: "NUMBER", DATE: "DATE", TIME: "TIME"}
_IN_DIGITS: Final = re.compile(b"[%c%c%c]" % (NUMBER, DATE, TIME))
OPENINGS: Final = frozenset({"(", "ال"})
ABBREVIATION: Final = TOKEN_KINDS.index(TokenKind.ABBREVIATION)
WORD: Final = TOKEN_KINDS.index(TokenKind.WORD)
DASHES: Final = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212\u0640")
_NOTHING = Word(key="")
_KIND_NAMES: Final = {kind: frozenset({name}) for kind, name in KINDS.items()}
_NUMBER_NAMES: Final = {name: frozenset({"NUMBER", name}) for name in ("SHORT", "LONG", "SLASHED", "DECIMAL", "COUNTED")}
_NO_NAMES: Final[frozenset[str]] = frozenset()
_NO_PHRASES: Mapping[str, Match] = {}


@functools.cache
def _with(classes: frozenset[str], name: str) -> frozenset[str]:
    """These classes and one name more; one object for all words of the same."""
    return classes | {name}


class Found(NamedTuple):
    """A word or phrase of a lexical class: its line in the lexicon, how it is read, and where it ends."""

    entry: Entry
    reading: Reading
    end: int


class Line:
    """Random access to the tokens of one text.

    Args:
        view: what the extractor sees.
        phrases: the lexical classes whose phrases rules ask for.
        triggers: the lexical classes that may begin an expression.

    Attributes:
        places: the tokens where an expression may begin: numbers, dates, clocks and words of those classes.
    """

    __slots__ = ("_breaks", "_ends", "_phrases", "_starts", "_with_phrases", "creation_year", "kinds", "places", "size", "text", "words")

    def __init__(self, view: View, phrases: Sequence[str], triggers: frozenset[str]) -> None:
        tokens = view.tokens
        self.text = tokens.text
        self.words: Sequence[Word] = view.words
        self.kinds = tokens.kinds
        self.size = len(tokens)
        self._starts = tokens.starts
        self._ends = tokens.ends
        self._breaks = _line_starts(tokens)
        self._phrases: dict[int, dict[str, Match]] = {}
        self._with_phrases: set[str] = set()
        created = view.document.creation_time
        self.creation_year = created.year if created else None
        # a text has many tokens and few numbers: they are looked for as bytes
        self.places = {found.start() for found in _IN_DIGITS.finditer(bytes(tokens.kinds))}
        self.places.update(view.positions(triggers))
        phrases_of = view.phrases
        for name in phrases:
            found = phrases_of(name)
            if found:
                self._with_phrases.add(name)
                for match in found:
                    self._phrases.setdefault(match.start_token, {})[name] = match
                if name in triggers:
                    self.places.update([match.start_token for match in found])

    def key(self, position: int) -> str:
        """The match key of a token; empty outside the text."""
        return self.words[position].key if 0 <= position < self.size else ""

    def word(self, position: int) -> Word:
        """What the lexicons know of a token; nothing outside the text."""
        return self.words[position] if 0 <= position < self.size else _NOTHING

    def kind(self, position: int) -> int:
        """The kind of a token as a number of `TOKEN_KINDS`; -1 outside the text."""
        return self.kinds[position] if 0 <= position < self.size else -1

    def find(self, position: int, lexical_class: str) -> Found | None:
        """The word or, before it, the phrase of a lexical class that begins at a token."""
        if not 0 <= position < self.size:
            return None
        if lexical_class in self._with_phrases:
            match = self._phrases.get(position, _NO_PHRASES).get(lexical_class)
            if match is not None:
                return Found(match.entry, match.reading, match.end_token)
        reading = self.words[position].tags.get(lexical_class)
        return Found(reading.entry, reading, position + 1) if reading is not None else None

    def has_phrases(self, lexical_class: str) -> bool:
        """Whether a phrase of a lexical class stands anywhere in the text."""
        return lexical_class in self._with_phrases

    def names(self, position: int) -> frozenset[str]:
        """What rules may call a token: its kind where it is in digits, else the classes of the words and phrases that begin there."""
        if not 0 <= position < self.size:
            return _NO_NAMES
        kind = self.kinds[position]
        if kind in KINDS:
            return _NUMBER_NAMES[self._number_name(position)] if kind == NUMBER else _KIND_NAMES[kind]
        word = self.words[position]
        names = word.classes
        if position in self._phrases:
            names = names.union(self._phrases[position])
        if "time_unit" in names:
            said = word.tags["time_unit"].entry.attributes
            return _with(names, f"unit:{said['unit']}{said['number']}")  # `unit:Ds` for يوم
        return _with(names, word.key) if word.key in OPENINGS else names

    def _number_name(self, position: int) -> str:
        """What a number can be by its digits and the word after it."""
        unit = self.word(position + 1).tags.get("time_unit")
        if unit is not None and not unit.article and not unit.proclitics and unit.entry.attributes["unit"] != "M":
            return "COUNTED"  # before a unit a number can only count; شهر may head the name of a month
        key = self.words[position].key
        if key.isdecimal():
            return "SHORT" if len(key) < 4 else "LONG"
        return "SLASHED" if "/" in key or key.count(".") == 2 else "DECIMAL"

    def has_role(self, position: int, role: str) -> bool:
        """Whether a token is a word of the class `time_context` with this role."""
        reading = self.word(position).tags.get("time_context")
        return reading is not None and role in reading.entry.strings("roles")

    def integer(self, position: int) -> int | None:
        """The number that a token writes in digits alone."""
        if self.kind(position) != NUMBER:
            return None
        key = self.words[position].key
        return int(key) if len(key) <= 9 and key.isdecimal() else None

    def cardinal(self, position: int) -> Count | None:
        """A cardinal in digits or words."""
        number = self.integer(position)
        return (number, position + 1) if number is not None else read_cardinal(self.words, position)

    def ordinal(self, position: int) -> Count | None:
        """An ordinal in words."""
        return read_ordinal(self.words, position)

    def joined(self, position: int) -> int | None:
        """The position of the word that و joins to what stands before: `position`, or the next where و stands apart."""
        key = self.key(position)
        if key == "و":
            return position + 1 if position + 1 < self.size and self.near(position + 1) else None
        return position if key[:1] == "و" and any(reading.proclitics[:1] == "و" for reading in self.words[position].readings) else None

    def near(self, position: int) -> bool:
        """Whether a token stands on the same line as the one before."""
        return 0 < position < self.size and position not in self._breaks

    def touches(self, position: int) -> bool:
        """Whether nothing stands between a token and the one before."""
        return 0 < position < self.size and self._ends[position - 1] == self._starts[position]

    def start(self, position: int, proclitics: int = 0) -> int:
        """The offset of a token, after so many letters of attached particles."""
        offset = self._starts[position]
        while proclitics:
            proclitics -= bool(match_key(self.text[offset]))
            offset += 1
        while offset > self._starts[position] and not match_key(self.text[offset]):
            offset += 1
        return offset

    def letters(self, position: int) -> list[str]:
        """The letters of a token as written, without marks, tatweel and invisible characters."""
        return [letter for letter in self.text[self._starts[position] : self._ends[position]] if match_key(letter)]

    def end(self, position: int) -> int:
        """The offset after the token before `position`."""
        return self._ends[position - 1]


def _line_starts(tokens: Tokens) -> set[int]:
    """The tokens before which a line ends."""
    found: set[int] = set()
    text, starts = tokens.text, tokens.starts
    line_end = text.find("\n")
    while line_end >= 0 and (position := bisect_left(starts, line_end)) < len(starts):
        found.add(position)
        line_end = text.find("\n", starts[position])
    return found


class Rule(NamedTuple):
    """One rule: where it is tried, how it reads, and the example that is run as its test.

    Args:
        name: what results call it.
        on: what its first token may be, as `Line.names` tells it, with what must stand after that token: classes,
            kinds of tokens or match keys, one of which is enough; nothing where any token may follow.
        read: reads a time that begins at a token.
        example: a sentence with the expression between ⟦ and ⟧.
        value: the value that the example has on 19 June 2024.
    """

    name: str
    on: Mapping[str, frozenset[str]]
    read: Callable[[Line, int], Partial | Amount | Reference | None]
    example: str
    value: str | None

    def may_read(self, names: frozenset[str], followers: Set[str]) -> bool:
        """Whether it can succeed at a token, by what that token is and what follows it."""
        return any(name in names and (not after or not after.isdisjoint(followers)) for name, after in self.on.items())
