"""Quotations: mark pairs with the reason why the words are quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from khabar.extract.quotations.context import Context, Quoted
from khabar.extract.quotations.kinds import NAMING, OTHERS, TERM, first_of
from khabar.extract.reports import REPORTS
from khabar.extract.sheet import SHEET
from khabar.layers import QUOTATIONS, SENTENCES, Annotation, Layer, View
from khabar.lexicons import Lexicon
from khabar.model import Quotation, QuotationKind
from khabar.segment.pairs import PAIRS, MarkPair

__all__ = ["SENTENCES", "QuotationExtractor"]


class QuotationExtractor:
    """Makes the layer of quotations."""

    layer: Layer[Quotation] = QUOTATIONS
    requires: tuple[Layer[Annotation], ...] = (PAIRS, SHEET, REPORTS)

    @cached_property
    def lexicon(self) -> Lexicon:
        """Nouns that say what kind of thing a quoted name names."""
        return Lexicon.builtin("name_heads")

    def extract(self, view: View) -> Iterator[Quotation]:
        """Every mark pair with its kind."""
        pairs = view[PAIRS]
        if not pairs:
            return
        context = Context(view[SHEET][0], view, view[REPORTS])
        quotations = _with_parents(context, pairs)
        context.counts.update(quoted.key for quoted in quotations if quoted.key and quoted.parent is None)
        names = [first_of(NAMING, quoted) for quoted in quotations]
        for quoted, name in zip(quotations, names, strict=True):
            if quoted.key and name is not None and name.kind is not QuotationKind.TERM:
                context.named.setdefault(quoted.key, name.kind)
        for quoted, name in zip(quotations, names, strict=True):
            pair = quoted.pair
            kind, rule = name or first_of(OTHERS, quoted) or TERM
            context.kinds[quoted.after - 1] = kind
            yield Quotation(
                span=pair.span,
                content=pair.content,
                opening=pair.opening,
                closing=pair.closing,
                depth=pair.depth,
                kind=kind,
                rule=rule,
            )


def _with_parents(context: Context, pairs: Sequence[MarkPair]) -> list[Quoted]:
    quotations: list[Quoted] = []
    around: list[MarkPair] = []
    for pair in pairs:
        del around[pair.depth :]
        quotations.append(context.quoted(pair, around[-1] if around else None))
        around.append(pair)
    return quotations
