r"""Where an emoji ends: at the end of its grapheme cluster (UAX #29), which `regex` knows.

Emoji are rare in news, so `regex` is loaded with the first of them.
"""

from __future__ import annotations

import functools
from collections.abc import Callable

_JOINERS = "\u200c\u200d"


@functools.cache
def _cluster_end() -> Callable[[str, int], int]:
    import regex

    # \X counts all flags before a flag, so a run of them would take time by its square: they are paired here
    flag = r"\p{RI}{2}[\p{GCB=EX}\p{GCB=ZWJ}\p{GCB=SM}]*+"
    match = regex.compile(rf"{flag}|\X").match

    def end(text: str, start: int) -> int:
        found = match(text, start)
        return found.end() if found else start

    return end


def emoji_end(text: str, start: int) -> int:
    """The end of the emoji that begins at an offset.

    Args:
        text: any text.
        start: where the emoji begins.

    Returns:
        The end of the grapheme cluster, without joiners that join nothing.

    >>> [emoji_end(emoji + "نعم", 0) == len(emoji) for emoji in ("👍🏽", "🇶🇦", "👨\u200d👩\u200d👧", "❤\ufe0f", "1\ufe0f\u20e3")]
    [True, True, True, True, True]
    """
    end = _cluster_end()(text, start)
    while text[end - 1] in _JOINERS:
        end -= 1
    return end
