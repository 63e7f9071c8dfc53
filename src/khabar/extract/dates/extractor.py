"""The extractor of dates and times: it scans the places where a rule may begin, left to right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from khabar.extract.dates.context import Context
from khabar.extract.dates.evidence import accepts, accepts_amount, alone, amount_anchor
from khabar.extract.dates.finish import duration, point, reference, span_of
from khabar.extract.dates.joining import modifier, modifiers, narrow
from khabar.extract.dates.line import DASHES, NUMBER, OPENINGS, WORD, Line, Rule
from khabar.extract.dates.pairs import diagnose
from khabar.extract.dates.partial import Amount, Partial, Reference
from khabar.extract.dates.read.ranges import bridge, extend, opened, share, within
from khabar.extract.dates.rules import RULES
from khabar.layers import DATES, Annotation, Layer, View
from khabar.lexicons import Lexicon
from khabar.model import Diagnostic, DiagnosticCode, TimeExpression

_FILES: Final = ("months", "weekdays", "time_units", "time_words", "number_words", "feasts")
_CLASSES: Final = frozenset(name for rule in RULES for name in rule.on)


class DateExtractor:
    """Finds expressions of time and resolves them (TIMEX3).

    Args:
        week_start: the first day of the week by its ISO number; 1 for Monday, 6 for Saturday, 7 for Sunday.
            Values stay ISO weeks: a week that begins on Saturday is named by the ISO week it shares most days with.

    Raises:
        ValueError: `week_start` is not from 1 to 7.

    >>> import datetime, khabar
    >>> found = khabar.extract_dates("وصل الوفد صباح أمس الثلاثاء.", creation_time=datetime.date(2024, 6, 19))
    >>> found[0].span.text, found[0].value, str(found[0].type)
    ('صباح أمس الثلاثاء', '2024-06-18TMO', 'time')
    """

    def __init__(self, *, week_start: int = 1) -> None:
        if not 1 <= week_start <= 7:
            raise ValueError(f"week_start is an ISO weekday from 1 (Monday) to 7 (Sunday), not {week_start!r}")
        self._week_start = week_start
        self._plans: dict[tuple[str, ...], tuple[Rule, ...]] = {}

    @property
    def layer(self) -> Layer[TimeExpression]:
        """The layer of dates."""
        return DATES

    @property
    def requires(self) -> tuple[Layer[Annotation], ...]:
        """It reads tokens and words only."""
        return ()

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of time."""
        return Lexicon.builtin(*_FILES)

    def extract(self, view: View, /) -> Iterator[TimeExpression | Diagnostic]:
        """The expressions of time of a text, and what is wrong with them.

        Args:
            view: the text with its tokens and words.
        """
        line = Line(view, _PHRASES, _CLASSES)
        created = view.document.creation_time
        # without a document's date there is no present that a vague word could refer to
        vague = created is not None
        now = created if isinstance(created, dt.datetime) else None
        day = created.date() if isinstance(created, dt.datetime) else created
        context = Context(line, day, now, self._week_start)
        floor = 0
        found: list[TimeExpression] = []
        for position in _places(line):
            if position < floor:
                continue
            item = self._read(line, position, floor)
            if item is None:
                continue
            floor = item.end
            if isinstance(item, Reference) and not vague:
                continue
            expression, diagnostic = _finish(item, context)
            if diagnostic is not None:
                yield diagnostic
            if expression is not None:
                found.append(expression)
        yield from found
        yield from diagnose(line.text, found)

    def _plan(self, line: Line, position: int) -> tuple[Rule, ...]:
        """The rules to try at a token."""
        names = line.names(position)
        plan = self._plans.get(names)
        if plan is None:
            plan = self._plans[names] = tuple(rule for rule in RULES if any(name in rule.on for name in names))
        return plan

    def _point(self, line: Line, position: int) -> Partial | None:
        """The first point in time that a rule reads at a token."""
        if position >= line.size:
            return None
        for rule in self._plan(line, position):
            read = rule.read(line, position)
            if isinstance(read, Partial):
                return read
        return None

    def _whole_point(self, line: Line, position: int) -> Partial | None:
        read = self._point(line, position)
        if read is not None and read.to is None and not read.others:
            narrow(line, read, self._point)
        return read

    def _read(self, line: Line, position: int, floor: int) -> Partial | Amount | Reference | None:
        for rule in self._plan(line, position):
            read = rule.read(line, position)
            if isinstance(read, Partial):
                if self._complete(line, read, floor):
                    return read
            elif isinstance(read, Amount):
                if _complete_amount(line, read, floor):
                    return read
            elif isinstance(read, Reference):
                return read
        return None

    def _complete(self, line: Line, partial: Partial, floor: int) -> bool:
        """Join what follows and what stands before; whether the whole is to be believed."""
        if partial.start < floor:
            return False
        if partial.to is None and not partial.others:
            narrow(line, partial, self._point)
            extend(line, partial, self._whole_point, floor)
            if partial.to is None:
                within(line, partial, self._whole_point)
        else:
            last = partial.to or partial.others[-1]
            narrow(line, last, self._point)
            share(partial, last)
            start, _ = opened(line, partial.start, floor)
            if partial.to is not None and start < partial.start and not partial.proclitics and not partial.dashed:
                partial.proclitics = int(line.key(start) in {"وبين", "ومن", "فبين", "وما"})
                partial.start = start
        if partial.to is None:
            modifiers(line, partial, floor)
        return accepts(line, partial)


_PHRASES: Final = tuple(
    sorted({name for name in _CLASSES if name.islower()} | {"approximator", "relative_adjective", "era", "zone", "epithet"})
)


def _places(line: Line) -> list[int]:
    """Where a rule may begin, in the order of the text."""
    places = line.places
    found = []
    for position in sorted(places):
        if line.kinds[position] == NUMBER:
            if position and line.key(position - 1) in OPENINGS:
                found.append(position - 1)
            if len(line.key(position)) < 4 and not _continues(line, position + 1):
                continue
        elif line.kinds[position] == WORD and _NEEDS_MORE.issuperset(line.words[position].tags) and not _continues(line, position + 1):
            continue
        found.append(position)
    return found


def _continues(line: Line, position: int) -> bool:
    """Whether a token may go on with a number, a demonstrative or another word that says no time by itself."""
    return position in line.places or line.key(position) in _CONNECTORS


_NEEDS_MORE: Final = frozenset({"cardinal", "ordinal", "several", "fraction", "set_quantifier", "edge", "demonstrative", "repetition"})
_CONNECTORS: Final = (
    frozenset(
        {
            "من",
            "الي",
            "حتي",
            "وحتي",
            "والي",
            "و",
            "(",
            ")",
            "/",
            "\\",
            "،",
            ",",
            "في",
            "علي",
            "ال",
            "منه",
            "الا",
            "كل",
            "لغايه",
            "م",
            "ص",
            "ه",
            "عشر",
            "PM",
            "AM",
        }
    )
    | DASHES
    | {"ق", "ت", "."}
)


def _complete_amount(line: Line, amount: Amount, floor: int) -> bool:
    """Join a second amount and the modifiers before the first; whether the whole is to be believed."""
    from khabar.extract.dates.read.amounts import duration as read_amount

    if amount.start < floor:
        return False
    if amount.quant is not None:
        return True
    start, between = opened(line, amount.start, floor) if not amount.proclitics else (amount.start, False)
    if amount.most is not None:
        amount.start = start
        return True
    after = bridge(line, amount.end, between=between)
    if line.key(amount.end) == "او" and line.near(amount.end + 1):
        after = amount.end + 1
    if after is not None and amount.mod is None:
        second = read_amount(line, after)
        if (
            second is not None
            and second.quant is None
            and not second.weak
            and not second.proclitics
            and amount.parts[-1][1] == second.parts[-1][1]
        ):
            amount.most, amount.end, amount.weak = second.parts, second.end, False
            amount.start = start
    if amount.most is None and not amount.proclitics:
        modifier(line, amount, floor)
    return accepts_amount(line, amount)


def _finish(item: Partial | Amount | Reference, context: Context) -> tuple[TimeExpression | None, Diagnostic | None]:
    if isinstance(item, Reference):
        return reference(item, context), None
    if isinstance(item, Amount):
        return duration(item, context, _anchor(item, context)), None
    expression, resolved = point(item, context)
    if resolved.impossible:
        span = span_of(item, context)
        return None, Diagnostic(code=DiagnosticCode.IMPOSSIBLE_DATE, span=span, message=f"no calendar has the date {span.text}")
    if resolved.mismatch and expression is not None:
        message = f"{expression.value} is no such weekday"
        return expression, Diagnostic(code=DiagnosticCode.WEEKDAY_MISMATCH, span=expression.span, message=message)
    return expression, None


def _anchor(amount: Amount, context: Context) -> str:
    """What the preposition before an amount makes of it; قبل and بعد join the span where they count from now."""
    line = context.line
    word = amount_anchor(line, amount)
    if amount.quant is not None or amount.most is not None or amount.direction is not None:
        return ""
    if amount.from_now and word in {"", "بعد"}:
        if word:
            amount.start -= 1
        return "ahead"
    match word:
        case "منذ":
            return "since"
        case "قبل" | "بعد":
            following = line.key(amount.end) if line.near(amount.end) else ""
            elsewhere = following in {"من", "علي", "عن"} and line.key(amount.end + 1) not in {"الان", "اليوم"}
            ahead = word == "بعد" and not (context.is_future(amount.start, amount.end) or alone(line, amount.start - 1, amount.end))
            if elsewhere or ahead:
                return "after" if word == "بعد" else ""
            amount.start -= 1
            amount.proclitics = int(line.key(amount.start)[:1] in {"و", "ف"})
            return "ago" if word == "قبل" else "ahead"
        case "غضون" | "خلال":
            return "within"
        case "في" if context.is_future(amount.start, amount.end):
            return "within"
        case _:
            return ""
