"""Why words stand in quotation marks: an ordered list of rules, the first that decides wins."""

from __future__ import annotations

from collections.abc import Callable

from khabar.extract.quotations import contents, names, spoken
from khabar.extract.quotations.context import Quoted
from khabar.model import QuotationKind

Rule = Callable[[Quoted], QuotationKind | None]

NAMING: tuple[Rule, ...] = (
    contents.latin,
    contents.house_term,
    names.after_name_head,
    contents.known_name,
    contents.personal_name,
    names.dateline,
    contents.foreign,
)
"""The rules that know a name or title by itself; what they find holds for the same words everywhere in the text."""

RULES: tuple[Rule, ...] = (
    contents.empty,
    *NAMING,
    names.enumerated,
    contents.named_elsewhere,
    spoken.uttered,
    names.so_called,
    names.known_as,
    names.speaker,
    names.addressed,
    names.nickname,
    names.after_author,
    names.role_before,
    names.short_name_of_body,
    contents.body,
    names.subject,
    names.topic,
    spoken.after_colon,
    spoken.before_cue,
    spoken.after_cue,
    spoken.after_complementiser,
    spoken.after_pretext,
    spoken.whole_clause,
    spoken.several_sentences,
    contents.repeated,
    spoken.inside_report,
    spoken.long,
    spoken.piece_of_clause,
    spoken.in_reported_sentence,
)
"""The first rule that decides names the kind; otherwise the words are a term."""


def kind_of(quoted: Quoted) -> tuple[QuotationKind, str]:
    """The kind of a quotation and the rule that decided it."""
    for rule in RULES:
        kind = rule(quoted)
        if kind is not None:
            return kind, f"quotation.{rule.__name__.replace('_', '-')}"
    return QuotationKind.TERM, "quotation.term"


def name_of(quoted: Quoted) -> QuotationKind | None:
    """The kind of a quotation that is a name or title by itself."""
    for rule in NAMING:
        kind = rule(quoted)
        if kind is not None:
            return kind if kind is not QuotationKind.TERM else None
    return None
