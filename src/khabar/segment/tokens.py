"""Tokens: one scan of the text gives the columns of starts, ends and kinds."""

from __future__ import annotations

from itertools import accumulate

from khabar.errors import require_text
from khabar.model.enums import TOKEN_KINDS, TokenKind
from khabar.model.tokens import Tokens
from khabar.normalize.keys import match_key
from khabar.segment.graphemes import emoji_end
from khabar.segment.token_patterns import any_token, plain_gap, plain_words, white_space

_BLOCK = 16_384
_WORD = TOKEN_KINDS.index(TokenKind.WORD)
_EMOJI = TOKEN_KINDS.index(TokenKind.EMOJI)
_ABBREVIATION = TOKEN_KINDS.index(TokenKind.ABBREVIATION)
_LONGEST_LAYOUT = 8
_MOST_LAYOUTS = 2048

_Layout = tuple[tuple[int, int, int], ...]
_layouts: dict[str, _Layout] = {}


def tokenize(text: str) -> Tokens:
    """Split a text into tokens.

    Args:
        text: any text.

    Returns:
        The tokens as columns of code-point offsets and kinds. They are disjoint and ascending; everything outside
        them is white space or invisible.

    Raises:
        TypeError: `text` is no `str`.

    >>> [token.span.text for token in tokenize("قال د. سالم إن 12,5% «تكفي»،لا أكثر.")]
    ['قال', 'د.', 'سالم', 'إن', '12,5', '%', '«', 'تكفي', '»', '،', 'لا', 'أكثر', '.']
    """
    require_text(text)
    starts: list[int] = []
    ends: list[int] = []
    kinds: list[int] = []
    find_white = white_space().search
    base, size = 0, len(text)
    while base < size:
        # a block ends at white space, so that no token crosses its end; blocks keep the memory for parts small
        white = find_white(text, base + _BLOCK)
        stop = white.start() if white else size
        base = _scan_block(text, base, stop, starts, ends, kinds)
    return Tokens(text, starts, ends, kinds, match_key)


def _scan_block(text: str, base: int, stop: int, starts: list[int], ends: list[int], kinds: list[int]) -> int:
    """Append the tokens of `text[base:stop]`; return where reading goes on."""
    parts = plain_words().split(text[base:stop])  # gap, word, gap, word, … gap
    places = list(accumulate(map(len, parts), initial=base))
    word_starts, word_ends = places[1::2], places[2::2]  # the start after the last word is the end of the block
    pattern, kind_of_group = any_token()
    word = 0  # the first plain word that is not in the columns yet
    resume = base  # where the last token of a gap ended
    for i, gap in enumerate(parts[::2]):
        if gap == " ":
            continue
        begin = places[2 * i]
        if begin < resume:
            continue  # a token that began earlier reached over this gap
        if word < i:
            starts += word_starts[word:i]
            ends += word_ends[word:i]
            kinds += [_WORD] * (i - word)
            word = i
        layout = _layouts.get(gap)
        if layout is None:
            layout = _layout(gap)
        if layout is not None:
            for start, end, kind in layout:
                starts.append(begin + start)
                ends.append(begin + end)
                kinds.append(kind)
            continue
        if i and gap[0] != " ":
            # the word may be the first part of a longer token: read it again
            begin = starts.pop()
            ends.pop()
            kinds.pop()
        limit = word_starts[word]
        matches = pattern.finditer(text, begin)
        while match := next(matches, None):
            start, end = match.span()
            kind = kind_of_group[match.lastindex or 0]
            if start >= limit and kind != _ABBREVIATION:
                resume = start
                break
            if kind == _EMOJI:
                end = emoji_end(text, start)
                matches = pattern.finditer(text, end)
            starts.append(start)
            ends.append(end)
            kinds.append(kind)
            resume = end
            while limit < resume and word < len(word_ends):
                word += 1
                limit = word_starts[word]
        else:
            resume = len(text)  # nothing but white space is left
    if word < len(word_ends):
        starts += word_starts[word:-1]
        ends += word_ends[word:]
        kinds += [_WORD] * (len(word_ends) - word)
    return max(resume, stop)


def _layout(gap: str) -> _Layout | None:
    """The tokens of a gap, by offsets in it, if they do not depend on what stands around it."""
    if len(gap) > _LONGEST_LAYOUT or not plain_gap().fullmatch(gap):
        return None
    pattern, kind_of_group = any_token()
    layout = tuple((match.start(), match.end(), kind_of_group[match.lastindex or 0]) for match in pattern.finditer(gap))
    if len(_layouts) < _MOST_LAYOUTS:
        _layouts[gap] = layout
    return layout
