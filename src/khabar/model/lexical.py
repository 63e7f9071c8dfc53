"""Words as the lexicons know them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import attrs

Value: TypeAlias = str | int | bool | tuple[str, ...]
"""What an attribute of a lexicon entry may hold."""


@attrs.frozen(kw_only=True, eq=False)
class Entry:
    """One line of a lexicon.

    Args:
        lexical_class: the class it belongs to, such as `month`.
        lemma: the word or phrase as the lexicon spells it.
        attributes: what the line says of it.
        origin: the lexicon it comes from, for messages.
    """

    lexical_class: str
    lemma: str
    attributes: Mapping[str, Value] = attrs.field(factory=dict)
    origin: str = ""

    def string(self, name: str, default: str = "") -> str:
        """The attribute `name` as a string, or `default` where the line lacks it."""
        value = self.attributes.get(name, default)
        return value if isinstance(value, str) else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        """The attribute `name` as a whole number, or `default`."""
        value = self.attributes.get(name, default)
        return value if isinstance(value, int) else default

    def flag(self, name: str) -> bool:
        """Whether the attribute `name` is there and true."""
        return self.attributes.get(name) is True

    def strings(self, name: str) -> tuple[str, ...]:
        """The attribute `name` as a tuple of strings, empty where the line lacks it."""
        value = self.attributes.get(name, ())
        return value if isinstance(value, tuple) else ()


@attrs.frozen(kw_only=True)
class Features:
    """The grammar of one form of a word.

    Args:
        form: `perfect`, `imperfect`, `passive_perfect`, `passive_imperfect`, `participle`, `masdar`, `noun`;
            empty for a word that does not inflect.
        person: 1, 2 or 3; 0 where the form has none.
        gender: `m`, `f` or empty.
        number: `s`, `d`, `p` or empty.
        enclitic: the pronoun written at its end, such as `ه`; empty for none.
        jussive: a form that stands after لم only.
    """

    form: str = ""
    person: int = 0
    gender: str = ""
    number: str = ""
    enclitic: str = ""
    jussive: bool = False


@attrs.frozen(kw_only=True, eq=False)
class Reading:
    """One way to read a word of the text.

    Args:
        entry: the line of the lexicon.
        features: the grammar of the form.
        proclitics: the letters before it that were peeled, such as `وب`; empty for none.
        article: the article ال stands between them and the word.
    """

    entry: Entry
    features: Features
    proclitics: str = ""
    article: bool = False


@attrs.frozen(kw_only=True)
class Match:
    """A word or phrase of a lexicon in the text.

    Args:
        start_token: position of its first token.
        end_token: position after its last token.
        entry: the line of the lexicon.
        reading: how its first word is read.
    """

    start_token: int
    end_token: int
    entry: Entry
    reading: Reading


@attrs.frozen(kw_only=True, eq=False)
class Word:
    """What the lexicons know of one written word; made once a distinct word.

    Args:
        key: its match key.
        readings: every way to read it, the longest stem first.
        tags: the first reading of each lexical class.
        classes: these classes; words of the same classes share one set.
        definite: it has the article, as far as its likeliest reading or else its spelling tells: الوزير، والوزير، للوزير.
        opens_phrase: some phrase of the lexicons begins with it.
    """

    key: str
    readings: tuple[Reading, ...] = ()
    tags: Mapping[str, Reading] = attrs.field(factory=dict)
    classes: frozenset[str] = frozenset()
    definite: bool = False
    opens_phrase: bool = False
