"""The tokens of a text with what the layers before say of each: what rules of quotation and attribution read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import compress

import attrs

from khabar.extract.homographs import PUNCTUATION, words_of
from khabar.layers import DATES, SENTENCES, Annotation, Layer, View
from khabar.model import Reading
from khabar.segment.pairs import MARKS, PAIRS, MarkPair
from khabar.spans import Enclosures, Span

_TATWEEL = "\N{ARABIC TATWEEL}"
COMMAS = frozenset("،,؛;")
STOPS = frozenset(".؟?!…۔")
DASHES = frozenset("-–—ـ")
REACH = 200
"""Tokens after which a sentence counts as over: no look ahead or back goes farther, whatever the text."""


@attrs.frozen(eq=False)
class Landmarks:
    """Where a rule has to look, or to stop: besides all marks, some kinds of words.

    Args:
        classes: the lexical classes of the words.
        keys: match keys of further words.
        bounds: whether the words of times and dates, and the first words of sentences, belong to them.
    """

    classes: frozenset[str]
    keys: frozenset[str] = frozenset()
    bounds: bool = False


class Sheet:
    """The tokens of a text by position.

    Args:
        view: what its extractor sees.

    Attributes:
        text: the text.
        span: the whole text.
        starts: offset of each token.
        ends: offset after each token.
        keys: match key of each token.
        words: what the lexicons know of each token.
        pairs: the mark pairs.
        opening: pair by the position of its first token of content or mark.
        closing: pair by the position of the last token of its closing mark.
        dated: position after the expression of time that holds a token, for each token in one.
        media: each name of an agency or outlet, by the position of its first token.
        places: position after each name of a place.
    """

    def __init__(self, view: View) -> None:
        tokens = view.tokens
        self.text = tokens.text
        self.span = Span(0, len(self.text), self.text)
        self.starts, self.ends, self.kinds = tokens.starts, tokens.ends, tokens.kinds
        self.words = words_of(view)
        self.keys = [word.key for word in self.words]
        self.pairs: Sequence[MarkPair] = view[PAIRS]
        self._punctuation = view[MARKS][0].punctuation
        self.opening: dict[int, MarkPair] = {}
        self.closing: dict[int, MarkPair] = {}
        for pair in reversed(self.pairs):
            self.opening[self.at(pair.span.start)] = pair
            self.closing[self.before(pair.span.end)] = pair
        self._sentence_ends = [bisect_left(self.starts, sentence.span.end) for sentence in view[SENTENCES]]
        self.dated: dict[int, int] = {}
        for date in view[DATES]:
            end = bisect_left(self.starts, date.span.end)
            for position in range(self.at(date.span.start), end):
                self.dated[position] = end
        self.media = {match.start_token: match for match in view.matches("media_name")}
        self.places = _ends(view, "place")
        self._find = view.positions
        self._found: dict[frozenset[str], Sequence[int]] = {}
        self._landmarks: dict[Landmarks, Sequence[int]] = {}

    def __len__(self) -> int:
        return len(self.starts)

    def after_date(self, position: int) -> int:
        """Position after the expression of time that holds this token; 0 where none does."""
        return self.dated.get(position, 0)

    def at(self, offset: int) -> int:
        """Position of the first token that ends after this offset."""
        return bisect_right(self.ends, offset)

    def before(self, offset: int) -> int:
        """Position of the last token that starts before this offset; -1 where there is none."""
        return bisect_left(self.starts, offset) - 1

    def sentence_end(self, position: int, reach: int = REACH) -> int:
        """Position after the last token of the sentence that holds this token, or `reach` tokens on."""
        index, far = bisect_right(self._sentence_ends, position), position + reach
        end = self._sentence_ends[index] if index < len(self._sentence_ends) else len(self.starts)
        if end > far:
            return far
        return end

    def sentence_start(self, position: int) -> int:
        """Position of the first token of the sentence that holds this token, or `REACH` tokens back."""
        index, far = bisect_right(self._sentence_ends, position), position - REACH
        start = self._sentence_ends[index - 1] if index else 0
        if start < far:
            return far
        return start

    def written(self, position: int) -> str:
        """The token as it stands in the text."""
        return self.text[self.starts[position] : self.ends[position]]

    def is_tight(self, position: int) -> bool:
        """Whether no space stands on either side of a token: the stops of «جيه.إل.إل»."""
        if not 0 < position < len(self.keys) - 1:
            return False
        return self.ends[position - 1] == self.starts[position] and self.ends[position] == self.starts[position + 1]

    def is_punctuation(self, position: int) -> bool:
        """Whether the token is a mark."""
        return self.kinds[position] == PUNCTUATION

    def keys_between(self, start: int, end: int) -> list[str]:
        """The match keys of the words of a phrase, without its marks."""
        if PUNCTUATION not in self.kinds[start:end]:
            return self.keys[start:end]
        return [key for key, kind in zip(self.keys[start:end], self.kinds[start:end], strict=True) if kind != PUNCTUATION]

    def count_words(self, start: int, end: int) -> int:
        """How many tokens of a phrase are no marks."""
        kinds = self.kinds[start:end]
        return len(kinds) - kinds.count(PUNCTUATION)

    def is_plain(self, position: int) -> bool:
        """Whether the token is a word with which no quotation begins."""
        return self.kinds[position] != PUNCTUATION and position not in self.opening

    def mark(self, position: int) -> str:
        """The first character of a mark; empty for a word."""
        return self.text[self.starts[position]] if self.kinds[position] == PUNCTUATION else ""

    def is_mark(self, position: int, marks: frozenset[str]) -> bool:
        """Whether the token is one of these marks (by its first character)."""
        return self.kinds[position] == PUNCTUATION and self.text[self.starts[position]] in marks

    def tag(self, position: int, lexical_class: str) -> Reading | None:
        """How the token reads as a word of a class; None where it does not."""
        return self.words[position].tags.get(lexical_class)

    def is_any(self, position: int, *lexical_classes: str) -> bool:
        """Whether the token is a word of one of these classes."""
        classes = self.words[position].classes
        return not classes.isdisjoint(lexical_classes) if classes else False  # most words are of no class

    def every(self, lexical_classes: frozenset[str]) -> Sequence[int]:
        """The positions of the words of any of these classes."""
        found = self._found.get(lexical_classes)
        if found is None:
            found = self._found[lexical_classes] = self._find(lexical_classes)
        return found

    def positions(self, lexical_classes: frozenset[str], start: int, end: int) -> Sequence[int]:
        """Those of them from `start` to before `end`."""
        found = self._found.get(lexical_classes)
        if found is None:
            found = self.every(lexical_classes)
        return found[bisect_left(found, start) : bisect_left(found, end)]

    def marks_between(self, start: int, end: int) -> Sequence[int]:
        """The positions, from `start` to before `end`, of the marks."""
        found = self._punctuation
        return found[bisect_left(found, start) : bisect_left(found, end)]

    def landmark(self, landmarks: Landmarks, position: int) -> int:
        """The first of these landmarks from a position on; the number of tokens where none is left."""
        found = self._landmarks.get(landmarks)
        if found is None:
            found = self._landmarks[landmarks] = self._places(landmarks)
        return found[bisect_left(found, position)]

    def _places(self, landmarks: Landmarks) -> Sequence[int]:
        places = [*self._punctuation, *self.opening, len(self.keys)]
        if landmarks.classes:
            places += self._find(landmarks.classes)
        if landmarks.bounds:
            places += self.dated
            places += self._sentence_ends
        if landmarks.keys and not landmarks.keys.isdisjoint(self.keys):
            places += compress(range(len(self.keys)), map(landmarks.keys.__contains__, self.keys))
        places.sort()
        return places

    def marks(self, marks: str) -> Iterator[int]:
        """The positions of a mark or word, wherever it is a token of its own."""
        offset = self.text.find(marks)
        while offset >= 0:
            position = self.at(offset)
            if self.starts[position] == offset and self.ends[position] == offset + len(marks):
                yield position
            offset = self.text.find(marks, offset + 1)

    def without(self, position: int, proclitics: str) -> int:
        """Offset of the token's text after as many of these proclitic letters as it really begins with.

        Marks that are no letters (ḥarakāt, tatweel) after a proclitic go with it.
        """
        start, end = self.starts[position], self.ends[position]
        for letter in proclitics:
            if start < end and self.text[start] == letter:
                start += 1
                while start < end and (self.text[start] == _TATWEEL or not self.text[start].isalnum()):
                    start += 1
        return start

    def start_without_conjunction(self, position: int) -> int:
        """Offset of the token without و or ف where the lexicons read one before a known word."""
        key = self.keys[position]
        if len(key) > 2 and key[0] in "وف" and self.has_conjunction(position):
            return self.without(position, key[0])
        return self.starts[position]

    def has_conjunction(self, position: int) -> bool:
        """Whether the token begins with the conjunction و or ف: a known word stands behind it, or the article."""
        key, word = self.keys[position], self.words[position]
        if len(key) < 3 or key[0] not in "وف":
            return False
        if word.readings:
            return all(reading.proclitics[:1] == key[0] for reading in word.readings)
        return key[1:3] in {"ال", "لل"} or key[0] == "و"

    def stretch(self, start: int, end: int, proclitics: str = "") -> Span:
        """The span of the tokens from `start` to before `end`, of the first one what `without()` leaves of it."""
        first, last = self.starts[start], self.ends[end - 1]
        if proclitics:
            first = self.without(start, proclitics)
            if first == self.ends[start]:
                return self.cut(first, last)
        return Span(first, last, self.text[first:last])

    def cut(self, start: int, end: int) -> Span:
        """A span by offsets, without white space and invisible characters at its edges."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end) - 1
        if first <= last:
            begin, stop = self.starts[first], self.ends[last]
            # `max` and `min` would cost more than both searches
            start, end = begin if begin > start else start, stop if stop < end else end  # noqa: FURB136
        return Span(start, end, self.text[start:end])

    def pair_around(self, position: int) -> MarkPair | None:
        """The innermost pair whose content holds the token; None where it stands outside every quotation."""
        if not self.pairs:
            return None
        offset = self.starts[position]
        around = next(self._contents.around(offset, offset + 1), None)
        return None if around is None else self.pairs[around[2]]

    @cached_property
    def _contents(self) -> Enclosures:
        return Enclosures([(pair.content.start, pair.content.end) for pair in self.pairs])


def _ends(view: View, lexical_class: str) -> dict[int, int]:
    """Where the words and phrases of a class end, by where they begin; a word inside a phrase does not count."""
    phrases = view.phrases(lexical_class)
    ends = {position: position + 1 for position in view.positions(frozenset({lexical_class}))}
    for phrase in phrases:
        for position in range(phrase.start_token, phrase.end_token):
            ends.pop(position, None)
    return ends | {phrase.start_token: phrase.end_token for phrase in phrases}


SHEET: Layer[Sheet] = Layer("_sheet", Sheet)
"""The layer that holds the one sheet of a text, made for the extractors of cues, quotations and attributions."""


class SheetExtractor:
    """Lays the tokens of a text out once for all who read them."""

    layer: Layer[Sheet] = SHEET
    requires: tuple[Layer[Annotation], ...] = (MARKS, PAIRS, SENTENCES, DATES)

    def extract(self, view: View) -> Iterator[Sheet]:
        """The one sheet of the text."""
        yield Sheet(view)
