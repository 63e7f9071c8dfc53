"""Other speech words between a cue and its complement: those that end the search for it, and those that belong to a noun."""

from __future__ import annotations

from khabar.extract.cues.governed import governed
from khabar.extract.cues.marked_names import is_clear
from khabar.extract.memo import by_entry, by_word
from khabar.extract.sheet import COMMAS, Sheet
from khabar.extract.words import follows_body, is_naming, type_of
from khabar.model import Entry, Reading, Word

_MEDIUM = 6
"""Tokens between a medium and the verb that tells where it was published."""
_OWNERS = frozenset({"ه", "ها", "هم", "هما"})
"""Pronouns of others at the end of a noun; with ي names end too: شكري."""
IN_WORDS = frozenset({"في", "خلال", "ضمن", "عبر"})
"""Prepositions before a noun of saying that tell where the words stand: «أكد في تصريحه أن»."""
_OBJECT_PRONOUNS = frozenset({"اياه", "اياها", "اياهم"})
"""Pronouns that are an object by themselves: «واصفة إياه بأنه»."""


def tells(verb: Reading) -> bool:
    """Whether a verb only says that words were said, or goes on with them: قال، أضاف."""
    return verb.entry.string("cue") in {"neutral", "add"} and verb.features.form in {"perfect", "imperfect"}


def is_finite(sheet: Sheet, position: int) -> bool:
    """Whether a word can only be a finite verb of speech."""
    word = sheet.words[position]
    if not _may_be_finite(word) or is_naming(sheet, position):
        return False
    verb = word.tags["reporting_verb"]
    return bool(verb.proclitics) or not verb.entry.flag("strict") or not follows_body(sheet, position)  # «شركة نقل تونس»


@by_word
def _may_be_finite(word: Word) -> bool:
    """Whether a word is a finite verb of speech and nothing else, as far as it alone tells."""
    reading = word.tags.get("reporting_verb")
    if reading is None or reading.article or not is_clear(word):
        return False
    features = reading.features
    if reading.entry.flag("strict") and (features.person == 1 or features.number == "d"):
        return False  # «بينا نييتو»، «ردا»: seldom the verb
    return features.form in {"perfect", "imperfect"}


def is_asyndetic(sheet: Sheet, position: int) -> bool:
    """«في بيان نشرته الوكالة»: a verb whose pronoun goes back to the indefinite noun before it."""
    reading = sheet.words[position].tags.get("reporting_verb")
    if reading is None or reading.proclitics or reading.features.form not in {"perfect", "imperfect"}:
        return False
    is_resumed = reading.features.enclitic in {"ه", "ها"}
    if "medium_noun" in sheet.words[position - 1].classes:
        return is_resumed
    # «في مقابلة مع الصحيفة نشرت اليوم»، «في تصريحات لـ«الميناء» نقلتها الصحف»
    if not publishes(reading.entry):
        return False
    is_passive = reading.entry.flag("issues") and bool(sheet.after_date(position + 1))
    return (is_resumed or is_passive) and any(
        "medium_noun" in sheet.words[index].classes for index in range(max(0, position - _MEDIUM), position)
    )


def is_published(sheet: Sheet, position: int) -> bool:
    """«دراسة أعدها باحثون | ونشرت في مجلة «أفق» | أن»: the passive of a verb of publishing, joined to what a document is."""
    reading, medium = sheet.words[position].tags.get("reporting_verb"), position + 2
    if reading is None or reading.proclitics != "و" or not reading.entry.flag("issues") or medium >= len(sheet):
        return False
    return sheet.keys[position + 1] in {"في", "علي", "عبر"} and (
        "medium_noun" in sheet.words[medium].classes or type_of(sheet, medium) == "media"
    )


@by_entry
def publishes(entry: Entry) -> bool:
    """Whether a verb tells of publishing or of passing on: نشر، نقل."""
    return entry.flag("issues") or bool(entry.string("relay"))


def is_light(sheet: Sheet, position: int, verb: Reading) -> bool:
    """«وتساءل | قائلا: «…»»، «رغم | اعترافه أن»: whether a participle or verbal noun takes the words from the verb before it."""
    reading = sheet.words[position].tags.get("reporting_verb")
    if reading is None or reading.entry is verb.entry:
        return False
    if reading.entry.lemma == "قال":
        return reading.features.form in {"participle", "masdar"}
    if reading.features.form == "masdar":
        return _takes_clause(sheet, position, reading)
    if reading.features.form == "participle" and position + 1 < len(sheet) and sheet.is_any(position + 1, "medium_noun"):
        return False  # «وأضاف موجها خطابه إلى الجماعة»
    if reading.features.form != "participle" or (reading.entry.flag("person") and tells(verb)):
        return False  # «قال مخاطبا أنصاره»: it takes the hearer, and not the words
    if not sheet.is_mark(position - 1, COMMAS):
        if not is_clear(sheet.words[position]) or reading.features.number not in {"s", "p"}:
            return False
        return reading.features.gender == "m" or (position + 1 < len(sheet) and sheet.is_any(position + 1, "complementiser"))
    # «قال بيسكوف، متهما واشنطن: «…»»: a participle that only describes the speaking leaves the colon to the verb
    follow = position + 1
    if follow >= len(sheet) or follow in sheet.opening or sheet.written(follow) == ":":
        return True
    return (
        sheet.is_any(follow, "complementiser", "question")
        or sheet.keys[follow] in _OBJECT_PRONOUNS
        or sheet.keys[follow] in governed(reading.entry)
    )


def _takes_clause(sheet: Sheet, position: int, reading: Reading) -> bool:
    """«رغم اعترافه أن»: a verbal noun with its owner takes the clause after it, unless the words stand in it («في تصريحه أن»)."""
    follow = position + 1
    if (
        reading.article
        or reading.features.enclitic not in _OWNERS
        or sheet.keys[position - 1] in IN_WORDS
        or sheet.is_any(position, "medium_noun")
    ):
        return False
    return follow < len(sheet) and sheet.is_any(follow, "complementiser")
