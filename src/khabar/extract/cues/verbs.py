"""Finite speech verbs as cues."""

from __future__ import annotations

from collections.abc import Iterator

from khabar.extract.cues.asides import relative_before
from khabar.extract.cues.governed import attached, governed
from khabar.extract.cues.inner import is_asyndetic, is_published, publishes
from khabar.extract.cues.links import complement_after, governed_preposition
from khabar.extract.cues.making import finite_reading, is_noun_here, make_cue, negation_of, speech_verbs
from khabar.extract.cues.marked_names import words_in
from khabar.extract.cues.model import CLAUSE, COLON, NOUN_PHRASE, PRECEDING, QUOTATION, VERB, Cue, Found
from khabar.extract.sheet import COMMAS, DASHES, Sheet
from khabar.extract.words import HIDING, anonymity_end, names_speaker, type_of
from khabar.layers import View
from khabar.model import Reading

_COMMAS_AND_DASHES = COMMAS | DASHES
_CLAUSES = (CLAUSE, COLON)
_NO_CLAUSES = (QUOTATION, NOUN_PHRASE)
"""Complements that a quotation before the verb outweighs: «…»، يؤكد الخبير «سامر»."""
_CONSIDERED = frozenset({"اعتبر", "عد"})
"""Verbs whose imperfect with a bare noun is the passive «is considered»: تعتبر المدينة مركزا."""
_PASSIVES = frozenset({"يعزي", "تعزي", "يرجع", "ترجع"})
"""Imperfects that the passive or an intransitive verb is spelled like: what causes something, or dates from a time, is no report."""
_POINTERS = frozenset({"هكذا", "هذا", "ما", "بهذه", "الكلمات"})
"""Words between a quotation and the verb after it: «…»، هذا ما قاله المدرب."""
_EVENTS = frozenset({"ما", "وما", "مما", "بما"})
"""Relatives that take up a whole clause: «ارتفعت الأسعار، مما يؤكد»."""
_OF_PERSONS = frozenset({"opinion", "claim"})
"""Classes of verbs whose subject is somebody: «وهو ما يعتبر خطأ»، «ما يزعم أنه»."""
_ATTENTION = frozenset({"الانتباه", "الانظار", "النظر", "الاهتمام", "انتباه", "نظر", "انظار"})
"""What something draws to itself: «يلفت الانتباه إلى تاريخ المدينة»."""
_PASSIVE = 5
"""Tokens from the verb of a relative clause to a quotation beyond which its words are hardly in it."""
_OF_AGE = ["من", "العمر"]
_MEASURES = frozenset({"عدد", "طول", "حجم", "قيم", "قيمت", "سعر", "متوسط", "معدل", "اجمالي", "مجموع", "نحو", "حوالي", "ثمن", "مساح", "عمر"})
"""Nouns of what is measured, without ة or a pronoun, and words before a number."""
_OTHER_SENSES = frozenset({"preposition", "source_noun", "medium_noun", "place", "adverb"})
_CLAUSE_WORDS = frozenset(
    {"adverb", "auxiliary", "conjunction", "contrast", "relative", "negation", "pronoun_preposition", "complementiser"}
)
_BEFORE_VERB = _CLAUSE_WORDS | {"given_name", "place", "media_name"}
"""Classes of words after which a homograph may be a verb: «ثم بين»، «كلاين بين أن»."""


def finite_verbs(sheet: Sheet, view: View) -> Iterator[Cue]:
    """«وقال الوزير إن الطريق مفتوح»، «لم يوضح البيان عدد المصابين»: a speech verb with its complement."""
    after_adverbs = {phrase.end_token for phrase in view.phrases("adverb")}  # «من جهته»
    fillers = {index for phrase in view.phrases("filler") for index in range(phrase.start_token, phrase.end_token)}
    for token in speech_verbs(sheet):
        reading = finite_reading(sheet, token)
        if reading is None or (reading.features.enclitic and _has_object_before(sheet, token, reading)):
            continue
        if sheet.keys[token] in HIDING and anonymity_end(sheet, token, len(sheet)):
            continue
        if token in fillers or "filler" in sheet.words[token].classes or is_noun_here(sheet, token):
            continue
        if publishes(reading.entry) and (is_asyndetic(sheet, token) or _is_issued(sheet, token, reading)):
            continue  # «في مقابلة نشرت اليوم»: it tells of the medium
        if reading.features.person == 1 and not _is_own_word(sheet, token, reading):
            continue
        if _is_told_of(sheet, token, reading) or _is_measured(sheet, token, reading) or _is_of_event(sheet, token, reading):
            continue
        found = _complement_of_verb(sheet, token, reading)
        if found is None:
            continue
        strict = reading.entry.flag("strict")
        if strict and token and found.complement > token + 3 and relative_before(sheet, token):
            continue  # «المصدر الذي يتابع الملف إن»: the complement is the main verb's
        if (
            found.complement > token + 1
            and (strict or _has_other_sense(sheet, token))
            and not (token in after_adverbs or _opens_clause(sheet, token, reading) or _expresses(sheet, token, found))
        ):
            continue
        if found.link is NOUN_PHRASE and (
            sheet.keys[token].lstrip("و") in _PASSIVES or _takes_up(sheet, token) or _has_its_object(sheet, token, reading, found)
        ):
            continue  # «ويعزى الأداء إلى المبيعات»
        if found.link in _NO_CLAUSES and relative_before(sheet, token) and _is_beyond_relative(sheet, token, reading, found):
            continue
        if reading.entry.flag("learns") and "من" not in sheet.keys[token + 1 : found.complement]:
            continue  # what is only known was told by nobody
        start = negation_of(sheet, token)
        if start < token and sheet.keys[token] in {"تعد", "يعد", "نعد"}:
            continue  # لم تعد: no longer
        yield make_cue(sheet, token, reading, VERB, found, start=start, negated=start < token)


def _takes_up(sheet: Sheet, token: int) -> bool:
    """«البرنامج الذي أعلنت عنه الوزارة»: the pronoun after a verb of a relative clause takes up what was told."""
    after = token + 1
    if not token or "relative" not in sheet.words[token - 1].classes or after >= len(sheet):
        return False
    return sheet.is_any(after, "pronoun_preposition") and sheet.keys[after].endswith(("ه", "ها")) and not sheet.keys[after].startswith("في")


def _has_its_object(sheet: Sheet, token: int, reading: Reading, found: Found) -> bool:
    """«رحب بي ترحيبا»، «يلفت الانتباه إلى»: the object stands right after the verb, and no words of somebody are told."""
    after = token + 1
    if found.complement <= after:
        return False
    if sheet.keys[after] in _ATTENTION:
        return reading.entry.lemma == "لفت"
    letters = attached(reading.entry)
    return "pronoun_preposition" in sheet.words[after].classes and sheet.keys[after][:1] in letters


def _is_beyond_relative(sheet: Sheet, token: int, reading: Reading, found: Found) -> bool:
    """Whether the relative clause in which a verb stands ends before what looks like its words.

    «ومن الذين انتقدهم، لم يرد سوى «الميناء»»: the pronoun is the object. «التعليق الذي أعلن قبل فوز «حزب اللقاء»»: a passive.
    """
    if not reading.features.enclitic:
        return found.link is QUOTATION and reading.entry.string("cue") == "announce" and found.complement > token + _PASSIVE
    return any(sheet.is_mark(index, COMMAS) for index in sheet.marks_between(token, found.complement))


def _is_told_of(sheet: Sheet, token: int, reading: Reading) -> bool:
    """«ما صرح به أمام اللجنة «لا يخرج عن الواقع»»: of the words that a relative clause speaks of something else is said."""
    if not token or sheet.keys[token - 1] not in {"ما", "بما", "مما", "عما"} or reading.entry.flag("complex"):
        return False
    after = token + 1
    return after < len(sheet) and sheet.keys[after] in {"به", "عنه", "اليه", "عليه"} and sheet.is_any(after, "pronoun_preposition")


def _is_of_event(sheet: Sheet, token: int, reading: Reading) -> bool:
    """«وهو ما يؤكد أن»، «مما يشير إلى»، «الأمر الذي دعا إلى»: the subject of the verb is what happened."""
    before = token - 1
    if before < 0 or reading.features.enclitic or reading.features.person != 3 or reading.features.number != "s":
        return False
    is_event = sheet.keys[before] in _EVENTS or (sheet.keys[before] == "الذي" and before > 0 and sheet.keys[before - 1] == "الامر")
    return is_event and not (reading.entry.string("cue") in _OF_PERSONS or reading.entry.lemma == "قال")


def _is_measured(sheet: Sheet, token: int, reading: Reading) -> bool:
    """«يبلغان من العمر»، «يبلغ عدد القراء مليونا»: how old or how many somebody or something is."""
    if reading.entry.lemma != "أبلغ" or reading.features.form != "imperfect" or token + 1 >= len(sheet):
        return False
    return sheet.keys[token + 1 : token + 3] == _OF_AGE or sheet.keys[token + 1].removesuffix("ها").removesuffix("ه") in _MEASURES


def _is_own_word(sheet: Sheet, token: int, reading: Reading) -> bool:
    """«قال: «أؤكد أننا هنا»»: who says «I» stands outside the marks; a word with other senses needs its complementiser."""
    if sheet.pair_around(token) is None:
        return False
    return not reading.entry.flag("strict") or (token + 1 < len(sheet) and "complementiser" in sheet.words[token + 1].classes)


def _has_object_before(sheet: Sheet, token: int, reading: Reading) -> bool:
    """«وثائق نشرها الموقع»: the pronoun of a homograph goes back to the document before it."""
    if reading.features.enclitic not in {"ه", "ها"} or not reading.entry.flag("strict") or not token:
        return False
    return reading.entry.flag("issues") or type_of(sheet, token - 1) == "document"


def _is_issued(sheet: Sheet, token: int, reading: Reading) -> bool:
    """«في مقال، نشر أمس، أن»: the passive of a verb of publishing after a comma."""
    after = token + 1
    if not reading.entry.flag("issues") or not token or after >= len(sheet):
        return False
    if is_published(sheet, token):
        return True
    return sheet.is_mark(token - 1, COMMAS) and (bool(sheet.after_date(after)) or sheet.is_any(after, "preposition"))


def _opens_clause(sheet: Sheet, token: int, reading: Reading) -> bool:
    """Whether a homograph stands where a verb may: after a conjunction, a mark, an adverb, a date; not after a noun (الدور ثمن)."""
    before = token - 1
    if reading.proclitics or reading.features.enclitic or before < 0:
        return True
    if sheet.is_punctuation(before) or sheet.after_date(before):
        return True
    if not sheet.words[before].classes.isdisjoint(_BEFORE_VERB) or sheet.keys[before] in {"هو", "هي", "وهو", "وهي"}:
        return True
    start = sheet.sentence_start(token)
    return token == start or (
        token - start <= 8 and sheet.is_any(start, "source_noun", "given_name") and not any(map(sheet.is_punctuation, range(start, token)))
    )


def _complement_of_verb(sheet: Sheet, token: int, reading: Reading) -> Found | None:
    found = complement_after(sheet, token, reading)
    strict = reading.entry.flag("strict")
    if found is not None and reading.entry.lemma == "نقل" and found.link is QUOTATION:
        said_of = sheet.keys[token + 1 : found.complement]
        found = found if any(key.startswith("عن") for key in said_of) else None  # «سينقل الغاز «نحو أوروبا»»
    if found is not None and reading.entry.flag("clause") and found.link not in _CLAUSES:
        found = None
    if found is not None and _is_considered(reading) and _holds_nothing(sheet, token, found, reading):
        return None
    if (
        found is not None
        and strict
        and found.complement > token + 1
        and _has_other_sense(sheet, token)
        and not _is_verb(sheet, token, found)
    ):
        found = None  # بين البلدين، نادي المدينة: another word, unless أن or a mark follows at once
    if not reading.proclitics and (found is None or found.link in _NO_CLAUSES):
        preceding = quotation_before(sheet, token)
        if preceding is not None:
            return Found(PRECEDING, token + 1, preceding)
    if found is not None and not (strict and _is_far(sheet, token, found, reading)):
        return found
    if reading.entry.flag("silent") and negation_of(sheet, token) < token:
        return Found(NOUN_PHRASE, token + 1, token + 1) if token + 1 < sheet.sentence_end(token) else None
    return None if strict or _is_considered(reading) else governed_preposition(sheet, token, reading)


def _is_considered(reading: Reading) -> bool:
    """«يعتبر المشروع الأكبر»: an imperfect without object, which more often is the passive."""
    return reading.features.form == "imperfect" and reading.entry.lemma in _CONSIDERED and not reading.features.enclitic


def _holds_nothing(sheet: Sheet, token: int, found: Found, reading: Reading) -> bool:
    """Whether a verb that may be «is considered» has no words of somebody after it."""
    if found.link is CLAUSE and any("relative" in sheet.words[index].classes for index in range(token + 1, found.complement)):
        return True  # «يعد هذا العيد السادس الذي يمر على المدينة التي تمكنت من أن»
    if found.complement == token + 1:
        return _is_far(sheet, token, found, reading)  # «وتعتبر «أمواج» أول شركة»: of whom it is held, not what
    if found.link is COLON:
        return sheet.written(token + 1).endswith("ا")  # «كل هذا يعتبر منطقيا: …»
    # «وتعتبر العملية سهلة، مثل «شجرة»»
    return found.link is QUOTATION and any(map(sheet.is_punctuation, range(token + 1, found.complement)))


def _has_other_sense(sheet: Sheet, token: int) -> bool:
    """Whether the word is no speech verb only: بين is a preposition too, and نادي a body."""
    return not sheet.words[token].classes.isdisjoint(_OTHER_SENSES)


def _is_verb(sheet: Sheet, token: int, found: Found) -> bool:
    """A homograph that is spelled as a verb (بيّن), or stands as one at the head of its sentence: «وبين الوزير أن»."""
    if "\N{ARABIC SHADDA}" in sheet.written(token):
        return True
    if token != sheet.sentence_start(token):
        return False
    if found.link is COLON:
        return found.content in sheet.opening  # «كتب الوزير: «…»»
    if found.link in _CLAUSES:
        return sheet.keys[token].startswith("و")
    # «عبر الموقع عن طريق» is no expression, «عبر المدرب عن أمله» is one
    return _expresses(sheet, token, found) and (sheet.keys[token].startswith("و") or type_of(sheet, token + 1) == "person")


def _expresses(sheet: Sheet, token: int, found: Found) -> bool:
    """«وعبر الوزير عن خوفه»، «لكن في الخفاء يعبر مسؤولون عن قلقهم»: somebody who may speak between the verb and عن."""
    reading, subject = sheet.words[token].tags["reporting_verb"], token + 1
    if found.link is not NOUN_PHRASE or reading.article or not reading.entry.flag("expresses"):
        return False
    return subject < found.complement and names_speaker(sheet, subject) and sheet.keys[found.complement] in governed(reading.entry)


def _is_far(sheet: Sheet, token: int, found: Found, reading: Reading) -> bool:
    """A homograph is believed only where its complement is near, and is more than a quoted word."""
    if reading.features.enclitic:
        return found.complement - token > 14
    start = sheet.sentence_start(token)
    heads = found.link is CLAUSE and (token == start or (token - start < 5 and sheet.is_mark(token - 1, COMMAS)))
    reach = 8 if found.link is COLON else 30 if heads or _expresses(sheet, token, found) else 14
    if found.complement - token > reach:
        return True
    pair = sheet.opening.get(found.content)
    return found.link is QUOTATION and pair is not None and words_in(sheet, pair) < 4


def quotation_before(sheet: Sheet, token: int) -> int | None:
    """Position of the quotation that a speech word follows: «…»، يؤكد الخبير."""
    index = token - 1
    while index >= 0 and (sheet.mark(index) in _COMMAS_AND_DASHES or sheet.keys[index] in _POINTERS):
        index -= 1
    pair = sheet.closing.get(index)
    if pair is None:
        return None
    opening = sheet.at(pair.span.start)
    if opening and (sheet.keys[opening - 1].strip("ـ") in {"ل", "لل"} or sheet.is_any(opening - 1, "complementiser", "name_head")):
        return None  # «في تصريح لـ«الميناء»، ذكر»، «قالت إن «مئة إصابة» سجلت»، «وفي مقال بصحيفة «الميناء»، أعرب»
    if pair.depth > 0 or words_in(sheet, pair) < (2 if index < token - 1 else 3):
        return None
    return opening
