"""Credit lines and datelines: (وكالات)، المصدر: رويترز، القاهرة - «الميناء»."""

from __future__ import annotations

from collections.abc import Iterator

from khabar.extract.attributions.draft import Draft
from khabar.extract.sheet import Sheet
from khabar.model import AttributionKind
from khabar.spans import Span

_BRACKETS = {"(": ")", "[": "]"}
_MAX_WORDS = 8


def credits(sheet: Sheet) -> Iterator[Draft]:
    """The credit lines of a text: agencies in brackets, after a label, or alone on a line."""
    for index in range(len(sheet)):
        if not sheet.is_punctuation(index) or sheet.written(index) not in _BRACKETS:
            continue
        close = _closing(sheet, index)
        if close is not None and _is_credit(sheet, index + 1, close):
            yield _draft(AttributionKind.CREDIT, sheet.span(sheet.starts[index + 1], sheet.ends[close - 1]), "credit.brackets")
    yield from _lines(sheet)


def _closing(sheet: Sheet, opening: int) -> int | None:
    mark = _BRACKETS[sheet.written(opening)]
    for index in range(opening + 1, min(len(sheet), opening + 2 * _MAX_WORDS)):
        if sheet.written(index) == mark:
            return index if index > opening + 1 else None
    return None


def _is_credit(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a stretch holds names of agencies and outlets and nothing else."""
    index, named = start, False
    while index < end:
        if sheet.is_punctuation(index) or sheet.keys[index] in {"و", "ووكالات"}:
            named = named or sheet.keys[index] == "ووكالات"
            index += 1
            continue
        length = _agency(sheet, index, end)
        if not length:
            return False
        named = True
        index += length
    return named


def _agency(sheet: Sheet, index: int, end: int) -> int:
    """How many tokens from here name an agency or outlet; 0 for none."""
    if sheet.is_any(index, "media_name") or sheet.keys[index] in {"وكالات", "الوكالات"}:
        return 1
    pair = sheet.opening.get(index)
    if pair is not None:
        return sheet.before(pair.span.end) + 1 - index
    if all(len(sheet.keys[i].strip(".")) == 1 or sheet.is_punctuation(i) for i in range(index, end)) and end - index >= 2:
        return end - index
    reading = sheet.tag(index, "source_noun")
    if reading is not None and reading.entry.string("type") == "media":
        return end - index
    if sheet.keys[index].count(".") >= 2:
        return 1
    return 0


def _lines(sheet: Sheet) -> Iterator[Draft]:
    """«المصدر: رويترز»، and an agency alone on its line."""
    text, start = sheet.text, 0
    for line in text.splitlines(keepends=True):
        first, last = sheet.at(start), sheet.before(start + len(line))
        start += len(line)
        if first > last or last - first > _MAX_WORDS:
            continue
        begin = first
        if first + 1 <= last and sheet.is_any(first, "credit_label") and sheet.written(first + 1) == ":":
            begin = first + 2
        elif sheet.is_punctuation(first):
            continue
        if begin <= last and _is_credit(sheet, begin, last + 1):
            yield _draft(AttributionKind.CREDIT, sheet.span(sheet.starts[begin], sheet.ends[last]), "credit.line")


def _draft(kind: AttributionKind, source: Span, rule: str) -> Draft:
    return Draft(report=None, kind=kind, source=source, rule=rule)


def datelines(sheet: Sheet) -> Iterator[Draft]:
    """«القاهرة - «الميناء»:»، «بغداد: «الخليج»، وكالات»: place and outlet at the head of the text."""
    if not len(sheet) or not sheet.is_any(0, "place"):
        return
    index, limit = 1, min(len(sheet), 14)
    while index < limit and sheet.is_any(index, "place"):
        index += 1
    if index >= limit or not sheet.is_punctuation(index):
        return
    end = index + 1
    named = False
    while end < limit:
        length = _agency(sheet, end, limit) if not sheet.is_punctuation(end) or end in sheet.opening else 0
        if length and length < limit - end:
            named, end = True, end + length
            continue
        if sheet.written(end) in {"،", ",", "(", ")", "-", "–", "و", "و«"} and end + 1 < limit:
            end += 1
            continue
        break
    while end > 1 and sheet.is_punctuation(end - 1) and end - 1 not in sheet.closing and sheet.written(end - 1) != ")":
        end -= 1
    if named:
        yield _draft(AttributionKind.DATELINE, sheet.span(sheet.starts[0], sheet.ends[end - 1]), "dateline.place-outlet")
