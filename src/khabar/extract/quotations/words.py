"""The words of `quotation_words.toml` by class and match key."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from khabar.lexicons import Lexicon
from khabar.normalize.keys import match_key


@functools.cache
def words() -> Mapping[str, frozenset[str]]:
    """The match keys of each class.

    >>> "لقد" in words()["independent_opener"]
    True
    """
    lexicon = Lexicon.builtin("quotation_words")
    return {
        name: frozenset(
            match_key(spelling)
            for entry in lexicon.entries
            if entry.lexical_class == name
            for spelling in (entry.lemma, *entry.strings("forms"))
        )
        for name in lexicon.classes
    }
