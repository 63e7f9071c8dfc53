"""Sentences with their tokens marked: `⟦characters|kind⟧`; everything else between white space is a word."""

from __future__ import annotations

import re

import pytest

import khabar
from khabar import TokenKind

MARKED = re.compile(r"⟦(.+?)\|([a-z]+)⟧|(\s+)|([^⟦\s]+)")

SENTENCES = [
    "بلغت نسبة النمو ⟦12,5|number⟧⟦%|percent⟧ في عام ⟦2023|number⟧⟦،|punctuation⟧ وفق البنك ⟦.|punctuation⟧",
    "ارتفع السعر إلى ⟦١٢٫٥|number⟧ دولار أي ⟦1,200|number⟧⟦$|currency⟧ للطن⟦.|punctuation⟧",
    "وقع الاتفاق يوم ⟦15/9/2014|date⟧ ونشر في ⟦2014-09-16|date⟧ و⟦١٠-١١-١٤٣٦|date⟧",
    "تنطلق المباراة عند ⟦20:45|time⟧ وتنتهي ⟦٢٢:٣٠|time⟧⟦.|punctuation⟧",
    "حكم من ⟦1940|number⟧⟦-|punctuation⟧⟦1979|number⟧ وفاز ⟦٣|number⟧⟦–|punctuation⟧⟦٥|number⟧ في النهائي",
    "سجل نموا قدره ⟦7ر53|number⟧ في المئة خلال العام الدراسي ⟦1436/1437|number⟧",
    "ولد عام ⟦1445|number⟧⟦هـ|abbreviation⟧ الموافق ⟦2024|number⟧⟦م|abbreviation⟧⟦.|punctuation⟧ وعاش في القرية",
    "قطع ⟦5|number⟧كم على مساحة ⟦300|number⟧ كم² من الأرض",
    "قال ⟦د.|abbreviation⟧ خالد إن ⟦أ.|abbreviation⟧محمود غائب",
    "نقلت ⟦أ.ف.ب|abbreviation⟧ عن مصدر⟦.|punctuation⟧ وفي ⟦ق.م.|abbreviation⟧ عاش آخر",
    "كتبه ⟦ج.|abbreviation⟧ ⟦د.|abbreviation⟧ سالم قبل أعوام",
    "القاهرة ⟦(|punctuation⟧⟦أ|abbreviation⟧ ⟦ف|abbreviation⟧ ⟦ب|abbreviation⟧⟦)|punctuation⟧ أعلن المتحدث الخبر",
    "صندوق البريد ⟦ص.ب|abbreviation⟧ ⟦4412|number⟧ في المدينة",
    "طالعوا ⟦https://example.org/news?id=5|url⟧⟦،|punctuation⟧ أو ⟦www.example.net|url⟧⟦.|punctuation⟧",
    "الموقع ⟦example.com|url⟧ والبريد ⟦desk@news.example.org|email⟧⟦.|punctuation⟧",
    "وسم ⟦#خبر_عاجل|hashtag⟧ يتصدر وحساب ⟦@newsdesk|mention⟧ يعلق",
    "في الهاشتاغ⟦#الدوحة|hashtag⟧ كتب المغردون",
    "قال⟦&quot;|entity⟧نعم⟦&quot;|entity⟧ ومضى",
    "فرح الجمهور ⟦😀|emoji⟧⟦👍🏽|emoji⟧ ورفع العلم ⟦🇶🇦|emoji⟧ مع عائلته ⟦👨\u200d👩\u200d👧|emoji⟧ وقلب ⟦❤\ufe0f|emoji⟧",
    "تقييم الفيلم ⟦★|symbol⟧⟦★|symbol⟧ والحرارة ⟦30|number⟧⟦°|symbol⟧",
    "لا تفعل⟦،|punctuation⟧لا تقل⟦.|punctuation⟧وأضاف⟦..|punctuation⟧ثم سكت⟦؟!|punctuation⟧",
    "شركة ⟦Orange|latin⟧ وجهاز ⟦M1|mixed⟧ وشبكة ⟦4G|mixed⟧ ومنفذ ⟦USB|latin⟧⟦-|punctuation⟧⟦C|latin⟧ وكلمة ⟦l'avenir|latin⟧",
    "طائرة ⟦إف-16|mixed⟧ ولقاح ⟦كوفيد-19|mixed⟧ ومقاتلة ⟦F-35|mixed⟧⟦.|punctuation⟧",
    "سنة ⟦1409|number⟧ ⟦هـ|abbreviation⟧⟦-|punctuation⟧⟦1988|number⟧ ⟦م|abbreviation⟧ في المدينة",
    "الـ⟦98|number⟧ وبـ⟦15|number⟧⟦%|percent⟧ والذيل⟦tail|latin⟧",
    "القناة العربية⟦-|punctuation⟧الفرنسية تبث بعد الظهر⟦/|punctuation⟧المساء",
    "كـتـاب مُدَرِّسٍ جديدٌ ⟦ـ|punctuation⟧ صدر اليوم",
    "الأمازيغ\u202cية لغة ومی\u200cخواهم فعل و⟦«|punctuation⟧گلستان⟦»|punctuation⟧ كتاب",
    "ﻻ أحد يعرف ﷲ إلا بالعقل",
    'قال ⟦(|punctuation⟧⟦"|punctuation⟧حسنا⟦"|punctuation⟧⟦)|punctuation⟧⟦.|punctuation⟧ ⟦---|punctuation⟧ ثم خرج ⟦***|punctuation⟧',
    "⟦J.|abbreviation⟧ ⟦K.|abbreviation⟧ ⟦Rowling|latin⟧ تزور ⟦U.S.|abbreviation⟧ الشهر القادم",
    "كلمة ⟦Привет|latin⟧ روسية و⟦日本|latin⟧ يابانية",
]


def unmark(marked: str) -> tuple[str, list[tuple[int, int, TokenKind]]]:
    """The text of a marked sentence, and its tokens."""
    text, tokens = "", []
    for match in MARKED.finditer(marked):
        characters, kind, white, word = match.groups()
        start = len(text)
        text += characters or white or word
        if not white:
            tokens.append((start, len(text), TokenKind(kind) if kind else TokenKind.WORD))
    return text, tokens


@pytest.mark.parametrize("marked", SENTENCES)
def test_every_token_of_a_marked_sentence_is_found(marked: str) -> None:
    """The tokens and kinds of a sentence are those that its marks show."""
    text, expected = unmark(marked)
    found = [(token.span.start, token.span.end, token.kind) for token in khabar.tokenize(text)]
    assert found == expected


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("انتهى اللقاء بنتيجة صفر⟦-|punctuation⟧⟦1|number⟧", marks=pytest.mark.xfail(reason="a number word looks like a name")),
        pytest.param(
            "جاء في المجموعة أ⟦.|punctuation⟧ وقال المدرب", marks=pytest.mark.xfail(reason="a letter with a stop looks like a title")
        ),
    ],
)
def test_known_failures(marked: str) -> None:
    """What the tokeniser is known to read otherwise."""
    text, expected = unmark(marked)
    assert [(token.span.start, token.span.end, token.kind) for token in khabar.tokenize(text)] == expected
