"""Looking words and phrases up."""

from __future__ import annotations

import pytest

from khabar.errors import LexiconError
from khabar.lexicons import Lexicon, Table
from khabar.lexicons.proclitics import stems
from khabar.segment.tokens import tokenize

PLACES = """format = "khabar-lexicon/1"
[class.place]
about = "Names of places"
attributes = { kind = "str?" }
[class.sea]
about = "Names of seas"
clitics = "none"
[class.verb]
about = "Verbs"
inflection = "verb"
clitics = "conjunction"
[entries.place]
"البحر الأحمر" = {}
"العراق" = {}
"بحر" = {}
"جمهورية مصر" = {}
"جمهورية مصر العربية" = {}
"سي.إن.إن" = {}
"لجنة" = {}
"مصر العربية" = {}
"واد" = {}
"أ.ب" = {}
[entries.sea]
"البحر الأحمر" = {}
[entries.verb]
"قال" = { }
"نقل" = { }
"""


@pytest.fixture(scope="module", name="table")
def _table() -> Table:
    return Table([Lexicon.from_text(PLACES, name="places")])


def found(table: Table, text: str, lexical_class: str = "place") -> list[str]:
    """The matches of a class as they stand in the text."""
    tokens = tokenize(text)
    matches = table.matches(table.words(token.span.text for token in tokens)).get(lexical_class, ())
    return [text[tokens.starts[match.start_token] : tokens.ends[match.end_token - 1]] for match in matches]


def lemmas(table: Table, written: str) -> list[tuple[str, str, bool]]:
    """The readings of a word: lemma, proclitics, article."""
    return [(reading.entry.lemma, reading.proclitics, reading.article) for reading in table.word(written).readings]


@pytest.mark.parametrize(
    ("written", "readings"),
    [
        ("بحر", [("بحر", "", False)]),
        ("والبحر", [("بحر", "و", True)]),
        ("فبالبحر", [("بحر", "فب", True)]),
        ("كبحر", [("بحر", "ك", False)]),
        ("للبحر", [("بحر", "ل", True)]),
        ("للجنة", [("لجنة", "ل", True)]),
        ("للعراق", [("العراق", "ل", False)]),
        ("وللعراق", [("العراق", "ول", False)]),
        ("بالعِراق", [("العراق", "ب", False)]),
        ("سبحر", []),
        ("واد", [("واد", "", False)]),
        ("وقالت", [("قال", "و", False)]),
        ("وسيقول", []),
        ("فسيقل", [("قال", "فس", False)]),
        ("بقالت", []),
        ("القالت", []),
        ("", []),
        ("ـــ", []),
    ],
)
def test_proclitics_are_peeled_as_the_class_allows(table: Table, written: str, readings: list[tuple[str, str, bool]]) -> None:
    """Nouns carry prepositions and the article, verbs the future س, both the conjunctions; nothing else is peeled."""
    assert lemmas(table, written) == readings


def test_stems_are_parts_of_the_word() -> None:
    """The longest stem comes first, and no stem repeats."""
    for word in ("وبالقول", "فللجنه", "كالسابق", "وو", "و", ""):
        keys = [stem.key for stem in stems(word)]
        assert keys[0] == word
        assert len(set(keys)) == len(keys)


def test_the_longest_phrase_wins() -> None:
    """Of phrases that begin at one place the longest is found; one inside it is not; order of the lexicon does not matter."""
    table = Table([Lexicon.from_text(PLACES, name="places")])
    assert found(table, "زار جمهورية مصر العربية أمس") == ["جمهورية مصر العربية"]
    assert found(table, "زار جمهورية مصر وبحر قزوين") == ["جمهورية مصر", "وبحر"]
    assert found(table, "عاد من مصر العربية") == ["مصر العربية"]
    assert found(table, "جمهورية مصر") == ["جمهورية مصر"]
    assert found(table, "جمهورية") == []


def test_phrases_carry_proclitics_at_their_first_word(table: Table) -> None:
    """What a class allows before its words it allows before its phrases."""
    assert found(table, "وفي البحر الأحمر وبالبحر الأحمر") == ["البحر الأحمر", "وبالبحر الأحمر"]
    assert found(table, "وفي البحر الأحمر وبالبحر الأحمر", "sea") == ["البحر الأحمر"]


def test_a_phrase_covers_the_words_inside_it(table: Table) -> None:
    """A word that also stands alone is not found again inside a phrase of its class."""
    assert found(table, "البحر الأحمر والبحر") == ["البحر الأحمر", "والبحر"]


def test_abbreviations_with_full_stops(table: Table) -> None:
    """Letters with stops are one token, names of letters several."""
    assert found(table, "ذكرت أ.ب وسي.إن.إن أمس") == ["أ.ب", "وسي.إن.إن"]


def test_a_form_that_needs_a_particle_is_read_last(table: Table) -> None:
    """نقل is "he reported" before it is "we say" cut short."""
    assert [reading.entry.lemma for reading in table.word("نقل").readings] == ["نقل", "قال"]
    assert table.word("نقل").tags["verb"].entry.lemma == "نقل"


def other(body: str) -> Lexicon:
    """A second lexicon of places."""
    head = 'format = "khabar-lexicon/1"\n[class.place]\nabout = "Names of places"\nattributes = { kind = "str?" }\n[entries.place]\n'
    return Lexicon.from_text(head + body, name="other")


def test_a_clash_names_both() -> None:
    """Two lexicons that say different things of one word are both named, with their words."""
    with pytest.raises(LexiconError) as raised:
        Table([Lexicon.from_text(PLACES, name="places"), other('"بَحر" = { kind = "water" }\n')])
    assert str(raised.value) == "place 'بَحر' stands in places ('بحر') and in other ('بَحر') with other attributes"


def test_an_entry_that_two_lexicons_share_counts_once() -> None:
    """The same file carried by two extractors gives each reading once."""
    lexicon = Lexicon.from_text(PLACES, name="places")
    table = Table([lexicon, Lexicon.from_text(PLACES, name="places")])
    assert lemmas(table, "بحر") == [("بحر", "", False)]
    assert lemmas(Table([lexicon, other('"بحر" = {}\n"نهر" = {}\n')]), "نهر") == [("نهر", "", False)]


def test_classes_with_other_clitics_clash() -> None:
    """A class is described in one way."""
    with pytest.raises(LexiconError, match="other: class place has clitics 'none', but 'noun' in another lexicon"):
        Table(
            [
                Lexicon.from_text(PLACES, name="places"),
                Lexicon.from_text('format = "khabar-lexicon/1"\n[class.place]\nabout = "x"\nclitics = "none"\n', name="other"),
            ]
        )


def test_matches_lack_classes_without_any(table: Table) -> None:
    """Only classes that occur are there."""
    matches = table.matches(table.words(("قال", "نعم")))
    assert list(matches) == ["verb"]
    assert len(matches) == 1
    assert matches.get("place", ()) == ()


def test_phrases_and_words_apart(table: Table) -> None:
    """Phrases of a class are found without its words, and words of several classes at once."""
    matches = table.matches(table.words(["قال", "إن", "بحر", "العراق", "غير", "البحر", "الأحمر"]))
    assert [(match.start_token, match.end_token) for match in matches.phrases("place")] == [(5, 7)]
    assert matches.phrases("verb") == ()
    assert matches.positions({"place", "verb"}) == [0, 2, 3, 5]
    assert [match.start_token for match in matches["place"]] == [2, 3, 5]
