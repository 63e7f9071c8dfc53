"""Cues: the speech words of a text with their evidence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from khabar.extract.cues.model import CUES, SPEECH_NOUN, Cue, CueForm, Link
from khabar.extract.cues.rules import RULES
from khabar.extract.sheet import SHEET
from khabar.layers import SENTENCES, Annotation, Layer, View
from khabar.lexicons import Lexicon
from khabar.segment.pairs import PAIRS

__all__ = ["CUES", "PAIRS", "SENTENCES", "Cue", "CueExtractor", "CueForm", "Link"]


class CueExtractor:
    """Makes the layer of cues."""

    layer: Layer[Cue] = CUES
    requires: tuple[Layer[Annotation], ...] = (SHEET,)

    @cached_property
    def lexicon(self) -> Lexicon:
        """Speech verbs, other cue words, source nouns and words of grammar."""
        return Lexicon.builtin("reporting_verbs", "cue_words", "source_nouns", "function_words")

    def extract(self, view: View) -> Iterator[Cue]:
        """The cues of a text; where two rules find the same word the earlier rule wins."""
        sheet = view[SHEET][0]
        taken: set[int] = set()
        complements: set[int] = set()
        for rule in RULES:
            for cue in rule(sheet, view):
                tokens = range(cue.start_token, cue.end_token)
                if not taken.isdisjoint(tokens) or (cue.complement in complements and cue.form is SPEECH_NOUN):
                    continue
                taken.update(tokens)
                complements.add(cue.complement)
                yield cue
