"""khabar reads Arabic news text and says, with exact character offsets, what is in it.

Sentences, quotations, dates, and who said what according to whom. Every offset is a half-open range of code
points in the caller's own string: `text[span.start:span.end] == span.text`.
"""

from typing import TYPE_CHECKING

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
from khabar.spans import Span

if TYPE_CHECKING:
    from khabar.analysis import Analysis
    from khabar.lexicons import Lexicon
    from khabar.pipeline import Pipeline, analyze, extract_attributions, extract_dates, extract_quotations
    from khabar.segment.sentences import split_sentences
    from khabar.segment.tokens import tokenize

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

_HOMES = {
    "Analysis": "khabar.analysis",
    "Lexicon": "khabar.lexicons",
    "Pipeline": "khabar.pipeline",
    "analyze": "khabar.pipeline",
    "extract_attributions": "khabar.pipeline",
    "extract_dates": "khabar.pipeline",
    "extract_quotations": "khabar.pipeline",
    "split_sentences": "khabar.segment.sentences",
    "tokenize": "khabar.segment.tokens",
}
"""Where the names live that are imported when they are first asked for, so that `import khabar` stays cheap."""

if not TYPE_CHECKING:  # a type checker sees the imports above, and would take any name for known if it saw these

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        thing = globals()[name] = getattr(import_module(_HOMES[name]), name)
        return thing

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
