"""Quick reading of lexicon files.

Nearly all of a lexicon file are entries in one plain form, one a line: `"word" = { key = "text", number = 3, forms = ["a", "b"] }`.
They are read here line by line, in a third of the time that a TOML parser needs, and so are the lines that describe the
classes. The whole file is left to `tomllib` as soon as one line is written in another way: the result is always that
of `tomllib.loads`, and so are the errors.
"""

from __future__ import annotations

import functools
import re
from typing import TypeAlias

_Item: TypeAlias = str | int | bool | list[str]
_Line: TypeAlias = dict[str, _Item]

_TEXT = r'"[^"\\\x00-\x1f\x7f]*"'  # without escapes
_VALUE = rf"(?:{_TEXT}|-?[1-9][0-9]{{0,17}}|0|true|false|\[(?:{_TEXT}(?:, {_TEXT})*)?\])"
_ATTRIBUTE = rf"[a-z_]+ = {_VALUE}"
_ATTRIBUTES = rf"(?: {_ATTRIBUTE}(?:, {_ATTRIBUTE})* )?"
_COMMENT = r"(?:[ \t]*#[^\x00-\x08\x0a-\x1f\x7f]*)?"


@functools.cache
def _entry() -> re.Pattern[str]:
    return re.compile(rf"({_TEXT}|'[^'\x00-\x1f\x7f]*') = \{{({_ATTRIBUTES})\}}")


@functools.cache
def _attribute() -> re.Pattern[str]:
    return re.compile(_ATTRIBUTE)


@functools.cache
def _description() -> re.Pattern[str]:
    return re.compile(rf"([a-z_]+) = (?:({_VALUE})|\{{({_ATTRIBUTES})\}}){_COMMENT}")


def read(text: str) -> dict[str, object]:
    r"""What `tomllib.loads(text)` gives.

    Args:
        text: a lexicon file.

    Raises:
        TOMLDecodeError: the text is no TOML.

    >>> read('format = "x"\n[entries.unit]\n"يوم" = { days = 1, forms = ["أيام"] }\n')
    {'format': 'x', 'entries': {'unit': {'يوم': {'days': 1, 'forms': ['أيام']}}}}
    """
    head, separator, body = text.partition("\n[entries.")
    described = _read_head(head)
    entries = _read_entries(separator[1:] + body) if separator and described else None
    if described is None or entries is None:
        import tomllib

        return tomllib.loads(text)
    return described | {"entries": entries}


def builtin_text(name: str) -> str:
    """The text of one of khabar's own lexicon files.

    Args:
        name: the name of the file without `.toml`.
    """
    from pkgutil import get_data  # as `importlib.resources`, without the ten milliseconds that its import takes

    return (get_data("khabar.lexicons", f"data/{name}.toml") or b"").decode()


def builtin_words(name: str) -> dict[str, list[str]]:
    """The words of each class of one of khabar's own files, without what it says of them.

    Args:
        name: the name of the file without `.toml`.

    >>> builtin_words("abbreviations")["era_letter"]
    ['م', 'هـ']
    """
    entries = read(builtin_text(name))["entries"]
    return {lexical_class: list(lines) for lexical_class, lines in entries.items()} if isinstance(entries, dict) else {}


def _read_head(head: str) -> dict[str, object] | None:
    """What stands before the entries; None where a line is not in a plain form, or something is said twice."""
    match_description = _description().fullmatch
    classes: dict[str, dict[str, object]] = {}
    table = data = dict[str, object]()
    for line in head.split("\n"):
        if found := match_description(line):
            key, value, attributes = found.groups()
            if key in table:
                return None
            table[key] = _read_attributes(attributes) if value is None else _read_value(value)
            if table[key] is None:
                return None
        elif (name := _table_name(line, "class")) is not None:
            if name in classes:
                return None
            classes[name] = table = {}
        elif (name := _table_name(line, "class", ".attributes")) is not None:
            described = classes.get(name)
            if described is None or "attributes" in described:
                return None
            described["attributes"] = table = {}
        elif not _is_empty(line):
            return None
    if "class" in data or "entries" in data:
        return None
    return data | {"class": classes} if classes else data


def _read_entries(body: str) -> dict[str, dict[str, _Line]] | None:
    """The entries by class; None where a line is not in the plain form, or a word or class is there twice."""
    match_entry = _entry().fullmatch
    tables: dict[str, dict[str, _Line]] = {}
    table: dict[str, _Line] = {}
    known: dict[str, _Line | None] = {}  # many lines say the same of different words
    for line in body.split("\n"):
        if entry := match_entry(line):
            quoted, attributes = entry.groups()
            word = quoted[1:-1]
            if attributes not in known:
                known[attributes] = _read_attributes(attributes)
            read_line = known[attributes]
            if read_line is None or word in table:
                return None
            table[word] = read_line
        elif (name := _table_name(line, "entries")) is not None:
            if name in tables:
                return None
            table = tables[name] = {}
        elif not _is_empty(line):
            return None
    return tables


def _table_name(line: str, kind: str, part: str = "") -> str | None:
    """`month` in `[class.month]`, and in `[class.month.attributes]` where that part is asked for."""
    found = re.fullmatch(rf"\[{kind}\.([A-Za-z0-9_-]+){re.escape(part)}\]", line)
    return found and found[1]


def _is_empty(line: str) -> bool:
    """Whether a line says nothing."""
    return bool(re.fullmatch(_COMMENT, line))


def _read_attributes(text: str) -> _Line | None:
    found = [attribute.split(" = ", 1) for attribute in _attribute().findall(text)]
    line = {key: _read_value(value) for key, value in found}
    return line if len(line) == len(found) else None


def _read_value(text: str) -> _Item:
    if text[0] == '"':
        return text[1:-1]
    if text[0] == "[":
        return text[2:-2].split('", "') if len(text) > 2 else []
    if text in {"true", "false"}:
        return text == "true"
    return int(text)
