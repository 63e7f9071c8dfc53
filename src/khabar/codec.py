"""Analyses as dicts and JSON, by cattrs: field names in snake_case, enum values in lower case, spans with their text."""

from __future__ import annotations

import datetime as dt
import functools
import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar, cast

from khabar.errors import SerializationError
from khabar.model import Document

if TYPE_CHECKING:
    from cattrs import Converter

SCHEMA = "khabar/1"
T = TypeVar("T")
_PAIR = re.compile("[\\ud800-\\udbff](?=[\\udc00-\\udfff])")


@functools.cache
def _converter() -> Converter:
    import cattrs

    def write_time(value: dt.date | dt.datetime) -> str:
        return value.isoformat()

    def read_time(value: object, _: object) -> dt.date | dt.datetime:
        text = str(value)
        return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)

    def write_mapping(value: Mapping[str, str]) -> dict[str, str]:
        return dict(value)

    converter = cattrs.Converter(forbid_extra_keys=False)
    converter.register_unstructure_hook(dt.date, write_time)
    converter.register_unstructure_hook(dt.datetime, write_time)
    converter.register_structure_hook_func(lambda kind: kind == dt.date | dt.datetime, read_time)
    converter.register_structure_hook_func(lambda kind: kind in {dt.date | dt.datetime | None}, lambda v, t: None if v is None else read_time(v, t))
    converter.register_unstructure_hook_func(lambda kind: kind == Mapping[str, str], write_mapping)
    converter.register_structure_hook_func(lambda kind: kind == Mapping[str, str], lambda value, _: dict(value))
    return converter


def to_data(value: object) -> dict[str, object]:
    """An annotation, document or diagnostic as a dict of JSON values.

    >>> from khabar.spans import Span
    >>> to_data(Span(0, 3, "خبر"))
    {'start': 0, 'end': 3, 'text': 'خبر'}
    """
    return cast("dict[str, object]", _converter().unstructure(value))


def from_data(data: object, kind: type[T]) -> T:
    """The annotation, document or diagnostic that `to_data` wrote.

    Args:
        data: what `to_data` gave, or the same read from JSON.
        kind: the class to make.

    Raises:
        SerializationError: the data does not describe one.
    """
    try:
        return _converter().structure(data, kind)
    except Exception as error:  # cattrs groups every kind of fault
        from cattrs import transform_error

        reasons = "; ".join(transform_error(error, path=kind.__name__)) if isinstance(error, ExceptionGroup) else str(error)
        raise SerializationError(f"not a {kind.__name__}: {reasons}") from error


def document_data(document: Document) -> dict[str, object]:
    """A document's fields as JSON values."""
    return to_data(document)


def to_json(data: Mapping[str, object]) -> str:
    """One line of JSON; Arabic stays readable, lone surrogates are escaped.

    Raises:
        SerializationError: a string holds a high surrogate directly before a low one, which JSON would read as one character.

    >>> to_json({"text": "خبر"})
    '{"text": "خبر"}'
    """
    line = json.dumps(data, ensure_ascii=False)
    if not line.isascii() and (pair := _PAIR.search(line)):
        text = str(cast("Mapping[str, object]", data.get("document") or {}).get("text", ""))
        found = _PAIR.search(text)
        where = f"at offset {found.start()} of the text" if found else f"near {line[max(0, pair.start() - 20) : pair.start()]!r}"
        raise SerializationError(f"a high surrogate stands directly before a low one {where}: JSON would join them; decode the text as UTF-16 first")
    return line.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass") if line.isascii() else _escape_surrogates(line)


def _escape_surrogates(line: str) -> str:
    return re.sub("[\\ud800-\\udfff]", lambda match: f"\\u{ord(match.group()):04x}", line)


def from_json(line: str) -> dict[str, object]:
    """The object on one line of JSON.

    Raises:
        SerializationError: it is not JSON, or not an object.
    """
    try:
        data = json.loads(line)
    except ValueError as error:
        raise SerializationError(f"not JSON: {error}") from error
    if not isinstance(data, dict):
        raise SerializationError(f"a JSON object is expected, not {type(data).__name__}")
    return data
