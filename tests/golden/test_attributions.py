"""Golden attributions: sentences whose sources, cues and contents their author marked in place.

`attributions.txt` holds one case a block. In its text `[S …]` is a source, `[C …]` a cue, `[T …]` a piece of content, `[A …]`
an addressee, `[M …]` a medium and `[R …]` the source of a relay; `[C2 …]` belongs to the second attribution, a label
without number to the first. Below the text stand what spans cannot say and the kinds of the quotations by their start:

    # name-of-the-case
    و[C قال] [S الوزير] إن [T الشركة [C2 أكدت] أن [T2 الأنابيب سليمة]].
    1: indirect
    2: indirect; source الشركة; nested 1
    quotations: speech name

An attribution is neither nominal nor negated nor nested unless it says so, and its speaker is named as its source unless
another name is given (`none`: no speaker; `any`: unchecked). `source …` and `relay …` name a span that is marked for
another attribution. A case that khabar is known to read wrongly says `fault: …`.
"""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest
from _pytest.mark.structures import ParameterSet

import khabar

Place = tuple[int, int]
_LABEL = re.compile(r"\[([SCTAMR])([1-9]?) |(\])")
_FACT = re.compile(r"([1-9]): (.+)")


@attrs.define
class Expected:
    """One attribution as its author marked it; places are offsets."""

    kind: str = ""
    spans: dict[str, list[Place]] = attrs.Factory(dict)
    speaker: str | None = None
    cue_class: str | None = None
    nominal: bool = False
    negated: bool = False
    nested: int | None = None


@attrs.define
class Case:
    """One block of the file."""

    name: str
    text: str
    attributions: list[Expected]
    quotations: list[str] | None
    fault: str


def read(block: str) -> Case:
    """A block as a case."""
    header, *lines = block.strip("\n").split("\n")
    body = [line for line in lines if not re.match(r"[1-9]: |none$|quotations: |fault: ", line)]
    text, marked = unmarked("\n".join(body))
    quotations, fault = None, ""
    for line in lines[len(body) :]:
        name, _, value = line.partition(": ")
        if name == "quotations":
            quotations = value.split()
        elif name == "fault":
            fault = value
        elif name != "none":
            _describe(marked.setdefault(int(name), Expected()), value, text)
    return Case(header.removeprefix("# "), text, [marked[number] for number in sorted(marked)], quotations, fault)


def unmarked(line: str) -> tuple[str, dict[int, Expected]]:
    """The text without its labels, and the places that they marked by number and label."""
    marked: dict[int, Expected] = {}
    pieces: list[str] = []
    length = last = 0
    waiting: list[tuple[str, int, int]] = []
    for label in _LABEL.finditer(line):
        pieces.append(line[last : label.start()])
        length += len(pieces[-1])
        last = label.end()
        if label[3]:
            letter, number, start = waiting.pop()
            marked.setdefault(number, Expected()).spans.setdefault(letter, []).append((start, length))
        else:
            waiting.append((label[1], int(label[2] or 1), length))
    return "".join((*pieces, line[last:])), marked


def _describe(expected: Expected, facts: str, text: str) -> None:
    kind, *rest = facts.split("; ")
    expected.kind = kind
    for fact in rest:
        name, _, value = fact.partition(" ")
        if name in {"source", "relay"}:
            start = text.index(value)
            expected.spans[name[0].upper()] = [(start, start + len(value))]
        elif name == "nested":
            expected.nested = int(value) - 1
        elif name in {"nominal", "negated"}:
            setattr(expected, name, True)
        elif name in {"speaker", "class"}:
            setattr(expected, {"class": "cue_class"}.get(name, name), value)
        else:
            raise ValueError(f"no fact {name!r}")


CASES = [read(block) for block in Path(__file__).with_name("attributions.txt").read_text(encoding="utf-8").split("\n# ")]


def _known(case: Case) -> ParameterSet:
    marks = [pytest.mark.xfail(strict=True, reason=case.fault)] if case.fault else []
    return pytest.param(case, id=case.name, marks=marks)


def _places(*spans: khabar.Span | None) -> list[tuple[int, int, str]]:
    return [(span.start, span.end, span.text) for span in spans if span is not None]


def found(said: khabar.Attribution) -> dict[str, list[tuple[int, int, str]]]:
    """The spans of an attribution under the labels of the file."""
    parts = {
        "S": _places(said.source),
        "C": _places(said.cue),
        "T": _places(*said.content),
        "A": _places(said.addressee),
        "M": _places(said.medium),
        "R": _places(*(relay.source for relay in said.relays)),
    }
    return {label: places for label, places in parts.items() if places}


@pytest.mark.parametrize("case", [_known(case) for case in CASES])
def test_attributions(case: Case) -> None:
    """Exactly the attributions that the author marked are found, with their spans, kinds and speakers."""
    analysis = khabar.analyze(case.text)
    text = case.text
    expected_spans = [
        {label: [(start, end, text[start:end]) for start, end in places] for label, places in expected.spans.items()}
        for expected in case.attributions
    ]
    assert [found(said) for said in analysis.attributions] == expected_spans
    for said, expected in zip(analysis.attributions, case.attributions, strict=True):
        assert str(said.kind) == expected.kind
        assert (said.nominal, said.negated, said.nested_in) == (expected.nominal, expected.negated, expected.nested)
        if expected.cue_class is not None:
            assert str(said.cue_class) == expected.cue_class
        if expected.speaker != "any":
            named = said.speaker.name if said.speaker is not None else "none"
            assert named == (expected.speaker or (said.source.text if said.source is not None else None))
    if case.quotations is not None:
        assert [str(quotation.kind) for quotation in analysis.quotations] == case.quotations


def test_cut_sentences_are_read() -> None:
    """Every beginning and every end of a sentence is read without an exception, with spans inside what is left of it."""
    for case in CASES:
        for cut in (match.end() for match in re.finditer(r"\w+|[^\w\s]", case.text)):
            for text in (case.text[:cut], case.text[cut:]):
                for said in khabar.extract_attributions(text):
                    assert all(text[start:end] == words for places in found(said).values() for start, end, words in places)
