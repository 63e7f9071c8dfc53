"""Which prepositional phrases go on with a noun: مسؤول في الميناء، مصادر من المنطقة، but not «قال الوزير في بيان».

Whether a phrase belongs to the noun or to the verb of speech, no mark tells: the noun must ask for its preposition, or the
phrase must say where a source without a name is to be found. Each way to belong is one rule; the first that decides wins.
"""

from __future__ import annotations

from khabar.extract.sheet import Sheet
from khabar.extract.words import SENT, has_personal_name, is_adjective, type_of

_PLACED = frozenset({"في", "ب", "لدي"})
_ONLINE = frozenset({"الانترنت", "الشبكه", "الانترنيت", "فيسبوك", "تويتر", "يوتيوب"})
_UNNAMED = frozenset({"unnamed", "group"})
_MEMBERS = frozenset({"نائب", "نائبه", "برلماني", "برلمانيه", "عضو", "مرشح", "مرشحه"})
_BEFORE_NAME = 6
"""Tokens between the preposition of a title and the name after it."""
_POINTING = frozenset({"ذلك", "تلك"})
_PLACES = ("place", "source_noun", "place_head")


def goes_on(sheet: Sheet, start: int, index: int, stop: int) -> bool:
    """Whether the preposition at a token goes on with the noun phrase before it.

    Args:
        sheet: the tokens.
        start: position of the first token of the phrase.
        index: position of the preposition.
        stop: position that the phrase does not reach.
    """
    if index + 1 >= stop or sheet.after_date(index + 1) or sheet.keys[index + 1] in _POINTING:
        return False  # «استغربت المعارضة | من ذلك»
    for rule in RULES:
        decided = rule(sheet, start, index)
        if decided is not None:
            return decided
    return False


def asked_for(sheet: Sheet, start: int, index: int) -> bool | None:
    """«المشرف العام على البرنامج»، «الناطق المقرب من الحزب»: a noun or participle that takes a preposition."""
    noun = index - 1
    while noun > start and not sheet.is_any(noun, "attributive") and sheet.keys[noun].startswith("ال") and is_adjective(sheet, noun):
        noun -= 1
    setting = sheet.keys[index] == "في" and sheet.is_any(index + 1, "medium_noun")
    return True if sheet.is_any(noun, "attributive") and not setting else None


def in_charge(sheet: Sheet, start: int, index: int) -> bool:
    """«المشرف العام على الفريق»، «القائمون على المهرجان»: whether a title that takes على stands before it, from `start` on."""
    noun = index - 1
    while noun > start and not sheet.is_any(noun, "attributive") and sheet.keys[noun].startswith("ال") and is_adjective(sheet, noun):
        noun -= 1
    reading = sheet.tag(noun, "attributive")
    return noun >= start and reading is not None and reading.entry.flag("over")


def elected_for(sheet: Sheet, start: int, index: int) -> bool | None:
    """«النائب بالبرلمان عن حركة الإصلاح»: the body or district that a member stands for."""
    if sheet.keys[index] != "عن" or not sheet.is_any(start, "attributive") or has_personal_name(sheet, start, index):
        return None
    is_member = sheet.keys[start].removeprefix("ال") in _MEMBERS
    return True if is_member and (type_of(sheet, index + 1) == "organisation" or sheet.is_any(index + 1, "place", "place_head")) else None


def sent_to(sheet: Sheet, start: int, index: int) -> bool | None:
    """«سفير الأردن لدى الاتحاد»، «مبعوث الأمم المتحدة إلى المنطقة»: the same with a possessor between."""
    if sheet.keys[index] not in SENT:
        return None
    noun = index - 1
    while noun > start and (sheet.keys[noun].startswith("ال") or sheet.is_any(noun, "place", "media_name", "adjective")):
        noun -= 1
    return True if noun < index - 1 and sheet.is_any(noun, "attributive") else None


def on_the_net(sheet: Sheet, start: int, index: int) -> bool | None:
    """«موقع «الميناء» على الإنترنت»: where a medium is to be read."""
    return True if sheet.keys[index] == "علي" and sheet.keys[index + 1] in _ONLINE and type_of(sheet, start) == "media" else None


def no_setting(sheet: Sheet, start: int, index: int) -> bool | None:  # noqa: ARG001
    """«قال الخبير في بيان»، «قالت المنظمة في أرقامها»: where it was said."""
    if sheet.keys[index] == "من" and sheet.is_any(index - 1, "partitive"):
        return None  # «عدد من التقارير»
    document = sheet.keys[index] == "في" and type_of(sheet, index + 1) == "document"
    return False if document or sheet.is_any(index + 1, "medium_noun", "adverb") else None


def from_somewhere(sheet: Sheet, start: int, index: int) -> bool | None:
    """«الباحثة سلمى الحداد من جامعة القصب»، «سلمى الحداد من مزرعة «الريحان»»، «ثلاثة من السكان»، «شهود من المدينة»."""
    if sheet.keys[index] != "من":
        return None
    after, named = index + 1, has_personal_name(sheet, start, index)
    if type_of(sheet, after) == "organisation" and (named or not sheet.words[after].definite):
        return True
    if named and "name_head" in sheet.words[after].classes and after + 1 in sheet.opening:
        return True
    if sheet.is_any(after, "place", "place_head") and not named:
        return True
    return type_of(sheet, start) in _UNNAMED or sheet.is_any(index - 1, "partitive")


def for_cause(sheet: Sheet, start: int, index: int) -> bool | None:
    """«الشبكة من أجل المواطنة»، «حزب اللقاء من أجل الوطن»: what a body is for."""
    if sheet.keys[index] != "من" or sheet.keys[index + 1] != "اجل":
        return None
    noun = index - 1
    while noun > start and not type_of(sheet, noun) and is_adjective(sheet, noun):
        noun -= 1
    named_after = noun > start and sheet.keys[noun].startswith("ال") and type_of(sheet, noun - 1) == "organisation"
    return True if named_after or type_of(sheet, noun) in {"organisation", "media"} else None


def _name_follows(sheet: Sheet, start: int, index: int) -> bool:
    """«مدير الإعلام في سوق القصب محمد الخطيب»: of a title the name is still to come."""
    if type_of(sheet, start) != "person" or has_personal_name(sheet, start, index):
        return False
    for after in range(index + 2, min(index + _BEFORE_NAME, sheet.sentence_end(index))):
        if sheet.is_punctuation(after) or sheet.is_any(after, "preposition", "complementiser"):
            return False
        if has_personal_name(sheet, after, after + 1):
            return True
    return False


def placed(sheet: Sheet, start: int, index: int) -> bool | None:
    """«مسؤول في الميناء»، «سامر الخطيب المتحدث باسم البعثة في الأمم المتحدة»: after the name of a person nothing goes on."""
    if sheet.keys[index] not in _PLACED:
        return None
    if type_of(sheet, start) == "document":
        return sheet.is_any(index + 1, "place", "place_head")  # «بيانات البنك المركزي في تونس»
    known = index + 1 in sheet.opening or sheet.keys[index + 1].startswith("ال") or sheet.is_any(index + 1, *_PLACES)
    if not known and type_of(sheet, start) not in _UNNAMED:
        return _name_follows(sheet, start, index)
    title = max((place for place in range(start, index) if type_of(sheet, place) == "person"), default=start)
    named = has_personal_name(sheet, title if has_personal_name(sheet, start, title) else start, index)
    titled = type_of(sheet, title) in {"person", "organisation", *_UNNAMED} or sheet.is_any(title, "attributive")
    return not named and titled


RULES = (asked_for, elected_for, sent_to, on_the_net, no_setting, for_cause, from_somewhere, placed)
"""The ways in which a prepositional phrase belongs to a noun; the first that decides wins."""
