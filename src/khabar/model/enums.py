"""The closed sets of values: kinds, classes and types."""

from __future__ import annotations

from enum import StrEnum


class TokenKind(StrEnum):
    """What a token is made of. Columns hold the position in this list (`TOKEN_KINDS`)."""

    WORD = "word"
    LATIN = "latin"
    MIXED = "mixed"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    PERCENT = "percent"
    CURRENCY = "currency"
    ABBREVIATION = "abbreviation"
    PUNCTUATION = "punctuation"
    SYMBOL = "symbol"
    EMOJI = "emoji"
    URL = "url"
    EMAIL = "email"
    HASHTAG = "hashtag"
    MENTION = "mention"
    ENTITY = "entity"


TOKEN_KINDS: tuple[TokenKind, ...] = tuple(TokenKind)
"""The kinds by their number in the column `Tokens.kinds`."""


class QuotationKind(StrEnum):
    """Why words stand in quotation marks."""

    SPEECH = "speech"
    FRAGMENT = "fragment"
    TERM = "term"
    NAME = "name"
    TITLE = "title"


class TimexType(StrEnum):
    """The four types of TIMEX3 (ISO-TimeML)."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


class TimexMod(StrEnum):
    """The attribute `mod` of TIMEX3."""

    START = "start"
    MID = "mid"
    END = "end"
    APPROX = "approx"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    EQUAL_OR_MORE = "equal_or_more"
    EQUAL_OR_LESS = "equal_or_less"
    BEFORE = "before"
    AFTER = "after"


class Calendar(StrEnum):
    """The calendar in which a date is written."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"


class SpeakerType(StrEnum):
    """What a speaker is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    MEDIA = "media"
    DOCUMENT = "document"
    GROUP = "group"
    UNNAMED = "unnamed"


class AttributionKind(StrEnum):
    """How words are attributed."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    ACCORDING_TO = "according_to"
    CREDIT = "credit"
    DATELINE = "dateline"


class Form(StrEnum):
    """How much of the content stands in quotation marks: all, some, none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class CueClass(StrEnum):
    """What the reporting word does."""

    NEUTRAL = "neutral"
    ADD = "add"
    ANNOUNCE = "announce"
    RELAY = "relay"
    AFFIRM = "affirm"
    POINT_OUT = "point_out"
    REVEAL_ADMIT = "reveal_admit"
    CLAIM = "claim"
    DENY = "deny"
    OPINION = "opinion"
    WARN = "warn"
    ACCUSE_CONDEMN = "accuse_condemn"
    EXPRESS_PRAISE = "express_praise"
    EXPECT_HOPE = "expect_hope"
    ATTITUDE = "attitude"
    ASK = "ask"
    DEMAND = "demand"
    COMMIT = "commit"
    CREDIT = "credit"


class Factuality(StrEnum):
    """How surely the report presents its content (after FactBank and PARC 3)."""

    NEUTRAL = "neutral"
    ASSERTED = "asserted"
    FACTIVE = "factive"
    DOUBTED = "doubted"
    DENIED = "denied"
    OPINION = "opinion"
    NONE = "none"
    NEGATED = "negated"


class DiagnosticCode(StrEnum):
    """What is wrong with a place in the text, or with a plugin."""

    UNPAIRED_MARK = "unpaired_mark"
    UNCLOSED_QUOTATION = "unclosed_quotation"
    BIDI_IN_NAME = "bidi_in_name"
    MIXED_DIGITS = "mixed_digits"
    IMPOSSIBLE_DATE = "impossible_date"
    WEEKDAY_MISMATCH = "weekday_mismatch"
    HIJRI_MISMATCH = "hijri_mismatch"
    PLUGIN_ERROR = "plugin_error"
