"""The lexicon format: strict TOML, one word a line.

A file names its classes first, then lists their entries::

    format = "khabar-lexicon/1"

    [class.month]
    about = "Names of Gregorian months"
    clitics = "noun"
    attributes = { number = "int", region = "str?" }

    [entries.month]
    "أبريل" = { number = 4, forms = ["إبريل", "أفريل"] }

`clitics` says which proclitics may stand before the word: `none`, `conjunction` (و ف), `noun` (also ب ل ك and
the article) or `verb` (و ف س). `inflection` derives forms from one line: `verb` or `noun` (see `inflect`).
An attribute is `str`, `int`, `bool` or `list` (of strings); a question mark makes it optional.
`forms` lists other spellings and wordings of the same entry. Entries are spelled as a careful editor
spells; they are folded when they are loaded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from os import PathLike
from typing import Protocol

import attrs

from khabar.errors import LexiconError
from khabar.lexicons.forms import Form
from khabar.lexicons.inflect import INFLECTIONS
from khabar.lexicons.reader import builtin_text, read
from khabar.model import Entry, Features, Value

FORMAT = "khabar-lexicon/1"
CLITICS = ("none", "conjunction", "noun", "verb")
_TYPES: Mapping[str, type] = {"str": str, "int": int, "bool": bool, "list": list}
_UNINFLECTED = Features()


class Readable(Protocol):
    """A file, or a resource of a package (`importlib.resources.files(…) / name`)."""

    @property
    def name(self) -> str: ...
    def read_text(self, encoding: str) -> str: ...


@attrs.frozen(kw_only=True)
class LexicalClass:
    """What a lexicon file says of one of its classes.

    Args:
        name: the class, such as `month`.
        about: what its words have in common.
        clitics: which proclitics may stand before them.
        inflection: how further forms are derived; empty for none.
        attributes: the type of each attribute, `str?` for an optional string.
    """

    name: str
    about: str
    clitics: str = "noun"
    inflection: str = ""
    attributes: Mapping[str, str] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True, eq=False)
class Lexicon:
    """The words of one or more lexicon files.

    Args:
        name: where they come from, for messages.
        classes: its lexical classes by name.
        entries: its entries, in the order of the files.

    >>> money = Lexicon.from_text('''
    ... format = "khabar-lexicon/1"
    ... [class.currency]
    ... about = "Names of currencies"
    ... attributes = { code = "str" }
    ... [entries.currency]
    ... "دينار" = { code = "JOD", forms = ["دنانير"] }
    ... ''', name="money")
    >>> money.entries[0].lemma, money.entries[0].string("code")
    ('دينار', 'JOD')
    """

    name: str
    classes: Mapping[str, LexicalClass]
    entries: tuple[Entry, ...]

    @classmethod
    def from_toml(cls, source: str | PathLike[str] | Readable) -> Lexicon:
        """Read one lexicon file.

        Args:
            source: a path, or a resource of a package.

        Raises:
            LexiconError: the file breaks the format; the message names file, class and entry.
            OSError: it cannot be read.
        """
        from pathlib import Path

        file = Path(source) if isinstance(source, (str, PathLike)) else source
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise LexiconError(f"{file.name}: not UTF-8 at byte {error.start}") from error
        return cls.from_text(text, name=file.name)

    @classmethod
    def from_text(cls, text: str, *, name: str) -> Lexicon:
        """Read a lexicon from the text of a file.

        Args:
            text: TOML in the lexicon format.
            name: what messages call it.

        Raises:
            LexiconError: it breaks the format.
        """
        try:
            data = read(text)
        except (ValueError, RecursionError) as error:  # tomllib's own errors are ValueErrors
            raise LexiconError(f"{name}: {error}") from error
        return _read(data, name)

    @classmethod
    def builtin(cls, *names: str) -> Lexicon:
        """The files of khabar's own data folder with these names (without `.toml`) as one lexicon."""
        return cls.merged(names[0], [cls.from_text(builtin_text(name), name=f"{name}.toml") for name in names])

    @classmethod
    def merged(cls, name: str, parts: list[Lexicon]) -> Lexicon:
        """Several lexicons as one.

        Raises:
            LexiconError: two of them describe one class differently.
        """
        classes: dict[str, LexicalClass] = {}
        for part in parts:
            for class_name, described in part.classes.items():
                known = classes.setdefault(class_name, described)
                if (known.clitics, known.inflection) != (described.clitics, described.inflection):
                    raise LexiconError(f"{part.name}: class {class_name} has other clitics or inflection than in another lexicon")
        return cls(name=name, classes=classes, entries=tuple(entry for part in parts for entry in part.entries))

    def forms(self, entry: Entry) -> Iterator[Form]:
        """Every form of an entry with its grammar and clitics: the spellings of its line and what is derived from it."""
        described = self.classes[entry.lexical_class]
        spellings = (entry.lemma, *entry.strings("forms"))
        if described.inflection:
            for form in INFLECTIONS[described.inflection](entry):
                yield form if form.clitics else form._replace(clitics=described.clitics)
            spellings = entry.strings("forms")
        for spelling in spellings:
            yield Form(spelling, _UNINFLECTED, described.clitics)


def _read(data: Mapping[str, object], name: str) -> Lexicon:
    if data.get("format") != FORMAT:
        raise LexiconError(f'{name}: the first line must be format = "{FORMAT}"')
    if unknown := sorted(data.keys() - {"format", "class", "entries"}):
        raise LexiconError(f"{name}: unknown table {unknown[0]!r}; there are class and entries")
    described, listed = data.get("class", {}), data.get("entries", {})
    if not isinstance(described, dict) or not isinstance(listed, dict):
        raise LexiconError(f"{name}: class and entries are tables of tables")
    classes = {key: _read_class(key, value, name) for key, value in described.items()}
    entries: list[Entry] = []
    for class_name, lines in listed.items():
        if class_name not in classes:
            raise LexiconError(f"{name}: entries of {class_name!r}, but no [class.{class_name}]; there are {', '.join(classes) or 'none'}")
        entries += _read_entries(lines, classes[class_name], name)
    return Lexicon(name=name, classes=classes, entries=tuple(entries))


def _read_class(class_name: str, table: object, name: str) -> LexicalClass:
    allowed = {"about", "clitics", "inflection", "attributes"}
    if not isinstance(table, dict) or not isinstance(table.get("about"), str):
        raise LexiconError(f'{name}: [class.{class_name}] needs about = "what its words have in common"')
    if unknown := sorted(table.keys() - allowed):
        raise LexiconError(f"{name}: [class.{class_name}] has {unknown[0]!r}; allowed are {', '.join(sorted(allowed))}")
    clitics, inflection, attributes = table.get("clitics", "noun"), table.get("inflection", ""), table.get("attributes", {})
    if clitics not in CLITICS:
        raise LexiconError(f"{name}: [class.{class_name}] has clitics {clitics!r}; allowed are {', '.join(CLITICS)}")
    if inflection not in ("", *INFLECTIONS):
        raise LexiconError(f"{name}: [class.{class_name}] has inflection {inflection!r}; allowed are {', '.join(INFLECTIONS)}")
    if not isinstance(attributes, dict):
        raise LexiconError(f'{name}: [class.{class_name}] attributes must be a table such as {{ number = "int" }}')
    for attribute, kind in attributes.items():
        if not isinstance(kind, str) or kind.removesuffix("?") not in _TYPES:
            raise LexiconError(
                f"{name}: [class.{class_name}] attribute {attribute} is {kind!r}; allowed are {', '.join(_TYPES)}, each with ? or not"
            )
    return LexicalClass(name=class_name, about=table["about"], clitics=clitics, inflection=inflection, attributes=attributes)


def _read_entries(lines: object, described: LexicalClass, name: str) -> Iterator[Entry]:
    if not isinstance(lines, dict):
        raise LexiconError(f"{name}: [entries.{described.name}] must be a table of entries")
    read_lines: dict[int, Mapping[str, Value]] = {}  # by identity: equal lines of a quickly read file are one object
    for lemma, line in lines.items():
        if not _is_spelling(lemma):
            raise LexiconError(f"{name}: [entries.{described.name}] {lemma!r} must be words with single spaces between them")
        attributes = read_lines.get(id(line))
        if attributes is None:
            attributes = read_lines[id(line)] = _read_line(line, described, f"{name}: [entries.{described.name}] {lemma!r}")
        yield Entry(lexical_class=described.name, lemma=lemma, attributes=attributes, origin=name)


def _read_line(line: object, described: LexicalClass, where: str) -> Mapping[str, Value]:
    if not isinstance(line, dict):
        raise LexiconError(f"{where} must be a table such as {{}}")
    attributes: dict[str, Value] = {}
    for key, value in line.items():
        kind = "list?" if key == "forms" else described.attributes.get(key)
        if kind is None:
            raise LexiconError(f"{where} has {key!r}; its class has {', '.join(['forms', *described.attributes])}")
        expected = kind.removesuffix("?")
        if not isinstance(value, _TYPES[expected]) or (expected == "int" and isinstance(value, bool)):
            raise LexiconError(f"{where}: {key} must be {expected}")
        if isinstance(value, list):
            if not all(isinstance(item, str) and _is_spelling(item) for item in value):
                raise LexiconError(f"{where}: {key} must be a list of strings, words with single spaces between them")
            attributes[key] = tuple(value)
        elif isinstance(value, (str, int)):
            attributes[key] = value
    for key, kind in described.attributes.items():
        if key not in attributes and not kind.endswith("?"):
            raise LexiconError(f"{where} lacks {key}")
    return attributes


def _is_spelling(text: str) -> bool:
    return text.isalpha() or (bool(text) and text == " ".join(text.split()))
