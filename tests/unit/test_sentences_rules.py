"""Each rule of sentence splitting decides its own example."""

from __future__ import annotations

import inspect

import pytest

from khabar.segment import sentence_rules, sentences
from khabar.segment.sentence_rules import RULES, Candidate, Rule, Verdict


def _example(rule: Rule) -> str:
    lines = inspect.getdoc(rule.decide)
    assert lines is not None
    return lines.rpartition("\n\n")[2].strip()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_decides_its_example(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example in a rule's docstring is split where it says, and by that rule."""
    asked: list[str] = []

    def decide(candidate: Candidate) -> tuple[Verdict, str]:
        verdict, name = sentence_rules.decide(candidate)
        asked.append(name)
        return verdict, name

    monkeypatch.setattr(sentences, "decide", decide)
    example = _example(rule)
    text = example.replace("|", "").replace("_", "")
    expected = [part.replace("_", "").strip() for part in example.split("|")]
    assert [sentence.span.text for sentence in sentences.split_sentences(text)] == expected
    assert rule.name in asked


def test_rule_names_are_unique() -> None:
    """A name leads to one rule only."""
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(name.startswith("sentence.") for name in names)
