"""Written forms and their grammar."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from khabar.model import Features


class Form(NamedTuple):
    """One written form: its letters, its grammar, and which proclitics may stand before it."""

    text: str
    features: Features
    clitics: str


@cache
def features(form: str, person: int = 0, gender: str = "", number: str = "", enclitic: str = "", jussive: bool = False) -> Features:
    """The same object for the same grammar: a lexicon has some fifty, and forms by the ten thousand."""
    return Features(form=form, person=person, gender=gender, number=number, enclitic=enclitic, jussive=jussive)
