"""Golden kinds of quotations: the kind of each mark pair stands after its closing mark as {kind}."""

from __future__ import annotations

import re

import pytest

import khabar

GOLDEN = (
    # speech: the whole utterance, or a clause whose subject is inside the marks or only a pronoun
    "قال العمدة: «الطريق مفتوحة منذ الصباح»{speech}.",
    "وأضاف الوزير «نريد موازنة واضحة»{speech}.",
    "وأوضحت المديرة أن «المخزون يكفي ثلاثة أشهر»{speech}.",
    "وأكدت المحامية أنها «ستستأنف الحكم غدا»{speech}.",
    "«لم نتلق أي رد من البلدية»{speech}، يقول صاحب المخبز.",
    "وأشار الوزير إلى «ما بذلته البلديات من جهود لإصلاح الجسور»{speech}.",
    "وقال المدرب إن الفريق تعب، «لكننا سنقاتل حتى النهاية»{speech}.",
    "وخرج العمال وهم يهتفون «نريد أجورنا»{speech}.",
    # fragment: a predicate, a piece, a phrase of attitude or naming
    "وقال الخبير إن المشروع «سيكون عبئا على الخزينة»{fragment}.",
    "ووصف النائب القرار بأنه «خطوة متسرعة»{fragment}.",
    "وأعربت اللجنة عن «قلقها العميق إزاء تأخر المساعدات»{fragment}.",
    "وذكر التقرير أن الشركة قدمت «أرقاما ناقصة»{fragment} إلى المصرف.",
    "وأغلق المعبر بدعوى «الأخطار الأمنية»{fragment}.",
    # name: announced by a noun, known, a speaker, foreign, given
    "ونشرت صحيفة «الميناء»{name} الخبر أمس.",
    "ونقلت وكالة الأنباء المحلية «وصال»{name} الخبر.",
    "وأصيب المسافر بفيروس «نيروتا»{name} قبل أسبوع.",
    "وقالت «الميناء»{name} إن السفينة غادرت.",
    "وأعلنت «نتفليكس»{name} الموعد الجديد.",
    "وتراجعت أسهم “Blue Harbor”{name} أمس.",
    "وقال المدير في تصريح خاص لـ«الضفة»{name} إن العمل مستمر.",
    "بغداد: «الميناء»{name}",
    "وحضر رئيس «الفنار»{name} الحفل.",
    "وذكرت صحيفة محلية أن الملياردير «إينوفارد كامبرستين»{name} زار البلدة.",
    "وسجل الهدف سامر «الصقر»{name} الخطيب.",
    "ونددت «شراع»{name} بالقرار.",
    "وأطلقت الهيئة العليا للموانئ «شراع»{name} خدمة جديدة.",
    # title
    "وعرض فيلم «الليلة الأخيرة»{title} في الافتتاح.",
    "وصدرت روايتها «جسر الريح»{title} في بيروت.",
    "ونال أفلام «الطريق»{title} و«النهر»{title} و«بيت جدي»{title} ثلاث جوائز.",
    "وألقى محاضرة بعنوان «كيف تروى الأرض العطشى بلا ماء»{title}.",
    "وعرضت مسرحيات عدة منها «الجسر»{title} و«الطاحونة»{title}.",
    "وقدم الباحث محاضرة حول «الزراعة في الواحات»{title}.",
    "وصدر أخيرا كتاب المؤرخ سامر الخطيب «الحياة اليومية في الواحات»{title}.",
    # term
    "ويتوسع ما يسمى «الاقتصاد الموازي»{term} عاما بعد عام.",
    "وتدعو «إسرائيل»{term} إلى هدنة.",
    "وانتشرت ظاهرة «السهر»{term} بين الشبان.",
    "وعاشت القطة المسماة «ياقوت»{name} عشرين عاما.",
    "وزار الوفد مزرعة «الريحان»{name} صباحا.",
    # nested names in a speech
    "وقال العمدة: «زرت مدرسة «النور»{name} قبل يومين»{speech}.",
)


@pytest.mark.parametrize("marked", GOLDEN)
def test_kinds(marked: str) -> None:
    """Each quotation has the kind that its author wrote behind it."""
    kinds = re.findall(r"\{(\w+)\}", marked)
    quotations = khabar.extract_quotations(re.sub(r"\{\w+\}", "", marked))
    by_end = sorted(quotations, key=lambda quotation: quotation.span.end)
    assert [str(quotation.kind) for quotation in by_end] == kinds


@pytest.mark.xfail(strict=True, reason="nothing beside the marks says that a film is meant")
def test_title_chosen_from_a_list() -> None:
    """A film that is named without its noun is a title."""
    (quotation,) = khabar.extract_quotations("وقالت اللجنة إنها اختارت «إخوتنا» بعد تصويت طويل.")
    assert quotation.kind is khabar.QuotationKind.TITLE
