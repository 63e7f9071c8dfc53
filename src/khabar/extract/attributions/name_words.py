"""What one word may be in the name of a source: head noun, title of respect, given name, definite word."""

from __future__ import annotations

from khabar.extract.memo import by_word
from khabar.extract.sheet import COMMAS, DASHES, Sheet
from khabar.extract.words import ENDS_OF_NAMES, HIDING
from khabar.model import Reading, Word

CALLED = frozenset({"يدعي", "تدعي", "يسمي", "تسمي", "اسمه", "اسمها"})
_NAME_ONLY = frozenset({"given_name"})
_PARENTS = frozenset({"ابو", "ام", "وابو"})
_NAMING_CLASSES = frozenset({"given_name", "name_particle", "honorific", "relative"})
_NAMING_KEYS = _PARENTS | ENDS_OF_NAMES | CALLED | HIDING | {"عبد"}


def source_noun(sheet: Sheet, position: int) -> Reading | None:
    """How the token reads as a noun of office or body."""
    return sheet.words[position].tags.get("source_noun")


def is_relative(sheet: Sheet, position: int) -> bool:
    """Whether a relative clause begins here; من and ما are prepositions and particles more often."""
    return "relative" in sheet.words[position].tags and sheet.keys[position] not in {"من", "ما", "مما"}


@by_word
def may_name(word: Word) -> bool:
    """Whether a personal name may begin with a word, or after it since it gives one: «سامر»، «يدعى»."""
    return _is_name_alone(word) is not False or "given_name" in word.tags or word.key in CALLED


@by_word
def announces(word: Word) -> bool:
    """Whether a word may be part of a personal name or announce one, or begins a clause about somebody unnamed."""
    return word.key in _NAMING_KEYS or not word.classes.isdisjoint(_NAMING_CLASSES)


def is_called(sheet: Sheet, position: int) -> bool:
    """«شاهد يدعى سامر»: whether a name follows a word that gives it."""
    if sheet.keys[position] not in CALLED or position + 1 == len(sheet):
        return False
    return is_part(sheet, position + 1) or not sheet.words[position + 1].tags


def is_head(sheet: Sheet, position: int) -> bool:
    """Whether the token is a noun that tells what is named: وزير، وزارة، صحيفة، بيان."""
    alone = is_head_alone(sheet.words[position])
    return _is_head_here(sheet, position) if alone is None else alone


@by_word
def is_head_alone(word: Word) -> bool | None:
    """Whether a word is such a noun wherever it stands; None where that depends on its place or spelling."""
    reading = word.tags.get("source_noun")
    if reading is None:
        return False
    if reading.entry.flag("rank") or reading.entry.flag("verb") or word.key.endswith("امام"):
        return None
    return True if reading.article or not ("given_name" in word.classes or word.key in _PARENTS) else None


def _is_head_here(sheet: Sheet, position: int) -> bool:
    reading = source_noun(sheet, position)
    if reading is None or (sheet.keys[position].endswith("امام") and sheet.written(position).endswith("أمام")):
        return False  # the preposition, unlike إمام
    if reading.entry.flag("rank") and not _is_rank(sheet, position, reading):
        return False
    if reading.entry.flag("verb") and not reading.article and sheet.sentence_start(position) == position:
        return False  # «بحث الوزير مع نظيره»
    return reading.article or not is_given_name(sheet, position) or "honorific" in sheet.words[position].classes


def is_rank(sheet: Sheet, position: int) -> bool:
    """«معالي | الوزير»، «سعادة | السفير»: whether a noun of rank stands before the title that tells who is meant."""
    reading, title = source_noun(sheet, position), position + 1
    if reading is None or reading.article or reading.features.enclitic or title >= len(sheet):
        return False
    return reading.entry.flag("rank") and is_head(sheet, title)


def _is_rank(sheet: Sheet, position: int, reading: Reading) -> bool:
    """«سعادة السفير»، «فضيلة الشيخ»: an abstract noun before a title, or with the pronoun that stands for one."""
    if reading.features.enclitic:
        return "excellency" in sheet.words[position].classes
    after = position + 1
    if after >= len(sheet) or reading.article:
        return False
    title = sheet.words[after].tags.get("source_noun")
    return "honorific" in sheet.words[after].classes or (title is not None and title.entry.string("type") == "person")


def is_given_name(sheet: Sheet, position: int) -> bool:
    """Whether the token is a given name and hardly anything else."""
    alone = _is_name_alone(sheet.words[position])
    return _is_name_here(sheet, position) if alone is None else alone


@by_word
def _is_name_alone(word: Word) -> bool | None:
    """Whether a word is a given name wherever it stands; None where the words around it tell."""
    reading = word.tags.get("given_name")
    if reading is not None and not reading.article and not reading.proclitics and not reading.entry.flag("ambiguous"):
        return True
    if word.key.startswith("عبدال") and len(word.key) > 6 and not word.definite:
        return True  # «عبدالوهاب»
    if word.definite:
        return None if reading is not None and reading.article and reading.entry.flag("article") else False
    return None if word.classes <= _NAME_ONLY or word.key in _PARENTS or word.key == "عبد" else False


def _is_name_here(sheet: Sheet, position: int) -> bool:
    """«أبو سامر»، «عز الدين»، «الحسين اليماني»."""
    word, tail = sheet.words[position], position + 1
    if word.key in _PARENTS and is_teknonym(sheet, position):
        return True
    if word.definite:
        return _is_name_with_article(sheet, position)
    if tail == len(sheet.keys):
        return False
    if sheet.keys[tail] in ENDS_OF_NAMES:
        return word.key == "عبد" or word.classes <= _NAME_ONLY
    return word.key == "عبد" and has_article(sheet, tail)


def _is_name_with_article(sheet: Sheet, position: int) -> bool:
    """«الحسين اليماني»، «المهدي بنسعيد»: a name that may have the article, before a family name; but «المحيط الهادي الجنوبي»."""
    reading, after = sheet.words[position].tags.get("given_name"), position + 1
    if reading is None or not reading.article or reading.proclitics or not reading.entry.flag("article") or after >= len(sheet):
        return False
    if sheet.keys[after].startswith(("بن", "بو")) or may_be_given_name(sheet, after):
        return not sheet.is_punctuation(after) and not has_article(sheet, after)
    if _is_called_after(sheet, position):
        return True
    before = position - 1
    is_apart = before < 0 or not has_article(sheet, before) or not sheet.words[before].classes.isdisjoint({"source_noun", "honorific"})
    return is_apart and has_article(sheet, after) and sheet.keys[after].endswith("ي") and "source_noun" not in sheet.words[after].classes


def _is_called_after(sheet: Sheet, position: int) -> bool:
    """«النائب الحبيب خذر»: after a definite title of a person, before a word that no lexicon knows."""
    word, title = sheet.words[position + 1], source_noun(sheet, position - 1) if position else None
    if title is None or not title.article or title.entry.string("type") != "person":
        return False
    return not word.tags and not word.definite and word.key.isalpha() and not word.key.endswith(("ه", "ا", "ات"))


def is_teknonym(sheet: Sheet, position: int) -> bool:
    """«أم محمد»، «أبو أحمد»: a name by that of a child; it stands for the given name."""
    if sheet.keys[position] not in _PARENTS or (position and sheet.keys[position - 1] == "اف"):
        return False  # «موزاييك أف أم»
    return position + 1 < len(sheet) and may_be_given_name(sheet, position + 1)


def is_hyphen(sheet: Sheet, position: int) -> bool:
    """«روزا كلاين-براندت»: a dash between the parts of a double name, without a space."""
    if not sheet.is_mark(position, DASHES) or not 0 < position < len(sheet) - 1:
        return False
    tight = sheet.ends[position - 1] == sheet.starts[position] and sheet.ends[position] == sheet.starts[position + 1]
    return tight and sheet.keys[position - 1].isalpha() and sheet.keys[position + 1].isalpha()


def may_be_given_name(sheet: Sheet, position: int) -> bool:
    """Whether the word can be a given name: of a word with a proclitic (كان = ك + آن) it is not taken to be one."""
    reading = sheet.words[position].tags.get("given_name")
    return reading is not None and not reading.proclitics


@by_word
def is_abbreviated(word: Word) -> bool:
    """«د. سامر»، «م. سامر»: a title of one letter and its stop."""
    return len(word.key) == 2 and word.key.endswith(".")


def opens_name(sheet: Sheet, position: int) -> bool:
    """Whether a name begins here in running text: a given name, or a particle of foreign names with a word after it («دو روجي»)."""
    alone = _opens_alone(sheet.words[position])
    return _opens_here(sheet, position) if alone is None else alone


@by_word
def may_open(word: Word) -> bool:
    """Whether a mention in running text may begin with a word: a head noun, or a name."""
    return is_head_alone(word) is not False or _opens_alone(word) is not False


@by_word
def _opens_alone(word: Word) -> bool | None:
    """Whether a name begins with a word wherever it stands; None where the words after it tell."""
    is_name = _is_name_alone(word)
    if is_name:
        return word.classes.isdisjoint({"place", "preposition"})  # «على», which is spelled like علي
    if is_name is None or _opens_foreign(word):
        return None
    return None if _may_be_joined(word) or _may_be_titled(word) else False


def _opens_here(sheet: Sheet, position: int) -> bool:
    """«أبو سامر»، «وعصام الصغير»، «خالد نجم، وزير الاتصالات»، «دو روجي»."""
    word, after = sheet.words[position], position + 1
    if is_given_name(sheet, position):
        return not sheet.is_any(position, "place", "preposition")
    if _may_be_titled(word):
        if _has_title_after(sheet, after):
            return True
    elif _may_be_joined(word) and _goes_on(sheet, after):
        return True
    return _opens_foreign(word) and after < len(sheet) and not sheet.words[after].tags


@by_word
def _opens_foreign(word: Word) -> bool:
    particle = word.tags.get("name_particle")
    return particle is not None and particle.entry.flag("opens")


@by_word
def _may_be_joined(word: Word) -> bool:
    """«وعصام الصغير»: a given name after و, if a word of a name comes after it."""
    given = word.tags.get("given_name")
    if given is None or given.article or given.proclitics != "و" or given.entry.flag("ambiguous"):
        return False
    return word.classes.isdisjoint({"preposition", "reporting_verb", "source_noun", "complementiser", "place"})


def _goes_on(sheet: Sheet, position: int) -> bool:
    """Whether a given name goes on here with a second one, or with a family name: «وعصام | الصغيري»."""
    if position >= len(sheet):
        return False
    return may_be_given_name(sheet, position) or (has_article(sheet, position) and sheet.keys[position].endswith("ي"))


@by_word
def _may_be_titled(word: Word) -> bool:
    """«خالد نجم، وزير الاتصالات»: a word that may be a given name, if a title after a comma tells that it is one."""
    given = word.tags.get("given_name")
    return given is not None and not (given.proclitics or word.definite)


def _has_title_after(sheet: Sheet, position: int) -> bool:
    """«خالد | نجم، وزير الاتصالات»: whether a word, a comma and a title stand here."""
    comma, title = position + 1, position + 2
    if title >= len(sheet.keys) or not sheet.is_mark(comma, COMMAS):
        return False
    return is_head(sheet, title) and not sheet.is_punctuation(position)


def follows_honorific(sheet: Sheet, position: int) -> bool:
    """«الدكتور زامل»: after a title that hardly stands alone an unknown word is a name, unless it ends as nouns do."""
    word = sheet.words[position]
    if word.tags or not position or "honorific" not in sheet.words[position - 1].classes:
        return False
    return _opens_name(sheet.words[position - 1]) and _may_be_unknown_name(word)


def _opens_name(word: Word) -> bool:
    """Whether a word is a title that hardly stands alone: «الدكتور»."""
    reading = word.tags.get("honorific")
    return reading is not None and reading.article and reading.entry.flag("opens")


def _may_be_unknown_name(word: Word) -> bool:
    """Whether a word that no lexicon knows ends as names do, of those with the article family names only: «زامل»، «الشريفي»."""
    return word.key.isalpha() and (word.key.endswith("ي") if word.definite else not word.key.endswith(("ه", "ا")))


def has_article(sheet: Sheet, position: int) -> bool:
    """Whether the word is definite by its article: الوزير، والوزير، للوزير; but not «والي», where no article stands."""
    return sheet.words[position].definite


def is_title(sheet: Sheet, position: int) -> bool:
    """A title and no given name: in «إياد أمين مدني» the second word is a name, though أمين is an office too."""
    return "source_noun" in sheet.words[position].classes and (has_article(sheet, position) or not may_be_given_name(sheet, position))


def is_part(sheet: Sheet, position: int) -> bool:
    """Whether the lexicons know the word as part of a name."""
    return _is_part(sheet.words[position])


@by_word
def _is_part(word: Word) -> bool:
    reading = word.tags.get("given_name")
    return (reading is not None and not reading.proclitics) or "name_particle" in word.classes
