"""Rules for speech and fragments: how the quotation stands in the report that holds it."""

from __future__ import annotations

from khabar.extract.cues.model import ACCORDING_TO, COLON, NOUN_PHRASE, PRECEDING, QUOTATION
from khabar.extract.quotations.clauses import opens_clause, opens_predicate
from khabar.extract.quotations.context import Quoted
from khabar.extract.quotations.words import words
from khabar.extract.sheet import STOPS
from khabar.model import QuotationKind

_COLON = frozenset(":")
_OBJECTS = (QUOTATION, NOUN_PHRASE)
_NAMING = frozenset({"وصف", "سمى", "أسمى", "عد", "اعتبر", "لقب", "نعت", "صنف"})
"""Verbs that call one thing another: what they quote is only a predicate."""

_ATTITUDES = frozenset({"express_praise", "accuse_condemn", "attitude", "demand", "commit"})
"""Classes of cues whose object is what they praise, condemn or want, not what was said."""

_STATING = frozenset({"neutral", "add", "announce", "affirm", "point_out", "reveal_admit", "relay"})
"""Classes of cues whose whole object is an utterance; the others say an attitude, and quote pieces of one."""


def after_colon(quoted: Quoted) -> QuotationKind | None:
    """«قال: «…»»، «الوزير: «لن نتراجع»»: the utterance follows a colon."""
    if quoted.report is not None and quoted.report.cue.link is COLON and quoted.opens():
        return QuotationKind.SPEECH
    sheet, before = quoted.sheet, quoted.before
    if before >= 0 and not quoted.proclitic and sheet.is_mark(before, _COLON) and (quoted.words >= 4 or quoted.is_clause):
        return QuotationKind.SPEECH
    return None


def before_cue(quoted: Quoted) -> QuotationKind | None:
    """««…»، يؤكد الخبير»: the utterance stands before its cue."""
    report = quoted.report
    if report is None or not quoted.opens():
        return None
    if report.cue.link is PRECEDING:
        return QuotationKind.SPEECH if quoted.is_clause or quoted.words >= 6 else QuotationKind.FRAGMENT
    if report.cue.form is ACCORDING_TO and quoted.closes():
        return QuotationKind.SPEECH if (quoted.is_clause and quoted.begins) or quoted.words >= 12 else QuotationKind.FRAGMENT
    return None


def after_cue(quoted: Quoted) -> QuotationKind | None:
    """«وأضاف «…»»، «أشار إلى «…»»: the object of a verb of saying is an utterance, that of a verb of attitude a piece of one."""
    report = quoted.report
    if report is None or not quoted.opens() or report.cue.link not in _OBJECTS:
        return None
    if report.cue.entry.lemma in _NAMING and not (quoted.is_clause and quoted.words >= 6):
        return QuotationKind.FRAGMENT
    if report.cue.cue_class in _ATTITUDES:
        word = quoted.sheet.words[quoted.first]
        starts = opens_clause(word) or opens_predicate(word)
        return QuotationKind.SPEECH if starts and quoted.words >= 3 else QuotationKind.FRAGMENT
    if report.cue.link is QUOTATION and (quoted.is_clause or quoted.words >= 8):
        return QuotationKind.SPEECH
    if report.cue.cue_class in _STATING and quoted.closes() and quoted.words >= 2:
        return QuotationKind.SPEECH
    return QuotationKind.FRAGMENT


def after_complementiser(quoted: Quoted) -> QuotationKind | None:
    """«وأضافت أنها «ستستأنف الحكم»»: the reported clause, its subject inside the marks or only a pronoun before them."""
    sheet, report = quoted.sheet, quoted.report
    if quoted.proclitic or quoted.before < 0:
        return None
    complementiser = sheet.tag(quoted.before, "complementiser")
    if complementiser is None:
        return None
    if sheet.keys[quoted.before].startswith("بان") and not quoted.is_clause and quoted.words < 6:
        return QuotationKind.FRAGMENT
    if report is None:
        spoken = quoted.words >= 6 or (quoted.is_clause and quoted.words >= 3)
        piece = QuotationKind.FRAGMENT if complementiser.entry.flag("pronoun") else None
        return QuotationKind.SPEECH if spoken else piece
    bare = not complementiser.entry.flag("pronoun")
    if report.cue.entry.lemma in _NAMING and (quoted.words < 6 or not (bare or quoted.is_clause)):
        return QuotationKind.FRAGMENT
    if not bare or quoted.is_clause or quoted.words >= 6 or (quoted.closes() and quoted.words >= 3):
        return QuotationKind.SPEECH
    return QuotationKind.FRAGMENT


def uttered(quoted: Quoted) -> QuotationKind | None:
    """«وهم يهتفون «نريد ماء»»، «ختم بعبارة «شكرا لكم»»: words that are said, shouted or written as they stand."""
    if quoted.proclitic or not quoted.leads(words()["uttered"]):
        return None
    return QuotationKind.SPEECH if quoted.words >= 2 else QuotationKind.FRAGMENT


def after_pretext(quoted: Quoted) -> QuotationKind | None:
    """«بدعوى «الأخطار الأمنية»»: the reason that somebody gives."""
    return QuotationKind.FRAGMENT if not quoted.is_clause and quoted.leads(words()["pretext"]) else None


def whole_clause(quoted: Quoted) -> QuotationKind | None:
    """«…، «فإننا نشعر بالقلق»»: a clause that begins with the mark, after a comma or a full stop."""
    if quoted.words < 3 or not quoted.is_clause:
        return None
    if quoted.begins or opens_clause(quoted.sheet.words[quoted.first]):
        return QuotationKind.SPEECH
    return None


def several_sentences(quoted: Quoted) -> QuotationKind | None:
    """«إلى أهل القرى الصامدين. من عمال الميناء القديم مع التحية»: a quotation with a full stop inside is somebody's words."""
    if quoted.words < 8:
        return None
    sheet = quoted.sheet
    stops = any(sheet.is_mark(index, STOPS) for index in range(quoted.first, min(quoted.last, quoted.first + 200)))
    return QuotationKind.SPEECH if stops else None


def inside_report(quoted: Quoted) -> QuotationKind | None:
    """«قال الخبير إن النظام «سيكون عبئا»»: words quoted out of what is reported."""
    return QuotationKind.FRAGMENT if quoted.report is not None else None


def long(quoted: Quoted) -> QuotationKind | None:
    """«أسماء الراحلين من أبناء القرية وبناتها وشيوخها وأطفالها وكل الغائبين»: a long quotation is somebody's words, cue or not."""
    if quoted.words < 10:
        return None
    return QuotationKind.SPEECH if quoted.begins else QuotationKind.FRAGMENT


def piece_of_clause(quoted: Quoted) -> QuotationKind | None:
    """«بقيت الخطة في نظرهم «لن تنجح»»: a predicate in marks is somebody's word of a thing."""
    return QuotationKind.FRAGMENT if quoted.is_clause and quoted.words >= 2 else None


def in_reported_sentence(quoted: Quoted) -> QuotationKind | None:
    """«وفي «ساحة القصب» قال الوزير إن …»: several words in marks in a sentence that reports."""
    if quoted.parent is not None or quoted.words < 2 or not quoted.context.is_reported(quoted.first):
        return None
    return QuotationKind.FRAGMENT
