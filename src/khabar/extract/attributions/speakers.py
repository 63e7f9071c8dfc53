"""Who the speakers are, over the whole document: names, mentions, carried-over subjects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from khabar.extract.attributions.agreement import UNTOLD, Agreement, wanted
from khabar.extract.attributions.carry import Memory, Turn, is_according_to
from khabar.extract.attributions.documents import Documents
from khabar.extract.attributions.draft import Draft
from khabar.extract.attributions.entities import Entity, rank_of
from khabar.extract.attributions.mentions import Mention, bodies_in, is_subject, mentions_of, short_mentions
from khabar.extract.attributions.name_words import has_article
from khabar.extract.attributions.references import Reference, is_anaphoric, is_determined
from khabar.extract.attributions.register import Register, latest
from khabar.extract.attributions.speaker_types import BODIES, DOCUMENT, GROUP, MEDIA, ORGANISATION, PERSON, UNNAMED
from khabar.extract.attributions.title_words import is_distinguished
from khabar.extract.sheet import Sheet
from khabar.model import CueClass, Speaker
from khabar.normalize import match_key
from khabar.spans import Span

_ADD = CueClass.ADD
_PEOPLES = frozenset({ORGANISATION, GROUP})
"""Bodies that an annexation or adjective names as well as a proper name does."""


def resolve(sheet: Sheet, drafts: Sequence[Draft]) -> None:
    """Give every draft its speaker.

    Args:
        sheet: the tokens.
        drafts: the attributions of a text in the order of their cues.
    """
    reported = [draft for draft in drafts if draft.report is not None]
    for draft in drafts:
        if draft.report is None and draft.source is not None:
            draft.speaker = Speaker(name=draft.source.text, type=MEDIA, mention=draft.source)
    if reported:
        _Resolver(sheet, reported).run()


def _adds(draft: Draft) -> bool:
    return draft.report is not None and draft.report.cue.cue_class == _ADD


class _Resolver:
    """One walk through the mentions and cues of a text."""

    def __init__(self, sheet: Sheet, drafts: Sequence[Draft]) -> None:
        self._sheet = sheet
        self._drafts = drafts
        self._register = Register(sheet)
        self._memory = Memory(sheet)
        self._documents = Documents(sheet, self._register)
        self._places = {id(draft): draft.report.cue.start_token for draft in drafts if draft.report is not None}
        self._speakers: dict[int, Entity] = {}
        self._waiting: list[Draft] = []

    def run(self) -> None:
        """Read the mentions twice: once for the fullest names, once to resolve them in their order."""
        sources: dict[int, tuple[int, Span]] = {}
        at_source: dict[int, list[Draft]] = defaultdict(list)
        for draft in self._drafts:
            if draft.phrase is not None and draft.source is not None:
                sources.setdefault(draft.phrase.start, (draft.phrase.end, draft.source))
                at_source[draft.phrase.start].append(draft)
        mentions = list(mentions_of(self._sheet, sources))
        self._enter_bodies(mentions)
        names = {mention.reference.start: self._register.enter(mention) for mention in mentions if self._is_full(mention.reference)}
        last = max(self._places.values())  # after it nobody is asked for any more
        mentions += short_mentions(self._sheet, mentions, self._register.surnames(), self._register.short_names(), last + 1)
        cues = {draft.report.cue.token for draft in self._drafts if draft.report is not None}  # «الادعاء بأنه»: not the prosecution
        starts = [mention.reference.start for mention in mentions]
        events = [(start, 0, index) for index, start in enumerate(starts) if (start <= last or start in at_source) and start not in cues]
        events += [(self._places[id(draft)], 1, index) for index, draft in enumerate(self._drafts) if draft.phrase is None]
        for position, kind, index in sorted(events):
            if kind == 0:
                self._mentioned(mentions[index], names.get(position), at_source.get(position, []))
            else:
                self._carried(self._drafts[index])
        self._assign()

    def _enter_bodies(self, mentions: Sequence[Mention]) -> None:
        """«المتحدث باسم وزارة الدفاع»: the bodies that the titles of persons name in full."""
        for mention in mentions:
            reference = mention.reference
            if reference.end - reference.start > 1 and reference.type is PERSON:
                for body in bodies_in(self._sheet, reference):
                    if self._is_full(body.reference):
                        self._register.enter(body)

    def _is_full(self, reference: Reference) -> bool:
        """Whether a mention names its entity in full, so that shorter ones may stand for it."""
        if reference.name is not None:
            start, end = reference.name
            return reference.type in BODIES or (end - start > 1 and reference.type is PERSON)
        if reference.head is None or reference.end - reference.start == 1 or reference.type not in _PEOPLES:
            return False
        return is_distinguished(self._sheet, reference)

    def _mentioned(self, mention: Mention, known: Entity | None, drafts: Sequence[Draft]) -> None:
        reference = mention.reference
        if known is not None:
            entity, rule = known, "speaker.named"
        elif not drafts and reference.type is DOCUMENT:
            owner = self._documents.owner(mention, self._memory)
            if owner is None or owner.type is not PERSON:
                return
            entity, rule = owner, "speaker.owner"  # «تصريحات حاكم المصرف»
        elif not drafts and reference.name is None and not self._is_known(reference):
            return
        else:
            entity, rule = self._resolved(mention, explicit=bool(drafts))
        if drafts and entity.latest < 0 and reference.name is None and (same := self._gone_on(reference, drafts)) is not None:
            entity, rule = same, "speaker.gone-on"
        entity.latest = reference.start
        turn = Turn(reference.start, entity, reference.agreement, mention)
        self._memory.mentions.append(turn)
        for draft in drafts:
            self._speak(draft, turn, rule)

    def _gone_on(self, reference: Reference, drafts: Sequence[Draft]) -> Entity | None:
        """Who spoke last, where he speaks on under another name.

        «قال سامر الخطيب إن …. وأضاف مهاجم الفريق أن …»: who adds is the same. «قالت منظمة «غيم» إن …. وأكدت المنظمة الدولية أن
        …»: so is a body of the same kind, unless the adjective tells of another country.
        """
        turn = next((turn for turn in reversed(self._memory.turns) if not turn.nested), None)
        if turn is None or not (reference.definite or is_determined(self._sheet, reference)):
            return None
        if not any(map(_adds, drafts)) and not self._register.is_kind(turn.entity, reference):
            return None
        alike = turn.entity.type is reference.type or {turn.entity.type, reference.type} <= BODIES
        return turn.entity if alike and turn.entity.agreement & reference.agreement else None

    def _is_known(self, reference: Reference) -> bool:
        """Whether a noun in running text is definite, or the subject of its sentence, so that a later verb may refer to it."""
        is_told = reference.type is not MEDIA and (reference.definite or is_determined(self._sheet, reference))
        return is_told or is_subject(self._sheet, reference.start)

    def _speak(self, draft: Draft, turn: Turn, rule: str) -> None:
        entity = turn.entity
        told = self._told_by_verb(draft, entity)
        if told is not None:
            entity.agreement = told
        spoken = Turn(max(self._places[id(draft)], turn.position), entity, told or turn.agreement, turn.mention, draft.source)
        self._memory.speak(spoken, draft)
        self._documents.issued(draft, entity)
        self._give(draft, entity, rule)
        for waiting in self._waiting:
            if entity.type is PERSON and self._memory.allows(waiting, spoken):
                self._give(waiting, entity, "speaker.named-later")
        self._waiting.clear()

    def _told_by_verb(self, draft: Draft, entity: Entity) -> Agreement | None:
        """«وتقول مارتينا فيلدي»: the gender that the verb tells of a person whose name does not; None where it tells no more."""
        if draft.report is None or entity.type is not PERSON or entity.agreement != UNTOLD:
            return None
        told = wanted(self._sheet, draft.report.cue)
        return told if told and told <= UNTOLD else None

    def _give(self, draft: Draft, entity: Entity, rule: str) -> None:
        self._speakers[id(draft)] = entity
        draft.trace = (*draft.trace, rule)

    def _carried(self, draft: Draft) -> None:
        if draft.report is not None and draft.report.cue.is_impersonal:
            return
        position = self._places[id(draft)]
        found = self._memory.carried(draft, position)
        if found is None:
            self._waiting.append(draft)
            return
        draft.antecedent = found.turn.span
        entity = found.turn.entity
        if not is_according_to(draft):
            self._memory.speak(Turn(position, entity, found.turn.agreement, found.turn.mention, found.turn.source), draft)
        self._documents.issued(draft, entity)
        self._give(draft, entity, found.rule)

    def _resolved(self, mention: Mention, *, explicit: bool) -> tuple[Entity, str]:
        """The entity of a mention that does not name it in full."""
        reference, register = mention.reference, self._register
        kind = reference.type
        keys: tuple[str, ...] = ()
        if kind is DOCUMENT:
            owner = self._documents.owner(mention, self._memory)
            if owner is not None:
                return owner, "speaker.owner"
            same = register.of_head(reference) if reference.definite else None
            if same is not None:
                return same, "speaker.head-noun"  # «الدراسة» after «دراسة جديدة»
        elif kind is UNNAMED and (maker := self._documents.maker(reference)) is not None:
            return maker, "speaker.owner"
        elif reference.name is not None:
            keys = register.keys(reference)
            known = register.named(keys, reference) or register.of_short_name(reference)
            if known is not None:
                register.enter_titles(reference, known)
                return known, "speaker.short-mention"
        else:
            found = self._excellency(reference) or self._anaphor(reference) or self._by_noun(reference)
            if found is not None:
                return found
        if not explicit and kind is not ORGANISATION:
            return Entity(kind, mention, None, keys or register.keys(reference), reference.agreement), "speaker.mentioned"
        return register.add(mention, keys), "speaker.as-named"

    def _by_noun(self, reference: Reference) -> tuple[Entity, str] | None:
        """A role, body or unnamed source named before, or named more fully elsewhere."""
        register, is_person = self._register, reference.type is PERSON
        if reference.head is None or reference.type is ORGANISATION:
            known = register.of_short_name(reference)
            if known is not None:
                return known, "speaker.short-mention"
        if reference.head is None:
            known = register.named(register.keys(reference), reference)
            return (known, "speaker.short-mention") if known else None
        if self._may_be_surname(reference) and (known := register.of_surname(reference)) is not None:
            return known, "speaker.short-mention"
        if not reference.definite:
            if not is_person or not is_determined(self._sheet, reference):
                return None
            titled = register.of_title(reference)
            if titled is not None:
                return titled, "speaker.role"
            author = self._described(reference) if reference.head + 1 in self._sheet.opening else None
            return (author, "speaker.description") if author else None
        if is_person:
            known, rule = register.of_title(reference) or register.of_role(reference) or register.of_head(reference), "speaker.role"
            if known is None:
                known, rule = self._described(reference), "speaker.description"
        else:
            known, rule = register.of_head(reference), "speaker.head-noun"
        return (known, rule) if known else None

    def _may_be_surname(self, reference: Reference) -> bool:
        """«الخطيب»، «المعلمي»، «ابن حميد»: a family name that is spelled like a noun."""
        if self._sheet.keys[reference.start] == "ابن":
            return True
        is_alone = reference.end - reference.start == 1
        return reference.definite and (reference.type is PERSON or (reference.type is GROUP and is_alone))

    def _described(self, reference: Reference) -> Entity | None:
        """«المسؤول الحكومي»، «الممثل المغربي»، «صاحب «أوراق الليل»»: a definite noun without a name refers to the person who spoke last.

        An office with an adjective names somebody else: «الرئيس الروسي».
        """
        sheet, head = self._sheet, reference.head
        if head is None or (reference.end - head > 1 and "office" in sheet.words[head].classes):
            return None
        if self._memory.host(sheet.starts[reference.start]) is not None:
            return None  # one of whom a speaker tells is not the speaker
        says = "speaking_noun" in sheet.words[head].classes
        for turn in reversed(self._memory.turns):
            entity = turn.entity
            if entity.type is PERSON and (entity.agreement & reference.agreement or not says):
                fits = entity.keys and entity.agreement & reference.agreement
                return entity if fits else None
        return None

    def _excellency(self, reference: Reference) -> tuple[Entity, str] | None:
        """«وأضاف سموه»: the person of that rank mentioned last, else the person who spoke last."""
        if "excellency" not in self._sheet.words[reference.start].classes:
            return None
        memory, rank = self._memory, rank_of(self._sheet.keys[reference.start])
        persons = [turn.entity for turn in (*memory.mentions, *memory.turns) if turn.entity.type is PERSON]
        found = latest([entity for entity in persons if self._register.has_rank(entity, rank)]) or next(reversed(persons), None)
        return (found, "speaker.excellency") if found else None

    def _anaphor(self, reference: Reference) -> tuple[Entity, str] | None:
        """«المصدر ذاته»، «المتحدث نفسه»: one who spoke before, by the noun where it fits, else the last speaker."""
        if not is_anaphoric(self._sheet, reference):
            return None
        found = self._by_noun(reference)
        if found is not None:
            return found
        turns = [turn.entity for turn in reversed(self._memory.turns) if reference.type is not PERSON or turn.entity.type is PERSON]
        agreeing = (entity for entity in turns if entity.agreement & reference.agreement)
        entity = next(agreeing, turns[0] if turns else None)
        return (entity, "speaker.anaphor") if entity else None

    def _spelled(self, name: Span) -> str:
        """«بيان للكرملين»، «تقرير للجنة»: الكرملين, اللجنة, whose article loses its alif after ل."""
        sheet, position = self._sheet, self._sheet.at(name.start)
        if sheet.starts[position] == name.start:
            return name.text
        before = match_key(sheet.text[sheet.starts[position] : name.start])
        return "ال" + name.text if before.endswith("ل") and (before.endswith("لل") or has_article(sheet, position)) else name.text

    def _assign(self) -> None:
        made: dict[int, Speaker] = {}
        for draft in self._drafts:
            entity = self._speakers.get(id(draft))
            if entity is not None:
                if id(entity) not in made:
                    made[id(entity)] = Speaker(name=self._spelled(entity.name), type=entity.type, role=entity.role, mention=entity.mention)
                draft.speaker = made[id(entity)]
