"""Faults in lexicon files that reading them does not show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise

from khabar.errors import LexiconError
from khabar.lexicons.schema import LexicalClass, Lexicon, Readable
from khabar.model import CueClass, Entry, SpeakerType
from khabar.normalize import match_key

_TATWEEL = "\N{ARABIC TATWEEL}"
_CHOICES: Mapping[tuple[str, str], type[StrEnum]] = {
    ("reporting_verb", "cue"): CueClass,
    ("speech_noun", "cue"): CueClass,
    ("source_noun", "type"): SpeakerType,
}
"""What an attribute of a class may say, where only the values of an enumeration make sense."""


def builtin_files() -> list[Readable]:
    """The lexicon files that come with khabar, in the order of their names."""
    from importlib.resources import files

    folder = files("khabar.lexicons") / "data"
    return sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)


def faults(sources: Iterable[Readable]) -> Iterator[str]:
    """Everything that is wrong with some lexicon files, each alone and all together.

    Args:
        sources: the files.

    Returns:
        One line a fault, with the file and what would be right: a broken format; characters that are invisible or
        not in NFC; entries out of the order of their match keys; a word twice in a class, or with tatweel inside;
        a class of cue or type of speaker that there is not; letters that make no verb of their pattern;
        two files that describe a class differently, or hold the same word of a class.

    >>> list(faults(builtin_files()))
    []
    """
    lexicons: list[Lexicon] = []
    for source in sources:
        try:
            lexicon = Lexicon.from_toml(source)
        except LexiconError as error:
            yield str(error)
            continue
        yield from _characters(source.name, source.read_text(encoding="utf-8"))
        yield from _order(lexicon)
        yield from _spelling(lexicon)
        yield from _values(lexicon)
        lexicons.append(lexicon)
    yield from _clashes(lexicons)


def _characters(name: str, text: str) -> Iterator[str]:
    """Lines with characters that look like others, or like nothing."""
    import unicodedata

    for number, line in enumerate(text.split("\n"), 1):
        if not unicodedata.is_normalized("NFC", line):
            yield f"{name}:{number}: not in NFC; write {unicodedata.normalize('NFC', line)}"
        for character in sorted(set(line)):
            if unicodedata.category(character) in {"Cf", "Cc"}:
                label = unicodedata.name(character, "control character")
                yield f"{name}:{number}: U+{ord(character):04X} {label}: leave it out, or write it as an escape"


def _order(lexicon: Lexicon) -> Iterator[str]:
    """Entries that do not stand where one looks for them."""
    for before, after in pairwise(lexicon.entries):
        if before.lexical_class == after.lexical_class and _folded(after.lemma) < _folded(before.lemma):
            yield f"{_where(after)} {after.lemma!r} stands after {before.lemma!r}: sort the lines"


def _spelling(lexicon: Lexicon) -> Iterator[str]:
    """Spellings of one class that are the same after folding, and stretched ones (a final tatweel joins: بـ)."""
    seen: dict[tuple[str, str], Entry] = {}
    for entry in lexicon.entries:
        for spelling in _spellings(entry):
            other = seen.setdefault((entry.lexical_class, _folded(spelling)), entry)
            is_idle = spelling != entry.lemma and _folded(spelling) == _folded(entry.lemma)
            if other is not entry or is_idle:
                yield f"{_where(entry)} {spelling!r} of {entry.lemma!r} is there already, under {other.lemma!r}"
            if _TATWEEL in spelling.rstrip(_TATWEEL):
                yield f"{_where(entry)} {spelling!r} is stretched: leave the tatweel out"


def _values(lexicon: Lexicon) -> Iterator[str]:
    """Attributes that no rule understands, and words from which no forms can be derived."""
    for entry in lexicon.entries:
        for (lexical_class, attribute), choices in _CHOICES.items():
            value = entry.string(attribute)
            if entry.lexical_class == lexical_class and value not in set(choices):
                yield f"{_where(entry)} {entry.lemma!r} has {attribute} {value!r}; allowed are {', '.join(choices)}"
        try:
            for _ in lexicon.forms(entry):
                pass
        except LexiconError as error:
            yield str(error)


def _clashes(lexicons: Sequence[Lexicon]) -> Iterator[str]:
    """What two files say of the same class or word."""
    classes: dict[str, tuple[str, LexicalClass]] = {}
    owners: dict[tuple[str, str], Entry] = {}
    for lexicon in lexicons:
        for name, described in lexicon.classes.items():
            origin, known = classes.setdefault(name, (lexicon.name, described))
            if (known.clitics, known.inflection) != (described.clitics, described.inflection):
                yield f"{lexicon.name}: [class.{name}] has other clitics or inflection than in {origin}"
        for entry in lexicon.entries:
            for spelling in _spellings(entry):
                owner = owners.setdefault((entry.lexical_class, _folded(spelling)), entry)
                if owner.origin != entry.origin:
                    yield f"{_where(entry)} {spelling!r} stands in {owner.origin} too, under {owner.lemma!r}"


def _where(entry: Entry) -> str:
    return f"{entry.origin}: [entries.{entry.lexical_class}]"


def _spellings(entry: Entry) -> tuple[str, ...]:
    return (entry.lemma, *entry.strings("forms"))


def _folded(spelling: str) -> str:
    return " ".join(match_key(word) for word in spelling.split())
