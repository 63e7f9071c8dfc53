"""Data as one line of JSON, and back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from khabar.errors import SerializationError, require_text

# a high surrogate directly before a low one: both are code points of the text, but one character of JSON
_PAIR = "[\\ud800-\\udbff][\\udc00-\\udfff]"
# lone surrogates have no UTF-8; the others would end the line for `str.splitlines`
_ESCAPED = "[\\ud800-\\udfff\\x85\\u2028\\u2029]"


def to_json(data: Mapping[str, object]) -> str:
    """One line of JSON; Arabic stays readable, lone surrogates and line separators are escaped.

    Args:
        data: dicts, lists, strings, numbers, booleans and None.

    Returns:
        The line, without a line feed; it can be encoded as UTF-8.

    Raises:
        SerializationError: a string holds a high surrogate directly before a low one, which JSON reads as one
            character; or something is no JSON value.

    >>> to_json({"text": "خبر"})
    '{"text": "خبر"}'
    """
    try:
        line = json.dumps(data, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise SerializationError(f"cannot be written as JSON: {error}") from error
    if line.isascii():
        return line
    if re.search(_PAIR, line):
        where, offset = next(_pairs(data, ""))
        raise SerializationError(
            f"{where}: at offset {offset} a high surrogate stands directly before a low one, and JSON would read them as one character; "
            'join them first: text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")'
        )
    return re.sub(_ESCAPED, lambda match: f"\\u{ord(match.group()):04x}", line)


def _pairs(data: object, where: str) -> Iterator[tuple[str, int]]:
    """Path and offset of the first pair of surrogates in each string."""
    if isinstance(data, str):
        if pair := re.search(_PAIR, data):
            yield where, pair.start()
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from _pairs(key, f"a key of {where}")
            yield from _pairs(value, f"{where}.{key}" if where else str(key))
    elif isinstance(data, (list, tuple)):
        for index, value in enumerate(data):
            yield from _pairs(value, f"{where}[{index}]")


def from_json(line: str) -> dict[str, object]:
    """The object on one line of JSON.

    Raises:
        SerializationError: it is not JSON, or not an object.
        TypeError: `line` is no `str`.

    >>> from_json('{"schema": "khabar/1"}')
    {'schema': 'khabar/1'}
    """
    try:
        data = json.loads(require_text(line, "line"))
    except (ValueError, RecursionError) as error:
        raise SerializationError(f"not JSON: {error}") from error
    if not isinstance(data, dict):
        raise SerializationError(f"a JSON object is expected, as to_json() writes it, not {type(data).__name__}")
    return data
