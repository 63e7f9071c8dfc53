"""Objects of the model, and of plugins, as dicts of JSON values, and back; by cattrs."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from types import NoneType
from typing import TYPE_CHECKING, TypeVar, Union, cast, get_args

from khabar.errors import SerializationError

if TYPE_CHECKING:
    from cattrs import Converter

T = TypeVar("T")


def to_data(value: object) -> dict[str, object]:
    """An annotation, document or diagnostic as a dict of JSON values.

    Args:
        value: an object of an `attrs` class or dataclass, whose fields are strings, numbers, booleans, enums, dates, decimals,
            None, tuples or mappings of these, or such classes themselves.

    Raises:
        SerializationError: it is of another class.

    >>> from khabar.spans import Span
    >>> to_data(Span(0, 3, "خبر"))
    {'start': 0, 'end': 3, 'text': 'خبر'}
    """
    data = _converter().unstructure(value)
    if not isinstance(data, dict):
        raise SerializationError(f"{type(value).__name__} is neither an attrs class nor a dataclass: its fields are not known")
    return cast("dict[str, object]", data)


def from_data(data: object, kind: type[T]) -> T:
    """The object that `to_data` wrote.

    Args:
        data: what `to_data` gave, or the same read from JSON; keys that are no fields are left aside.
        kind: the class to make.

    Raises:
        SerializationError: the data does not describe one; the message names each wrong field.

    >>> from khabar.spans import Span
    >>> from_data({"start": 0, "end": "3", "text": "خبر"}, Span)
    Traceback (most recent call last):
    khabar.errors.SerializationError: no Span: Span.end: '3' is no int
    """
    if not isinstance(data, Mapping):
        raise SerializationError(f"no {kind.__name__}: an object is expected, not {type(data).__name__}")
    try:
        return _converter().structure(data, kind)
    except Exception as error:  # cattrs groups every kind of fault
        from cattrs import transform_error

        faults = transform_error(error, path=kind.__name__, format_exception=_fault)
        reasons = "; ".join(": ".join(reversed(fault.split(" @ ", 1))) for fault in faults)
        raise SerializationError(f"no {kind.__name__}: {reasons}") from error


def _fault(error: BaseException, kind: type | None) -> str:
    if isinstance(error, KeyError):
        return "missing"
    if isinstance(error, (AttributeError, TypeError)):
        # cattrs looked for a field or part in something that has none
        return "missing" if kind in {str, int, bool, float} else "an object or list is expected"
    return str(error)


@functools.cache
def _converter() -> Converter:
    from cattrs import Converter
    from cattrs.strategies import configure_union_passthrough

    converter = Converter()
    for plain in (str, int, bool):
        converter.register_structure_hook(plain, _read_plain)
    configure_union_passthrough(Union[str, int, float, bool, None], converter)  # noqa: UP007 # cattrs asks for this form
    converter.register_unstructure_hook(StrEnum, lambda member: member.value)
    converter.register_structure_hook(StrEnum, _read_enum)
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(Decimal, lambda written, _: Decimal(written))
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_unstructure_hook(dt.datetime, dt.datetime.isoformat)
    converter.register_structure_hook(dt.date, lambda written, _: dt.date.fromisoformat(written))
    converter.register_structure_hook(dt.datetime, lambda written, _: dt.datetime.fromisoformat(written))
    converter.register_structure_hook_func(_is_day_or_moment, _read_day_or_moment)
    converter.register_unstructure_hook_func(lambda kind: kind == Mapping[str, str], dict)
    return converter


def _read_plain(value: object, kind: type[T]) -> T:
    # strict: cattrs alone would call `str(None)` or `bool("false")`
    if type(value) is kind:
        return value
    if issubclass(kind, int) and kind not in {int, bool} and type(value) is int:  # an IntEnum
        return cast("T", kind(value))
    raise ValueError(f"{value!r} is no {kind.__name__}")


def _read_enum(value: object, kind: type[StrEnum]) -> StrEnum:
    try:
        return kind(cast("str", value))
    except ValueError:
        raise ValueError(f"{value!r} is no {kind.__name__}; there are {', '.join(kind)}") from None


def _is_day_or_moment(kind: object) -> bool:
    return set(get_args(kind)) - {NoneType} == {dt.date, dt.datetime}


def _read_day_or_moment(written: object, kind: object) -> dt.date | dt.datetime | None:
    if written is None and NoneType in get_args(kind):
        return None
    if not isinstance(written, str):
        raise ValueError(f"{written!r} is no date: write it as '2024-06-19' or '2024-06-19T08:30:00'")
    return dt.datetime.fromisoformat(written) if "T" in written else dt.date.fromisoformat(written)
