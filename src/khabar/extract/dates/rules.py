"""Every rule of dates in the order in which they are tried; each with the example that is run as its test."""

from __future__ import annotations

from typing import Final

from khabar.extract.dates.line import Rule
from khabar.extract.dates.read import amounts, clock, days, feasts, lists, months, nights, numeric, picks, relative, vague

_NUMBERS = ("NUMBER", "cardinal", "ordinal")
_MONTHS = ("month", "hijri_month", "unit:Ms", "demonstrative")
_PLURALS = ("unit:Dd", "unit:Dp", "unit:Md", "unit:Mp", "unit:CEd", "unit:CEp")

RULES: Final = (
    Rule("date.feast", ("feast", "ordinal", "unit:Ds"), feasts.feast, "تغلق المتاجر في ⟦ثاني أيام عيد الأضحى 2013⟧.", "2013-10-16"),
    Rule("reference", ("reference",), vague.reference, "تتعرض المنصة ⟦حاليا⟧ لهجوم.", "PRESENT_REF"),
    Rule("set.times", ("cardinal", "NUMBER", "repetition"), amounts.times_per, "تصل السفينة ⟦مرتين في الأسبوع⟧.", "P1W"),
    Rule("set.time", ("part_of_day", "unit:Hs", "TIME"), amounts.time_of_every, "تقرع الأجراس ⟦صباح كل يوم⟧.", "TMO"),
    Rule("set.every", ("set_quantifier",), amounts.every, "تجدد الرخصة ⟦كل خمس سنوات⟧.", "P5Y"),
    Rule("set.weekdays", ("unit:Dp",), amounts.weekdays, "تفتح المكتبة ⟦أيام الاثنين⟧.", "XXXX-WXX-1"),
    Rule("set.adverb", ("set_adverb",), amounts.adverb, "ينتج المصنع طنا ⟦يوميا⟧.", "P1D"),
    Rule(
        "date.days", (*_NUMBERS, "unit:Dd", "unit:Dp"), lists.short_range, "يقام المعرض ⟦من 13 إلى 15 مارس 2017⟧.", "2017-03-13/2017-03-15"
    ),
    Rule("date.years", ("NUMBER", "unit:Ys", "unit:Yd", "unit:Yp"), lists.years, "شغل المنصب ⟦بين عامي 2012 و2015⟧.", "2012/2015"),
    Rule("date.several", _PLURALS, lists.several, "أغلق المعبر ⟦شهري أكتوبر ونوفمبر 2016⟧.", "2016-10/2016-11"),
    Rule(
        "date.first-units",
        (*_PLURALS, "unit:Wp", "unit:Wd", "cardinal", "ordinal", "OPENING"),
        picks.first_units,
        "ارتفعت الصادرات في ⟦الأشهر الخمسة الأولى من 2015⟧.",
        "2015-01/2015-05",
    ),
    Rule(
        "date.member",
        ("unit:Ds", "unit:Dp", "unit:Ws", "unit:Ms", "ordinal", "weekday"),
        picks.ordinal_member,
        "يفتتح المتحف في ⟦آخر جمعة من مارس 2015⟧.",
        "2015-03-27",
    ),
    Rule("date.numeric", ("DATE", "NUMBER", "unit:Ds"), numeric.numeric, "وقع الاتفاق في ⟦24/10/1436هـ⟧ بجدة.", "2015-08-09"),
    Rule("date.day-month", (*_NUMBERS, "unit:Ds", "edge"), months.day_of_month, "وصل في ⟦الثالث من سبتمبر (أيلول) 2015⟧.", "2015-09-03"),
    Rule("date.numeric-day-month", ("NUMBER", "unit:Ds"), numeric.day_and_month, "وصل ⟦يوم 15/3⟧ إلى الميناء.", "2024-03-15"),
    Rule("date.weekday", ("weekday", "unit:Ds"), days.weekday, "يغادر الوفد ⟦الجمعة المقبل⟧.", "2024-06-21"),
    Rule("date.deictic", ("deictic_day", "unit:Ds", "demonstrative"), days.deictic, "وصل الوزير ⟦أول من أمس (الاثنين)⟧.", "2024-06-17"),
    Rule("date.weekend", ("edge",), relative.weekend, "تهطل الأمطار ⟦نهاية الأسبوع⟧.", "2024-W25-WE"),
    Rule("date.year", ("unit:Ys",), months.year, "تأسست الشركة ⟦عام ألفين وأربعة⟧.", "2004"),
    Rule(
        "date.season-of-sport", ("unit:SNs", "demonstrative"), months.season_of_sport, "أول لقب للنادي منذ ⟦موسم 2004-2005⟧.", "2004/2005"
    ),
    Rule("date.month-day", ("month", "unit:Ms"), months.month_day, "نشر القانون في ⟦يناير الثاني والعشرين، 2018⟧.", "2018-01-22"),
    Rule("date.month", _MONTHS, months.month, "افتتح المعرض في ⟦يوليو/تموز 2014⟧.", "2014-07"),
    Rule("date.fraction", ("year_fraction", "demonstrative"), relative.fraction, "نما الاقتصاد في ⟦الربع الثاني من عام 2015⟧.", "2015-Q2"),
    Rule(
        "date.season",
        ("season", "demonstrative", "unit:SNs"),
        relative.season,
        "بدأ البناء ⟦صيف العام قبل الماضي⟧.",
        "2022-SU",
    ),
    Rule("date.decade", ("decade", "unit:DEs", "unit:Yp"), relative.decade, "عرف الفن في ⟦ستينات القرن الماضي⟧ ازدهارا.", "196"),
    Rule("date.century", ("unit:CEs",), relative.century, "بني القصر في ⟦القرن الثامن عشر الميلادي⟧.", "17"),
    Rule(
        "date.period",
        ("unit:Ws", "unit:Ms", "unit:Ys", "unit:DEs", "unit:CEs", "demonstrative"),
        relative.period,
        "زار الوفد المصنع ⟦الأسبوع الماضي⟧.",
        "2024-W24",
    ),
    Rule("time.clock-range", ("unit:Hs", *_NUMBERS), lists.clock_range, "يفتح المتحف ⟦من الثامنة إلى العاشرة صباحا⟧.", "T08/T10"),
    Rule("time.clock", ("unit:Hs", "TIME", *_NUMBERS), clock.clock, "ينطلق السباق ⟦الساعة العاشرة والنصف صباحا⟧.", "T10:30"),
    Rule("time.night-between", ("part_of_day",), nights.night_between, "اندلع الحريق ⟦ليل الجمعة السبت⟧.", "2024-06-14TNI"),
    Rule("time.named", ("clock_word",), clock.named_time, "انتهت المهلة عند ⟦منتصف الليل⟧.", "T24:00"),
    Rule("time.late-or-early", ("day_edge",), clock.late_or_early, "وصل الوفد في ⟦وقت متأخر من مساء أمس⟧.", "2024-06-18TEV"),
    Rule("time.part-of-day", ("part_of_day", "demonstrative"), clock.part_of_day, "هبطت الطائرة ⟦فجر اليوم⟧.", "2024-06-19TMO"),
    Rule("date.year-number", ("NUMBER",), months.year_number, "حصل على الجائزة في ⟦2015⟧.", "2015"),
    Rule("duration.last", ("ordinal",), amounts.last_units, "سجل فريقه في ⟦آخر خمس سنوات⟧ رقما قياسيا.", "P5Y"),
    Rule("duration.range", _NUMBERS, amounts.range_of_amounts, "تستغرق الدراسة ⟦من 5 إلى 10 سنوات⟧.", "P5Y/P10Y"),
    Rule(
        "duration",
        ("time_unit", *_NUMBERS, "fraction", "several", "OPENING", "COUNTED"),
        amounts.duration,
        "استمرت الرحلة ⟦16 ساعة و44 دقيقة⟧.",
        "PT16H44M",
    ),
)
"""The rules of dates. A rule is tried where a token of one of its classes stands; the first that succeeds reads.

`unit:Ds` stands for a unit of time by its letter and grammatical number, `OPENING` for a bracket or article before a number,
`COUNTED` for a number right before a unit."""
