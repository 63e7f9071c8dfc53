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

_MAX_PARTS = 12
"""Numbers and scale words that one amount may have; it bounds the look ahead."""

_PERCENT_SIGNS = "%٪"


class _Found(NamedTuple):
    """An amount: the tokens it covers, and what they mean."""

    start: int
    end: int
    amount: Decimal
    unit: str | None


class _Words:
    """The lexicon's words of one text, by the position of their first token."""

    def __init__(self, view: View) -> None:
        self.tokens = view.tokens
        self.text = view.document.text
        self.units = {match.start_token: match for match in view.matches("money_unit")}
        self.scales = {match.start_token: match.entry for match in view.matches("money_scale")}
        self.counts = {match.start_token: match.entry for match in view.matches("money_count")}

    def written(self, position: int) -> str:
        """The characters of a token; empty behind the last one."""
        return self.text[self.tokens.starts[position] : self.tokens.ends[position]] if position < len(self.tokens) else ""

    def number(self, position: int) -> Decimal | None:
        """The number at a token, in digits or in words."""
        if position in self.counts:
            return Decimal(self.counts[position].integer("value"))
        return read_number(self.written(position))


Rule: TypeAlias = Callable[[_Words, int], _Found | None]


def percent_sign(words: _Words, position: int) -> _Found | None:
    """A number with the sign of per cent, as one token.

    >>> _read("ارتفع بنسبة 12.5% هذا العام")
    [('12.5%', '12.5', '%')]
    """
    written = words.written(position)
    if not written or (written[-1] not in _PERCENT_SIGNS and written[0] not in _PERCENT_SIGNS):
        return None
    amount = read_number(written.strip(_PERCENT_SIGNS + " "))
    return None if amount is None else _Found(position, position + 1, amount, "%")


def number_and_unit(words: _Words, position: int) -> _Found | None:
    """Number, scale words and unit, in that order; parts joined by و add up.

    >>> _read("كلف المشروع ثلاثة ملايين و200 ألف يورو")
    [('ثلاثة ملايين و200 ألف يورو', '3200000', 'EUR')]
    >>> _read("خصصت مليوني دولار لنحو 15 في المئة من القرى")
    [('مليوني دولار', '2000000', 'USD'), ('15 في المئة', '15', '%')]
    """
    total, here = Decimal(0), position
    for _ in range(_MAX_PARTS):
        if here > position and words.written(here) == "و" and words.number(here + 1) is not None:
            here += 1
        number = words.number(here)
        part = Decimal(1) if number is None else number
        after = here if number is None else here + 1
        counted = number is not None
        while (scale := words.scales.get(after)) is not None:
            part *= scale.integer("value") if counted else scale.integer("dual_of", scale.integer("value"))
            after, counted = after + 1, True
        if after == here:
            break
        total, here = total + part, after
    unit = words.units.get(here)
    if here == position or unit is None:
        return None
    return _Found(position, unit.end_token, total, unit.entry.string("code") or None)


def sign_before(words: _Words, position: int) -> _Found | None:
    """A sign, the number, and perhaps a scale word.

    >>> _read("بلغ السعر $75 للبرميل")
    [('$75', '75', 'USD')]
    """
    unit = words.units.get(position)
    if unit is None or words.written(position).isalpha():
        return None
    amount = words.number(position + 1)
    if amount is None:
        return None
    scale = words.scales.get(position + 2)
    if scale is None:
        return _Found(position, position + 2, amount, unit.entry.string("code") or None)
    return _Found(position, position + 3, amount * scale.integer("value"), unit.entry.string("code") or None)


RULES: Mapping[str, Rule] = {
    "money.percent-sign": percent_sign,
    "money.number-and-unit": number_and_unit,
    "money.sign-before": sign_before,
}
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
        words, position = _Words(view), 0
        while position < len(view.tokens):
            rule, found = _first(words, position)
            if found is None:
                position += 1
                continue
            start, end = view.tokens.starts[found.start], view.tokens.ends[found.end - 1]
            yield Money(span=Span.of(words.text, start, end), amount=plain(found.amount), unit=found.unit, rule=rule)
            position = found.end


def _first(words: _Words, position: int) -> tuple[str, _Found | None]:
    for name, rule in RULES.items():
        if (found := rule(words, position)) is not None:
            return name, found
    return "", None


def _read(text: str) -> list[tuple[str, str, str | None]]:
    """What the examples of the rules show: span, amount and unit of everything found in a text."""
    import khabar

    analysis = khabar.Pipeline.default(plugins=["money"]).analyze(text)
    return [(money.span.text, money.amount, money.unit) for money in analysis[MONEY]]
