"""What a word tells wherever it stands, worked out once for each word."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from khabar.model import Word

T = TypeVar("T")

_LIMIT = 65_536
"""Words remembered by one function; beyond it the memo starts afresh."""


class _Memo(dict[Word, T]):
    """What a function tells of each word; made on first sight, forgotten together when there are too many."""

    def __init__(self, tell: Callable[[Word], T]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, word: Word) -> T:
        if len(self) >= _LIMIT:
            self.clear()
        told = self[word] = self._tell(word)
        return told


def by_word(tell: Callable[[Word], T]) -> Callable[[Word], T]:
    """A decorator: call the function once for each word, of which the lexicons make one object for each spelling.

    Words are compared by identity, and a dict is asked in half the time of `functools.lru_cache`, which packs its arguments.
    """
    return _Memo(tell).__getitem__
