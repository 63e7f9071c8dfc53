"""Attributions: who said what, to whom, through whom, how surely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from khabar.extract.attributions.credits import credit_lines, datelines, lines_of
from khabar.extract.attributions.draft import Draft
from khabar.extract.attributions.factuality import factuality_of
from khabar.extract.attributions.forms import Quoted, is_nominal, kind_of
from khabar.extract.attributions.settings import addressee_of, medium_of, setting_zone
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
        spans = [_whole(sheet.text, draft) for draft in drafts]
        placed = sorted(zip(spans, drafts, strict=True), key=_place)
        holders = _holders([draft for _, draft in placed])
        for (span, draft), holder in zip(placed, holders, strict=True):
            yield _finish(span, draft, holder)


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
        stretches = [(sheet.at(piece.start), sheet.before(piece.end) + 1) for piece in report.content]
        form = quoted.form_of(stretches)
        zone = setting_zone(sheet, report, stretches)
        # set one by one: arguments by keyword cost more than all the rest of a draft
        draft = Draft(report, kind_of(report, form), _rule(report.cue.form, report.cue.link))
        draft.form = form
        draft.source, draft.phrase = report.source_span, report.source
        draft.content, draft.stretches = report.content, stretches
        draft.quotations = inside
        draft.nominal = is_nominal(sheet, report, stretches, map(quotations.__getitem__, inside))
        draft.addressee = addressee_of(sheet, report, zone)
        draft.medium = medium_of(sheet, report, zone)
        draft.trace = (*report.trace, report.rule)
        yield draft


@cache
def _rule(form: CueForm, link: Link) -> str:
    return f"attribution.{form}-{link}".replace("_", "-")


def _whole(text: str, draft: Draft) -> Span:
    """From the first to the last part of an attribution, in whatever order they stand."""
    start, end = len(text), 0
    for part in (draft.cue, draft.source, *draft.content):
        if part is None:
            continue
        if part.start < start:  # noqa: PLR1730  (asked of every part; `min` and `max` take ten times as long)
            start = part.start
        if part.end > end:  # noqa: PLR1730
            end = part.end
    return Span.of(text, start, end)


def _place(placed: tuple[Span, Draft]) -> tuple[int, int]:
    span, draft = placed
    first = draft.cue
    if first is None:
        first = span if draft.source is None else draft.source
    return first.start, -span.end


_cue_class = cache(CueClass)
_ACCORDING_TO = AttributionKind.ACCORDING_TO


def _finish(span: Span, draft: Draft, holder: int | None) -> Attribution:
    report = draft.report
    if report is None:
        return Attribution(
            span=span,
            kind=draft.kind,
            cue=draft.cue,
            source=draft.source,
            speaker=draft.speaker,
            cue_lemma="",
            cue_class=CueClass.CREDIT,
            factuality=Factuality.NONE,
            rule=draft.rule,
            trace=draft.trace,
        )
    cue = report.cue
    cue_class = _cue_class(cue.cue_class)
    is_relayed = report.relay is not None or report.relay_source is not None
    return Attribution(
        span=span,
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
        relays=(Relay(source=report.relay_source, cue=report.relay),) if is_relayed else (),
        nested_in=holder,
        nominal=draft.nominal,
        rule=draft.rule,
        trace=draft.trace,
    )


def _holders(drafts: Sequence[Draft]) -> Iterator[int | None]:
    """For each attribution the position of the one whose content is the smallest to hold its own; None where none does.

    Sizes are counted in tokens, so that stretched or vocalised words weigh no more than others. Of two with the same
    content, an according-to phrase lies in the other («قال الوزير بحسب الوكالة إن»).
    """
    pieces = [(piece, holder) for holder, draft in enumerate(drafts) for piece in draft.content]
    places = [stretch for draft in drafts for stretch in draft.stretches]
    enclosures = Enclosures(places)
    for draft in drafts:
        if not draft.content:
            yield None
            continue
        inner = draft.stretches[0][0], draft.stretches[-1][1]

        def may_hold(position: int, draft: Draft = draft, inner: tuple[int, int] = inner) -> bool:
            piece, holder = pieces[position]
            if not piece.start <= draft.content[0].start <= draft.content[-1].end <= piece.end:
                return False
            if places[position] != inner:
                return True
            return draft.kind is _ACCORDING_TO and drafts[holder].kind is not _ACCORDING_TO

        found = enclosures.smallest(*inner, accept=may_hold)
        yield None if found is None else pieces[found][1]
