"""What a word or a line of a lexicon tells wherever it stands, worked out once for each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from khabar.model import Entry, Word

K = TypeVar("K")
T = TypeVar("T")

_LIMIT = 32_768
"""Words or entries remembered by one function; beyond it the memo starts afresh."""


class _Memo(dict[K, T]):
    """What a function tells of each word or entry; made on first sight, forgotten together when there are too many."""

    def __init__(self, tell: Callable[[K], T]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, asked: K) -> T:
        if len(self) >= _LIMIT:
            self.clear()
        told = self[asked] = self._tell(asked)
        return told


def by_word(tell: Callable[[Word], T]) -> Callable[[Word], T]:
    """A decorator: call the function once for each word, of which the lexicons make one object for each spelling.

    Words are compared by identity, and a dict is asked in half the time of `functools.lru_cache`, which packs its arguments.
    """
    return _Memo(tell).__getitem__


def by_entry(tell: Callable[[Entry], T]) -> Callable[[Entry], T]:
    """The same of the lines of lexicons, which are compared by identity too."""
    return _Memo(tell).__getitem__
