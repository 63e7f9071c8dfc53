"""The data model: frozen classes that hold what goes in and what comes out."""

from khabar.model.annotations import Attribution, Diagnostic, Quotation, Relay, Sentence, Speaker, TimeExpression
from khabar.model.document import Document
from khabar.model.edits import NO_EDITS, Edits, NormalizedText
from khabar.model.enums import (
    TOKEN_KINDS,
    AttributionKind,
    Calendar,
    CueClass,
    DiagnosticCode,
    Factuality,
    Form,
    QuotationKind,
    SpeakerType,
    TimexMod,
    TimexType,
    TokenKind,
)
from khabar.model.lexical import Entry, Features, Match, Reading, Value, Word
from khabar.model.tokens import Token, Tokens

__all__ = [
    "NO_EDITS",
    "TOKEN_KINDS",
    "Attribution",
    "AttributionKind",
    "Calendar",
    "CueClass",
    "Diagnostic",
    "DiagnosticCode",
    "Document",
    "Edits",
    "Entry",
    "Factuality",
    "Features",
    "Form",
    "Match",
    "NormalizedText",
    "Quotation",
    "QuotationKind",
    "Reading",
    "Relay",
    "Sentence",
    "Speaker",
    "SpeakerType",
    "TimeExpression",
    "TimexMod",
    "TimexType",
    "Token",
    "TokenKind",
    "Tokens",
    "Value",
    "Word",
]
