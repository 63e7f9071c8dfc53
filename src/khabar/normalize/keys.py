"""The match key of a word: what is left when spelling habits are taken away.

A key has no ḥarakāt, tatweel, joiners or direction marks; presentation forms, Persian letters, seats of
initial hamza, final yāʾ and tāʾ marbūṭa are unified; digits are ASCII. Keys are compared, never shown:
offsets always count the caller's own characters.
"""

from __future__ import annotations

import functools

_DROPPED = (
    *range(0x0610, 0x061B),  # signs of honour and small letters
    0x061C,  # ARABIC LETTER MARK
    0x0640,  # tatweel
    *range(0x064B, 0x0660),  # ḥarakāt
    0x0670,  # superscript alef
    *range(0x06D6, 0x06DD),  # Quranic marks
    *range(0x06DF, 0x06E9),
    *range(0x06EA, 0x06EE),
    0x00AD,  # soft hyphen
    *range(0x200B, 0x2010),  # zero-width space and joiners, LRM, RLM
    *range(0x202A, 0x202F),  # embeddings
    *range(0x2060, 0x2065),
    *range(0x2066, 0x206A),  # isolates
    0xFEFF,
)

_UNIFIED = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ک": "ك",
    "ڪ": "ك",
    "گ": "ك",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ة": "ه",
    "ۀ": "ه",
    "ۃ": "ه",
    "پ": "ب",
    "چ": "ج",
    "ڤ": "ف",
}


@functools.cache
def _table() -> dict[int, str | None]:
    import unicodedata

    # letters that stay the same are in the table too: `translate` would raise and catch a KeyError for each
    table: dict[int, str | None] = {code: chr(code) for code in (*range(0x180), *range(0x600, 0x700))}
    table |= dict.fromkeys(_DROPPED)
    table |= {ord(letter): key for letter, key in _UNIFIED.items()}
    for zero in (0x0660, 0x06F0):
        table |= {zero + digit: str(digit) for digit in range(10)}
    # the presentation forms have been frozen since Unicode 3.2, so the Python version does not matter
    for code in (*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFD3E), *range(0xFD50, 0xFDFC), *range(0xFE70, 0xFEFD)):
        base = unicodedata.normalize("NFKC", chr(code))
        if base != chr(code):
            table[code] = base.replace(" ", "").translate(table)
    return table


def match_key(word: str) -> str:
    """The match key of one word.

    Args:
        word: any characters without white space.

    Returns:
        The key; empty where nothing but marks was there.

    >>> match_key("إبـريـل") == match_key("ابريل")
    True
    >>> match_key("السَّاعة"), match_key("١٢")
    ('الساعه', '12')
    """
    return word.translate(_table())
