"""Quotations: mark pairs with the reason why the words are quoted."""

from __future__ import annotations

from collections.abc import Iterator

from khabar.extract.quotations.kinds import Context, kind_of
from khabar.extract.reports import REPORTS
from khabar.extract.sheet import Sheet
from khabar.layers import QUOTATIONS, SENTENCES, Annotation, Layer, View
from khabar.model import Quotation
from khabar.segment.pairs import PAIRS

__all__ = ["QuotationExtractor"]


class QuotationExtractor:
    """Makes the layer of quotations."""

    layer: Layer[Quotation] = QUOTATIONS
    requires: tuple[Layer[Annotation], ...] = (PAIRS, SENTENCES, REPORTS)

    def extract(self, view: View) -> Iterator[Quotation]:
        """Every mark pair with its kind."""
        pairs = view[PAIRS]
        if not pairs:
            return
        context = Context(Sheet(view), view[REPORTS])
        for pair in pairs:
            kind, rule = kind_of(context, pair)
            yield Quotation(
                span=pair.span,
                content=pair.content,
                opening=pair.opening,
                closing=pair.closing,
                depth=pair.depth,
                kind=kind,
                rule=rule,
            )
