"""Golden mark pairs, marked inline: ⟦ and ⟧ stand around a pair, ✗ after a mark that belongs to none."""

from __future__ import annotations

import pytest

from khabar.segment.pairs import pair_marks
from khabar.segment.tokens import tokenize

GOLDEN = (
    # every family
    "قال العمدة: ⟦«الطريق مفتوحة»⟧.",
    "قال العمدة: ⟦“الطريق مفتوحة”⟧.",
    'قال العمدة: ⟦"الطريق مفتوحة"⟧.',
    "قال العمدة: ⟦„الطريق مفتوحة“⟧.",
    "قال العمدة: ⟦‹الطريق مفتوحة›⟧.",
    "قال العمدة: ⟦‘الطريق مفتوحة’⟧.",
    "قال العمدة: ⟦'الطريق مفتوحة'⟧.",
    "قال العمدة: ⟦<<الطريق مفتوحة>>⟧.",
    "قال العمدة: ⟦((الطريق مفتوحة))⟧.",
    "اشترى هاتف ⟦“نور 20″⟧ الجديد.",
    # reversed
    "قالت المديرة لـ⟦»الواحة«⟧ إنها ⟦»سعيدة بالنتائج«⟧.",
    "جماعة ⟦» الأمل «⟧ تفوز بالانتخابات",
    "وأضاف لـ⟦”الواحة”⟧: ⟦“انتظرنا طويلا”⟧، في إشارة إلى ⟦”السوق“⟧.",
    # glued to clitics, direction marks around spaces
    "السماح ل⟦«الواحة»⟧ وبـ⟦«النخيل»⟧ وال⟦«مدينة»⟧.",
    "قال\N{POP DIRECTIONAL FORMATTING} \N{RIGHT-TO-LEFT OVERRIDE}⟦«الطريق\N{RIGHT-TO-LEFT OVERRIDE} مفتوحة»⟧.",
    'من موقع ⟦"\N{ZERO WIDTH SPACE}الواحة\N{ZERO WIDTH SPACE}"⟧ أمس.',
    # white space inside or missing outside
    'صدرت رواية ⟦" ليالي الواحة "⟧ أمس.',
    'قال⟦"نعم"⟧وغادر.',
    'إذاعة⟦" صوت الواحة"⟧ المحلية.',
    'مبادرة ⟦"تعليم الفتيات "⟧في القرى.',
    # nesting, with the same marks too
    "أضاف: ⟦«زرنا مدرسة ⟦«النور»⟧ في الحي»⟧.",
    'أضاف: ⟦"زرنا مدرسة ⟦"النور"⟧ في الحي"⟧.',
    "أضاف: ⟦«زرنا مدرسة ⟦“النور”⟧ في الحي»⟧.",
    'وكتب: ⟦"⟦«الموسم طويل»⟧"⟧.',
    # mixed and mistyped
    'قال: ⟦«انتهى كل شيء"⟧. ثم غادر.',
    "قال: ⟦«انتهى كل شيء«⟧ ثم غادر.",
    # missing closing mark
    "قال الكاتب: ⟦«لن أعتذر عن الرواية⟧.",
    "قال الكاتب: ⟦«لن أعتذر. هذه روايتي⟧. وأضاف: ⟦«كتبتها وحدي»⟧.",
    "زار معرض ⟦«الكتاب الأول في المدينة⟧. ثم عاد إلى بيته.",
    "وأضاف: ⟦“زرنا حي ⟦“النخيل”⟧ كله⟧",
    # missing opening mark
    'قال الكاتب: ⟦لن أعتذر عن الرواية"⟧، وغادر.',
    'ذكر الكاتب أن ⟦الرواية من دار ⟦"الواحة"⟧ وحدها"⟧. وأضاف: ⟦"هي الأولى"⟧.',
    'قال الكاتب إن الرواية جاهزة، مضيفا أن ⟦القراء ينتظرونها"⟧.',
    # the next report ends the one before it
    'أكد الكاتب أن ⟦"الرواية جاهزة⟧، مشيرا إلى أن ⟦"القراء ينتظرونها"⟧.',
    # several paragraphs
    "وقال: ⟦«بدأنا صغارا.\nثم كبرنا معا.\nوها نحن هنا»⟧.",
    # no quotation marks
    "شاشة قياسها 20″✗ في القاعة.",
    "»✗ خبر أول\n»✗ خبر ثان",
    "زار l'Opéra أمس.",
    "كلمة ما'اسمها عادية.",
    "وصل الوزير (أمس) إلى المدينة (مساء.",
    'وصل الوزير"✗ إلى المدينة.',
)


@pytest.mark.parametrize("golden", GOLDEN)
def test_golden_pairs(golden: str) -> None:
    """Pairs and lost marks are where a reader sees them."""
    text = golden.translate(dict.fromkeys(map(ord, "⟦⟧✗")))
    expected, lost = _read(golden)
    pairs = pair_marks(tokenize(text))
    assert sorted(text[pair.span.start : pair.span.end] for pair in pairs) == sorted(text[a:b] for a, b in expected)
    assert sorted((pair.span.start, pair.span.end) for pair in pairs) == sorted(expected)
    assert pairs.unpaired == lost


def _read(golden: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    expected: list[tuple[int, int]] = []
    lost: list[tuple[int, int]] = []
    open_: list[int] = []
    offset = 0
    for character in golden:
        if character == "⟦":
            open_.append(offset)
        elif character == "⟧":
            expected.append((open_.pop(), offset))
        elif character == "✗":
            lost.append((offset - 1, offset))
        else:
            offset += 1
    return expected, lost
