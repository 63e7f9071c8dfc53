"""khabar reads Arabic news text and says, with exact character offsets, what is in it.

Sentences, quotations, dates, and who said what according to whom. Every offset is a half-open range of code
points in the caller's own string: `text[span.start:span.end] == span.text`.
"""

from khabar.analysis import Analysis
from khabar.errors import (
    KhabarError,
    LexiconError,
    PipelineError,
    PluginError,
    SerializationError,
    UndeclaredLayerError,
    UnknownLayerError,
    UnknownPluginError,
)
from khabar.layers import ATTRIBUTIONS, DATES, QUOTATIONS, SENTENCES, TOKENS, Annotation, Extractor, Layer, View
from khabar.lexicons import Lexicon
from khabar.model import (
    Attribution,
    AttributionKind,
    Calendar,
    CueClass,
    Diagnostic,
    DiagnosticCode,
    Document,
    Edits,
    Entry,
    Factuality,
    Form,
    Match,
    NormalizedText,
    Quotation,
    QuotationKind,
    Relay,
    Sentence,
    Speaker,
    SpeakerType,
    TimeExpression,
    TimexMod,
    TimexType,
    Token,
    TokenKind,
    Tokens,
    Word,
)
from khabar.normalize import DISPLAY, MATCH, normalize
from khabar.pipeline import Pipeline, analyze, extract_attributions, extract_dates, extract_quotations
from khabar.segment.sentences import split_sentences
from khabar.segment.tokens import tokenize
from khabar.spans import Span

__version__ = "0.1.0"

__all__ = [
    "ATTRIBUTIONS",
    "DATES",
    "DISPLAY",
    "MATCH",
    "QUOTATIONS",
    "SENTENCES",
    "TOKENS",
    "Analysis",
    "Annotation",
    "Attribution",
    "AttributionKind",
    "Calendar",
    "CueClass",
    "Diagnostic",
    "DiagnosticCode",
    "Document",
    "Edits",
    "Entry",
    "Extractor",
    "Factuality",
    "Form",
    "KhabarError",
    "Layer",
    "Lexicon",
    "LexiconError",
    "Match",
    "NormalizedText",
    "Pipeline",
    "PipelineError",
    "PluginError",
    "Quotation",
    "QuotationKind",
    "Relay",
    "Sentence",
    "SerializationError",
    "Span",
    "Speaker",
    "SpeakerType",
    "TimeExpression",
    "TimexMod",
    "TimexType",
    "Token",
    "TokenKind",
    "Tokens",
    "UndeclaredLayerError",
    "UnknownLayerError",
    "UnknownPluginError",
    "View",
    "Word",
    "analyze",
    "extract_attributions",
    "extract_dates",
    "extract_quotations",
    "normalize",
    "split_sentences",
    "tokenize",
]
