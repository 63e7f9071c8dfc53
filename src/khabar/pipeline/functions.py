"""The functions that a caller meets first, on the default pipeline."""

from __future__ import annotations

import threading

from khabar.analysis import Analysis
from khabar.layers import ATTRIBUTIONS, DATES, QUOTATIONS
from khabar.model import Attribution, Document, Quotation, TimeExpression
from khabar.pipeline.core import CreationTime, Pipeline

_lock = threading.Lock()
_default: list[Pipeline] = []


def _default_pipeline() -> Pipeline:
    if not _default:
        with _lock:
            if not _default:
                _default.append(Pipeline.default())
    return _default[0]


def analyze(text: str | Document, creation_time: CreationTime = None) -> Analysis:
    """Read a text: tokens, sentences, quotations, dates and attributions.

    Args:
        text: the text, or a document.
        creation_time: the day or moment of publication; "yesterday" is resolved against it, and stays
            unresolved without it.

    Returns:
        The analysis; offsets count code points of the text.

    Raises:
        TypeError: `text` is neither a `str` nor a `Document`.

    >>> import datetime as dt
    >>> analysis = analyze("قال الوزير أمس: «سنعود».", creation_time=dt.date(2024, 6, 19))
    >>> analysis.attributions[0].source.text, analysis.attributions[0].cue.text, analysis.dates[0].value
    ('الوزير', 'قال', '2024-06-18')
    """
    return _default_pipeline().analyze(text, creation_time)


def extract_quotations(text: str | Document) -> tuple[Quotation, ...]:
    """The quotations of a text, an outer one before those inside it.

    Raises:
        TypeError: `text` is neither a `str` nor a `Document`.

    >>> [(quotation.content.text, str(quotation.kind)) for quotation in extract_quotations("ذكرت صحيفة «الميناء» الخبر.")]
    [('الميناء', 'name')]
    """
    return _default_pipeline().extract(QUOTATIONS, text)


def extract_dates(text: str | Document, creation_time: CreationTime = None) -> tuple[TimeExpression, ...]:
    """The expressions of time of a text with their TIMEX3 values.

    Args:
        text: the text, or a document.
        creation_time: the day or moment of publication; without it relative expressions stay unresolved.

    Raises:
        TypeError: `text` is neither a `str` nor a `Document`.

    >>> [(date.span.text, date.value) for date in extract_dates("عاد الوفد في 3 مايو 2024.")]
    [('3 مايو 2024', '2024-05-03')]
    """
    return _default_pipeline().extract(DATES, text, creation_time)


def extract_attributions(text: str | Document, creation_time: CreationTime = None) -> tuple[Attribution, ...]:
    """Who said what in a text, by the place of the cue.

    Args:
        text: the text, or a document.
        creation_time: the day or moment of publication.

    Raises:
        TypeError: `text` is neither a `str` nor a `Document`.

    >>> [attribution.speaker.name for attribution in extract_attributions("قال الوزير إن الطريق مفتوح.")]
    ['الوزير']
    """
    return _default_pipeline().extract(ATTRIBUTIONS, text, creation_time)
