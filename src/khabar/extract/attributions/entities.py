"""Those whom a document names, and what makes two words of a name the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import attrs

from khabar.extract.attributions.agreement import Agreement
from khabar.extract.attributions.mentions import Mention
from khabar.extract.attributions.references import Reference
from khabar.model import SpeakerType
from khabar.spans import Span


class Title(NamedTuple):
    """What goes with the head noun of a title: its tokens, to be read where somebody is looked for by them.

    Args:
        start: position of the first token.
        end: position after the last.
        holder: the mention of another person whose office it is: «ونظيره الروسي» has that, but not the origin.
    """

    start: int
    end: int
    holder: Reference | None = None


@attrs.define(eq=False)
class Entity:
    """Somebody or something that a document mentions.

    Args:
        type: what it is.
        fullest: the fullest mention, with titles.
        named: the mention with the fullest name; None where the whole mention is the name.
        keys: the folded words of the name.
        first: the tokens of the first mention that names it.
        agreement: how verbs agree with it.
        role: title or office.
        titles: what goes with each head noun of a person's titles: of وزير المالية, المالية.
        address: the tokens before a person's name, among them سمو and معالي.
        titled: the mentions whose title tells where a person is from (الروسي).
        latest: position of the latest mention, while the text is read from its beginning.
    """

    type: SpeakerType
    fullest: Mention
    named: Mention | None
    keys: tuple[str, ...]
    agreement: Agreement
    first: tuple[int, int] = (0, 0)
    role: str | None = None
    titles: dict[str, list[Title]] = attrs.field(factory=dict)
    address: list[tuple[int, int]] = attrs.field(factory=list)
    titled: list[Reference] = attrs.field(factory=list)
    latest: int = -1

    @property
    def name(self) -> Span:
        """The fullest name: of those who never speak nobody asks for it."""
        return self.fullest.span if self.named is None else self.named.name

    @property
    def mention(self) -> Span:
        """The fullest mention, with titles."""
        return self.fullest.span


@lru_cache(maxsize=8192)
def folded(key: str) -> str:
    """A word of a name without the article: الأسدي and أسدي are one name.

    >>> folded("الاسدي"), folded("الله")
    ('اسدي', 'الله')
    """
    return key[2:] if key.startswith("ال") and len(key) > 4 else key


def servants(keys: Sequence[str]) -> Iterator[str]:
    """«عبدالرحمن» as two words, which it is written in as often, and «عبد الله» as one.

    >>> list(servants(["عبدالرحمن"])), list(servants(["عبد", "الله", "سالم"]))
    (['عبد', 'الرحمن'], ['عبدالله', 'سالم'])
    """
    for before, key, after in zip(("", *keys), keys, (*keys[1:], ""), strict=False):
        if key == "عبد" and after == "الله":
            continue
        if before == "عبد" and key == "الله":
            yield "عبدالله"
        elif key.startswith("عبدال") and key != "عبدالله":
            yield "عبد"
            yield key.removeprefix("عبد")
        else:
            yield key


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
