"""Word forms derived from one line of a lexicon.

A verb is given by its third person masculine singular perfect, unvocalised, as dictionaries list it. The
derived forms of the patterns (awzān) II–X are regular and need no more; a verb of pattern I names its
imperfect, and what else cannot be told from the letters. The rules are those of any grammar of the written
language (W. Wright, *A Grammar of the Arabic Language*, vol. I; K. Ryding, *A Reference Grammar of Modern
Standard Arabic*, chapters 21–33), reduced to what shows in unvocalised script.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from khabar.model import Entry, Features

POSSESSIVES = ("ه", "ها", "هم", "هما", "هن", "ي", "نا")
OBJECTS = ("ه", "ها", "هم", "هما", "هن", "ني", "نا")


class Form(NamedTuple):
    """One written form: its letters, its grammar, and which proclitics may stand before it."""

    text: str
    features: Features
    clitics: str


@cache
def _features(form: str, person: int = 0, gender: str = "", number: str = "", enclitic: str = "") -> Features:
    return Features(form=form, person=person, gender=gender, number=number, enclitic=enclitic)


@cache
def _jussive(person: int, gender: str, number: str) -> Features:
    return Features(form="imperfect", person=person, gender=gender, number=number, jussive=True)


def pattern(lemma: str) -> int:
    """The pattern (wazn) of a verb by its letters: 1 for three letters, which pattern II and doubled IV share.

    >>> [pattern(verb) for verb in ("قال", "تابع", "أعلن", "تحدث", "تساءل", "اعتبر", "استنكر")]
    [1, 3, 4, 5, 6, 8, 10]
    """
    match len(lemma), lemma[0]:
        case 4, "أ":
            return 4
        case 4, "ا":
            return 8  # ادعى, اتهم: the second radical is doubled
        case 4, _ if lemma[1] == "ا":
            return 3
        case 4, "ت":
            return 5
        case 5, "ت":
            return 6
        case 5, "ا":
            return 7 if lemma[1] == "ن" and lemma[2] != "ت" else 8
        case 6, _:
            return 10
        case _:
            return 1


class _Verb:
    """The principal parts of one verb."""

    def __init__(self, entry: Entry) -> None:
        self.lemma = lemma = entry.lemma
        self.pattern = entry.integer("pattern") or pattern(lemma)
        self.is_defective = lemma[-1] in "ىا"
        self.is_hollow = not self.is_defective and lemma[-2] == "ا" and self.pattern in {1, 4, 7, 8, 10}
        self.imperfect = entry.string("imperfect") or self._imperfect()
        self.participle = entry.string("participle") or self._participle()
        self.masdar = entry.string("masdar") or self._masdar()
        self.takes_object = entry.flag("object")

    def _imperfect(self) -> str:
        lemma = self.lemma
        stem = lemma if self.pattern in {1, 2, 3, 5, 6} else lemma[1:]
        if self.pattern in {2, 3} and stem[0] == "أ":
            stem = "ؤ" + stem[1:]
        if self.is_defective:
            stem = stem[:-1] + ("ى" if self.pattern in {5, 6} else "ي")
        elif self.is_hollow and self.pattern in {4, 10}:
            stem = stem[:-2] + "ي" + stem[-1]
        return "ي" + stem

    def _participle(self) -> str:
        if self.pattern == 1:
            return self.lemma[0] + "ا" + self.lemma[1:] if len(self.lemma) == 3 and not (self.is_hollow or self.is_defective) else ""
        stem = "م" + self.imperfect[1:]
        return stem[:-1] + "ي" if self.is_defective else stem

    def _masdar(self) -> str:
        lemma, radicals = self.lemma, self.lemma[1:]
        match self.pattern:
            case 2:
                return f"ت{lemma[:-1]}ية" if self.is_defective else f"ت{lemma[:-1]}ي{lemma[-1]}"
            case 3:
                return f"م{lemma[:-1]}اة" if self.is_defective else f"م{lemma}ة"
            case 4:
                radicals = "ي" + radicals[1:] if radicals[0] == "و" and not self.is_hollow else radicals
                if self.is_defective:
                    return f"إ{radicals[:-1]}اء"
                return f"إ{radicals}ة" if self.is_hollow else f"إ{radicals[:-1]}ا{radicals[-1]}"
            case 5 | 6:
                return lemma[:-1] + "ي" if self.is_defective else lemma
            case 7 | 8 | 10:
                if self.is_defective:
                    return f"{lemma[:-1]}اء"
                return f"{lemma}ة" if self.is_hollow and self.pattern == 10 else f"{lemma[:-1]}ا{lemma[-1]}"
            case _:
                return ""


def verb_forms(entry: Entry) -> Iterator[Form]:
    """Every written form of a verb.

    Args:
        entry: a line with, where the letters do not tell, `pattern` (2 for أكد, 4 for أصر), `imperfect`,
            `participle`, `masdar`, and `object = true` where pronouns are attached.

    >>> speak = Entry(lexical_class="v", lemma="أضاف")
    >>> forms = [form.text for form in verb_forms(speak)]
    >>> [form in forms for form in ("أضافت", "أضافوا", "أضفت", "يضيف", "يضف", "مضيفا", "مضيفة", "إضافته")]
    [True, True, True, True, True, True, True, True]
    """
    verb = _Verb(entry)
    yield from _perfect(verb)
    yield from _imperfect(verb)
    if verb.participle:
        yield from _participle(verb.participle)
    if verb.masdar:
        yield from _masdar(verb.masdar)


def _perfect(verb: _Verb) -> Iterator[Form]:
    full, short, dual = verb.lemma, verb.lemma, verb.lemma
    if verb.is_defective:
        full = verb.lemma[:-1]
        short = dual = full + ("ي" if verb.lemma[-1] == "ى" else "و")
    elif verb.is_hollow:
        short = verb.lemma[:-2] + verb.lemma[-1]
    endings = (
        (verb.lemma, 3, "m", "s"),
        (full + "ت", 3, "f", "s"),
        (full + "وا", 3, "m", "p"),
        (dual + "ا", 3, "m", "d"),
        (full + "تا", 3, "f", "d"),
        (short + "ت", 1, "", "s"),
        (short + "نا", 1, "", "p"),
        (short + "ن", 3, "f", "p"),
    )
    for text, person, gender, number in endings:
        yield Form(text, _features("perfect", person, gender, number), "conjunction")
        if verb.takes_object and person == 3 and number != "d":
            stem = text[:-1] if text.endswith("وا") else text[:-1] + "ا" if text[-1] == "ى" else text
            for pronoun in OBJECTS:
                yield Form(stem + pronoun, _features("perfect", person, gender, number, pronoun), "conjunction")
    if verb.is_hollow:
        passive = verb.lemma[:-2] + "ي" + verb.lemma[-1]
        yield Form(passive, _features("passive_perfect", 3, "m", "s"), "conjunction")


def _imperfect(verb: _Verb) -> Iterator[Form]:
    stem = verb.imperfect[1:]
    is_hollow = verb.is_hollow and stem[-2:-1] in tuple("اوي")
    is_defective = stem[-1] in "ىيو" and verb.is_defective
    short = stem[:-2] + stem[-1] if is_hollow else stem[:-1] if is_defective else stem
    plural = stem[:-1] if is_defective else stem
    dual = stem[:-1] + "ي" if is_defective and stem[-1] == "ى" else stem
    for prefix, person, gender, number in (("ي", 3, "m", "s"), ("ت", 3, "f", "s"), ("أ", 1, "", "s"), ("ن", 1, "", "p")):
        yield Form(prefix + stem, _features("imperfect", person, gender, number), "verb")
        if short != stem:
            yield Form(prefix + short, _jussive(person, gender, number), "verb")
        if verb.takes_object:
            base = stem[:-1] + "ا" if stem[-1] == "ى" else stem
            for pronoun in OBJECTS:
                yield Form(prefix + base + pronoun, _features("imperfect", person, gender, number, pronoun), "verb")
    yield Form(f"ي{plural}ون", _features("imperfect", 3, "m", "p"), "verb")
    yield Form(f"ي{plural}وا", _jussive(3, "m", "p"), "verb")
    for prefix, gender in (("ي", "m"), ("ت", "f")):
        yield Form(f"{prefix}{dual}ان", _features("imperfect", 3, gender, "d"), "verb")
        yield Form(f"{prefix}{dual}ا", _jussive(3, gender, "d"), "verb")
    yield Form("ي" + (short if is_hollow else dual) + "ن", _features("imperfect", 3, "f", "p"), "verb")
    if is_hollow and stem[-2] != "ا":
        yield Form("ي" + stem[:-2] + "ا" + stem[-1], _features("passive_imperfect", 3, "m", "s"), "verb")


def _participle(participle: str) -> Iterator[Form]:
    # the accusative of circumstance (ḥāl); the bare form is a noun (مضيف, a host) and no cue
    plural = participle[:-1] if participle[-1] == "ي" else participle
    for text, gender, number in (
        (participle + "ا", "m", "s"),
        (participle + "ة", "f", "s"),
        (plural + "ين", "m", "p"),
        (participle + "تين", "f", "d"),
        (participle + "ات", "f", "p"),
    ):
        yield Form(text, _features("participle", 0, gender, number), "conjunction")


def _masdar(masdar: str) -> Iterator[Form]:
    yield Form(masdar, _features("masdar"), "noun")
    stems = [masdar]
    if masdar[-1] == "ة":
        stems = [masdar[:-1] + "ت"]
    elif masdar[-1] == "ء":
        stems = [masdar, masdar[:-1] + "ئ", masdar[:-1] + "ؤ"]
    for stem in stems:
        for pronoun in POSSESSIVES:
            yield Form(stem + pronoun, _features("masdar", 0, "", "", pronoun), "noun")


def noun_forms(entry: Entry) -> Iterator[Form]:
    """The forms of a noun that names a person or a body.

    Args:
        entry: a line with `plural` where it is broken, `gender = "f"` for a feminine noun,
            `feminine = true` where ة makes a feminine of it.

    >>> minister = Entry(lexical_class="title", lemma="وزير", attributes={"plural": "وزراء", "feminine": True})
    >>> [form.text for form in noun_forms(minister)]
    ['وزير', 'وزيرا', 'وزيران', 'وزيرين', 'وزراء', 'وزيرة', 'وزيرتان', 'وزيرتين', 'وزيرات']
    """
    lemma = entry.lemma
    gender = entry.string("gender", "f" if lemma.endswith("ة") else "m")
    plural = entry.string("plural")
    yield from _declined(lemma, gender, plural)
    if entry.flag("feminine"):
        yield from _declined(lemma[:-1] + "ية" if lemma.endswith("ي") else lemma + "ة", "f", "")


def _declined(lemma: str, gender: str, plural: str) -> Iterator[Form]:
    stem = lemma[:-1] + "ت" if lemma.endswith("ة") else lemma
    yield Form(lemma, _features("noun", 0, gender, "s"), "noun")
    if " " in lemma:
        return
    if gender == "m":
        yield Form(lemma + "ا", _features("noun", 0, gender, "s"), "noun")
    yield Form(stem + "ان", _features("noun", 0, gender, "d"), "noun")
    yield Form(stem + "ين", _features("noun", 0, gender, "p" if gender == "m" and not plural else "d"), "noun")
    if plural:
        yield Form(plural, _features("noun", 0, gender, "p"), "noun")
    elif gender == "m":
        yield Form(lemma + "ون", _features("noun", 0, gender, "p"), "noun")
        yield Form(lemma + "و", _features("noun", 0, gender, "p"), "noun")
    else:
        yield Form(stem[:-1] + "ات", _features("noun", 0, gender, "p"), "noun")


def nisba_forms(entry: Entry) -> Iterator[Form]:
    """The forms of an adjective of origin, which also names the people.

    The indefinite accusative is left out: it is written like the name of many a country (بريطانيا).

    Args:
        entry: a line with `plural` for the broken plurals; a phrase lists its forms itself.

    >>> turk = Entry(lexical_class="demonym", lemma="تركي", attributes={"plural": ("أتراك",)})
    >>> [form.text for form in nisba_forms(turk)]
    ['تركي', 'تركية', 'تركيان', 'تركيتان', 'تركيتين', 'تركيون', 'تركيين', 'تركيات', 'أتراك']
    """
    lemma = entry.lemma
    if " " in lemma:
        yield Form(lemma, _features("noun", 0, "m", "s"), "noun")
        return
    for ending, gender, number in _NISBA_ENDINGS:
        yield Form(lemma + ending, _features("noun", 0, gender, number), "noun")
    for plural in entry.strings("plural"):
        yield Form(plural, _features("noun", 0, "m", "p"), "noun")


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

INFLECTIONS: Mapping[str, Callable[[Entry], Iterator[Form]]] = {"verb": verb_forms, "noun": noun_forms, "nisba": nisba_forms}
"""How forms are derived, by the name a lexicon file uses."""
