"""Dates that print both calendars, read through the text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import khabar

_HIJRI = [
    "محرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة",
    "ذو الحجة",
]
_GREGORIAN = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]


def rows() -> list[tuple[str, str]]:
    """The Hijri and Gregorian date of each line."""
    lines = Path(__file__).with_name("umm_al_qura.txt").read_text(encoding="utf-8").splitlines()
    return [(line[:10], line[11:]) for line in lines if not line.startswith("#")]


def hijri_words(date: str) -> str:
    year, month, day = map(int, date.split("-"))
    return f"{day} {_HIJRI[month - 1]} {year}هـ"


def gregorian_words(date: dt.date) -> str:
    return f"{date.day} {_GREGORIAN[date.month - 1]} {date.year}م"


def test_every_date_has_its_value() -> None:
    """A Hijri date in words has the Gregorian value that printed calendars and the official gazette give."""
    read = {hijri: khabar.extract_dates(f"صدر العدد في {hijri_words(hijri)}.") for hijri, _ in rows()}
    assert len(read) > 1800
    assert {hijri: [found.value for found in dates] for hijri, dates in read.items()} == {hijri: [day] for hijri, day in rows()}
    assert all(dates[0].calendar_value == hijri for hijri, dates in read.items())


def test_pairs_are_flagged_only_where_they_disagree() -> None:
    """«X هـ الموافق Y م» is a diagnostic from two days of difference on: a month may begin a day later in another country."""
    for hijri, day in rows()[::9]:
        for distance in (0, 1, 2, -3):
            other = dt.date.fromisoformat(day) + dt.timedelta(distance)
            told = khabar.analyze(f"صدر العدد في {hijri_words(hijri)} الموافق {gregorian_words(other)}.").diagnostics
            assert bool(told) == (abs(distance) > 1), (hijri, other, told)
