"""What one expression says of a time, before it is placed on the calendar."""

from __future__ import annotations

from typing import Final

import attrs

from khabar.model import Entry, TimexMod

# What an expression fixes, from the finest to the coarsest; each is one letter of `Partial.slots`.
CLOCK: Final = "t"
PART: Final = "p"
DEICTIC: Final = "D"
WEEKDAY: Final = "w"
DAY: Final = "d"
WEEK: Final = "k"
MONTH: Final = "m"
FRACTION: Final = "q"
SEASON: Final = "s"
YEAR: Final = "y"
DECADE: Final = "e"
CENTURY: Final = "c"
RANK: Final = {"t": 0, "p": 1, "D": 2, "w": 2, "d": 2, "k": 3, "m": 4, "q": 5, "s": 5, "y": 6, "e": 7, "c": 8}


@attrs.define(eq=False)
class Partial:
    """A time as far as the words say it; later words narrow it, resolution completes it.

    Args:
        start: its first token.
        end: the token after its last.
        rule: the rule that read it.
        slots: what it fixes, a letter each.
        proclitics: letters of attached particles before its first word that are no part of it.
        weak: read only where other evidence stands beside it.
        year, month, day, weekday: as said; a year before Christ is negative.
        hijri: year and month are of the Hijri calendar.
        last_year: the second year of a pair such as 2015/2016.
        year_shift, month_shift, week_shift, day_shift: periods counted from now (0 = this one).
        direction: an adjective on a named month, weekday, season or feast: -1 الماضي, 0 الجاري, 1 المقبل, ±2.
        anaphor: `same` (نفسه) or `next` (التالي) or `previous`: counted from the time last named.
        anaphor_grain: the unit that an anaphor names.
        fraction: a quarter `Q` or half `H` with its number (0 = the one named by `direction`).
        season: `SP`, `SU`, `FA` or `WI`.
        decade: the tens of its years; `decade_shift` counted from now.
        century: 19 for the nineteenth; `century_shift` counted from now.
        pick: the nth (-1 = last) unit or weekday of the period that follows, such as `("W", 1)` or `("5", -1)`.
        spread: how many first (negative: last) units of the period that follows.
        hour, minute, second: of the clock.
        half: `am`, `pm` or `night` where the words tell the half of the day.
        part: part of the day in TIMEX3: `MO`, `MI`, `AF`, `EV`, `NI`.
        utc: the clock is Greenwich's.
        school: where its year turns: `sport` in July, `school` in September.
        feast: the feast named.
        mod: TIMEX3's `mod`.
        weekend: the weekend of the week said.
        of_event: a day that names an event («ثورة 25 يناير»): of no year in particular.
        to: the end of a range that begins with this time.
        others: further members of an enumeration.
        dashed: the range is written with a dash, so that من before it is a preposition.
    """

    start: int
    end: int
    rule: str
    slots: str
    proclitics: int = 0
    weak: bool = False
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hijri: bool = False
    last_year: int | None = None
    year_shift: int | None = None
    month_shift: int | None = None
    week_shift: int | None = None
    day_shift: int | None = None
    direction: int | None = None
    anaphor: str = ""
    anaphor_grain: str = ""
    fraction: tuple[str, int] | None = None
    season: str | None = None
    decade: int | None = None
    decade_shift: int | None = None
    century: int | None = None
    century_shift: int | None = None
    pick: tuple[str, int] | None = None
    spread: tuple[str, int] | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    half: str = ""
    part: str = ""
    utc: bool = False
    school: str = ""
    feast: Entry | None = None
    mod: TimexMod | None = None
    weekend: bool = False
    of_event: bool = False
    to: Partial | None = None
    others: tuple[Partial, ...] = ()
    dashed: bool = False

    def has(self, slots: str) -> bool:
        """Whether it fixes any of these."""
        return not set(slots).isdisjoint(self.slots)

    def take(self, other: Partial) -> None:
        """Add what `other`, which narrows this time or holds it, says."""
        for name in _FIELDS:
            value = getattr(other, name)
            if value is None or value is False or value == "":
                continue
            if _is_unsaid(getattr(self, name)):
                setattr(self, name, value)
        if other.slots and other.year is not None:
            self.year_shift = None
        self.slots += "".join(slot for slot in other.slots if slot not in self.slots)
        self.end = max(self.end, other.end)
        self.start = min(self.start, other.start)
        self.weak = False

    def become(self, other: Partial) -> None:
        """Say what `other` says instead."""
        for field in attrs.fields(Partial):
            setattr(self, field.name, getattr(other, field.name))

    def copy(self) -> Partial:
        """The same again, to be changed."""
        return attrs.evolve(self)


def _is_unsaid(value: object) -> bool:
    """Whether a field is empty; 0 is something said (this month, midnight)."""
    return value is None or value is False or value == ""


_FIELDS: Final = tuple(
    field.name
    for field in attrs.fields(Partial)
    if field.name not in {"start", "end", "rule", "slots", "proclitics", "weak", "to", "others", "dashed"}
)


@attrs.define(eq=False)
class Amount:
    """An amount of time, or its repetition.

    Args:
        start: its first token.
        end: the token after its last.
        rule: the rule that read it.
        parts: numbers (`X` for an unknown one) with their units.
        proclitics: letters of attached particles before its first word.
        weak: read only where a preposition or modifier stands before it.
        direction: of an adjective: -1 الماضية, 1 المقبلة.
        mod: TIMEX3's `mod`.
        quant: TIMEX3's `quant`; with it the amount is a SET.
        freq: TIMEX3's `freq`.
        value: the value where it is no plain amount (`XXXX-WXX-5`).
        most: the greater amount of a range.
        definite: a noun with the article (الساعات الماضية).
        from_now: counted from now in words (من الآن).
    """

    start: int
    end: int
    rule: str
    parts: list[tuple[str, str]]
    proclitics: int = 0
    weak: bool = False
    direction: int | None = None
    mod: TimexMod | None = None
    quant: str | None = None
    freq: str | None = None
    value: str | None = None
    most: list[tuple[str, str]] | None = None
    definite: bool = False
    from_now: bool = False


@attrs.define(eq=False)
class Reference:
    """A vague reference to the present, the past or the future.

    Args:
        start: its first token.
        end: the token after its last.
        rule: the rule that read it.
        value: `PRESENT_REF`, `PAST_REF` or `FUTURE_REF`.
        proclitics: letters of attached particles before its first word.
    """

    start: int
    end: int
    rule: str
    value: str
    proclitics: int = 0
