"""What khabar finds in a text."""

from __future__ import annotations

import datetime as dt

import attrs

from khabar.model.enums import (
    AttributionKind,
    Calendar,
    CueClass,
    DiagnosticCode,
    Factuality,
    Form,
    QuotationKind,
    SpeakerType,
    TimexMod,
    TimexType,
)
from khabar.spans import Span


@attrs.frozen(kw_only=True)
class Sentence:
    """One sentence, from its first visible character to its final mark.

    Args:
        span: where it stands.
        paragraph: number of the paragraph, from 0.
        rule: the rule that set its end.
    """

    span: Span
    paragraph: int
    rule: str


@attrs.frozen(kw_only=True)
class Quotation:
    """A stretch of text between quotation marks.

    Args:
        span: from mark to mark, both included.
        content: the same without the marks.
        opening: the opening mark as written; None where the text lacks it.
        closing: the closing mark as written; None where the text lacks it.
        depth: 0 for an outermost quotation, 1 for one inside it, and so on.
        kind: why the words are quoted.
        rule: the rule that decided the kind.
    """

    span: Span
    content: Span
    opening: str | None
    closing: str | None
    depth: int
    kind: QuotationKind
    rule: str


@attrs.frozen(kw_only=True)
class TimeExpression:
    """An expression of time with its TIMEX3 value (ISO-TimeML).

    Args:
        span: where it stands, without preposition.
        type: one of the four types of TIMEX3.
        value: the TIMEX3 value, such as `2024-06-18`, `2024-W25`, `P2D`, `XXXX-06-18` (what the text
            itself fixes) or `PRESENT_REF`; None for a deictic or anaphor that cannot be resolved.
        mod: TIMEX3's `mod`; it never changes the value.
        quant: TIMEX3's `quant` of a set.
        freq: TIMEX3's `freq` of a set, such as `2X`.
        start: first day (`date`) or moment (`datetime`, for a TIME) of the interval meant; None if open or unknown.
        end: the day or moment after its last one; None if open or unknown.
        calendar: the calendar it is written in.
        calendar_value: the date in that calendar, such as `1445-12-12`.
        approximate: a Hijri date outside Umm al-Qura's tables, by the tabular calendar.
        anchored: the value depends on the document's creation time.
        alternatives: other values that an honest reader could give.
        rule: the rule that read it.
    """

    span: Span
    type: TimexType
    value: str | None
    mod: TimexMod | None = None
    quant: str | None = None
    freq: str | None = None
    start: dt.date | dt.datetime | None = None
    end: dt.date | dt.datetime | None = None
    calendar: Calendar = Calendar.GREGORIAN
    calendar_value: str | None = None
    approximate: bool = False
    anchored: bool = False
    alternatives: tuple[str, ...] = ()
    rule: str


@attrs.frozen(kw_only=True)
class Speaker:
    """Who is reported to have spoken.

    Args:
        name: the fullest name in the document, without titles: characters of the text; of «بيان للكرملين» it is الكرملين.
        type: what the speaker is.
        role: the title or office, such as «وزير الخارجية».
        mention: the fullest mention in the document, titles included.
    """

    name: str
    type: SpeakerType
    role: str | None = None
    mention: Span | None = None


@attrs.frozen(kw_only=True)
class Relay:
    """One through whom words were passed on.

    Args:
        source: the one who passed them on; None in a passive (نُقل عن).
        cue: the relaying word.
    """

    source: Span | None = None
    cue: Span | None = None


@attrs.frozen(kw_only=True)
class Attribution:
    """Who said what, to whom, through whom, how surely: source, cue and content (after PARC 3 and PolNeAR).

    Args:
        span: the hull of its parts.
        kind: how the words are attributed.
        form: how much of the content is quoted; None for a credit line or dateline.
        cue: the reporting word; None where there is none.
        source: the speaker as named beside the cue; None where implicit.
        content: what is reported; in pieces where a quotation is split, empty for a credit line or dateline.
        quotations: positions, in the quotations layer, of the quotations in the content.
        speaker: the speaker as the whole document names them.
        antecedent: the mention that an implicit speaker was carried from.
        cue_lemma: dictionary form of the cue.
        cue_class: what the cue does.
        negated: the cue is negated (لم يقل).
        factuality: how surely the content is presented.
        addressee: to whom it was said.
        medium: where it was said: a statement, a press conference, a page.
        relays: through whom it came, outermost first.
        nested_in: position, in this layer, of the attribution whose content holds this one.
        nominal: the content is a bare noun phrase, an attitude or an impersonal passive.
        rule: the rule that found it.
        trace: the rules that found source, content, speaker and addressee.
    """

    span: Span
    kind: AttributionKind
    form: Form | None = None
    cue: Span | None = None
    source: Span | None = None
    content: tuple[Span, ...] = ()
    quotations: tuple[int, ...] = ()
    speaker: Speaker | None = None
    antecedent: Span | None = None
    cue_lemma: str
    cue_class: CueClass
    negated: bool = False
    factuality: Factuality
    addressee: Span | None = None
    medium: Span | None = None
    relays: tuple[Relay, ...] = ()
    nested_in: int | None = None
    nominal: bool = False
    rule: str
    trace: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Diagnostic:
    """Something about the text, or about a plugin, that a reader of the results should know.

    Args:
        code: what it is.
        span: the place.
        message: the same in words.
    """

    code: DiagnosticCode
    span: Span
    message: str
