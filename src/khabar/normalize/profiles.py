"""Profiles: named steps in order, and `normalize`, which applies them and keeps the way back."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

import attrs

from khabar.errors import require_text
from khabar.model.edits import NO_EDITS, Edits, NormalizedText
from khabar.normalize.steps import STEPS, CharacterStep, ContextStep, Step


def _steps(steps: Iterable[Step | str]) -> tuple[Step, ...]:
    return tuple(STEPS[step] if isinstance(step, str) else step for step in steps)


@attrs.frozen
class Profile:
    """Steps of normalisation in their order.

    Args:
        name: what it is called.
        steps: the steps, or their names in `STEPS`.

    >>> search = Profile("search", ["tashkeel", "tatweel"]).then(Profile("numbers", ["digits"]))
    >>> search.name, normalize("عَـام ٢٠٢٤", search).text
    ('search+numbers', 'عام 2024')
    """

    name: str
    steps: tuple[Step, ...] = attrs.field(converter=_steps)

    def then(self, later: Profile | Step | str) -> Profile:
        """This profile followed by another, or by one more step."""
        later = _profile(later)
        return Profile(f"{self.name}+{later.name}", (*self.steps, *later.steps))


MATCH = Profile(
    "match",
    (
        "presentation_forms",
        "word_ligatures",
        "joiners",
        "bidi_controls",
        "tatweel",
        "diacritics",
        "small_letters",
        "persian_letters",
        "alef",
        "hamza",
        "yeh",
        "teh_marbuta",
        "digits",
        "punctuation",
        "spaces",
        "doubled_spaces",
    ),
)
"""For search: texts that differ by habits of spelling only become equal."""

DISPLAY = Profile("display", ("presentation_forms", "unpaired_controls", "surplus_marks", "stretching", "doubled_spaces"))
"""Repair for readers: nothing is lost that a reader would see as spelling."""


def _profile(profile: object) -> Profile:
    if isinstance(profile, Profile):
        return profile
    if isinstance(profile, (CharacterStep, ContextStep)):
        return Profile(profile.name, (profile,))
    if isinstance(profile, str) and profile in STEPS:
        return Profile(profile, (profile,))
    raise TypeError(f"profile must be a Profile, a step or the name of one, not {profile!r}; steps are {', '.join(STEPS)}")


def normalize(text: str, profile: Profile | Step | str = MATCH) -> NormalizedText:
    """Normalise a text and keep its alignment with the source.

    Args:
        text: any text.
        profile: `MATCH` for search, `DISPLAY` for repair, a profile of your own, or one step or its name.

    Returns:
        The new text with its edits. Normalising it again changes nothing, for the two profiles and for every single step.

    Raises:
        TypeError: `text` is no `str`, or `profile` is none.

    >>> normalize("الإصـلاحُ  أوّلاً").text
    'الاصلاح اولا'
    >>> normalize("عام ١٤٤٥هـ", "digits").text
    'عام 1445هـ'
    """
    target = require_text(text)
    edits = NO_EDITS
    for stage in _stages(_profile(profile).steps):
        target, later = stage(target)
        edits = edits.then(later)
    return NormalizedText(source=text, text=target, edits=edits)


@attrs.frozen
class _Substitution:
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
class _Deletion:
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
def _stages(steps: tuple[Step, ...]) -> tuple[_Substitution | _Deletion, ...]:
    stages: list[_Substitution | _Deletion] = []
    for single, group in groupby(steps, key=lambda step: isinstance(step, CharacterStep)):
        if single:
            stages.append(_substitution([step for step in group if isinstance(step, CharacterStep)]))
        else:
            stages += [_Deletion(step) for step in group if isinstance(step, ContextStep)]
    return tuple(stages)


def _substitution(steps: list[CharacterStep]) -> _Substitution:
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
    return _Substitution(table_of_all, re.compile("|".join(patterns)) if patterns else None)
