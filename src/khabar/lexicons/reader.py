"""Quick reading of lexicon files.

Nearly all of a lexicon file are entries in one plain form, one a line: `"word" = { key = "text", number = 3, forms = ["a", "b"] }`.
They are read here line by line, in a third of the time that a TOML parser needs. What comes before the first entry is
left to `tomllib`, and so is the whole file as soon as one line is written in another way: the result is always that of
`tomllib.loads`, and so are the errors.
"""

from __future__ import annotations

import functools
import re
from typing import TypeAlias

_Item: TypeAlias = str | int | bool | list[str]
_Line: TypeAlias = dict[str, _Item]

_TEXT = r'"[^"\\\x00-\x1f\x7f]*"'  # without escapes


_ATTRIBUTE = rf"[a-z_]+ = (?:{_TEXT}|-?[1-9][0-9]{{0,17}}|0|true|false|\[(?:{_TEXT}(?:, {_TEXT})*)?\])"


@functools.cache
def _entry() -> re.Pattern[str]:
    return re.compile(rf"({_TEXT}) = \{{((?: {_ATTRIBUTE}(?:, {_ATTRIBUTE})* )?)\}}")


@functools.cache
def _attribute() -> re.Pattern[str]:
    return re.compile(_ATTRIBUTE)


def read(text: str) -> dict[str, object]:
    r"""What `tomllib.loads(text)` gives.

    Args:
        text: a lexicon file.

    Raises:
        TOMLDecodeError: the text is no TOML.

    >>> read('format = "x"\n[entries.unit]\n"يوم" = { days = 1, forms = ["أيام"] }\n')
    {'format': 'x', 'entries': {'unit': {'يوم': {'days': 1, 'forms': ['أيام']}}}}
    """
    import tomllib

    head, separator, body = text.partition("\n[entries.")
    entries = _read_entries(separator[1:] + body) if separator else None
    if entries is not None:
        try:
            data: dict[str, object] = tomllib.loads(head + "\n")
        except tomllib.TOMLDecodeError:
            data = {"entries": "inside a text of several lines, perhaps"}
        if "entries" not in data:
            return data | {"entries": entries}
    return tomllib.loads(text)


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


def _read_entries(body: str) -> dict[str, dict[str, _Line]] | None:
    """The entries by class; None where a line is not in the plain form, or a word or class is there twice."""
    match_entry = _entry().fullmatch
    tables: dict[str, dict[str, _Line]] = {}
    table: dict[str, _Line] = {}
    known: dict[str, _Line | None] = {}  # many lines say the same of different words
    for line in body.split("\n"):
        if entry := match_entry(line):
            word, attributes = entry.groups()
            if attributes not in known:
                known[attributes] = _read_attributes(attributes)
            read_line = known[attributes]
            if read_line is None or word in table:
                return None
            table[word] = read_line
        elif line.startswith("[entries.") and line.endswith("]"):
            name = line[len("[entries.") : -1]
            if name in tables or not re.fullmatch("[A-Za-z0-9_-]+", name):
                return None
            table = tables[name] = {}
        elif line and not re.fullmatch(r"#[^\x00-\x08\x0a-\x1f\x7f]*", line):
            return None
    return {name: {word[1:-1]: line for word, line in lines.items()} for name, lines in tables.items()}


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
