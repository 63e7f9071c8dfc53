"""The words of `quotation_words.toml` by class and match key."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from khabar.lexicons.class_keys import class_keys


@functools.cache
def words() -> Mapping[str, frozenset[str]]:
    """The match keys of each class.

    >>> "لقد" in words()["independent_opener"]
    True
    """
    return class_keys("quotation_words")
