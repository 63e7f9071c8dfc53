"""Paragraphs: what line breaks divide."""

from __future__ import annotations


def paragraph_ends(text: str) -> list[int]:
    r"""The offsets at which the paragraphs of a text end, each after its line break, the last at the end of the text.

    A line break is what `str.splitlines` takes for one: also U+2028, U+0085 and the form feed.

    >>> paragraph_ends("عنوان\nخبر")
    [6, 9]
    >>> paragraph_ends("")
    []
    """
    ends: list[int] = []
    end = 0
    for line in text.splitlines(keepends=True):
        end += len(line)
        ends.append(end)
    return ends
