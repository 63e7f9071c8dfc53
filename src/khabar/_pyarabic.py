"""The one door to `pyarabic`: its single-word helpers, with types.

Never `sentence_tokenize` or `autocorrect`: they pass flags as `re.sub`'s count.
"""

from __future__ import annotations

from collections.abc import Callable


def helper(name: str) -> Callable[[str], str]:
    """One of pyarabic's functions from text to text.

    Args:
        name: its name in `pyarabic.araby`, for example `strip_tashkeel`.

    Raises:
        LookupError: pyarabic has no such function.

    >>> helper("strip_tatweel")("بـيـان")
    'بيان'
    """
    from pyarabic import araby

    function = getattr(araby, name, None)
    if not callable(function):
        raise LookupError(f"pyarabic.araby has no function {name!r}")
    return lambda text: str(function(text))


def tokens_with_location(text: str) -> list[tuple[int, int]]:
    """The tokens that pyarabic finds, as ranges of the text.

    >>> tokens_with_location("خبر عاجل")
    [(0, 3), (4, 8)]
    """
    from pyarabic import araby

    return [(token["start"], token["end"]) for token in araby.tokenize_with_location(text)]


def western_digits(text: str) -> str:
    """The text with the digits of Arabic scripts as 0-9.

    >>> western_digits("٢٠٢٤")
    '2024'
    """
    from pyarabic import trans

    return str(trans.normalize_digits(text, source="all", out="west"))
