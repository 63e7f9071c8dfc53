"""Reports: the rule that finds each source, and the rule that says how far the words reported reach."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import pytest

from khabar.extract.reports import REPORTS, Report
from khabar.pipeline import Pipeline


@functools.cache
def _pipeline() -> Pipeline:
    return Pipeline.default()


def reports(text: str) -> Sequence[Report]:
    """The reports of a text by the place of their cues."""
    return sorted(_pipeline().extract(REPORTS, text), key=lambda report: report.span.start)


SOURCES = [
    ("وقال [الوزير] إن الجسر قديم.", "source.subject"),
    ("وقال، أمس، [الوزير] إن الجسر قديم.", "source.subject"),
    ("[الوزيرة] اعتبرت أن الجسر قديم.", "source.topic"),
    ("المدينة هادئة، لكن [الشرطة] قالت إن الجسر مغلق.", "source.topic"),
    ("وزار المدينة [الكاتب رامي الزين] الذي قال إن الجسر قديم.", "source.relative"),
    ("الجسر قديم، وفق [بيان الوزارة].", "source.annexed"),
    ("الجسر قديم، وفقا ل[مصدر أمني].", "source.annexed"),
    ("وغادر الوفد بعد تأكيد [الوزير] أن الجسر قديم.", "source.annexed"),
    ("وعلق [الوزير] بالقول إن الجسر قديم.", "source.main-verb"),
    ("ونقلت الوكالة عن [مصدر طبي] أن المصابين غادروا.", "source.relayed"),
    ("وافتتح الوزير الجسر، مؤكدا أن العمل مستمر.", "source.implicit"),
    ("وأضاف أن العمل مستمر.", "source.implicit"),
]


@pytest.mark.parametrize(("marked", "rule"), SOURCES, ids=[marked for marked, _ in SOURCES])
def test_each_source_has_its_rule(marked: str, rule: str) -> None:
    """The phrase in brackets is the source, found by the rule that its place asks for."""
    (report,) = reports(marked.replace("[", "").replace("]", ""))
    expected = marked[marked.index("[") + 1 : marked.index("]")] if "[" in marked else None
    assert (report.source_span.text if report.source_span else None, report.trace[0]) == (expected, rule)


CONTENTS = [
    ("قال الوزير إن [الجسر قديم].", "content.clause"),
    ("قال الوزير: [الجسر قديم].", "content.colon"),
    ("قال الوزير: [«الجسر قديم»].", "content.quotation"),
    ("قال الوزير إن [«الجسر قديم» وإن «العمل فيه صعب»].", "content.quotation-goes-on"),
    ("[«الجسر قديم جدا»]، يقول الوزير.", "content.preceding"),
    ("[«الجسر قديم جدا»]، يقول الوزير، [«ولا مال لدينا لترميمه»].", "content.split"),
    ("دعا الوزير [السكان إلى الهدوء].", "content.noun_phrase"),
    ("وبحسب الوزير، فإن [الجسر قديم].", "scope.following"),
    ("و[الجسر قديم]، بحسب الوزير.", "scope.sentence"),
    ("[انهار الجسر، لكن أحدا لم يصب]، وفق الشرطة.", "scope.sentence"),
    ("وهم يسمون الجسر [«أطول من العمر»] على حد تعبيرهم.", "scope.quotation"),
    ("انهار الجسر، لأن [المال لم يصل]، على حد قولهم.", "scope.back-to-comma"),
]


@pytest.mark.parametrize(("marked", "rule"), CONTENTS, ids=[marked for marked, _ in CONTENTS])
def test_each_content_has_its_rule(marked: str, rule: str) -> None:
    """The words in brackets are reported, found by the rule that cue and place ask for."""
    pieces = [piece.partition("]")[0] for piece in marked.split("[")[1:]]
    (report,) = [found for found in reports(marked.replace("[", "").replace("]", "")) if found.rule == rule]
    assert [piece.text for piece in report.content] == pieces


ENDS = [
    "أكد الناطق أن [الجسر مفتوح]، مضيفا أن العمل مستمر.",
    "أكد الناطق أن [الجسر مفتوح]. وغادر القاعة.",
    "أكد الناطق أن [الجسر مفتوح] وقال إن العمل مستمر.",
    "أكد الناطق أن [الجسر مفتوح]، فيما قالت الشرطة إن النفق مغلق.",
    "أكد الناطق أن [الجسر مفتوح]، لكن الشرطة نفت أن يكون النفق مفتوحا.",
    "أكد الناطق أن [الجسر مفتوح]، من دون أن يحدد موعدا.",
    "أكد الناطق أن [الجسر مفتوح]، وفق بيان للبلدية.",
    "أكد الناطق أن [الجسر مفتوح وأن النفق مغلق].",
    "أكد الناطق أن [الجسر الذي رممته البلدية، بعد الفيضان، مفتوح].",
    "أكد الناطق أن [الجسر، وفق تقديرات البلدية، سيفتح قريبا].",
    "قال السائق: «أكد الشرطي أن [الجسر مفتوح]».",
]


@pytest.mark.parametrize("marked", ENDS)
def test_reports_end_where_the_clause_ends(marked: str) -> None:
    """A new cue, a contrast with a cue, a remark of the narrator, a final according-to phrase and a closing mark end a report."""
    text = marked.replace("[", "").replace("]", "")
    (report,) = [found for found in reports(text) if found.span.text == "أكد"]
    assert [piece.text for piece in report.content] == [marked[marked.index("[") + 1 : marked.index("]")]]


def test_a_relay_is_no_speaker() -> None:
    """The subject of a relaying verb passes on the words of the source."""
    (report,) = reports("ونقلت وكالة الشرق عن مسؤول أمني قوله إن الجسر مغلق.")
    assert report.source_span is not None
    assert report.relay is not None
    assert report.relay_source is not None
    assert (report.source_span.text, report.relay.text, report.relay_source.text) == ("مسؤول أمني", "نقلت", "وكالة الشرق")


def test_a_passive_relay_has_no_transmitter() -> None:
    """«نُقل عن» names whose words were passed on, not by whom."""
    (report,) = reports("ونُقل عن الوزير قوله إن الجسر مغلق.")
    assert report.source_span is not None
    assert (report.source_span.text, report.relay_source) == ("الوزير", None)
