"""The README is true: its example runs, its links and targets exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """The first piece of Python in the README prints speaker, words and date."""
    match = re.search(r"```python\n(.*?)```", README, flags=re.DOTALL)
    assert match is not None
    exec(match[1], {})  # noqa: S102 # it is our own README
    assert capsys.readouterr().out.splitlines() == ["ليلى بن منصور | لن ينتظر سكان الجنوب صيفاً آخر", "أمس | 2025-03-11"]


@pytest.mark.parametrize("link", re.findall(r"\]\((?!https?:)([^)#]+)\)", README))
def test_links_lead_somewhere(link: str) -> None:
    """Every relative link of the README leads to a file or folder."""
    assert (ROOT / link).exists()


@pytest.mark.parametrize("target", sorted(set(re.findall(r"make ((?:[a-z]+ ?)+)", README))))
def test_targets_exist(target: str) -> None:
    """Every target that the README names is in the Makefile."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    known = set(re.findall(r"^([a-z]+):", makefile, flags=re.MULTILINE))
    assert set(target.split()) <= known
