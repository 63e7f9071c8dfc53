"""Expressions of time (first form: none found yet)."""

from collections.abc import Iterator

from khabar.layers import DATES, Annotation, Layer, View
from khabar.model import TimeExpression


class DateExtractor:
    layer: Layer[TimeExpression] = DATES
    requires: tuple[Layer[Annotation], ...] = ()

    def extract(self, view: View) -> Iterator[TimeExpression]:
        yield from ()
