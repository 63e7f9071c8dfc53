"""The lexicon format and its errors."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from khabar.errors import LexiconError
from khabar.lexicons import Lexicon, Table, builtin_files
from khabar.lexicons.schema import Readable

HEAD = """format = "khabar-lexicon/1"
[class.dish]
about = "Dishes"
attributes = { region = "str?", number = "int?", hot = "bool?", with = "list?" }
"""


def read(body: str, name: str = "dishes") -> Lexicon:
    """A lexicon of dishes."""
    return Lexicon.from_text(HEAD + body, name=name)


def test_a_good_file() -> None:
    """Classes, attributes and entries are as they stand in the file, lists as tuples."""
    line = '[entries.dish]\n"كسكسي" = { region = "maghreb", number = 2, hot = true, with = ["خضر"], forms = ["كسكس"] }\n'
    (entry,) = read(line).entries
    assert (entry.lemma, entry.lexical_class, entry.origin) == ("كسكسي", "dish", "dishes")
    assert dict(entry.attributes) == {"region": "maghreb", "number": 2, "hot": True, "with": ("خضر",), "forms": ("كسكس",)}


def test_entries_in_another_way_of_writing_toml() -> None:
    """Any TOML will do: one line an entry is only the quick way."""
    plain = read('[entries.dish]\n"كسكسي" = { region = "maghreb" }\n').entries[0]
    other = read("[entries.dish.'كسكسي']\nregion = '''maghreb'''\n").entries[0]
    assert (plain.lemma, plain.attributes) == (other.lemma, other.attributes)


CLASS = 'format = "khabar-lexicon/1"\n[class.dish]\nabout = "Dishes"\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", 'x: the first line must be format = "khabar-lexicon/1"'),
        ('format = "khabar-lexicon/2"\n', 'x: the first line must be format = "khabar-lexicon/1"'),
        ('format = "khabar-lexicon/1"\n[words]\n', "x: unknown table 'words'; there are class and entries"),
        ('format = "khabar-lexicon/1"\nclass = 3\n', "x: class and entries are tables of tables"),
        ('format = "khabar-lexicon/1"\n[class.dish]\n', 'x: [class.dish] needs about = "what its words have in common"'),
        (CLASS + "size = 3\n", "x: [class.dish] has 'size'; allowed are about, attributes, clitics, inflection"),
        (CLASS + 'clitics = "all"\n', "x: [class.dish] has clitics 'all'; allowed are none, conjunction, noun, verb"),
        (CLASS + 'inflection = "plural"\n', "x: [class.dish] has inflection 'plural'; allowed are verb, noun, nisba"),
        (CLASS + 'inflection = ["verb"]\n', "x: [class.dish] has inflection ['verb']; allowed are verb, noun, nisba"),
        (CLASS + "attributes = 3\n", 'x: [class.dish] attributes must be a table such as { number = "int" }'),
        (
            CLASS + 'attributes = { hot = "boolean" }\n',
            "x: [class.dish] attribute hot is 'boolean'; allowed are str, int, bool, list, each with ? or not",
        ),
        (CLASS + '[entries.drink]\n"شاي" = {}\n', "x: entries of 'drink', but no [class.drink]; there are dish"),
        (CLASS + "[entries]\ndish = 3\n", "x: [entries.dish] must be a table of entries"),
        (CLASS + '[entries.dish]\n"أرز" = 3\n', "x: [entries.dish] 'أرز' must be a table such as {}"),
        (CLASS + '[entries.dish]\n"" = {}\n', "x: [entries.dish] '' must be words with single spaces between them"),
        (CLASS + '[entries.dish]\n"أرز  أبيض" = {}\n', "x: [entries.dish] 'أرز  أبيض' must be words with single spaces between them"),
        (CLASS + '[entries.dish]\n"أرز" = { forms = [" "] }\n', "x: [entries.dish] 'أرز': forms must be a list of strings"),
        (CLASS + '[entries.dish]\n"أرز" = { forms = "رز" }\n', "x: [entries.dish] 'أرز': forms must be list"),
        (CLASS + '[entries.dish]\n"أرز" = { hot = true }\n', "x: [entries.dish] 'أرز' has 'hot'; its class has forms"),
        (CLASS + 'attributes = { n = "int" }\n[entries.dish]\n"أرز" = { n = true }\n', "x: [entries.dish] 'أرز': n must be int"),
        (CLASS + 'attributes = { n = "int" }\n[entries.dish]\n"أرز" = {}\n', "x: [entries.dish] 'أرز' lacks n"),
        (CLASS + '[entries.dish]\n"أرز" = {}\n"أرز" = {}\n', "x: "),
        (CLASS + '[entries.dish]\n"أرز" = {\n', "x: "),
        ("[" * 5000, "x: "),
    ],
)
def test_errors_name_file_class_and_entry_and_the_cure(text: str, message: str) -> None:
    """Each way to break the format has its message."""
    with pytest.raises(LexiconError) as raised:
        Lexicon.from_text(text, name="x")
    assert str(raised.value).startswith(message)


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    """The byte at fault is named."""
    file = tmp_path / "dishes.toml"
    file.write_bytes('format = "خ'.encode("cp1256"))
    with pytest.raises(LexiconError, match=r"dishes.toml: not UTF-8 at byte 10"):
        Lexicon.from_toml(file)


def test_merged_lexicons_agree_on_their_classes() -> None:
    """Two files may fill one class, but not describe it in two ways."""
    first, second = read('[entries.dish]\n"أرز" = {}\n'), read('[entries.dish]\n"كسكسي" = {}\n')
    assert [entry.lemma for entry in Lexicon.merged("both", [first, second]).entries] == ["أرز", "كسكسي"]
    other = Lexicon.from_text(CLASS + 'clitics = "none"\n', name="other")
    with pytest.raises(LexiconError, match="other: class dish"):
        Lexicon.merged("both", [first, other])


def test_the_own_files_make_one_table() -> None:
    """Everything that comes with khabar fits together."""
    table = Table([Lexicon.from_toml(file) for file in builtin_files()])
    assert table.word("للعراق").tags["place"].proclitics == "ل"
    assert table.word("الروسية").tags["demonym"].entry.lemma == "روسي"
    assert table.word("وصحيفتي").tags["name_head"].entry.string("kind") == "name"
    assert table.word("فلاديمير").tags["given_name"].entry.string("gender") == "m"
    assert table.word("د.ب.أ").tags["media_name"].entry.string("kind") == "agency"


@pytest.mark.parametrize("file", builtin_files(), ids=lambda file: file.name)
def test_own_files_are_read_quickly(file: Readable, monkeypatch: pytest.MonkeyPatch) -> None:
    """No line of khabar's own files needs the slow parser."""
    monkeypatch.setattr(tomllib, "loads", None)
    assert Lexicon.from_toml(file).entries
