"""What `khabar lexicon check` finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from khabar.lexicons.check import builtin_files, faults

HEAD = 'format = "khabar-lexicon/1"\n[class.dish]\nabout = "Dishes"\nattributes = { region = "str?" }\n[entries.dish]\n'


def check(folder: Path, *bodies: str) -> list[str]:
    """The faults of files with these entries."""
    files = []
    for number, body in enumerate(bodies):
        files.append(folder / f"dishes{number}.toml")
        files[-1].write_text(HEAD + body, encoding="utf-8")
    return list(faults(files))


def test_there_are_lexicons_and_they_have_no_faults() -> None:
    """Khabar's own files are in order."""
    assert len(builtin_files()) > 5
    assert list(faults(builtin_files())) == []


def test_a_good_file_has_no_faults(tmp_path: Path) -> None:
    """Sorted, folded apart, in NFC: nothing to say. A final tatweel, which joins, is no stretching."""
    assert check(tmp_path, '"أرز" = {}\n"بـ" = {}\n"كسكسي" = { forms = ["كسكس"] }\n') == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('"كسكسي" = {}\n"أرز" = {}\n', "dishes0.toml: [entries.dish] 'أرز' stands after 'كسكسي': sort the lines"),
        ('"أرز" = {}\n"ارز" = {}\n', "dishes0.toml: [entries.dish] 'ارز' of 'ارز' is there already, under 'أرز'"),
        ('"أرز" = { forms = ["ارز"] }\n', "dishes0.toml: [entries.dish] 'ارز' of 'أرز' is there already, under 'أرز'"),
        ('"أرز" = {}\n"كسكسي" = { forms = ["أرز"] }\n', "dishes0.toml: [entries.dish] 'أرز' of 'كسكسي' is there already, under 'أرز'"),
        ('"كســكسي" = {}\n', "dishes0.toml: [entries.dish] 'كســكسي' is stretched: leave the tatweel out"),
        ('"أرز\N{RIGHT-TO-LEFT MARK}" = {}\n', "dishes0.toml:6: U+200F RIGHT-TO-LEFT MARK: leave it out, or write it as an escape"),
        ('"ا\N{ARABIC HAMZA ABOVE}رز" = {}\n', 'dishes0.toml:6: not in NFC; write "أرز" = {}'),
        ('"أرز" = { colour = "white" }\n', "dishes0.toml: [entries.dish] 'أرز' has 'colour'; its class has forms, region"),
    ],
)
def test_faults_of_one_file(tmp_path: Path, body: str, fault: str) -> None:
    """Each fault is named with its place and its cure."""
    assert check(tmp_path, body) == [fault]


VERBS = """format = "khabar-lexicon/1"
[class.reporting_verb]
about = "Verbs"
inflection = "verb"
attributes = { cue = "str", pattern = "int?" }
[entries.reporting_verb]
"""


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('"روى" = { cue = "neutral" }\n', ""),
        ('"روى" = { cue = "telling" }\n', "verbs.toml: [entries.reporting_verb] 'روى' has cue 'telling'; allowed are neutral, add, "),
        ('"رو" = { cue = "neutral", pattern = 8 }\n', "verbs.toml: 'رو' is no verb of pattern 8"),
    ],
)
def test_faults_of_verbs(tmp_path: Path, line: str, fault: str) -> None:
    """A class of cue is one of those there are, and a verb can be conjugated."""
    file = tmp_path / "verbs.toml"
    file.write_text(VERBS + line, encoding="utf-8")
    found = list(faults([file]))
    assert len(found) == bool(fault)
    assert all(message.startswith(fault) for message in found)


def test_a_word_in_two_files(tmp_path: Path) -> None:
    """A word of one class that stands in two files is named with both."""
    assert check(tmp_path, '"أرز" = {}\n', '"ارز" = { region = "iraq" }\n') == [
        "dishes1.toml: [entries.dish] 'ارز' stands in dishes0.toml too, under 'أرز'"
    ]


def test_a_class_that_two_files_describe_differently(tmp_path: Path) -> None:
    """Clitics and inflection of a class are the same in every file."""
    other = tmp_path / "other.toml"
    other.write_text('format = "khabar-lexicon/1"\n[class.dish]\nabout = "Dishes"\nclitics = "none"\n', encoding="utf-8")
    first = tmp_path / "first.toml"
    first.write_text(HEAD, encoding="utf-8")
    assert list(faults([first, other])) == ["other.toml: [class.dish] has other clitics or inflection than in first.toml"]
