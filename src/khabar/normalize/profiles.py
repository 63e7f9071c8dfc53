"""Profiles: named steps in order, and `normalize`, which applies them and keeps the way back."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from khabar.errors import require_text
from khabar.model.edits import NO_EDITS, NormalizedText
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
    from khabar.normalize.stages import stages

    target = require_text(text)
    edits = NO_EDITS
    for stage in stages(_profile(profile).steps):
        target, later = stage(target)
        edits = edits.then(later)
    return NormalizedText(source=text, text=target, edits=edits)
