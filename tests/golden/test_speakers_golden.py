"""Speakers over whole documents: own texts, each with the name that its cue is due to."""

from __future__ import annotations

import pytest

import khabar


def said(text: str, cue: str) -> khabar.Attribution:
    """The last attribution with this cue."""
    return [found for found in khabar.extract_attributions(text) if found.cue is not None and found.cue.text == cue][-1]


NAMES = [
    # name and role
    ("قال وزير الزراعة السوداني حامد البشير إن الموسم واعد.", "قال", "حامد البشير", "وزير الزراعة السوداني"),
    ("وقال المتحدث باسم هيئة الطيران المدني الأردنية نضال عمايرة إن الرحلات منتظمة.", "قال", "نضال عمايرة", None),
    ("وأكد منير الصالحي، نقيب المهندسين، أن السد آمن.", "أكد", "منير الصالحي", "نقيب المهندسين"),
    ("وأوضح الدكتور زغلول مطاوع أن اللقاح متوفر.", "أوضح", "زغلول مطاوع", "الدكتور"),
    ("وقالت وزيرة البيئة النرويجية سولفي براندت إن الجليد يتراجع.", "قالت", "سولفي براندت", "وزيرة البيئة النرويجية"),
    ("وقال رئيس الجمهورية، الصغيري قايد السلمي، إن الدورة جاهزة.", "قال", "الصغيري قايد السلمي", "رئيس الجمهورية"),
    ("وقال والد سامر إن ابنه بخير.", "قال", "والد سامر", None),
    ("وأكدت صحيفة «المرفأ» اليمنية أن الميناء مغلق.", "أكدت", "المرفأ", None),
    ("وقالت وزارة الزراعة السودانية إن الموسم واعد.", "قالت", "وزارة الزراعة السودانية", None),
    # short mentions, before and after the full one
    ("التقى الرئيس السنغالي إبراهيم كامارا الوفد. وقال كامارا إن الحوار مستمر.", "قال", "إبراهيم كامارا", None),
    ("أكد كامارا أن الحوار مستمر. وعاد إبراهيم كامارا إلى داكار.", "أكد", "إبراهيم كامارا", None),
    ("عاد سامر الخطيب إلى بيروت. وأكد الخطيب أن الوضع جيد.", "أكد", "سامر الخطيب", None),
    ("قال وزير الزراعة حامد البشير إن الموسم واعد. وأكد الوزير أن البذور متوفرة.", "أكد", "حامد البشير", None),
    ("قالت وزارة الزراعة السودانية إن الموسم واعد. وأكدت الوزارة أن البذور متوفرة.", "أكدت", "وزارة الزراعة السودانية", None),
    ("قال الشاعر منير الصالحي إن الديوان جاهز. وأكد المتحدث ذاته أن الناشر وافق.", "أكد", "منير الصالحي", None),
    ("قال الشاعر منير الصالحي إن الديوان جاهز. وأكد الكاتب اليمني أن الناشر وافق.", "أكد", "منير الصالحي", None),
    ("قال رئيس الوزراء بنيامين نتنياهو إن اللقاء قريب. وأكد نتانياهو أن الموعد محدد.", "أكد", "بنيامين نتنياهو", None),
    ("قال الرئيس التشادي حسن دبي إن الحدود مغلقة. وأكد الرئيس المالي أن الحدود مفتوحة.", "أكد", "الرئيس المالي", None),
    ("وقالت القناة الخاصة «أمواج» إن البث متوقف.", "قالت", "أمواج", None),
    ("وقالت «المرفأ» إن الميناء مغلق.", "قالت", "المرفأ", None),
    # documents belong to their owners
    ("وذكر بيان نقابة المعلمين أن الإضراب مستمر.", "ذكر", "نقابة المعلمين", None),
    ("وذكر بلاغ صادر عن وزارة الصحة المغربية أن الوضع مستقر.", "ذكر", "وزارة الصحة المغربية", None),
    ("وذكر البيان أن الطريق مفتوح.", "ذكر", "البيان", None),
    # implicit subjects
    ("قال حامد البشير إن الموسم واعد. وأضاف أن البذور متوفرة.", "أضاف", "حامد البشير", None),
    ("قال سامر الخطيب إن الطلب كبير. وحول علاقة المركز بالمصارف، أوضح أنها جيدة.", "أوضح", "سامر الخطيب", None),
    ("زارت المديرة المعرض وقالت إن المبيعات تضاعفت.", "قالت", "المديرة", None),
    ("قال حامد البشير إن الموسم واعد. وقالت هدى المصري إن المطر قليل. وأضاف أن البذور متوفرة.", "أضاف", "حامد البشير", None),
    ("قالت هدى المصري إن المطر قليل، مشيرة إلى أن البذور متوفرة.", "مشيرة", "هدى المصري", None),
]


@pytest.mark.parametrize(("text", "cue", "name", "role"), NAMES)
def test_speaker(text: str, cue: str, name: str, role: str | None) -> None:
    """A cue is due to the fullest name in the document; where one is asked for, the role is told apart from it."""
    speaker = said(text, cue).speaker
    assert speaker is not None
    assert speaker.name == name
    assert role is None or speaker.role == role


def test_antecedent() -> None:
    """An implicit speaker points to the mention that he was carried from."""
    text = "قال الوزير حامد البشير إن الموسم واعد. وأضاف أن البذور متوفرة."
    carried = said(text, "أضاف")
    assert carried.source is None
    assert carried.antecedent is not None
    assert carried.antecedent.text == "الوزير حامد البشير"
    assert "speaker.carried" in carried.trace


@pytest.mark.parametrize(
    ("text", "cue", "kind"),
    [
        ("وقال وزير الزراعة حامد البشير إن الموسم واعد.", "قال", "person"),
        ("وقالت وزارة الزراعة إن الموسم واعد.", "قالت", "organisation"),
        ("وقالت المنظمة إن المخزون نفد.", "قالت", "organisation"),
        ("وقالت صحيفة «المرفأ» إن الميناء مغلق.", "قالت", "media"),
        ("وقال مصدر مطلع إن الميناء مغلق.", "قال", "unnamed"),
        ("وتقول باريس إن الاتفاق قريب.", "تقول", "place"),
        ("وذكر البيان أن الطريق مفتوح.", "ذكر", "document"),
    ],
)
def test_type(text: str, cue: str, kind: str) -> None:
    """The type is that of the speaker, not of the phrase: a document only where no owner is known."""
    speaker = said(text, cue).speaker
    assert speaker is not None
    assert str(speaker.type) == kind
