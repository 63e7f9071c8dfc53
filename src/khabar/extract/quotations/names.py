"""Rules for names, titles and terms by what stands before the marks."""

from __future__ import annotations

from khabar.extract.cues.model import VERB
from khabar.extract.quotations.clauses import is_finite, opens_predicate
from khabar.extract.quotations.context import MAX_NAME, Quoted, is_definite
from khabar.extract.quotations.heads import Head, head_before, looks_foreign
from khabar.extract.quotations.words import words
from khabar.extract.reports import Report
from khabar.extract.sheet import COMMAS, Sheet
from khabar.model import QuotationKind
from khabar.normalize.keys import match_key

_COLON = frozenset(":")
_MAX_TITLE = 25
"""Words that a title may have where its noun says that it is one: بعنوان «…»."""

_ADJECTIVAL = ("ه", "ات", "ين", "ا")

_BODIES = frozenset({"organisation", "media"})


def after_name_head(quoted: Quoted) -> QuotationKind | None:
    """«صحيفة «الميناء»»، «فيلم الرعب «الليلة الأخيرة»»، «روايتها «الجسر»»: a noun before the marks says what kind of name it is."""
    if quoted.proclitic:
        return None
    head = head_before(quoted.context, _before_title(quoted))
    if head is None:
        return None
    if head.is_annexed:
        limit = _MAX_TITLE if head.kind is QuotationKind.TITLE else MAX_NAME
        clause = quoted.is_clause and quoted.words > 3 and head.kind is not QuotationKind.TITLE
        return head.kind if quoted.words <= limit and not clause and not _describes(quoted, head) else None
    if quoted.words > MAX_NAME or (quoted.report is not None and head.is_definite and _is_predicate(quoted)):
        return None
    if _opens_with_preposition(quoted) and (head.kind is not QuotationKind.TITLE or (head.is_definite and quoted.report is not None)):
        return None
    if quoted.opens() or _describes(quoted, head) or (quoted.words == 1 and opens_predicate(quoted.sheet.words[quoted.first])):
        return None
    if quoted.is_clause and (head.kind is not QuotationKind.TITLE or quoted.report is not None):
        return None
    return head.kind


def _before_title(quoted: Quoted) -> int:
    """«تحت عنوان: «…»»: the token before the marks, and before a colon that stands between them and the noun of a title."""
    sheet, before = quoted.sheet, quoted.before
    is_title = before > 0 and sheet.is_mark(before, _COLON) and sheet.keys[before - 1].endswith("عنوان")
    return before - 1 if is_title else before


def _is_predicate(quoted: Quoted) -> bool:
    """«الاتحاد «ملتزم بالعمل»»، «المشروع «غير قانوني»»: indefinite words after a definite noun say something of it."""
    first = quoted.sheet.keys[quoted.first]
    if quoted.words == 1 or quoted.holds_definite:
        return False
    return quoted.words > 2 or first.endswith(_ADJECTIVAL) or first in {"غير", "اكثر", "اقل", "مجرد", "شبه"}


def _opens_with_preposition(quoted: Quoted) -> bool:
    """«الشعب «في العدالة»»: a prepositional phrase is a piece of a clause."""
    sheet, first = quoted.sheet, quoted.first
    return sheet.is_any(first, "preposition") or sheet.keys[first].startswith(("بال", "لل"))


def _describes(quoted: Quoted, head: Head) -> bool:
    """«المنطقة «الآمنة»»، «تنظيم «تجمعات متفرقة»»: words that agree with the noun, or are indefinite, describe it and name nothing."""
    sheet, first, last = quoted.sheet, quoted.first, quoted.last
    if head.kind is QuotationKind.TITLE or quoted.context.exact(first, last) is not None:
        return False
    if quoted.words == 1:
        key = quoted.key
        is_name = key.startswith("ال") and not head.is_definite
        return not is_name and key.endswith("ه") and sheet.keys[head.position].endswith(("ه", "ات"))
    plural = ("ه", "ات", "ين")
    return not quoted.holds_definite and sheet.keys[first].endswith(plural) and sheet.keys[last].endswith(plural)


def nickname(quoted: Quoted) -> QuotationKind | None:
    """«سامر «الصقر» الخطيب»: between a given name and a surname."""
    sheet, after = quoted.sheet, quoted.after
    if quoted.proclitic or quoted.words > 2 or quoted.is_clause or quoted.before < 0 or after >= len(sheet):
        return None
    reading = sheet.tag(quoted.before, "given_name")
    if reading is None or reading.entry.flag("ambiguous") or sheet.is_punctuation(after) or sheet.has_conjunction(after):
        return None
    return None if sheet.is_any(after, "preposition", "relative", "conjunction", "pronoun_preposition") else QuotationKind.NAME


def dateline(quoted: Quoted) -> QuotationKind | None:
    """«بغداد: «الميناء»»: the paper after the place at the head of a text."""
    sheet, before = quoted.sheet, quoted.before
    if before < 1 or quoted.words > 3 or not (sheet.is_mark(before, _COLON) or sheet.is_mark(before, frozenset("-–—"))):
        return None
    near = range(max(before - 3, 0), before)
    place = any(sheet.is_any(index, "place") or sheet.keys[index] in {"المصدر", "كتب", "كتبت"} for index in near)
    return QuotationKind.NAME if place and sheet.sentence_start(before) >= before - 6 and not quoted.is_clause else None


def enumerated(quoted: Quoted) -> QuotationKind | None:
    """«أفلام «الطريق» و«النهر»»: a quotation joined to a name, title or term before it is one too."""
    sheet, before = quoted.sheet, quoted.before
    joined = quoted.proclitic == "و"
    if before >= 0 and before not in quoted.context.kinds and (sheet.is_mark(before, COMMAS) or sheet.keys[before] in {"او", "و"}):
        before, joined = before - 1, True
    kind = quoted.context.kinds.get(before)
    if not joined or kind is None or kind is QuotationKind.SPEECH or quoted.words > MAX_NAME:
        return None
    return None if quoted.is_clause and kind is not QuotationKind.TITLE else kind


def after_author(quoted: Quoted) -> QuotationKind | None:
    """«كتاب المؤرخ سامر الخطيب، «الحياة في الواحات»»: the title of a work after the name of its author."""
    sheet = quoted.sheet
    before = quoted.before - 1 if quoted.before >= 0 and sheet.is_mark(quoted.before, COMMAS) else quoted.before
    if quoted.proclitic or quoted.opens() or quoted.is_clause or not 2 <= quoted.words <= 12:
        return None
    named = False
    for position in range(before, max(before - 10, -1), -1):
        if sheet.is_punctuation(position) or sheet.is_any(position, "preposition", "relative", "complementiser"):
            return None
        if sheet.keys[position].lstrip("وب") in words()["work"]:
            return QuotationKind.TITLE if named else None
        noun = sheet.tag(position, "source_noun")
        named = named or sheet.is_any(position, "given_name") or (noun is not None and noun.entry.string("type") == "person")
    return None


def so_called(quoted: Quoted) -> QuotationKind | None:
    """«ما يسمى «الاقتصاد الموازي»»: a term of somebody else's."""
    return QuotationKind.TERM if quoted.words <= MAX_NAME and quoted.leads(words()["so_called"]) else None


def known_as(quoted: Quoted) -> QuotationKind | None:
    """«الملقب بـ«الصقر»»: the other name of somebody."""
    return QuotationKind.NAME if quoted.words <= MAX_NAME and quoted.leads(words()["known_as"]) else None


def speaker(quoted: Quoted) -> QuotationKind | None:
    """«وقالت «الميناء» إن …»: words in marks within the phrase of the speaker are a name."""
    if quoted.words > MAX_NAME or quoted.is_clause:
        return None
    report = quoted.context.sources.get(quoted.first)
    if report is None or report.source is None or report is quoted.report:
        return None
    sheet, before = quoted.sheet, quoted.before
    announced = before < report.source.start or sheet.is_any(before, "source_noun", "name_head", "demonym") or bool(quoted.proclitic)
    return QuotationKind.NAME if announced or not quoted.key.startswith("ال") else None


def addressed(quoted: Quoted) -> QuotationKind | None:
    """«وقال لـ«الميناء» إن …»، «الجناح التابع لـ«النهضة»»: whom it was said to, or whom something belongs to."""
    if quoted.proclitic not in {"ل", "ول"} or quoted.words > 4 or quoted.is_clause or quoted.before < 0:
        return None
    sheet, before = quoted.sheet, quoted.before
    near = {sheet.keys[index].removeprefix("ال") for index in range(max(before - 2, 0), before + 1)}
    if not near.isdisjoint(words()["told_to"]) or sheet.keys[before].removeprefix("ال") in words()["owned_by"]:
        return QuotationKind.NAME
    return QuotationKind.NAME if quoted.report is None and quoted.context.is_reported(quoted.first) else None


def role_before(quoted: Quoted) -> QuotationKind | None:
    """«رئيس «الميناء»»، «الشاعر العراقي «صقر البادية»»: a noun of office is followed by its body or, with the article, by its bearer."""
    if quoted.proclitic or quoted.words > 5 or quoted.is_clause or quoted.before < 0:
        return None
    if quoted.opens() and (quoted.closes() or quoted.words > 3):
        return None
    sheet, position = quoted.sheet, quoted.before
    if sheet.is_any(position, "demonym") and position > 0 and not sheet.is_any(position, "source_noun"):
        position -= 1
    reading = sheet.tag(position, "source_noun")
    if reading is None or reading.entry.string("type") != "person":
        return None
    first = sheet.keys[quoted.first]
    if reading.article:
        described = sheet.written(quoted.first).startswith("ال") or first.endswith(_ADJECTIVAL)
        return None if described or (quoted.words == 1 and quoted.opens()) else QuotationKind.NAME
    return QuotationKind.NAME if position == quoted.before and (quoted.holds_definite or looks_foreign(quoted.key)) else None


def short_name_of_body(quoted: Quoted) -> QuotationKind | None:
    """«وزارة الري والموارد المائية «شراع»»: a word without article after the full name of a body is its short name."""
    sheet, key = quoted.sheet, quoted.key
    if quoted.proclitic or quoted.words != 1 or key.startswith("ال") or key.endswith("ه") or is_finite(sheet.words[quoted.first]):
        return None
    if quoted.before < 1 or not is_definite(sheet, quoted.before):
        return None
    for position in range(quoted.before, max(quoted.before - 8, -1), -1):
        if sheet.is_punctuation(position) or sheet.is_any(position, "complementiser", "conjunction", "negation"):
            return None
        if sheet.is_any(position, "relative") and sheet.keys[position] != "من":
            return None
        noun = sheet.tag(position, "source_noun")
        body = noun is not None and noun.entry.string("type") in _BODIES
        if quoted.before - position >= 1 and (body or quoted.context.head_at(position) is not None):
            return QuotationKind.NAME
        if is_finite(sheet.words[position]):
            return None
    return None


def topic(quoted: Quoted) -> QuotationKind | None:
    """«يذكر أن «شراع» قد حازت الجائزة»: a short quotation without article that opens a clause and has its verb after it."""
    sheet, after = quoted.sheet, quoted.after
    if quoted.words > 2 or quoted.is_clause or quoted.before < 0 or after >= len(sheet) or sheet.is_punctuation(after):
        return None
    if sheet.tag(quoted.before, "complementiser") is None or quoted.key.startswith("ال") or quoted.key.endswith(_ADJECTIVAL):
        return None
    return QuotationKind.NAME if sheet.keys[after] == "قد" or is_finite(sheet.words[after]) else None


def subject(quoted: Quoted) -> QuotationKind | None:
    """«واطلعت «الميناء» على نسخة»، «نددت «شراع» بالقرار»: a short quotation after a finite verb, with its complement still to come."""
    sheet, before = quoted.sheet, quoted.before
    if quoted.proclitic or quoted.words > MAX_NAME or before < 0 or quoted.is_clause or not is_finite(sheet.words[before]):
        return None
    if sheet.keys[before].endswith(("ون", "وا")) or (before > 0 and sheet.is_any(before - 1, "relative")):
        return None  # the subject is in the ending, or before the relative pronoun
    after = quoted.after
    if quoted.report is not None and quoted.opens():
        named = quoted.context.counts[quoted.key] > 1 or _governs(sheet, after, quoted.report)
        return QuotationKind.NAME if named else None
    if quoted.words > 3:
        return None
    if sheet.keys[before].lstrip("وف") in words()["copula"]:
        return QuotationKind.NAME if after < len(sheet) and sheet.keys[after] in {"قد", "ان"} else None
    definite = sheet.keys[quoted.first].startswith("ال") or sheet.is_any(quoted.first, "place")
    alone = sheet.keys[before].endswith("ت") and not sheet.keys[quoted.last].endswith(_ADJECTIVAL)
    return QuotationKind.NAME if definite or alone else None


def _governs(sheet: Sheet, position: int, report: Report) -> bool:
    """Whether the preposition that the cue governs, or a complementiser, stands at a position: the quotation before it is the subject."""
    if position >= len(sheet) or report.cue.form is not VERB or sheet.is_punctuation(position):
        return False
    key = sheet.keys[position]
    prepositions = {match_key(preposition) for preposition in report.cue.entry.strings("prep")}
    return key in prepositions or (key[:1] in prepositions and len(key) > 3) or sheet.tag(position, "complementiser") is not None
