"""What a cue is: a speech word with the evidence that makes it one."""

from __future__ import annotations

from enum import StrEnum

import attrs

from khabar.layers import Layer
from khabar.model import Entry, Features
from khabar.spans import Span


class CueForm(StrEnum):
    """What kind of word reports."""

    VERB = "verb"
    PARTICIPLE = "participle"
    MASDAR = "masdar"
    SPEECH_NOUN = "speech_noun"
    ACCORDING_TO = "according_to"
    REPORTED_IN = "reported_in"
    TEXT_FOLLOWS = "text_follows"


class Link(StrEnum):
    """What joins the cue to the words that it reports: the evidence that it reports at all."""

    CLAUSE = "clause"
    COLON = "colon"
    QUOTATION = "quotation"
    NOUN_PHRASE = "noun_phrase"
    PRECEDING = "preceding"
    BARE = "bare"


VERB, PARTICIPLE, MASDAR, SPEECH_NOUN, ACCORDING_TO, REPORTED_IN, TEXT_FOLLOWS = CueForm
CLAUSE, COLON, QUOTATION, NOUN_PHRASE, PRECEDING, BARE = Link
"""The members by names of their own: a member read from its enum costs as much as a call."""


@attrs.define(eq=False)
class Found:
    """A complement: how it is joined, where the joining token stands, where the words reported begin."""

    link: Link
    complement: int
    content: int


@attrs.define(kw_only=True, eq=False)
class Cue:
    """A speech word with its evidence.

    Args:
        span: the word with its negation, without و and ف.
        token: position of the word.
        start_token: position of the first token of the span.
        end_token: position after its last token.
        entry: the line of the lexicon.
        features: the grammar of the form.
        form: what kind of word it is.
        link: what joins it to the words reported.
        complement: position of the joining token: complementiser, colon, opening mark or preposition; the
            source stands before it.
        content: position of the first token of the words reported.
        negated: the word is negated.
    """

    span: Span
    token: int
    start_token: int
    end_token: int
    entry: Entry
    features: Features
    form: CueForm
    link: Link
    complement: int
    content: int
    negated: bool = False

    @property
    def is_impersonal(self) -> bool:
        """Whether it is a passive that names nobody: يُعتقد أن، قيل إن."""
        return self.features.form.startswith("passive")

    @property
    def is_owned(self) -> bool:
        """Whether a pronoun at its end names the speaker: قوله، على حد تعبيرها (but not the object of وصفها)."""
        return self.features.form == "masdar" and bool(self.features.enclitic)

    @property
    def cue_class(self) -> str:
        """The class of the cue (CueClass) by its lemma."""
        return self.entry.string("cue", "neutral")


CUES: Layer[Cue] = Layer("_cues", Cue)
"""The layer of cues, made for the extractors of quotations and attributions."""
