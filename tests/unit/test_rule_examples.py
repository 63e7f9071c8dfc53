"""The examples in the docstring of a rule are its tests: a rule without an example, or with one that it does not decide, fails.

An example is a text in «…» in the docstring. «…» within it are marks of the text; where it has no marks of its own, those around
it may be the quotation that the rule judges. The ellipsis … stands for a clause.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator, Sequence

import pytest

import khabar
from khabar.extract.attributions import carry
from khabar.extract.cues import CUES, Cue
from khabar.extract.cues.rules import RULES as CUE_RULES
from khabar.extract.quotations import kinds
from khabar.extract.sheet import Sheet
from khabar.layers import View
from khabar.pipeline import Pipeline

CueRule = Callable[[Sheet, View], Iterator[Cue]]
CarryRule = Callable[[carry.Memory, carry.Asked], carry.Carried | None]
Example = tuple[Callable[..., object], str]

_CLAUSE = "الطريق ستفتح غدا"


def examples(rule: Callable[..., object]) -> Iterator[str]:
    """The outermost «…» of a docstring, without their marks."""
    depth = start = 0
    doc = inspect.getdoc(rule) or ""
    for place, character in enumerate(doc):
        if character == "«":
            depth += 1
            start = place + 1 if depth == 1 else start
        elif character == "»":
            depth -= 1
            if not depth:
                yield doc[start:place].replace("…", _CLAUSE)


@functools.cache
def _pipeline() -> Pipeline:
    return Pipeline.default()


def _all(rules: Sequence[Callable[..., object]]) -> list[Example]:
    return [(rule, example) for rule in rules for example in examples(rule)]


def _name(value: object) -> str:
    return value.__name__ if inspect.isfunction(value) else str(value)


@pytest.mark.parametrize("rule", [*CUE_RULES, *kinds.RULES, *carry.RULES], ids=_name)
def test_a_rule_has_an_example(rule: Callable[..., object]) -> None:
    """A rule shows what it is for."""
    assert list(examples(rule))


@pytest.mark.parametrize(("rule", "example"), _all(CUE_RULES), ids=_name)
def test_cue_rules_find_their_examples(rule: CueRule, example: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule of cues finds a cue in its example, and no rule before it takes the cue away."""
    found: list[Cue] = []

    def recorded(sheet: Sheet, view: View) -> Iterator[Cue]:
        for cue in rule(sheet, view):
            found.append(cue)
            yield cue

    monkeypatch.setattr("khabar.extract.cues.RULES", tuple(recorded if other is rule else other for other in CUE_RULES))
    layer = _pipeline().extract(CUES, f"{example}.")
    assert found
    assert found[0] in layer


@pytest.mark.parametrize(("rule", "example"), _all(kinds.RULES), ids=_name)
def test_kind_rules_decide_their_examples(rule: Callable[..., object], example: str) -> None:
    """A rule of quotation kinds is the one that decides a quotation of its example."""
    marked = example if set("«“") & set(example) else f"«{example}»"
    name = f"quotation.{rule.__name__.replace('_', '-')}"
    assert name in [quotation.rule for quotation in khabar.extract_quotations(f"{marked}.")]


@pytest.mark.parametrize(("rule", "example"), _all(carry.RULES), ids=_name)
def test_carrying_rules_decide_their_examples(rule: CarryRule, example: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule of implicit speakers is the one that finds the speaker of its example."""
    decided: list[object] = []

    def recorded(memory: carry.Memory, asked: carry.Asked) -> carry.Carried | None:
        found = rule(memory, asked)
        if found is not None:
            decided.append(found)
        return found

    monkeypatch.setattr(carry, "RULES", tuple(recorded if other is rule else other for other in carry.RULES))
    khabar.extract_attributions(f"{example}.")
    assert decided
