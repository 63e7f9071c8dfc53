"""Reading: what stands at each place of a text, its neighbours joined, as far as it is to be believed."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, TypeAlias

from khabar.extract.dates.evidence import accepts, accepts_amount
from khabar.extract.dates.joining import modifier, modifiers, narrow
from khabar.extract.dates.line import DASHES, NUMBER, OPENINGS, Line, Rule
from khabar.extract.dates.partial import WEEKDAY, Amount, Partial, Reference
from khabar.extract.dates.read.amounts import duration
from khabar.extract.dates.read.ranges import bridge, extend, leads_on, opened, share, within
from khabar.extract.dates.rules import RULES
from khabar.extract.memo import by_word
from khabar.model import Word

Item: TypeAlias = Partial | Amount | Reference

TRIGGERS: Final = frozenset(name for rule in RULES for name in rule.on)
"""The lexical classes, and kinds of tokens, at which a rule is tried."""

_FOLLOWERS: Final = frozenset(name for rule in RULES for after in rule.on.values() for name in after)
"""The classes, kinds of tokens and match keys that a rule asks of the token after its first."""

_WORDS_ONLY: Final = {"time_unit", "cardinal", "ordinal", "weekday"}
PHRASES: Final = (
    *sorted(name for name in TRIGGERS - _WORDS_ONLY if name.islower() and ":" not in name),
    *("approximator", "relative_adjective", "era", "zone", "epithet"),
)
"""The lexical classes whose phrases rules ask for; units, numbers and weekdays are read word by word."""

_ALONE: Final = TRIGGERS - {"SHORT", "cardinal", "ordinal", "several", "fraction", "set_quantifier", "edge", "demonstrative", "repetition"}
"""What a rule may read alone; the others need more words."""

_CONNECTORS: Final = DASHES | {
    *("من", "الي", "حتي", "وحتي", "والي", "لغايه", "في", "علي", "منه", "الا", "كل", "عشر", "مرات", "ارباع", "و", "ال"),
    *("م", "ص", "ه", "ق", "ت", "PM", "AM", "(", ")", "/", "\\", "،", ",", "."),
}
_HEADS: Final = {"و": "و…", "ل": "ل…", "h": "h…", "H": "h…"}
"""The letters that begin words that go on with a number or a range: «15 و16»، «من السادسة للسابعة»، «15h30»."""


class Plan(NamedTuple):
    """What to do at a token of certain classes before another of certain classes.

    Args:
        rules: the rules to try, in order.
        points: those that read points in time.
    """

    rules: tuple[Rule, ...]
    points: tuple[Rule, ...]


Plans: TypeAlias = dict[tuple[frozenset[str], frozenset[str], str], Plan]


@functools.cache
def _plan(names: frozenset[str], followers: frozenset[str]) -> Plan:
    """What to do at a token of these classes before one of those; few of the classes of a word matter here."""
    rules = tuple(rule for rule in RULES if rule.may_read(names, followers))
    return Plan(rules, tuple(rule for rule in rules if rule.name.startswith(("date.", "time."))))


@by_word
def _mark(word: Word) -> str:
    """What a rule may ask of a word by its match key, or by the letter that begins it; empty where none asks."""
    return word.key if word.key in _FOLLOWERS else _HEADS.get(word.key[:1], "")


class Reader:
    """Reads the expressions of one text, left to right.

    Args:
        line: the text.
        plans: the rules to try by what stands at a token and what follows it; shared between texts.
    """

    def __init__(self, line: Line, plans: Plans) -> None:
        self._line = line
        self._plans = plans
        self._planned = self._places()

    def items(self) -> Iterator[Item]:
        """What is read, in the order of the text, without overlap."""
        floor = 0
        for position, plan in self._planned.items():
            if position >= floor:
                item = self._read(plan.rules, position, floor)
                if item is not None:
                    floor = item.end
                    yield item

    def _places(self) -> dict[int, Plan]:
        """Where a rule may begin, in the order of the text, and the rules that may."""
        line, planned = self._line, {}
        for position in sorted(line.places):
            if line.kinds[position] == NUMBER and line.key(position - 1) in OPENINGS:
                planned[position - 1] = self._plan(position - 1, line.names(position - 1))
            names = line.names(position)
            # a number, a demonstrative or another word that says no time by itself may go on
            if position + 1 in line.places or not _ALONE.isdisjoint(names) or line.key(position + 1) in _CONNECTORS:
                plan = self._plan(position, names)
                if plan.rules:
                    planned[position] = plan
        return planned

    def _plan(self, position: int, names: frozenset[str]) -> Plan:
        """What to do at a token of these names."""
        line = self._line
        followers, mark = line.names(position + 1), _mark(line.word(position + 1))
        place = names, followers, mark
        plan = self._plans.get(place)
        if plan is None:
            plan = self._plans[place] = _plan(names & TRIGGERS, followers & _FOLLOWERS | {mark})
        return plan

    def _read(self, rules: Iterable[Rule], position: int, floor: int) -> Item | None:
        """What the first rule reads that succeeds and is believed."""
        for rule in rules:
            read = rule.read(self._line, position)
            if read is None:
                continue
            if isinstance(read, Partial):
                if self._complete(read, floor):
                    return read
            elif isinstance(read, Amount):
                if self._complete_amount(read, floor):
                    return read
            else:
                return read
        return None

    def _point(self, line: Line, position: int) -> Partial | None:
        """The first point in time that a rule reads at a token."""
        if position in line.places or line.key(position) in OPENINGS:
            plan = self._planned.get(position) or self._plan(position, line.names(position))
            for rule in plan.points:
                read = rule.read(line, position)
                if isinstance(read, Partial):
                    return read
        return None

    def _whole_point(self, line: Line, position: int) -> Partial | None:
        """The same with what narrows it."""
        read = self._point(line, position)
        if read is not None and read.to is None and not read.others:
            narrow(line, read, self._point)
        return read

    def _complete(self, partial: Partial, floor: int) -> bool:
        """Join what follows and what stands before; whether the whole is to be believed."""
        line = self._line
        if partial.start < floor:
            return False
        if partial.to is None and not partial.others:
            narrow(line, partial, self._point)
            extend(line, partial, self._whole_point, floor)
            if partial.to is None:
                within(line, partial, self._whole_point)
        else:
            last = partial.to or partial.others[-1]
            dates = self._point(line, last.end) if last.slots == WEEKDAY and line.near(last.end) else None
            if dates is not None and (dates.others or dates.to) and len(dates.others) == len(partial.others) and not dates.proclitics:
                # «يومي الأربعاء والخميس 15 و16 فيفري»: the dates say the same days again
                dates.start, dates.proclitics = partial.start, partial.proclitics
                partial.become(dates)
                last = partial.to or partial.others[-1]
            narrow(line, last, self._point)
            share(partial, last)
            start, _ = opened(line, partial.start, floor)
            if partial.to is not None and start < partial.start and not partial.proclitics and not partial.dashed:
                partial.proclitics = int(line.joined(start) is not None)
                partial.start = start
        if partial.to is None:
            modifiers(line, partial, floor)
        return accepts(line, partial)

    def _complete_amount(self, amount: Amount, floor: int) -> bool:
        """Join a greater amount and the modifiers before the first; whether the whole is to be believed."""
        line = self._line
        if amount.start < floor:
            return False
        if amount.quant is not None:
            return True
        key = line.key(amount.end)
        start, between = amount.start, False
        if not amount.proclitics and (amount.most is not None or leads_on(key) or key == "او"):
            start, between = opened(line, amount.start, floor)
        if amount.most is None and amount.mod is None:
            after = bridge(line, amount.end, between=between) if leads_on(key) else None
            if key == "او" and line.near(amount.end + 1):
                after = amount.end + 1
            second = duration(line, after) if after is not None else None
            if second is not None and not (second.weak or second.proclitics) and amount.parts[-1][1] == second.parts[-1][1]:
                amount.most, amount.end, amount.weak = second.parts, second.end, False
        if amount.most is not None:
            amount.start = start
            return True
        if not amount.proclitics:
            modifier(line, amount, floor)
        return accepts_amount(line, amount)
