"""The paradigms of the verb as tables: a form is a prefix, a part of the verb (see `verbs`), and an ending."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from khabar.lexicons.forms import features
from khabar.model import Features

POSSESSIVES = ("ه", "ها", "هم", "هما", "هن", "ي", "نا")
OBJECTS = ("ه", "ها", "هم", "هما", "هن", "ني", "نا")


class Row(NamedTuple):
    """One place of a paradigm; no form where the verb lacks the part."""

    prefix: str
    part: str
    ending: str
    features: Features
    clitics: str


@cache
def perfect() -> tuple[Row, ...]:
    """The perfect, and the passive where it shows."""
    return (
        Row("", "bare", "", features("perfect", 3, "m", "s"), "conjunction"),
        Row("", "t", "ت", features("perfect", 3, "f", "s"), "conjunction"),
        Row("", "waw", "وا", features("perfect", 3, "m", "p"), "conjunction"),
        Row("", "alif", "ا", features("perfect", 3, "m", "d"), "conjunction"),
        Row("", "t", "تا", features("perfect", 3, "f", "d"), "conjunction"),
        Row("", "first t", "ت", features("perfect", 1, "", "s"), "conjunction"),
        Row("", "first n", "نا", features("perfect", 1, "", "p"), "conjunction"),
        Row("", "first n", "ن", features("perfect", 3, "f", "p"), "conjunction"),
        Row("", "passive", "", features("passive_perfect", 3, "m", "s"), "conjunction"),
        Row("", "passive t", "ت", features("passive_perfect", 3, "f", "s"), "conjunction"),
    )


@cache
def perfect_with_object() -> tuple[Row, ...]:
    """The perfect with a pronoun at its end."""
    places = (
        ("object", "", 3, "m", "s"),
        ("t", "ت", 3, "f", "s"),
        ("waw", "و", 3, "m", "p"),
        ("own t", "ت", 1, "", "s"),
        ("first n", "نا", 1, "", "p"),
    )
    return tuple(
        Row("", part, ending + pronoun, features("perfect", person, gender, number, pronoun), "conjunction")
        for part, ending, person, gender, number in places
        for pronoun in OBJECTS
        if not (person == 1 and pronoun in {"ني", "نا"})
    )


_PREFIXES = (("ي", 3, "m", "s"), ("ت", 3, "f", "s"), ("أ", 1, "", "s"), ("ن", 1, "", "p"))


@cache
def imperfect() -> tuple[Row, ...]:
    """The imperfect, its form after لم, and the passive where it shows."""
    rows = []
    for prefix, person, gender, number in _PREFIXES:
        rows.append(Row(prefix, "bare", "", features("imperfect", person, gender, number), "verb"))
        rows.append(Row(prefix, "jussive", "", features("imperfect", person, gender, number, jussive=True), "verb"))
    rows.append(Row("ي", "waw", "ون", features("imperfect", 3, "m", "p"), "verb"))
    rows.append(Row("ي", "waw", "وا", features("imperfect", 3, "m", "p", jussive=True), "verb"))
    for prefix, gender in (("ي", "m"), ("ت", "f")):
        rows.append(Row(prefix, "alif", "ان", features("imperfect", 3, gender, "d"), "verb"))
        rows.append(Row(prefix, "alif", "ا", features("imperfect", 3, gender, "d", jussive=True), "verb"))
    rows.append(Row("ي", "n", "ن", features("imperfect", 3, "f", "p"), "verb"))
    rows.append(Row("ي", "passive", "", features("passive_imperfect", 3, "m", "s"), "verb"))
    rows.append(Row("ت", "passive f", "", features("passive_imperfect", 3, "f", "s"), "verb"))
    return tuple(rows)


@cache
def imperfect_with_object() -> tuple[Row, ...]:
    """The imperfect with a pronoun at its end."""
    places = [(prefix, "object", "", person, gender, number) for prefix, person, gender, number in _PREFIXES]
    return tuple(
        Row(prefix, part, ending + pronoun, features("imperfect", person, gender, number, pronoun), "verb")
        for prefix, part, ending, person, gender, number in (*places, ("ي", "waw", "ون", 3, "m", "p"))
        for pronoun in OBJECTS
    )


@cache
def participle() -> tuple[Row, ...]:
    """The active participle in the accusative of circumstance (ḥāl); the bare form is a noun (مضيف, a host) and no cue."""
    return (
        Row("", "bare", "ا", features("participle", 0, "m", "s"), "conjunction"),
        Row("", "bare", "ة", features("participle", 0, "f", "s"), "conjunction"),
        Row("", "plural", "ين", features("participle", 0, "m", "p"), "conjunction"),
        Row("", "bare", "تين", features("participle", 0, "f", "d"), "conjunction"),
        Row("", "bare", "ات", features("participle", 0, "f", "p"), "conjunction"),
    )


@cache
def masdar() -> tuple[Row, ...]:
    """The maṣdar, bare and with its owner."""
    return (
        Row("", "bare", "", features("masdar"), "noun"),
        *(
            Row("", "mine" if pronoun == "ي" else "owned", pronoun, features("masdar", 0, "", "", pronoun), "noun")
            for pronoun in POSSESSIVES
        ),
    )
