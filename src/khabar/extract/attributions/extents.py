"""How far a noun phrase reaches in running text, where no cue bounds it."""

from __future__ import annotations

from khabar.extract.attributions.name_words import (
    follows_honorific,
    has_article,
    is_given_name,
    is_relative,
    may_be_given_name,
    source_noun,
)
from khabar.extract.attributions.names import NAME_LIMIT
from khabar.extract.sheet import COMMAS, Sheet

LIMIT = 14
"""Tokens of a noun phrase in running text."""

_STOPS = ("preposition", "conjunction", "complementiser", "negation", "adverb", "auxiliary", "contrast", "pronoun_preposition")


def phrase_end(sheet: Sheet, head: int) -> int:
    """Position after the noun phrase of a head noun in running text.

    The annexation goes on to its first definite word; after it come adjectives with the article, and after a title a name.
    """
    stop = min(sheet.sentence_end(head), head + LIMIT)
    closed = has_article(sheet, head)
    feminine = sheet.keys[head].endswith("ه")
    reading = source_noun(sheet, head)
    persons = reading is None or reading.entry.string("type") == "person"
    index = head + 1
    while index < stop:
        pair = sheet.opening.get(index)
        if pair is not None:
            return min(sheet.before(pair.span.end) + 1, stop) if index == head + 1 else index
        if sheet.is_punctuation(index) or sheet.after_date(index) or is_relative(sheet, index):
            break
        if sheet.is_any(index, *_STOPS) and not is_given_name(sheet, index):
            if sheet.keys[index] != "باسم":
                break
            closed = False
        elif not persons and _is_prefixed(sheet, index):
            break
        elif follows_honorific(sheet, index) and has_article(sheet, index):
            return index + 1
        elif is_given_name(sheet, index) or (closed and persons and may_be_given_name(sheet, index)) or follows_honorific(sheet, index):
            return min(index + NAME_LIMIT, stop)
        elif has_article(sheet, index):
            if closed and not _is_adjective(sheet, index, feminine=feminine):
                return _name_after(sheet, index, stop) if persons else index
            closed = True
        elif sheet.is_any(index, "place"):
            if closed:
                break
            closed = True
        elif closed and not sheet.is_any(index, "honorific"):
            break
        index += 1
    return _over_comma(sheet, index, stop) if persons else index


def _over_comma(sheet: Sheet, index: int, stop: int) -> int:
    """«الباحث في التراث، عمر حمداوي»: a name in apposition to a title, after a comma."""
    after = index
    if after + 1 < stop and sheet.keys[after] == "في" and has_article(sheet, after + 1):
        after += 2
    if after + 1 < stop and sheet.is_mark(after, COMMAS) and is_given_name(sheet, after + 1):
        return min(after + 1 + NAME_LIMIT, stop)
    return index


def _name_after(sheet: Sheet, index: int, stop: int) -> int:
    """«الكاتب الراحل مؤنس الرزاز»: past further adjectives if a given name follows them; else the phrase has ended before them."""
    after = index
    while after < min(stop, index + 3) and has_article(sheet, after):
        after += 1
    return min(after + NAME_LIMIT, stop) if after < stop and is_given_name(sheet, after) else index


def _is_prefixed(sheet: Sheet, position: int) -> bool:
    """A noun with a preposition before it in the same word: «تصريحات لمدير …»."""
    return any(reading.proclitics[-1:] in {"ل", "ب", "ك"} for reading in sheet.words[position].readings[:1])


def _is_adjective(sheet: Sheet, position: int, *, feminine: bool) -> bool:
    """A word with the article that goes on with a definite noun: the relative adjective in ـي, or one that agrees."""
    if sheet.is_any(position, "demonym", "source_noun"):
        return True
    key = sheet.keys[position]
    return key.endswith(("ي", "يه")) or (feminine and key.endswith("ه")) or key.startswith("وال")
