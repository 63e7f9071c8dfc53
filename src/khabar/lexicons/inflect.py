"""Word forms derived from one line of a lexicon.

The rules are those of any grammar of the written language (W. Wright, *A Grammar of the Arabic Language*, vol. I;
K. Ryding, *A Reference Grammar of Modern Standard Arabic*), reduced to what shows in unvocalised script.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from khabar.lexicons.forms import Form
from khabar.lexicons.nouns import nisba_forms, noun_forms, possessed_forms
from khabar.lexicons.verbs import verb_forms
from khabar.model import Entry

INFLECTIONS: Mapping[str, Callable[[Entry], Iterator[Form]]] = {
    "verb": verb_forms,
    "noun": noun_forms,
    "nisba": nisba_forms,
    "possessed": possessed_forms,
}
"""How forms are derived, by the name a lexicon file uses."""
