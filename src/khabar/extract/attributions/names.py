"""Where the name stands in a noun phrase, and where the titles before and after it.

The boundary between a title and a name follows from the annexation (iḍāfa): once a title is closed by a definite
word (وزير الخارجية الأمريكي), a word without the article can only begin a name (أنتوني بلينكن). A preposition or
another annexed noun opens the title again (المتحدث باسم مجلس الأمن القومي جون كيربي).
"""

from __future__ import annotations

from khabar.extract.attributions.name_ends import may_be_name, name_end
from khabar.extract.attributions.name_words import (
    follows_honorific,
    has_article,
    is_abbreviated,
    is_given_name,
    is_head,
    is_hyphen,
    is_part,
    is_title,
    may_be_given_name,
    opens_name,
    source_noun,
)
from khabar.extract.memo import by_word
from khabar.extract.sheet import Sheet
from khabar.extract.words import is_owned
from khabar.model import Word

_APPOSED = 2
_ONE_IN_MARKS = 3
_PROCLITICS = frozenset("بلكوفسيت")
"""Letters with which a word may be a verb, or one with a preposition or conjunction before it."""
_BY_NAME = frozenset({"باسمه", "باسمها", "باسمهم", "بلسانه", "بلسانها", "بلسانهم"})
"""«المتحدث باسمها»: what closes the title of one who speaks for another."""
_BY = frozenset({"باسم", "لشوون", "بشوون"})
TITLED = frozenset({"person", "group", "unnamed"})
"""What a noun names that may stand before a personal name."""


def personal_name(sheet: Sheet, start: int, end: int, *, strict: bool = False) -> tuple[int, int] | None:
    """Where the personal name of a phrase without commas stands; None where it has none.

    Args:
        sheet: the tokens.
        start: position of the first token.
        end: position after the last token.
        strict: only a known given name begins a name.
    """
    if start + 1 < end and is_abbreviated(sheet.words[start]):
        start += 1  # «د. سامر الخطيب»
    head = source_noun(sheet, start) if is_head(sheet, start) else None
    if head is not None and head.entry.string("type") not in TITLED:
        return None
    untitled = head is None and "honorific" not in sheet.words[start].classes
    # «المقيم الباكستاني عبدالحنان شيرين»: a title that the lexicons do not know
    unknown = untitled and not strict and has_article(sheet, start) and not sheet.is_any(start, "place", "demonym", "media_name")
    if untitled and not unknown:
        return _bare_name(sheet, start, end, strict=strict) if not strict or opens_name(sheet, start) else None
    begin = _after_title(sheet, start, end, strict=strict or unknown) if end - start > 1 else None
    if begin is None:
        return _bare_name(sheet, start, end, strict=strict) if unknown else None
    stop = name_end(sheet, begin, end, strict=strict)
    return _of_the_outer(sheet, start, begin, stop), stop


def _bare_name(sheet: Sheet, start: int, end: int, *, strict: bool) -> tuple[int, int] | None:
    """«بوتين»، «ليلى»، «رشيد أيلال»: a name with no title before it; a definite phrase of several words is none."""
    if start in sheet.opening or not may_be_name(sheet, start, first=True):
        return None
    word, may_be_given = sheet.words[start], may_be_given_name(sheet, start)
    if not may_be_given and sheet.is_any(start, "place", "demonym", "media_name"):
        return None
    stop = name_end(sheet, start, end, strict=strict)
    may_be_whole = may_be_given or (stop == end and word.key.endswith("ي"))
    if may_be_whole and word.definite and stop - start > 1 and not has_article(sheet, start + 1):
        return start, stop  # «الحسين بويعقوبي»، «الباجي قايد السبسي»
    if is_given_name(sheet, start):
        return start, stop  # «الحسين اليماني»
    if word.definite:
        if stop - start > 1 or end - start > 1 or word.key.endswith(("ون", "ين", "ات", "ه")):
            return None
        if not word.key.endswith("ي") and not may_be_given:
            return None  # «النتائج»، «الجميع»; a family name with the article is a relative adjective as a rule: الأسدي
    if word.classes.isdisjoint({"given_name", "name_particle"}) and _is_construct(sheet, start, end):
        return None
    doubtful = end - start > 4 or (stop < end and "preposition" in sheet.words[stop].classes)
    titled = stop < end and is_title(sheet, stop) and _may_be_personal(sheet, stop)
    if doubtful and not titled and not any(is_part(sheet, index) for index in range(start, stop)):
        return None
    return start, stop


def _is_construct(sheet: Sheet, position: int, end: int) -> bool:
    """«مفاوضو الدول»، «اختصاصاتها»: an unknown noun with its possessor after it, or with a pronoun."""
    written, key = sheet.written(position), sheet.keys[position]
    after = position + 1
    if len(key) > 3 and (key.endswith(("ها", "هم")) or written.endswith("ه")):
        return True
    if len(key) > 3 and key.endswith("نا"):  # «مدينتنا»; but «مارتينا كلاين»
        return after >= end or has_article(sheet, after) or bool(sheet.words[after].tags)
    if after < end and is_owned(sheet.words[after]):
        return True  # «بحوث أجراها المعهد»
    if after == end or not has_article(sheet, after) or sheet.keys[after].endswith("ي"):
        is_father = after < end and "name_particle" in sheet.words[after].classes  # «عبدات ولد الإمام»
        return len(key) > 4 and key.endswith("ات") and not is_father  # «تعليقات رئيس البنك»
    return not (is_title(sheet, after) and _may_be_personal(sheet, after))  # «عديد التقارير»


def _may_be_personal(sheet: Sheet, position: int) -> bool:
    """Whether the noun of a source may be the title of a person, and not that of a body or document."""
    reading = source_noun(sheet, position)
    return reading is not None and reading.entry.string("type") in TITLED


def _after_title(sheet: Sheet, start: int, end: int, *, strict: bool) -> int | None:
    """Position at which a name follows a title."""
    head = source_noun(sheet, start) or sheet.words[start].tags.get("honorific")
    unnamed = head is not None and head.entry.string("type", "person") != "person"
    owned = head is not None and bool(head.features.enclitic)  # «رئيستها نادية الشابي»
    closed = owned or has_article(sheet, start) or _is_honorific_of(sheet, start, end)
    closed_title = closed
    strict = strict or unnamed or (start + 1 < end and not closed and _reopens(sheet, start + 1))
    index = start + 1
    while index < end:
        pair = sheet.opening.get(index)
        if pair is not None:
            after = sheet.before(pair.span.end) + 1
            if closed and after >= end and not strict and start + 1 < index:
                is_one_word = after - index <= _ONE_IN_MARKS  # of several words the marks hold the whole name
                return index if is_one_word and is_given_name(sheet, index + 1) else None
            index, closed = max(after, index + 1), True
            continue
        if sheet.is_punctuation(index):
            if sheet.written(index) == "/" and "honorific" in sheet.words[index - 1].classes:  # «الدكتور / سامر الخطيب»
                index += 1
                continue
            return None
        word = sheet.words[index]
        is_of_body = index in sheet.media or "honorific" in word.classes
        if is_of_body and (inner := _body_name_end(sheet, start, index, end, closed=closed)):
            index, closed = inner, True
            continue
        may_be_given = may_be_given_name(sheet, index)
        if (not word.tags and follows_honorific(sheet, index)) or (may_be_given and _is_addressed_by_name(sheet, index)):
            return index
        has_father = may_be_given and _has_father(sheet, index, end)
        if _reopens(sheet, index) and not (closed and has_father):
            closed = word.definite or "place" in word.classes or word.key in _BY_NAME
        elif (has_father or is_given_name(sheet, index)) and "place" not in word.classes:
            if closed or _closes(sheet, index - 1, start) or (has_father and not sheet.words[index - 1].tags):
                return index
            index = name_end(sheet, index, end, strict=True)
            closed = True
            continue
        elif word.definite or "place" in word.classes or _is_honorific_of(sheet, index, end):
            closed = True
        elif closed and may_be_given and _is_name_before_unknown(sheet, index, end):
            return index
        elif "source_noun" in word.classes:
            closed = closed and "demonym" in word.classes
        elif closed and not strict and _is_prepositional(sheet, index, end):
            closed = False
        elif closed and _begins_name(sheet, index, end, strict=strict):
            return index
        index += 1
    return None if strict or not closed_title else _trailing_name(sheet, start, end)


def _body_name_end(sheet: Sheet, start: int, position: int, end: int, *, closed: bool) -> int:
    """Position after the name of a body inside a title: «جامعة | الملك فهد |»، «مراسلة | الجوهرة أف أم |»; 0 where none begins."""
    if position in sheet.media and not closed:
        return sheet.media[position].end_token
    return name_end(sheet, position + 1, end, strict=True) if _is_dedicated(sheet, start, position) else 0


def _is_addressed_by_name(sheet: Sheet, position: int) -> bool:
    """«الشيخ شعبان»: after a definite title of respect a word that may be a given name is one, whatever else it may be."""
    if not may_be_given_name(sheet, position) or has_article(sheet, position):
        return False
    title = sheet.words[position - 1].tags.get("honorific")
    return title is not None and title.article


def _is_name_before_unknown(sheet: Sheet, position: int, end: int) -> bool:
    """«وزير التربية ناجي جلول»: after a closed title a word that may be a given name is one before a word that no lexicon knows.

    Of definite ones a relative adjective alone is a family name: «نقيب الصحفيين ناجي البغوري».
    """
    after = position + 1
    if after >= end or not may_be_given_name(sheet, position) or sheet.words[after].tags or sheet.is_punctuation(after):
        return False
    return not sheet.after_date(after) and (not has_article(sheet, after) or sheet.keys[after].endswith("ي"))


def _is_dedicated(sheet: Sheet, start: int, position: int) -> bool:
    """«مدير كلية الملك فهد الدكتور سامر الخطيب»: a rank between the noun of a body or place and the name it bears."""
    before, after = position - 1, position + 1
    if "honorific" not in sheet.words[position].classes or before <= start or after >= len(sheet) or not has_article(sheet, position):
        return False
    if has_article(sheet, before) or not (may_be_given_name(sheet, after) or is_given_name(sheet, after)):
        return False
    reading = source_noun(sheet, before)
    return sheet.is_any(before, "name_head", "place_head") if reading is None else reading.entry.string("type") in {"organisation", "media"}


def _has_father(sheet: Sheet, position: int, end: int) -> bool:
    """«محفوظ بن يوسف»، «حازم قاسم»: two words in a row that may be given names, or بن between them, are a name."""
    if not may_be_given_name(sheet, position) or has_article(sheet, position) or position + 1 >= end or sheet.keys[position] in _BY_NAME:
        return False
    after = position + 1
    if sheet.keys[after] in {"بن", "بنت", "ولد"}:
        return after + 1 < end
    return may_be_given_name(sheet, after) and not has_article(sheet, after)


def _closes(sheet: Sheet, position: int, start: int) -> bool:
    """Whether a word closes a title before a given name: «حاكم محافظة شانلي أورفة | عز الدين كجك»، «مدير سوق عكاظ | محمد سمان»."""
    if position <= start or sheet.keys[position].endswith("ي"):
        return False
    return not sheet.words[position].tags or "media_name" in sheet.words[position].classes


def _trailing_name(sheet: Sheet, start: int, end: int) -> int | None:
    """«الرئيسة التنفيذية لمؤسسة شومان فالنتينا قسيسية»: of three unknown words at the end the first is the body's name."""
    index = end
    while (
        index > start + 1
        and not sheet.words[index - 1].tags
        and may_be_name(sheet, index - 1, first=True)
        and not has_article(sheet, index - 1)
    ):
        index -= 1
    return end - 2 if end - index >= 3 else None


def _is_honorific_of(sheet: Sheet, position: int, end: int) -> bool:
    """«دكتور أحمد»: a title of respect without the article, directly before a given name."""
    return "honorific" in sheet.words[position].classes and position + 1 < end and may_be_given_name(sheet, position + 1)


def _begins_name(sheet: Sheet, position: int, end: int, *, strict: bool) -> bool:
    """Whether a word without the article, after a closed title, begins a name; strictly, a given name with a word after it."""
    if not strict:
        return may_be_name(sheet, position, first=True) and not _is_prepositional(sheet, position, end)
    if follows_honorific(sheet, position):
        return True
    return may_be_given_name(sheet, position) and position + 1 < end and may_be_name(sheet, position + 1, first=False)


def _is_prepositional(sheet: Sheet, position: int, end: int) -> bool:
    """«لتجارة المعادن»، «بهذا الخصوص»: an unknown word that begins with a preposition, since a definite one follows; or with و."""
    if may_be_given_name(sheet, position) or not sheet.keys[position].startswith(("ل", "ب", "ك", "و")):
        return False
    if sheet.keys[position].startswith("و"):
        return True
    if sheet.written(position).endswith("ة"):
        return True  # «بصحة منطقة القصب»
    after = position + 1
    if after >= end or (has_article(sheet, after) and sheet.keys[after].endswith("ي")):
        return False  # «بتال العتيبي»: a relative adjective after an indefinite noun is a family name
    return has_article(sheet, after) or is_head(sheet, after)


def _reopens(sheet: Sheet, position: int) -> bool:
    """Whether a preposition, alone or written before a noun, adds a further noun to a title."""
    if not _adds_noun(sheet.words[position]):
        return False
    return "preposition" in sheet.words[position].classes or not _is_name_before_unknown(sheet, position, len(sheet))  # «| بان كي مون»


@by_word
def _adds_noun(word: Word) -> bool:
    if "preposition" in word.classes or word.key in _BY or word.key in _BY_NAME:
        return True
    return bool(word.readings) and word.readings[0].proclitics[-1:] in {"ل", "ب"}


def _of_the_outer(sheet: Sheet, start: int, begin: int, stop: int) -> int:
    """«مستشار … في عهد الرئيس جورج بوش إليوت إبرامز»: of two names after a title within a title, the second is meant."""
    if stop - begin < 4 or any(is_hyphen(sheet, index) for index in range(begin + 1, stop - 1)):
        return begin  # «روزا كلاين-براندت»
    if any(has_article(sheet, index) and _person(sheet, index) for index in range(start + 1, begin)):
        for index in range(begin + 2, stop - 1):
            if may_be_given_name(sheet, index) and "name_particle" not in sheet.words[index - 1].classes:
                return index
        if stop - begin == 4 and not any(is_part(sheet, index) for index in range(begin + 1, stop)):
            return begin + 2
    return begin


def _person(sheet: Sheet, position: int) -> bool:
    reading = source_noun(sheet, position)
    return reading is not None and reading.entry.string("type") == "person"


def is_apposed_name(sheet: Sheet, start: int, end: int) -> bool:
    """«الأمين العام للحزب، أمحند العنصر»: two words that no lexicon knows, the second definite, after a title and a comma.

    The first may be a given name that is a noun too: «وزير التربية، ناجي جلول».
    """
    if end - start != _APPOSED:
        return False
    if _is_name_before_unknown(sheet, start, end):
        return True
    if sheet.words[start].tags or sheet.words[start].definite or sheet.words[start + 1].tags:
        return False
    return len(sheet.keys[start]) > 2 and sheet.keys[start][0] not in _PROCLITICS and sheet.words[start + 1].definite
