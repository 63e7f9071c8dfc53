"""What the words of a text are to a phrase: prepositions, speech words, adjectives, hearers, names."""

from __future__ import annotations

import re

from khabar.extract.memo import by_word
from khabar.extract.sheet import COMMAS, Sheet
from khabar.model import Word

_ALWAYS = frozenset({"من", "في", "عن", "الي", "بين", "مع", "ما"})
_PROGRAMMES = frozenset({"برنامج"})
ENDS_OF_NAMES = frozenset({"الدين", "الله", "الرحمن"})
"""What a given name of two words ends with: عز الدين، ذبيح الله."""
_HEARERS = frozenset({"صحفي", "صحافي", "إعلامي", "مراسل"})
_SPELLED_LIKE_SPEECH = frozenset({"homograph", "source_noun", "given_name", "place", "media_name"})
"""Classes of words that are spelled like a speech verb, and then more often meant."""
_SPEAKERS = frozenset({"source_noun", "given_name", "place", "media_name"})
_NEVER_BEGINS = frozenset({"given_name", "preposition", "honorific"})
"""Classes of words that begin no phrase after another."""
_NEVER_ENDS = frozenset({"name_particle", "preposition", "honorific"})
"""Classes of words that end none."""


POINTING_BACK = frozenset({"ذات", "نفس", "هذا", "هذه"})
"""Words before a definite noun that point back: ذات المصدر، هذه الدراسة."""
SENT = frozenset({"الي", "لدي"})
"""Prepositions between a post and the place it is at: مبعوث إلى، سفير لدى."""


def is_preposition(sheet: Sheet, position: int) -> bool:
    """Whether the token is a preposition, and not the name or noun that is spelled alike (علي, نحو)."""
    if "preposition" not in sheet.words[position].tags:
        return False
    if sheet.keys[position] == "امام":
        return not sheet.written(position).lstrip("وف").startswith("إ")  # أمام is before, إمام an imam
    return (
        sheet.keys[position] in _ALWAYS
        or not sheet.is_any(position, "source_noun", "given_name", "place")
        or sheet.written(position).endswith("ى")
    )


def is_speech(sheet: Sheet, position: int) -> bool:
    """A word that can only be a form of a speech verb (or stands where one does)."""
    word = sheet.words[position]
    if not _may_be_speech(word):
        return False
    reading = word.tags["reporting_verb"]
    if reading.entry.flag("strict") and not reading.proclitics and follows_body(sheet, position):
        return False
    features = reading.features
    if features.form == "participle" and not (features.number == "s" and features.gender == "m"):
        return position > 0 and sheet.is_mark(position - 1, COMMAS)
    return not is_naming(sheet, position)


@by_word
def _may_be_speech(word: Word) -> bool:
    """Whether a word is a form of a speech verb and no noun or name, as far as it alone tells."""
    reading = word.tags.get("reporting_verb")
    if reading is None or reading.article or not word.classes.isdisjoint(_SPELLED_LIKE_SPEECH):
        return False
    features = reading.features
    if features.form == "participle":
        return True
    if features.gender == "f" and features.number == "p":
        return False
    return features.form in {"perfect", "imperfect"} or (features.form == "masdar" and bool(features.enclitic))


def follows_body(sheet: Sheet, position: int) -> bool:
    """«شركة نقل تونس»: after a noun of body without the article stands a noun, not a verb that is spelled alike."""
    noun = sheet.tag(position - 1, "source_noun") if position else None
    if noun is None or noun.entry.string("type") != "organisation" or noun.features.enclitic or noun.features.number == "p":
        return False
    return not sheet.words[position - 1].definite


_BEFORE_NOW = frozenset({"سبق", "وسبق", "فسبق", "يسبق"})
_SUBJECT_OF_BEFORE = 12
"""Tokens of the noun phrase between سبق and أن."""


def had_before(sheet: Sheet, verb: int) -> int:
    """Position of سبق in «سبق لوسائل إعلام أن ذكرت», where the noun after ل is the subject of the verb; -1 for none."""
    if "complementiser" not in sheet.words[verb - 1].classes:
        return -1
    for index in range(verb - 3, max(-1, verb - 3 - _SUBJECT_OF_BEFORE), -1):
        if sheet.is_punctuation(index) and index not in sheet.opening and index not in sheet.closing:
            return -1
        if sheet.keys[index] in _BEFORE_NOW:
            return index if sheet.keys[index + 1].startswith("ل") else -1
    return -1


def is_naming(sheet: Sheet, position: int) -> bool:
    """Whether the token is the passive «is called», spelled like «claims»: شاهد يدعى أحمد."""
    if not _may_be_naming(sheet.words[position]):
        return False
    if sheet.written(position).lstrip("وف") not in {"يدعى", "تدعى", "المدعو"} or position + 1 >= len(sheet):
        return False
    return not sheet.is_any(position + 1, "complementiser")


@by_word
def _may_be_naming(word: Word) -> bool:
    return word.key.endswith(("دعي", "دعو"))


def is_addressed(sheet: Sheet, position: int) -> bool:
    """Whether the token names to whom it was said: للصحفيين، لقناة، لوكالة، لرويترز، لـ«الميناء»."""
    word = sheet.words[position]
    if not _may_be_addressed(word):
        return False
    if word.key == "ل":
        return True
    outlet = sheet.media.get(position)
    if outlet is not None and outlet.reading.proclitics.endswith("ل"):
        end = outlet.end_token
        is_last = end >= len(sheet) or sheet.is_punctuation(end) or sheet.is_any(end, "complementiser")
        if is_last or not outlet.entry.flag("ambiguous"):
            return True
    return _is_hearer(word)


@by_word
def _may_be_addressed(word: Word) -> bool:
    """Whether a word begins with ل, alone or after a conjunction; of «وكالة النيل للأنباء» the last one belongs to the name."""
    return word.key.startswith(("ل", "ول", "فل")) and word.key not in {"للانباء", "للاخبار"}


@by_word
def _is_hearer(word: Word) -> bool:
    """Whether a word names a medium or a journalist after ل: للصحفيين، لقناة."""
    for reading in word.readings:
        if not reading.proclitics.endswith("ل"):
            continue
        entry = reading.entry
        if entry.string("type") == "media" or (entry.lexical_class == "medium_noun" and entry.lemma in _PROGRAMMES):
            return True
        if entry.lexical_class == "source_noun" and entry.lemma in _HEARERS:
            return True
    return False


def names_speaker(sheet: Sheet, position: int) -> bool:
    """Whether a word of the lexicons that names one who may speak begins here, alone or as a phrase (بيونغ يانغ)."""
    return position in sheet.places or position in sheet.media or _is_speaker(sheet.words[position])


@by_word
def _is_speaker(word: Word) -> bool:
    """Whether a word alone names one who may speak, or begins a name."""
    return word.key.startswith("عبد") or not word.classes.isdisjoint(_SPEAKERS)


HIDING = frozenset({"فضل", "فضلت", "طلب", "طلبت", "رفض", "رفضت", "اشترط", "اشترطت", "فضلوا", "طلبوا", "اشترطوا", "رفضوا"})
"""Verbs with which «فضل عدم الكشف عن هويته» may begin."""
_IDENTITY = frozenset({"هويته", "هويتها", "هويتهم", "اسمه", "اسمها", "اسماءهم", "اسمائهم"})


def anonymity_end(sheet: Sheet, position: int, stop: int) -> int:
    """Position after «فضل عدم الكشف عن هويته», which belongs to the source before it; 0 for anything else."""
    if sheet.keys[position] not in HIDING:
        return 0
    return next((index + 1 for index in range(position + 2, min(stop, position + 8)) if sheet.keys[index] in _IDENTITY), 0)


def type_of(sheet: Sheet, position: int) -> str:
    """The type of speaker (SpeakerType) that a noun heads; empty for any other word."""
    reading = sheet.words[position].tags.get("source_noun")
    return reading.entry.string("type") if reading is not None else ""


_MASDARS = re.compile(r"[بلك](?:ا.{2,4}ا[^ان]ه?|ت..ي.)")
"""Verbal nouns after a preposition, by match key: باتخاذ، لانتظار، بتقديم (Ryding 2005, on maṣdars of forms VII, VIII, X and II)."""


def hides_preposition(sheet: Sheet, position: int) -> bool:
    """Whether the word begins with a preposition, so that it is the subject of no verb: للجهود، بالقضية، باتخاذ."""
    return begins_with_preposition(sheet.words[position])


@by_word
def begins_with_preposition(word: Word) -> bool:
    """Whether a word begins with a preposition, wherever it stands: للجهود، بالقضية."""
    key = word.key
    if word.readings:
        least = 1 if "partitive" in word.tags else 2  # of «فلاي» and «بان» too little is left, but «بكل» is no name
        return all(reading.proclitics[-1:] in {"ب", "ل", "ك"} and len(key) - len(reading.proclitics) > least for reading in word.readings)
    if key.startswith("لل") and len(key) > 4:
        return True
    return _MASDARS.fullmatch(key) is not None or (key.startswith(("بال", "كال")) and key.endswith(("ه", "ات")))


_OBJECTS = re.compile(r"ا.ت.ا.|ات.ا.|ان..ا.|است..ا.|م.ا..ه")
"""Verbal nouns by match key: اعتقال، انفجار، استخدام، مواصلة (Ryding 2005, on maṣdars of forms VIII, VII, X and III)."""
_SHORT_OBJECTS = re.compile(r"ت..ي.|إ..ا.")
"""Verbal nouns as written: تقديم، إنشاء (forms II and IV), which names share (إدوار)."""


def is_object_noun(sheet: Sheet, position: int) -> bool:
    """Whether a noun opens the object of a speech verb: «أكد تعثر المشروع»، «أعلن اعتقال سبعة»: one of those listed, or a verbal noun."""
    word = sheet.words[position]
    alone = _is_object_alone(word)
    if alone is not None:
        return alone
    if not position or not sheet.words[position - 1].definite:
        return False
    return bool(word.tags) or _SHORT_OBJECTS.fullmatch(sheet.written(position)) is not None


@by_word
def _is_object_alone(word: Word) -> bool | None:
    """Whether a noun opens the object of a speech verb; None where it does after a definite word alone."""
    if "object_noun" in word.tags:
        return True
    if word.definite:
        return False
    if word.tags:  # «تنديد»: a verbal noun of a verb of speech
        is_masdar = len(word.tags) == 1 and all(reading.features.form == "masdar" for reading in word.readings)
        return None if is_masdar else False
    return True if _OBJECTS.fullmatch(word.key) else None


def is_verbal_noun(key: str) -> bool:
    """Whether a match key without article has the pattern of a verbal noun: اتهام، اقتراح، استخدام."""
    return _OBJECTS.fullmatch(key) is not None


_CIRCUMSTANCES = re.compile(r"م(?:.ا..|.ت..|ت...|ت.ا..|ست...)ا")
"""Participles in the accusative by match key: مدافعا، معترفا، متحدثا، متسائلا، مستنكرا (Ryding 2005, on forms III, VIII, V, VI and X)."""


@by_word
def is_circumstance(word: Word) -> bool:
    """Whether an unknown word has the pattern of a participle that tells in what state somebody acts (ḥāl)."""
    return not word.tags and _CIRCUMSTANCES.fullmatch(word.key) is not None


_SOUND_PLURAL = 6
"""Letters of a definite word beyond which ـين is hardly a part of its root: الفلسطينيين, but not اليمين."""


def is_oblique(sheet: Sheet, position: int) -> bool:
    """Whether a noun is in a case that no subject has.

    It has the written ending of the indefinite accusative (يؤكد دوماً), tells how somebody speaks (وأضاف مدافعا), or is a sound plural
    or dual in ـين (دعا المواطنين إلى، اتهم المتظاهرين بـ).
    """
    if "\N{ARABIC FATHATAN}" in sheet.written(position) or is_circumstance(sheet.words[position]):
        return True
    key = sheet.keys[position]
    if not key.endswith("ين") or "given_name" in sheet.words[position].classes:
        return False
    noun = sheet.words[position].tags.get("source_noun")
    if noun is not None:
        return noun.features.number in {"p", "d"}
    return (
        key.startswith("ال") and len(key) > _SOUND_PLURAL and (key.endswith("يين") or (key[2] == "م" and not sheet.words[position].classes))
    )


def is_adjective(sheet: Sheet, position: int) -> bool:
    """Whether a definite word looks like an adjective: a nisba (الروسي), or one of those that titles and bodies carry."""
    return _is_adjective(sheet.words[position])


@by_word
def _is_adjective(word: Word) -> bool:
    if "relative" in word.tags:
        return False  # الذي
    if "adjective" in word.tags:
        return True
    if _is_bare_noun(word) and "demonym" not in word.tags:
        return False  # الرواية ends like an adjective and is none
    return word.key.endswith(("ي", "يه", "يين", "يون", "يتين", "يات"))


def _is_bare_noun(word: Word) -> bool:
    """Whether the lexicons know the word as a noun, and not as one with a pronoun, which no definite word has: الاجتماعي."""
    readings = (word.tags.get(name) for name in ("name_head", "medium_noun"))
    return any(reading is not None and not reading.features.enclitic for reading in readings)


def begins_new_phrase(sheet: Sheet, position: int, floor: int = 0, *, after_mark: bool = False) -> bool:
    """Whether a noun begins a phrase of its own: after a definite noun no annexation can follow.

    A definite noun that is no adjective does (النائب | القرار), and so does an annexation (المذيع | موعد الحفل); a
    name after a title does not (النائب عادل).
    """
    before = position - 1
    if before < 0 or not sheet.words[position].classes.isdisjoint(_NEVER_BEGINS):
        return False  # «وكيل الوزارة | الدكتور سامر»: a title of respect goes on with the one before it
    if sheet.keys[position] == "عبد" or (sheet.keys[position] in ENDS_OF_NAMES and not sheet.words[before].definite):
        return False  # «سلمان بن | عبد العزيز»، «عز | الدين»
    if not sheet.words[before].classes.isdisjoint(_NEVER_ENDS):
        return False  # «الفريق | الركن»
    if position in sheet.places and (_follows_name(sheet, position, floor) or _follows_speaker(sheet, position)):
        return True  # «الأمير راشد بن عبدالله | إيران»، «دعا الوزير | إيران إلى»
    if after_mark:
        return sheet.keys[position].startswith("ال") and not is_adjective(sheet, position) and type_of(sheet, position) != "person"
    if is_object_noun(sheet, position) and (
        sheet.words[before].definite
        or "excellency" in sheet.words[before].classes
        or not sheet.is_any(before, "object_noun", "source_noun")
    ):
        return True  # طهران | وجود عناصر، الخبير | وقوع تغيرات، سموه | أهمية التعاون
    if not _may_be_last(sheet, before, floor):
        return False
    if _is_owned(sheet, position) or _is_construct_plural(sheet, position) or _is_people(sheet, position, floor):
        return True  # «نشطاء المنطقة | استياءهم»، «الشمري | مديري التعليم»
    if is_adjective(sheet, position) and not _is_other_noun(sheet, position):
        return False
    if sheet.has_conjunction(position) or sheet.keys[position].startswith("لل"):
        return False  # «الاتحاد السعودي | للكرة الطائرة» goes on
    if sheet.keys[position].startswith("ال"):
        return not _agrees(sheet.keys[before], sheet.keys[position])
    follow = position + 1
    if follow >= len(sheet) or sheet.keys[follow] in ENDS_OF_NAMES:
        return False  # «وزير العدل اليمني عز الدين الخطيب»
    if sheet.after_date(follow) and "given_name" in sheet.words[before].tags:
        return False  # «الرئيس باراك أوباما الأربعاء»
    if type_of(sheet, position) == "organisation" and sheet.words[follow].definite and not _may_be_governed(sheet.words[position]):
        return True  # «دعا المجلس | وزارة الخارجية إلى»
    return sheet.keys[follow].startswith("ال") and not is_adjective(sheet, follow)


def _is_other_noun(sheet: Sheet, position: int) -> bool:
    """Whether a word that looks like an adjective is a noun of its own.

    «حكم المباراة | نهاية الشوط»: without the article it describes no definite noun. «اتهم الوزير | المعارضة»: a feminine word that may
    be a noun describes no man.
    """
    word, before = sheet.words[position], sheet.words[position - 1]
    if before.definite and not word.definite:
        return word.key.endswith("يه") and not _may_be_governed(word)
    if "source_noun" not in word.classes or not word.key.endswith("ه"):
        return False
    man = before.tags.get("source_noun")
    return man is not None and man.features.gender != "f" and man.features.number != "p" and man.entry.string("type") == "person"


@by_word
def _may_be_governed(word: Word) -> bool:
    """Whether a preposition or conjunction may be written before a word: لمديرية، بنهاية."""
    return any(reading.proclitics for reading in word.readings) if word.readings else word.key[0] in "بلكوف"


def _may_be_last(sheet: Sheet, position: int, floor: int) -> bool:
    """Whether a phrase may end with this word: a definite noun, a place or outlet, a surname after a given name."""
    if sheet.keys[position].startswith("ال"):
        return True
    tags = sheet.words[position].tags
    if position >= floor and ("place" in tags or "media_name" in tags):
        return True
    return position > floor and "given_name" in sheet.words[position - 1].tags and "given_name" not in tags


def _follows_speaker(sheet: Sheet, position: int) -> bool:
    """«دعا الوزير | إيران إلى»: whether a place without the article stands after a noun of a speaker that has it."""
    reading = sheet.words[position - 1].tags.get("source_noun")
    return reading is not None and reading.article and not sheet.words[position].definite


def _follows_name(sheet: Sheet, position: int, floor: int) -> bool:
    """Whether a place stands after the whole name of a person, or after another place: «باريس | لندن»."""
    before = position - 1
    if sheet.places.get(before) == position:
        return True
    return not sheet.is_any(before, "name_particle", "source_noun") and has_personal_name(sheet, floor, position)


def _is_owned(sheet: Sheet, position: int) -> bool:
    """Whether an unknown noun has a pronoun at its end, which neither an adjective nor a definite noun has: استياءهم، رفضها."""
    key, word = sheet.keys[position], sheet.words[position]
    if word.tags or word.definite or len(key) < 5:
        return False
    return key.endswith(("هم", "ها", "هما")) or (key.endswith("ه") and sheet.written(position).endswith("ه"))


_ATTRIBUTES = 6
"""Tokens between a noun of persons and its adjective."""


def _is_people(sheet: Sheet, position: int, floor: int) -> bool:
    """«دعا مجلس الأمن | اللبنانيين إلى»: a people in the oblique plural, which describes no noun unless that is a plural too."""
    key = sheet.keys[position]
    if not (key.startswith("ال") and key.endswith("يين")):
        return False
    first = max(floor, position - _ATTRIBUTES)
    return not any(map(_is_plural, sheet.words[first:position]))


@by_word
def _is_plural(word: Word) -> bool:
    """Whether a word is a noun in the plural or dual, or ends like one."""
    noun = word.tags.get("source_noun")
    return word.key.endswith(("ين", "ون", "ان")) if noun is None else noun.features.number in {"p", "d"}


def _is_construct_plural(sheet: Sheet, position: int) -> bool:
    """Whether a noun of persons in the plural lacks its ن before its possessor: مديري التعليم، مسؤولي الوزارة."""
    reading, after = sheet.tag(position, "source_noun"), position + 1
    if reading is None or reading.features.number != "p" or sheet.words[position].definite or after >= len(sheet):
        return False
    return sheet.keys[position].endswith(("ي", "و")) and sheet.words[after].definite


def _agrees(noun: str, adjective: str) -> bool:
    """Whether a definite dual or plural has the ending of the one before it: الحرمين الشريفين، المسؤولين السابقين."""
    return noun.startswith("ال") and any(noun.endswith(ending) and adjective.endswith(ending) for ending in ("ين", "ون", "ات"))


def looks_imperfect(sheet: Sheet, position: int) -> bool:
    """Whether an unknown word has the shape of an imperfect verb of the third person: يتضمن، تعود."""
    key = sheet.keys[position].lstrip("وف")
    return (
        len(key) > 3
        and key[0] in "يت"
        and not sheet.words[position].readings
        and not key.endswith("ه")
        and not sheet.is_punctuation(position)
    )


def is_foreign_name(sheet: Sheet, position: int) -> bool:
    """«تشاو لي جيان»: لي after an unknown word, which no verb is, is a name and not «to me»."""
    if sheet.keys[position] != "لي" or not position:
        return False
    before = sheet.words[position - 1]
    return not before.readings and not before.definite and not sheet.is_punctuation(position - 1)


def has_personal_name(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a personal name already stands in the phrase."""
    for index in range(start, end):
        reading = sheet.tag(index, "given_name")
        if reading is None or (reading.article and not reading.entry.flag("article")):
            continue  # «المدني»
        if not reading.entry.flag("ambiguous") and not sheet.is_any(index, "source_noun"):
            return True
    return False
