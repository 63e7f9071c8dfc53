"""Evidence and traps: when a word that may be a time is one."""

from __future__ import annotations

from khabar.extract.dates.line import DASHES, NUMBER, WORD, Line
from khabar.extract.dates.words import era
from khabar.extract.dates.partial import DECADE, DEICTIC, FRACTION, MONTH, PART, SEASON, WEEKDAY, YEAR, Amount, Partial
from khabar.model import TokenKind
from khabar.model.enums import TOKEN_KINDS

_PERCENT = TOKEN_KINDS.index(TokenKind.PERCENT)
_CURRENCY = TOKEN_KINDS.index(TokenKind.CURRENCY)
_PUNCTUATION = TOKEN_KINDS.index(TokenKind.PUNCTUATION)

_BEFORE_TIMES = frozenset(
    {
        "في",
        "منذ",
        "خلال",
        "حتي",
        "الي",
        "قبل",
        "بعد",
        "بحلول",
        "من",
        "وفي",
        "ومنذ",
        "وخلال",
        "وقبل",
        "وبعد",
        "وحتي",
        "مع",
        "طيله",
        "طوال",
        "بين",
        "ففي",
        "عن",
        "قبيل",
        "حلول",
    }
)
_BEFORE_YEARS = frozenset(
    {
        "منذ",
        "بحلول",
        "حتي",
        "قبل",
        "بعد",
        "خلال",
        "ومنذ",
        "وحتي",
        "وقبل",
        "وبعد",
        "وخلال",
        "في",
        "وفي",
        "ففي",
        "من",
        "الي",
        "لغايه",
        "غايه",
        "حرب",
        "ثوره",
        "نكبه",
    }
)
_BEFORE_AMOUNTS = frozenset(
    {
        "منذ",
        "لمده",
        "مده",
        "خلال",
        "قبل",
        "بعد",
        "طوال",
        "طيله",
        "مدي",
        "مدار",
        "امتداد",
        "غضون",
        "مرور",
        "ومنذ",
        "وقبل",
        "وبعد",
        "وخلال",
        "بمده",
        "لفتره",
        "فتره",
        "زهاء",
        "عقب",
        "بفارق",
        "المده",
        "استمر",
        "استمرت",
        "تستمر",
        "يستمر",
        "تستغرق",
        "استغرق",
        "استغرقت",
        "يستغرق",
        "دام",
        "دامت",
        "تدوم",
        "يدوم",
        "فبعد",
        "فقبل",
        "كل",
        "عمره",
        "عمرها",
        "بالسجن",
        "سجن",
        "السجن",
        "وطوال",
        "وطيله",
    }
)
_AFTER_YEARS = frozenset(
    {
        "في",
        "من",
        "علي",
        "الي",
        "عن",
        "مع",
        "بعد",
        "قبل",
        "عند",
        "عندما",
        "حين",
        "حيث",
        "التي",
        "الذي",
        "الذين",
        "ان",
        "لكن",
        "او",
        "ثم",
        "حتي",
        "منذ",
        "خلال",
        "كما",
        "ما",
        "لم",
        "لا",
        "لن",
        "قد",
        "هو",
        "هي",
        "بين",
        "ضد",
        "كان",
        "كانت",
        "وقد",
        "بعدما",
        "بسبب",
        "تحت",
        "حول",
        "اي",
        "كانون",
        "الا",
        "هذا",
        "هذه",
    }
)
_HOMES = frozenset({"سوق", "مسجد", "جامع", "جسر", "محطه", "ساحه", "مدينه", "صلاه", "خطبه", "سوقي", "حي", "مقهي", "لصلاه", "وصلاه", "بصلاه"})
_GREETINGS = frozenset({"الخير", "النور", "الورد", "الفل"})
_MEDIA = frozenset(
    {
        "قناه",
        "صحيفه",
        "شبكه",
        "وكاله",
        "موقع",
        "جريده",
        "تلفزيون",
        "برنامج",
        "لقناه",
        "لصحيفه",
        "لموقع",
        "بصحيفه",
        "مجله",
        "اذاعه",
        "بوابه",
        "وصحيفه",
        "وقناه",
        "لشبكه",
        "لوكاله",
        "اخبار",
        "مؤسسه",
        "منصه",
    }
)
_PAPERS = frozenset(
    {
        "روسيا",
        "المصري",
        "العالم",
        "اخبار",
        "فلسطين",
        "عكاظ",
        "ليبيا",
        "الامارات",
        "الاردن",
        "مصر",
        "العراق",
        "تونس",
        "الجزائر",
        "المغرب",
        "عمان",
        "الحياه",
        "سوريا",
        "لبنان",
        "عين",
        "السعوديه",
        "البحرين",
        "قطر",
        "الكويت",
        "اليمن",
        "السودان",
    }
)
_OCCASIONS = frozenset({"بمناسبه", "مناسبه", "ذكري", "بذكري", "لمناسبه", "احتفالات", "احتفال", "باحتفالات"})
_QUOTES = frozenset('"«»“”„')


def alone(line: Line, start: int, end: int) -> bool:
    """Whether an expression is all that a text holds, but for marks around it."""
    return start <= 1 and line.size - end <= 1 and all(line.kind(i) == _PUNCTUATION for i in (*range(start), *range(end, line.size)))


def accepts(line: Line, partial: Partial, floor: int) -> bool:
    """Whether a point in time, its neighbours joined, is to be believed."""
    if is_title(line, partial):
        return False
    if not partial.weak:
        if partial.slots == WEEKDAY and line.key(partial.start - 1) in _HOMES and partial.direction is None and line.near(partial.start):
            return False
        return True
    if partial.pick is not None or partial.spread is not None:
        return False
    if partial.slots == YEAR:
        return is_year(line, partial, floor)
    before = line.key(partial.start - 1) if line.near(partial.start) else ""
    fused = bool(partial.proclitics) and line.key(partial.start)[partial.proclitics - 1] in "بلك"
    if (
        partial.slots == MONTH
        and line.key(partial.start)[-2:] == "اب"
        and "آ" not in line.text[line.start(partial.start) : line.end(partial.end)]
    ):
        return False  # أب، إب، باب: only آب with its madda is the month when nothing stands beside it
    if alone(line, partial.start, partial.end):
        return True
    if partial.slots == MONTH:
        return (before in _BEFORE_TIMES - {"من", "عن", "مع"} or fused) and not _is_name(line, partial)
    if partial.slots == FRACTION:
        return (
            before in {"في", "خلال", "وفي", "وخلال", "منذ"}
            and line.key(partial.end) not in {"من", "ل"}
            or (fused and line.key(partial.end) != "من")
        )
    if partial.slots == SEASON:
        return before in {"في", "خلال", "منذ", "طوال", "طيله"} and line.key(partial.start)[:2] == "ال"
    if partial.slots == DECADE:
        return before in {"في", "خلال", "منذ", "اواخر", "مطلع", "اوائل", "منتصف", "بدايه", "نهايه"}
    if partial.slots == PART:
        return (
            before in {"في", "خلال", "عند", "وفي"}
            and line.key(partial.start)[:2] == "ال"
            and line.key(partial.start) not in {"المغرب", "العصر", "العشاء", "الظهر"}
            or (before == "عند" and line.key(partial.start)[:2] == "ال")
        )
    return False


def is_year(line: Line, partial: Partial, floor: int) -> bool:
    """Whether four digits without عام are a year."""
    value = partial.year or 0
    if partial.last_year is not None:
        return 1900 <= value <= 2100 or 1300 <= value <= 1500
    start, end = partial.start, partial.end
    if not 1000 <= value <= 2100:
        # «92 هـ / 711م»: an early year of the Christian era only beside one of the Hijra
        return 0 < value < 1000 and line.key(start - 1) == "/" and era(line, start + 1) is not None
    after, before = line.word(end), line.word(start - 1)
    if line.near(end):
        if "counted" in after.tags or "time_unit" in after.tags or line.kind(end) in {_PERCENT, _CURRENCY, NUMBER}:
            return False
        if "cardinal" in after.tags and not after.tags["cardinal"].proclitics:
            return False
        if line.key(end) in {"/", "-", ":", "×"} | DASHES and line.kind(end + 1) == NUMBER and line.near(end + 1):
            return False
    if not line.near(start):
        return alone(line, start, end) and value >= 1800
    if (
        "number_label" in before.tags
        or line.kind(start - 1) in {NUMBER, _CURRENCY}
        or line.key(start - 1) in {"+", "/", "-", "$", ":", "=", "#", "*", "×"}
    ):
        return False
    key = line.key(start - 1)
    if line.kind(start) == NUMBER and era(line, start + 1) is not None and not line.touches(start + 1) and "number_label" in before.tags:
        return False
    if key == "(":
        return line.key(end) == ")" and "number_label" not in line.word(start - 2).tags and value >= 1000
    if key == "ال":
        return False
    if key in {"و", "،", ","} or (key in {"ل", "ب", "ك"} and line.touches(start)):
        return (
            (start - 1 <= floor or 1950 <= value <= 2060) and _closes(line, end) and (key in "لبك" or start - 1 <= floor + 1 and floor > 0)
        )
    if key in _BEFORE_YEARS:
        if key in {"من", "الي", "في", "وفي"}:
            return (
                1900 <= value <= 2100
                and _closes(line, end, loose=key in {"في", "وفي"})
                and (key != "من" or line.key(start - 2) in _RANGE_HEADS)
            )
        return True
    if line.kind(start - 1) == WORD and 1900 <= value <= 2060:
        return _closes(line, end) or (key[:2] == "ال" and 1950 <= value <= 2040 and line.key(end)[-1:] != "ا")
    return False


_RANGE_HEADS = frozenset({"ابتداء", "بدءا", "بدايه", "انطلاقا", "اعتبارا", "الفتره", "وابتداء"})


def _closes(line: Line, end: int, *, loose: bool = False) -> bool:
    """Whether nothing follows that four digits could count."""
    if not line.near(end) or line.kind(end) != WORD:
        return True
    key = line.key(end)
    if key in _AFTER_YEARS or key[:2] == "ال" or key[:1] in {"و", "ف", "ب", "ل"}:
        return True
    # a verb: «في 2015 أعلنت»
    return loose and (key[:1] in {"ي", "ت"} or key[-1:] == "ت")


def _is_name(line: Line, partial: Partial) -> bool:
    """Whether a month's name is part of a person's name: «رجب طيب أردوغان», «بن رمضان»."""
    return line.key(partial.start - 1) in {"بن", "ابن", "بو", "ابو", "ابي", "السيد", "الشيخ", "محمد", "واتس"}


def is_title(line: Line, partial: Partial) -> bool:
    """Whether «اليوم» or a part of the day belongs to a title: «روسيا اليوم»، «صباح الخير»."""
    start, end = partial.start, partial.end
    if partial.part and partial.slots == PART:
        return line.key(end) in _GREETINGS and line.near(end)
    if partial.feast is not None and line.key(start - 1) in _OCCASIONS and line.near(start):
        return True
    if partial.slots == DEICTIC and partial.rule == "date.deictic" and line.key(start) == "الغد" and line.near(start):
        # «جيل الغد»: a noun that the day belongs to
        return (
            line.kind(start - 1) == WORD
            and line.key(start - 1) not in _BEFORE_TIMES | {"يوم", "ليوم"}
            and not line.key(start - 1).endswith(("وم", "اح", "اء"))
        )
    if partial.slots != DEICTIC or partial.rule != "date.today" or not line.near(start):
        return False
    if line.key(end) in {"السابع", "الثامن"} and line.near(end):
        return True
    before = line.key(start - 1)
    quoted_end = line.key(end)[:1] in _QUOTES and line.near(end)
    quoted_start = line.key(start - 2)[:1] in _QUOTES if start >= 2 else False
    if quoted_end and (quoted_start or before[:1] in _QUOTES):
        return line.kind(start - 1) == WORD or before[:1] in _QUOTES and line.key(start - 2) in _MEDIA
    if before in _PAPERS and (line.key(start - 2) in _MEDIA or line.key(start - 3) in _MEDIA):
        return True
    # «عين اليوم – دبي»: a paper's name at the head of a dispatch
    return (
        (line.key(end) in DASHES or not line.near(end)) and line.near(start) and not line.near(start - 1) and line.key(start - 1) in _PAPERS
    )


def amount_anchor(line: Line, amount: Amount) -> str:
    """The preposition that anchors an amount: قبل, بعد, منذ or none of them."""
    if not line.near(amount.start) or amount.proclitics:
        return ""
    key = line.key(amount.start - 1)
    return (
        key[1:]
        if key[:1] in {"و", "ف"} and key[1:] in {"قبل", "بعد", "منذ"}
        else key
        if key in {"قبل", "بعد", "منذ", "غضون", "خلال", "في"}
        else ""
    )


def accepts_amount(line: Line, amount: Amount) -> bool:
    """Whether an amount without number is to be believed."""
    if not amount.weak:
        return True
    start, end = amount.start, amount.end
    if alone(line, start, end):
        return True
    letter = amount.parts[0][1]
    before = line.key(start - 1) if line.near(start) else ""
    construct = line.near(end) and line.key(end)[:2] == "ال" and line.kind(end) == WORD and not amount.definite
    if construct:
        return False
    if amount.definite:
        if amount.parts[0][0] == "X":
            return before in _BEFORE_AMOUNTS - {"قبل", "بعد", "كل"} and line.key(end) in {"التي", "اللاتي", "اللواتي"}
        return before in {"طوال", "طيله", "وطوال"} and line.key(end)[:2] != "ال"
    fused = bool(amount.proclitics) and line.key(start)[amount.proclitics - 1] == "ل"
    if amount.parts[0][0] == "X" and fused and letter not in {"SN"}:
        return True
    if before in _BEFORE_AMOUNTS and not amount.proclitics:
        return not (before == "كل")
    return False
