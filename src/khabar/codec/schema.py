"""The JSON Schema of `khabar/1`, made from the classes of the model, so that it cannot differ from them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from types import NoneType, UnionType
from typing import TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs

from khabar.layers import BUILTIN_LAYERS, TOKENS
from khabar.model import Diagnostic, Document

SCHEMA = "khabar/1"
"""The value of `schema` in every analysis. Fields may be added under this name, never renamed or taken away."""

_JSON: TypeAlias = dict[str, object]
_PLAIN: Mapping[object, _JSON] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    dt.date: {"type": "string", "format": "date"},
    dt.datetime: {"type": "string", "format": "date-time"},
}


def json_schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of what `Analysis.to_json` writes.

    Every key besides the named ones is the layer of a plugin: a list of objects that have at least a span.

    >>> json_schema()["required"]
    ['schema', 'document', 'diagnostics']
    """
    definitions: _JSON = {}
    layers = {layer.name: _array(_of(layer.type, definitions)) for layer in (*BUILTIN_LAYERS, TOKENS)}
    properties: _JSON = {
        "schema": {"const": SCHEMA},
        "document": _of(Document, definitions),
        **layers,
        "diagnostics": _array(_of(Diagnostic, definitions)),
    }
    annotation: _JSON = {"type": "object", "properties": {"span": {"$ref": "#/$defs/Span"}}, "required": ["span"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        "description": "What khabar found in a text. Offsets count code points of document.text, half-open.",
        "type": "object",
        "properties": properties,
        "required": ["schema", "document", "diagnostics"],
        "additionalProperties": _array(annotation),
        "$defs": dict(sorted(definitions.items())),
    }


def _array(items: _JSON) -> _JSON:
    return {"type": "array", "items": items}


def _of(kind: object, definitions: _JSON) -> _JSON:
    """The schema of one type; classes and enums become definitions."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return {"anyOf": [_of(argument, definitions) for argument in arguments]}
    if origin is tuple:
        return _array(_of(arguments[0], definitions))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _of(arguments[1], definitions)}
    if not isinstance(kind, type):
        raise TypeError(f"no JSON Schema for {kind!r}")
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # holds the place while the fields are read
        definitions[kind.__name__] = _enum(kind) if issubclass(kind, StrEnum) else _object(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _enum(kind: type[StrEnum]) -> _JSON:
    return {"enum": [member.value for member in kind]}


def _object(kind: type, definitions: _JSON) -> _JSON:
    hints = get_type_hints(kind)
    names = [field.name for field in attrs.fields(kind)]
    return {"type": "object", "properties": {name: _of(hints[name], definitions) for name in names}, "required": names}
