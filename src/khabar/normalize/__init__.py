"""Spelling: match keys for words, and profiles of named steps for whole texts."""

from khabar.normalize.keys import match_key
from khabar.normalize.profiles import DISPLAY, MATCH, Profile, normalize
from khabar.normalize.steps import STEPS, CharacterStep, ContextStep, Step

__all__ = ["DISPLAY", "MATCH", "STEPS", "CharacterStep", "ContextStep", "Profile", "Step", "match_key", "normalize"]
