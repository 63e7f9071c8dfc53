"""The plugin as a caller meets it."""

from __future__ import annotations

import pytest

import khabar
from khabar.testing import check_extractor
from khabar_money import MONEY, MoneyExtractor


@pytest.fixture(scope="module")
def pipeline() -> khabar.Pipeline:
    return khabar.Pipeline.default(plugins=["money"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بلغت الكلفة 240 مليون دولار.", [("240 مليون دولار", "240000000", "USD")]),
        ("دفع ١٫٥ مليار ريال سعودي للشركة.", [("١٫٥ مليار ريال سعودي", "1500000000", "SAR")]),
        ("خمسة آلاف دينار لكل أسرة", [("خمسة آلاف دينار", "5000", None)]),
        ("مليونا دولار وألفا يورو", [("مليونا دولار", "2000000", "USD"), ("ألفا يورو", "2000", "EUR")]),
        ("50 مليوناً من الدولارات و20 ألف جنيه مصري", [("20 ألف جنيه مصري", "20000", "EGP")]),
        ("تراجع المؤشر بنسبة 3.2% وارتفع الذهب ٪٥", [("3.2%", "3.2", "%"), ("٪٥", "5", "%")]),
        ("نحو 15 في المئة من السكان، أو عشرون بالمائة", [("15 في المئة", "15", "%"), ("عشرون بالمائة", "20", "%")]),
        (
            "خمسة وعشرون مليون يورو وثلاثمئة وخمسون ألف دينار كويتي",
            [("خمسة وعشرون مليون يورو", "25000000", "EUR"), ("ثلاثمئة وخمسون ألف دينار كويتي", "350000", "KWD")],
        ),
        ("بين 5 و10 ملايين دولار", [("10 ملايين دولار", "10000000", "USD")]),
        ("سعر البرميل 75$ أو $1.2 مليون للشحنة", [("75$", "75", "USD"), ("$1.2 مليون", "1200000", "USD")]),
    ],
)
def test_amounts(pipeline: khabar.Pipeline, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    """An amount is found whole, with its value in full and the code of its unit."""
    assert expected == [(money.span.text, money.amount, money.unit) for money in pipeline.analyze(text)[MONEY]]


@pytest.mark.parametrize("text", ["", "وصل 240 مليون سائح", "تحدث عن الدولار واليورو", "في عام 2024", "الدرهم عملة المغرب"])
def test_no_amount(pipeline: khabar.Pipeline, text: str) -> None:
    """A number without a unit and a unit without a number are no amounts."""
    assert list(pipeline.analyze(text)[MONEY]) == []


def test_contract() -> None:
    """The extractor keeps the contract on any text."""
    check_extractor(MoneyExtractor())


def test_json(pipeline: khabar.Pipeline) -> None:
    """The layer goes through JSON when its key is given."""
    analysis = pipeline.analyze("بلغت الكلفة 240 مليون دولار.")
    assert khabar.Analysis.from_json(analysis.to_json(), layers=(MONEY,)) == analysis
