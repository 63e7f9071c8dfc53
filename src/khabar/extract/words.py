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
POINTING_BACK = frozenset({"ذات", "نفس", "هذا", "هذه"})
"""Words before a definite noun that point back: ذات المصدر، هذه الدراسة."""
REMARKING = frozenset({"وهو", "وهي", "وهم"})
"""Pronouns that take up a noun in a remark or a circumstance: «المصدر، وهو ضابط»، «وهو يعلن»."""
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
        if "demonym" in word.tags and word.tags["demonym"].proclitics == "ك" and not word.definite:
            return False  # «كروس»: a name rather than «like Russians»
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
_QUALITIES = re.compile(r"..ي.ا")
"""Adjectives likewise: كبيرا، شديدا (Ryding 2005, on the pattern faʿīl)."""


@by_word
def is_circumstance(word: Word) -> bool:
    """Whether an unknown word has the pattern of a participle that tells in what state somebody acts (ḥāl)."""
    return not word.tags and _CIRCUMSTANCES.fullmatch(word.key) is not None


@by_word
def describes_object(word: Word) -> bool:
    """Whether a word looks like an indefinite adjective in the accusative: «سؤالا | مباشرا»، «تفاؤلا | كبيرا»."""
    return is_circumstance(word) or ("given_name" not in word.tags and _QUALITIES.fullmatch(word.key) is not None)


_OWNED = 4
"""Letters beyond which a word that ends like a pronoun has one."""
_SOUND_PLURAL = 6
"""Letters of a definite word beyond which ـين is hardly a part of its root: الفلسطينيين, but not اليمين."""


def is_oblique(sheet: Sheet, position: int) -> bool:
    """Whether a noun is in a case that no subject has.

    It has the written ending of the indefinite accusative (يؤكد دوماً), tells how somebody speaks (وأضاف مدافعا), or is a sound plural
    or dual in ـين (دعا المواطنين إلى، اتهم المتظاهرين بـ).
    """
    if "\N{ARABIC FATHATAN}" in sheet.written(position) or is_circumstance(sheet.words[position]):
        return True
    key, after, noun = sheet.keys[position], position + 1, sheet.words[position].tags.get("source_noun")
    if noun is not None and sheet.written(position).endswith("ا") and not (noun.features.enclitic or noun.entry.lemma.endswith("ا")):
        # «وأضاف مدافعا: «…»»; but «مديرا المدرسة» are two
        return after == len(sheet) or sheet.is_punctuation(after) or sheet.is_any(after, "complementiser", "preposition")
    if not key.endswith("ين") or "given_name" in sheet.words[position].classes:
        return False
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


@by_word
def is_owned(word: Word) -> bool:
    """Whether a word without the article ends like a pronoun: حديثها، أجراها."""
    return len(word.key) > _OWNED and word.key.endswith(("ها", "هم", "هما")) and not word.definite


def is_possessed(sheet: Sheet, position: int) -> bool:
    """Whether an unknown noun has a pronoun at its end, which neither an adjective nor a definite noun has: استياءهم، رفضها."""
    key, word = sheet.keys[position], sheet.words[position]
    if word.tags or word.definite:
        return False
    return is_owned(word) or (len(key) > _OWNED and key.endswith("ه") and sheet.written(position).endswith("ه"))


def has_madda(sheet: Sheet, position: int) -> bool:
    """«آنا»، «آن»: whether a word begins with آ, which no match key tells; the pronoun and the particle of that key do not."""
    return sheet.written(position).startswith("آ")


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
