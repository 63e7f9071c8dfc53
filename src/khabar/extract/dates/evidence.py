"""Evidence and traps: when a word that may be a time is one.

A bare month that is also a name, four digits without عام, a unit without number are times only beside other
words. Those words stand in the lexicon: `time_preposition`, `number_label`, `counted`, and `time_context` with a role:
`event` (a day after it names the event), `occasion` (the feast after it is no time), `place` (a weekday after it is a
name), `greeting`, `media` and `paper` («صحيفة المصري اليوم»), `kin` (a month after it is a surname), `start`
(«ابتداء من»), `after_year` (function words that no number counts), `school_year` and `sport_year` (what kind of year عام is),
`few` («الأيام القليلة»), `named_day` («اليوم العالمي» is no today).
"""

from __future__ import annotations

from khabar.extract.dates.line import DASHES, WORD, Line
from khabar.extract.dates.partial import DAY, DECADE, DEICTIC, FRACTION, MONTH, PART, SEASON, WEEKDAY, YEAR, Amount, Partial
from khabar.extract.dates.years import is_year
from khabar.model import TokenKind
from khabar.model.enums import TOKEN_KINDS

_PUNCTUATION = TOKEN_KINDS.index(TokenKind.PUNCTUATION)
_QUOTES = frozenset('"«»“”„')
_COMMON_PARTS = frozenset({"المغرب", "العصر", "العشاء", "الظهر"})


def alone(line: Line, start: int, end: int) -> bool:
    """Whether an expression is all that a text holds, but for marks around it."""
    return start <= 1 and line.size - end <= 1 and all(line.kind(i) == _PUNCTUATION for i in (*range(start), *range(end, line.size)))


def accepts(line: Line, partial: Partial) -> bool:
    """Whether a point in time, its neighbours joined, is to be believed."""
    if is_title(line, partial):
        return False
    if _names_event(line, partial):
        partial.of_event = True
    if not partial.weak:
        return not (partial.slots == WEEKDAY and partial.direction is None and line.has_role(partial.start - 1, "place"))
    if partial.pick is not None or partial.spread is not None or partial.rule == "date.period":
        return False
    if partial.slots == YEAR and partial.year is not None:
        return is_year(line, partial)
    return alone(line, partial.start, partial.end) or _is_introduced(line, partial)


def _is_introduced(line: Line, partial: Partial) -> bool:
    """Whether a preposition shows that a word of several meanings is a time."""
    start = partial.start
    preposition = line.word(start - 1).tags.get("time_preposition") if line.near(start) else None
    introduced = preposition is not None and preposition.entry.flag("period")
    key = line.key(start)
    fused = bool(partial.proclitics) and key[partial.proclitics - 1] in "بلك"
    slots = partial.slots
    if slots == MONTH:
        # أب، إب، باب: only آب with its madda is the month when nothing stands beside it
        written = line.text[line.start(start) : line.end(partial.end)]
        return (introduced or fused) and (key[-2:] != "اب" or "آ" in written)
    if slots == FRACTION:
        return (introduced or fused) and line.key(partial.end) not in {"من", "ل"}
    if slots == SEASON:
        return introduced and key[:2] == "ال"
    if slots == PART:
        return key[:2] == "ال" and (line.key(start - 1) == "عند" or (introduced and key not in _COMMON_PARTS))
    return slots == DECADE and introduced


def _names_event(line: Line, partial: Partial) -> bool:
    """Whether a day names an event: «ثورة 25 يناير» is of no year in particular."""
    if partial.slots != DAY + MONTH or partial.month is None or partial.hijri or partial.feast is not None:
        return False
    return partial.direction is None and partial.to is None and not partial.others and line.has_role(partial.start - 1, "event")


def is_title(line: Line, partial: Partial) -> bool:
    """Whether a time belongs to a name or title: «روسيا اليوم»، «صباح الخير»، «محمد بن رمضان»."""
    start, end = partial.start, partial.end
    if partial.slots == PART:
        return line.has_role(end, "greeting")
    if partial.slots == MONTH and partial.weak:
        return line.near(start) and line.has_role(start - 1, "kin")
    if partial.feast is not None and partial.pick is None:
        return line.near(start) and line.has_role(start - 1, "occasion")
    if partial.slots != DEICTIC or not line.near(start):
        return False
    if partial.rule == "date.deictic" and line.key(start) == "الغد":
        # «جيل الغد»: a noun that the day belongs to; «صحيفة الغد»
        before = line.word(start - 1).tags
        if line.has_role(start - 1, "outlet"):
            return True
        return line.kind(start - 1) == WORD and not {"time_preposition", "time_unit", "part_of_day", "time_context"} & set(before)
    return partial.rule == "date.today" and _is_paper(line, start, end)


def _is_paper(line: Line, start: int, end: int) -> bool:
    """Whether «اليوم» is the name of a paper or channel, or ends it."""
    if line.has_role(start - 1, "outlet"):
        return True
    if line.key(end) in {"السابع", "الثامن"} and line.near(end):
        return True
    if line.key(end)[:1] in _QUOTES and line.near(end):
        opened = line.key(start - 2)[:1] in _QUOTES
        bare = line.key(start - 1)[:1] in _QUOTES and line.has_role(start - 2, "media")
        if bare or (opened and line.kind(start - 1) == WORD):
            return True
    if not line.has_role(start - 1, "paper"):
        return False
    if line.has_role(start - 2, "media") or line.has_role(start - 3, "media"):
        return True
    # «عين اليوم – دبي»: at the head of a dispatch
    return (line.key(end) in DASHES or not line.near(end)) and not line.near(start - 1)


def amount_anchor(line: Line, amount: Amount) -> str:
    """The preposition before an amount, without its و; empty for none."""
    if not line.near(amount.start) or amount.proclitics:
        return ""
    found = line.word(amount.start - 1).tags.get("time_preposition")
    return line.key(amount.start - 1)[len(found.proclitics) :] if found is not None else ""


def accepts_amount(line: Line, amount: Amount) -> bool:
    """Whether an amount without number is to be believed."""
    if not amount.weak:
        return True
    start, end = amount.start, amount.end
    if alone(line, start, end):
        return True
    vague = amount.parts[0][0] == "X"
    preposition = line.word(start - 1).tags.get("time_preposition") if line.near(start) else None
    introduced = preposition is not None and preposition.entry.flag("amount")
    if amount.definite:
        if vague:
            return introduced and line.key(end) in {"التي", "اللاتي", "اللواتي"}
        return introduced and line.key(start - 1)[-4:] in {"طوال", "طيله"} and line.key(end)[:2] != "ال"
    if line.near(end) and line.kind(end) == WORD and line.key(end)[:2] == "ال":
        return False  # «خلال ساعات الليل»: the noun that follows owns it
    twice = line.word(start - 2).tags.get("time_unit")
    if twice is not None and twice.entry.string("unit") == amount.parts[0][1] and line.key(start - 1) == "بعد":
        return False  # «يوما بعد يوم»
    fused = bool(amount.proclitics) and line.key(start)[amount.proclitics - 1] == "ل"
    return (vague and fused and amount.parts[0][1] != "SN") or (introduced and not amount.proclitics)
