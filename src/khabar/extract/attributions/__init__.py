"""Attributions: who said what, to whom, through whom, how surely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property

import attrs

from khabar.extract.attributions.credits import credit_lines, datelines, lines_of
from khabar.extract.attributions.draft import Draft
from khabar.extract.attributions.factuality import factuality_of
from khabar.extract.attributions.forms import Quoted, is_nominal, kind_of
from khabar.extract.attributions.settings import addressee_of, medium_of
from khabar.extract.attributions.speakers import resolve
from khabar.extract.cues import CueForm, Link
from khabar.extract.reports import REPORTS
from khabar.extract.sheet import SHEET, Sheet
from khabar.layers import ATTRIBUTIONS, DATES, QUOTATIONS, SENTENCES, Annotation, Layer, View
from khabar.lexicons import Lexicon
from khabar.model import Attribution, AttributionKind, CueClass, Factuality, Quotation, Relay
from khabar.segment.pairs import PAIRS
from khabar.spans import Enclosures, Span

__all__ = ["DATES", "PAIRS", "SENTENCES", "AttributionExtractor"]


class AttributionExtractor:
    """Makes the layer of attributions."""

    layer: Layer[Attribution] = ATTRIBUTIONS
    requires: tuple[Layer[Annotation], ...] = (SHEET, REPORTS, QUOTATIONS)

    @cached_property
    def lexicon(self) -> Lexicon:
        """Names of persons, places, agencies and outlets."""
        return Lexicon.builtin("given_names", "media_names", "places", "demonyms", "honorifics")

    def extract(self, view: View) -> Iterator[Attribution]:
        """The attributions of a text."""
        sheet = view[SHEET][0]
        lines = list(lines_of(sheet))
        heads = list(datelines(sheet, lines))
        drafts = [*_reported(sheet, view), *_below(heads, credit_lines(sheet, lines)), *heads]
        drafts.sort(key=lambda draft: draft.anchor)
        resolve(sheet, drafts)
        attributions = [_finish(sheet.text, draft) for draft in drafts]
        attributions.sort(key=lambda a: ((a.cue or a.source or a.span).start, -a.span.end))
        yield from _nested(sheet, attributions)


def _below(datelines: Sequence[Draft], lines: Iterator[Draft]) -> Iterator[Draft]:
    """The credit lines that stand neither above the first dateline nor in one."""
    places = [dateline.source for dateline in datelines if dateline.source is not None]
    for line in lines:
        source = line.source
        if source is not None and not (places and (source.end <= places[0].start or any(map(source.overlaps, places)))):
            yield line


def _reported(sheet: Sheet, view: View) -> Iterator[Draft]:
    quotations: Sequence[Quotation] = view[QUOTATIONS]
    quoted = Quoted(sheet, quotations)
    for report in view[REPORTS]:
        inside = quoted.inside(report.content)
        form = quoted.form_of(report.content)
        yield Draft(
            report=report,
            kind=kind_of(report, form),
            form=form,
            source=report.source_span,
            phrase=report.source,
            content=report.content,
            quotations=inside,
            nominal=is_nominal(sheet, report, [quotations[index] for index in inside]),
            addressee=addressee_of(sheet, report),
            medium=medium_of(sheet, report),
            rule=_rule(report.cue.form, report.cue.link),
            trace=(*report.trace, report.rule),
        )


@cache
def _rule(form: CueForm, link: Link) -> str:
    return f"attribution.{form}-{link}".replace("_", "-")


def _finish(text: str, draft: Draft) -> Attribution:
    report = draft.report
    parts = [part for part in (draft.label, draft.source, *draft.content) if part is not None]
    if report is None:
        return Attribution(
            span=Span.of(text, parts[0].start, parts[-1].end),
            kind=draft.kind,
            cue=draft.label,
            source=draft.source,
            speaker=draft.speaker,
            cue_lemma="",
            cue_class=CueClass.CREDIT,
            factuality=Factuality.NONE,
            rule=draft.rule,
            trace=draft.trace,
        )
    cue = report.cue
    parts.append(cue.span)
    cue_class = CueClass(cue.cue_class)
    return Attribution(
        span=Span.of(text, min(part.start for part in parts), max(part.end for part in parts)),
        kind=draft.kind,
        form=draft.form,
        cue=cue.span,
        source=draft.source,
        content=draft.content,
        quotations=draft.quotations,
        speaker=draft.speaker,
        antecedent=draft.antecedent,
        cue_lemma=cue.entry.lemma,
        cue_class=cue_class,
        negated=cue.negated,
        factuality=factuality_of(cue_class, negated=cue.negated and not cue.entry.flag("double")),
        addressee=draft.addressee,
        medium=draft.medium,
        relays=(Relay(source=report.relay_source, cue=report.relay),) if report.relay or report.relay_source else (),
        nominal=draft.nominal,
        rule=draft.rule,
        trace=draft.trace,
    )


def _nested(sheet: Sheet, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Each attribution with the position of the one whose content is the smallest to hold its own.

    Sizes are counted in tokens, so that stretched or vocalised words weigh no more than others. Of two with the same
    content, an according-to phrase lies in the other («قال الوزير بحسب الوكالة إن»).
    """
    pieces = [(piece, holder) for holder, attribution in enumerate(attributions) for piece in attribution.content]
    places = [_tokens(sheet, piece.start, piece.end) for piece, _ in pieces]
    enclosures = Enclosures(places)
    for index, attribution in enumerate(attributions):
        if not attribution.content:
            yield attribution
            continue
        start, end = attribution.content[0].start, attribution.content[-1].end
        inner = _tokens(sheet, start, end)
        around = (position for _, _, position in enclosures.around(*inner))
        if all(pieces[position][1] == index for position in around):
            yield attribution
            continue
        according_to = attribution.kind is AttributionKind.ACCORDING_TO

        def may_hold(
            position: int, start: int = start, end: int = end, inner: tuple[int, int] = inner, according_to: bool = according_to
        ) -> bool:
            piece, holder = pieces[position]
            if not piece.start <= start <= end <= piece.end:
                return False
            return places[position] != inner or (according_to and attributions[holder].kind is not AttributionKind.ACCORDING_TO)

        found = enclosures.smallest(*inner, accept=may_hold)
        yield attribution if found is None else attrs.evolve(attribution, nested_in=pieces[found][1])


def _tokens(sheet: Sheet, start: int, end: int) -> tuple[int, int]:
    return sheet.at(start), sheet.before(end) + 1
