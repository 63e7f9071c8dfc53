"""Whom a cue without a subject speaks of: the speaker carried over, with agreement of gender and number."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

import attrs

from khabar.extract.attributions.agreement import MASCULINE, Agreement, wanted
from khabar.extract.attributions.draft import Draft
from khabar.extract.attributions.entities import Entity
from khabar.extract.attributions.mentions import Mention
from khabar.extract.attributions.name_words import has_article
from khabar.extract.attributions.speaker_types import BODIES, GROUP, MEDIA, ORGANISATION, PERSON, UNNAMED
from khabar.extract.cues.model import ACCORDING_TO, TEXT_FOLLOWS, VERB, Cue
from khabar.extract.sheet import COMMAS, Sheet
from khabar.extract.words import REMARKING
from khabar.model import CueClass
from khabar.spans import Span

MEMORY = 24
"""Turns and mentions that are remembered: who spoke longer ago is not spoken of by a pronoun."""

LOOK_BACK = 40
"""Tokens before a mention within which the comma is looked for that closes a fronted adverbial."""

_SIDES = frozenset({"جانبه", "جانبها", "جهته", "جهتها", "ناحيته", "ناحيتها", "طرفه", "طرفها"})
"""«من جانبه»: nouns with a pronoun that takes up the subject after them."""
_PERSONS = frozenset({PERSON})
_SPEAKS = frozenset({PERSON, ORGANISATION, UNNAMED, MEDIA, GROUP})
_ADD = CueClass.ADD


@attrs.define(eq=False)
class Turn:
    """One who spoke, or was mentioned.

    Args:
        position: token of the cue, or first token of the mention.
        entity: who.
        agreement: how the words chosen there agree; «بيان الوزارة» is masculine though the ministry is feminine.
        mention: the mention, or that which the speaker was carried from.
        source: the source beside the cue, where it has one.
        content: what was said, first to last offset; empty for a mention.
        nested: it was said within the words of another, who goes on speaking.
    """

    position: int
    entity: Entity
    agreement: Agreement
    mention: Mention
    source: Span | None = None
    content: tuple[int, int] = (0, 0)
    nested: bool = False

    @property
    def span(self) -> Span:
        """The characters that name who it is."""
        return self.mention.span if self.source is None else self.source


@attrs.define(eq=False)
class Asked:
    """A cue without a source, whose speaker is looked for.

    Args:
        cue: the cue.
        offset: where it begins.
        position: its first token.
        start: the first token of its sentence.
        agreement: the genders and numbers that it allows; None where it does not tell.
        relay: the one through whom the words came, who is not their speaker.
    """

    cue: Cue
    offset: int
    position: int
    start: int
    agreement: Agreement | None
    relay: Span | None

    def allows(self, turn: Turn) -> bool:
        """Whether one may be the speaker."""
        return _agrees(turn, self.agreement) and not self.is_relayed_by(turn)

    def is_relayed_by(self, turn: Turn) -> bool:
        """Whether the words came through one."""
        return self.relay is not None and turn.span == self.relay


class Carried(NamedTuple):
    """The speaker of a cue without a subject, the mention that he was carried from, and the rule."""

    turn: Turn
    rule: str


class Memory:
    """Who has spoken and who has been mentioned so far.

    Args:
        sheet: the tokens.

    Attributes:
        turns: those who spoke, the last one last.
        mentions: those who were mentioned, likewise.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.turns: deque[Turn] = deque(maxlen=MEMORY)
        self.mentions: deque[Turn] = deque(maxlen=MEMORY)
        self._hosts: list[Turn] = []

    def speak(self, turn: Turn, draft: Draft) -> None:
        """Remember a speaker, and what was said."""
        turn.nested = self.host(draft.anchor) is not None
        self.turns.append(turn)
        if draft.content:
            turn.content = draft.content[0].start, draft.content[-1].end
            self._hosts.append(turn)

    def carried(self, draft: Draft, position: int) -> Carried | None:
        """The speaker of a draft without a source.

        Args:
            draft: its report has a cue and no source.
            position: the first token of the cue.
        """
        report = draft.report
        if report is None:
            return None
        start, agreement = self.sheet.sentence_start(position), wanted(self.sheet, report.cue)
        asked = Asked(report.cue, draft.anchor, position, start, agreement, report.relay_source)
        for rule in RULES:
            found = rule(self, asked)
            if found is not None:
                return found
        return None

    def allows(self, draft: Draft, turn: Turn) -> bool:
        """Whether gender and number of a cue without a source fit one who is named only later."""
        return draft.report is not None and _agrees(turn, wanted(self.sheet, draft.report.cue))

    def latest_of(self, agreement: Agreement | None) -> Entity | None:
        """The speaker, or else the one mentioned, last to whom a possessive pronoun may refer: «تقديراته»."""
        for turns in (self.turns, self.mentions):
            for turn in reversed(turns):
                if turn.entity.type in _SPEAKS and _agrees(turn, agreement):
                    return turn.entity
        return None

    def subject_before(self, position: int) -> Entity | None:
        """The body last mentioned in the sentence, or that spoke last: «ألغت الشركة الرحلات، بحسب بيان نشرته على موقعها»."""
        start = self.sheet.sentence_start(position)
        for turn in reversed(self.mentions):
            if turn.entity.type in BODIES and start <= turn.position < position:
                return turn.entity
        return next((turn.entity for turn in reversed(self.turns) if turn.entity.type in BODIES), None)

    def host(self, offset: int) -> Turn | None:
        """The turn whose content, the smallest, holds an offset."""
        hosts = self._hosts
        while hosts and hosts[-1].content[1] <= offset:
            hosts.pop()
        if not hosts:
            return None
        for turn in reversed(hosts[-MEMORY:]):
            if turn.content[0] <= offset < turn.content[1]:
                return turn
        return None


def _agrees(turn: Turn, agreement: Agreement | None) -> bool:
    if agreement is None:
        return True
    return not (agreement.isdisjoint(turn.agreement) and agreement.isdisjoint(turn.entity.agreement))


def _last(memory: Memory, asked: Asked, since: int = 0) -> Turn | None:
    """The last turn, from a position on, that agrees; one within another's words only where no other does."""
    nested = None
    for turn in reversed(memory.turns):
        if turn.position >= since and asked.allows(turn):
            if not turn.nested:
                return turn
            nested = nested or turn
    return nested


def of_a_document(memory: Memory, asked: Asked) -> Carried | None:
    """«وصل سؤال من الوزير نصه: «…»»: the words of a document are its author's, who stands nearest."""
    if asked.cue.form is not TEXT_FOLLOWS:
        return None
    position = asked.cue.token
    start = memory.sheet.sentence_start(position)
    for turn in reversed(memory.mentions):
        if start <= turn.position < position:
            return Carried(turn, "speaker.author")
    return None


def of_the_host(memory: Memory, asked: Asked) -> Carried | None:
    """«قال الكاتب إن المدينة ضحية ما أسماه «جشع المقاولين»»: a cue inside the words of another belongs to the one who speaks them."""
    turn = memory.host(asked.offset)
    if turn is None or not _agrees(turn, asked.agreement):
        return None
    return Carried(turn, "speaker.host")


def of_the_sentence(memory: Memory, asked: Asked) -> Carried | None:
    """«أكد الناطق أن …، مضيفا أن …»: the speaker of an earlier cue of the sentence, the nearest that agrees."""
    turn = _last(memory, asked, asked.start)
    return Carried(turn, "speaker.same-sentence") if turn else None


def of_an_earlier_clause(memory: Memory, asked: Asked) -> Carried | None:
    """«زارت المديرة المعرض وقالت إن …»: the subject of an earlier clause of the sentence."""
    sheet, position, start = memory.sheet, asked.position, asked.start
    if position - start < 3:
        return None
    candidates = [turn for turn in memory.mentions if start <= turn.position < position]
    before = asked.cue.start_token - 1
    if sheet.keys[before] == "والذي":
        persons = [turn for turn in reversed(candidates) if turn.entity.type is PERSON and turn.entity.keys]
        candidates = persons or candidates  # «يتخلف الأمير سامر بن راشد لسفره، والذي أكد أن»: the nearest of whom it can be said
    elif _is_relative(sheet, asked.cue):
        candidates.reverse()  # «تصريحات لمدير الصحة قال فيها»: without a conjunction it goes with the nearest noun
    else:
        candidates = [turn for turn in candidates if _may_be_subject(sheet, turn.position, start)]
    for turn in candidates:
        if turn.entity.type in _SPEAKS and asked.allows(turn):
            return Carried(turn, "speaker.earlier-clause")
    return None


def _is_relative(sheet: Sheet, cue: Cue) -> bool:
    """Whether a verb goes on with the noun before it: neither conjunction nor comma parts them, or حيث joins them."""
    before = cue.start_token - 1
    if cue.form is not VERB or cue.span.start > sheet.starts[cue.start_token] or before < 0 or sheet.keys[before] in REMARKING:
        return False
    if "relative" in sheet.words[before].classes and sheet.keys[before].startswith("و"):
        return False  # «شركة مقرها بيروت، والتي تعتقد»
    return sheet.keys[before] == "حيث" or not sheet.is_mark(before, COMMAS)


def _may_be_subject(sheet: Sheet, position: int, start: int) -> bool:
    """Whether a mention stands where a subject may: not after a preposition, nor in «وحول علاقة المركز بالبنوك، أوضح»."""
    readings = sheet.words[position].readings
    if (readings and readings[0].proclitics[-1:] in {"ل", "ب", "ك"}) or (
        position > start and "preposition" in sheet.words[position - 1].classes
    ):
        return False
    if position > start and _is_annexing(sheet, position - 1):
        return False  # «محاولة | الجمعية»، «قوات | الرئيس»: it belongs to the noun before it
    if "preposition" not in sheet.words[start].classes or position == start or _follows_verb(sheet, position, start):
        return True
    if sheet.keys[start].lstrip("و") == "من" and sheet.keys[start + 1] in _SIDES and position == start + 2:
        return True  # «من جانبه | الوزير سامر الخطيب، زار المعرض، مؤكدا»
    return any(sheet.is_mark(index, COMMAS) for index in range(max(start, position - LOOK_BACK), position))


def _is_annexing(sheet: Sheet, position: int) -> bool:
    """Whether a word can only be a noun, and has its possessor after it: it ends in ة, or the lexicons know it as a noun alone."""
    if has_article(sheet, position):
        return False
    noun = sheet.words[position].tags.get("source_noun")
    return sheet.written(position).endswith("ة") or (noun is not None and noun.entry.string("type") == "organisation")


def _follows_verb(sheet: Sheet, position: int, start: int) -> bool:
    """«وفي مقال في الصحيفة | ربط | سامر الخطيب»: an unknown word after a closed phrase, before the mention, is a verb as a rule."""
    verb = position - 1
    if verb <= start or sheet.words[verb].tags or sheet.is_punctuation(verb) or sheet.after_date(verb) or has_article(sheet, verb):
        return False
    return has_article(sheet, verb - 1) and not sheet.written(verb).endswith(("ة", "ا"))


def of_the_topic(memory: Memory, asked: Asked) -> Carried | None:
    """Nobody spoke in the sentence before, but it told of somebody: «وظهر الوزير غاضبا. واعترف بأن …»."""
    cue, sheet = asked.cue, memory.sheet
    if cue.form is not VERB or cue.cue_class == _ADD:
        return None
    end = sheet.sentence_start(cue.token)
    start = sheet.sentence_start(end - 1) if end else 0
    if any(turn.position >= start for turn in memory.turns):
        return None
    for turn in memory.mentions:
        if start <= turn.position < end and turn.entity.type is PERSON and turn.entity.keys and _agrees(turn, asked.agreement):
            return Carried(turn, "speaker.topic")
    return None


def of_the_last_speaker(memory: Memory, asked: Asked) -> Carried | None:
    """«قال الوزير إن …. وأضاف أن …»: the last speaker that agrees, in this paragraph or one before."""
    turn = _last(memory, asked)
    return Carried(turn, "speaker.carried") if turn else None


def of_a_mention(memory: Memory, asked: Asked) -> Carried | None:
    """«وحضر الوزير الحفل. وأضاف أن …»: nobody has spoken yet; the person mentioned last, or else the body, that agrees."""
    agreement = asked.agreement or MASCULINE
    for types in (_PERSONS, _SPEAKS):
        for turn in reversed(memory.mentions):
            if turn.entity.type in types and _agrees(turn, agreement) and not asked.is_relayed_by(turn):
                return Carried(turn, "speaker.mentioned")
    return None


RULES = (of_a_document, of_the_host, of_the_sentence, of_an_earlier_clause, of_the_topic, of_the_last_speaker, of_a_mention)
"""The places where the speaker of a cue without a subject is looked for, the nearest first."""


def is_according_to(draft: Draft) -> bool:
    """Whether the cue names a source by a preposition, so that the next sentence does not go on with it."""
    return draft.report is not None and draft.report.cue.form is ACCORDING_TO
