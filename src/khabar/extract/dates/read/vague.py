"""Vague references: «حاليا»، «مؤخرا»، «في وقت سابق»."""

from __future__ import annotations

from khabar.extract.dates.line import Line
from khabar.extract.dates.partial import Reference


def reference(line: Line, start: int) -> Reference | None:
    """A word or phrase that points to the present, the past or the future without a date."""
    found = line.find(start, "reference")
    if found is None:
        return None
    return Reference(start, found.end, "reference", found.entry.string("value"), len(found.reading.proclitics))
