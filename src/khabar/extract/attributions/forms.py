"""How much of a content is quoted, and what that makes of the attribution."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.extract.cues import CueForm, Link
from khabar.extract.reports import Report
from khabar.extract.sheet import Sheet
from khabar.model import AttributionKind, Form, Quotation, QuotationKind
from khabar.spans import Span

_SPOKEN = frozenset({QuotationKind.SPEECH, QuotationKind.FRAGMENT})


def quotations_in(content: Sequence[Span], quotations: Sequence[Quotation]) -> tuple[int, ...]:
    """Positions of the quotations that lie in a content."""
    return tuple(
        index
        for index, quotation in enumerate(quotations)
        if any(piece.start <= quotation.span.start and quotation.span.end <= piece.end for piece in content)
    )


def form_of(sheet: Sheet, content: Sequence[Span], quotations: Sequence[Quotation]) -> Form:
    """Whether all, some or none of the words of a content are quoted; complementisers and clitics do not count."""
    quoted, free = 0, 0
    for piece in content:
        first, last = sheet.at(piece.start), sheet.before(piece.end)
        spoken = [q.span for q in quotations if q.kind in _SPOKEN and q.span.start < piece.end and piece.start < q.span.end]
        for index in range(first, last + 1):
            if sheet.is_punctuation(index) or sheet.tag(index, "complementiser") or sheet.keys[index] in {"و", "ب", "ل"}:
                continue
            if any(span.start <= sheet.starts[index] < span.end for span in spoken):
                quoted += 1
            else:
                free += 1
    if not quoted:
        return Form.INDIRECT
    return Form.MIXED if free else Form.DIRECT


def kind_of(report: Report, form: Form) -> AttributionKind:
    """The kind by cue and form."""
    if report.cue.form is CueForm.ACCORDING_TO:
        return AttributionKind.ACCORDING_TO
    return AttributionKind(form)


def is_nominal(report: Report, quotations: Sequence[Quotation]) -> bool:
    """Tier 2 of the guidelines: a bare noun phrase that holds no quoted words of its own.

    Args:
        report: the report.
        quotations: the quotations that lie in its content.
    """
    return report.cue.link is Link.NOUN_PHRASE and not any(quotation.kind in _SPOKEN for quotation in quotations)
