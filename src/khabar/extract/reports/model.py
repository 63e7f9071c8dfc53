"""What a report is: a cue with its source and the words reported, before anything is said of the speaker."""

from __future__ import annotations

import attrs

from khabar.extract.cues import Cue
from khabar.extract.noun_phrases import NounPhrase
from khabar.layers import Layer
from khabar.spans import Span


@attrs.define(kw_only=True, eq=False)
class Report:
    """A cue with its parts.

    Args:
        span: the cue.
        cue: the cue.
        source: the noun phrase of the speaker; None where implicit.
        source_span: the same as characters, without a separable preposition.
        content: the words reported, in pieces where a quotation is split.
        relay: the cue of the transmitter (نقلت … قوله), where there is one.
        relay_source: the transmitter.
        rule: the rule that found the content.
        trace: the rules that found the parts.
    """

    span: Span
    cue: Cue
    source: NounPhrase | None = None
    source_span: Span | None = None
    content: tuple[Span, ...] = ()
    relay: Span | None = None
    relay_source: Span | None = None
    rule: str
    trace: tuple[str, ...] = ()


REPORTS: Layer[Report] = Layer("_reports", Report)
"""The layer of reports, made for the extractors of quotations and attributions."""
