"""Documents as sources: whose statement, report or letter it is."""

from __future__ import annotations

from khabar.extract.attributions.agreement import pronoun_of
from khabar.extract.attributions.carry import Memory
from khabar.extract.attributions.draft import Draft
from khabar.extract.attributions.entities import Entity
from khabar.extract.attributions.extents import phrase_end
from khabar.extract.attributions.mentions import Mention, span_of
from khabar.extract.attributions.name_words import has_article, is_given_name, is_relative, source_noun
from khabar.extract.attributions.references import Reference, read
from khabar.extract.attributions.register import Register
from khabar.extract.attributions.speaker_types import BODIES, PERSON
from khabar.extract.sheet import Sheet

_ISSUED = frozenset({"صادر", "الصادر", "صادره", "الصادره", "صدر", "صدرت"})
_MAKING = ("اصدر", "نشر", "اعد", "اجر", "قدم", "انجز", "اطلق", "وجه", "وزع", "اعلن", "كتب", "وضع", "ارسل", "بعث", "جمع", "عرض")
_ISSUED_BY = frozenset(verb + ending for verb in ("اصدر", "نشر", "اعد", "انجز") for ending in ("", "ت"))
_BETWEEN = 10
"""Tokens between such a verb and the document that its subject made."""
_ISSUING = frozenset(verb + ending for verb in _MAKING for ending in ("ه", "ها", "ته", "تها", "اه", "اها"))
"""«بيان أصدرته»، «الدراسة التي أجراها»: verbs whose subject made the document and whose object it is."""


class Documents:
    """The documents of a text and those who issued them.

    Args:
        sheet: the tokens.
        register: the entities of the text.
    """

    def __init__(self, sheet: Sheet, register: Register) -> None:
        self._sheet = sheet
        self._register = register
        self._issuers: dict[str, Entity] = {}

    def issued(self, draft: Draft, entity: Entity) -> None:
        """«قالت الوزارة في بيان»: whose document a later «البيان» is."""
        if draft.medium is None:
            return
        head = self._sheet.at(draft.medium.start)
        reading = source_noun(self._sheet, head)
        if reading is not None and reading.entry.string("type") == "document":
            self._issuers[reading.entry.lemma] = entity

    def maker(self, reference: Reference) -> Entity | None:
        """«المعطيات التي قدمتها الوزيرة»: who made what is no document in itself, if a verb tells it."""
        head = reference.head if reference.head is not None else reference.start
        end = self._with_issuer(reference.end)
        made = any(self._sheet.keys[index] in _ISSUING for index in range(head + 1, end))
        return self._named_owner(head, end) if made else None

    def owner(self, mention: Mention, memory: Memory) -> Entity | None:
        """The one whose document is meant: named in the phrase, by a pronoun, or before.

        Args:
            mention: the document.
            memory: who spoke so far.
        """
        sheet, reference = self._sheet, mention.reference
        head = reference.head if reference.head is not None else reference.start
        found = self._named_owner(head, self._with_issuer(reference.end))
        reading = source_noun(sheet, head)
        lemma = reading.entry.lemma if reading is not None else ""
        if found is None and reading is not None and reading.features.enclitic:
            found = memory.latest_of(pronoun_of(sheet, head))
        if found is None and any(sheet.keys[index] in _ISSUING for index in range(head, min(reference.end + 2, len(sheet.keys)))):
            found = memory.subject_before(head)
        if found is None and reference.definite and reference.end - head <= 2:
            found = self._issuers.get(lemma) or self._body(memory)
        if found is None and not reference.definite:
            found = self._issuer_before(head)
        if found is not None and lemma:
            self._issuers[lemma] = found
        return found

    def _issuer_before(self, head: int) -> Entity | None:
        """«أصدر البنك المركزي | تقريرا»: the subject of a verb of issuing before its object."""
        sheet = self._sheet
        for verb in range(head - 2, max(sheet.sentence_start(head), head - _BETWEEN) - 1, -1):
            if sheet.is_punctuation(verb):
                break
            if sheet.keys[verb].removeprefix("و") in _ISSUED_BY:
                reading = source_noun(sheet, verb + 1)
                is_body = reading is not None and reading.entry.string("type") == "organisation"
                return self._entity(verb + 1, phrase_end(sheet, verb + 1)) if is_body else None
        return None

    def _with_issuer(self, end: int) -> int:
        """«بيان صدر | عن وزارة الدفاع»: where the issuer ends who stands after a phrase that a verb cut off."""
        sheet, keys = self._sheet, self._sheet.keys
        last = len(keys) - 1
        for position in (end, end + 1):
            if position < last and keys[position] == "عن" and keys[position - 1] in _ISSUED:
                return phrase_end(sheet, position + 1)
        verb = end + 1 if end <= last and is_relative(sheet, end) else end
        if verb < last and keys[verb] in _ISSUING:  # «الدراسة | التي أجرتها الجامعة»
            return phrase_end(sheet, verb + 1)
        return end

    def _body(self, memory: Memory) -> Entity | None:
        for turn in reversed(memory.turns):
            if turn.entity.type in BODIES:
                return turn.entity
        return None

    def _named_owner(self, head: int, end: int) -> Entity | None:
        """«بيان النقابة»، «بيان للكرملين»، «بلاغ صادر عن الوزارة»، «تقرير أصدرته المنظمة»."""
        sheet, noun = self._sheet, source_noun(self._sheet, head)
        is_definite = has_article(sheet, head) or (noun is not None and bool(noun.features.enclitic))  # «تقريره الأسبوعي»
        for index in range(head + 1, end):
            key = sheet.keys[index]
            if key == "عن" and sheet.keys[index - 1] in _ISSUED and index + 1 < end:
                return self._entity(index + 1, end)
            if key in _ISSUING and index + 1 < end:
                return None if "preposition" in sheet.words[index + 1].classes else self._entity(index + 1, end)
            reading = sheet.words[index].readings[0] if sheet.words[index].readings else None
            if reading is not None and reading.proclitics == "ل" and self._is_owner(index):
                return self._entity(index, end)
            if reading is None and index == head + 1 and key.startswith("لل"):
                return self._entity(index, end)  # «بيان للمنسقية العامة»
            if index == head + 1 and not is_definite and self._is_owner(index):
                return self._entity(index, end)
        return None

    def _is_owner(self, position: int) -> bool:
        sheet = self._sheet
        reading = source_noun(sheet, position)
        if reading is not None and reading.entry.string("type") in {"document", "unnamed"}:
            return False
        if not has_article(sheet, position) and ("demonym" in sheet.words[position].classes or _is_relative_adjective(sheet, position)):
            return False
        place = sheet.words[position].tags.get("place")
        is_place = place is not None and not place.entry.flag("ambiguous")  # «دراسة حديثة»
        known = reading is not None or is_place or is_given_name(sheet, position) or "media_name" in sheet.words[position].classes
        return known or (has_article(sheet, position) and not sheet.keys[position].startswith("لل"))

    def _entity(self, start: int, end: int) -> Entity:
        sheet, register = self._sheet, self._register
        reference = read(sheet, start, end, strict=True)
        if sheet.words[start].readings:
            span = span_of(sheet, start, reference.end)
        else:
            span = sheet.cut(sheet.without(start, "لل" if sheet.keys[start].startswith("لل") else "ل"), sheet.ends[reference.end - 1])
        mention = Mention(sheet, reference, span)
        if reference.name is not None:
            return register.named(register.keys(reference), reference) or register.add(mention)
        if reference.definite and reference.head is not None:
            known = register.of_role(reference) if reference.type is PERSON else register.of_head(reference)
            if known is not None:
                return known
        return register.named(register.keys(reference), reference) or register.add(mention)


def _is_relative_adjective(sheet: Sheet, position: int) -> bool:
    """«تقارير إعلامية»: an adjective, though إعلامية may be a woman's profession."""
    return (
        sheet.keys[position].endswith(("ي", "يه")) and "source_noun" in sheet.words[position].classes and not is_given_name(sheet, position)
    )
