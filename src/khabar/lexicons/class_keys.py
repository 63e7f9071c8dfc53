"""Small lexicons whose words are asked for by class and match key, not looked up in a table."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from khabar.lexicons.schema import Lexicon
from khabar.normalize.keys import match_key


@functools.cache
def class_keys(name: str) -> Mapping[str, frozenset[str]]:
    """The match keys of each class of a built-in lexicon, forms included.

    Args:
        name: the file, without its ending.

    >>> "قد" in class_keys("sentence_words")["sentence_opener"]
    True
    """
    lexicon = Lexicon.builtin(name)
    return {
        described: frozenset(
            match_key(spelling)
            for entry in lexicon.entries
            if entry.lexical_class == described
            for spelling in (entry.lemma, *entry.strings("forms"))
        )
        for described in lexicon.classes
    }
