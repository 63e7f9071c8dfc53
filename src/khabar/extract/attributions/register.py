"""Those whom a document names: each with the fullest name found anywhere in the text.

Mentions are joined through an index of folded words; no mention is compared with all others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from khabar.extract.attributions.entities import Entity, folded, skeleton
from khabar.extract.attributions.extents import ELATIVES, phrase_end
from khabar.extract.attributions.mentions import Mention
from khabar.extract.attributions.name_words import has_article, is_abbreviated, is_head, source_noun
from khabar.extract.attributions.names import personal_name
from khabar.extract.attributions.references import BRACKETED, Reference, bracketed, is_anaphoric, quoted
from khabar.extract.memo import by_word
from khabar.extract.sheet import COMMAS, Sheet
from khabar.model import SpeakerType, Word
from khabar.spans import Span

SAME_KEY = 16
"""Entities remembered under one word: those named first. A text does not speak of more bearers of one name."""

_MIN_SKELETON = 3
_MINISTRY = "وزاره"
_KNOWN_AS = frozenset({"المعروف", "المعروفه", "الملقب", "الملقبه", "الشهير", "الشهيره"})
_UNTOLD = frozenset({"honorific", "preposition"})
_PAPERS = frozenset({"صحيفة", "جريدة", "يومية", "أسبوعية"})
_BODIES = frozenset({SpeakerType.ORGANISATION, SpeakerType.MEDIA, SpeakerType.GROUP})


class Register:
    """The entities of a document by the words that name them."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._by_word: dict[str, list[Entity]] = defaultdict(list)
        self._by_skeleton: dict[str, list[Entity]] = defaultdict(list)
        self._by_head: dict[str, list[Entity]] = defaultdict(list)
        self._by_role: dict[str, list[Entity]] = defaultdict(list)
        self._by_short_name: dict[str, Entity] = {}
        self._papers: list[Entity] = []
        self._last_title: tuple[str, set[str]] | None = None

    def surnames(self) -> frozenset[str]:
        """The last words of the names of persons."""
        persons = (entity for found in self._by_word.values() for entity in found if entity.type is SpeakerType.PERSON)
        return frozenset(entity.keys[-1] for entity in persons)

    def short_names(self) -> frozenset[str]:
        """The abbreviations of bodies, where they are one word."""
        return frozenset(name for name in self._by_short_name if " " not in name)

    def enter(self, mention: Mention) -> Entity:
        """The entity of a mention that names it in full: one known already, or a new one."""
        reference = mention.reference
        keys = self.keys(reference)
        known = self.named(keys, reference) or self.of_short_name(reference)
        if known is None:
            known = self.add(mention, keys)
            self._enter_short_name(reference, known)
            return known
        self._enter_short_name(reference, known)
        self._complete(known, mention, keys)
        return known

    def add(self, mention: Mention, keys: tuple[str, ...] = ()) -> Entity:
        """A new entity."""
        reference = mention.reference
        is_person = reference.type is SpeakerType.PERSON
        entity = Entity(
            type=reference.type,
            name=self.name_span(mention),
            mention=mention.span,
            keys=keys or self.keys(reference),
            agreement=reference.agreement,
            name_keys=frozenset(self._sheet.keys[reference.start : reference.end]),
            role=self.role(reference) if is_person else None,
        )
        for key in entity.keys if is_person else entity.keys[:2]:
            _remember(self._by_word[key], entity)
            if reference.name is not None and len(skeleton(key)) >= _MIN_SKELETON:
                _remember(self._by_skeleton[skeleton(key)], entity)
        self._enter_roles(reference, entity)
        if is_person:
            self.enter_titles(reference, entity)
        return entity

    def _complete(self, entity: Entity, mention: Mention, keys: tuple[str, ...]) -> None:
        if len(keys) > len(entity.keys) and set(entity.keys) <= set(keys):
            for key in keys:
                if key not in entity.keys:
                    _remember(self._by_word[key], entity)
            entity.keys, entity.name = keys, self.name_span(mention)
        if len(mention.span) > len(entity.mention):
            entity.mention = mention.span
        entity.role = entity.role or self.role(mention.reference)
        if len(mention.reference.agreement) < len(entity.agreement):  # a title tells what a surname does not
            entity.agreement = mention.reference.agreement
        self._enter_roles(mention.reference, entity)
        self.enter_titles(mention.reference, entity)

    def _enter_roles(self, reference: Reference, entity: Entity) -> None:
        sheet = self._sheet
        if reference.head is None:
            return
        _remember(self._by_head[head_key(sheet, reference.head)], entity)
        if _is_paper(sheet.words[reference.head]) and entity not in self._papers[:SAME_KEY]:
            self._papers.append(entity)
        if reference.name is None or reference.type is not SpeakerType.PERSON:
            return
        entity.origins |= origins(sheet, reference)

    def enter_titles(self, reference: Reference, entity: Entity) -> None:
        """The titles before a name, and that in apposition after it."""
        if reference.name is None or reference.type is not SpeakerType.PERSON:
            return
        entity.address |= self._words(reference.start, reference.name[0])
        for head, end in self._titles(reference, *reference.name):
            reading = source_noun(self._sheet, head)
            if reading is not None and reading.features.gender == "f" and ("f", "s") not in entity.agreement:
                continue  # «والد الطالبة سامر الخطيب»
            key, words = head_key(self._sheet, head), self._words(head + 1, end)
            if reading is not None and reading.entry.flag("peer") and self._last_title is not None:
                # «وزير المالية سامر الخطيب ونظيره الروسي إيغور لازاريف»: he too is a minister of finance
                key, office = self._last_title
                words |= office
            else:
                self._last_title = key, words - self._origin_words(reference)
            entity.titles.setdefault(key, set()).update(words)
            _remember(self._by_role[key], entity)

    def _titles(self, reference: Reference, first: int, last: int) -> Iterator[tuple[int, int]]:
        sheet, head, beside = self._sheet, reference.head, first - 1
        if head is not None and head < first:
            yield head, first
        if beside > reference.start and beside != head and is_head(sheet, beside):
            yield beside, first
        after = last + 1 if last < len(sheet) and sheet.is_mark(last, COMMAS) else last
        if after < len(sheet) and is_head(sheet, after):
            end = phrase_end(sheet, after)
            if personal_name(sheet, after, end, strict=True) is None:  # else it is the title of the next one
                yield after, end

    def _words(self, start: int, end: int) -> set[str]:
        sheet = self._sheet
        return {
            _told(sheet.words[index])
            for index in range(start, end)
            if sheet.classes[index].isdisjoint(_UNTOLD) and not sheet.is_punctuation(index)
        }

    def _enter_short_name(self, reference: Reference, entity: Entity) -> None:
        """«حركة الإصلاح الوطني (حاصل)»، «الهيئة العليا للبث «الشاشة»»: what stands in brackets or marks after a name."""
        if reference.type is SpeakerType.PERSON and reference.name is not None:
            self._enter_alias(reference.name[1], entity)
        if reference.type in _BODIES:
            sheet, position = self._sheet, reference.end
            last = sheet.closing.get(position - 1)  # «هيئة البث «الشاشة»»: the name has taken it in
            position = sheet.at(last.span.start) if last is not None else position
            found = bracketed(sheet, position) or (quoted(sheet, position) if position in sheet.opening else None)
            if found is not None and found[1] - found[0] <= BRACKETED:
                self._by_short_name.setdefault(self._joined(*found), entity)

    def _enter_alias(self, position: int, entity: Entity) -> None:
        """«سامر الخطيب المعروف بـ«صقر»»: the other name of a person."""
        sheet = self._sheet
        if position + 2 >= len(sheet) or sheet.keys[position] not in _KNOWN_AS or sheet.keys[position + 1].strip("ـ") != "ب":
            return
        found = quoted(sheet, position + 2)
        if found is not None and found[1] - found[0] <= BRACKETED:
            self._by_short_name.setdefault(self._joined(*found), entity)

    def _joined(self, start: int, end: int) -> str:
        return " ".join(folded(self._sheet.keys[index]) for index in range(start, end))

    def of_short_name(self, reference: Reference) -> Entity | None:
        """«حاصل»، «حركة حاصل» after «حركة الإصلاح الوطني (حاصل)»."""
        if not self._by_short_name or (reference.type is SpeakerType.PERSON and reference.head is not None):
            return None
        start, end = reference.name or (reference.start, reference.end)
        first = start + 1 if start == reference.head and end - start > 1 else start
        return self._by_short_name.get(self._joined(first, end)) if end - first <= BRACKETED else None

    def keys(self, reference: Reference) -> tuple[str, ...]:
        """The folded words by which a mention names its entity."""
        start, end = reference.name or (reference.start, reference.end)
        first = start
        while first + 1 < end and is_abbreviated(self._sheet, first):
            first += 1  # «م. الحداد»
        keys = list(map(folded, self._sheet.keys_between(first, end)))
        if reference.type is not SpeakerType.PERSON:
            return tuple(keys)
        given = self._sheet.tags[start].get("given_name")
        if given is not None and given.proclitics == "و" and end - start > 1:
            keys[0] = folded(keys[0].removeprefix("و"))  # «وعصام الصغير»
        if len(keys) == 1 and keys[0][:1] == "و" and keys[0] not in self._by_word:
            keys = [folded(keys[0][1:])]
        return tuple(keys)

    def name_span(self, mention: Mention) -> Span:
        """The name as characters."""
        reference, sheet = mention.reference, self._sheet
        start, end = reference.name or (reference.start, reference.end)
        if start == reference.start and mention.span.end == sheet.ends[end - 1]:
            return mention.span
        begin = mention.span.start if start == reference.start else sheet.starts[start]
        return sheet.cut(begin, sheet.ends[end - 1])

    def role(self, reference: Reference) -> str | None:
        """The title of a named person: the words before the name, or the apposition after it."""
        if reference.name is None or reference.type is not SpeakerType.PERSON:
            return None
        first, last = reference.start, reference.name[0]
        if last <= first:
            first, last = reference.name[1], reference.end
            while first < last and self._sheet.is_punctuation(first):
                first += 1
        while last > first and self._sheet.is_punctuation(last - 1) and last - 1 not in self._sheet.closing:
            last -= 1
        return self._sheet.cut(self._sheet.starts[first], self._sheet.ends[last - 1]).text if last > first else None

    def named(self, keys: tuple[str, ...], reference: Reference) -> Entity | None:
        """The entity whose name holds these words, or whose words these hold: the one mentioned last."""
        if not keys:
            return None
        is_person = reference.type is SpeakerType.PERSON
        candidates = self._by_word.get(keys[-1 if is_person else 0], [])
        if not candidates and not is_person:
            return None
        words = set(keys)
        if not is_person and reference.head is None:
            candidates = [entity for entity in candidates if self._is_short_for(reference, keys, entity)]
        if reference.head is None:
            # «الطرابلسي» is rather the man than «عائلة الطرابلسي»
            bearers = [entity for entity in candidates if entity.type is SpeakerType.PERSON and entity.keys[-1] == keys[-1]]
            candidates = bearers or candidates
        fitting = [entity for entity in candidates if words <= set(entity.keys) or (len(entity.keys) > 1 and set(entity.keys) <= words)]
        if not fitting and is_person:
            candidates = self._by_skeleton.get(skeleton(keys[-1]), [])
            rough = {skeleton(key) for key in keys}
            fitting = [entity for entity in candidates if rough <= {skeleton(key) for key in entity.keys}]
        if not fitting and is_person:
            # «بوتين الاتفاق»: what stands after a surname that is known is no part of the name
            fitting = [entity for entity in self._by_word.get(keys[0], []) if len(entity.keys) > 1 and entity.keys[-1] == keys[0]]
        return latest([entity for entity in fitting if reference.head is None or _alike(entity.type, reference.type)])

    def _is_short_for(self, reference: Reference, keys: tuple[str, ...], entity: Entity) -> bool:
        """«الأزهر» for «جامعة الأزهر», «الصحة» for «وزارة الصحة»; but «الشباب» is not «مجلس شباب المنطقة»."""
        if entity.keys[0] == keys[0] or reference.name is not None:
            return True
        written = self._sheet.keys[reference.start]
        return written in entity.name_keys and (len(keys) == 1 or entity.keys[0] == _MINISTRY)

    def of_head(self, reference: Reference) -> Entity | None:
        """The entity with the same head noun: «الوزارة» after «وزارة الدفاع الروسية»."""
        if reference.head is None:
            return None
        rest = set() if is_anaphoric(self._sheet, reference) else set(self.keys(reference)[1:])
        fitting = [
            entity
            for entity in self._by_head.get(head_key(self._sheet, reference.head), [])
            if entity.type is reference.type
            and (entity.latest >= 0 or entity.type is not SpeakerType.GROUP)  # «السكان» need not be «السكان القدامى» of a later line
            and (len(entity.keys) > 1 or entity.name != entity.mention)
            and (rest <= set(entity.keys) or self._describes(reference))
        ]
        if not fitting and reference.type is SpeakerType.MEDIA:
            # «الصحيفة الرياضية»: of one paper that a text names it may say what it likes
            known = self._by_head.get(head_key(self._sheet, reference.head), []) or (
                self._papers if _is_paper(self._sheet.words[reference.head]) else []
            )
            named = [entity for entity in known if entity.name != entity.mention]
            return named[0] if len(named) == 1 else None
        return latest(fitting)

    def _describes(self, reference: Reference) -> bool:
        """«الجمعية المنظمة للمهرجان»: what follows the noun describes it; a relative adjective would tell it from others."""
        return not is_distinguished(self._sheet, reference)

    def is_kind(self, entity: Entity, reference: Reference) -> bool:
        """Whether a body is meant by «المنظمة الدولية»: its noun with an adjective that tells of no other country."""
        if reference.head != reference.start or not reference.definite or reference.end - reference.start != 2:
            return False
        known = self._by_head.get(head_key(self._sheet, reference.start), [])
        return entity in known and "demonym" not in self._sheet.classes[reference.start + 1] and len(entity.keys) > 1

    def of_surname(self, reference: Reference) -> Entity | None:
        """The person whose family name is written like a title or stands after one: «الخطيب»، «الوزير الخطيب» after «سامر الخطيب»."""
        if reference.end - reference.start > 2:
            return None
        last = reference.end - 1
        if last > reference.start and "demonym" in self._sheet.classes[last]:
            return None
        key = folded(self._sheet.keys[last])
        return latest(entity for entity in self._by_word.get(key, []) if len(entity.keys) > 1 and entity.keys[-1] == key)

    def of_role(self, reference: Reference) -> Entity | None:
        """The person with the same title: «الوزير» after «وزير المالية سامر الخطيب»; «الرئيس المالي» is not «الرئيس التشادي»."""
        if reference.head is None:
            return None
        known = self._by_role.get(head_key(self._sheet, reference.head), [])
        asked = origins(self._sheet, reference)
        if not asked:
            return latest(known)
        is_office = "office" in self._sheet.classes[reference.head]
        return latest(entity for entity in known if asked & entity.origins or not (is_office or entity.origins))

    def of_title(self, reference: Reference) -> Entity | None:
        """The person with these words in the title: «وزير التخطيط» after «أشرف السيد، وزير التخطيط المصري»."""
        if reference.head is None:
            return None
        key, asked = head_key(self._sheet, reference.head), self._words(reference.head + 1, reference.end)
        foreign = origins(self._sheet, reference)
        is_office = "office" in self._sheet.classes[reference.head]

        def fits(known: set[str], entity: Entity) -> bool:
            if asked <= known:
                return True
            return known <= asked and foreign <= entity.origins and (bool(known) or not is_office)

        entities = self._by_role.get(key, []) if asked else []
        found = latest(entity for entity in entities if fits(entity.titles[key], entity))
        if found is not None or not foreign:
            return found
        # «وزير الداخلية البحريني» is he whom the text has called «وزير الداخلية», where it names none of that country
        office = asked - self._origin_words(reference)
        return latest(entity for entity in entities if office and not entity.origins and office <= entity.titles[key])

    def _origin_words(self, reference: Reference) -> set[str]:
        sheet = self._sheet
        places = range(reference.start, reference.end)
        return {folded(sheet.keys[index]) for index in places if not sheet.classes[index].isdisjoint({"demonym", "place"})}


@by_word
def _is_paper(word: Word) -> bool:
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


def is_distinguished(sheet: Sheet, reference: Reference) -> bool:
    """«وزارة الدفاع»، «الحزب الجمهوري»: an annexation, or a relative adjective, tells which body is meant."""
    if reference.head is None or not has_article(sheet, reference.head):
        return True
    after = reference.head + 1
    return after < reference.end and (
        sheet.keys[after].endswith(("ي", "يه")) or sheet.keys[after] in ELATIVES or "demonym" in sheet.classes[after]
    )


def head_key(sheet: Sheet, position: int) -> str:
    """What makes two head nouns the same: dictionary form, gender and number."""
    return _head_key(sheet.words[position])


@by_word
def _head_key(word: Word) -> str:
    reading = word.tags.get("source_noun") or word.tags.get("honorific")
    return word.key if reading is None else f"{reading.entry.lemma} {reading.features.gender}{reading.features.number}"


@by_word
def _told(word: Word) -> str:
    """What a word of a title tells: of «والتخطيط» and «التخطيط» the same."""
    return folded(word.key.removeprefix("و") if word.key.startswith("وال") else word.key)


def _alike(known: SpeakerType, new: SpeakerType) -> bool:
    return (known is SpeakerType.PERSON) == (new is SpeakerType.PERSON)


def _remember(entities: list[Entity], entity: Entity) -> None:
    if len(entities) < SAME_KEY and entity not in entities:
        entities.append(entity)


def latest(entities: Iterable[Entity | None]) -> Entity | None:
    """The entity mentioned last so far; of those not mentioned yet, the one with the fullest name."""
    found = [entity for entity in entities if entity is not None]
    if len(found) < 2:
        return found[0] if found else None
    return max(found, key=lambda entity: (entity.latest, len(entity.keys)))
