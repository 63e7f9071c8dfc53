"""The mentions of a document: noun phrases that name somebody, in sources and in running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress

import attrs

from khabar.extract.attributions.agreement import UNTOLD
from khabar.extract.attributions.extents import phrase_end
from khabar.extract.attributions.name_ends import name_end
from khabar.extract.attributions.name_words import has_article, is_head, may_open, opens_name, source_noun
from khabar.extract.attributions.references import Reference, read
from khabar.extract.attributions.speaker_types import GROUP, ORGANISATION, PERSON, UNNAMED
from khabar.extract.memo import by_word
from khabar.extract.sheet import Sheet
from khabar.model import Word
from khabar.spans import Span


@attrs.define(eq=False)
class Mention:
    """One mention in the text.

    Args:
        sheet: the tokens.
        reference: the noun phrase as read.
        span: its characters, where they are known; else they are cut when first asked for, since of many mentions nobody asks.
    """

    sheet: Sheet
    reference: Reference
    _span: Span | None = None

    @property
    def span(self) -> Span:
        """Its characters, without a separable preposition or conjunction."""
        if self._span is None:
            self._span = span_of(self.sheet, self.reference.start, self.reference.end)
        return self._span

    @property
    def name(self) -> Span:
        """The characters of the name in it."""
        reference, sheet = self.reference, self.sheet
        start, end = reference.name or (reference.start, reference.end)
        stop = sheet.ends[end - 1]
        if start != reference.start:
            return Span.of(sheet.text, sheet.starts[start], stop)
        return self.span if self.span.end == stop else sheet.cut(self.span.start, stop)


_OPENING = frozenset({"source_noun", "given_name", "name_particle"})
"""Lexical classes with which a mention may begin."""

_OF = frozenset({"من", "ومن", "فمن"})
_POSTS = frozenset({"منصب", "حقيبه", "لقب", "رتبه", "صفه", "وظيفه", "مهام", "كرسي"})
"""Nouns before a title that make it an office which somebody holds: «منصب وزير المالية»."""

_NOTHING = Word(key="")
"""What stands before the first word."""

_MANY = frozenset({UNNAMED, GROUP})
_VERBAL = frozenset({"reporting_verb", "auxiliary"})


def mentions_of(sheet: Sheet, sources: Mapping[int, tuple[int, Span]]) -> Iterator[Mention]:
    """The mentions of a text in their order.

    Args:
        sheet: the tokens.
        sources: the source phrases of the attributions: position of the first token to position after the last, and characters.
    """
    starts = sorted(sources)
    readings = {start: read(sheet, start, sources[start][0]) for start in starts}
    surnames = frozenset(sheet.keys[found.name[1] - 1] for found in readings.values() if found.name and found.type is PERSON)
    openings = [index for index in sheet.every(_OPENING) if may_open(sheet.words[index])]
    floor, named, limits = 0, -1, iter((*starts, len(sheet)))
    limit = next(limits)
    for index in sorted({*starts, *openings}):
        if index == limit:
            limit = next(limits)
            yield Mention(sheet, readings[index], sources[index][1])
            floor = max(floor, index + 1, readings[index].end if index >= floor else 0)  # its relative clause may name others
        elif index >= floor and (found := _mention_at(sheet, index, limit, surnames)) is not None:
            # «نصر فريد واصل مفتي الديار»: an apposition names nobody else, but «سامر الخطيب نظيره الأمريكي»
            if index != named or _is_related(sheet, index) or found.reference.name is not None:
                yield found
            floor = found.reference.end
            named = floor if found.reference.name is not None else -1


def _mention_at(sheet: Sheet, position: int, limit: int, surnames: frozenset[str]) -> Mention | None:
    """A mention in running text: a noun of office or body with what belongs to it, or a known given name."""
    is_noun = is_head(sheet, position)
    if not (is_noun or opens_name(sheet, position)) or sheet.after_date(position):
        return None  # «الأحد» is a day
    if "\N{ARABIC FATHATAN}" in sheet.written(position):  # «نشرت الوزارة بياناً عن الوباء»
        noun = source_noun(sheet, position)
        is_document = noun is not None and noun.entry.string("type") == "document"
        return Mention(sheet, read(sheet, position, position + 1, strict=True)) if is_document else None
    before = sheet.words[position - 1] if position else _NOTHING
    follows_definite = before.definite and sheet.words[position].definite
    if before.key in _OF and _is_impersonal(sheet, position):
        return None
    if is_noun:
        if (follows_definite and _is_attribute(sheet, position)) or before.key.lstrip("وبل") in _POSTS:
            return None
        end = phrase_end(sheet, position)
        if end > limit:  # noqa: PLR1730  (asked of every noun; `min` takes ten times as long)
            end = limit
        if surnames and end + 1 < limit and sheet.keys[end + 1] in surnames and not sheet.words[end].tags and not has_article(sheet, end):
            named = read(sheet, position, end + 2)  # «الرئيس الغاني | كوفي أنانسي»: «قال أنانسي» tells that it is a name
            if named.name == (end, end + 2):
                return Mention(sheet, named)
    else:
        end = name_end(sheet, position, min(limit, sheet.sentence_end(position)), strict=True)
    if before.classes and not before.definite and _gives_name(before):
        return None
    reference = read(sheet, position, end, strict=True)
    if reference.name is None and ((follows_definite and _is_adjective(sheet, position)) or _is_world(sheet, reference)):
        return None
    if not reference.definite and reference.type in _MANY and not is_subject(sheet, position):
        return None
    return Mention(sheet, reference)


def _is_world(sheet: Sheet, reference: Reference) -> bool:
    """Whether a phrase is «العالم» alone, which is the world rather than a scholar."""
    return reference.end == reference.start + 1 and sheet.keys[reference.start].endswith("العالم")


def _is_related(sheet: Sheet, position: int) -> bool:
    """«نظيره»، «شقيقه»: a noun of a person with the pronoun of another."""
    reading = source_noun(sheet, position)
    return reading is not None and bool(reading.features.enclitic)


def bodies_in(sheet: Sheet, reference: Reference) -> Iterator[Mention]:
    """«المتحدث باسم وزارة الدفاع سامر الخطيب»: the bodies named in the title of a person."""
    stop = reference.name[0] if reference.name is not None and reference.name[0] > reference.start else reference.end
    for index, word in enumerate(sheet.words[reference.start + 1 : stop], reference.start + 1):
        if _is_body(word):
            end = min(stop, phrase_end(sheet, index))
            yield Mention(sheet, read(sheet, index, end, strict=True), span_of(sheet, index, end))


@by_word
def _is_body(word: Word) -> bool:
    """Whether a word is the noun of a body, without the article."""
    reading = word.tags.get("source_noun")
    return reading is not None and reading.entry.string("type") == "organisation" and not word.definite


def is_subject(sheet: Sheet, position: int) -> bool:
    """«وبنت شركات محلية المساكن»: a noun after the first word of its sentence, which no lexicon knows but as a verb."""
    first = position - 1
    if first < 0 or not _is_verb_alone(sheet.words[first]) or sheet.is_punctuation(first):
        return False
    return sheet.sentence_start(position) == first and first not in sheet.opening


@by_word
def _is_verb_alone(word: Word) -> bool:
    """Whether no lexicon knows a word but as a verb."""
    tags = {tag for tag, reading in word.tags.items() if tag != "given_name" or not reading.proclitics}
    return tags <= _VERBAL and not word.definite


def _is_impersonal(sheet: Sheet, position: int) -> bool:
    """«من المقرر أن»، «من المتوقع أن»: a participle that tells of a fact."""
    after = position + 1
    return after < len(sheet) and "complementiser" in sheet.words[after].classes and has_article(sheet, position)


def _is_attribute(sheet: Sheet, position: int) -> bool:
    """«الطرح الإعلامي»: a relative adjective after a definite noun, which names nobody."""
    return sheet.keys[position].endswith(("ي", "يه")) and not is_head(sheet, position - 1) and not sheet.is_punctuation(position - 1)


def _is_adjective(sheet: Sheet, position: int) -> bool:
    """«الشباب المحتج»: a definite word after a definite noun that is no head of a source describes that one."""
    before = position - 1
    if sheet.keys[position].startswith("و") or is_head(sheet, before):
        return False
    return not (sheet.after_date(before) or sheet.is_any(before, "place", "demonym", "given_name"))


@by_word
def _gives_name(word: Word) -> bool:
    """«مطار | الملك خالد»، «جامعة | محمد الخامس»: whether the name after an indefinite noun is that of a place or body."""
    reading = word.tags.get("source_noun")
    return "name_head" in word.classes if reading is None else reading.entry.string("type") in {"organisation", "media"}


def short_mentions(
    sheet: Sheet, mentions: Sequence[Mention], surnames: Iterable[str], bodies: Iterable[str], stop: int
) -> Iterator[Mention]:
    """Surnames and short names of bodies that stand alone between the mentions found first: «وحاول كارتر».

    Args:
        sheet: the tokens.
        mentions: what `mentions_of` found.
        surnames: the folded surnames of the persons known.
        bodies: the folded short names of the bodies known.
        stop: the position from which nobody asks for them any more.
    """
    bodies = frozenset(bodies)
    written = {before + name: before for name in (*surnames, *bodies) for before in ("", "ال", "و", "وال")}
    places = list(compress(range(stop), map(written.__contains__, sheet.keys))) if written else []
    if not places:
        return
    references = [mention.reference for mention in mentions]
    begun = reach = 0
    for index in places:
        while begun < len(references) and references[begun].start <= index:
            if references[begun].end > reach:  # noqa: PLR1730  (asked of every mention; `max` takes ten times as long)
                reach = references[begun].end
            begun += 1
        if index < reach:
            continue  # it is part of a mention
        before = written[sheet.keys[index]]
        is_body = sheet.keys[index].removeprefix(before) in bodies
        kind = ORGANISATION if is_body else PERSON
        reference = Reference(index, index + 1, kind, UNTOLD, None, (index, index + 1))
        conjunction = "و" if before.startswith("و") else ""
        yield Mention(sheet, reference, sheet.cut(sheet.without(index, conjunction), sheet.ends[index]))


def span_of(sheet: Sheet, start: int, end: int) -> Span:
    """The characters without proclitics; of «للجمارك» the article goes too, since it has no alif, but of «للجنة» no more than ل."""
    readings = sheet.words[start].readings
    proclitics = readings[0].proclitics if readings else ""
    if not proclitics:
        return Span.of(sheet.text, sheet.starts[start], sheet.ends[end - 1])
    is_fused = readings[0].article and proclitics.endswith("ل") and not readings[0].entry.lemma.startswith("ل")
    if is_fused and sheet.keys[start].startswith(proclitics + "ل"):
        proclitics += "ل"
    return sheet.cut(sheet.without(start, proclitics), sheet.ends[end - 1])
