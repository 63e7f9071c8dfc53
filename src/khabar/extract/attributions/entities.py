"""Those whom a document names, and what makes two words of a name the same."""

from __future__ import annotations

from functools import lru_cache

import attrs

from khabar.extract.attributions.agreement import Agreement
from khabar.model import SpeakerType
from khabar.spans import Span


@attrs.define(eq=False)
class Entity:
    """Somebody or something that a document mentions.

    Args:
        type: what it is.
        name: the fullest name.
        mention: the fullest mention, with titles.
        keys: the folded words of the name.
        name_keys: the words of the first name found, with the article where it is written.
        agreement: how verbs agree with it.
        role: title or office.
        titles: the words that go with each head noun of a person's titles: of وزير المالية, المالية.
        address: the words before a person's name, among them سمو and معالي.
        origins: where a person is from, by the adjectives of the title (الروسي).
        latest: position of the latest mention, while the text is read from its beginning.
    """

    type: SpeakerType
    name: Span
    mention: Span
    keys: tuple[str, ...]
    agreement: Agreement
    name_keys: frozenset[str] = frozenset()
    role: str | None = None
    titles: dict[str, set[str]] = attrs.field(factory=dict)
    address: set[str] = attrs.field(factory=set)
    origins: set[str] = attrs.field(factory=set)
    latest: int = -1


@lru_cache(maxsize=8192)
def folded(key: str) -> str:
    """A word of a name without the article: الأسدي and أسدي are one name.

    >>> folded("الاسدي"), folded("الله")
    ('اسدي', 'الله')
    """
    return key[2:] if key.startswith("ال") and len(key) > 4 else key


def rank_of(key: str) -> str:
    """The rank in a word such as سموه.

    >>> rank_of("سموه"), rank_of("سعادتها")
    ('سمو', 'سعاده')
    """
    stem = key.removesuffix("ها") if key.endswith("ها") else key.removesuffix("ه")
    return stem[:-1] + "ه" if stem.endswith("ت") else stem


_SOUNDS = str.maketrans(
    {"ث": "ت", "ط": "ت", "ذ": "د", "ض": "د", "ص": "س", "ز": "س", "ق": "ك", "غ": "ج", "ح": "ه", "ظ": "د"} | dict.fromkeys("اويىءئؤه")
)


@lru_cache(maxsize=8192)
def skeleton(key: str) -> str:
    """The consonants of a foreign name, which the spellings of one name share: نتنياهو، نتانياهو.

    >>> skeleton("نتنياهو") == skeleton("نتانياهو"), skeleton("غروسي") == skeleton("جروسي")
    (True, True)
    """
    return key.translate(_SOUNDS)
