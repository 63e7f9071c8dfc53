"""Phrases that report without a speech verb: وفق، بحسب، جاء في، نصه."""

from __future__ import annotations

from collections.abc import Iterator

from khabar.extract.cues.links import complement_after
from khabar.extract.cues.making import finite_reading, make_cue, speech_forms, speech_verbs
from khabar.extract.cues.model import ACCORDING_TO, BARE, REPORTED_IN, TEXT_FOLLOWS, Cue, Found
from khabar.extract.memo import by_word
from khabar.extract.noun_phrases import noun_phrase
from khabar.extract.sheet import COMMAS, Sheet
from khabar.extract.words import POINTING_BACK, is_addressed, type_of
from khabar.layers import View
from khabar.model import Entry, Features, Reading, Word

_INFORMANTS = ("source_noun", "media_name", "place", "given_name", "demonym", "speech_noun", "manner_noun")
_COPULAS = frozenset({"هو", "هي"})
_INSERTED = frozenset({"neutral", "add", "affirm", "point_out"})
"""Classes of verbs that are inserted into the words of a source."""
_ANY_VERB = Reading(entry=Entry(lexical_class="reporting_verb", lemma="", attributes={"cue": "neutral"}), features=Features(form="perfect"))
"""A verb that no lexicon knows, after حسبما or وفق ما."""


def according_to(sheet: Sheet, view: View) -> Iterator[Cue]:
    """«وفق بيان للوزارة»، «بحسب ما أعلن الوزير»، «على حد تعبيره»: a preposition or adverbial that names the source."""
    for match in view.matches("according_to"):
        end = match.end_token
        if end >= sheet.sentence_end(match.start_token) or (sheet.is_punctuation(end) and end not in sheet.opening):
            continue
        entry, reading = match.entry, match.reading
        if sheet.keys[match.start_token] == "فحسب" and sheet.sentence_start(match.start_token) != match.start_token:
            continue  # only
        manner = sheet.tag(end, "manner_noun")
        owned = manner is not None and bool(manner.features.enclitic)
        if entry.flag("noun") or owned or (manner is not None and not manner.entry.flag("plural")):
            if manner is None:
                continue
            end += 1
        elif (entry.string("prep") == "ل" and not sheet.keys[end].startswith("ل")) or _is_ground(sheet, end, entry):
            continue
        if entry.flag("hearsay") and not _is_said(sheet, end):
            continue  # «على ذمة التحقيق»، «تبعا لارتفاع الأسعار»
        verb = _verb_of_clause(sheet, end)
        apart = not match.start_token or sheet.is_punctuation(match.start_token - 1)
        if entry.flag("verb") and (verb is None or not apart):
            continue  # «على ما يرام»، «ردا على ما قال»
        cue_reading = reading
        if verb is not None:
            end, cue_reading = verb
        found = Found(BARE, end, end)
        features = manner.features if manner is not None and owned else cue_reading.features
        yield make_cue(
            sheet,
            match.start_token,
            Reading(entry=cue_reading.entry, features=features),
            ACCORDING_TO,
            found,
            start=match.start_token,
            end=end,
        )


def _is_said(sheet: Sheet, position: int) -> bool:
    """Whether an outlet, a document, or words of somebody stand there: على ذمة صحيفة، تبعا لما قاله، تبعا لتصريحات."""
    if position in sheet.opening or position in sheet.media or sheet.keys[position] in {"ما", "لما", "الراوي"}:
        return True
    return type_of(sheet, position) in {"media", "document"} or sheet.is_any(position, "speech_noun", "manner_noun")


def _is_ground(sheet: Sheet, position: int, entry: Entry) -> bool:
    """Whether a rule stands there and no informant: وفقا للقانون, and any unknown annexation (وفق أساليب الإعلام، بحسب قوة المعرض)."""
    if sheet.keys[position].removeprefix("ل") in POINTING_BACK and position + 1 < len(sheet):
        position += 1  # «حسب ذات البيان»
    follow = position + 1
    has_clause = sheet.keys[position] in {"ما", "لما"} and follow < len(sheet)
    if has_clause and (sheet.is_any(follow, "ground_noun") or sheet.keys[follow] in _COPULAS):
        return True  # «وفقا لما يلي»، «وفق ما هو متاح»
    is_rule = sheet.is_any(position, "ground_noun") and entry.lemma.startswith(("وفق", "طبق", "تبع"))
    if not is_rule and (sheet.is_any(position, *_INFORMANTS) or position in sheet.opening or sheet.keys[position].startswith("عبد")):
        return False
    if sheet.is_any(position, "ground_noun"):
        return True
    is_definite = sheet.keys[position].startswith(("ال", "لل"))
    is_annexed = not is_definite and follow < len(sheet) and sheet.keys[follow].startswith("ال")
    if entry.lemma.endswith("ما") or sheet.keys[position] == "ما":
        return False
    if entry.lemma.startswith(("نقلا", "على لسان", "على ذمة", "من وجهة")):
        return False
    alone = follow < len(sheet) and sheet.is_punctuation(follow)  # «وفق الطرابلسي،»: an adjective does not stand alone
    is_surname = sheet.keys[position].endswith("ي") and (alone or not entry.lemma.startswith(("وفق", "طبق", "تبع")))
    return is_annexed or (is_definite and not is_surname) or sheet.keys[position] == "كل"


def _verb_of_clause(sheet: Sheet, position: int) -> tuple[int, Reading] | None:
    """«وفق ما أعلن …»، «حسبما نص …»: the verb of the clause after the preposition, which belongs to the cue."""
    index = position
    has_clause = sheet.keys[position - 1].endswith("ما") and sheet.keys[position - 1] != "ما"
    if index < len(sheet) and sheet.keys[index] in {"ما", "لما"}:
        index += 1
        has_clause = True
    if index < len(sheet) and sheet.keys[index] in {"قد", "كان"}:
        index += 1
    if index >= len(sheet):
        return None
    reading = finite_reading(sheet, index)
    if reading is None and has_clause and not sheet.is_punctuation(index) and not sheet.is_any(index, "source_noun", "given_name", "place"):
        reading = _ANY_VERB
    if reading is None:
        return None
    end = index + 1
    if end < len(sheet) and sheet.keys[end] == "في" and sheet.keys[index] in {"جاء", "ورد", "جاءت", "وردت"}:
        end += 1
    return end, reading


def as_told(sheet: Sheet, view: View) -> Iterator[Cue]:  # noqa: ARG001
    """«الأسعار سترتفع، كما تشير تقارير محلية»: a verb of speech after كما with nothing but its subject; with أن it adds a report."""
    for token in speech_verbs(sheet):
        if token < 2 or sheet.keys[token - 1] != "كما" or not sheet.is_mark(token - 2, COMMAS):
            continue
        reading, end = finite_reading(sheet, token), sheet.sentence_end(token)
        phrase = noun_phrase(sheet, token + 1, end) if reading is not None and not reading.features.enclitic else None
        after = phrase.end if phrase is not None else end
        if after < end and is_addressed(sheet, after):
            hearer = noun_phrase(sheet, after, end, attached=True)  # «كما ذكر مصور لوكالة النيل»
            after = hearer.end if hearer is not None else after
        if reading is None or phrase is None or reading.entry.flag("clause") or (after < end and not sheet.is_punctuation(after)):
            continue
        if complement_after(sheet, token, reading) is None:
            found = Found(BARE, token + 1, token + 1)
            yield make_cue(sheet, token, reading, ACCORDING_TO, found, start=token - 1, end=token + 1)


def inserted(sheet: Sheet, view: View) -> Iterator[Cue]:  # noqa: ARG001
    """«وفي المقابل، يضيف المصدر نفسه، تراجع الإنتاج»: a verb of speech with nothing but its subject, between commas."""
    for token in speech_verbs(sheet):
        if token < 2 or not _may_be_inserted(sheet.words[token]) or not sheet.is_mark(token - 1, COMMAS) or token - 2 in sheet.closing:
            continue
        reading, end = finite_reading(sheet, token), sheet.sentence_end(token)
        if reading is None or not _is_of_another(reading):
            continue
        phrase = noun_phrase(sheet, token + 1, end)
        if phrase is None or phrase.end + 1 >= end or not sheet.is_mark(phrase.end, COMMAS) or complement_after(sheet, token, reading):
            continue
        found = Found(BARE, phrase.end + 1, phrase.end + 1)
        yield make_cue(sheet, token, reading, ACCORDING_TO, found)


@by_word
def _may_be_inserted(word: Word) -> bool:
    return any(map(_is_of_another, speech_forms(word).finite))


def _is_of_another(reading: Reading) -> bool:
    """Whether a verb tells what somebody else says, and nothing more: يضيف، تؤكد."""
    entry, features = reading.entry, reading.features
    if features.form != "imperfect" or features.person != 3 or features.enclitic or reading.proclitics:
        return False
    return entry.string("cue") in _INSERTED and not entry.flag("strict")


def reported_in(sheet: Sheet, view: View) -> Iterator[Cue]:
    """«وجاء في بيان النقابة أن …»: a document in which something stands."""
    for match in view.matches("reported_in"):
        token = match.start_token
        if token and sheet.keys[token - 1] in {"ما", "مما", "كما"}:
            continue  # «ما ورد في البرنامج»
        found = complement_after(sheet, match.end_token - 1, match.reading)
        if found is not None:
            yield make_cue(sheet, token, match.reading, REPORTED_IN, found, end=match.end_token)


def text_follows(sheet: Sheet, view: View) -> Iterator[Cue]:
    """«في بيان جاء فيه: «…»»، «سؤال نصه: «…»»: the very words of a document follow."""
    for match in view.matches("text_follows"):
        found = complement_after(sheet, match.end_token - 1, match.reading)
        is_list = match.entry.flag("quotation") and found is not None and found.content not in sheet.opening
        if found is not None and not is_list and found.complement - match.end_token <= 1:
            yield make_cue(sheet, match.start_token, match.reading, TEXT_FOLLOWS, found, end=match.end_token)
