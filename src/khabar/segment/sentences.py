"""Sentences: every final mark is a candidate, the rules in `sentence_rules.RULES` decide, a paragraph always ends one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from khabar.errors import require_text
from khabar.layers import SENTENCES, Annotation, Layer, View
from khabar.model import TOKEN_KINDS, Sentence, TokenKind, Tokens
from khabar.segment.pairs import MARKS, Pairs, pair_marks
from khabar.segment.sentence_rules import Candidate, Kind, decide
from khabar.segment.tokens import tokenize
from khabar.spans import Span

PARAGRAPH_END = "sentence.paragraph"
"""The rule of a sentence that ends with its paragraph."""

LONGEST_QUOTATION, LONGEST_BRACKET = 4000, 800
"""Code points that a quotation or bracket may have to be kept whole; what is longer was opened or closed by mistake."""

_STOPS = frozenset(".؟?!…۔")
_OPENING = frozenset("([{")
_CLOSING = {")": "(", "]": "[", "}": "{"}
_FINAL_OR_BRACKET = _STOPS | _OPENING | _CLOSING.keys()
_NUMBER = TOKEN_KINDS.index(TokenKind.NUMBER)
_MARKS = frozenset(TOKEN_KINDS.index(kind) for kind in (TokenKind.PUNCTUATION, TokenKind.SYMBOL, TokenKind.EMOJI))


def split_sentences(text: str, inside_quotations: bool = False) -> tuple[Sentence, ...]:
    """Split a text into sentences.

    Args:
        text: any text.
        inside_quotations: whether a sentence inside a quotation or bracket ends there too, or only with its carrying sentence.

    Returns:
        The sentences in order; together they cover every token. Each runs from its first visible character to the last
        mark that closes with it.

    Raises:
        TypeError: `text` is no `str`.

    >>> [sentence.span.text for sentence in split_sentences("عاد الوفد.وقال د. سالم: «نجحنا. شكرا لكم». انتهى")]
    ['عاد الوفد.', 'وقال د. سالم: «نجحنا. شكرا لكم».', 'انتهى']
    >>> len(split_sentences("وقال: «نجحنا. شكرا لكم».", inside_quotations=True))
    2
    """
    tokens = tokenize(require_text(text))
    return tuple(_sentences(tokens, pair_marks(tokens), inside_quotations))


class SentencesExtractor:
    """Splits the text into sentences, quotations kept whole."""

    layer = SENTENCES
    requires: tuple[Layer[Annotation], ...] = (MARKS,)

    def extract(self, view: View, /) -> Iterator[Sentence]:
        """The sentences of the text."""
        return _sentences(view.tokens, view[MARKS][0], inside_quotations=False)


def _sentences(tokens: Tokens, pairs: Pairs, inside_quotations: bool) -> Iterator[Sentence]:
    text, starts, ends = tokens.text, tokens.starts, tokens.ends
    for first, after, paragraph, rule in _boundaries(tokens, pairs, inside_quotations):
        start, end = starts[first], ends[after - 1]
        yield Sentence(span=Span(start, end, text[start:end]), paragraph=paragraph, rule=rule)


def _boundaries(tokens: Tokens, pairs: Pairs, inside_quotations: bool) -> Iterator[tuple[int, int, int, str]]:
    """First token, the token after the last, paragraph and rule of each sentence."""
    starts, ends = tokens.starts, tokens.ends
    offsets = pairs.paragraphs
    stops, brackets = _stops_and_brackets(tokens, pairs.punctuation, offsets)
    closes = _closings(pairs, brackets)
    holders = [] if inside_quotations else _holders(pairs, brackets)
    stops.append(len(starts))
    at = holder = low = 0
    for paragraph, offset in enumerate(offsets):
        high = bisect_left(starts, offset, low)
        if high == low:
            continue
        first, last_word = low, _last_word(tokens, low, high)
        while stops[at] < high:
            stop, after, opened = _close(tokens, stops[at], high, closes)
            while stops[at] < after:
                at += 1
            if after > last_word:
                continue
            place = ends[after - 1]
            while holder < len(holders) and holders[holder][1] <= place:
                holder += 1
            candidate = Candidate(
                tokens=tokens,
                first=first,
                mark=stop,
                after=after,
                opened=opened,
                embedded=holder < len(holders) and holders[holder][0] < place,
                kind=_kind(tokens, stop),
            )
            verdict, rule = decide(candidate)
            if verdict == "split":
                yield first, after, paragraph, rule
                first = after
        yield first, high, paragraph, PARAGRAPH_END
        low = high


def _stops_and_brackets(tokens: Tokens, marks: list[int], offsets: list[int]) -> tuple[list[int], list[tuple[int, int]]]:
    """The tokens of final marks, and the offsets of matching brackets in one paragraph."""
    text, starts = tokens.text, tokens.starts
    stops: list[int] = []
    brackets: list[tuple[int, int]] = []
    open_: list[int] = []
    for i in marks:
        start = starts[i]
        character = text[start]
        if character not in _FINAL_OR_BRACKET:
            continue
        if character in _STOPS:
            stops.append(i)
        elif character in _OPENING:
            open_.append(start)
        else:
            # a bracket of another shape or of an earlier paragraph was never closed
            while open_ and text[open_[-1]] != _CLOSING[character]:
                open_.pop()
            if open_:
                brackets.append((open_.pop(), start))
    if brackets:
        brackets = [(a, b) for a, b in brackets if offsets[bisect_right(offsets, a)] > b]
    return stops, brackets


def _closings(pairs: Pairs, brackets: list[tuple[int, int]]) -> dict[int, int]:
    """The offset of each closing mark and bracket with that of its opening one; -1 where it closes nothing."""
    closes = {b: a for a, b in brackets}
    for start, inner_end, end in zip(pairs.starts, pairs.inner_ends, pairs.ends, strict=True):
        for offset in range(inner_end, end):
            closes[offset] = start
    text = pairs.text
    for start, end in pairs.unpaired:
        if not text[start - 1 : start].isspace() and not text[end : end + 1].strip():
            closes |= dict.fromkeys(range(start, end), -1)
    return closes


def _holders(pairs: Pairs, brackets: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The outermost stretches that hold sentences together.

    A quotation that lacks a mark must not swallow the sentences after it, nor may two stray marks far from each other.
    """
    balanced = [
        (start, end)
        for start, inner_start, inner_end, end in zip(pairs.starts, pairs.inner_starts, pairs.inner_ends, pairs.ends, strict=True)
        if start != inner_start and inner_end != end and end - start <= LONGEST_QUOTATION
    ]
    closed = [(start, end) for start, end in brackets if end - start <= LONGEST_BRACKET]
    holders: list[tuple[int, int]] = []
    for start, end in sorted(balanced + closed):
        if not holders or start >= holders[-1][1]:
            holders.append((start, end))
        elif end > holders[-1][1]:
            holders[-1] = (holders[-1][0], end)
    return holders


def _last_word(tokens: Tokens, low: int, high: int) -> int:
    """The last token of a paragraph that is more than a mark: what follows it is no sentence of its own."""
    kinds = tokens.kinds
    last = high - 1
    while last > low and kinds[last] in _MARKS:
        last -= 1
    return last


def _kind(tokens: Tokens, stop: int) -> Kind:
    run = tokens.text[tokens.starts[stop] : tokens.ends[stop]]
    if run in {".", "۔"}:
        return "stop"
    return "question" if run.strip(".…۔") else "ellipsis"


def _close(tokens: Tokens, stop: int, high: int, closes: dict[int, int]) -> tuple[int, int, int]:
    """The last final mark of a run, the first token after all that closes with it, where the outermost closed stretch begins.

    Marks and closing signs may follow each other in any order («نعم؟».), a footnote too (نعم.[1]).
    """
    text, starts, ends = tokens.text, tokens.starts, tokens.ends
    opened = -1
    after = stop + 1
    while after < high:
        start = starts[after]
        character = text[start]
        if start in closes:
            opened = closes[start]
        elif character in _STOPS:
            stop, opened = after, -1
        elif character == "[" and start == ends[after - 1] and _is_footnote(tokens, after, high):
            after += 2
        else:
            break
        after += 1
    return stop, after, opened


def _is_footnote(tokens: Tokens, bracket: int, high: int) -> bool:
    # نعم.[1]
    return bracket + 2 < high and tokens.kinds[bracket + 1] == _NUMBER and tokens.text[tokens.starts[bracket + 2]] == "]"
