r"""The patterns of the tokeniser: what a token of each kind looks like.

Two patterns read a text. `plain_runs` finds the words that need no second look, eight tokens in ten. `any_token` reads
what stands between them. Both run in linear time: quantifiers that could give characters back are possessive, and every
look ahead is bounded (an e-mail's local part has at most 64 characters, a label of a domain 63: RFC 5321, RFC 1035).
Repeated groups are atomic, because `re` before Python 3.11.5 loses its place in possessive ones (gh-106052).

The ranges are written out instead of `\w`, `\d` and `\s`: they are faster, they hold ḥarakāt (which the `\w` of `re`
does not), and they are the same in every Python.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Sequence

from khabar.lexicons.reader import builtin_words
from khabar.model.enums import TOKEN_KINDS, TokenKind
from khabar.normalize.keys import match_key

LETTER = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f\u0860-\u0887"
    "\u0889-\u088e\u08a0-\u08c9\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufdf0-\ufdfb\ufe70-\ufefc"
)
"""Letters of the Arabic script, presentation forms included."""

TATWEEL = "\u0640"
MARK = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff"
"""Ḥarakāt and other marks above and below Arabic letters."""

INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
"""Joiners, direction marks, soft hyphen, byte order mark: inside a word part of it, else outside every token."""

SPACE = "\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"

LATIN = "A-Za-z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u02c1\u02c6-\u02d1\u0300-\u036f\u1e00-\u1eff"
"""Latin letters, with the marks that transliteration sets over and under them."""

OTHER = (
    "\u0370-\u0373\u0376-\u037d\u037f-\u0383\u0386\u0388-\u0481\u0483-\u0559\u0560-\u0588\u0591-\u05bd\u05c1\u05c2\u05c4\u05c5"
    "\u05c7-\u05f2\u0710-\u074f\u0780-\u085f\u0900-\u0963\u0966-\u0e3e\u0e40-\u0e4e\u0e50-\u0e59\u0e80-\u0eff\u0f40-\u0fbc"
    "\u1000-\u1049\u1050-\u167f\u1681-\u17d3\u1820-\u1dff\u1f00-\u1fff\u2c00-\u2dff\u3005-\u3007\u3021-\u302f\u3031-\u30fa"
    "\u30fc-\ud7ff\uf900-\ufb4f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc\U00010000-\U0001efff\U00020000-\U0003ffff"
)
"""Letters of the scripts that Arabic news seldom shows, by whole blocks."""

PUNCTUATION = (
    "!-/:-@\\[-`{-~\xa1\xa7\xab\xb6\xb7\xbb\xbf\u0609-\u060d\u061b\u061d-\u061f\u066a-\u066d\u06d4\u2010-\u2027\u2030-\u2043\u2045-\u2051"
    "\u2053-\u205e\u2e00-\u2e7f\u3001-\u3003\u3008-\u3011\u3014-\u301f\u3030\u30fb\ufd3e\ufd3f\ufe10-\ufe19\ufe30-\ufe61\ufe63\ufe68"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3f\uff5b-\uff65"
)
CURRENCY = "$\xa2-\xa5\u058f\u060b\u0e3f\u20a0-\u20cf\ufdfc\ufe69\uff04\uffe0\uffe1\uffe5\uffe6"

PICTURE = (
    "\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce"
    "\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c"
    "\u2b50\u2b55\U0001f004\U0001f0cf\U0001f18e\U0001f191-\U0001f19a\U0001f1e6-\U0001f1ff\U0001f201-\U0001f265\U0001f300-\U0001f6ff"
    "\U0001f7e0-\U0001f7f0\U0001f90c-\U0001f9ff\U0001fa70-\U0001faff"
)
"""Characters shown as pictures of themselves (`Emoji_Presentation`, UTS #51); others need U+FE0F after them."""
PICTOGRAPH = (
    "\xa9\xae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u27bf\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299"
)

_KEYCAP = "\ufe0f?\u20e3"

_CONTEXT_FREE = '!"%()*+,./:;<=>?\\[\\]|{}\xab\xbb\u060c\u061b\u061f\u066a\u06d4\u2013\u2014\u2018\u201c\u201d\u2026\u2022\\-'

_SPELLING_LETTER = "\u0621-\u063a\u0641-\u0647\u0649\u064a"
"""Letters that spell an agency's name; not "و", which stands alone as a sloppy "and"."""


def _any_number(part: str) -> str:
    """A group any number of times, none of them given back; in batches, for `re` remembers every round until a group ends."""
    return f"(?>(?:(?>(?:{part}){{1,64}}))*)"


_Rules = tuple[tuple[TokenKind, str], ...]
_ARABIC = f"[{LETTER}{MARK}{TATWEEL}]"
_WORD = f"{_ARABIC}++" + _any_number(f"[{INVISIBLE}]++{_ARABIC}++")
_NUMBER = f"[{DIGIT}]++" + _any_number(f"[.,\u060c\u066b\u066c\u0631][{DIGIT}]++")
_DESIGNATION = f"-[{DIGIT}]++" + _any_number(f"[.\u066b][{DIGIT}]++") + f"[{LATIN}]*+(?![-/:][{DIGIT}])"
_SCHEME = r"(?:[Hh][Tt][Tt][Pp][Ss]?://|[Ff][Tt][Pp]://|[Ww][Ww][Ww]\.)"
_DOMAIN = r"(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}+\.){1,8}"
_PATH = "[/?#]" + _any_number(
    rf"[.,:;!?'*]*+(?:[^{SPACE}{INVISIBLE}.,:;!?'*()\[\]{{}}<>\"\xab\xbb\u201c\u201d\u060c\u061b\u061f]++|\([^{SPACE}()]{{0,99}}\))"
)


@functools.cache
def _words() -> Mapping[str, Sequence[str]]:
    return builtin_words("abbreviations")


def _era() -> str:
    """The era after a year: هـ, م."""
    return f"(?:{'|'.join(_words()['era_letter'])})".replace(TATWEEL, f"{TATWEEL}*+")


def _title() -> str:
    """A letter that shortens a title, with its hamza or without: د, أ, ا."""
    return f"[{''.join(letter + match_key(letter) for letter in _words()['title_letter'])}]"


def _of_web() -> _Rules:
    """Addresses."""
    ending, country = "|".join(_words()["domain_ending"]), "|".join(_words()["country_domain"])
    return (
        # https://example.org/a(b)? www.example.org
        (TokenKind.URL, rf"{_SCHEME}[A-Za-z0-9]{_any_number('[.:@%_~-]*+[A-Za-z0-9]++')}(?>(?:{_PATH})?)"),
        # desk@example.org
        (TokenKind.EMAIL, rf"[A-Za-z0-9][A-Za-z0-9._%+-]{{0,63}}+@{_DOMAIN}[A-Za-z]{{2,24}}(?![A-Za-z0-9])"),
        # example.com/news, bbc.co.uk
        (TokenKind.URL, rf"{_DOMAIN}(?:{ending}|(?<=[A-Za-z0-9]{{2}}\.)(?:{country}))(?![A-Za-z0-9_-])(?>(?:{_PATH})?)"),
    )


def _of_digits() -> _Rules:
    """What begins with a digit."""
    digit, digits = f"[{DIGIT}]", f"[{DIGIT}]++"
    parts = [f"{digit}{{1,4}}{mark}{digit}{{1,2}}{mark}{digit}{{1,4}}(?![{DIGIT}{mark}])" for mark in "/-"]
    return (
        (TokenKind.NUMBER, f"{digits}(?=[{SPACE})])"),  # most numbers; the rules below are for the others
        *_of_web(),
        (TokenKind.DATE, "|".join(parts)),  # 15/9/2014, ١٠-١١-١٤٣٦
        (TokenKind.TIME, f"{digit}{{1,2}}:{digit}{{2}}(?>(?::{digit}{{2}})?)(?!{digit}|:{digit})"),  # 20:22
        (TokenKind.EMOJI, f"[0-9](?={_KEYCAP})"),  # 1\ufe0f\u20e3
        (TokenKind.MIXED, f"{_NUMBER}[{LATIN}][{LATIN}{DIGIT}_]*+(?>(?:{_DESIGNATION})?)"),  # 4G
        (TokenKind.NUMBER, f"{_NUMBER}(?>(?:/{_NUMBER}(?!/{digit}))?)[\xb2\xb3\xb9\xbc-\xbe]?+"),  # 1,200 ١٢٫٥ 7ر53 1436/1437
    )


def _of_latin_letters() -> _Rules:
    """What begins with a Latin letter."""
    word = f"[{LATIN}]++" + _any_number(f"['\u2019\u02bc][{LATIN}]++")
    dotted = _any_number(r"[A-Za-z]\.")
    return (
        (TokenKind.LATIN, f"[{LATIN}]++(?=[{SPACE})])"),
        *_of_web(),
        (
            TokenKind.ABBREVIATION,
            rf"(?:[A-Za-z]\.){{2}}{dotted}(?>(?:[A-Za-z](?![A-Za-z]))?)|[A-Z]\.[A-Z](?![A-Za-z])",
        ),  # U.S. e.g. U.N
        (TokenKind.ABBREVIATION, r"[A-Z]\.(?=\x20[A-Z])"),  # J. K. Rowling
        (TokenKind.LATIN, f"{word}(?![{DIGIT}_]|-[{DIGIT}])"),  # l'apprentissage
        (TokenKind.MIXED, f"[{LATIN}][{LATIN}{DIGIT}_]*+{_DESIGNATION}|[{LATIN}]++[{DIGIT}_][{LATIN}{DIGIT}_]*+"),  # F-16, M1
        (TokenKind.LATIN, word),
    )


def _after(pattern: str) -> str:
    """A look back at a pattern that begins where no Arabic word goes on."""
    return f"(?:(?<=\\A{pattern})|(?<=[^{LETTER}{MARK}{TATWEEL}]{pattern}))"


def _of_arabic_letters() -> _Rules:
    """What begins with an Arabic letter, mark or tatweel."""
    letter, ahead, era = f"[{LETTER}]", f"(?!{_ARABIC})", _era()
    alone = f"(?:\u0647{TATWEEL}|{letter})"
    dotted = _any_number(rf"{alone}\.")
    spelt = _after(rf"{letter}\.\x20") + letter
    lone = f"[{_SPELLING_LETTER}]"
    one, two = rf"{lone}\x20", rf"{lone}\x20{lone}\x20"
    agency = rf"{lone}(?=\x20{lone}\x20{lone}{ahead})|{_after(one)}{lone}(?=\x20{lone}{ahead})|{_after(two)}{lone}{ahead}"
    return (
        (TokenKind.ABBREVIATION, rf"(?={letter}\.{alone}(?:\.|{ahead})){alone}\.{dotted}(?>(?:{alone}{ahead})?)"),  # أ.ف.ب ق.م.
        (TokenKind.ABBREVIATION, rf"(?:(?<=[{DIGIT}])|(?<=[{DIGIT}][\x20\xa0])){era}{ahead}"),  # 1445هـ, 2014 م
        (TokenKind.ABBREVIATION, rf"{_title()}\.(?=[\x20\xa0]?{letter})"),  # د. خالد
        (TokenKind.ABBREVIATION, rf"{letter}\.(?=\x20{letter}\.)|{spelt}\.|{spelt}{ahead}"),  # ج. د. فاج, أ. ف. ب
        (TokenKind.ABBREVIATION, agency),  # أ ف ب
        (TokenKind.PUNCTUATION, f"{TATWEEL}++{ahead}"),  # used as a dash
        (TokenKind.WORD, f"{_WORD}(?!-[{DIGIT}])[\xb2\xb3\xb9]?+"),  # كم²
        (TokenKind.MIXED, rf"(?!{era}-){_WORD}{_DESIGNATION}"),  # كوفيد-19
        (TokenKind.WORD, _WORD),
    )


def _of_signs() -> _Rules:
    """All the rest."""
    name = f"[{LETTER}{MARK}{TATWEEL}{LATIN}{DIGIT}_]++"
    tag = f"(?=[{DIGIT}_]*+[{LETTER}{LATIN}]){name}" + _any_number(f"[{INVISIBLE}]++{name}")
    return (
        (TokenKind.HASHTAG, f"#{tag}"),
        (TokenKind.EMAIL, rf"@{_DOMAIN}[A-Za-z]{{2,24}}(?![A-Za-z0-9])"),
        (TokenKind.MENTION, f"@{tag}"),
        (TokenKind.ENTITY, "&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"),
        (TokenKind.PERCENT, "[%\u066a\u2030\u0609\u060a\ufe6a\uff05]"),
        (TokenKind.CURRENCY, f"[{CURRENCY}]"),
        (TokenKind.EMOJI, f"[{PICTURE}]|[#*](?={_KEYCAP})|[{PICTOGRAPH}](?=\ufe0f)"),
        (TokenKind.PUNCTUATION, rf"-++|\u2013++|\u2014++|\*++|=++|_++|[{PUNCTUATION}]"),
        (TokenKind.LATIN, f"[{OTHER}{LATIN}]++"),  # no Latin letter begins it: the rules for those come first
        (TokenKind.SYMBOL, f"[^{SPACE}{INVISIBLE}]"),
    )


_RULES: tuple[tuple[str, Callable[[], _Rules]], ...] = (
    (f"[{DIGIT}]", _of_digits),
    (_ARABIC, _of_arabic_letters),
    (f"[{LATIN}]", _of_latin_letters),
    (f"[^{SPACE}{INVISIBLE}]", _of_signs),
)
"""The rules by the character with which their tokens begin, in the order in which they are tried."""


@functools.cache
def any_token() -> tuple[re.Pattern[str], tuple[int, ...]]:
    """The pattern of all kinds, and for each of its groups the number of the kind in `TOKEN_KINDS`.

    Of an emoji it finds where it begins; `graphemes.emoji_end` tells where it ends.
    """
    common = (TokenKind.PUNCTUATION, r"[\u060c:\xab\xbb()\"\u201c\u201d\u061b]|[.\u061f?!\u2026\u06d4]++")
    families = [("", (common,)), *((f"(?={first})", rules()) for first, rules in _RULES)]
    pattern = "|".join(f"{first}(?:{'|'.join(f'({pattern})' for _, pattern in rules)})" for first, rules in families)
    kinds = [TOKEN_KINDS.index(kind) for _, rules in families for kind, _ in rules]
    return re.compile(pattern), (-1, *kinds)


@functools.cache
def plain_runs() -> re.Pattern[str]:
    """Words of two or more common letters, one space between each two; what `split` returns between the runs are the gaps."""
    word = "[\u0621-\u063a\u0641-\u064a][\u0620-\u0652]++"
    return re.compile(rf"({word}(?>(?:\x20{word})*))")


@functools.cache
def white_space() -> re.Pattern[str]:
    """One white-space character."""
    return re.compile(f"[{SPACE}]")


@functools.cache
def plain_gap() -> re.Pattern[str]:
    """A gap whose tokens do not depend on what stands around it: white space, most punctuation, and a lone "و"."""
    return re.compile(rf"(?>(?:[{SPACE}{_CONTEXT_FREE}]|\u0648(?!\.))*)")
