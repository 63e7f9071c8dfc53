"""Time grows with the length of a text and not faster, whatever stands in it."""

from __future__ import annotations

import datetime as dt
import gc
import time

import pytest

import khabar

# characters at least and at most, and seconds that can be told from noise
LEAST, LONGEST, NOTICEABLE = 2_500, 80_000, 0.04
# four times the text takes four times as long if time is linear, sixteen times if it is quadratic
MOST = 6.5
TRIES = 4
UNITS = {
    "letter": "ب",
    "letter with a mark": "بَ",
    "direction mark": "\u202b",
    "surrogate": "\ud800",
    "question mark": "؟",
    "stop": ".",
    "comma": "،",
    "apostrophe": "'",
    "dashes": "- ",
    "digit": "1",
    "half a date": "12/",
    "conjunction": "و",
    "bracket": "(",
    "opening mark": "«",
    "closing mark": "»",
    "straight mark": '"',
    "nested quotations": "«أ",
    "quoted words": "«كلمة» ",
    "joined quotations": "«أ» و",
    "word": "كلمة ",
    "name": "محمد بن ",
    "cue": "قال ",
    "cue a line": "قال\n",
    "cue and colon": "قال:",
    "cue and opening mark": "قال: «",
    "cue and quotation": "قال الوزير: «نعم». ",
    "cue and name": "وقال «كلمة» ",
    "cues and subject": "وقال الوزير وأضاف ",
    "reports in reports": "قال إن ",
    "relay": "نقلت وكالة عن ",
    "source": "بحسب ",
    "credit": "(وكالات)\n",
    "day": "يوم ",
    "days": "أمس واليوم و",
    "number word": "ألف ",
    "range": "من 1 إلى ",
    "date": "3 مايو 2024 ",
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_time_is_linear_in_a_repeated_text(unit: str) -> None:
    """A unit repeated over a text four times as long takes about four times as long to read and to ask about."""
    seconds(unit, 100)  # every word is known, every pattern compiled
    length = LEAST
    while min(seconds(unit, length), seconds(unit, length)) < NOTICEABLE and length < LONGEST:
        length *= 2
    # both are asked again where it took too long: a machine has fast and slow minutes, so only neighbours compare
    assert any(seconds(unit, 4 * length) < MOST * seconds(unit, length) + NOTICEABLE / 2 for _ in range(TRIES))


def seconds(unit: str, length: int) -> float:
    """Processor time for an analysis and the questions a caller asks of it."""
    text = (unit * length)[:length]
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        analysis = khabar.analyze(text, creation_time=dt.date(2024, 6, 19))
        for quotation in analysis.quotations:
            analysis.attribution_of(quotation)
        for sentence in analysis.sentences:
            analysis.within(sentence.span, khabar.DATES)
        return time.process_time() - start
    finally:
        gc.enable()


def test_depth_needs_no_recursion() -> None:
    """Deep nesting and long chains are read without running out of stack, and survive JSON."""
    for text in ("«" * 5000 + "»" * 5000, "قال: " + "«أ» و" * 3000, "قال إن " * 3000, "((" * 3000 + "))" * 3000):
        analysis = khabar.analyze(text)
        assert khabar.Analysis.from_json(analysis.to_json()) == analysis
