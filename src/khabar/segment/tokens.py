"""Tokens: one scan of the text gives the columns of starts, ends and kinds."""

from __future__ import annotations

from itertools import accumulate

from khabar.errors import require_text
from khabar.model.enums import TOKEN_KINDS, TokenKind
from khabar.model.tokens import Tokens
from khabar.normalize.keys import match_key
from khabar.segment.graphemes import emoji_end
from khabar.segment.token_patterns import any_token, plain_gap, plain_runs, white_space

_BLOCK = 16_384
_WORD = TOKEN_KINDS.index(TokenKind.WORD)
_EMOJI = TOKEN_KINDS.index(TokenKind.EMOJI)
_ABBREVIATION = TOKEN_KINDS.index(TokenKind.ABBREVIATION)
_LONGEST_LAYOUT = 8
_MOST_LAYOUTS = 2048

_Layout = tuple[tuple[int, int, int, str], ...]
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
    return read_tokens(require_text(text))[0]


def read_tokens(text: str) -> tuple[Tokens, list[str]]:
    """The tokens of a text, and the characters of each: reading has them at hand, and who looks words up needs them all."""
    tokens, written = Tokens(text, [], [], [], match_key), list[str]()
    find_white = white_space().search
    base, size = 0, len(text)
    while base < size:
        # a block ends at white space, so that no token crosses its end; blocks keep the memory for parts small
        white = find_white(text, base + _BLOCK)
        stop = white.start() if white else size
        base = _read_block(tokens, written, base, stop)
    return tokens, written


def _read_block(tokens: Tokens, written: list[str], base: int, stop: int) -> int:
    """Append the tokens of a block of the text; return where reading goes on."""
    parts = plain_runs().split(tokens.text[base:stop])  # gap, run, gap, run, … gap
    places = list(accumulate(map(len, parts), initial=base))
    runs = places[1::2]  # where each run begins; the last is the end of the block
    resume = base
    for i, gap in enumerate(parts[::2]):
        begin, end = places[2 * i], runs[i]
        if begin >= resume:  # no token that began earlier reaches over this gap
            layout = _layouts.get(gap)
            if layout is None:
                layout = _layout(gap)
            if layout is not None:
                _append_layout(tokens, written, begin, layout)
            else:
                resume = _read_gap(tokens, written, begin, runs, i)
        if resume <= end < stop:
            _append_run(tokens, written, end, parts[2 * i + 1])
    return max(resume, stop)


def _append_layout(tokens: Tokens, written: list[str], begin: int, layout: _Layout) -> None:
    """Append the tokens of a gap whose layout is known."""
    for start, end, kind, characters in layout:
        tokens.starts.append(begin + start)
        tokens.ends.append(begin + end)
        tokens.kinds.append(kind)
        written.append(characters)


def _append_run(tokens: Tokens, written: list[str], place: int, run: str) -> None:
    """Append plain words with one space between each two."""
    starts, ends = tokens.starts, tokens.ends
    words = run.split(" ")
    for word in words:
        end = place + len(word)
        starts.append(place)
        ends.append(end)
        place = end + 1
    tokens.kinds += [_WORD] * len(words)
    written += words


def _read_gap(tokens: Tokens, written: list[str], begin: int, runs: list[int], number: int) -> int:
    """Append the tokens from a gap on, one by one, up to a run that none of them reaches into; return where reading goes on."""
    text, starts, ends, kinds = tokens.text, tokens.starts, tokens.ends, tokens.kinds
    if number and text[begin] != " ":
        # the word before may be the first part of a longer token: read it again
        begin = starts.pop()
        ends.pop()
        kinds.pop()
        written.pop()
    pattern, kind_of_group = any_token()
    matches = pattern.finditer(text, begin)
    while match := next(matches, None):
        start, end = match.span()
        kind = kind_of_group[match.lastindex or 0]
        if start >= runs[number] and kind != _ABBREVIATION:
            return start
        if kind == _EMOJI:
            end = emoji_end(text, start)
            matches = pattern.finditer(text, end)
        starts.append(start)
        ends.append(end)
        kinds.append(kind)
        written.append(text[start:end])
        while runs[number] < end and number + 1 < len(runs):
            number += 1
    return len(text)  # nothing but white space is left


def _layout(gap: str) -> _Layout | None:
    """The tokens of a gap, by offsets in it, if they do not depend on what stands around it."""
    if len(gap) > _LONGEST_LAYOUT or not plain_gap().fullmatch(gap):
        return None
    pattern, kind_of_group = any_token()
    layout = tuple((*match.span(), kind_of_group[match.lastindex or 0], match.group()) for match in pattern.finditer(gap))
    if len(_layouts) < _MOST_LAYOUTS:
        _layouts[gap] = layout
    return layout
