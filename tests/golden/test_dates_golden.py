"""Sentences of news with every expression of time marked: ⟦words⟧{type value mod}."""

from __future__ import annotations

import datetime as dt
import re

import pytest

import khabar
from khabar import Calendar, TimexType

DAY = dt.date(2024, 6, 19)  # a Wednesday, 13 Dhu al-Hijja 1445
MARKED = re.compile(r"⟦([^⟧]*)⟧\{([^}]*)\}")

GOLDEN = """
وصل وزير الخارجية ⟦مساء أمس الثلاثاء⟧{time 2024-06-18TEV} إلى الرباط في زيارة تستغرق ⟦ثلاثة أيام⟧{duration P3D}.
وكان البرلمان قد أقر القانون ⟦أول من أمس (الاثنين)⟧{date 2024-06-17} بعد نقاش دام ⟦أكثر من ست ساعات⟧{duration PT6H more_than}.
وتفتتح الدورة ⟦الخميس المقبل⟧{date 2024-06-20} وتستمر حتى ⟦الأول من تموز/يوليو⟧{date 2024-07-01}.
تأسست الشركة ⟦مطلع عام 1998⟧{date 1998 start}، ثم أفلست في ⟦أواخر آذار (مارس) 2009⟧{date 2009-03 end}.
وتراجعت الصادرات ⟦الشهر الماضي⟧{date 2024-05} مقارنة ب⟦الربع الأول من العام الجاري⟧{date 2024-Q1}.
ولد الشاعر في ⟦25 شوال 1373هـ⟧{date 1954-06-26} الموافق ⟦26 يونيو 1954م⟧{date 1954-06-26}.
بني المسجد في ⟦القرن الثالث الهجري⟧{date 0816/0913} ورمم في ⟦ثمانينات القرن الماضي⟧{date 198}.
وسيعقد المؤتمر ⟦يومي 19 و20 سبتمبر 2025⟧{date 2025-09-19/2025-09-20} في تونس.
انتظم الأسبوع الثقافي ⟦من 3 إلى 9 ماي 2021⟧{date 2021-05-03/2021-05-09} بولاية سوسة.
وحكم السلطان ⟦بين عامي 1520 و1566م⟧{date 1520/1566}، وقبله ب⟦نحو قرن⟧{duration P1CE approx} سقطت المدينة.
فتحت المدينة ⟦عام 332 ق.م⟧{date BC0332} على يد الإسكندر.
وتنطلق المباراة ⟦الساعة 20:45 بالتوقيت المحلي⟧{time T20:45} (⟦18:45 بتوقيت غرينتش⟧{time T18:45Z}).
وقع الانفجار ⟦حوالي الساعة العاشرة والنصف من صباح اليوم⟧{time 2024-06-19T10:30 approx} قرب الميناء.
اعتقل الصحافي ⟦قبل عامين⟧{date 2022} وأفرج عنه بعد ⟦ستة أشهر⟧{duration P6M} من محاكمته.
وتوقع الخبراء أن تتضاعف الأسعار خلال ⟦السنوات الخمس المقبلة⟧{duration P5Y}.
ويزور المتحف ⟦ثلاث مرات في الأسبوع⟧{set P1W}، ويغلق ⟦كل يوم اثنين⟧{set XXXX-WXX-1}.
ينتج المصنع ألف طن ⟦شهريا⟧{set P1M} منذ ⟦عام ألفين وأحد عشر⟧{date 2011}.
قال مدير عام المصرف إن المؤشر العام أغلق مرتفعا 7.10 نقطة وإن العقد يشمل 3000 عامل.
وأكد أحد النواب لقناة روسيا اليوم أن القانون رقم 1996 يحتاج إلى قراءة ثانية.
سجل خميس هدفين في الدقيقة 35 والدقيقة 81 ففاز فريقه 3 - 1 على ضيفه.
وأضاف رجب أن مهدي جمعة ورمضان عبد السلام وقعا الاتفاق.
اندلع الحريق ⟦ليل الجمعة السبت⟧{time 2024-06-14TNI} في مستودع للأخشاب.
وهبطت الطائرة ⟦فجر أمس⟧{time 2024-06-18TMO} وأقلعت ⟦ظهرا⟧{time TMI} إلى عمان.
وفاز النادي باللقب ⟦موسم 2014-2015⟧{date 2014/2015} ثم هبط في ⟦نهاية الموسم الماضي⟧{date 2022/2023 end}.
يبدأ ⟦العام الدراسي 2024/2025⟧{date 2024/2025} في ⟦الأسبوع الأول من أيلول⟧{date 2024-09-01/2024-09-07}.
وعاد الأمين العام السابق للحزب إلى العمل، وتصل الدفعة الثالثة ⟦الشهر المقبل⟧{date 2024-07}.
وصادف ⟦أمس الثلاثاء 12 ذي الحجة 1445هـ⟧{date 2024-06-18} افتتاح السد، بعد تأخير في ظرف ⟦شهر⟧{duration P1M}.
وتعود الآثار إلى ⟦القرن الرابع قبل الميلاد⟧{date BC03}، ويفتح المعهد ⟦العام الأكاديمي الجاري⟧{date 2023/2024}.
وسجلت الشركة أرباحا في ⟦الأشهر التسعة الأولى من 2023⟧{date 2023-01/2023-09}.
ويصوم المسلمون ⟦العشر الأواخر من رمضان⟧{date 2024-03-31/2024-04-09} وتصادف ⟦عيد الأضحى⟧{date 2024-06-16} مع العطلة.
دخلت القوات المدينة ⟦صيف العام قبل الماضي⟧{date 2022-SU} وانسحبت ⟦خريف 2023⟧{date 2023-FA}.
"""

KNOWN_FAILURES = {
    "وتستأنف المفاوضات في ⟦اليوم نفسه من الأسبوع التالي⟧{date 2024-06-26}.": "an anaphor inside another",
    "ونشر المقال في عدد ⟦السبت - الأحد⟧{date 2024-06-15/2024-06-16} من الجريدة.": "a double issue looks like a range of two weekdays",
    "وقال إن ⟦الثالثة⟧{time T03} موعد مناسب.": "an hour alone without الساعة or part of day",
}


def read(sentence: str) -> tuple[str, list[tuple[int, int, list[str]]]]:
    """A sentence without its marks, and what they say."""
    wanted: list[tuple[int, int, list[str]]] = []
    text = ""
    end = 0
    for match in MARKED.finditer(sentence):
        text += sentence[end : match.start()]
        wanted.append((len(text), len(text) + len(match[1]), match[2].split()))
        text += match[1]
        end = match.end()
    return text + sentence[end:], wanted


def found(text: str) -> list[tuple[int, int, list[str]]]:
    """What is found, in the same form."""
    return [
        (date.span.start, date.span.end, [str(part) for part in (date.type, date.value, date.mod) if part is not None])
        for date in khabar.extract_dates(text, creation_time=DAY)
    ]


@pytest.mark.parametrize("sentence", GOLDEN.strip().splitlines())
def test_every_expression_is_found_and_nothing_else(sentence: str) -> None:
    """Spans, types, values and mods are those marked; what is not marked is not found."""
    text, wanted = read(sentence)
    assert found(text) == wanted


@pytest.mark.parametrize("sentence", [pytest.param(s, marks=pytest.mark.xfail(reason=why)) for s, why in KNOWN_FAILURES.items()])
def test_known_failures(sentence: str) -> None:
    """What is known to go wrong; strict, so a mended one is moved to the sentences above."""
    text, wanted = read(sentence)
    assert found(text) == wanted


def test_a_hijri_date_keeps_its_own() -> None:
    """The original date stays beside the Gregorian value; outside the tables it is approximate."""
    tabled, early = khabar.extract_dates("من 12 ذي الحجة 1445هـ ومنذ عام 656هـ", creation_time=DAY)
    assert (tabled.calendar, tabled.calendar_value, tabled.approximate) == (Calendar.HIJRI, "1445-12-12", False)
    assert (early.calendar, early.calendar_value, early.approximate) == (Calendar.HIJRI, "0656", True)


def test_without_a_document_date_nothing_is_guessed() -> None:
    """The text's own part of a date stays, the rest is open."""
    text = "وصل أمس، ويغادر في 18 يونيو بعد لقاء يوم الأحد، وعاد العام الماضي."
    assert [date.value for date in khabar.extract_dates(text)] == [None, "XXXX-06-18", "XXXX-WXX-7", None]


def test_both_readings_are_given_where_both_are_honest() -> None:
    """A bare weekday in a sentence that does not tell its tense may be the next one."""
    (date,) = khabar.extract_dates("اجتماع المجلس يوم الأحد", creation_time=DAY)
    assert date.value == "2024-06-16"
    assert "2024-06-23" in date.alternatives


def test_future_verbs_look_ahead() -> None:
    """A verb in the future makes a bare weekday or month the next one."""
    values = [khabar.extract_dates(text, creation_time=DAY)[0].value for text in ("سيلتقي الوزيران الأحد", "سوف تنطلق الحملة في مارس")]
    assert values == ["2024-06-23", "2025-03"]


def test_intervals_are_half_open() -> None:
    """`end` is the day after the last one; times of day have moments."""
    year, day, clock = khabar.extract_dates("عام 2020 ويوم 3 مايو 2021 وأمس الساعة 15:30", creation_time=DAY)
    assert (year.start, year.end) == (dt.date(2020, 1, 1), dt.date(2021, 1, 1))
    assert (day.start, day.end) == (dt.date(2021, 5, 3), dt.date(2021, 5, 4))
    assert clock.type is TimexType.TIME
    assert (clock.start, clock.end) == (dt.datetime(2024, 6, 18, 15, 30), dt.datetime(2024, 6, 18, 15, 31))
