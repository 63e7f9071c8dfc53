"""What a caller hands in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

import attrs

from khabar.errors import require_text


def _text(text: object) -> str:
    return require_text(text)


def _read_only(meta: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(dict(meta))


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
        TypeError: `text` is not a `str`.

    >>> Document(text="أعلن النادي الخبر أمس.", creation_time=dt.date(2024, 6, 19)).creation_time
    datetime.date(2024, 6, 19)
    """

    text: str = attrs.field(converter=_text)
    id: str | None = None
    creation_time: dt.date | dt.datetime | None = None
    meta: Mapping[str, str] = attrs.field(factory=dict, converter=_read_only, hash=False)

    # a mappingproxy cannot be pickled
    def __getstate__(self) -> tuple[object, ...]:
        return (self.text, self.id, self.creation_time, dict(self.meta))

    def __setstate__(self, state: tuple[object, ...]) -> None:
        text, id_, creation_time, meta = state
        self.__init__(text=text, id=id_, creation_time=creation_time, meta=meta)  # type: ignore[misc]
