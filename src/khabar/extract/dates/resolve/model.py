"""What resolution gives, and the year that words name."""

from __future__ import annotations

import attrs

from khabar.extract.dates.context import Context
from khabar.extract.dates.partial import Partial

STEPS = {"same": 0, "next": 1, "previous": -1}
"""How far an anaphor is from the time named before."""


@attrs.define(eq=False)
class Resolved:
    """A value with what is known besides it.

    Args:
        value: the TIMEX3 value; None where it cannot be told.
        alternatives: other honest values.
        anchored: it depends on the document's date.
        hijri: the date in the Hijri calendar.
        approximate: by the tabular calendar.
        mismatch: the weekday that is said is not that of the date.
        impossible: there is no such date.
    """

    value: str | None
    alternatives: tuple[str, ...] = ()
    anchored: bool = False
    hijri: str | None = None
    approximate: bool = False
    mismatch: bool = False
    impossible: bool = False


def year_of(partial: Partial, context: Context) -> tuple[int | None, bool]:
    """The Gregorian year that the words name, and whether the document's date was needed."""
    if partial.year is not None:
        return partial.year, False
    if partial.anaphor_grain == "year":
        if context.year is not None:
            return context.year + STEPS[partial.anaphor], False
        if context.created is None or partial.anaphor == "same":
            return None, False
        return context.created.year + STEPS[partial.anaphor], True
    if partial.year_shift is not None:
        return (context.created.year + partial.year_shift, True) if context.created else (None, True)
    return None, False
