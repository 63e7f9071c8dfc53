"""Dates and times: every expression of time in a text, with its span, its TIMEX3 value and the interval meant.

The order of reading: `rules` lists what is tried where; `months`, `numeric`, `days`, `relative`, `picks`, `clock`,
`amounts`, `feasts` and `vague` read one kind each into a `partial`; `joining` and `ranges` put neighbours together;
`evidence` decides what to believe; `resolution` places it on the calendar of `periods` and `calendars`; `finish`
writes the result.
"""

from khabar.extract.dates.extractor import DateExtractor

__all__ = ["DateExtractor"]
