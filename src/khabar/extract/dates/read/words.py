"""Small words that many rules ask for: units, adjectives, demonstratives, eras, modifiers."""

from __future__ import annotations

from typing import NamedTuple

from khabar.extract.dates.line import ABBREVIATION, Line
from khabar.model import Reading


class Adjective(NamedTuple):
    """An adjective that places a time: الماضي (-1), الجاري (0), المقبل (1).

    Args:
        shift: periods from now, or from the time last named where `relative`.
        end: the token after it.
        relative: counted from the time last named (التالي).
        same: the time last named (نفسه).
        last: the last of a series or the latest («الأخير»).
    """

    shift: int
    end: int
    relative: bool = False
    same: bool = False
    last: bool = False

    @property
    def anaphor(self) -> str:
        """How it refers back: `same`, `next`, `previous` or not at all."""
        if self.same:
            return "same"
        return ("previous", "", "next")[self.shift + 1] if self.relative and abs(self.shift) == 1 else ""


def adjective(line: Line, position: int) -> Adjective | None:
    """The relative adjective that stands at a token, on the line of the one before."""
    if not line.near(position):
        return None
    names = line.names(position)
    found = line.find(position, "relative_adjective") if "relative_adjective" in names else None
    if found is None:
        # «السنة هذه»: but «هذا» before another noun belongs to that noun
        if (
            "demonstrative" not in names
            or demonstrative(line, position) != "near"
            or (line.near(position + 1) and line.key(position + 1).startswith("ال"))
        ):
            return None
        return Adjective(0, position + 1)
    entry, reading, end = found
    single = end == position + 1
    same = entry.flag("same")
    if reading.proclitics or (single and not same and not reading.article):
        return None
    return Adjective(entry.integer("shift"), end, entry.flag("relative"), same, entry.flag("last"))


def demonstrative(line: Line, position: int) -> str:
    """`near` for هذا, `far` for ذلك, empty where no demonstrative stands at a token."""
    found = line.find(position, "demonstrative")
    if found is None:
        return ""
    return "far" if found.entry.flag("far") else "near"


def unit(line: Line, position: int, letter: str = "", number: str = "") -> Reading | None:
    """The unit of time at a token, of this letter and grammatical number where given."""
    reading = line.word(position).tags.get("time_unit")
    if reading is None:
        return None
    said = reading.entry.attributes
    return None if (letter and said["unit"] != letter) or (number and said["number"] != number) else reading


def era(line: Line, position: int) -> tuple[str, int] | None:
    """The marker of an era at a token (`AH`, `AD`, `BC`), and the token after it."""
    if not line.near(position):
        return None
    found = line.find(position, "era")
    if found is None or found.reading.proclitics:
        return None
    value, end = found.entry.string("value"), found.end
    key = line.key(position)
    if key in {"م", "ه"} and line.kind(position) != ABBREVIATION:
        return None
    return value, end


def proclitic_length(reading: Reading) -> int:
    """How many attached letters stand outside the expression: all but a ل fused with the article (للسنة)."""
    letters = reading.proclitics
    if reading.article and letters.endswith("ل"):
        return len(letters) - 1
    return len(letters)


def full_year(number: int, creation_year: int | None) -> int:
    """A year of two digits in full: up to five years ahead of the document in this century, else in the last.

    >>> full_year(85, 2017), full_year(20, 2017), full_year(30, 2017)
    (1985, 2020, 1930)
    """
    if number > 99:
        return number
    limit = (creation_year if creation_year is not None else 2020) % 100 + 5
    return 2000 + number if number <= limit else 1900 + number
