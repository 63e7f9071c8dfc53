"""Analyses as dicts and JSON: snake_case fields, enum values in lower case, spans with their text."""

from khabar.codec.lines import from_json, to_json
from khabar.codec.objects import from_data, to_data
from khabar.codec.schema import SCHEMA, json_schema

__all__ = ["SCHEMA", "from_data", "from_json", "json_schema", "to_data", "to_json"]
