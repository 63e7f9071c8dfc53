"""Direction controls that do nothing: left over from cut text, or typed between letters of one word."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

_EMBEDDINGS = "\u202a\u202b\u202d\u202e"
_ISOLATES = "\u2066\u2067\u2068"
_POP_EMBEDDING = "\u202c"
_POP_ISOLATE = "\u2069"
_PARAGRAPH_ENDS = "\n\r\x1c\x1d\x1e\x85\u2029"  # bidi class B, UAX #9


@functools.cache
def _controls() -> re.Pattern[str]:
    return re.compile(f"[{_EMBEDDINGS}{_ISOLATES}{_POP_EMBEDDING}{_POP_ISOLATE}{_PARAGRAPH_ENDS}]")


@functools.cache
def _marks() -> re.Pattern[str]:
    letter = "\u0620-\u0652\u0670-\u06d3\ufb50-\ufdfb\ufe70-\ufefc"
    mark = "\xad\u061c\u200b\u200e\u200f\u2060\ufeff"
    return re.compile(f"(?<=[{letter}])[{mark}]++(?=[{letter}])|\ufeff++")


def unpaired_controls(text: str) -> Iterator[tuple[int, int]]:
    """The places of embeddings and isolates that have no partner in their paragraph (UAX #9, rules X1 to X8)."""
    unpaired: list[int] = []
    open_controls: list[int] = []
    isolates = 0  # how many of the open controls are isolates
    for match in _controls().finditer(text):
        place, control = match.start(), match.group()
        if control in _PARAGRAPH_ENDS:
            unpaired += open_controls
            open_controls.clear()
            isolates = 0
        elif control == _POP_EMBEDDING:
            if open_controls and text[open_controls[-1]] in _EMBEDDINGS:
                open_controls.pop()
            else:
                unpaired.append(place)
        elif control == _POP_ISOLATE:
            if not isolates:
                unpaired.append(place)
                continue
            # the end of an isolate also closes the embeddings inside it, which had no end of their own
            while text[closed := open_controls.pop()] in _EMBEDDINGS:
                unpaired.append(closed)
            isolates -= 1
        else:
            open_controls.append(place)
            isolates += control in _ISOLATES
    unpaired += open_controls
    return ((place, place + 1) for place in sorted(unpaired))


def surplus_marks(text: str) -> Iterator[tuple[int, int]]:
    """The places of byte order marks, and of direction marks and soft hyphens between two Arabic letters."""
    return (match.span() for match in _marks().finditer(text))
