"""The steps of normalisation: what one is, and all there are, by name."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

import attrs

from khabar.normalize import characters as c
from khabar.normalize.controls import surplus_marks, unpaired_controls


@attrs.frozen
class CharacterStep:
    """A step that looks at one character at a time.

    Args:
        name: what it is called.
        about: what it does.
        table: gives what becomes of each character that it changes.
    """

    name: str
    about: str
    table: Callable[[], Mapping[str, str]] = attrs.field(repr=False)


@attrs.frozen
class ContextStep:
    """A step that drops characters for what stands around them.

    Args:
        name: what it is called.
        about: what it does.
        find: yields the ranges to drop, ascending and disjoint.
    """

    name: str
    about: str
    find: Callable[[str], Iterable[tuple[int, int]]] = attrs.field(repr=False)


Step = CharacterStep | ContextStep


def _letter(name: str, table: Mapping[str, str], about: str) -> CharacterStep:
    return CharacterStep(name, about, lambda: table)


def _drop(name: str, codes: Iterable[int], about: str) -> CharacterStep:
    return CharacterStep(name, about, lambda: dict.fromkeys(map(chr, codes), ""))


def _drop_class(name: str, constant: str, about: str) -> CharacterStep:
    return CharacterStep(name, about, lambda: c.dropped(constant))


@functools.cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _matches(source: str) -> Callable[[str], Iterator[tuple[int, int]]]:
    return lambda text: (match.span() for match in _pattern(source).finditer(text))


_STRETCHED = "(?<=[\u0620-\u063f\u0641-\u0652\u0670-\u06d3])\u0640++(?=[\u0620-\u063f\u0641-\u064a\u0671-\u06d3])"

ALL = (
    CharacterStep("presentation_forms", "letters in their printed shapes, and ligatures, to plain letters", c.presentation_forms),
    CharacterStep("word_ligatures", "words written with one character, spelled out", c.word_ligatures),
    CharacterStep("lam_alef", "ligatures of lam and alef to two letters, hamza dropped", c.lam_alef),
    _drop("joiners", c.JOINERS, "zero-width joiners and spaces, soft hyphens and byte order marks dropped"),
    _drop("bidi_controls", c.BIDI_CONTROLS, "direction marks, embeddings and isolates dropped"),
    ContextStep("unpaired_controls", "embeddings and isolates dropped that are not closed or not opened", unpaired_controls),
    ContextStep("surplus_marks", "invisible marks dropped that stand between Arabic letters; byte order marks", surplus_marks),
    _drop_class("tatweel", "TATWEEL", "every tatweel dropped"),
    ContextStep("stretching", "tatweel dropped between two letters, not alone, as a dash, or at the end of a prefix", _matches(_STRETCHED)),
    _drop_class("harakat", "HARAKAT", "short vowels, tanwin and sukun dropped"),
    _drop_class("shadda", "SHADDA", "shadda dropped"),
    _drop_class("tashkeel", "TASHKEEL", "short vowels, tanwin, sukun and shadda dropped"),
    _drop("diacritics", c.DIACRITICS, "every mark above and below Arabic letters dropped"),
    _drop_class("small_letters", "SMALL", "superscript alef, small waw and small yeh dropped"),
    CharacterStep("alef", "alef with hamza, madda or wasla to plain alef", c.alef),
    CharacterStep("hamza", "hamza on waw and yeh to hamza alone", c.hamza),
    CharacterStep("hamza_seats", "hamza to the letter that carries it", c.hamza_seats),
    CharacterStep("yeh", "alef maksura to yeh", c.yeh),
    CharacterStep("teh_marbuta", "teh marbuta to heh", c.teh_marbuta),
    _letter("persian_letters", c.PERSIAN_LETTERS, "Persian and Urdu letters to the Arabic ones nearest to them"),
    _letter("digits", c.DIGITS, "Arabic-Indic and Persian digits to 0-9"),
    _letter("punctuation", c.PUNCTUATION, "punctuation and quotation marks to ASCII"),
    _letter("spaces", c.SPACES, "every horizontal space to a plain one, every line separator to a newline"),
    ContextStep("doubled_spaces", "runs of plain spaces to one", _matches("(?<=\x20)\x20++")),
)

STEPS: Mapping[str, Step] = {step.name: step for step in ALL}
"""Every step by its name."""
