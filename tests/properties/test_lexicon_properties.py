"""Laws of lexicons for every text."""

from __future__ import annotations

import contextlib
import functools
import tomllib

from hypothesis import given
from hypothesis import strategies as st

from khabar.errors import LexiconError
from khabar.lexicons import Lexicon, Table, builtin_files
from khabar.lexicons.reader import read
from khabar.normalize import match_key
from khabar.segment.tokens import read_tokens

LETTERS = 'وفبكلسالعر قمنيةىأإآ،.»«"\N{ARABIC FATHA}\N{ARABIC TATWEEL}\N{RIGHT-TO-LEFT MARK}\N{ZERO WIDTH NON-JOINER}12xa\ud800\n'
TEXTS = st.text() | st.text(LETTERS)
HEAD = 'format = "khabar-lexicon/1"\n[class.word]\nabout = "Words"\nattributes = { a = "str?", n = "int?" }\n[entries.word]\n'
VALUES = st.sampled_from(['"x"', '"a, b = ["', "3", "03", "-1", "true", '["a", "b]"]', "[]", '["a"', '"\\u0041"', "'x'", "1.5", '[ "a" ]'])
LINES = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(['"قمر"', '"شمس"', "'نجم'", "'قمر'", "x", '"a\\"b"']),
        st.sampled_from([" = {", " = { ", "={ "]),
        st.lists(st.tuples(st.sampled_from(["a", "n", "forms", "A"]), VALUES).map(" = ".join), max_size=3).map(", ".join),
        st.sampled_from([" }", "}", " } # note", " }\r", ""]),
    ),
)
BODIES = st.lists(LINES | st.sampled_from(["", "# note", "[entries.other]", "[entries.word]", "[class.x]", "a = 1"]), max_size=6).map(
    "\n".join
)

HEADS = st.lists(
    st.sampled_from(
        [
            *('format = "x"', 'about = "Words"', "clitics = 'none'", "n = 3 # note", "# note", "", " ", "n = [", 'note = """', '"""'),
            *(
                "attributes = {}",
                'attributes = { a = "str", n = 1 }  # note',
                'attributes = { a = "x", a = "y" }',
                "attributes = { a = 1, }",
            ),
            *(
                "[class.a]",
                "[class.b]",
                "[class.a.b]",
                "[class.a.attributes]",
                "[class.b.attributes]",
                "[class.a] # note",
                "[other]",
                "class = {}",
                "entries = {}",
                "class = 1",
                "a.b = 1",
            ),
        ]
    ),
    max_size=6,
).map("\n".join)


@functools.cache
def table() -> Table:
    """All of khabar's words."""
    return Table([Lexicon.from_toml(file) for file in builtin_files()])


@given(TEXTS | BODIES.map(lambda body: HEAD + body) | TEXTS.map(lambda body: HEAD + body))
def test_reading_raises_lexicon_errors_only(text: str) -> None:
    """Whatever a file holds, it is a lexicon or a `LexiconError`; and so is the table of it."""
    with contextlib.suppress(LexiconError):
        Table([Lexicon.from_text(text, name="x")])


@given(
    st.text("أاىوينرستكء قلد", min_size=1, max_size=7),
    st.sampled_from(["verb", "noun", "nisba"]),
    st.integers(0, 11),
    st.text("أاىوين", max_size=4),
)
def test_every_word_inflects_or_is_a_fault(lemma: str, inflection: str, pattern: int, part: str) -> None:
    """No letters of a lemma and no principal part break the derivation."""
    attributes = '{ pattern = "int?", imperfect = "str?", participle = "str?", masdar = "str?", plural = "str?" }'
    line = f'"{lemma}" = {{ pattern = {pattern}, imperfect = "{part}", participle = "{part}", masdar = "{part}", plural = "{part}" }}'
    head = f'format = "khabar-lexicon/1"\n[class.w]\nabout = "w"\ninflection = "{inflection}"\nattributes = {attributes}\n'
    with contextlib.suppress(LexiconError):
        Table([Lexicon.from_text(f"{head}[entries.w]\n{line}\n", name="x")])


@given(
    BODIES.map(lambda body: HEAD + body)
    | HEADS.map(lambda head: head + '\n[entries.a]\n"قمر" = {}\n')
    | BODIES.map(lambda body: f'note = """\n{body}"""\n{HEAD}{body}')
)
def test_quick_reading_is_reading_toml(text: str) -> None:
    """The quick reader gives what `tomllib` gives, an error where it gives one."""
    try:
        expected: object = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        expected = str(error)
    try:
        found: object = read(text)
    except tomllib.TOMLDecodeError as error:
        found = str(error)
    assert found == expected


@given(TEXTS)
def test_look_up_never_raises(written: str) -> None:
    """Any string has a word; what is peeled from it are letters it begins with."""
    word = table().word(written)
    assert word.key == match_key(written)
    for reading in word.readings:
        assert word.key.startswith(reading.proclitics)
    assert {reading.entry.lexical_class for reading in word.readings} == set(word.tags)


@given(TEXTS)
def test_matches_are_disjoint_and_in_order(text: str) -> None:
    """The matches of a class follow each other without overlap, inside the tokens."""
    tokens, written = read_tokens(text)
    words = table().words(written)
    for matches in table().matches(words).values():
        ends = [0, *(match.end_token for match in matches)]
        assert all(end <= match.start_token < match.end_token for end, match in zip(ends, matches, strict=False))
        assert ends[-1] <= len(tokens)
