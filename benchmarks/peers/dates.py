"""Readers of dates side by side: `python -m benchmarks.peers.dates [CORPUS.jsonl] [--megabytes 0.05]`.

Speed is of reading articles. Beside it stands what each peer makes of the project's own sentences below: a sentence marks
its expressions with ⟦ ⟧ and gives the beginning of each, as far as it is fixed, in ISO 8601. An expression is "found"
where a result overlaps it, and "right" where the beginning of such a result starts with that value, so a peer that gives a
day for «الشهر الماضي» is right with any day of the month; "invented" are results in sentences that have no date.

Duckling needs a Python of its own: see `benchmarks/README.md`.
"""

from __future__ import annotations

import atexit
import datetime as dt
import json
import os
import re
import subprocess
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Protocol, TypeAlias

import khabar
from benchmarks.peers.harness import Peer, compare

CREATED = dt.datetime(2024, 6, 19)
WORKER = Path(__file__).with_name("duckling_worker.py")
WORKER_PYTHON = "DUCKLING_PYTHON"
"""Variable that names the interpreter in which pyduckling-native is installed."""

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
    ("ارتفعت الأسعار ⟦الشهر الماضي⟧.", ("2024-05",)),
    ("نما الاقتصاد في ⟦الربع الثاني من عام 2023⟧.", ("2023-04",)),
    ("بني الجسر ⟦عام ألفين وأربعة⟧.", ("2004",)),
    ("اندلعت الأزمة ⟦مطلع عام 2011⟧.", ("2011",)),
    ("تخرج ⟦قبل ثلاث سنوات⟧ في جامعة دمشق.", ("2021",)),
    ("تستمر الدورة ⟦من 13 إلى 15 مارس 2024⟧.", ("2024-03-13",)),
    ("تولى الحكم ⟦بين عامي 1990 و1996⟧.", ("1990",)),
    ("هبطت الطائرة ⟦الساعة العاشرة والنصف من صباح اليوم⟧.", ("2024-06-19T10:30",)),
    ("بدأت الجلسة ⟦أمس الساعة 15:45⟧.", ("2024-06-18T15:45",)),
    ("عرف الشعر ازدهارا في ⟦ستينات القرن الماضي⟧.", ("196",)),
    ("قال المدير العام إن الشركة باعت 2500 سيارة بسعر 7.5 مليون دينار.", ()),
    ("أكد أحد الوزراء لصحيفة المصري اليوم أن القانون رقم 1996 لم يصدر.", ()),
    ("فاز المنتخب 3-1 بعد هدف في الدقيقة 85 سجله خميس.", ()),
)

Found: TypeAlias = list[tuple[int, int, str | None]]
"""Start, end and beginning (ISO 8601) of each result."""
Reader: TypeAlias = Callable[[str], Found]


class SearchDates(Protocol):
    """`dateparser.search.search_dates`."""

    def __call__(self, text: str, *, languages: list[str], settings: dict[str, object]) -> list[tuple[str, dt.datetime]] | None: ...


def _khabar() -> Reader:
    def read(text: str) -> Found:
        dates = khabar.extract_dates(text, creation_time=CREATED)
        return [(date.span.start, date.span.end, date.start.isoformat() if date.start else None) for date in dates]

    return read


def _dateparser() -> Reader:
    search: SearchDates = import_module("dateparser.search").search_dates
    settings: dict[str, object] = {"RELATIVE_BASE": CREATED, "DATE_ORDER": "DMY", "PREFER_DATES_FROM": "past"}

    def read(text: str) -> Found:
        found: Found = []
        place = 0
        for written, moment in search(text, languages=["ar"], settings=settings) or ():
            place = max(text.find(written, place), 0)  # it gives no offsets
            found.append((place, place + len(written), moment.isoformat()))
        return found

    return read


def _duckling() -> Reader:
    interpreter = os.environ.get(WORKER_PYTHON)
    if not interpreter:
        raise ImportError(f"{WORKER_PYTHON} names no interpreter that has pyduckling-native")
    worker = subprocess.Popen(
        [interpreter, WORKER, CREATED.date().isoformat()], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )
    atexit.register(worker.communicate)  # ends its input, waits for it
    atexit.register(worker.communicate)  # ends its input and waits for it
    asked, answers = worker.stdin, worker.stdout
    if asked is None or answers is None:
        raise OSError("no pipes")

    def read(text: str) -> Found:
        print(json.dumps(text), file=asked)
        answer = answers.readline()
        if not answer:
            raise ChildProcessError(f"{interpreter} cannot run {WORKER.name}")
        return [(start, end, moment) for start, end, moment in json.loads(answer)]

    read("")
    return read


PEERS = (
    Peer("khabar", "code points", _khabar),
    Peer("dateparser", "no", _dateparser),
    Peer("Duckling", "code points", _duckling),
)


def score(read: Reader) -> tuple[int, int, int]:
    """How many expressions are found, how many are right, and how many results are invented."""
    found = right = invented = 0
    for marked, values in SENTENCES:
        results = read(re.sub("[⟦⟧]", "", marked))
        spans = [(match.start() - 2 * i, match.end() - 2 * i - 2) for i, match in enumerate(re.finditer("⟦[^⟧]*⟧", marked))]
        for (start, end), value in zip(spans, values, strict=True):
            near = [moment for begin, stop, moment in results if begin < end and start < stop]
            found += bool(near)
            right += any(moment is not None and moment.startswith(value) for moment in near)
        invented += 0 if spans else len(results)
    return found, right, invented


if __name__ == "__main__":
    print(f"{sum(len(values) for _, values in SENTENCES)} expressions in {len(SENTENCES)} sentences")
    compare("reader of dates", PEERS, megabytes=0.05, columns=["found", "right", "invented"], judge=score)
