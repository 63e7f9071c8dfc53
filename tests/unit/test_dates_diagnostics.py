"""What a reader of dates is told."""

from __future__ import annotations

import datetime as dt

import pytest

import khabar
from khabar import DiagnosticCode
from khabar.extract.dates import DateExtractor

DAY = dt.date(2024, 6, 19)


def codes(text: str) -> set[DiagnosticCode]:
    """The codes of a text's diagnostics of dates."""
    return {diagnostic.code for diagnostic in khabar.analyze(text, creation_time=DAY).diagnostics}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("وصل الوفد يوم الاثنين 18 يونيو 2024.", DiagnosticCode.WEEKDAY_MISMATCH),
        ("غادر الوزير أمس الأحد.", DiagnosticCode.WEEKDAY_MISMATCH),
        ("صدر القرار في ١٨ يونيو 2024.", DiagnosticCode.MIXED_DIGITS),
        ("وقع العقد في 31 نوفمبر 2023.", DiagnosticCode.IMPOSSIBLE_DATE),
        ("وقع العقد في 32/13/2020.", DiagnosticCode.IMPOSSIBLE_DATE),
        ("عقد الاجتماع في 12 ذي الحجة 1445هـ الموافق 25 يونيو 2024م.", DiagnosticCode.HIJRI_MISMATCH),
        ("عقد الاجتماع في 25 يونيو 2024م (12 ذو الحجة 1445هـ).", DiagnosticCode.HIJRI_MISMATCH),
    ],
)
def test_what_does_not_fit_is_told(text: str, code: DiagnosticCode) -> None:
    """A weekday, a pair of calendars, digits or a day that cannot be gives a diagnostic."""
    assert code in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "وصل الوفد يوم الثلاثاء 18 يونيو 2024.",
        "غادر الوزير أمس الثلاثاء.",
        "عقد الاجتماع في 12 ذي الحجة 1445هـ الموافق 18 يونيو 2024م.",
        "عقد الاجتماع في 12 ذي الحجة 1445هـ الموافق 19 يونيو 2024م.",
        "ولد سنة 1390 هـ / 1970م.",
    ],
)
def test_what_fits_is_not_told(text: str) -> None:
    """A pair of calendars may differ by a day: months begin with the moon that was seen."""
    assert not codes(text) & {DiagnosticCode.WEEKDAY_MISMATCH, DiagnosticCode.HIJRI_MISMATCH, DiagnosticCode.IMPOSSIBLE_DATE}


def test_an_impossible_date_is_no_expression() -> None:
    """What no calendar has gets a diagnostic, no value."""
    assert khabar.extract_dates("وقع العقد في 31 نوفمبر 2023.", creation_time=DAY) == ()


def test_the_date_wins_over_its_weekday() -> None:
    """Where both disagree the value is that of the date."""
    assert khabar.extract_dates("وصل الوفد يوم الاثنين 18 يونيو 2024.")[0].value == "2024-06-18"


@pytest.mark.parametrize("day", [0, 8, -1])
def test_a_week_begins_on_a_day_of_the_week(day: int) -> None:
    """Misuse says what would be right."""
    with pytest.raises(ValueError, match="from 1"):
        DateExtractor(week_start=day)


@pytest.mark.parametrize(("week_start", "value"), [(1, "2024-W24"), (6, "2024-W24"), (7, "2024-W24")])
def test_the_first_day_of_the_week_is_an_option(week_start: int, value: str) -> None:
    """Last week, said on a Wednesday, shares most of its days with the ISO week before."""
    pipeline = khabar.Pipeline([DateExtractor(week_start=week_start)])
    assert pipeline.analyze("وقع الحادث الأسبوع الماضي.", creation_time=DAY).dates[0].value == value


def test_a_week_from_saturday_has_begun_on_sunday() -> None:
    """On a Sunday a week that begins on Saturday is the one that ISO begins the next day."""
    sunday = dt.date(2024, 6, 16)
    for week_start, value in ((1, "2024-W24"), (6, "2024-W25")):
        pipeline = khabar.Pipeline([DateExtractor(week_start=week_start)])
        assert pipeline.analyze("تنعقد القمة هذا الأسبوع.", creation_time=sunday).dates[0].value == value
