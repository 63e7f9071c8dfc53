"""Forms of nouns and of adjectives of origin."""

from __future__ import annotations

from collections.abc import Iterator

from khabar.lexicons.forms import Form, features
from khabar.lexicons.paradigms import POSSESSIVES
from khabar.model import Entry

_BEFORE_ENDING = {"ة": "ت", "ى": "ي", "ا": ""}
_NISBA_ENDINGS = (
    ("", "m", "s"),
    ("ة", "f", "s"),
    ("ان", "m", "d"),
    ("تان", "f", "d"),
    ("تين", "f", "d"),
    ("ون", "m", "p"),
    ("ين", "m", "p"),
    ("ات", "f", "p"),
)


def noun_forms(entry: Entry) -> Iterator[Form]:
    """The forms of a noun that names a person, a body or a thing.

    Args:
        entry: a line with `plural` where it is broken, `gender = "f"` for a feminine noun,
            `feminine = true` where ة makes a feminine of it. A phrase has no forms but those its line lists.

    >>> editor = Entry(lexical_class="title", lemma="محرر", attributes={"feminine": True})
    >>> [form.text for form in noun_forms(editor)][:7]
    ['محرر', 'محرره', 'محررها', 'محررهم', 'محررنا', 'محررا', 'محرران']
    >>> paper = Entry(lexical_class="medium", lemma="صحيفة", attributes={"plural": "صحف"})
    >>> [form.text for form in noun_forms(paper)]
    ['صحيفة', 'صحف', 'صحيفته', 'صحيفتها', 'صحيفتهم', 'صحيفتنا', 'صحيفتان', 'صحيفتين', 'صحيفتا', 'صحيفتي']
    """
    lemma = entry.lemma
    gender = entry.string("gender", "f" if lemma.endswith("ة") else "m")
    has_feminine = entry.flag("feminine")
    yield from _declined(lemma, gender, entry.string("plural"), is_person=has_feminine)
    if has_feminine:
        yield from _declined(lemma + "ة", "f", "", is_person=True)


def _declined(lemma: str, gender: str, plural: str, *, is_person: bool) -> Iterator[Form]:
    yield Form(lemma, features("noun", 0, gender, "s"), "noun")
    many = features("noun", 0, gender, "p")
    if plural:
        yield Form(plural, many, "noun")
    has_ta = lemma[-1] == "ة"
    if " " in lemma or len(lemma) < 3 or (gender == "f" and not has_ta):
        return  # short ones are irregular (أب), feminines without ة mostly plurals (قوات)
    stem = lemma[:-1] + _BEFORE_ENDING.get(lemma[-1], lemma[-1])
    yield from _owned(stem, gender)
    dual = features("noun", 0, gender, "d")
    if gender == "m" and lemma[-1] not in "اىةء":
        yield Form(lemma + "ا", features("noun", 0, gender, "s"), "noun")
    yield Form(stem + "ان", dual, "noun")
    yield Form(stem + "ين", dual if plural or gender == "f" else many, "noun")
    if has_ta:
        # before its owner a dual loses its nūn; the masculine one would be written like the adjective (رئيسي)
        yield Form(stem + "ا", dual, "noun")
        yield Form(stem + "ي", dual, "noun")
    if plural:
        return
    if has_ta:
        yield Form(lemma[:-1] + "ات", many, "noun")
        return
    yield Form(lemma + "ون", many, "noun")
    yield Form(lemma + "و", many, "noun")
    if is_person:
        yield Form(lemma + "ي", many, "noun")


def _owned(stem: str, gender: str) -> Iterator[Form]:
    """A noun with the pronoun of its owner: زميله، مكتبها."""
    for pronoun in ("ه", "ها", "هم", "نا"):
        yield Form(stem + pronoun, features("noun", 0, gender, "s", pronoun), "noun")


def nisba_forms(entry: Entry) -> Iterator[Form]:
    """The forms of an adjective of origin, which also names the people.

    The indefinite accusative is left out: it is written like the name of many a country (بريطانيا).

    Args:
        entry: a line with `plural` for the broken plurals. A phrase has no forms but those its line lists.

    >>> turk = Entry(lexical_class="demonym", lemma="تركي", attributes={"plural": ("أتراك",)})
    >>> [form.text for form in nisba_forms(turk)]
    ['تركي', 'تركية', 'تركيان', 'تركيتان', 'تركيتين', 'تركيون', 'تركيين', 'تركيات', 'أتراك']
    """
    lemma = entry.lemma
    endings = _NISBA_ENDINGS[:1] if " " in lemma else _NISBA_ENDINGS
    for ending, gender, number in endings:
        yield Form(lemma + ending, features("noun", 0, gender, number), "noun")
    for plural in entry.strings("plural"):
        yield Form(plural, features("noun", 0, "m", "p"), "noun")


def possessed_forms(entry: Entry) -> Iterator[Form]:
    """The forms of a noun with a pronoun that names its owner; its class says which proclitics may stand before them.

    >>> saying = Entry(lexical_class="manner", lemma="قول")
    >>> [form.text for form in possessed_forms(saying)]
    ['قول', 'قوله', 'قولها', 'قولهم', 'قولهما', 'قولهن', 'قولي', 'قولنا']
    """
    lemma = entry.lemma
    stem = lemma[:-1] + _BEFORE_ENDING["ة"] if lemma.endswith("ة") else lemma
    yield Form(lemma, features("masdar"), "")
    for pronoun in POSSESSIVES:
        yield Form(stem + pronoun, features("masdar", 0, "", "", pronoun), "")
