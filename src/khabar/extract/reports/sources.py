"""The source of a report: who is named beside the cue."""

from __future__ import annotations

from khabar.extract.cues import Cue
from khabar.extract.cues.asides import relative_before
from khabar.extract.cues.governed import is_governed
from khabar.extract.cues.links import complement_after
from khabar.extract.cues.making import speech_verbs_between
from khabar.extract.cues.model import (
    ACCORDING_TO,
    CLAUSE,
    MASDAR,
    NOUN_PHRASE,
    PARTICIPLE,
    PRECEDING,
    QUOTATION,
    REPORTED_IN,
    SPEECH_NOUN,
    VERB,
)
from khabar.extract.new_phrases import begins_new_phrase
from khabar.extract.noun_phrases import DEMONSTRATIVES, NounPhrase, noun_phrase
from khabar.extract.reports.objects import concerns_somebody, object_start, takes_object
from khabar.extract.reports.topics import (
    ABOUT,
    Source,
    follows_complementiser,
    follows_kana,
    follows_person,
    follows_pronoun,
    follows_topic,
    span_of,
    subject_before,
    topic_of,
)
from khabar.extract.sheet import COMMAS, Sheet
from khabar.extract.words import had_before, hides_preposition, is_addressed, is_object_noun, is_oblique, names_speaker
from khabar.model import Reading

_ADVERBIALS = frozenset({"adverb", "blessing", "auxiliary", "pronoun_preposition"})
_THINGS = frozenset({"organisation", "document", "media"})
_LED_BY = frozenset({"بقياده", "برئاسه", "بحضور", "بمشاركه", "باشراف", "برعايه"})
"""Nouns after ب before one who leads or attends."""
_ANNEXING = (ACCORDING_TO, REPORTED_IN, SPEECH_NOUN)
"""Kinds of cues that a source follows at once."""


def source_of(sheet: Sheet, cue: Cue) -> Source | None:
    """The noun phrase of the speaker, or None where the subject is only in the verb."""
    if cue.is_impersonal:
        return None
    form = cue.form
    if form is VERB:
        return _of_verb(sheet, cue)
    if form in _ANNEXING:
        return _annexed(sheet, cue)
    if form is MASDAR:
        return _subject_of_main_verb(sheet, cue) if cue.is_owned or cue.complement == cue.end_token else _annexed(sheet, cue)
    if form is PARTICIPLE:
        return _subject_of_main_verb(sheet, cue) or _honoured(sheet, cue)
    return None


def _of_verb(sheet: Sheet, cue: Cue) -> Source | None:
    """The subject of a verb: after it, unless that is an object, or before it."""
    if (antecedent := _relative_antecedent(sheet, cue)) is not None:
        return antecedent
    after = _subject_after(sheet, cue)
    if after is None or follows_pronoun(sheet, cue):
        return _after_before(sheet, cue) or subject_before(sheet, cue)
    if (
        follows_complementiser(sheet, cue)
        or _may_be_addressee(sheet, after.phrase.start)
        or follows_kana(sheet, cue)
        or follows_topic(sheet, cue, after.phrase.end)
        or follows_person(sheet, cue)
    ):
        return subject_before(sheet, cue) or after
    return after


def _subject_after(sheet: Sheet, cue: Cue) -> Source | None:
    """«قال وزير المالية سامر الخطيب، أمس، إن»: the phrase between verb and complement."""
    if cue.features.person == 1 or cue.features.number in {"p", "d"}:
        return None  # «وطالبوا | البلدية»: before its subject a verb is in the singular
    stop = cue.complement
    is_object = cue.complement == cue.token + 1 and cue.link is NOUN_PHRASE
    if is_object and is_governed(sheet, cue.complement, cue.entry):
        return None  # «المجلس رحب | بفكرة عودة السفراء»
    if is_object or cue.link is PRECEDING or (cue.features.enclitic and stop <= cue.end_token):
        stop = sheet.sentence_end(cue.token)
    if cue.features.enclitic and cue.complement == cue.end_token and cue.link is QUOTATION:
        return None
    stop = min(stop, cue.content) if cue.content > cue.end_token else stop
    start = _skip_adverbials(sheet, cue.end_token, stop)
    found = object_start(sheet, cue, start, min(stop, start + 20)) if takes_object(cue) else None
    stop = found if found is not None else stop
    phrase = _pointed_at(sheet, cue, start, stop) or noun_phrase(sheet, start, stop)
    if phrase is None or is_oblique(sheet, phrase.start) or _disagrees(cue, sheet, start):
        return None
    if _may_be_addressee(sheet, phrase.start) and sheet.written(phrase.start).endswith(("ه", "ها", "هم")):
        return None  # «قال لزملائه إن»
    if is_object_noun(sheet, phrase.start) and not sheet.is_any(phrase.start, "source_noun", "given_name"):
        return None  # «أكد أيضا وجود قوات»
    may_name = not (sheet.keys[phrase.start].endswith("ا") or cue.negated)  # «توقعوا ربحا قدره»، «لم يذكر تاريخ إعادة الفتح»
    has_object = may_name and found is not None and is_object_noun(sheet, found)  # «اعتبر كلاين | مواصلة الحوار «صعبة»»
    if cue.content == cue.end_token and cue.link is NOUN_PHRASE and not (has_object or _may_be_subject(sheet, phrase.start)):
        return None
    return Source(phrase, span_of(sheet, phrase), "source.subject")


def _pointed_at(sheet: Sheet, cue: Cue, start: int, stop: int) -> NounPhrase | None:
    """«وأكدت هذه المراجع أن»: before a clause or quotation a demonstrative with its noun is the subject."""
    noun = start + 1
    if cue.link is NOUN_PHRASE or noun >= stop or sheet.keys[start] not in DEMONSTRATIVES or not sheet.words[noun].definite:
        return None
    phrase = noun_phrase(sheet, noun, stop)
    if phrase is None or phrase.end != cue.complement or cue.cue_class == "opinion":
        return None  # «اعتبر هذه الخطوة «ناجحة»»
    return NounPhrase(start, phrase.end)


def _disagrees(cue: Cue, sheet: Sheet, position: int) -> bool:
    """«كما دعا | السلطات إلى التحقيق»، «نفى | التقارير»: whether the noun of a body right after a verb is its object by its gender.

    Persons are left out: a woman's title may be in the masculine (قالت النائب). A plural of things counts as a feminine.
    """
    word, gender = sheet.words[position], cue.features.gender
    noun = word.tags.get("source_noun")
    if position != cue.end_token or noun is None or not gender or noun.entry.string("type") not in _THINGS or len(word.tags) > 1:
        return False
    if cue.link is not NOUN_PHRASE and not concerns_somebody(cue.entry):
        return False
    return gender != ("f" if noun.features.number == "p" else noun.features.gender)


def _may_be_subject(sheet: Sheet, position: int) -> bool:
    """Of two bare noun phrases after a verb the first is its subject where it is definite or names a speaker: أكد الوزير أهمية."""
    if names_speaker(sheet, position) or sheet.keys[position].startswith("ال") or position in sheet.opening:
        return True
    # «انتقد كلاين بشدة التحقيقات»: an adverb after one unknown word
    after = position + 2
    is_alone = not sheet.words[position].tags and after < len(sheet) and sheet.is_any(position + 1, "adverb")
    return is_alone and sheet.words[after].definite


def _is_annexed(sheet: Sheet, phrase: NounPhrase) -> bool:
    """Whether a definite noun follows the first one: حالة الطوارئ."""
    return phrase.end > phrase.start + 1 and sheet.keys[phrase.start + 1].startswith("ال")


def _may_be_addressee(sheet: Sheet, position: int) -> bool:
    """An unknown word that begins with ل, after a speech verb: قال لعنب بلدي إنه."""
    return sheet.keys[position].startswith("ل") and len(sheet.keys[position]) > 3 and not sheet.words[position].readings


def _skip_adverbials(sheet: Sheet, position: int, stop: int) -> int:
    """Past adverbs, dates and commas that stand between verb and subject: قال، أمس، الوزير."""
    while position < stop:
        classes = sheet.words[position].classes
        if after_date := sheet.dated.get(position):
            position = after_date
        elif "pronoun_preposition" in classes and "source_noun" in classes:
            break  # «ولي العهد», which is not «and to me»
        elif not classes.isdisjoint(_ADVERBIALS) or sheet.is_mark(position, COMMAS):
            position += 1
        elif "manner_head" in classes and position + 1 < stop:
            position += 2
        elif is_addressed(sheet, position) and (after := _after_addressee(sheet, position, stop)):
            position = after
        else:
            break
    return position


def _after_addressee(sheet: Sheet, position: int, stop: int) -> int:
    """«قال لـ«الميناء» مدير الشرطة»: position of a subject that stands after the addressee; 0 for none."""
    for index in range(position + 1, min(stop, position + 4)):
        if sheet.written(index) == ")" and index + 1 < stop and sheet.is_any(index + 1, "source_noun"):
            return index + 1  # «لمراسلة (وات) | الممرض»
        pair = sheet.opening.get(index)
        after = sheet.before(pair.span.end) + 1 if pair is not None else index
        if after < stop and sheet.is_mark(after, COMMAS):
            after += 1
        if (
            after < stop
            and sheet.is_any(after, "source_noun", "given_name")
            and (pair is not None or sheet.words[after].tags.get("source_noun"))
        ):
            reading = sheet.tag(after, "source_noun")
            if reading is None or reading.entry.string("type") in {"person", "unnamed"}:
                return after
        if pair is not None:
            break
    return 0


def _relative_antecedent(sheet: Sheet, cue: Cue) -> Source | None:
    """«النائب عادل منصور الذي قال إن»: the antecedent of الذي where the cue is the verb of its clause."""
    before = relative_before(sheet, cue.start_token)
    if not before or sheet.keys[before].lstrip("و") in {"من", "ما", "مما"}:
        return None
    if cue.end_token < cue.complement and noun_phrase(sheet, _skip_adverbials(sheet, cue.end_token, cue.complement), cue.complement):
        return None  # «التي قال الوزير إنها»: the relative is the object
    is_apart = sheet.is_mark(before - 1, COMMAS) and not sheet.keys[before].startswith("و")
    end = before - 1 if is_apart else before  # «عادل منصور، الذي قال إن»
    start, floor = end, sheet.sentence_start(before)
    while start > floor and end - start < 12 and _is_nominal(sheet, start - 1):
        start -= 1
        if begins_new_phrase(sheet, start) or sheet.keys[start - 1] in _LED_BY:
            break  # «وصل الفريق بقيادة | المقدم سامر الخطيب، الذي أوضح أن»
    heads = [index for index in range(start, end) if sheet.is_any(index, "source_noun", "given_name", "media_name", "place")]
    if not heads:
        return None  # a thing, of which something is said: «الملف الذي قال إنه …»
    start = heads[0]
    if _is_man(sheet, start) and sheet.keys[before].endswith("التي"):
        return None  # «الدولة الوحيدة في العالم التي تعارض»
    phrase = NounPhrase(start, end)
    peel = sheet.keys[start][0] if hides_preposition(sheet, start) else ""
    return Source(phrase, span_of(sheet, phrase, peel), "source.relative")


def _is_man(sheet: Sheet, position: int) -> bool:
    """Whether a noun of a source is a masculine singular; of «بعض المصادر» the second word tells."""
    noun = sheet.tag(position, "source_noun")
    if noun is None or noun.entry.string("type") == "unnamed":
        return False
    return noun.features.gender == "m" and noun.features.number == "s"


def _is_nominal(sheet: Sheet, position: int) -> bool:
    if sheet.is_punctuation(position) or sheet.after_date(position):
        return False
    if sheet.is_any(position, "preposition", "relative", "conjunction", "complementiser", "negation", "adverb"):
        return False
    reading = sheet.tag(position, "reporting_verb")
    return reading is None or reading.article or sheet.is_any(position, "source_noun")


def _after_before(sheet: Sheet, cue: Cue) -> Source | None:
    """«سبق لوسائل إعلام أن ذكرت»: the phrase after ل."""
    start = had_before(sheet, cue.start_token) + 1
    if not start:
        return None
    phrase = _after_preposition(sheet, start, cue.start_token - 1)
    return Source(phrase, span_of(sheet, phrase, "ل"), "source.had-before") if phrase else None


def _annexed(sheet: Sheet, cue: Cue) -> Source | None:
    """«وفق بيان للوزارة»، «على حد قول الوزير»، «تصريحات الوزير بأن»: the phrase after the cue."""
    if cue.is_owned:
        return None
    stop = cue.complement if cue.form is not ACCORDING_TO else sheet.sentence_end(cue.token)
    start = cue.end_token
    if cue.form is ACCORDING_TO and cue.features.form:
        start = _skip_adverbials(sheet, start, stop)
    if start >= stop:
        return None
    peel = "ل" if cue.entry.string("prep") == "ل" else ""
    phrase = _after_preposition(sheet, start, stop) if peel else noun_phrase(sheet, start, stop)
    if phrase is None:
        return None
    return Source(phrase, span_of(sheet, phrase, peel), "source.annexed")


def _after_preposition(sheet: Sheet, start: int, stop: int) -> NounPhrase | None:
    """The phrase whose first word carries the preposition ل: وفقا لمصدر، وفقا للوزارة."""
    rest = noun_phrase(sheet, start + 1, stop) if start + 1 < stop else None
    if rest is not None and start + 1 < stop and not sheet.is_punctuation(start + 1):
        return NounPhrase(start, rest.end)
    if start + 1 in sheet.opening and rest is not None:
        return NounPhrase(start if sheet.keys[start] != "ل" else start + 1, rest.end)
    if sheet.keys[start] == "ل":
        return None  # the text ends with the preposition
    return noun_phrase(sheet, start, stop, attached=True)


def _subject_of_main_verb(sheet: Sheet, cue: Cue) -> Source | None:
    """«رد المدرب على المنتقدين بقوله إن»، «ردت الفنانة قائلة»: the subject of the verb that the light word completes."""
    is_apart = cue.form is PARTICIPLE and sheet.is_mark(cue.token - 1, COMMAS)
    if cue.entry.lemma != "قال" and (is_apart or not (cue.span.text.startswith("ب") or cue.form is PARTICIPLE)):
        return None
    floor = max(sheet.sentence_start(cue.token), cue.token - 40)
    for index in reversed(speech_verbs_between(sheet, _after_joining_comma(sheet, floor, cue.token), cue.token)):
        reading = sheet.words[index].tags.get("reporting_verb")
        if reading is not None and _is_main_verb(reading) and (index == floor or len(sheet.words[index].tags) == 1):
            if reading.entry.flag("np") and (is_apart or (cue.form is PARTICIPLE and cue.entry.lemma != "قال")):
                return None  # «اعترف الوزير بالخسارة، قائلا», «استبعد الكاتب ذلك واصفا إياه»: the verb has words of its own
            if complement_after(sheet, index, reading) is not None or sheet.keys[index - 1] in ABOUT:
                return None  # it has words of its own; the light word begins a report of the same speaker
            phrase = noun_phrase(sheet, _skip_adverbials(sheet, index + 1, cue.token), cue.token)
            if sheet.is_any(index - 1, "relative"):
                continue  # «التصريحات التي أدلى بها»: a clause of its own
            if phrase is None and not reading.proclitics and (cue.entry.lemma == "قال" or cue.span.text.startswith("ب")):
                return topic_of(sheet, index)  # «الباحث رد على الادعاءات بقوله»
            if phrase is None or (_is_annexed(sheet, phrase) and not _may_be_subject(sheet, phrase.start)):
                return None  # «أعلن حالة الطوارئ قائلا»
            return Source(phrase, span_of(sheet, phrase), "source.main-verb")
    return None


def _after_joining_comma(sheet: Sheet, floor: int, stop: int) -> int:
    """«…، | واكتفت بالقول»: position after the last comma before a conjunction, beyond which the verb is another; `floor` for none."""
    for mark in reversed(sheet.marks_between(floor, stop)):
        if sheet.is_mark(mark, COMMAS) and sheet.has_conjunction(mark + 1):
            return mark + 1
    return floor


def _honoured(sheet: Sheet, cue: Cue) -> Source | None:
    """«مؤكدا سموه أن»: a participle with a subject of its own."""
    if cue.link is not CLAUSE or cue.end_token >= cue.complement or not sheet.is_any(cue.end_token, "honorific", "excellency"):
        return None
    phrase = noun_phrase(sheet, cue.end_token, cue.complement)
    return Source(phrase, span_of(sheet, phrase), "source.participle") if phrase else None


def _is_main_verb(reading: Reading) -> bool:
    return reading.features.form in {"perfect", "imperfect"} and not reading.article and not reading.features.enclitic


def passes_on(sheet: Sheet, cue: Cue) -> bool:
    """Whether a pronoun names the one whose words are passed on: نقلت عنه وسائل إعلام."""
    return any(sheet.keys[index] in {"عنه", "عنها", "عنهم", "اليه", "اليها"} for index in range(cue.end_token, cue.complement))


def relayed(sheet: Sheet, cue: Cue, preposition: str) -> Source | None:
    """The one whose words are passed on: the phrase after عن or إلى between the relaying verb and the complement."""
    key = preposition.replace("إلى", "الي")
    for index in range(cue.end_token, cue.complement):
        if sheet.keys[index] == key:
            phrase = noun_phrase(sheet, index + 1, cue.complement)
            return Source(phrase, span_of(sheet, phrase), "source.relayed") if phrase else None
    return None
