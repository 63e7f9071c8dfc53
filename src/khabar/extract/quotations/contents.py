"""Rules for names and terms by what stands between the marks, and by what the text says of the same words elsewhere."""

from __future__ import annotations

from khabar.extract.quotations.clauses import opens_predicate
from khabar.extract.quotations.context import LATIN, MAX_NAME, Quoted, is_definite
from khabar.extract.quotations.heads import looks_foreign
from khabar.extract.quotations.words import words
from khabar.model import QuotationKind

_BODIES = frozenset({"organisation", "media"})


def empty(quoted: Quoted) -> QuotationKind | None:
    """««»»: marks around nothing quote nobody."""
    return QuotationKind.TERM if quoted.words == 0 else None


def latin(quoted: Quoted) -> QuotationKind | None:
    """«وقدم خدمة “Book Cloud”»: Latin words are a name."""
    return QuotationKind.NAME if quoted.words <= MAX_NAME and quoted.is_latin else None


def house_term(quoted: Quoted) -> QuotationKind | None:
    """«وتدعو «إسرائيل» إلى هدنة»: a name that a paper puts in marks to keep its distance."""
    return QuotationKind.TERM if quoted.key in words()["house_term"] else None


def known_name(quoted: Quoted) -> QuotationKind | None:
    """«الأهرام»، «داعش»: the whole quotation is a name that the lexicons know."""
    names, first = words()["proper_name"], quoted.sheet.keys[quoted.first]
    if quoted.key and (quoted.key in names or quoted.key.removeprefix("ال") in names or (quoted.words <= 3 and first in names)):
        return QuotationKind.NAME
    reading = quoted.context.exact(quoted.first, quoted.last)
    if reading is None or reading.proclitics:
        return None
    return None if reading.entry.flag("ambiguous") and reading.entry.lexical_class != "media_name" else QuotationKind.NAME


def personal_name(quoted: Quoted) -> QuotationKind | None:
    """«سامر الخطيب»، «أبو عمر»، «عبد الله بن سالم»: a given name with a surname, or a kunya."""
    if not 2 <= quoted.words <= 6 or quoted.is_clause:
        return None
    sheet, first = quoted.sheet, quoted.first
    if quoted.words > 4 and "بن" not in quoted.key.split():
        return None
    if sheet.keys[first] in {"ابو", "ابا", "ابي", "ام", "ابن", "عبد"}:
        return QuotationKind.NAME
    title = sheet.tag(first, "source_noun")
    if title is not None and title.article and title.entry.string("type") == "person":
        first += 1 if sheet.is_any(first + 1, "given_name") else 2
        return QuotationKind.NAME if first < quoted.last and sheet.is_any(first, "given_name") else None
    reading = sheet.tag(first, "given_name")
    if reading is None or reading.proclitics:
        return None
    several = quoted.words > 2 and sheet.is_any(first + 1, "given_name")  # «سيف يوسف الفلاسي»
    sure = not reading.entry.flag("ambiguous") or "بن" in quoted.key.split() or several
    return QuotationKind.NAME if sure else None


def foreign(quoted: Quoted) -> QuotationKind | None:
    """«وعلقت «سنابورا» (Snapura) نشاطها»: a word that is not built like an Arabic one, or is repeated in Latin letters."""
    if quoted.words > 5:
        return None
    sheet, after = quoted.sheet, quoted.after
    if after + 1 < len(sheet) and sheet.written(after) == "(" and sheet.kinds[after + 1] in LATIN:
        return QuotationKind.NAME
    keys = sheet.keys[quoted.first : quoted.last + 1]
    if quoted.words > 4 or any(key.startswith("ال") for key in keys):
        return None
    alien = any(map(looks_foreign, keys))
    return QuotationKind.NAME if alien and not opens_predicate(sheet.words[quoted.first]) else None


def named_elsewhere(quoted: Quoted) -> QuotationKind | None:
    """«وباعت صحيفة «القصب» مطبعتها، وأغلق مقر «القصب»»: words that are a name or title elsewhere in the text."""
    return quoted.context.named.get(quoted.key)


def body(quoted: Quoted) -> QuotationKind | None:
    """«المجلس الأعلى للتعليم»، «جبهة الإنقاذ»: the words begin with a noun of bodies and go on definite."""
    sheet, first = quoted.sheet, quoted.first
    if not 2 <= quoted.words <= 6 or quoted.is_clause or not is_definite(sheet, first + 1):
        return None
    if any(sheet.is_any(index, "preposition") for index in range(first + 1, quoted.last + 1)):
        return None
    if quoted.before >= 0 and sheet.keys[quoted.before].lstrip("وف") in words()["copula"]:
        return None
    noun, head = sheet.tag(first, "source_noun"), sheet.tag(first, "name_head")
    if noun is not None and noun.entry.string("type") in _BODIES and not noun.proclitics and noun.entry.lemma != "نظام":
        return QuotationKind.NAME
    if head is not None and not head.proclitics and not head.article and head.entry.string("kind") == "title":
        return QuotationKind.TITLE
    return None


def repeated(quoted: Quoted) -> QuotationKind | None:
    """«ولا يفهم القارئ «العبور» ولا يفسر الكاتب «العبور»»: a word quoted more than once in a text is no fragment of speech.

    Without article and feminine ending it is a name, else a term.
    """
    if quoted.is_clause or quoted.parent is not None or quoted.context.counts[quoted.key] < 2:
        return None
    key, alone = quoted.key, quoted.words == 1
    is_masdar = alone and key[0] == "ا" and len(key) > 4 and key[-2] == "ا"
    common = key.startswith("ال") or is_masdar or (alone and key.endswith(("ه", "ي")))
    return QuotationKind.TERM if common else QuotationKind.NAME
