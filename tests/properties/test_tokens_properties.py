"""Laws of the tokeniser that hold for every text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

import khabar
from khabar.model.enums import TOKEN_KINDS
from khabar.segment.graphemes import emoji_end
from khabar.segment.token_patterns import INVISIBLE, SPACE, any_token
from khabar.segment.tokens import read_tokens

OUTSIDE = re.compile(f"[{SPACE}{INVISIBLE}]*")
PIECES = [
    *("كلمة", "وقال", "هـ", "م", "د", "أ", "و", "ب", "گ", "ـ", "َ", "ﻻ", ".", "،", "؟", "-", "–", "/", ":", "'", "’", "«", "»", '"', "("),
    *(
        " ",
        "  ",
        "\n",
        "\xa0",
        "\u2028",
        "\u200c",
        "\u200f",
        "\u202c",
        "\ufeff",
        "\x00",
        "\ud800",
        "19",
        "2014",
        "٣",
        "7",
        "ر",
        "#",
        "_",
        "@",
    ),
    *("USB", "a", "com", "é", "http://", "www.", "&quot;", "%", "$", "=", "😀", "\u200d", "\ufe0f", "🇶", "🏽", "★", "ق.م.", "Ж", "漢"),
]
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))


@given(texts)
def test_tokens_are_disjoint_ordered_and_lose_nothing(text: str) -> None:
    """Between tokens stands only white space, or what is invisible; spans slice to their text."""
    position = 0
    for token in khabar.tokenize(text):
        assert position <= token.span.start < token.span.end
        assert OUTSIDE.fullmatch(text, position, token.span.start)
        assert text[token.span.start : token.span.end] == token.span.text
        position = token.span.end
    assert OUTSIDE.fullmatch(text, position)


@given(texts)
def test_what_is_written_is_handed_on_as_it_stands(text: str) -> None:
    """The characters that reading hands on with the tokens are those of the tokens, one by one."""
    tokens, written = read_tokens(text)
    assert written == [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]


@given(texts)
def test_the_short_cut_for_plain_words_changes_nothing(text: str) -> None:
    """The columns are those of the one pattern that knows all kinds."""
    pattern, kind_of_group = any_token()
    tokens = khabar.tokenize(text)
    expected = []
    end = 0
    while match := pattern.search(text, end):
        kind = kind_of_group[match.lastindex or 0]
        end = emoji_end(text, match.start()) if TOKEN_KINDS[kind] is khabar.TokenKind.EMOJI else match.end()
        expected.append((match.start(), end, kind))
    assert list(zip(tokens.starts, tokens.ends, tokens.kinds, strict=True)) == expected


@given(texts, texts)
def test_a_paragraph_does_not_change_the_tokens_of_another(first: str, second: str) -> None:
    """Tokens of a text that is joined with a blank line are the tokens of both parts."""
    joined = khabar.tokenize(f"{first}\n\n{second}")
    shift = len(first) + 2
    one, two = khabar.tokenize(first), khabar.tokenize(second)
    assert joined.starts == [*one.starts, *(start + shift for start in two.starts)]
    assert joined.ends == [*one.ends, *(end + shift for end in two.ends)]
