"""What is found in a text: one module or package an extractor."""

from khabar.extract.attributions import AttributionExtractor
from khabar.extract.cues import CueExtractor
from khabar.extract.dates import DateExtractor
from khabar.extract.quotations import QuotationExtractor
from khabar.extract.reports import ReportExtractor
from khabar.extract.sheet import SheetExtractor
from khabar.segment.pairs import MarksExtractor, PairsExtractor
from khabar.segment.sentences import SentencesExtractor

BUILTIN = (
    MarksExtractor,
    PairsExtractor,
    SentencesExtractor,
    DateExtractor,
    SheetExtractor,
    CueExtractor,
    ReportExtractor,
    QuotationExtractor,
    AttributionExtractor,
)
"""The built-in extractors; an extractor is one module and one line here."""

__all__ = ["BUILTIN", "AttributionExtractor", "CueExtractor", "DateExtractor", "QuotationExtractor", "ReportExtractor"]
