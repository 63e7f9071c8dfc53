"""Every derived form of the reporting verbs, in `verb_forms.txt`, to be read by people.

After a change of the verbs or of the derivation, read the difference and write the list again:

    python tests/golden/test_verb_forms.py
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from khabar.lexicons import Form, Lexicon

LISTED = Path(__file__).with_name("verb_forms.txt")


def rubric(form: Form) -> str:
    """Where a form stands in the list."""
    features = form.features
    name = "jussive" if features.jussive else features.form.replace("_", " ")
    return f"{name} with object" if features.enclitic and features.form in {"perfect", "imperfect"} else name


def listing() -> str:
    """The list as it should be: a verb with its attributes, then a line a paradigm."""
    lexicon = Lexicon.builtin("reporting_verbs")
    blocks = []
    for entry in lexicon.entries:
        rubrics: dict[str, list[str]] = defaultdict(list)
        for form in lexicon.forms(entry):
            rubrics[rubric(form)].append(form.text)
        lines = [f"  {name}: {' '.join(dict.fromkeys(forms))}\n" for name, forms in rubrics.items()]
        blocks.append(f"{entry.lemma} ({entry.string('cue')})\n{''.join(lines)}")
    return "\n".join(blocks)


def test_the_derived_forms_are_those_that_were_read() -> None:
    """The forms of every reporting verb are those of the list; a difference is read before the list is written again."""
    listed, derived = LISTED.read_text(encoding="utf-8").splitlines(), listing().splitlines()
    different = [f"listed: {old}\nderived: {new}" for old, new in zip(listed, derived, strict=False) if old != new]
    assert not different, "\n".join([*different[:5], "see the docstring of this module"])
    assert len(listed) == len(derived), "verbs were added or left out: see the docstring of this module"


if __name__ == "__main__":
    LISTED.write_text(listing(), encoding="utf-8")
