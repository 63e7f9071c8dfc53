"""The rules that find cues, in order: one function a kind of speech word."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from khabar.extract.cues.derived import masdars, participles, speech_nouns
from khabar.extract.cues.model import Cue
from khabar.extract.cues.phrases import according_to, as_told, inserted, reported_in, text_follows
from khabar.extract.cues.verbs import finite_verbs
from khabar.extract.sheet import Sheet
from khabar.layers import View

Rule = Callable[[Sheet, View], Iterator[Cue]]

RULES: tuple[Rule, ...] = (according_to, as_told, inserted, reported_in, text_follows, finite_verbs, participles, masdars, speech_nouns)
"""Every kind of cue; a rule that comes first wins where two find the same token."""
