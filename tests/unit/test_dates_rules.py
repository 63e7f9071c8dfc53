"""Every rule of dates does what its example shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

import khabar
from khabar.extract.dates.line import Rule
from khabar.extract.dates.reader import Item, Reader
from khabar.extract.dates.rules import RULES

DAY = dt.date(2024, 6, 19)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_example_of_a_rule_reads_as_it_says(rule: Rule) -> None:
    """The marked words are found with exactly these offsets and this value."""
    text = rule.example.replace("⟦", "").replace("⟧", "")
    start, end = rule.example.index("⟦"), rule.example.index("⟧") - 1
    found = {(date.span.start, date.span.end): date.value for date in khabar.extract_dates(text, creation_time=DAY)}
    assert found.get((start, end), "not found") == rule.value


def test_rule_names_are_unique() -> None:
    """A result leads to one line."""
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rules_end_within_the_text(rule: Rule) -> None:
    """A rule asked at any place of its own example, cut short anywhere, neither fails nor reads past the end."""
    text = rule.example.replace("⟦", "").replace("⟧", "")
    for cut in range(len(text)):
        for date in khabar.extract_dates(text[:cut], creation_time=DAY):
            assert date.span.end <= cut


def test_a_rule_that_the_next_word_rules_out_reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words before which a rule is tried are all before which it can read, in the examples and in pairs of them."""
    readers: list[Reader] = []

    def kept(reader: Reader) -> Iterator[Item]:
        readers.append(reader)
        return iter(())

    monkeypatch.setattr(Reader, "items", kept)
    examples = [rule.example.replace("⟦", "").replace("⟧", "").rstrip(".") for rule in RULES]
    for first, second in zip(examples, [*examples[7:], *examples[:7]], strict=True):
        khabar.extract_dates(f"{first} و{second}. {second}، {first}.", creation_time=DAY)
    left_out = 0
    for reader in readers:
        line = reader._line
        for position in range(line.size):
            names = line.names(position)
            planned = reader._plan(position, names).rules
            for rule in RULES:
                if rule not in planned and not names.isdisjoint(rule.on):
                    left_out += 1
                    assert rule.read(line, position) is None, (rule.name, line.text, position)
    assert left_out > 100
