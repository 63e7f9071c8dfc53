"""An attribution under way: its parts, before indices into layers are known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import attrs

from khabar.extract.noun_phrases import NounPhrase
from khabar.extract.reports import Report
from khabar.model import AttributionKind, Form, Speaker
from khabar.spans import Span

Stretch: TypeAlias = tuple[int, int]
"""Positions of the first token of a piece of content, and after its last."""


@attrs.define(eq=False)
class Draft:
    """One attribution, completed step by step.

    Args:
        report: the report it stands on; None for a credit line or dateline.
        kind: how the words are attributed.
        rule: the rule that found it.
        form: how much of them is quoted.
        label: the word before a credit that says what it is: المصدر.
        source: the source as characters.
        phrase: the source as tokens.
        content: what is reported.
        stretches: the positions of the tokens of its pieces.
        quotations: positions of the quotations in it.
        nominal: a bare noun phrase.
        addressee: to whom it was said.
        medium: where it was said.
        speaker: who it is, over the whole document.
        antecedent: the mention an implicit speaker was carried from.
        trace: the rules of its parts.
    """

    report: Report | None
    kind: AttributionKind
    rule: str
    form: Form | None = None
    label: Span | None = None
    source: Span | None = None
    phrase: NounPhrase | None = None
    content: tuple[Span, ...] = ()
    stretches: Sequence[Stretch] = ()
    quotations: tuple[int, ...] = ()
    nominal: bool = False
    addressee: Span | None = None
    medium: Span | None = None
    speaker: Speaker | None = None
    antecedent: Span | None = None
    trace: tuple[str, ...] = ()

    @property
    def cue(self) -> Span | None:
        """The speech word with its negation, or the word before a credit."""
        return self.report.cue.span if self.report is not None else self.label

    @property
    def anchor(self) -> int:
        """Offset by which the layer is sorted: that of cue or source."""
        if self.report is not None:
            return self.report.cue.span.start
        return self.source.start if self.source else 0
