"""Laws of number words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.extract.dates.numbers import read_cardinal, read_ordinal
from khabar.lexicons import Lexicon, Table
from khabar.model import Word

UNITS = {
    False: ("", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"),
    True: ("", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"),
}
TENS = ("", "عشرة", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون")
HUNDREDS = ("", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة")
ORDINALS = {
    False: ("", "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"),
    True: ("", "الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة", "التاسعة", "العاشرة"),
}


def below_hundred(number: int, feminine: bool) -> str:
    """A number from 1 to 99 as it stands before a counted noun of either gender."""
    tens, units = divmod(number, 10)
    if number < 10:
        return UNITS[feminine][number]
    if number == 10:
        return "عشر" if feminine else "عشرة"
    if tens == 1:
        unit = {1: ("أحد", "إحدى"), 2: ("اثنا", "اثنتا")}.get(units, (UNITS[False][units], UNITS[True][units]))[feminine]
        return f"{unit} {'عشرة' if feminine else 'عشر'}"
    unit = {1: ("واحد", "إحدى")}.get(units, (UNITS[False][units], UNITS[True][units]))[feminine]
    return f"{unit} و{TENS[tens]}" if units else TENS[tens]


def below_thousand(number: int, feminine: bool) -> str:
    """A number from 1 to 999."""
    hundreds, rest = divmod(number, 100)
    parts = [HUNDREDS[hundreds]] * bool(hundreds) + [below_hundred(rest, feminine)] * bool(rest)
    return " و".join(parts)


def cardinal(number: int, feminine: bool) -> str:
    """A number from 1 to 10^6 written out."""
    if number == 1_000_000:
        return "مليون"
    thousands, rest = divmod(number, 1000)
    parts = []
    if thousands:
        count = below_thousand(thousands, False)
        scale = "آلاف" if 3 <= thousands % 100 <= 10 else "ألف"
        parts.append({1: "ألف", 2: "ألفان"}.get(thousands, f"{count} {scale}"))
    if rest:
        parts.append(below_thousand(rest, feminine))
    return " و".join(parts)


def ordinal(number: int, feminine: bool) -> str:
    """An ordinal from 1 to 10^6 written out: beyond a hundred, the rest stands first («الخامس بعد المئة»)."""
    rest = number % 100
    if not rest:
        return definite(number)
    tens, units = divmod(rest, 10)
    if rest <= 10:
        small = ORDINALS[feminine][rest]
    elif tens == 1:
        unit = ("الحادي", "الحادية")[feminine] if units == 1 else ORDINALS[feminine][units]
        small = f"{unit} {'عشرة' if feminine else 'عشر'}"
    elif units:
        unit = ("الحادي", "الحادية")[feminine] if units == 1 else ORDINALS[feminine][units]
        small = f"{unit} وال{TENS[tens]}"
    else:
        small = f"ال{TENS[tens]}"
    return f"{small} بعد {definite(number - rest)}" if number > rest else small


def definite(number: int) -> str:
    """A round number with the article on each part."""
    thousands, rest = divmod(number, 1000)
    parts = [f"ال{cardinal(thousands * 1000, False)}"] * bool(thousands) + [f"ال{below_thousand(rest, False)}"] * bool(rest)
    return " و".join(parts)


@cache
def table() -> Table:
    """The number words alone."""
    return Table([Lexicon.from_toml(files("khabar.lexicons") / "data" / "number_words.toml")])


def words(text: str) -> Sequence[Word]:
    """What the lexicon knows of each word."""
    return [table().word(word) for word in text.split()]


@given(st.integers(1, 10**6), st.booleans())
def test_a_cardinal_written_out_reads_back(number: int, feminine: bool) -> None:
    """Every number to 10^6, in both genders, is the number that its words say."""
    written = words(cardinal(number, feminine))
    assert read_cardinal(written, 0) == (number, len(written))


@given(st.integers(1, 10**6), st.booleans())
def test_an_ordinal_written_out_reads_back(number: int, feminine: bool) -> None:
    """Every ordinal to 10^6, in both genders, is the number that its words say."""
    written = words(ordinal(number, feminine))
    assert read_ordinal(written, 0) == (number, len(written))


@pytest.mark.parametrize("feminine", [False, True])
def test_every_small_number_reads_back(feminine: bool) -> None:
    """The numbers that dates use are tried one by one."""
    for number in range(1, 2101):
        for written, read in ((cardinal(number, feminine), read_cardinal), (ordinal(number, feminine), read_ordinal)):
            known = words(written)
            assert read(known, 0) == (number, len(known)), written


@pytest.mark.parametrize(
    ("text", "number", "end"),
    [
        ("خمسة وستة", 5, 1),
        ("عشرين وخمسة", 20, 1),
        ("ألفين وأربعة وعشرين", 2024, 3),
        ("مائة و خمسون", 150, 3),
        ("ألف ومئة وألف", 1100, 2),
        ("ثلاث عشرة سنة", 13, 2),
    ],
)
def test_a_number_ends_where_arabic_ends_it(text: str, number: int, end: int) -> None:
    """A second number of the same rank begins a number of its own."""
    assert read_cardinal(words(text), 0) == (number, end)


def test_one_of_is_no_number() -> None:
    """«أحد الوزراء» counts nothing."""
    assert read_cardinal(words("أحد الوزراء"), 0) is None
