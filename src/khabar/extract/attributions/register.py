"""Those whom a document names, each with the fullest name in the text; an index of folded words joins mentions in linear time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from khabar.extract.attributions.agreement import Agreement
from khabar.extract.attributions.entities import Entity, Title, folded, servants, skeleton
from khabar.extract.attributions.extents import phrase_end
from khabar.extract.attributions.mentions import Mention
from khabar.extract.attributions.name_words import has_article, is_abbreviated, is_head, may_be_given_name
from khabar.extract.attributions.names import personal_name
from khabar.extract.attributions.references import BRACKETED, Reference, bracketed, is_anaphoric, quoted
from khabar.extract.attributions.speaker_types import BODIES, GROUP, MEDIA, PERSON
from khabar.extract.attributions.title_words import head_key, is_distinguished, is_paper, joins_title, origins, told
from khabar.extract.sheet import COMMAS, Sheet
from khabar.normalize import match_key

SAME_KEY = 16
"""Entities remembered under one word: those named first. A text does not speak of more bearers of one name."""

_MIN_SKELETON = 3
_TITLE = 8
"""Tokens after a name in which a second title may begin."""
_MINISTRY = "وزاره"
_KNOWN_AS = frozenset({"المعروف", "المعروفه", "الملقب", "الملقبه", "الشهير", "الشهيره"})


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
        self._unread: list[tuple[Reference, Entity, Agreement]] = []
        self._title_keys: set[str] = set()
        self._last_title: tuple[str, Title] | None = None

    def surnames(self) -> set[str]:
        """The last words of the names of persons."""
        return {entity.keys[-1] for found in self._by_word.values() for entity in found if entity.type is PERSON}

    def short_names(self) -> frozenset[str]:
        """The abbreviations of bodies, where they are one word."""
        return frozenset(name for name in self._by_short_name if " " not in name)

    def enter(self, mention: Mention) -> Entity:
        """The entity of a mention that names it in full: one known already, or a new one."""
        reference = mention.reference
        keys = self.keys(reference)
        known = self.named(keys, reference) or self.of_short_name(reference)
        entity = known or self.add(mention, keys)
        self._enter_short_name(reference, entity)
        if known is not None:
            self._complete(known, mention, keys)
        return entity

    def add(self, mention: Mention, keys: tuple[str, ...] = ()) -> Entity:
        """A new entity."""
        reference = mention.reference
        is_person = reference.type is PERSON
        entity = Entity(
            reference.type,
            mention,
            mention,
            keys or self.keys(reference),
            reference.agreement,
            (reference.start, reference.end),
            self.role(reference) if is_person else None,
        )
        for key in entity.keys if is_person else entity.keys[:2]:
            _remember(self._by_word[key], entity)
            if reference.name is not None and len(sounds := skeleton(key)) >= _MIN_SKELETON:
                _remember(self._by_skeleton[sounds], entity)
        self._enter_roles(reference, entity)
        if is_person:
            self.enter_titles(reference, entity)
        return entity

    def _complete(self, entity: Entity, mention: Mention, keys: tuple[str, ...]) -> None:
        if len(keys) > len(entity.keys) and set(entity.keys) <= set(keys):
            for key in keys:
                if key not in entity.keys:
                    _remember(self._by_word[key], entity)
            entity.keys, entity.named = keys, mention
        if len(mention.span) > len(entity.mention):
            entity.fullest = mention
        entity.role = entity.role or self.role(mention.reference)
        if len(mention.reference.agreement) < len(entity.agreement):  # a title tells what a surname does not
            entity.agreement = mention.reference.agreement
        self._enter_roles(mention.reference, entity)
        self.enter_titles(mention.reference, entity)

    def _enter_roles(self, reference: Reference, entity: Entity) -> None:
        if reference.head is None:
            return
        noun = self._sheet.words[reference.head]
        _remember(self._by_head[head_key(noun)], entity)
        if is_paper(noun) and entity not in self._papers[:SAME_KEY]:
            self._papers.append(entity)
        if reference.name is not None and reference.type is PERSON:
            entity.titled.append(reference)

    def enter_titles(self, reference: Reference, entity: Entity) -> None:
        """The titles before a name, and that in apposition after it: noted here, and read where somebody is asked for by one."""
        if reference.name is None or reference.type is not PERSON:
            return
        words, (first, last) = self._sheet.words, reference.name
        head = first if reference.head is None else reference.head
        entity.address.append((reference.start, first))
        self._unread.append((reference, entity, entity.agreement))
        joined = (word for word in words[last + 2 : last + _TITLE] if word.key.startswith("و"))
        self._title_keys.update(map(head_key, (words[head], words[first - 1], *words[last : last + 2], *joined)))

    def _read_titles(self) -> None:
        """Enter the persons under the titles noted so far."""
        for reference, entity, agreement in self._unread:
            self._read_titles_of(reference, entity, agreement)
        self._unread.clear()

    def _read_titles_of(self, reference: Reference, entity: Entity, agreement: Agreement) -> None:
        for head, end in self._titles(reference):
            noun = self._sheet.words[head]
            reading = noun.tags.get("source_noun")
            if reading is not None and reading.features.gender == "f" and ("f", "s") not in agreement:
                continue  # «والد الطالبة سامر الخطيب»
            key, titles = head_key(noun), [Title(head + 1, end)]
            if reading is not None and reading.entry.flag("peer") and self._last_title is not None:
                # «وزير المالية سامر الخطيب ونظيره الروسي إيغور لازاريف»: he too is a minister of finance
                key, office = self._last_title
                titles.append(office)
            else:
                self._last_title = key, Title(head + 1, end, reference)
            entity.titles.setdefault(key, []).extend(titles)
            _remember(self._by_role[key], entity)

    def _titles(self, reference: Reference) -> Iterator[tuple[int, int]]:
        first, last = reference.name or (reference.start, reference.end)
        sheet, head, beside = self._sheet, reference.head, first - 1
        if head is not None and head < first:
            yield head, first
        if beside > reference.start and beside != head and is_head(sheet, beside):
            yield beside, first
        after = last + 1 if last < len(sheet) and sheet.is_mark(last, COMMAS) else last
        if after < len(sheet) and is_head(sheet, after):
            end = phrase_end(sheet, after)
            if after < reference.end or personal_name(sheet, after, end, strict=True) is None:  # else it is the title of the next one
                joined = next((index for index in range(after + 1, min(end + 1, len(sheet))) if joins_title(sheet, index)), end)
                yield after, joined
                if joined < len(sheet) and joins_title(sheet, joined):
                    yield joined, phrase_end(sheet, joined)

    def _words(self, start: int, end: int) -> set[str]:
        sheet, words = self._sheet, self._sheet.words
        return {key for index in range(start, end) if (key := told(words[index])) is not None and not sheet.is_punctuation(index)}

    def _title_words(self, titles: Iterable[Title]) -> set[str]:
        """The words that go with a head noun; where the office is that of another, without those that tell his origin."""
        found: set[str] = set()
        for start, end, holder in titles:
            found |= self._words(start, end) if holder is None else self._words(start, end) - self._origin_words(holder)
        return found

    def has_rank(self, entity: Entity, rank: str) -> bool:
        """Whether a word before the name of a person tells the rank: «سمو | الأمير سامر»."""
        return any(rank in self._words(start, end) for start, end in entity.address)

    def _holders(self, key: str) -> Sequence[Entity]:
        """The persons with a head noun in their titles."""
        if key not in self._title_keys:
            return ()
        self._read_titles()
        return self._by_role.get(key, ())

    def _origins_of(self, entity: Entity) -> set[str]:
        """Where a person is from, by the adjectives of the titles."""
        return set().union(*(origins(self._sheet, reference) for reference in entity.titled))

    def _enter_short_name(self, reference: Reference, entity: Entity) -> None:
        """«حركة الإصلاح الوطني (حاصل)»، «الهيئة العليا للبث «الشاشة»»: what stands in brackets or marks after a name."""
        if reference.type is PERSON and reference.name is not None:
            self._enter_alias(reference.name[1], entity)
        if reference.type in BODIES:
            sheet, position = self._sheet, reference.end
            last = sheet.closing.get(position - 1)  # «هيئة البث «الشاشة»»: the name has taken it in
            position = sheet.at(last.span.start) if last is not None else position
            if position == len(sheet.keys) or sheet.is_plain(position):
                return
            found = bracketed(sheet, position) or (quoted(sheet, position) if position in sheet.opening else None)
            if found is not None and found[1] - found[0] <= BRACKETED:
                self._by_short_name.setdefault(self._joined(*found), entity)

    def _enter_alias(self, position: int, entity: Entity) -> None:
        """«سامر الخطيب المعروف بـ«صقر»»: the other name of a person."""
        sheet = self._sheet
        if position + 2 >= len(sheet.keys) or sheet.keys[position] not in _KNOWN_AS or sheet.keys[position + 1].strip("ـ") != "ب":
            return
        found = quoted(sheet, position + 2)
        if found is not None and found[1] - found[0] <= BRACKETED:
            self._by_short_name.setdefault(self._joined(*found), entity)

    def _joined(self, start: int, end: int) -> str:
        return " ".join(map(folded, self._sheet.keys[start:end]))

    def of_short_name(self, reference: Reference) -> Entity | None:
        """«حاصل»، «حركة حاصل» after «حركة الإصلاح الوطني (حاصل)»."""
        if not self._by_short_name or (reference.type is PERSON and reference.head is not None):
            return None
        start, end = reference.name or (reference.start, reference.end)
        first = start + 1 if start == reference.head and end - start > 1 else start
        return self._by_short_name.get(self._joined(first, end)) if end - first <= BRACKETED else None

    def keys(self, reference: Reference) -> tuple[str, ...]:
        """The folded words by which a mention names its entity."""
        start, end = reference.name or (reference.start, reference.end)
        first = start
        while first + 1 < end and is_abbreviated(self._sheet.words[first]):
            first += 1  # «م. الحداد»
        keys = tuple(map(folded, servants(self._sheet.keys_between(first, end))))
        if reference.type is not PERSON:
            return keys
        given = self._sheet.words[start].tags.get("given_name") if end - start > 1 else None
        if given is not None and given.proclitics == "و":
            keys = (folded(keys[0].removeprefix("و")), *keys[1:])  # «وعصام الصغير»
        if len(keys) == 1 and keys[0].startswith("و") and keys[0] not in self._by_word:
            return (folded(keys[0][1:]),)
        return keys

    def role(self, reference: Reference) -> str | None:
        """The title of a named person: the words before the name, or the apposition after it."""
        if reference.name is None or reference.type is not PERSON:
            return None
        sheet, first, last = self._sheet, reference.start, reference.name[0]
        if last <= first:
            first, last = reference.name[1], reference.end
            while first < last and sheet.is_punctuation(first):
                first += 1
        while last > first and sheet.is_punctuation(last - 1) and last - 1 not in sheet.closing:
            last -= 1
        return sheet.text[sheet.starts[first] : sheet.ends[last - 1]] if last > first else None

    def named(self, keys: tuple[str, ...], reference: Reference) -> Entity | None:
        """The entity whose name holds these words, or whose words these hold: the one mentioned last."""
        if not keys:
            return None
        is_person = reference.type is PERSON
        candidates = self._by_word.get(keys[-1 if is_person else 0])
        fitting = self._named_alike(keys, reference, candidates) if candidates else []
        if not fitting and is_person:
            fitting = self._spelled_alike(keys) or self._begun_alike(keys[0], reference)
        if not fitting:
            return None
        if reference.head is None:
            return latest(fitting)
        return latest([entity for entity in fitting if (entity.type is PERSON) == is_person])

    def _named_alike(self, keys: tuple[str, ...], reference: Reference, candidates: list[Entity]) -> list[Entity]:
        """Of the entities with one of these words, those whose name holds them all, or that name nothing else."""
        if reference.head is None:
            if reference.type is not PERSON:
                candidates = [entity for entity in candidates if self._is_short_for(reference, keys, entity)]
            # «الطرابلسي» is rather the man than «عائلة الطرابلسي»
            bearers = [entity for entity in candidates if entity.type is PERSON and entity.keys[-1] == keys[-1]]
            candidates = bearers or candidates
        words = set(keys)
        return [entity for entity in candidates if words.issubset(entity.keys) or (len(entity.keys) > 1 and words.issuperset(entity.keys))]

    def _spelled_alike(self, keys: tuple[str, ...]) -> list[Entity]:
        """«نتانياهو» for «نتنياهو»: those in whose names these words stand in another spelling."""
        candidates = self._by_skeleton.get(skeleton(keys[-1]))
        if not candidates:
            return []
        rough = set(map(skeleton, keys))
        return [entity for entity in candidates if rough.issubset(map(skeleton, entity.keys))]

    def _bearers(self, surname: str) -> list[Entity]:
        """«بوتين الاتفاق»: what stands after a surname that is known is no part of the name."""
        return [entity for entity in self._by_word.get(surname, ()) if len(entity.keys) > 1 and entity.keys[-1] == surname]

    def _begun_alike(self, surname: str, reference: Reference) -> list[Entity]:
        """«بوتين الاتفاق» is Putin; but «فيصل الشريف» is not «خالد الفيصل», whose family name has the article."""
        sheet, (start, _) = self._sheet, reference.name or (reference.start, reference.end)
        bearers = self._bearers(surname)
        if has_article(sheet, start) or not may_be_given_name(sheet, start):
            return bearers
        return [entity for entity in bearers if not match_key(entity.name.text).endswith(f"ال{surname}")]

    def _is_short_for(self, reference: Reference, keys: tuple[str, ...], entity: Entity) -> bool:
        """«الأزهر» for «جامعة الأزهر», «الصحة» for «وزارة الصحة»; but «الشباب» is not «مجلس شباب المنطقة»."""
        if entity.keys[0] == keys[0] or reference.name is not None:
            return True
        written, (start, end) = self._sheet.keys, entity.first
        return written[reference.start] in written[start:end] and (len(keys) == 1 or entity.keys[0] == _MINISTRY)

    def of_head(self, reference: Reference) -> Entity | None:
        """The entity with the same head noun: «الوزارة» after «وزارة الدفاع الروسية»."""
        if reference.head is None:
            return None
        noun = self._sheet.words[reference.head]
        known = self._by_head.get(head_key(noun), ())
        if not known and reference.type is not MEDIA:
            return None
        fitting = [
            entity
            for entity in known
            if entity.type is reference.type
            and (entity.latest >= 0 or entity.type is not GROUP)  # «السكان» need not be «السكان القدامى» of a later line
            and (len(entity.keys) > 1 or entity.name != entity.mention)
        ]
        if fitting and self._tells_apart(reference):
            rest = set(self.keys(reference)[1:])
            fitting = [entity for entity in fitting if rest.issubset(entity.keys)]
        if not fitting and reference.type is MEDIA:
            # «الصحيفة الرياضية»: of one paper that a text names it may say what it likes
            named = [entity for entity in known or (self._papers if is_paper(noun) else ()) if entity.name != entity.mention]
            return named[0] if len(named) == 1 else None
        return latest(fitting)

    def _tells_apart(self, reference: Reference) -> bool:
        """Whether a relative adjective tells a body from others; but «الجمعية المنظمة للمهرجان» is described by what follows."""
        return is_distinguished(self._sheet, reference) and not is_anaphoric(self._sheet, reference)

    def is_kind(self, entity: Entity, reference: Reference) -> bool:
        """Whether a body is meant by «المنظمة الدولية»: its noun with an adjective that tells of no other country."""
        if reference.head != reference.start or not reference.definite or reference.end - reference.start != 2:
            return False
        known = self._by_head.get(head_key(self._sheet.words[reference.start]), ())
        return entity in known and "demonym" not in self._sheet.words[reference.start + 1].classes and len(entity.keys) > 1

    def of_surname(self, reference: Reference) -> Entity | None:
        """The person whose family name is written like a title or stands after one: «الخطيب»، «الوزير الخطيب» after «سامر الخطيب»."""
        if reference.end - reference.start > 2:
            return None
        last = reference.end - 1
        if last > reference.start and "demonym" in self._sheet.words[last].classes:
            return None
        return latest(self._bearers(folded(self._sheet.keys[last])))

    def of_role(self, reference: Reference) -> Entity | None:
        """The person with the same title: «الوزير» after «وزير المالية سامر الخطيب»; «الرئيس المالي» is not «الرئيس التشادي»."""
        if reference.head is None:
            return None
        known = self._holders(head_key(self._sheet.words[reference.head]))
        asked = origins(self._sheet, reference) if known else None
        if not asked:
            return latest(known)
        is_office = "office" in self._sheet.words[reference.head].classes
        from_where = [(entity, self._origins_of(entity)) for entity in known]
        return latest([entity for entity, found in from_where if asked & found or not (is_office or found)])

    def of_title(self, reference: Reference) -> Entity | None:
        """The person with these words in the title: «وزير التخطيط» after «أشرف السيد، وزير التخطيط المصري»."""
        if reference.head is None:
            return None
        key = head_key(self._sheet.words[reference.head])
        entities = self._holders(key)
        asked = self._words(reference.head + 1, reference.end) if entities else None
        if not asked:
            return None
        foreign = origins(self._sheet, reference)
        is_office = "office" in self._sheet.words[reference.head].classes
        titled = [(entity, self._title_words(entity.titles[key]), self._origins_of(entity)) for entity in entities]
        found = latest(
            [
                entity
                for entity, words, origin in titled
                if asked <= words or (words <= asked and foreign <= origin and (words or not is_office))
            ]
        )
        if found is not None or not foreign:
            return found
        # «وزير الداخلية البحريني» is he whom the text has called «وزير الداخلية», where it names none of that country;
        # and «محافظ بغداد» he whom it has called «المحافظ»
        office = asked - self._origin_words(reference)
        return latest([entity for entity, words, origin in titled if not origin and (office <= words if office else not words)])

    def _origin_words(self, reference: Reference) -> set[str]:
        sheet = self._sheet
        places = range(reference.start, reference.end)
        return {folded(sheet.keys[index]) for index in places if not sheet.words[index].classes.isdisjoint({"demonym", "place"})}


def _remember(entities: list[Entity], entity: Entity) -> None:
    if len(entities) < SAME_KEY and entity not in entities:
        entities.append(entity)


def latest(entities: Sequence[Entity]) -> Entity | None:
    """The entity mentioned last so far; of those not mentioned yet, the one with the fullest name."""
    if len(entities) < 2:
        return entities[0] if entities else None
    return max(entities, key=lambda entity: (entity.latest, len(entity.keys)))
