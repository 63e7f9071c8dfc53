"""What a noun phrase says of the one it names: the name, the role before or after it, gender and number.

The boundary between a title and a name follows from the annexation (iḍāfa): once a title is closed by a definite
word (وزير الخارجية الأمريكي), a word without the article can only begin a name (أنتوني بلينكن). A preposition or
another annexed noun opens the title again (المتحدث باسم مجلس الأمن القومي جون كيربي).
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from khabar.extract.attributions.agreement import Agreement, agreement_of
from khabar.extract.sheet import COMMAS, DASHES, Sheet
from khabar.model import SpeakerType

NAME_LIMIT = 6
"""Tokens that a personal name may have."""

_BREAKS = DASHES | frozenset("()[]:")
_NAME_TAILS = frozenset({"الله", "الدين", "الرحمن", "الاسلام", "العابدين", "الزهراء", "رب"})
_COMPOUND = frozenset({"الله", "الدين", "الرحمن"})
_TITLED = frozenset({"person", "group", "unnamed"})
_CLOSED_CLASSES = (
    "preposition",
    "relative",
    "conjunction",
    "complementiser",
    "negation",
    "adverb",
    "auxiliary",
    "contrast",
    "pronoun_preposition",
)


@attrs.frozen(kw_only=True)
class Reference:
    """A noun phrase read as the name of somebody or something.

    Args:
        start: position of its first token.
        end: position after its last token, without relative clause and remarks between dashes.
        type: what it names.
        head: position of the noun that tells the type; None where a name stands alone.
        name: first and last position + 1 of the personal name, or of the name of a medium; None where there is none.
        agreement: the genders and numbers in which a verb or pronoun may refer to it.
        definite: the phrase is definite, so that it may stand for somebody named before.
        anaphoric: it says so itself: المصدر ذاته.
    """

    start: int
    end: int
    type: SpeakerType
    head: int | None = None
    name: tuple[int, int] | None = None
    agreement: Agreement
    definite: bool = False
    anaphoric: bool = False


def read(sheet: Sheet, start: int, end: int, *, strict: bool = False) -> Reference:
    """Read a noun phrase.

    Args:
        sheet: the tokens.
        start: position of its first token.
        end: position after its last token.
        strict: the phrase was cut out of running text, so that only a known given name begins a name.
    """
    while start + 1 < end and sheet.is_punctuation(start) and start not in sheet.opening:
        start += 1
    name, head, last = None, None, end
    segments = list(_segments(sheet, start, end))
    for first, stop in segments:
        if head is None and is_head(sheet, first):
            head = first
        name = name or personal_name(sheet, first, stop, strict=strict)
        if name is not None and head is None and first <= name[0] and name[1] < stop and is_head(sheet, name[1]):
            head = name[1]
        if name is not None and head is not None:
            break
    if segments:
        last = segments[-1][1] if name is None or name[1] <= segments[-1][1] else name[1]
    kind = _type(sheet, start, head, name)
    if kind is SpeakerType.MEDIA and name is None:
        name = _medium(sheet, start, segments[0][1], strict=strict) if segments else None
    if name is None and kind is not SpeakerType.PERSON and segments:
        last = segments[0][1]
    return Reference(
        start=start,
        end=max(last, start + 1),
        type=kind,
        head=head,
        name=name,
        agreement=agreement_of(sheet, head if head is not None else start, name, kind, max(last, start + 1)),
        definite=has_article(sheet, start),
        anaphoric=any(sheet.is_any(index, "anaphor") for index in range(start + 1, min(end, start + 5))),
    )


def _segments(sheet: Sheet, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a phrase between commas, each cut before a relative clause, a dash or a bracket."""
    first, index = start, start
    while index < end:
        pair = sheet.opening.get(index)
        if pair is not None and sheet.before(pair.span.end) < end:
            index = sheet.before(pair.span.end) + 1
            continue
        if sheet.is_mark(index, COMMAS):
            if index > first:
                yield first, index
            first = index + 1
        elif index > first and (sheet.is_mark(index, _BREAKS) or is_relative(sheet, index)):
            break
        index += 1
    if index > first:
        yield first, index


def is_relative(sheet: Sheet, position: int) -> bool:
    """Whether a relative clause begins here; من and ما are prepositions and particles more often."""
    return sheet.is_any(position, "relative") and sheet.keys[position] not in {"من", "ما", "مما"}


def is_head(sheet: Sheet, position: int) -> bool:
    """Whether the token is a noun that tells what is named: وزير، وزارة، صحيفة، بيان."""
    reading = sheet.tag(position, "source_noun")
    if reading is None:
        return False
    return reading.article or not is_given_name(sheet, position) or sheet.is_any(position, "honorific")


def is_given_name(sheet: Sheet, position: int) -> bool:
    """Whether the token is a given name and hardly anything else."""
    reading = sheet.tag(position, "given_name")
    if reading is not None and not reading.article and not reading.proclitics and not reading.entry.flag("ambiguous"):
        return True
    tail = position + 1
    return (
        tail < len(sheet)
        and sheet.keys[tail] in _COMPOUND
        and not has_article(sheet, position)
        and not sheet.words[position].tags.keys() - {"given_name"}
    )


def may_be_given_name(sheet: Sheet, position: int) -> bool:
    """Whether the word can be a given name: of a word with a proclitic (كان = ك + آن) it is not taken to be one."""
    reading = sheet.tag(position, "given_name")
    return reading is not None and not reading.proclitics


def opens_name(sheet: Sheet, position: int) -> bool:
    """Whether a name begins here in running text: a given name, or a particle of foreign names with a word after it («دو روجي»)."""
    if is_given_name(sheet, position):
        return not sheet.is_any(position, "place")
    reading = sheet.tag(position, "name_particle")
    return reading is not None and reading.entry.flag("opens") and position + 1 < len(sheet) and not sheet.words[position + 1].tags


def follows_honorific(sheet: Sheet, position: int) -> bool:
    """«الدكتور زامل»: after a title that hardly stands alone an unknown word is a name, unless it ends as nouns do."""
    reading = sheet.tag(position - 1, "honorific") if position else None
    if reading is None or not reading.entry.flag("opens") or not reading.article or sheet.words[position].tags:
        return False
    return sheet.keys[position].isalpha() and not has_article(sheet, position) and not sheet.keys[position].endswith(("ه", "ا"))


def has_article(sheet: Sheet, position: int) -> bool:
    """Whether the word is definite by its article: الوزير، والوزير، للوزير; but not «والي», where no article stands."""
    readings = sheet.words[position].readings
    if readings:
        return readings[0].article or readings[0].entry.lemma.startswith("ال")
    key = sheet.keys[position]
    return key.startswith(("ال", "وال", "بال", "كال", "لل", "ولل", "وبال"))


def personal_name(sheet: Sheet, start: int, end: int, *, strict: bool = False) -> tuple[int, int] | None:
    """Where the personal name of a phrase without commas stands; None where it has none.

    Args:
        sheet: the tokens.
        start: position of the first token.
        end: position after the last token.
        strict: only a known given name begins a name.
    """
    head = sheet.tag(start, "source_noun") if is_head(sheet, start) else None
    if head is not None and head.entry.string("type") not in _TITLED:
        return None
    if head is None and not sheet.is_any(start, "honorific"):
        if not strict or opens_name(sheet, start):
            return _bare_name(sheet, start, end, strict=strict)
        return None
    begin = _after_title(sheet, start, end, strict=strict)
    if begin is None:
        return None
    stop = name_end(sheet, begin, end, strict=strict)
    return _of_the_outer(sheet, start, begin, stop), stop


def _bare_name(sheet: Sheet, start: int, end: int, *, strict: bool) -> tuple[int, int] | None:
    """«بوتين»، «ليلى»، «رشيد أيلال»: a name with no title before it; a definite phrase of several words is none."""
    if start in sheet.opening or not _may_be_name(sheet, start, first=True):
        return None
    if sheet.is_any(start, "place", "demonym", "media_name") and not may_be_given_name(sheet, start):
        return None
    stop = name_end(sheet, start, end, strict=strict)
    if has_article(sheet, start) and (stop - start > 1 or end - start > 1 or sheet.keys[start].endswith(("ون", "ين", "ات", "ه"))):
        return None
    if has_article(sheet, start) and not sheet.keys[start].endswith("ي") and not may_be_given_name(sheet, start):
        return None  # «النتائج»، «الجميع»; a family name with the article is a relative adjective as a rule: الأسدي
    known = any(_is_part(sheet, index) for index in range(start, stop))
    titled = stop < end and _is_title(sheet, stop)
    if not known and not titled and (end - start > 4 or (stop < end and sheet.is_any(stop, "preposition"))):
        return None
    return start, stop


def _after_title(sheet: Sheet, start: int, end: int, *, strict: bool) -> int | None:
    """Position at which a name follows a title."""
    head = sheet.tag(start, "source_noun") or sheet.tag(start, "honorific")
    unnamed = head is not None and head.entry.string("type", "person") != "person"
    closed = has_article(sheet, start) or _is_honorific_of(sheet, start, end)
    closed_title = closed
    strict = strict or unnamed or (start + 1 < end and not closed and _reopens(sheet, start + 1))
    index = start + 1
    while index < end:
        pair = sheet.opening.get(index)
        if pair is not None:
            after = sheet.before(pair.span.end) + 1
            if closed and after >= end and not strict and start + 1 < index:
                return index if is_given_name(sheet, index + 1) else None
            index, closed = max(after, index + 1), True
            continue
        if sheet.is_punctuation(index):
            return None
        if _reopens(sheet, index):
            closed = has_article(sheet, index) or sheet.is_any(index, "place")
        elif is_given_name(sheet, index) and not sheet.is_any(index, "place"):
            if closed or _closes(sheet, index - 1, start):
                return index
            index = name_end(sheet, index, end, strict=True)
            closed = True
            continue
        elif has_article(sheet, index) or sheet.is_any(index, "place") or _is_honorific_of(sheet, index, end):
            closed = True
        elif is_head(sheet, index) or sheet.is_any(index, "source_noun"):
            closed = closed and sheet.is_any(index, "demonym")
        elif closed and not strict and _is_prepositional(sheet, index, end):
            closed = False
        elif closed and _begins_name(sheet, index, end, strict=strict):
            return index
        index += 1
    return None if strict or not closed_title else _trailing_name(sheet, start, end)


def _closes(sheet: Sheet, position: int, start: int) -> bool:
    """Whether an unknown word closes a title before a given name: «حاكم محافظة شانلي أورفة | عز الدين كجك»."""
    return position > start and not sheet.words[position].tags and not sheet.keys[position].endswith(("ي", "و"))


def _trailing_name(sheet: Sheet, start: int, end: int) -> int | None:
    """«الرئيسة التنفيذية لمؤسسة شومان فالنتينا قسيسية»: of three unknown words at the end the first is the body's name."""
    index = end
    while (
        index > start + 1
        and not sheet.words[index - 1].tags
        and _may_be_name(sheet, index - 1, first=True)
        and not has_article(sheet, index - 1)
    ):
        index -= 1
    return end - 2 if end - index >= 3 else None


def _is_honorific_of(sheet: Sheet, position: int, end: int) -> bool:
    """«دكتور أحمد»: a title of respect without the article, directly before a given name."""
    return sheet.is_any(position, "honorific") and position + 1 < end and may_be_given_name(sheet, position + 1)


def _begins_name(sheet: Sheet, position: int, end: int, *, strict: bool) -> bool:
    """Whether a word without the article, after a closed title, begins a name; strictly, a given name with a word after it."""
    if not strict:
        return _may_be_name(sheet, position, first=True) and not _is_prepositional(sheet, position, end)
    if follows_honorific(sheet, position):
        return True
    return may_be_given_name(sheet, position) and position + 1 < end and _may_be_name(sheet, position + 1, first=False)


def _is_prepositional(sheet: Sheet, position: int, end: int) -> bool:
    """«لتجارة المعادن»، «بهذا الخصوص»: an unknown word that begins with a preposition, since a definite one follows."""
    if may_be_given_name(sheet, position) or sheet.keys[position][0] not in "لبك":
        return False
    return position + 1 < end and (has_article(sheet, position + 1) or is_head(sheet, position + 1))


def _reopens(sheet: Sheet, position: int) -> bool:
    """Whether a preposition, alone or written before a noun, adds a further noun to a title."""
    if sheet.is_any(position, "preposition") or sheet.keys[position] in {"باسم", "لشوون", "بشوون"}:
        return True
    return any(reading.proclitics[-1:] in {"ل", "ب"} for reading in sheet.words[position].readings[:1])


def _of_the_outer(sheet: Sheet, start: int, begin: int, stop: int) -> int:
    """«مستشار … في عهد الرئيس جورج بوش إليوت إبرامز»: of two names after a title within a title, the second is meant."""
    inner = any(
        sheet.is_any(index, "source_noun")
        and has_article(sheet, index)
        and (sheet.tag(index, "source_noun") or "")
        and _person(sheet, index)
        for index in range(start + 1, begin)
    )
    if inner and stop - begin >= 4:
        for index in range(begin + 2, stop - 1):
            if may_be_given_name(sheet, index) and not sheet.is_any(index - 1, "name_particle"):
                return index
    return begin


def _person(sheet: Sheet, position: int) -> bool:
    reading = sheet.tag(position, "source_noun")
    return reading is not None and reading.entry.string("type") == "person"


def _is_part(sheet: Sheet, position: int) -> bool:
    """Whether the lexicons know the word as part of a name."""
    return may_be_given_name(sheet, position) or sheet.is_any(position, "name_particle")


def _may_be_name(sheet: Sheet, position: int, *, first: bool) -> bool:
    """Whether the word may be part of a name: no word of grammar, no title, no adverb in the accusative."""
    if sheet.is_punctuation(position) or sheet.after_date(position):
        return False
    if _is_part(sheet, position):
        return True
    if sheet.is_any(position, *_CLOSED_CLASSES, "anaphor"):
        return False
    if first and sheet.is_any(position, "demonym", "source_noun"):
        return False
    reading = sheet.tag(position, "reporting_verb")
    if reading is not None and not reading.article:
        return False
    written = sheet.written(position)
    return "\N{ARABIC FATHATAN}" not in written and written[0].isalpha()


def name_end(sheet: Sheet, start: int, end: int, *, strict: bool = False) -> int:
    """Position after the last token of a name: before a title or an adjective that follows it.

    Args:
        sheet: the tokens.
        start: position of its first token.
        end: position that it does not pass.
        strict: in running text, one unknown word at most follows each given name.
    """
    index = start + 1
    unknown = 0 if _is_part(sheet, start) else 1
    end = min(end, start + NAME_LIMIT)
    while index < end:
        if not _may_be_name(sheet, index, first=False) or sheet.is_any(index, "anaphor"):
            break
        key = sheet.keys[index]
        after_particle = sheet.is_any(index - 1, "name_particle")
        if key in _NAME_TAILS or after_particle:
            index += 1
            continue
        if (
            sheet.is_any(index, "source_noun")
            and not is_given_name(sheet, index)
            and not (index + 1 == end and not has_article(sheet, index))
        ):
            break
        if has_article(sheet, index):
            if strict and unknown:
                break
            if key.startswith("ال") and (index - start == 1 or not sheet.is_any(index, "demonym")):
                return index + 1
            break
        if _is_part(sheet, index):
            unknown = 0
        else:
            unknown += 1
            if strict and unknown > 1:
                break
        index += 1
    return index


def _is_title(sheet: Sheet, position: int) -> bool:
    """A title and no given name: in «إياد أمين مدني» the second word is a name, though أمين is an office too."""
    return sheet.is_any(position, "source_noun") and (has_article(sheet, position) or not may_be_given_name(sheet, position))


def _medium(sheet: Sheet, start: int, end: int, *, strict: bool) -> tuple[int, int] | None:
    """«صحيفة هآرتس الإسرائيلية»، «موقع «الميناء»»: the name without class noun and adjectives; None where only adjectives follow."""
    first = start
    while first < end and sheet.is_any(first, "source_noun") and _plain(sheet, first):
        first += 1
    while first < end and sheet.keys[first] in {"انباء", "الانباء", "اخبار", "الاخبار", "اعلام"}:
        first += 1
    if first == start or first >= end or sheet.keys[first] == "التواصل":
        return None
    pair = sheet.opening.get(first)
    if pair is not None:
        return first + 1, max(sheet.at(pair.content.end - 1) + 1, first + 2)
    last = first
    while last < end and not sheet.is_punctuation(last) and last not in sheet.opening and not (strict and last - first == 2):
        if last > first and (sheet.is_any(last, "demonym") or sheet.keys[last].startswith("لل") or sheet.is_any(last, "preposition")):
            break
        last += 1
    if last == first or (sheet.is_any(first, "demonym") and not sheet.is_any(first, "media_name")):
        return None
    if (
        not has_article(sheet, first)
        and sheet.keys[first].endswith(("ي", "يه"))
        and last - first == 1
        and not sheet.is_any(first, "media_name")
    ):
        return None
    return first, last


def _plain(sheet: Sheet, position: int) -> bool:
    reading = sheet.tag(position, "source_noun")
    return reading is not None and not reading.article and reading.features.number != "p" and reading.entry.string("type") == "media"


def _type(sheet: Sheet, start: int, head: int | None, name: tuple[int, int] | None) -> SpeakerType:
    if head is not None:
        reading = sheet.tag(head, "source_noun")
        kind = SpeakerType(reading.entry.string("type", "person")) if reading is not None else SpeakerType.PERSON
        if name is not None:
            return SpeakerType.PERSON
        if kind is SpeakerType.PERSON and reading is not None:
            return _role_type(sheet, head, plural=reading.features.number == "p")
        return kind
    if sheet.is_any(start, "media_name") and not sheet.is_any(start, "given_name"):
        return SpeakerType.MEDIA
    if sheet.is_any(start, "place") and not is_given_name(sheet, start):
        return SpeakerType.PLACE
    if name is not None:
        return SpeakerType.PERSON
    demonym = sheet.tag(start, "demonym")
    if (demonym is not None and demonym.features.number == "p") or sheet.keys[start].endswith(("ون", "ين")):
        return SpeakerType.GROUP
    return SpeakerType.ORGANISATION


def _role_type(sheet: Sheet, head: int, *, plural: bool) -> SpeakerType:
    """A role without a name: a person where definite, somebody unnamed where not, a group in the plural."""
    if plural:
        return SpeakerType.GROUP if has_article(sheet, head) else SpeakerType.UNNAMED
    return SpeakerType.PERSON
