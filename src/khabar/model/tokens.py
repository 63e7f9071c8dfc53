"""Tokens as columns: objects are made only when one is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import overload

import attrs

from khabar.model.enums import TOKEN_KINDS, TokenKind
from khabar.spans import Span


@attrs.frozen(kw_only=True)
class Token:
    """One token.

    Args:
        span: where it stands.
        kind: what it is made of.
        folded: its match key, without what spelling leaves open (ḥarakāt, tatweel, hamza seats).
    """

    span: Span
    kind: TokenKind
    folded: str


class Tokens(Sequence[Token]):
    """The tokens of one text: a sequence of `Token` over three columns of equal length.

    Args:
        text: the text that was read.
        starts: offset of each token's first code point, ascending.
        ends: offset after each token's last code point.
        kinds: each token's place in `TOKEN_KINDS`.
        fold: gives the match key of a token's characters.

    >>> import khabar
    >>> tokens = khabar.tokenize("وصل 12 وزيرا.")
    >>> [token.span.text for token in tokens]
    ['وصل', '12', 'وزيرا', '.']
    >>> tokens.starts, tokens.ends
    ([0, 4, 7, 12], [3, 6, 12, 13])
    """

    __slots__ = ("_fold", "ends", "kinds", "starts", "text")

    def __init__(self, text: str, starts: list[int], ends: list[int], kinds: list[int], fold: Callable[[str], str]) -> None:
        self.text = text
        self.starts = starts
        self.ends = ends
        self.kinds = kinds
        self._fold = fold

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> Tokens: ...
    def __getitem__(self, index: int | slice) -> Token | Tokens:
        if isinstance(index, slice):
            return Tokens(self.text, self.starts[index], self.ends[index], self.kinds[index], self._fold)
        span = Span.of(self.text, self.starts[index], self.ends[index])
        return Token(span=span, kind=TOKEN_KINDS[self.kinds[index]], folded=self._fold(span.text))

    def __iter__(self) -> Iterator[Token]:
        return map(self.__getitem__, range(len(self.starts)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Tokens):
            return NotImplemented
        return (self.text, self.starts, self.ends, self.kinds) == (other.text, other.starts, other.ends, other.kinds)

    def __hash__(self) -> int:
        return hash((self.text, len(self.starts)))

    def __repr__(self) -> str:
        return f"<Tokens: {len(self)} of {len(self.text)} characters>"


def places_of(kind: int, kinds: list[int]) -> list[int]:
    """The positions of one kind in the column of kinds.

    >>> places_of(3, [0, 3, 1, 3])
    [1, 3]
    """
    places: list[int] = []
    place = -1
    with suppress(ValueError):  # `index` goes over the words, most of a text, without a step of Python for each
        while True:
            place = kinds.index(kind, place + 1)
            places.append(place)
    return places
