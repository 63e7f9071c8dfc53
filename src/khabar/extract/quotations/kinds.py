"""Why words stand in quotation marks: an ordered list of rules, the first that decides wins."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from khabar.extract.cues import CueForm, Link
from khabar.extract.cues.links import words_in
from khabar.extract.reports import Report
from khabar.extract.sheet import STOPS, Sheet
from khabar.model import QuotationKind
from khabar.segment.pairs import MarkPair


class Context:
    """What the rules see: the tokens, and which report holds a place."""

    def __init__(self, sheet: Sheet, reports: Sequence[Report]) -> None:
        self.sheet = sheet
        self.reports = reports
        self.names: set[str] = set()

    def report_of(self, pair: MarkPair) -> Report | None:
        """The report with the smallest content that holds the pair."""
        best: tuple[int, Report] | None = None
        for report in self.reports:
            for piece in report.content:
                if piece.start <= pair.content.start and pair.content.end <= piece.end and (best is None or len(piece) < best[0]):
                    best = len(piece), report
        return best[1] if best else None

    def key(self, pair: MarkPair) -> str:
        """The match keys of the words between the marks."""
        sheet = self.sheet
        first, last = sheet.at(pair.content.start), sheet.before(pair.content.end)
        return " ".join(sheet.keys[first : last + 1])


Rule = Callable[[Context, MarkPair], QuotationKind | None]


def after_name_head(context: Context, pair: MarkPair) -> QuotationKind | None:
    """«صحيفة «الميناء»»، «برنامج «صباح المدينة»»: a noun before the marks says what kind of name it is."""
    sheet = context.sheet
    before = sheet.at(pair.span.start) - 1
    if words_in(sheet, pair) > 8:
        return None
    for index in (before, before - 1):
        if index < 0 or sheet.is_punctuation(index):
            return None
        reading = sheet.tag(index, "name_head")
        if reading is not None:
            return QuotationKind(reading.entry.string("kind"))
    return None


def whole_complement(context: Context, pair: MarkPair) -> QuotationKind | None:
    """«قال: «…»»: the quotation is all that the cue reports, and holds a clause."""
    report = context.report_of(pair)
    if report is None or pair.depth and report.cue.span.start < pair.span.start - 400:
        return None
    sheet = context.sheet
    opens = any(piece.start >= pair.span.start - 12 and piece.start <= pair.span.start + 1 for piece in report.content)
    if opens and report.cue.link in {Link.COLON, Link.QUOTATION, Link.PRECEDING} and words_in(sheet, pair) >= 2:
        return QuotationKind.SPEECH
    if opens and report.cue.link is Link.CLAUSE and words_in(sheet, pair) >= 3:
        return QuotationKind.SPEECH
    if report.cue.form is CueForm.ACCORDING_TO and words_in(sheet, pair) >= 6:
        return QuotationKind.SPEECH
    return None


def long_clause(context: Context, pair: MarkPair) -> QuotationKind | None:
    """A long quotation, or one with a full stop inside, is somebody's words."""
    sheet = context.sheet
    first, last = sheet.at(pair.content.start), sheet.before(pair.content.end)
    if words_in(sheet, pair) >= 12 or any(sheet.is_mark(index, STOPS) for index in range(first, last)):
        return QuotationKind.SPEECH
    return None


def inside_report(context: Context, pair: MarkPair) -> QuotationKind | None:
    """«النظام «سيكون عبئا»»: words quoted out of what is reported."""
    report = context.report_of(pair)
    if report is None or pair.depth > 0:
        return None
    return QuotationKind.SPEECH if words_in(context.sheet, pair) >= 8 else QuotationKind.FRAGMENT


RULES: tuple[Rule, ...] = (after_name_head, whole_complement, long_clause, inside_report)
"""The first rule that decides names the kind; otherwise the words are a term."""


def kind_of(context: Context, pair: MarkPair) -> tuple[QuotationKind, str]:
    """The kind of a quotation and the rule that decided it."""
    for rule in RULES:
        kind = rule(context, pair)
        if kind is not None:
            return kind, f"quotation.{rule.__name__.replace('_', '-')}"
    return QuotationKind.TERM, "quotation.term"
