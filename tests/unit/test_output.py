"""The formats and the table that names them."""

from __future__ import annotations

import json

import attrs
import pytest

import khabar
from khabar.output import FORMATS, Writer, writer
from khabar.output.text import one_line

TEXT = "قالت وزيرة البيئة ليلى بن منصور: «لن ينتظر سكان الجنوب»."


@attrs.frozen(kw_only=True)
class Place:
    """An annotation that no format knows."""

    span: khabar.Span
    country: str
    region: str | None = None
    head: khabar.Span | None = None


PLACES = khabar.Layer("places", Place)


def analysis_with_a_place() -> khabar.Analysis:
    """An analysis with a layer of somebody else."""
    text = "مدينة صفاقس"
    place = Place(span=khabar.Span.of(text, 0, 11), country="TN", head=khabar.Span.of(text, 6, 11))
    return khabar.Analysis(document=khabar.Document(text=text), layers={PLACES: (place,)})


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_of_the_table_has_a_writer(name: str) -> None:
    """Each line of the table leads to a writer that writes any analysis, an empty one too."""
    made = writer(name)
    assert isinstance(made, Writer)
    for text in ("", TEXT):
        assert isinstance(made.begin() + made.write(khabar.analyze(text)) + made.end(), str)


def test_an_unknown_format_lists_the_known_ones() -> None:
    """A wrong name is answered with the right ones."""
    with pytest.raises(ValueError, match="no format 'papyrus'; there are text, jsonl"):
        writer("papyrus")


def test_only_the_layers_that_are_asked_for() -> None:
    """A writer leaves out what was not asked for, and writes tokens only when asked."""
    analysis = khabar.analyze(TEXT)
    data = json.loads(writer("jsonl", ["dates", "tokens"]).write(analysis))
    assert list(data) == ["schema", "document", "dates", "diagnostics", "tokens"]
    assert "tokens" not in json.loads(writer("jsonl").write(analysis))
    text = writer("text", ["tokens"]).write(analysis)
    assert text.startswith(f"tokens: {len(analysis.tokens)}\n")
    assert "sentences" not in text


def test_json_lines_are_the_analysis_itself() -> None:
    """All layers in JSON lines are what `to_json` gives."""
    analysis = khabar.analyze(TEXT)
    assert writer("jsonl").write(analysis) == analysis.to_json() + "\n"


def test_a_name_has_no_speaker() -> None:
    """A name in quotation marks is nobody's words, also where somebody speaks of it."""
    analysis = khabar.analyze("قال الوزير إن صحيفة «الميناء» نشرت الخبر، وأضاف: «سنرد قريبا».")
    blocks = writer("text", ["quotations"]).write(analysis).split("\n  [")
    assert ["speaker: " in block for block in blocks[1:]] == [False, True]


def test_layers_of_plugins_are_shown_with_their_fields() -> None:
    """A class that the text format does not know is shown field by field, empty fields left out."""
    assert writer("text").write(analysis_with_a_place()) == "places: 1\n  [0:11] مدينة صفاقس\n    country: TN\n    head: صفاقس\n\n"


def test_a_document_stands_at_the_head() -> None:
    """Id, creation time and meta of a document come first."""
    document = khabar.Document(text="", id="a.txt", meta={"source": "الميناء"})
    analysis = khabar.Analysis(document=document, layers={})
    assert writer("text").write(analysis) == "document: a.txt\nsource: الميناء\n\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [("قال:\r\n\tنعم", "قال: نعم"), ("\x1b[31mأحمر\x07", "[31mأحمر"), ("\N{RIGHT-TO-LEFT OVERRIDE}نص\ud800", "نص"), ("", "")],
)
def test_a_line_stays_a_line(text: str, shown: str) -> None:
    """Nothing of the text can break the line, move the cursor or turn the direction."""
    assert one_line(text) == shown
