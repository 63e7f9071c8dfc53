"""Why words stand in quotation marks: ordered lists of rules, the first that decides wins."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from khabar.extract.quotations import contents, names, spoken
from khabar.extract.quotations.context import Quoted
from khabar.model import QuotationKind

Rule = Callable[[Quoted], QuotationKind | None]


class Decision(NamedTuple):
    """Why words are quoted, and the name of the rule that decided it."""

    kind: QuotationKind
    rule: str


NAMING: tuple[Rule, ...] = (
    contents.empty,
    contents.latin,
    contents.house_term,
    names.after_name_head,
    contents.known_name,
    contents.personal_name,
    names.dateline,
    contents.foreign,
)
"""The rules that need no other quotation; a name or title that they find holds for the same words everywhere in the text."""

OTHERS: tuple[Rule, ...] = (
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
"""The rules asked after them, when the names of the text are known."""

RULES = (*NAMING, *OTHERS)
"""All rules in their order; where none decides, the words are a term."""

TERM = Decision(QuotationKind.TERM, "quotation.term")
"""What words are when no rule decides."""


def first_of(rules: tuple[Rule, ...], quoted: Quoted) -> Decision | None:
    """What the first rule says that decides; None where none does."""
    for rule in rules:
        kind = rule(quoted)
        if kind is not None:
            return Decision(kind, f"quotation.{rule.__name__.replace('_', '-')}")
    return None
