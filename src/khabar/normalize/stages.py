"""Steps made ready for a text: neighbours that look at single characters become one table."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import groupby

import attrs

from khabar.model.edits import NO_EDITS, Edits
from khabar.normalize.steps import CharacterStep, ContextStep, Step


@attrs.frozen
class Substitution:
    """Steps that look at single characters, made one: the text is read once for all of them."""

    table: dict[int, int | str]
    longer_or_shorter: re.Pattern[str] | None  # one group: characters that are dropped

    def __call__(self, text: str) -> tuple[str, Edits]:
        target = text.translate(self.table)
        if self.longer_or_shorter is None:
            return target, NO_EDITS
        return target, Edits.of(self._changes(text, self.longer_or_shorter))

    def _changes(self, text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, int]]:
        for match in pattern.finditer(text):
            start, end = match.span()
            yield start, end, 0 if match.lastindex else len(str(self.table[ord(text[start])]))


@attrs.frozen
class Deletion:
    """A step that looks at the characters around."""

    step: ContextStep

    def __call__(self, text: str) -> tuple[str, Edits]:
        kept: list[str] = []
        changes: list[tuple[int, int, int]] = []
        position = 0
        for start, end in self.step.find(text):
            kept.append(text[position:start])
            changes.append((start, end, 0))
            position = end
        if not changes:
            return text, NO_EDITS
        kept.append(text[position:])
        return "".join(kept), Edits.of(changes)


@functools.lru_cache(maxsize=64)
def stages(steps: tuple[Step, ...]) -> tuple[Substitution | Deletion, ...]:
    """What the steps do, each stage in one reading of the text."""
    stages: list[Substitution | Deletion] = []
    for single, group in groupby(steps, key=lambda step: isinstance(step, CharacterStep)):
        if single:
            stages.append(_substitution([step for step in group if isinstance(step, CharacterStep)]))
        else:
            stages += [Deletion(step) for step in group if isinstance(step, ContextStep)]
    return tuple(stages)


def _substitution(steps: list[CharacterStep]) -> Substitution:
    changed: dict[str, str] = {}
    for step in steps:
        table = step.table()
        translation = str.maketrans(dict(table))
        changed = {source: target.translate(translation) for source, target in changed.items()}
        changed |= {source: target for source, target in table.items() if source not in changed}
    dropped = "".join(source for source, target in changed.items() if not target)
    longer = "".join(source for source, target in changed.items() if len(target) > 1)
    patterns = ([f"([{re.escape(dropped)}]++)"] if dropped else []) + ([f"[{re.escape(longer)}]"] if longer else [])
    # a table that also holds what stays the same spares `translate` a KeyError for each such character
    same = {code: code for code in (*range(0x180), *range(0x600, 0x700), *range(0x2000, 0x2070))}
    table_of_all: dict[int, int | str] = {**same, **{ord(source): target for source, target in changed.items()}}
    return Substitution(table_of_all, re.compile("|".join(patterns)) if patterns else None)
