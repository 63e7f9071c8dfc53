"""Laws of dates and times."""

from __future__ import annotations

import datetime as dt

from hypothesis import example, given, settings
from hypothesis import strategies as st

import khabar
from khabar import TimexType
from khabar.extract.dates.calendars import from_gregorian
from khabar.extract.dates.values import interval, is_timex

DAY = dt.date(2024, 6, 19)
MONTHS = {
    "": ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
    "levant": [
        "كانون الثاني",
        "شباط",
        "آذار",
        "نيسان",
        "أيار",
        "حزيران",
        "تموز",
        "آب",
        "أيلول",
        "تشرين الأول",
        "تشرين الثاني",
        "كانون الأول",
    ],
    "maghreb": ["جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
    "morocco": ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"],
}
HIJRI = [
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
    "ذي القعدة",
    "ذي الحجة",
]
WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
ORDINALS = ["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"]
DIGITS = (str.maketrans("", ""), str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"), str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
INVISIBLE = (
    "\N{ARABIC FATHA}\N{ARABIC SHADDA}\N{ARABIC TATWEEL}\N{RIGHT-TO-LEFT MARK}\N{LEFT-TO-RIGHT MARK}\N{ARABIC LETTER MARK}\N{ARABIC SUKUN}"
)
LETTERS = frozenset("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآئؤء")

days = st.dates(dt.date(1900, 1, 1), dt.date(2090, 12, 31))
words_of_time = st.sampled_from(
    """
    يوم أمس غدا اليوم الأحد الجمعة من إلى بين و حتى يومي عام سنة 2015 12 5 الساعة والنصف مساء صباح نصف ربع قرن شهر مايو رمضان الماضي
    المقبل هذا قبل بعد منذ نحو كل ( ) / - . ، هـ م ق.م الثالث الأول آخر أسبوع الأسبوع العشر الأواخر نهاية مطلع 12/5/2013 9:30 ر 1445
    ثلاثة عشرين ألف مئة أيام ساعات القرن الثمانينات صيف الربع عيد الفطر 99999999999 0 00/00/0000 31/02/2015 ألفين كانون الثاني ليل
    الليلة الفاصلة
    """.split()  # noqa: SIM905 -- a list of so many words is read more easily as text
)
HOURS = """الواحدة الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة""".split()  # noqa: SIM905


def ordinal_day(day: int) -> str:
    """A day of the month as an ordinal in words."""
    tens, units = divmod(day, 10)
    if day <= 10:
        return ORDINALS[day - 1]
    unit = "الحادي" if units == 1 else ORDINALS[units - 1]
    if tens == 1:
        return f"{unit} عشر"
    ten = {2: "العشرين", 3: "الثلاثين"}[tens]
    return f"{unit} و{ten}" if units else ten


@given(days, st.sampled_from(sorted(MONTHS)), st.sampled_from(DIGITS), st.integers(0, 6), st.sampled_from(["", "م", " م", " ميلادي"]))
def test_a_day_written_out_reads_back(day: dt.date, region: str, digits: dict[int, int], wording: int, era: str) -> None:
    """Whatever months, digits and wording a paper uses, the day is the same."""
    month, weekday = MONTHS[region][day.month - 1], WEEKDAYS[day.isoweekday() - 1]
    written = (
        f"{day.day} {month} {day.year}{era}",
        f"{weekday} {day.day} {month} {day.year}{era}",
        f"يوم {weekday}، {day.day} من شهر {month} عام {day.year}{era}",
        f"{ordinal_day(day.day)} من {month} {day.year}{era}",
        f"{day.day}/{day.month}/{day.year}{era}",
        f"{day.day:02}-{day.month:02}-{day.year}{era}",
        f"{day.year}/{day.month}/{day.day}",
    )[wording].translate(digits)
    text = f"وقع الاتفاق في {written}."
    found = khabar.extract_dates(text, creation_time=DAY)
    assert [(date.value, date.span.text) for date in found] == [(day.isoformat(), written)]
    assert (found[0].start, found[0].end) == (day, day + dt.timedelta(days=1))


@given(days, st.booleans())
def test_a_hijri_day_written_out_reads_back(day: dt.date, numeric: bool) -> None:
    """A Hijri date is the Gregorian day that its calendar gives, and keeps its own."""
    hijri = from_gregorian(day)
    assert hijri is not None
    assert hijri.month is not None
    written = f"{hijri.day}/{hijri.month}/{hijri.year}هـ" if numeric else f"{hijri.day} {HIJRI[hijri.month - 1]} {hijri.year}هـ"
    found = khabar.extract_dates(f"وقع الاتفاق في {written}.", creation_time=DAY)
    assert [(date.value, date.calendar_value, date.approximate) for date in found] == [(day.isoformat(), hijri.value, hijri.approximate)]


@given(st.integers(1, 12), st.integers(0, 59), st.booleans())
def test_a_clock_in_words_reads_back(hour: int, minute: int, afternoon: bool) -> None:
    """The hour as a feminine ordinal, minutes as a number, and the half of the day."""
    names = [*HOURS, "الحادية عشرة", "الثانية عشرة"]
    part = "بعد الظهر" if afternoon else "صباحا"
    minutes = f" و{minute} دقيقة" if minute else ""
    found = khabar.extract_dates(f"بدأ الاجتماع الساعة {names[hour - 1]}{minutes} {part}.")
    expected = f"T{hour % 12 + 12 * afternoon:02}" + (f":{minute:02}" if minute else "")
    assert [date.value for date in found] == [expected]


@settings(max_examples=300)
@given(st.lists(st.one_of(words_of_time, st.text(max_size=3)), max_size=14), st.one_of(st.none(), st.dates(), st.datetimes()))
@example(["بعد", "غد"], dt.date.max)
@example(["قبل", "قرن"], dt.date.min)
@example(["نهاية", "الأسبوع", "المقبل"], dt.date.max)
@example(["عيد", "الفطر"], dt.date.max)
@example(["الجمعة", "المقبل"], dt.date.max)
@example(["ألف", "عام", "ق.م"], None)
@example(["صفر", "ساعة", "مضت"], dt.date.max)
@example(["موسم", "مليونان"], None)
@example(["أمس", "29", "آذار"], dt.datetime.min)
@example(["العام", "الدراسي"], dt.date.max)
@example(["آخر", "أسبوع", "من", "عام", "9999"], None)
@example(["اليوم", "الألف", "من", "ديسمبر", "9998"], None)
@example(["الآن", "و", "18", "أسبوعا", "مقبلة"], dt.datetime.min)
def test_any_text_gives_valid_expressions(words: list[str], created: dt.date | dt.datetime | None) -> None:
    """No text raises; spans are slices of it, in order and disjoint; every value is TIMEX3; intervals begin before they end."""
    text = " ".join(words)
    end = 0
    for date in khabar.extract_dates(text, creation_time=created):
        assert text[date.span.start : date.span.end] == date.span.text
        assert date.span.start >= end
        end = date.span.end
        for value in (date.value, *date.alternatives):
            assert value is None or is_timex(value), value
        if date.start is not None and date.end is not None:
            assert date.start < date.end
            assert isinstance(date.start, dt.datetime) == (date.type is TimexType.TIME)
        assert date.value not in date.alternatives


@settings(max_examples=150)
@given(st.lists(words_of_time, max_size=10), st.data())
def test_marks_and_tatweel_change_offsets_only(words: list[str], data: st.DataObject) -> None:
    """Ḥarakāt, tatweel and direction marks inside words leave every value as it was."""
    plain = " ".join(words)
    marked = "".join(
        letter + (data.draw(st.sampled_from(["", "", *INVISIBLE])) if letter in LETTERS and plain[i + 1 : i + 2] in LETTERS else "")
        for i, letter in enumerate(plain)
    )
    expected = [(date.type, date.value) for date in khabar.extract_dates(plain, creation_time=DAY)]
    assert [(date.type, date.value) for date in khabar.extract_dates(marked, creation_time=DAY)] == expected


@given(st.dates(dt.date(1, 1, 1), dt.date(9998, 12, 31)))
def test_the_interval_of_a_day_is_that_day(day: dt.date) -> None:
    """The value of a day means it alone."""
    assert interval(day.isoformat()) == (day, day + dt.timedelta(days=1))


@given(st.lists(words_of_time, min_size=1, max_size=8))
def test_nothing_is_anchored_to_no_date(words: list[str]) -> None:
    """Without a document's date no value depends on the clock of the machine: two runs in different years agree."""
    text = " ".join(words)
    for date in khabar.extract_dates(text):
        if date.anchored and date.type is not TimexType.DURATION:
            assert date.value is None or "X" in date.value or date.value[0] in "PT", date
