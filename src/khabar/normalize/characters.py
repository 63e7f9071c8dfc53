"""What each step does to single characters, as data.

Classes that pyarabic names are pyarabic's, read when a step is first applied; the others are listed here, each with the
reason. All tables are frozen: nothing is asked of `unicodedata` but the decompositions of presentation forms that
Unicode 3.2 knew, which its stability policy keeps for ever. Whole-text NFKC is never used: it would break up `½`, `℃` or
`…` inside names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from khabar import _pyarabic

# pyarabic's DIACRITICS are what the running Python calls a mark of the Arabic block, so they change with its Unicode
DIACRITICS = (*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD), *range(0x06DF, 0x06E5), 0x06E7, 0x06E8)
DIACRITICS += (*range(0x06EA, 0x06EE),)
"""Marks above and below Arabic letters: ḥarakāt, shadda, signs of honour, marks of the Quran."""

# pyarabic knows neither joiners nor direction controls
JOINERS = (0x00AD, *range(0x200B, 0x200E), *range(0x2060, 0x2065), 0xFEFF)
"""Soft hyphen, zero-width space and joiners, invisible operators, byte order mark."""

BIDI_CONTROLS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))

# pyarabic has no letters of other languages that write in Arabic script, nor Persian digits
PERSIAN_LETTERS = {
    "ی": "ي",
    "ې": "ي",
    "ے": "ي",
    "ک": "ك",
    "ڪ": "ك",
    "گ": "ك",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ۀ": "ه",
    "ۃ": "ه",
    "پ": "ب",
    "چ": "ج",
    "ڤ": "ف",
}
DIGITS = {chr(zero + digit): str(digit) for zero in (0x0660, 0x06F0) for digit in range(10)}
PUNCTUATION = {
    "،": ",",
    "؛": ";",
    "؟": "?",
    "۔": ".",
    "٪": "%",
    "٫": ".",
    "٬": ",",
    "٭": "*",
    "…": "...",
    **dict.fromkeys("\xab\xbb\u201c\u201d\u201e\u201f\u2033", '"'),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a\u2032", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
}
SPACES = {
    **dict.fromkeys("\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029", "\n"),
}

_LETTER_FORMS = (*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFD3E), *range(0xFD50, 0xFD90), *range(0xFD92, 0xFDC8), *range(0xFE70, 0xFEFD))
_WORD_LIGATURES = range(0xFDF0, 0xFDFC)


def dropped(constant: str) -> Mapping[str, str]:
    """The table that drops the characters of one of pyarabic's constants.

    >>> "بـيـان".translate(str.maketrans(dict(dropped("TATWEEL"))))
    'بيان'
    """
    return dict.fromkeys(_pyarabic.characters(constant), "")


def alef() -> Mapping[str, str]:
    """Alef with hamza, madda or wasla to plain alef.

    Not pyarabic's ALEFAT: they hold alef maksura, which is a yeh at the end of a word, and lack the alefs of other languages.
    """
    seats = _pyarabic.characters("ALEF_MADDA", "ALEF_HAMZA_ABOVE", "ALEF_HAMZA_BELOW", "ALEF_WASLA")
    return dict.fromkeys(seats + "ٲٳٵ", _pyarabic.characters("ALEF"))


def hamza() -> Mapping[str, str]:
    """Hamza on waw and yeh to hamza alone. Not pyarabic's HAMZAT: hamza on alef belongs to the step `alef`."""
    return dict.fromkeys(_pyarabic.characters("WAW_HAMZA", "YEH_HAMZA"), _pyarabic.characters("HAMZA"))


def hamza_seats() -> Mapping[str, str]:
    """Hamza to the letter that carries it, as pyarabic's `normalize_hamza(word, method="tasheel")`."""
    hamzas = "ALEF_MADDA", "ALEF_HAMZA_ABOVE", "ALEF_HAMZA_BELOW", "HAMZA_ABOVE", "HAMZA_BELOW", "WAW_HAMZA", "YEH_HAMZA"
    carriers = *["ALEF"] * 5, "WAW", "YEH"
    return dict(zip(_pyarabic.characters(*hamzas), _pyarabic.characters(*carriers), strict=True))


def yeh() -> Mapping[str, str]:
    """Alef maksura to yeh. Not pyarabic's YEHLIKE: yeh with hamza is another letter."""
    return {_pyarabic.characters("ALEF_MAKSURA"): _pyarabic.characters("YEH")}


def teh_marbuta() -> Mapping[str, str]:
    """Teh marbuta to heh."""
    return {_pyarabic.characters("TEH_MARBUTA"): _pyarabic.characters("HEH")}


def lam_alef() -> Mapping[str, str]:
    """Ligatures of lam and alef to two letters."""
    return dict.fromkeys(_pyarabic.characters("LIGUATURES"), _pyarabic.characters("SIMPLE_LAM_ALEF"))  # pyarabic's spelling


def presentation_forms() -> Mapping[str, str]:
    """Letters in the shape they take in print, and their ligatures, to plain letters: `ﻻ` to `لا`."""
    return {form: plain.replace(" ", "") for form, plain in _decomposed(_LETTER_FORMS)}


def word_ligatures() -> Mapping[str, str]:
    """Words written with one character, spelled out: `ﷲ` to `الله`."""
    return dict(_decomposed(_WORD_LIGATURES))


def _decomposed(codes: Iterable[int]) -> Iterable[tuple[str, str]]:
    import unicodedata

    for code in codes:
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code):
            yield chr(code), plain
