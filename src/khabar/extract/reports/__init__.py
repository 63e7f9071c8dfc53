"""Reports: every cue with its source and the words that it reports."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs

from khabar.extract.cues import CUES, Cue
from khabar.extract.cues.making import speech_verbs_between
from khabar.extract.cues.model import ACCORDING_TO, MASDAR, SPEECH_NOUN, VERB
from khabar.extract.noun_phrases import noun_phrase
from khabar.extract.reports.contents import Cues, content_of
from khabar.extract.reports.model import REPORTS, Report
from khabar.extract.reports.scopes import scope_of
from khabar.extract.reports.sources import passes_on, relayed, source_of
from khabar.extract.reports.topics import Source
from khabar.extract.sheet import REACH, SHEET, Sheet
from khabar.extract.words import names_speaker
from khabar.layers import DATES, SENTENCES, Annotation, Layer, View
from khabar.segment.pairs import PAIRS
from khabar.spans import Span

__all__ = ["DATES", "PAIRS", "REPORTS", "SENTENCES", "Report", "ReportExtractor"]


_PRAYING = frozenset({"سأل", "دعا"})
_OF_NOBODY = frozenset({"claim", "accuse_condemn", "deny"})
"""Classes of nouns whose clause somebody disputes, though nobody is named."""
_PRAYED_TO = frozenset({"الله", "المولي", "ربه", "ربهم"})


class ReportExtractor:
    """Makes the layer of reports."""

    layer: Layer[Report] = REPORTS
    requires: tuple[Layer[Annotation], ...] = (SHEET, CUES)

    def extract(self, view: View) -> Iterator[Report]:
        """The reports of a text: those with a cue of their own first, then the according-to phrases over them."""
        found = view[CUES]
        if not found:
            return
        sheet = view[SHEET][0]
        cues = Cues(found)
        phrases: list[Cue] = []
        hosts: list[Report] = []
        for cue in found:
            if cue.form is ACCORDING_TO:
                phrases.append(cue)
            elif (report := _report(sheet, cue, cues)).content and _is_told(sheet, report):
                hosts.append(report)
        yield from hosts
        tokens = [host.cue.token for host in hosts]
        for cue in phrases:
            nearby = hosts[bisect_left(tokens, cue.token - REACH) : bisect_left(tokens, cue.token + REACH)]
            if (over := _according_to(sheet, cue, nearby)) is not None:
                yield over


def _is_told(sheet: Sheet, report: Report) -> bool:
    """Whether somebody reports: «أظهرت الدراسة أن», but neither «وأظهر أن», as events do, nor a prayer (سائلين الله أن)."""
    cue = report.cue
    if cue.entry.lemma in _PRAYING and cue.end_token < len(sheet) and sheet.keys[cue.end_token] in _PRAYED_TO:
        return False
    if cue.form is SPEECH_NOUN and report.source is None and cue.cue_class not in _OF_NOBODY:
        return False  # «وهناك أسباب للاعتقاد بأن»، but «رغم الادعاء بأن»
    if cue.entry.flag("told") and cue.form is VERB and (report.source is None or not names_speaker(sheet, report.source.start)):
        return False  # «يركز عمل الشركة على»
    return report.source is not None or not report.cue.entry.flag("evidence")


def _report(sheet: Sheet, cue: Cue, cues: Cues) -> Report:
    source = source_of(sheet, cue)
    subject_end = source.phrase.end if source is not None and source.rule == "source.subject" else 0
    reported = content_of(sheet, cue, cues, subject_end)
    if preposition := cue.entry.string("relay"):
        speaker = relayed(sheet, cue, preposition)
        # «نقلت مواقع أن»: without the one quoted, the transmitter is the source
        if speaker is not None or passes_on(sheet, cue):
            return _made(cue, reported, speaker, cue, source)
    elif cue.form is MASDAR and (relay := _relay_before(sheet, cue)) is not None:
        return _made(cue, reported, relayed(sheet, relay, relay.entry.string("relay")), relay, source_of(sheet, relay))
    return _made(cue, reported, source)


def _made(
    cue: Cue,
    reported: tuple[tuple[Span, ...], str],
    source: Source | None,
    relay: Cue | None = None,
    transmitter: Source | None = None,
) -> Report:
    """A report of its parts; where words are passed on, who said them is the source, and the subject of نقل the transmitter."""
    content, rule = reported
    return Report(
        span=cue.span,
        cue=cue,
        source=source.phrase if source is not None else None,
        source_span=source.span if source is not None else None,
        content=content,
        relay=relay.span if relay is not None else None,
        relay_source=transmitter.span if transmitter is not None else None,
        rule=rule,
        trace=(source.rule if source is not None else "source.implicit",),
    )


def _relay_before(sheet: Sheet, cue: Cue) -> Cue | None:
    """«نقلت وكالة النيل عن مسؤول قوله إن»: the relaying verb before قوله."""
    for index in reversed(speech_verbs_between(sheet, max(sheet.sentence_start(cue.token), cue.token - 40), cue.token)):
        reading = sheet.tag(index, "reporting_verb")
        if reading is None or not reading.entry.string("relay"):
            continue
        return attrs.evolve(
            cue,
            token=index,
            start_token=index,
            end_token=index + 1,
            entry=reading.entry,
            features=reading.features,
            form=VERB,
            complement=cue.token,
            span=sheet.stretch(index, index + 1, reading.proclitics),
        )
    return None


def _according_to(sheet: Sheet, cue: Cue, hosts: Sequence[Report]) -> Report | None:
    source = source_of(sheet, cue)
    if source is None and not cue.features.form:
        return None
    end = source.phrase.end if source else cue.end_token
    if source is not None and cue.features.form and end < sheet.sentence_end(cue.token):
        follow = noun_phrase(sheet, end, sheet.sentence_end(cue.token))
        end = follow.end if follow else end
    content, rule = scope_of(sheet, cue, end, hosts)
    if not content:
        return None
    report = _made(cue, (content, rule), source)
    if cue.entry.lemma == "نقلا عن":  # «وذكرت القناة، نقلا عن شهود، أن»: the one who cites passes on
        host = next((host for host in reversed(hosts) if host.content == content), None)
        return attrs.evolve(report, relay_source=host.source_span if host is not None else None)
    return report
