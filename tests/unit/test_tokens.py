"""The tokeniser's columns, its errors, and its time on hostile input."""

from __future__ import annotations

import itertools
import re
import time

import pytest

import khabar
from khabar import TokenKind
from khabar.lexicons import Lexicon
from khabar.model.enums import TOKEN_KINDS
from khabar.segment import tokens as tokens_module
from khabar.segment.graphemes import emoji_end
from khabar.segment.token_patterns import any_token, plain_gap, plain_runs

ARTICLE = (
    "أعلن المتحدث باسم الهيئة، د. سامي العلي، أن 12,5% من الطلبات وصلت عبر موقع example.org منذ عام 1445هـ.\n"
    "وقال: «سنواصل العمل حتى 15/9/2024، ولن نتوقف».وأضاف أن أ.ف.ب نقلت الخبر عند 20:30 🇶🇦 #عاجل_الآن\n\n"
)


def naive(text: str) -> list[tuple[int, int, int]]:
    """What the pattern of all tokens finds, without the short cut for plain words."""
    pattern, kind_of_group = any_token()
    rows = []
    end = 0
    while match := pattern.search(text, end):
        kind = kind_of_group[match.lastindex or 0]
        end = emoji_end(text, match.start()) if TOKEN_KINDS[kind] is TokenKind.EMOJI else match.end()
        rows.append((match.start(), end, kind))
    return rows


def columns(text: str) -> list[tuple[int, int, int]]:
    """The tokeniser's columns as rows."""
    tokens = khabar.tokenize(text)
    return list(zip(tokens.starts, tokens.ends, tokens.kinds, strict=True))


@pytest.mark.parametrize("block", [1, 7, 50, 8192])
def test_the_size_of_blocks_changes_nothing(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cutting the text into blocks is not seen in the tokens."""
    text = ARTICLE * 3
    monkeypatch.setattr(tokens_module, "_BLOCK", block)
    assert columns(text) == naive(text)


def test_white_space_and_invisible_characters_are_no_tokens() -> None:
    """A text of white space and marks has no tokens."""
    assert len(khabar.tokenize("")) == 0
    assert len(khabar.tokenize(" \n\t\xa0\u2003\u200f\ufeff\u202c\u2029")) == 0


def test_marks_at_an_edge_stay_outside_and_inside_stay_in() -> None:
    """Direction marks belong to a word only when they stand inside it."""
    (token,) = khabar.tokenize("\u202bكلا\u200fم\u202c")
    assert token.span.text == "كلا\u200fم"
    assert (token.span.start, token.folded) == (1, "كلام")


@pytest.mark.parametrize("wrong", [b"abc", None, 3, ["a"]])
def test_anything_but_str_is_a_type_error(wrong: object) -> None:
    """Misuse is told at once, with the cure."""
    with pytest.raises(TypeError, match="text must be str"):
        khabar.tokenize(wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["\ud800كلمة\udfff", "ا\x00ب", "نص\u2028نص", "1٢۳", "\U0010ffff\ufffe"])
def test_odd_characters_never_raise(text: str) -> None:
    """Surrogates, NUL, separators and mixed digits give tokens like any others."""
    assert columns(text) == naive(text)
    assert all(text[token.span.start : token.span.end] == token.span.text for token in khabar.tokenize(text))


def test_mixed_digit_sets_are_one_number() -> None:
    """Digits of three sets in a row are one number."""
    (token,) = khabar.tokenize("1٢۳")
    assert token.kind is TokenKind.NUMBER


@pytest.mark.parametrize(
    "emoji",
    [
        "😀",
        "❤\ufe0f",
        "👍🏽",
        "🇶🇦",
        "👨\u200d👩\u200d👧",
        "🏳\ufe0f\u200d🌈",
        "1\ufe0f\u20e3",
        "#\u20e3",
        "🏴\U000e0067\U000e0062\U000e007f",
    ],
    ids=ascii,
)
@pytest.mark.parametrize("around", ["{}", "فاز {} الفريق", "فاز{}الفريق", "😀{}🏽", "{}12"], ids=ascii)
def test_an_emoji_is_one_grapheme(emoji: str, around: str) -> None:
    """An emoji is one token, whatever signs it is made of and whatever stands before it."""
    before, _, after = around.partition("{}")
    whole = emoji + after if after == "🏽" else emoji  # a tone belongs to what stands before it
    found = [token.span.text for token in khabar.tokenize(before + emoji + after) if token.kind is TokenKind.EMOJI]
    assert found == (["😀", whole] if before == "😀" else [whole])


def test_flags_are_pairs() -> None:
    """Letters of flags are paired from the left; one that is left over stands alone."""
    assert [token.span.text for token in khabar.tokenize("🇶🇦🇴🇲🇪")] == ["🇶🇦", "🇴🇲", "🇪"]


@pytest.mark.parametrize("text", ["1", "#", "*", "12#", "© ™", "★ ♥", "1\ufe0f"], ids=ascii)
def test_signs_of_text_are_no_emoji(text: str) -> None:
    """Digits, # and *, and pictographs without U+FE0F are no emoji."""
    assert TokenKind.EMOJI not in {token.kind for token in khabar.tokenize(text)}


def test_joiners_that_join_nothing_stand_outside() -> None:
    """A joiner between an emoji and a letter belongs to no token."""
    assert [token.span.text for token in khabar.tokenize("👩\u200dنعم")] == ["👩", "نعم"]


ABBREVIATIONS = Lexicon.builtin("abbreviations")
IN_CONTEXT = {
    "title_letter": ("قال {}. خالد إن", "{}.", TokenKind.ABBREVIATION),
    "era_letter": ("في عام 1440{} وبعده", "{}", TokenKind.ABBREVIATION),
    "domain_ending": ("في موقع a.{} اليوم", "a.{}", TokenKind.URL),
    "country_domain": ("في موقع ab.{} اليوم", "ab.{}", TokenKind.URL),
}


@pytest.mark.parametrize("entry", ABBREVIATIONS.entries, ids=lambda entry: f"{entry.lexical_class} {entry.lemma}")
def test_every_line_of_the_abbreviations_is_read(entry: khabar.Entry) -> None:
    """Each line of the file makes a token of its kind."""
    text, token, kind = IN_CONTEXT[entry.lexical_class]
    assert (token.format(entry.lemma), kind) in {(found.span.text, found.kind) for found in khabar.tokenize(text.format(entry.lemma))}


HOSTILE = {
    "one letter": "ا",
    "question marks": "؟",
    "stops": ".",
    "tatweel": "ـ",
    "harakat": "َ",
    "spaces": " ",
    "newlines": "\n",
    "dotted letters": "أ.ب.",
    "spelled letters": "أ ",
    "digits": "1",
    "numbers with marks": "1,2/3:4-",
    "zwj emoji": "👩\u200d",
    "emoji": "😀",
    "flags": "🇶🇦",
    "single flag letters": "🇶 ",
    "keycaps": "1\ufe0f\u20e3",
    "skin tones": "👍🏽",
    "variation selectors": "\ufe0f",
    "emoji and marks": "😀\u0301\u200d",
    "direction marks": "\u200f",
    "words with joiners": "ب\u200c",
    "at signs": "a@",
    "dotted latin": "aa.",
    "hyphens": "a-",
    "protocols": "http://a/(",
    "hashes": "#1",
    "hashtags": "#ا_",
    "entities": "&a",
    "names with numbers": "كوفيد-1",
    "opening marks": "«(",
    "quotation marks": '"',
    "surrogates": "\ud83d",
    "persian letters": "اگ",
}


def seconds(text: str) -> float:
    """The better of two runs."""
    times = []
    for _ in range(2):
        begin = time.process_time()
        khabar.tokenize(text)
        times.append(time.process_time() - begin)
    return min(times)


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.usefixtures("without_collection")
def test_time_grows_with_the_text(unit: str) -> None:
    """Four times the text takes about four times as long, whatever it repeats (a square law would take sixteen)."""
    small = unit * (60_000 // len(unit))
    short, long = seconds(small), seconds(small * 4)
    assert long < 0.05 or long < 9 * short


def test_one_word_before_hostile_characters_does_not_change_the_law() -> None:
    """A start that begins many kinds of token does not make long runs slow."""
    starts = ("كلمة", "http://", "a@", "@", "#", "1", "د.", "&", "www.")
    for start, unit in itertools.product(starts, ("ـ", "\u200d", ".", "a", "1", "_", "a.", "(")):
        assert seconds(start + unit * 60_000) < 1.0


@pytest.mark.parametrize("pattern", [any_token()[0], plain_runs(), plain_gap()], ids=["any token", "plain runs", "plain gap"])
def test_no_group_is_possessive(pattern: re.Pattern[str]) -> None:
    """Groups repeat inside atomic ones: `re` before Python 3.11.5 loses its place in a possessive group (gh-106052)."""
    without_sets = re.sub(r"\[(?:\\.|[^\]\\])*\]|\\.", "x", pattern.pattern, flags=re.DOTALL)
    assert re.search(r"\)(?:[*+?]|\{[^}]*\})\+", without_sets) is None
