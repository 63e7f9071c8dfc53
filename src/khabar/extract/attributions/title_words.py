"""What the nouns and adjectives of a title or of the name of a body tell."""

from __future__ import annotations

from khabar.extract.attributions.entities import folded
from khabar.extract.attributions.extents import ELATIVES
from khabar.extract.attributions.name_words import has_article, is_head
from khabar.extract.attributions.references import Reference
from khabar.extract.memo import by_word
from khabar.extract.sheet import Sheet
from khabar.model import Word

_UNTOLD = frozenset({"honorific", "preposition", "anaphor"})
_PAPERS = frozenset({"صحيفة", "جريدة", "يومية", "أسبوعية"})


@by_word
def is_paper(word: Word) -> bool:
    """Whether a noun says that a paper is meant, however it is called: صحيفة، يومية."""
    reading = word.tags.get("source_noun")
    return reading is not None and reading.entry.lemma in _PAPERS


def origins(sheet: Sheet, reference: Reference) -> set[str]:
    """Places and peoples that the adjectives of a title tell: of الأمريكي and الأميركي the same."""
    last = reference.name[0] if reference.name and reference.name[0] > reference.start else reference.end
    return set().union(*map(_origins, sheet.words[reference.start : last]))


@by_word
def _origins(word: Word) -> frozenset[str]:
    readings = (word.tags.get("demonym"), word.tags.get("place"))
    return frozenset(reading.entry.string("place", reading.entry.lemma) for reading in readings if reading is not None)


def joins_title(sheet: Sheet, position: int) -> bool:
    """«وزير الدولة | ورئيس المكتبة»: whether و joins a second title."""
    return sheet.keys[position].startswith("و") and sheet.has_conjunction(position) and is_head(sheet, position)


def is_distinguished(sheet: Sheet, reference: Reference) -> bool:
    """«وزارة الدفاع»، «الحزب الجمهوري»: an annexation, or a relative adjective, tells which body is meant."""
    if reference.head is None or not has_article(sheet, reference.head):
        return True
    after = reference.head + 1
    return after < reference.end and (
        sheet.keys[after].endswith(("ي", "يه")) or sheet.keys[after] in ELATIVES or "demonym" in sheet.words[after].classes
    )


@by_word
def head_key(word: Word) -> str:
    """What makes two head nouns the same: dictionary form, gender and number."""
    reading = word.tags.get("source_noun") or word.tags.get("honorific")
    return word.key if reading is None else f"{reading.entry.lemma} {reading.features.gender}{reading.features.number}"


@by_word
def told(word: Word) -> str | None:
    """What a word of a title tells: of «والتخطيط» and «التخطيط» the same, of a preposition nothing."""
    if not word.classes.isdisjoint(_UNTOLD):
        return None
    return folded(word.key.removeprefix("و") if word.key.startswith("وال") else word.key)
