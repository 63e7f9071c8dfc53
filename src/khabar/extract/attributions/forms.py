"""How much of a content is quoted, and what that makes of the attribution."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from khabar.extract.attributions.draft import Stretch
from khabar.extract.cues.model import ACCORDING_TO, NOUN_PHRASE
from khabar.extract.memo import by_word
from khabar.extract.reports import Report
from khabar.extract.sheet import Sheet
from khabar.model import AttributionKind, Form, Quotation, QuotationKind, Word
from khabar.spans import Span

_SPOKEN = frozenset({QuotationKind.SPEECH, QuotationKind.FRAGMENT})
_KINDS = {form: AttributionKind(form) for form in Form}
_FREE, _QUOTED = 0, 1
_INDIRECT, _MIXED, _DIRECT = Form.INDIRECT, Form.MIXED, Form.DIRECT
_ACCORDING_TO = AttributionKind.ACCORDING_TO
_CLITICS = frozenset("وبل")


class Quoted:
    """What is quoted in a text, for the question how much of a content is.

    Args:
        sheet: the tokens.
        quotations: the quotations of the text, by their start.
    """

    def __init__(self, sheet: Sheet, quotations: Sequence[Quotation]) -> None:
        self._sheet = sheet
        self._quotations = quotations
        self._starts = [quotation.span.start for quotation in quotations]
        self._spoken = bytearray(len(sheet))
        for quotation in quotations:
            if quotation.kind in _SPOKEN:
                first, last = sheet.at(quotation.span.start), sheet.before(quotation.span.end)
                self._spoken[first : last + 1] = bytes([_QUOTED]) * (last + 1 - first)

    def inside(self, content: Sequence[Span]) -> tuple[int, ...]:
        """Positions of the quotations that lie in a content."""
        inside: list[int] = []
        if not self._quotations:
            return ()
        for piece in content:
            near = range(bisect_left(self._starts, piece.start), bisect_left(self._starts, piece.end))
            inside += [index for index in near if self._quotations[index].span.end <= piece.end]
        return tuple(inside)

    def form_of(self, stretches: Sequence[Stretch]) -> Form:
        """Whether all, some or none of the words of a content are quoted; complementisers and clitics do not count."""
        quoted = free = False
        for first, end in stretches:
            if self._spoken.find(_QUOTED, first, end) < 0:
                free = free or end > first
                continue
            quoted = quoted or self._counts_any(_QUOTED, first, end)
            free = free or self._counts_any(_FREE, first, end)
        if not quoted:
            return _INDIRECT
        return _MIXED if free else _DIRECT

    def _counts_any(self, state: int, first: int, end: int) -> bool:
        """Whether a word that counts is quoted, or is free."""
        index = self._spoken.find(state, first, end)
        while index >= 0 and not self._counts(index):
            index = self._spoken.find(state, index + 1, end)
        return index >= 0

    def _counts(self, position: int) -> bool:
        sheet = self._sheet
        if sheet.is_punctuation(position) or "complementiser" in sheet.words[position].classes:
            return False
        return sheet.keys[position] not in _CLITICS


def kind_of(report: Report, form: Form) -> AttributionKind:
    """The kind by cue and form."""
    return _ACCORDING_TO if report.cue.form is ACCORDING_TO else _KINDS[form]


_CONSEQUENCES = frozenset({"فقد", "اذ"})
"""Words after which a noun phrase has become a statement."""


def is_nominal(sheet: Sheet, report: Report, stretches: Sequence[Stretch], quotations: Iterable[Quotation]) -> bool:
    """Tier 2 of the guidelines: a bare noun phrase that holds no quoted words of its own.

    Args:
        sheet: the tokens.
        report: the report.
        stretches: the positions of its content.
        quotations: the quotations that lie in its content.
    """
    if report.cue.is_impersonal:
        return True
    if report.cue.link is not NOUN_PHRASE or any(quotation.kind in _SPOKEN for quotation in quotations):
        return False
    return not _runs_into_clause(sheet, stretches)


def _runs_into_clause(sheet: Sheet, stretches: Sequence[Stretch]) -> bool:
    """«معربا عن أمله في أن تستأنف المفاوضات»: a noun phrase with a clause of its own is tier 1 (guidelines, E37)."""
    for first, end in stretches:
        last = end - 1
        for index in range(first + 1, min(last, first + 5)):
            if "complementiser" in sheet.words[index].classes and sheet.is_any(index - 1, "preposition", "speech_noun"):
                return True
        if last - first > 3 and any(map(_begins_clause, sheet.words[first + 2 : last - 1])):
            return True  # «استبعد وقوع تغيرات؛ فقد حسم الأمر»
    return False


@by_word
def _begins_clause(word: Word) -> bool:
    """Whether a word opens a statement wherever it stands: «وأن»، «فقد»."""
    joined = word.tags.get("complementiser")
    return word.key in _CONSEQUENCES or (joined is not None and joined.proclitics[:1] == "و")
