"""The words of `sentence_words.toml` by class and match key."""

from __future__ import annotations

from collections.abc import Mapping

from khabar.lexicons.class_keys import class_keys


def words() -> Mapping[str, frozenset[str]]:
    """The match keys of each class.

    >>> "قد" in words()["sentence_opener"]
    True
    """
    return class_keys("sentence_words")
