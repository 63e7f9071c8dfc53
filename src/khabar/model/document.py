"""What a caller hands in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

import attrs

from khabar.errors import require_text


def _read_only(meta: Mapping[str, str]) -> Mapping[str, str]:
    if not isinstance(meta, Mapping) or not all(isinstance(part, str) for pair in meta.items() for part in pair):
        raise TypeError("meta must be a mapping of str to str: write other values as str, for example {'page': str(3)}")
    return MappingProxyType(dict(meta))


def _check_id(_: object, __: object, value: str | None) -> None:
    if value is not None and not isinstance(value, str):
        raise TypeError(f"id must be str, not {type(value).__name__}: pass str(id)")


def _check_time(_: object, __: object, value: dt.date | dt.datetime | None) -> None:
    if value is not None and not isinstance(value, dt.date):
        raise TypeError(
            f"creation_time must be a datetime.date or datetime.datetime, not {type(value).__name__}: "
            'for example datetime.date.fromisoformat("2024-06-19")'
        )


@attrs.frozen(kw_only=True)
class Document:
    """One article.

    Args:
        text: the article as it stands; offsets of every result count its code points.
        id: a name that the caller chooses.
        creation_time: the day (or moment) of publication, against which "yesterday" is resolved.
            Never guessed: without it such expressions stay unresolved.
        meta: further strings to carry along; read-only and not part of the hash.

    Raises:
        TypeError: an argument is of another type; the message says what would be right.

    >>> Document(text="أعلن النادي الخبر أمس.", creation_time=dt.date(2024, 6, 19)).creation_time
    datetime.date(2024, 6, 19)
    """

    text: str = attrs.field(converter=require_text)
    id: str | None = attrs.field(default=None, validator=_check_id)
    creation_time: dt.date | dt.datetime | None = attrs.field(default=None, validator=_check_time)
    meta: Mapping[str, str] = attrs.field(factory=dict, converter=_read_only, hash=False)

    # a mappingproxy cannot be pickled
    def __getstate__(self) -> dict[str, object]:
        return {"text": self.text, "id": self.id, "creation_time": self.creation_time, "meta": dict(self.meta)}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__init__(**state)  # type: ignore[misc]
