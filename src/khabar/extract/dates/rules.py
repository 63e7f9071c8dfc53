"""Every rule of dates in the order in which they are tried; each with the example that is run as its test."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from khabar.extract.dates.line import DASHES, OPENINGS, Rule
from khabar.extract.dates.read import amounts, clock, days, feasts, lists, months, nights, numeric, picks, relative, vague

_DIGITS = ("SHORT", "LONG", "SLASHED", "DECIMAL")
_WHOLE = ("SHORT", "LONG")
_PLURALS = ("unit:Dd", "unit:Dp", "unit:Md", "unit:Mp", "unit:CEd", "unit:CEp")

# what may stand after the first token of an expression
_UNIT = ("time_unit",)
_WORDED = ("cardinal", "ordinal")
_NUMERAL = ("NUMBER", *_WORDED)
_MORE = ("cardinal", "و", "بعد")  # words that a number in words goes on with
_LINK = ("الي", "حتي", "لغايه", "او", "و", "و…", "ل…", "،", *DASHES)
_MARK = ("/", "\\", "-", ".", *DASHES)
_MONTH = ("month", "hijri_month", "unit:Ms", "demonstrative", "من", "منه", *DASHES)
_CLOCK = (
    *("part_of_day", "clock_word", "demonstrative", "zone", "و", "و…", "الا", "من", "في", "بعد", "قبل", "،", ",", "بتوقيت", "توقيت"),
    *("ص", "م", "AM", "PM", "am", "pm", "h…"),
)
_PER = ("set_adverb", "في", "كل", "واحده", "علي")
_EXTREME = ("الاولي", "الاوائل", "الاخير", "الاخيره", "الاواخر")


def _at(*names: str, before: Iterable[str] = ()) -> dict[str, frozenset[str]]:
    """Try a rule at these, but only before one of those."""
    return dict.fromkeys(names, frozenset(before))


RULES: Final = (
    Rule(
        "date.feast",
        _at("feast") | _at("ordinal", before=_UNIT) | _at("unit:Ds", before=_WORDED),
        feasts.feast,
        "تغلق المتاجر في ⟦ثاني أيام عيد الأضحى 2013⟧.",
        "2013-10-16",
    ),
    Rule("reference", _at("reference"), vague.reference, "تتعرض المنصة ⟦حاليا⟧ لهجوم.", "PRESENT_REF"),
    Rule(
        "set.times",
        _at("cardinal", before=(*_MORE, "مرات", "مره")) | _at(*_WHOLE, before=("مرات", "مره")) | _at("repetition", before=_PER),
        amounts.times_per,
        "تصل السفينة ⟦مرتين في الأسبوع⟧.",
        "P1W",
    ),
    Rule("set.time", _at("part_of_day", "unit:Hs", "TIME"), amounts.time_of_every, "تقرع الأجراس ⟦صباح كل يوم⟧.", "TMO"),
    Rule(
        "set.every",
        _at("set_quantifier", before=(*_UNIT, *_NUMERAL, "weekday", "part_of_day", *OPENINGS)),
        amounts.every,
        "تجدد الرخصة ⟦كل خمس سنوات⟧.",
        "P5Y",
    ),
    Rule("set.weekdays", _at("unit:Dp", before=("weekday",)), amounts.weekdays, "تفتح المكتبة ⟦أيام الاثنين⟧.", "XXXX-WXX-1"),
    Rule("set.adverb", _at("set_adverb"), amounts.adverb, "ينتج المصنع طنا ⟦يوميا⟧.", "P1D"),
    Rule(
        "date.days",
        _at("SHORT", before=_LINK) | _at(*_WORDED, before=(*_MORE, *_LINK)) | _at("unit:Dd", "unit:Dp", before=_NUMERAL),
        lists.short_range,
        "يقام المعرض ⟦من 13 إلى 15 مارس 2017⟧.",
        "2017-03-13/2017-03-15",
    ),
    Rule(
        "date.years",
        _at(*_WHOLE, before=_LINK) | _at("unit:Ys", "unit:Yd", "unit:Yp", before=("NUMBER",)),
        lists.years,
        "شغل المنصب ⟦بين عامي 2012 و2015⟧.",
        "2012/2015",
    ),
    Rule(
        "date.several",
        _at(*_PLURALS, before=(*_NUMERAL, "weekday", "month", "hijri_month", *_UNIT)),
        lists.several,
        "أغلق المعبر ⟦شهري أكتوبر ونوفمبر 2016⟧.",
        "2016-10/2016-11",
    ),
    Rule(
        "date.first-units",
        _at(*_PLURALS, "unit:Wp", "unit:Wd")
        | _at("cardinal", before=(*_UNIT, *_MORE, *_EXTREME))
        | _at("ordinal", before=(*_UNIT, *_NUMERAL))
        | _at("ال", before=_NUMERAL),
        picks.first_units,
        "ارتفعت الصادرات في ⟦الأشهر الخمسة الأولى من 2015⟧.",
        "2015-01/2015-05",
    ),
    Rule(
        "date.member",
        _at("unit:Ds", "unit:Dp", "unit:Ws", "unit:Ms", "weekday", before=(*_WORDED, *_EXTREME))
        | _at("ordinal", before=(*_UNIT, "weekday")),
        picks.ordinal_member,
        "يفتتح المتحف في ⟦آخر جمعة من مارس 2015⟧.",
        "2015-03-27",
    ),
    Rule(
        "date.numeric",
        _at("DATE", "SLASHED") | _at(*_WHOLE, before=_MARK) | _at("unit:Ds", before=("DATE", "NUMBER")),
        numeric.numeric,
        "وقع الاتفاق في ⟦24/10/1436هـ⟧ بجدة.",
        "2015-08-09",
    ),
    Rule(
        "date.day-month",
        _at("SHORT", before=_MONTH) | _at(*_WORDED, before=(*_MORE, *_MONTH)) | _at("unit:Ds", before=(*_NUMERAL, "edge")) | _at("edge"),
        months.day_of_month,
        "وصل في ⟦الثالث من سبتمبر (أيلول) 2015⟧.",
        "2015-09-03",
    ),
    Rule(
        "date.numeric-day-month",
        _at("SLASHED") | _at(*_WHOLE, before=_MARK) | _at("unit:Ds", before=("NUMBER",)),
        numeric.day_and_month,
        "وصل ⟦يوم 15/3⟧ إلى الميناء.",
        "2024-03-15",
    ),
    Rule("date.weekday", _at("weekday") | _at("unit:Ds", before=("weekday",)), days.weekday, "يغادر الوفد ⟦الجمعة المقبل⟧.", "2024-06-21"),
    Rule(
        "date.deictic",
        _at("deictic_day", "unit:Ds") | _at("demonstrative", before=("unit:Ds",)),
        days.deictic,
        "وصل الوزير ⟦أول من أمس (الاثنين)⟧.",
        "2024-06-17",
    ),
    Rule("date.weekend", _at("edge", before=(*_UNIT, "demonstrative")), relative.weekend, "تهطل الأمطار ⟦نهاية الأسبوع⟧.", "2024-W25-WE"),
    Rule(
        "date.year",
        _at("unit:Ys", before=("NUMBER", "cardinal", "(", "time_context", "الهجري", "الهجريه", "الميلادي", "الميلاديه")),
        months.year,
        "تأسست الشركة ⟦عام ألفين وأربعة⟧.",
        "2004",
    ),
    Rule("date.season-of-sport", _at("unit:SNs"), months.season_of_sport, "أول لقب للنادي منذ ⟦موسم 2004-2005⟧.", "2004/2005"),
    Rule("date.month-day", _at("month", "unit:Ms"), months.month_day, "نشر القانون في ⟦يناير الثاني والعشرين، 2018⟧.", "2018-01-22"),
    Rule(
        "date.month",
        _at("month", "hijri_month") | _at("unit:Ms", before=("month", "hijri_month", "NUMBER", "cardinal")),
        months.month,
        "افتتح المعرض في ⟦يوليو/تموز 2014⟧.",
        "2014-07",
    ),
    Rule(
        "date.fraction",
        _at("year_fraction", before=(*_WORDED, "relative_adjective", "demonstrative")) | _at("demonstrative", before=("year_fraction",)),
        relative.fraction,
        "نما الاقتصاد في ⟦الربع الثاني من عام 2015⟧.",
        "2015-Q2",
    ),
    Rule(
        "date.season",
        _at("season") | _at("demonstrative", before=("season", "فصل", "الفصل", "موسم")),
        relative.season,
        "بدأ البناء ⟦صيف العام قبل الماضي⟧.",
        "2022-SU",
    ),
    Rule(
        "date.decade",
        _at("decade") | _at("unit:DEs", before=("decade",)) | _at("unit:Yp", before=("NUMBER",)),
        relative.decade,
        "عرف الفن في ⟦ستينات القرن الماضي⟧ ازدهارا.",
        "196",
    ),
    Rule("date.century", _at("unit:CEs", before=(*_NUMERAL, "ال")), relative.century, "بني القصر في ⟦القرن الثامن عشر الميلادي⟧.", "17"),
    Rule(
        "date.period",
        _at("unit:Ws", "unit:Ms", "unit:Ys", "unit:DEs", "unit:CEs") | _at("demonstrative", before=_UNIT),
        relative.period,
        "زار الوفد المصنع ⟦الأسبوع الماضي⟧.",
        "2024-W24",
    ),
    Rule(
        "time.clock-range",
        _at("SHORT", *_WORDED, before=_LINK) | _at("unit:Hs", before=_NUMERAL),
        lists.clock_range,
        "يفتح المتحف ⟦من الثامنة إلى العاشرة صباحا⟧.",
        "T08/T10",
    ),
    Rule(
        "time.clock",
        _at("TIME")
        | _at(*_DIGITS, before=_CLOCK)
        | _at(*_WORDED, before=("cardinal", *_CLOCK))
        | _at("unit:Hs", before=("TIME", *_NUMERAL, "ال")),
        clock.clock,
        "ينطلق السباق ⟦الساعة العاشرة والنصف صباحا⟧.",
        "T10:30",
    ),
    Rule("time.night-between", _at("part_of_day"), nights.night_between, "اندلع الحريق ⟦ليل الجمعة السبت⟧.", "2024-06-14TNI"),
    Rule("time.named", _at("clock_word"), clock.named_time, "انتهت المهلة عند ⟦منتصف الليل⟧.", "T24:00"),
    Rule("time.late-or-early", _at("day_edge"), clock.late_or_early, "وصل الوفد في ⟦وقت متأخر من مساء أمس⟧.", "2024-06-18TEV"),
    Rule(
        "time.part-of-day",
        _at("part_of_day") | _at("demonstrative", before=("part_of_day",)),
        clock.part_of_day,
        "هبطت الطائرة ⟦فجر اليوم⟧.",
        "2024-06-19TMO",
    ),
    Rule(
        "date.year-number", _at("LONG", "SLASHED") | _at("SHORT", before=("era",)), months.year_number, "حصل على الجائزة في ⟦2015⟧.", "2015"
    ),
    Rule(
        "duration.last",
        _at("ordinal", before=(*_UNIT, *_NUMERAL, *OPENINGS)),
        amounts.last_units,
        "سجل فريقه في ⟦آخر خمس سنوات⟧ رقما قياسيا.",
        "P5Y",
    ),
    Rule(
        "duration.range",
        _at(*_WHOLE, before=_LINK) | _at("cardinal", before=(*_MORE, *_LINK)),
        amounts.range_of_amounts,
        "تستغرق الدراسة ⟦من 5 إلى 10 سنوات⟧.",
        "P5Y/P10Y",
    ),
    Rule(
        "duration",
        _at("time_unit", "fraction", "COUNTED", *OPENINGS)
        | _at(*_DIGITS, before=(*_UNIT, "NUMBER", "cardinal"))
        | _at("cardinal", before=(*_UNIT, *_MORE))
        | _at("several", before=_UNIT),
        amounts.duration,
        "استمرت الرحلة ⟦16 ساعة و44 دقيقة⟧.",
        "PT16H44M",
    ),
)
"""The rules of dates. A rule is tried where a token of one of its classes stands; the first that succeeds reads.

`unit:Ds` stands for a unit of time by its letter and grammatical number. Digits are `SHORT` (up to three), `LONG`,
`SLASHED` (15/3, 2015/2016, 15.3.2017), `DECIMAL` (3.5, 15ر05), and `COUNTED` where they stand right before a unit."""
