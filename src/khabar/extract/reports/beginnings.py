"""Where the words that a cue reports begin."""

from __future__ import annotations

from khabar.extract.cues import Cue
from khabar.extract.cues.asides import after_parenthesis
from khabar.extract.cues.governed import attached
from khabar.extract.cues.model import CLAUSE, NOUN_PHRASE, QUOTATION
from khabar.extract.sheet import COMMAS, DASHES, Sheet
from khabar.extract.words import is_addressed, is_object_noun, is_preposition, is_speech

_AFTER_OBJECT = (CLAUSE, NOUN_PHRASE, QUOTATION)
"""What may follow the object of a verb that describes: «اتهم القناة بالكذب»."""
_COLON = frozenset(":")


def first_of(sheet: Sheet, cue: Cue, subject_end: int) -> int:
    """Where the words reported begin: with the object, where one stands between subject and complement."""
    if cue.entry.flag("complex") and cue.link in _AFTER_OBJECT and not cue.features.enclitic:
        start = _past_adverbs(sheet, subject_end or cue.end_token, cue.complement)
        if start < cue.complement and (not sheet.is_any(start, "preposition") or is_speech(sheet, start + 1)):
            return start  # «اتهم المتحدث | القناة بالكذب»، «| من وصفهم بـ«الأعداء»»
    if cue.link is QUOTATION and cue.features.enclitic and cue.entry.string("cue") == "opinion" and cue.entry.flag("object"):
        start = _past_adverbs(sheet, subject_end or cue.end_token, cue.complement)
        if start < cue.complement and sheet.keys[start].endswith(("ا", "ه")) and not sheet.is_any(start, "preposition"):
            return start  # «وهو ما اعتبره الوزير | مؤشرا على «تحسن» في السوق»
    if cue.link is NOUN_PHRASE:
        if subject_end > cue.content:
            return _after_subject(sheet, subject_end)
        if cue.complement == cue.content and (after := _after_setting(sheet, cue.content)):
            return after
    elif cue.link is not QUOTATION:
        return cue.content
    if cue.entry.flag("directive"):
        start = _past_adverbs(sheet, subject_end or cue.end_token, cue.complement)
        if start < cue.complement and (subject_end or sheet.words[start].definite) and _may_be_object(sheet, start, cue.complement):
            return start  # «طالب | الحكومة بالتدخل»، «دعا الوزير أمس | الأطراف إلى «ضبط النفس»»
    return _past_times(sheet, cue) if cue.link is NOUN_PHRASE and cue.complement == cue.content else cue.content


def _past_times(sheet: Sheet, cue: Cue) -> int:
    """«كانت الوزارة انتقدت، أمس، | الخطة»، «أكد أيضا | حرصه»: past times and adverbs between a verb and its bare object."""
    start, limit, letters = cue.content, sheet.sentence_end(cue.token) - 1, tuple(attached(cue.entry))
    index = start
    while index < limit:
        if sheet.is_mark(index, COMMAS):
            index += 1
        elif after_date := sheet.after_date(index):
            index = after_date
        elif sheet.is_any(index, "adverb") and not sheet.keys[index].startswith(letters):
            index += 1  # but «مطالبين | بسرعة التحقيق»
        else:
            return index
    return start


def _past_adverbs(sheet: Sheet, start: int, limit: int) -> int:
    """Past marks, times and adverbs between a verb or its subject and its object."""
    while start < limit and (
        sheet.is_punctuation(start) or sheet.is_any(start, "adverb", "pronoun_preposition") or sheet.after_date(start)
    ):
        start += 1
    return start


def _may_be_object(sheet: Sheet, start: int, limit: int) -> bool:
    """Whether an object may begin here with which the words reported go on: not in «دعا الوزير في كلمته إلى», «دعا الوزير قومه: «…»»."""
    return not sheet.is_any(start, "preposition", "relative") and not any(sheet.is_mark(index, _COLON) for index in range(start, limit))


def _after_subject(sheet: Sheet, position: int) -> int:
    """Past commas and dates between a subject and its verb's object."""
    limit = sheet.sentence_end(position - 1)
    while position < limit:
        if sheet.is_mark(position, COMMAS) and position + 1 < limit and _is_participle(sheet, position + 1):
            return limit  # «لم تعلن التسعيرة، مشيرا إلى أن»: another report
        if sheet.is_mark(position, COMMAS) or sheet.after_date(position) or sheet.is_any(position, "adverb"):
            position = sheet.after_date(position) or position + 1
        elif sheet.is_mark(position, DASHES) or sheet.written(position) == "(":
            position = after_parenthesis(sheet, position, limit)
        elif sheet.keys[position] in {"في", "خلال"} and position + 1 < limit and sheet.is_any(position + 1, "medium_noun"):
            position = _after_medium(sheet, position, limit)
        elif is_addressed(sheet, position) and position + 1 < limit:
            pair = sheet.opening.get(position + 1) if sheet.keys[position] == "ل" else None
            position = sheet.before(pair.span.end) + 1 if pair is not None else position + 1
        else:
            break
    return position


def _is_participle(sheet: Sheet, position: int) -> bool:
    reading = sheet.tag(position, "reporting_verb")
    return reading is not None and reading.features.form == "participle" and not reading.article


def _after_setting(sheet: Sheet, position: int) -> int:
    """«ونفوا خلال حديثهم لـ«الميناء» | وجود تأثيرات»: position of the object after the setting of the words; 0 for none."""
    limit = sheet.sentence_end(position)
    if sheet.keys[position] in {"فيه", "فيها"} and position + 1 < limit:
        return position + 1  # «التي أكد فيها | انفتاح الكلية»
    if not is_setting(sheet, position):
        return 0
    return next((index for index in range(position + 2, min(limit, position + 10)) if is_object_noun(sheet, index)), 0)


def _after_medium(sheet: Sheet, position: int, limit: int) -> int:
    near = min(limit, position + 10)
    comma = first_mark(sheet, COMMAS, position, near)
    if comma < near:
        return comma
    dash = first_mark(sheet, DASHES, position, near)
    if dash < near and (after := after_parenthesis(sheet, dash, limit)) > dash + 1:
        return after  # «توقعت الهيئة في تقريرها لهذا اليوم - بمشيئة الله - | سماء غائمة»
    # «توقعت الهيئة في تقريرها عن الطقس | استمرار الحر»
    objects = (index for index in range(position + 3, near) if is_object_noun(sheet, index) and not is_preposition(sheet, index - 1))
    return next(objects, limit)


def first_mark(sheet: Sheet, marks: frozenset[str], start: int, limit: int) -> int:
    """Position of the first of these marks; `limit` where there is none."""
    for index in sheet.marks_between(start, limit):
        if sheet.is_mark(index, marks):
            return index
    return limit


def is_setting(sheet: Sheet, position: int) -> bool:
    """«، وذلك ردا على سؤال»، «، وذلك خلال مؤتمر صحفي»: the occasion of the speaking, not of what is told."""
    if sheet.keys[position] == "ردا":
        return True
    after = position + 1
    return sheet.keys[position] in {"في", "خلال"} and after < len(sheet) and sheet.is_any(after, "medium_noun", "speech_noun")
