"""Finds amounts: a number, perhaps scale words, and a unit after (or a sign before) them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import NamedTuple, TypeAlias

from khabar import Annotation, Layer, Lexicon, Span, View
from khabar_money.model import MONEY, Money
from khabar_money.numbers import plain, read_number

_MOST_SCALES = 3
"""Scale words in a row (ألف مليون): a bound keeps the look ahead short on any text."""


class _Part(NamedTuple):
    """One part of a number: its value, the product of its scale words, and the position after it."""

    value: Decimal
    scale: int
    end: int


class _Found(NamedTuple):
    """An amount: where it stands, and what it means."""

    start: int
    end: int
    amount: Decimal
    unit: str | None


class _Words:
    """The words of one text that the lexicon knows, by the position of their first token."""

    def __init__(self, view: View) -> None:
        self.tokens = view.tokens
        self.text = view.document.text
        self.units = {match.start_token: match for match in view.matches("money_unit")}
        self.scales = {match.start_token: match for match in view.matches("money_scale")}
        self.counts = {match.start_token: match for match in view.matches("money_count")}

    def written(self, position: int) -> str:
        """The characters of a token; empty behind the last one."""
        return self.text[self.tokens.starts[position] : self.tokens.ends[position]] if position < len(self.tokens) else ""

    def start(self, position: int) -> int:
        """Where the token begins, without و or ف before it."""
        match = self.counts.get(position) or self.scales.get(position)
        proclitics = match.reading.proclitics if match else ""
        return self.tokens.starts[position] + (len(proclitics) if self.written(position).startswith(proclitics) else 0)

    def joined(self, position: int) -> int | None:
        """Where the part after و begins, which may be a token of its own; None where there is no و."""
        if self.written(position) == "و":
            return position + 1
        match = self.counts.get(position) or self.scales.get(position)
        return position if match and match.reading.proclitics == "و" else None


Rule: TypeAlias = Callable[[_Words, int], _Found | None]


def _number(words: _Words, position: int) -> tuple[Decimal, int] | None:
    """The number at a position, in digits or in words (خمسة وعشرون), and the position after it."""
    if position not in words.counts:
        number = read_number(words.written(position))
        return None if number is None else (number, position + 1)
    total = last = words.counts[position].entry.integer("value")
    end = position + 1
    while (more := words.counts.get(end)) and more.reading.proclitics == "و" and _adds_up(last, more.entry.integer("value")):
        last = more.entry.integer("value")
        total, end = total + last, end + 1
    return Decimal(total), end


def _adds_up(before: int, after: int) -> bool:
    """Whether و between two number words adds them: hundreds and less, or a unit and a ten."""
    return before >= 100 > after or before < 10 < after < 100


def _part(words: _Words, position: int) -> _Part | None:
    """A number with its scale words; either may be missing, not both."""
    number = _number(words, position)
    value, end = number or (Decimal(1), position)
    scale = 1
    for _ in range(_MOST_SCALES):
        match = words.scales.get(end)
        if match is None or (match.reading.proclitics and end > position):
            break
        # a dual (مليونا دولار) counts as two where no number stands before it
        alone = number is None and end == position
        scale *= match.entry.integer("dual_of" if alone else "value", match.entry.integer("value"))
        end += 1
    return _Part(value * scale, scale, end) if end > position else None


def _amount(words: _Words, position: int) -> _Part | None:
    """Parts that add up, each of a smaller scale than the one before (so there are few)."""
    total = _part(words, position)
    if total is None:
        return None
    while (after := words.joined(total.end)) is not None:
        more = _part(words, after)
        if more is None or more.scale >= total.scale:
            break
        total = _Part(total.value + more.value, more.scale, more.end)
    return total


def number_and_unit(words: _Words, position: int) -> _Found | None:
    """Number, scale words and unit, in that order.

    >>> _read("كلف المشروع ثلاثة ملايين و200 ألف يورو")
    [('ثلاثة ملايين و200 ألف يورو', '3200000', 'EUR')]
    >>> _read("خصصت مليوني دولار لنحو 15 في المئة من القرى")
    [('مليوني دولار', '2000000', 'USD'), ('15 في المئة', '15', '%')]
    """
    number = _amount(words, position)
    unit = words.units.get(number.end) if number else None
    if number is None or unit is None:
        return None
    return _Found(words.start(position), words.tokens.ends[unit.end_token - 1], number.value, unit.entry.string("code") or None)


def sign_before(words: _Words, position: int) -> _Found | None:
    """A sign, the number, and perhaps scale words.

    >>> _read("بلغ السعر $75 للبرميل، والقيمة $1.2 مليون")
    [('$75', '75', 'USD'), ('$1.2 مليون', '1200000', 'USD')]
    """
    unit = words.units.get(position)
    if unit is None or words.written(position).isalpha():
        return None
    number = _amount(words, position + 1)
    if number is None:
        return None
    return _Found(words.tokens.starts[position], words.tokens.ends[number.end - 1], number.value, unit.entry.string("code") or None)


RULES: Mapping[str, Rule] = {"money.number-and-unit": number_and_unit, "money.sign-before": sign_before}
"""The rules, in the order in which they are asked at each token; the first that finds something wins."""


@cache
def _lexicon() -> Lexicon:
    return Lexicon.from_toml(files("khabar_money") / "money.toml")


class MoneyExtractor:
    """Makes the layer `MONEY`."""

    layer = MONEY
    requires: tuple[Layer[Annotation], ...] = ()

    @property
    def lexicon(self) -> Lexicon:
        """The plugin's own words; the pipeline merges them with those of khabar."""
        return _lexicon()

    def extract(self, view: View) -> Iterator[Money]:
        """The amounts of the text, in one pass over its tokens."""
        words, free = _Words(view), 0
        for position, start in enumerate(view.tokens.starts):
            if start < free:
                continue
            for name, rule in RULES.items():
                found = rule(words, position)
                if found is not None:
                    span = Span.of(words.text, found.start, found.end)
                    yield Money(span=span, amount=plain(found.amount), unit=found.unit, rule=name)
                    free = found.end
                    break


def _read(text: str) -> list[tuple[str, str, str | None]]:
    """What the examples of the rules show: span, amount and unit of everything found in a text."""
    import khabar

    analysis = khabar.Pipeline.default(plugins=["money"]).analyze(text)
    return [(money.span.text, money.amount, money.unit) for money in analysis[MONEY]]
