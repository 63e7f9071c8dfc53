"""The extractor of dates and times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property

from khabar.extract.dates.context import Context
from khabar.extract.dates.durations import anchor_of, duration
from khabar.extract.dates.finish import point, reference, span_of
from khabar.extract.dates.line import Line
from khabar.extract.dates.pairs import diagnose, settle
from khabar.extract.dates.partial import Amount, Reference
from khabar.extract.dates.reader import PHRASES, TRIGGERS, Item, Plans, Reader
from khabar.layers import DATES, Annotation, Layer, View
from khabar.lexicons import Lexicon
from khabar.model import Diagnostic, DiagnosticCode, TimeExpression


class DateExtractor:
    """Finds expressions of time and resolves them (TIMEX3).

    Args:
        week_start: the first day of the week by its ISO number; 1 for Monday, 6 for Saturday, 7 for Sunday.
            Values stay ISO weeks: a week that begins on Saturday is named by the ISO week it shares most days with.

    Raises:
        ValueError: `week_start` is not from 1 to 7.

    >>> import datetime, khabar
    >>> found = khabar.extract_dates("وصل الوفد صباح أمس الثلاثاء.", creation_time=datetime.date(2024, 6, 19))
    >>> found[0].span.text, found[0].value, str(found[0].type)
    ('صباح أمس الثلاثاء', '2024-06-18TMO', 'time')
    """

    def __init__(self, *, week_start: int = 1) -> None:
        if not 1 <= week_start <= 7:
            raise ValueError(f"week_start is an ISO weekday from 1 (Monday) to 7 (Sunday), not {week_start!r}")
        self._week_start = week_start
        self._plans: Plans = {}

    @property
    def layer(self) -> Layer[TimeExpression]:
        """The layer of dates."""
        return DATES

    @property
    def requires(self) -> tuple[Layer[Annotation], ...]:
        """It reads tokens and words only."""
        return ()

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of time."""
        return Lexicon.builtin("months", "weekdays", "time_units", "time_words", "number_words", "feasts")

    def extract(self, view: View, /) -> Iterator[TimeExpression | Diagnostic]:
        """The expressions of time of a text, and what is wrong with them.

        Args:
            view: the text with its tokens and words.
        """
        line = Line(view, PHRASES, TRIGGERS)
        created = view.document.creation_time
        moment = created if isinstance(created, dt.datetime) else None
        context = Context(line, created.date() if isinstance(created, dt.datetime) else created, moment, self._week_start)
        found: list[TimeExpression] = []
        for item in Reader(line, self._plans).items():
            # without a document's date there is no present that a vague word could refer to
            if isinstance(item, Reference) and created is None:
                continue
            expression, diagnostic = _finish(item, context)
            if expression is not None:
                found.append(expression)
            if diagnostic is not None:
                yield diagnostic
        settled = settle(line.text, found)
        yield from settled
        yield from diagnose(line.text, settled)


def _finish(item: Item, context: Context) -> tuple[TimeExpression | None, Diagnostic | None]:
    """The expression that was read, and what does not fit in it."""
    if isinstance(item, Reference):
        return reference(item, context), None
    if isinstance(item, Amount):
        return duration(item, context, anchor_of(item, context)), None
    expression, resolved = point(item, context)
    if resolved.impossible:
        span = span_of(item, context)
        return None, Diagnostic(code=DiagnosticCode.IMPOSSIBLE_DATE, span=span, message=f"no calendar has the date {span.text}")
    if expression is not None and resolved.mismatch:
        message = f"{expression.span.text}: {expression.value} falls on another day of the week"
        return expression, Diagnostic(code=DiagnosticCode.WEEKDAY_MISMATCH, span=expression.span, message=message)
    return expression, None
