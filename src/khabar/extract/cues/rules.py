"""Rules that find cues: one function a kind of speech word."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from khabar.extract.cues.links import Found, clause_start, complement_after, governed_preposition, words_in
from khabar.extract.cues.model import Cue, CueForm, Link
from khabar.extract.noun_phrases import looks_imperfect
from khabar.extract.sheet import COMMAS, DASHES, Sheet
from khabar.layers import View
from khabar.model import Entry, Features, Reading

Rule = Callable[[Sheet, View], Iterator[Cue]]

_FINITE = frozenset({"perfect", "imperfect", "passive_perfect", "passive_imperfect"})


def _cue(
    sheet: Sheet, token: int, reading: Reading, form: CueForm, found: Found, *, start: int = -1, end: int = -1, negated: bool = False
) -> Cue:
    first = token if start < 0 else start
    last = token + 1 if end < 0 else end
    offset = sheet.without(first, _conjunction(sheet, first))
    return Cue(
        span=sheet.cut(offset, sheet.ends[last - 1]),
        token=token,
        start_token=first,
        end_token=last,
        entry=reading.entry,
        features=reading.features,
        form=form,
        link=found.link,
        complement=found.complement,
        content=found.content,
        negated=negated,
    )


def _conjunction(sheet: Sheet, position: int) -> str:
    for reading in sheet.words[position].readings:
        proclitics = reading.proclitics
        return proclitics[0] if proclitics and proclitics[0] in "وف" else ""
    key = sheet.keys[position]
    return key[0] if key[:1] in {"و", "ف"} and key[1:] in {"لم", "لا", "لن"} else ""


def finite_verbs(sheet: Sheet, view: View) -> Iterator[Cue]:
    """«وقال الوزير إن الطريق مفتوح»، «لم يوضح البيان عدد المصابين»: a speech verb with its complement."""
    fillers = {index for match in view.matches("filler") for index in range(match.start_token, match.end_token)}
    for match in view.matches("reporting_verb"):
        token = match.start_token
        reading = _finite_reading(sheet, token)
        if reading is None or token in fillers or reading.features.person == 1 or _is_noun_here(sheet, token):
            continue
        found = _complement_of_verb(sheet, token, reading)
        if found is None:
            continue
        start = _negation(sheet, token)
        yield _cue(sheet, token, reading, CueForm.VERB, found, start=start, negated=start < token)


def _is_noun_here(sheet: Sheet, token: int) -> bool:
    """Whether the words before make a noun of a homograph: في رد، تم نقل، هذا الكشف."""
    if sheet.is_any(token, "homograph"):
        return True
    if not token:
        return False
    before = token - 1
    reading = sheet.tag(before, "complementiser")
    if reading is not None and not reading.entry.flag("pronoun") and not sheet.keys[token].lstrip("وف").startswith(("ي", "ت")):
        return True  # إن رد المجتمع: a noun follows إن, never a perfect
    if looks_imperfect(sheet, before):
        return True
    if sheet.keys[before] in {"تم", "يتم", "هذا", "هذه", "كل", "اي", "عدم", "اعاده", "ذلك"}:
        return True
    return sheet.is_any(before, "preposition") and not sheet.is_any(before, "relative", "conjunction", "according_to", "contrast", "adverb")


def _finite_reading(sheet: Sheet, token: int) -> Reading | None:
    for reading in sheet.words[token].readings:
        if reading.entry.lexical_class == "reporting_verb" and reading.features.form in _FINITE:
            features, strict = reading.features, reading.entry.flag("strict")
            if features.jussive and not (token and sheet.keys[token - 1].lstrip("وف") == "لم"):
                continue
            if features.enclitic == "ه" and sheet.written(token).rstrip("\u064b\u064c\u064d\u064e\u064f\u0650").endswith("ة"):
                continue  # حملة is a noun, حمله would be a verb
            if strict and features.number == "d" and features.form == "perfect":
                continue  # ردا، أمرا: the accusative of a noun
            others = len(sheet.words[token].tags) > 1
            if features.gender == "f" and features.number == "p" and (strict or others):
                continue
            return reading
    return None


def _complement_of_verb(sheet: Sheet, token: int, reading: Reading) -> Found | None:
    found = complement_after(sheet, token, reading)
    strict = reading.entry.flag("strict")
    if (
        found is not None
        and strict
        and found.complement > token + 1
        and sheet.is_any(token, *_OTHER_SENSES)
        and not _is_verb(sheet, token, found)
    ):
        found = None  # بين البلدين، نادي المدينة: another word, unless أن or a mark follows at once
    preceding = quotation_before(sheet, token) if not reading.proclitics else None
    if preceding is not None and (found is None or found.link in {Link.QUOTATION, Link.NOUN_PHRASE}):
        return Found(Link.PRECEDING, token + 1, preceding)
    if found is not None and not (strict and _is_far(sheet, token, found, reading)):
        return found
    if strict:
        return None
    return governed_preposition(sheet, token, reading)


_OTHER_SENSES = ("preposition", "source_noun", "medium_noun", "place", "adverb")


def _is_verb(sheet: Sheet, token: int, found: Found) -> bool:
    """A homograph that is spelled as a verb (بيّن), or stands as one at the head of its sentence: «وبين الوزير أن»."""
    if "\N{ARABIC SHADDA}" in sheet.written(token):
        return True
    return token == sheet.sentence_start(token) and found.link in {Link.CLAUSE, Link.COLON} and sheet.keys[token].startswith("و")


def _is_far(sheet: Sheet, token: int, found: Found, reading: Reading) -> bool:
    """A homograph is believed only where its complement is near, and is more than a quoted word."""
    if reading.features.enclitic:
        return found.complement - token > 14
    if found.complement - token > (8 if found.link is Link.COLON else 14):
        return True
    pair = sheet.opening.get(found.content)
    return found.link is Link.QUOTATION and pair is not None and words_in(sheet, pair) < 4


def quotation_before(sheet: Sheet, token: int) -> int | None:
    """Position of the quotation that a speech word follows: «…»، يؤكد الخبير."""
    index = token - 1
    while index >= 0 and (sheet.is_mark(index, COMMAS) or sheet.is_mark(index, DASHES) or sheet.keys[index] == "هكذا"):
        index -= 1
    pair = sheet.closing.get(index)
    if pair is None or pair.depth > 0 or words_in(sheet, pair) < (2 if index < token - 1 else 3):
        return None
    return sheet.at(pair.span.start)


def _negation(sheet: Sheet, token: int) -> int:
    """Position of the negation before a verb, or the verb's own: لم يوضح، لا يرى، لم يكن يتوقع."""
    before = token - 1
    if before > 0 and sheet.keys[before] in {"يكن", "تكن", "يعد", "تعد"}:
        before -= 1
    return before if before >= 0 and sheet.is_any(before, "negation") and sheet.keys[before].lstrip("وف") in {"لم", "لا", "لن"} else token


def participles(sheet: Sheet, view: View) -> Iterator[Cue]:
    """«مضيفا أن الدوريات مستمرة»، «قائلا: «…»»: a circumstantial participle."""
    for match in view.matches("reporting_verb"):
        token = match.start_token
        reading = _reading(sheet, token, "participle")
        if reading is None or _is_noun_here(sheet, token) or any(r.features.form in _FINITE for r in sheet.words[token].readings):
            continue
        found = complement_after(sheet, token, reading)
        circumstantial = _is_circumstantial(sheet, token)
        if found is not None and not circumstantial and (found.complement - token > 2 or sheet.is_any(token, "source_noun")):
            found = None
        if found is not None and reading.entry.flag("strict") and found.complement - token > 6:
            found = None
        if found is None and not reading.entry.flag("strict") and circumstantial:
            found = governed_preposition(sheet, token, reading)
        if found is not None:
            yield _cue(sheet, token, reading, CueForm.PARTICIPLE, found)


def _reading(sheet: Sheet, token: int, form: str) -> Reading | None:
    for reading in sheet.words[token].readings:
        if reading.entry.lexical_class == "reporting_verb" and reading.features.form == form:
            return reading
    return None


def _is_circumstantial(sheet: Sheet, token: int) -> bool:
    before = token - 1
    return before >= 0 and (sheet.is_mark(before, COMMAS) or before in sheet.closing or sheet.words[token].key[:1] == "و")


def masdars(sheet: Sheet, view: View) -> Iterator[Cue]:
    """«نقلت عنه قوله إن …»، «رد بالقول إن …»: a verbal noun with its owner, or with ب."""
    for match in view.matches("reporting_verb"):
        token = match.start_token
        reading = _reading(sheet, token, "masdar")
        if reading is None or _finite_reading(sheet, token) is not None:
            continue
        says = reading.entry.lemma == "قال"
        by = reading.proclitics.endswith("ب") or (reading.article and says)
        if not (reading.features.enclitic or (says and by)):
            continue
        if token and sheet.is_any(token - 1, "according_to"):
            continue
        found = complement_after(sheet, token, reading)
        if found is not None and not says and found.complement - token > 2:
            found = None
        if found is None and says and reading.features.enclitic and _follows_relay(sheet, token):
            found = Found(Link.BARE, token + 1, token + 1) if token + 1 < sheet.sentence_end(token) else None
        if found is not None and (says or found.link is Link.CLAUSE or _follows_relay(sheet, token)):
            yield _cue(sheet, token, reading, CueForm.MASDAR, found)


def _follows_relay(sheet: Sheet, token: int) -> bool:
    """Whether a relaying verb (نقل عن، نسب إلى) stands before the token in its sentence."""
    for index in range(token - 1, max(sheet.sentence_start(token), token - 40) - 1, -1):
        reading = sheet.tag(index, "reporting_verb")
        if reading is not None and reading.entry.string("relay"):
            return True
    return False


def speech_nouns(sheet: Sheet, view: View) -> Iterator[Cue]:
    """«مع تأكيد مصادر أن …»، «تصريحات الوزير بأن …»: a noun of saying that takes a clause."""
    for match in view.matches("speech_noun"):
        token = match.start_token
        if token and sheet.is_any(token - 1, "according_to"):
            continue
        if match.reading.article or any(r.features.form in _FINITE for r in sheet.words[token].readings):
            continue
        if token and (sheet.keys[token - 1] in {"في", "خلال", "عبر"} or (sheet.is_any(token, "medium_noun") and match.reading.proclitics)):
            continue
        end = min(sheet.sentence_end(token), token + 9)
        for index in range(token + 1, end):
            if sheet.tag(index, "complementiser"):
                if sheet.keys[index - 1] not in {"علي", "عن", "حتي", "مع", "بعد", "قبل", "دون", "رغم"}:
                    yield _cue(sheet, token, match.reading, CueForm.SPEECH_NOUN, Found(Link.CLAUSE, index, clause_start(sheet, index)))
                break
            if sheet.is_punctuation(index) and not sheet.is_mark(index, COMMAS):
                break
            if sheet.is_any(index, "reporting_verb", "relative"):
                break


def according_to(sheet: Sheet, view: View) -> Iterator[Cue]:
    """«وفق بيان للوزارة»، «بحسب ما أعلن الوزير»، «على حد تعبيره»: a preposition or adverbial that names the source."""
    for match in view.matches("according_to"):
        end = match.end_token
        if end >= sheet.sentence_end(match.start_token) or (sheet.is_punctuation(end) and end not in sheet.opening):
            continue
        entry, reading = match.entry, match.reading
        manner = _manner_noun(sheet, end)
        owned = manner and sheet.keys[end] not in _MANNER_STEMS
        manner = owned or sheet.keys[end] in _BARE_MANNER
        if entry.flag("noun") or manner:
            if not manner:
                continue
            end += 1
        elif (entry.string("prep") == "ل" and not sheet.keys[end].startswith("ل")) or _is_ground(sheet, end, entry):
            continue
        verb = _verb_of_clause(sheet, end, view)
        cue_reading = reading
        if verb is not None:
            end, cue_reading = verb
        found = Found(Link.BARE, end, end)
        features = _OWNED if owned else cue_reading.features
        yield _cue(
            sheet,
            match.start_token,
            Reading(entry=cue_reading.entry, features=features),
            CueForm.ACCORDING_TO,
            found,
            start=match.start_token,
            end=end,
        )


_ANY_VERB = Reading(entry=Entry(lexical_class="reporting_verb", lemma="", attributes={"cue": "neutral"}), features=Features(form="perfect"))
_OWNED = Features(form="masdar", enclitic="ه")
_BARE_MANNER = frozenset({"قول", "تعبير", "وصف", "زعم"})


def _is_ground(sheet: Sheet, position: int, entry: Entry) -> bool:
    """Whether a rule stands there and no informant: وفقا للقانون, and after وفق any unknown annexation (وفق أساليب الإعلام)."""
    if sheet.is_any(position, "source_noun", "media_name", "place", "given_name", "demonym", "speech_noun") or position in sheet.opening:
        return False
    if sheet.is_any(position, "ground_noun"):
        return True
    follow = position + 1
    is_definite = sheet.keys[position].startswith(("ال", "لل"))
    is_annexed = not is_definite and follow < len(sheet) and sheet.keys[follow].startswith("ال")
    return (
        entry.lemma.startswith(("وفق", "طبق", "تبع"))
        and not entry.lemma.endswith("ما")
        and sheet.keys[position] != "ما"
        and (is_definite or is_annexed)
    )


def _manner_noun(sheet: Sheet, position: int) -> bool:
    """قوله، تعبير، رأيها: a noun of saying, bare or with its owner's pronoun."""
    key = sheet.keys[position]
    for suffix in ("", "هما", "هم", "ها", "ه", "نا", "ي"):
        stem = key.removesuffix(suffix) if suffix else key
        if stem in _MANNER_STEMS and (suffix or stem == key):
            return True
    return False


_MANNER_STEMS = frozenset(
    {
        "قول",
        "تعبير",
        "وصف",
        "زعم",
        "مزاعم",
        "راي",
        "اعتقاد",
        "توقعات",
        "تقديرات",
        "علم",
        "ادعاء",
        "تصريحات",
        "كلام",
        "روايت",
        "تسميت",
        "فهم",
    }
)


def _verb_of_clause(sheet: Sheet, position: int, view: View) -> tuple[int, Reading] | None:
    """«وفق ما أعلن …»، «حسبما نص …»: the verb of the clause after the preposition, which belongs to the cue."""
    index = position
    has_clause = sheet.keys[position - 1].endswith("ما") and sheet.keys[position - 1] != "ما"
    if index < len(sheet) and sheet.keys[index] == "ما":
        index += 1
        has_clause = True
    if index < len(sheet) and sheet.keys[index] in {"قد", "كان"}:
        index += 1
    if index >= len(sheet):
        return None
    reading = _finite_reading(sheet, index)
    if reading is None and has_clause and not sheet.is_punctuation(index) and not sheet.is_any(index, "source_noun", "given_name", "place"):
        reading = _ANY_VERB
    if reading is None:
        return None
    end = index + 1
    if end < len(sheet) and sheet.keys[end] == "في" and sheet.keys[index] in {"جاء", "ورد", "جاءت", "وردت"}:
        end += 1
    return end, reading


def reported_in(sheet: Sheet, view: View) -> Iterator[Cue]:
    """«وجاء في بيان النقابة أن …»: a document in which something stands."""
    for match in view.matches("reported_in"):
        token = match.start_token
        found = complement_after(sheet, match.end_token - 1, match.reading)
        if found is not None:
            yield _cue(sheet, token, match.reading, CueForm.REPORTED_IN, found, end=match.end_token)


def text_follows(sheet: Sheet, view: View) -> Iterator[Cue]:
    """«في بيان جاء فيه: «…»»، «سؤال نصه: «…»»: the very words of a document follow."""
    for match in view.matches("text_follows"):
        found = complement_after(sheet, match.end_token - 1, match.reading)
        if found is not None and found.complement - match.end_token <= 1:
            yield _cue(sheet, match.start_token, match.reading, CueForm.TEXT_FOLLOWS, found, end=match.end_token)


RULES: tuple[Rule, ...] = (according_to, reported_in, text_follows, finite_verbs, participles, masdars, speech_nouns)
"""Every kind of cue; a rule that comes first wins where two find the same token."""
