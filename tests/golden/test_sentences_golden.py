"""Golden sentences, marked inline: | ends a sentence, ¦ ends one inside a quotation or bracket."""

from __future__ import annotations

import pytest

from khabar.segment.sentences import split_sentences

GOLDEN = (
    # final marks and white space
    "افتتحت البلدية السوق الجديد. | وحضر التجار الحفل. | وغادر الضيوف مساء.",
    "وصلت القافلة إلى الميناء .| وبدأ العمال تفريغها .",
    "انتهت المباراة بالتعادل.|وعاد الفريقان إلى العاصمة.",
    "هل تعود الأمطار هذا الأسبوع؟ | لا أحد يعرف! | هكذا يقول الفلاحون.",
    "أليس هذا غريبا؟! | بلى.",
    "ارتفعت الأسعار هذا العام!!! | ولم ترتفع الأجور.",
    # what closes with a mark
    "قال العمدة: «الطريق مفتوحة».| وشكر العمال.",
    'سأل المذيع: "متى يعود القطار؟". | ولم يجب أحد.',
    "ذكرت النشرة الخبر (في الصفحة الأولى.). | وكذبته الوزارة.",
    "تأسست المكتبة قبل قرن.[3] | وهي اليوم متحف.",
    # commas never end a sentence
    "قالت الطبيبة: لا خوف؛ فالمرض نادر، والدواء متوفر: في كل صيدلية.",
    "هل تأخر القطار؟، وهل يصل اليوم؟",
    # numbers, dates, domains
    "بلغت النسبة 3.5 في المئة عند 10.30 صباحا. | وارتفعت لاحقا.",
    "نشر النادي القائمة على www.nadi-alwaha.com أمس. | وتلقى ألف طلب.",
    "سُجل ذلك عام 2019. | ثم تكرر عام 2021.",
    # abbreviations
    "زار د. سامي الراوي القرية. | واستقبله أ. كريم ناصر.",
    "نقلت أ.ف.ب. الخبر عن مصدر محلي. | وأكدته الوزارة.",
    "توفي الشاعر سنة 637 هـ. | ودفن في مدينته.",
    "أنتجت شركة بي.إم.دبليو السيارة. | وبيعت كلها.",
    # lists
    "1. يغسل الطباخ الأرز.\n2. يضيف الماء.",
    "أولا. يصل المشاركون. | ثانيا. يبدأ الحفل.",
    # ellipsis
    "فاز الفريق.. والجمهور يحتفل",
    "كان الشتاء طويلا… طويلا جدا. | ثم جاء الربيع.",
    "انتظر سكان الحي سنوات طويلة حتى تصل شبكة المياه إلى بيوتهم.. | ولكن الشركة لم تبدأ العمل.",
    # quotations
    "قال النائب: «سنصوت غدا.¦ لن نتراجع».| وصفق الحضور.",
    "أعجبه مسلسل «من يربح؟» كثيرا. | وشاهده مرتين.",
    "«هل وصل البريد؟» سأل الموظف زميله.",
    "كتب المدرب: “خسرنا اليوم.¦ سنفوز غدا”، وأضاف لـ”الواحة”: “الموسم طويل”. | وغادر.",
    "روت السائحة (وهي من البرازيل.¦ جاءت وحدها) قصتها. | وبكت.",
    "قال:\n«وصلنا ليلا.¦ كان المطر غزيرا\nثم توقف.¦ وعدنا فجرا»",
)


def _marked(text: str, inside_quotations: bool) -> str:
    ends = [sentence.span.end for sentence in split_sentences(text, inside_quotations)]
    return "".join(character + "|" * ((offset + 1) in ends) for offset, character in enumerate(text))


@pytest.mark.parametrize("golden", GOLDEN)
def test_golden_sentences(golden: str) -> None:
    """Boundaries fall where a reader sets them, under both policies."""
    # the bar may stand after the white space; the boundary is before it
    text = golden.replace("|", "").replace("¦", "")
    for inside in (False, True):
        bars = {"|", "¦"} if inside else {"|"}
        expected = _ends(golden, bars)
        found = [sentence.span.end for sentence in split_sentences(text, inside)]
        assert found == expected, _marked(text, inside)


def _ends(golden: str, bars: set[str]) -> list[int]:
    plain, ends = "", set()
    for character in golden:
        if character in "|¦":
            if character in bars:
                ends.add(len(plain.rstrip()))
        else:
            if character == "\n":
                ends.add(len(plain.rstrip()))
            plain += character
    return sorted(ends | {len(plain.rstrip())})
