"""What the rules of quotation kinds see: the tokens, the report around a place, the nouns that announce a name."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from typing import TypeAlias

from khabar.extract.quotations.clauses import holds_clause
from khabar.extract.reports import Report
from khabar.extract.sheet import Sheet
from khabar.layers import View
from khabar.model import TOKEN_KINDS, QuotationKind, Reading, TokenKind
from khabar.segment.pairs import MarkPair

MAX_NAME = 8
"""Words that a quoted name or title may have."""

LATIN = frozenset({TOKEN_KINDS.index(TokenKind.LATIN), TOKEN_KINDS.index(TokenKind.MIXED)})
_WORD = TOKEN_KINDS.index(TokenKind.WORD)
_PROCLITICS = frozenset({"ل", "ب", "ك", "و", "ف", "ول", "وب", "فب", "فل", "وك"})
_NAMES = ("media_name", "place", "given_name")
_MOST_WORDS = 60
"""Words after which no more of a quotation are counted."""
_Piece: TypeAlias = tuple[int, int, Report]
"""A piece of what is reported: offset of its start and after its end, and the report."""
_LOOK_BACK = 64
"""Pieces of reports looked at for a place: those that began before it and may still hold it."""


def is_definite(sheet: Sheet, position: int) -> bool:
    """Whether the token has the article, or is definite by itself: a place, a given name, a Latin word."""
    key = sheet.keys[position]
    return key.startswith(("ال", "لل")) or sheet.is_any(position, "place", "given_name") or sheet.kinds[position] in LATIN


class Quoted:
    """One mark pair as the rules see it.

    Args:
        context: the text.
        pair: the marks.
        report: the smallest report whose content holds it, if any; for a nested quotation only one with its cue inside
            the outer one too.
        parent: the pair around it, if any.

    Attributes:
        first: position of the first token between the marks.
        last: position of the last one.
        before: position of the token before the opening mark and a proclitic on its own (لـ«…»); -1 at the start.
        after: position of the token after the closing mark.
        proclitic: that proclitic, or empty.
        words: how many words stand between the marks; no more than 60 are counted.
        key: the match keys of the words of a short quotation; empty for a longer one.
        is_clause: whether a clause of more than a word stands between the marks.
    """

    def __init__(self, context: Context, pair: MarkPair, report: Report | None, parent: MarkPair | None) -> None:
        self.context, self.pair, self.report, self.parent = context, pair, report, parent
        self.sheet = sheet = context.sheet
        self.first, self.last = sheet.at(pair.content.start), sheet.before(pair.content.end)
        self.before, self.after = sheet.at(pair.span.start) - 1, sheet.before(pair.span.end) + 1
        self.proclitic = ""
        if self.before >= 0 and sheet.keys[self.before].strip("ـ") in _PROCLITICS:
            self.proclitic = sheet.keys[self.before].strip("ـ")
            self.before -= 1
        self.words = len(sheet.keys_between(self.first, min(self.last, self.first + _MOST_WORDS) + 1))
        self.key = " ".join(sheet.keys_between(self.first, self.last + 1)) if self.words <= MAX_NAME else ""
        self.is_clause = self.words > 1 and holds_clause(sheet, self.first, self.last)

    @property
    def begins(self) -> bool:
        """Whether nothing but a mark stands before the quotation: a comma, a stop, a dash, or the beginning of a paragraph."""
        sheet, before = self.sheet, self.before
        if self.proclitic:
            return False
        return before < 0 or (sheet.is_punctuation(before) and before not in sheet.closing) or sheet.sentence_start(self.first) > before

    @property
    def is_latin(self) -> bool:
        """Whether the words are Latin, with no Arabic word among them."""
        kinds = self.sheet.kinds[self.first : min(self.last, self.first + MAX_NAME) + 1]
        return _WORD not in kinds and not LATIN.isdisjoint(kinds)

    @property
    def holds_definite(self) -> bool:
        """Whether one of the first words has the article, is a place, a given name or Latin."""
        return any(is_definite(self.sheet, index) for index in range(self.first, min(self.last, self.first + MAX_NAME) + 1))

    def opens(self) -> bool:
        """Whether the content of the report begins with the quotation; the complementiser and its pronoun do not count."""
        if self.report is None:
            return False
        sheet, start = self.sheet, self.pair.span.start
        for piece in self.report.content:
            if piece.start <= start < piece.end:
                index = sheet.at(piece.start)
                return index > self.before or (index >= self.before - 1 and sheet.is_any(self.before, "complementiser", "preposition"))
        return False

    def closes(self) -> bool:
        """Whether the content of the report ends with the quotation."""
        if self.report is None:
            return False
        end, sheet = self.pair.span.end, self.sheet
        return any(
            piece.end <= end or sheet.before(piece.end) < self.after for piece in self.report.content if piece.start < end <= piece.end + 1
        )

    @cached_property
    def lead(self) -> frozenset[str]:
        """The match keys of the last four tokens before the mark, and the ends of this row."""
        keys = [*self.sheet.keys[max(self.before - 3, 0) : self.before + 1], *([self.proclitic] if self.proclitic else [])]
        return frozenset([" ".join(keys[start:]) for start in range(len(keys))])

    def leads(self, known: frozenset[str]) -> bool:
        """Whether one of these phrases, given by match keys, stands directly before the mark."""
        return not self.lead.isdisjoint(known)


class Context:
    """A text with its reports, for the rules of quotation kinds.

    Args:
        sheet: the tokens.
        view: what the extractor sees.
        reports: the reports of the text.
    """

    def __init__(self, sheet: Sheet, view: View, reports: Sequence[Report]) -> None:
        self.sheet = sheet
        self._phrases: dict[int, Reading | None] = {}
        for match in view.phrases("name_head"):
            self._phrases.update(dict.fromkeys(range(match.start_token, match.end_token - 1)))
            self._phrases[match.end_token - 1] = match.reading
        self._named = {
            (match.start_token, match.end_token - 1): match.reading for lexical_class in _NAMES for match in view.phrases(lexical_class)
        }
        self.counts: Counter[str] = Counter()
        self.kinds: dict[int, QuotationKind] = {}
        self.named: dict[str, QuotationKind] = {}
        self._pieces = sorted([(piece.start, piece.end, report) for report in reports for piece in report.content], key=itemgetter(0))
        self._starts = [start for start, _, _ in self._pieces]
        self._reach = list(accumulate([end for _, end, _ in self._pieces], max))
        self.sources: dict[int, Report] = {}
        for report in reports:
            if report.source is not None:
                for position in range(report.source.start, report.source.end):
                    self.sources[position] = report
        self._reports = reports

    @cached_property
    def _spoken(self) -> frozenset[int]:
        """Where the sentences begin that have a cue."""
        return frozenset([self.sheet.sentence_start(report.cue.token) for report in self._reports])

    def head_at(self, position: int) -> Reading | None:
        """How the noun reads that announces a name and ends with the token, alone or as a phrase; None where none does."""
        if position in self._phrases:
            return self._phrases[position]
        return self.sheet.tag(position, "name_head")

    def exact(self, first: int, last: int) -> Reading | None:
        """How the tokens from `first` to `last` read as the name of a person, place or medium; None where they are none."""
        if first != last:
            return self._named.get((first, last))
        return next((reading for name in reversed(_NAMES) if (reading := self.sheet.tag(first, name)) is not None), None)

    def quoted(self, pair: MarkPair, parent: MarkPair | None) -> Quoted:
        """A pair with the report around it."""
        report = self.report_of(pair)
        if parent is not None and report is not None and report.cue.span.start < parent.span.start:
            report = None
        return Quoted(self, pair, report, parent)

    def report_of(self, pair: MarkPair) -> Report | None:
        """The report with the smallest content that holds the pair."""
        holding: list[_Piece] = []
        start, end = pair.content.start, pair.content.end
        index = bisect_right(self._starts, start) - 1
        for place in range(index, max(index - _LOOK_BACK, -1), -1):
            if self._reach[place] < end:
                break
            if self._pieces[place][1] >= end:
                holding.append(self._pieces[place])
        if len(holding) > 1:
            return min(holding, key=self._size)[2]
        return holding[0][2] if holding else None

    def _size(self, piece: _Piece) -> int:
        # in tokens: of two contents the smaller one stays the smaller where words are stretched or vocalised
        return self.sheet.before(piece[1]) - self.sheet.at(piece[0])

    def is_reported(self, position: int) -> bool:
        """Whether the sentence that holds the token has a cue."""
        return self.sheet.sentence_start(position) in self._spoken
