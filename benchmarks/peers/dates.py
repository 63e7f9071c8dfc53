"""Readers of dates side by side on the project's own sentences, in one run: `python -m benchmarks.peers.dates`.

Every peer is optional; one that is not installed is skipped with a word. A sentence marks its expressions with ⟦ ⟧ and
gives their values; a peer is right where one of its results overlaps an expression and begins on the same day (or, for
times of day, at the same minute). MB/s is of UTF-8 over the sentences repeated, best of some rounds, garbage collector off.
"""

from __future__ import annotations

import datetime as dt
import gc
import re
import sys
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple

CREATED = dt.datetime(2024, 6, 19)
ROUNDS = 3
REPEAT = 20

SENTENCES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("وصل الوفد إلى العاصمة ⟦أمس الثلاثاء⟧.", ("2024-06-18",)),
    ("تفتتح القمة أعمالها ⟦بعد غد⟧ في الدوحة.", ("2024-06-21",)),
    ("وقع الطرفان الاتفاق في ⟦14 تموز/يوليو 2015⟧.", ("2015-07-14",)),
    ("صدر المرسوم في ⟦٣ آذار (مارس) ٢٠٢٢⟧.", ("2022-03-03",)),
    ("بدأ الإضراب في ⟦9 جانفي 2017⟧ بتونس.", ("2017-01-09",)),
    ("وافتتح المعرض في ⟦الثالث من غشت 2019⟧ بفاس.", ("2019-08-03",)),
    ("نشر التقرير بتاريخ ⟦15/10/2023⟧.", ("2023-10-15",)),
    ("بدأ الموسم في ⟦1 رمضان 1445هـ⟧.", ("2024-03-11",)),
    ("عقد المجلس جلسته يوم ⟦24/10/1436هـ⟧.", ("2015-08-09",)),
    ("غادر المنتخب ⟦الخميس الماضي⟧ إلى باريس.", ("2024-06-13",)),
    ("ستجرى الانتخابات ⟦يوم الأحد المقبل⟧.", ("2024-06-23",)),
    ("ارتفعت الأسعار ⟦الشهر الماضي⟧.", ("2024-05-01",)),
    ("نما الاقتصاد في ⟦الربع الثاني من عام 2023⟧.", ("2023-04-01",)),
    ("بني الجسر ⟦عام ألفين وأربعة⟧.", ("2004-01-01",)),
    ("اندلعت الأزمة ⟦مطلع عام 2011⟧.", ("2011-01-01",)),
    ("تخرج ⟦قبل ثلاث سنوات⟧ في جامعة دمشق.", ("2021-01-01",)),
    ("تستمر الدورة ⟦من 13 إلى 15 مارس 2024⟧.", ("2024-03-13",)),
    ("تولى الحكم ⟦بين عامي 1990 و1996⟧.", ("1990-01-01",)),
    ("هبطت الطائرة ⟦الساعة العاشرة والنصف من صباح اليوم⟧.", ("2024-06-19T10:30",)),
    ("بدأت الجلسة ⟦أمس الساعة 15:45⟧.", ("2024-06-18T15:45",)),
    ("عرف الشعر ازدهارا في ⟦ستينات القرن الماضي⟧.", ("1960-01-01",)),
    ("قال المدير العام إن الشركة باعت 2500 سيارة بسعر 7.5 مليون دينار.", ()),
    ("أكد أحد الوزراء لصحيفة المصري اليوم أن القانون رقم 1996 لم يصدر.", ()),
    ("فاز المنتخب 3-1 بعد هدف في الدقيقة 85 سجله خميس.", ()),
)

Found = tuple[int, int, dt.datetime | None]
Extract = Callable[[str], list[Found]]


class Score(NamedTuple):
    """What a peer reached: expressions found and right, inventions in sentences without time, and speed."""

    found: int
    right: int
    invented: int
    speed: float


def _khabar() -> Extract:
    khabar = import_module("khabar")

    def extract(text: str) -> list[Found]:
        found = []
        for date in khabar.extract_dates(text, creation_time=CREATED):
            start = date.start
            found.append((date.span.start, date.span.end, dt.datetime.combine(start, dt.time()) if type(start) is dt.date else start))
        return found

    return extract


def _dateparser() -> Extract:
    search: Any = import_module("dateparser.search").search_dates
    settings = {"RELATIVE_BASE": CREATED, "DATE_ORDER": "DMY", "PREFER_DATES_FROM": "past"}

    def extract(text: str) -> list[Found]:
        found, place = [], 0
        for written, moment in search(text, languages=["ar"], settings=settings) or ():
            place = max(text.find(written, place), 0)  # it gives no offsets
            found.append((place, place + len(written), moment.replace(tzinfo=None)))
        return found

    return extract


def _duckling() -> Extract:
    duckling: Any = import_module("duckling")
    zones = duckling.load_time_zones("/usr/share/zoneinfo")
    reference = duckling.parse_ref_time(zones, "UTC", int(CREATED.replace(tzinfo=dt.UTC).timestamp()))
    locale = duckling.parse_locale("AR", duckling.default_locale_lang(duckling.parse_lang("AR")))
    context = duckling.Context(reference, locale)
    dimensions = duckling.parse_dimensions(["time"])

    def extract(text: str) -> list[Found]:
        found = []
        for item in duckling.parse(text, context, dimensions, False):
            value = item["value"]
            moment = value.get("value") or value.get("from", {}).get("value")
            found.append((item["start"], item["end"], dt.datetime.fromisoformat(moment).replace(tzinfo=None) if moment else None))
        return found

    return extract


PEERS: dict[str, Callable[[], Extract]] = {"khabar": _khabar, "dateparser": _dateparser, "duckling": _duckling}


def score(extract: Extract) -> Score:
    """Measure one peer on all sentences."""
    found = right = invented = 0
    texts = []
    for marked, values in SENTENCES:
        text = marked.replace("⟦", "").replace("⟧", "")
        texts.append(text)
        results = extract(text)
        spans = [(match.start() - 2 * i, match.end() - 2 * i - 2) for i, match in enumerate(re.finditer("⟦[^⟧]*⟧", marked))]
        for (start, end), value in zip(spans, values, strict=True):
            near = [moment for a, b, moment in results if a < end and start < b]
            wanted = dt.datetime.fromisoformat(value)
            found += bool(near)
            moments = [moment if "T" in value else moment.replace(hour=0, minute=0, second=0) for moment in near if moment is not None]
            right += wanted in moments
        invented += 0 if spans else len(results)
    size = sum(len(text.encode()) for text in texts) * REPEAT
    best = float("inf")
    for _ in range(ROUNDS):
        gc.collect()
        gc.disable()
        begin = time.perf_counter()
        for text in texts * REPEAT:
            extract(text)
        best = min(best, time.perf_counter() - begin)
        gc.enable()
    return Score(found, right, invented, size / best / 1e6)


def main() -> None:
    """Print one line a peer."""
    expressions = sum(len(values) for _, values in SENTENCES)
    print(f"{expressions} expressions in {len(SENTENCES)} sentences")
    print(f"{'':12}{'found':>8}{'right':>8}{'invented':>10}{'MB/s':>10}")
    for name, load in PEERS.items():
        try:
            extract = load()
        except Exception as error:  # whatever keeps a peer from loading, the others still run
            print(f"{name:12}  skipped: {error}", file=sys.stderr)
            continue
        result = score(extract)
        print(f"{name:12}{result.found:8}{result.right:8}{result.invented:10}{result.speed:10.3f}")


if __name__ == "__main__":
    main()
