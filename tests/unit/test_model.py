"""Documents, tokens and the classes of results."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from collections.abc import Callable
from typing import TypeVar

import attrs
import pytest

import khabar
from khabar import Document
from khabar.model import TOKEN_KINDS, Entry

T = TypeVar("T")
CAIRO = dt.timezone(dt.timedelta(hours=2))


def pickled(value: T) -> T:
    """The value after it went to another process."""
    again: T = pickle.loads(pickle.dumps(value))  # noqa: S301 # bytes of our own making
    return again


@pytest.mark.parametrize("again", [pickled, copy.copy, copy.deepcopy])
@pytest.mark.parametrize(
    "time", [None, dt.date(2024, 6, 19), dt.datetime(2024, 6, 19, 8, 30), dt.datetime(2024, 6, 19, 8, 30, tzinfo=CAIRO)]
)
def test_a_copy_of_a_document_is_equal(again: Callable[[Document], Document], time: dt.date | None) -> None:
    """Pickling and copying keep every field; `meta` stays read-only."""
    document = Document(text="خبر\ud800", id="n1", creation_time=time, meta={"source": "صحيفة"})
    other = again(document)
    assert other == document
    assert type(other.creation_time) is type(time)
    with pytest.raises(TypeError):
        other.meta["source"] = ""  # type: ignore[index]  # the change that must fail


def test_meta_is_read_only_and_a_copy() -> None:
    """Neither the document nor the caller's own dict can change what was given."""
    given = {"section": "اقتصاد"}
    document = Document(text="خبر", meta=given)
    with pytest.raises(TypeError):
        document.meta["section"] = "رياضة"  # type: ignore[index]  # the change that must fail
    given["section"] = "رياضة"
    assert document.meta["section"] == "اقتصاد"


def test_meta_counts_for_equality_but_not_for_the_hash() -> None:
    """A mapping has no hash; documents that differ in it only differ all the same."""
    one, other = Document(text="خبر", meta={"page": "1"}), Document(text="خبر", meta={"page": "2"})
    assert one != other
    assert hash(one) == hash(other)
    assert len({one, Document(text="خبر", meta={"page": "1"})}) == 1


@pytest.mark.parametrize(
    ("wrong", "cure"),
    [
        ({"id": 7}, r"id must be str, not int: pass str\(id\)"),
        ({"creation_time": "2024-06-19"}, "date.fromisoformat"),
        ({"creation_time": 1718755200}, "datetime.date"),
        ({"meta": {"page": 3}}, "mapping of str to str"),
        ({"meta": [("page", "3")]}, "mapping of str to str"),
        ({"meta": None}, "mapping of str to str"),
    ],
)
def test_fields_of_a_wrong_type_say_what_would_be_right(wrong: dict[str, object], cure: str) -> None:
    """A document refuses what JSON or a date rule would stumble over later."""
    with pytest.raises(TypeError, match=cure):
        Document(text="خبر", **wrong)  # type: ignore[arg-type]  # the wrong type is the test


def test_a_document_can_be_evolved() -> None:
    """`attrs.evolve` makes a document with another field, and keeps the rest."""
    document = Document(text="خبر", id="n1", meta={"page": "1"})
    later = attrs.evolve(document, creation_time=dt.date(2024, 6, 19))
    assert (later.text, later.id, later.meta, later.creation_time) == ("خبر", "n1", {"page": "1"}, dt.date(2024, 6, 19))


@pytest.fixture(scope="module")
def analysis() -> khabar.Analysis:
    """One text with an annotation of every class."""
    return khabar.analyze("قال الوزير أمس: «سنعود إلى العمل»، مضيفا أن الطريق مفتوح", creation_time=dt.date(2024, 6, 19))


def test_annotations_are_values(analysis: khabar.Analysis) -> None:
    """Annotations have a hash and survive pickling."""
    for layer in (khabar.TOKENS, khabar.SENTENCES, khabar.QUOTATIONS, khabar.DATES, khabar.ATTRIBUTIONS):
        found = list(analysis[layer])
        assert found
        assert pickled(found) == found
        assert len(set(found)) == len(found)


def test_tokens_are_a_sequence_over_columns(analysis: khabar.Analysis) -> None:
    """Indices, slices and iteration agree with the columns."""
    tokens = analysis.tokens
    assert len(tokens) == len(tokens.starts) == len(tokens.ends) == len(tokens.kinds)
    assert [token.span.start for token in tokens] == tokens.starts
    assert [TOKEN_KINDS.index(token.kind) for token in tokens] == list(tokens.kinds)
    assert tokens[-1] == list(tokens)[-1]
    assert list(tokens[1:3]) == [tokens[1], tokens[2]]
    with pytest.raises(IndexError):
        tokens[len(tokens)]


def test_tokens_survive_pickling(analysis: khabar.Analysis) -> None:
    """The columns and the way to fold a word go along."""
    again = pickled(analysis.tokens)
    assert again == analysis.tokens
    assert hash(again) == hash(analysis.tokens)
    assert [token.folded for token in again] == [token.folded for token in analysis.tokens]


def test_tokens_of_other_texts_differ() -> None:
    """Tokens are equal by text and columns, and unequal to anything else."""
    assert khabar.tokenize("خبر") != khabar.tokenize("خبز")
    assert khabar.tokenize("خبر") != ["خبر"]


def test_attributes_of_a_lexicon_entry_are_read_by_type() -> None:
    """What a line lacks, or holds in another type, gives the default."""
    entry = Entry(lexical_class="month", lemma="مايو", attributes={"number": 5, "hijri": True, "forms": ("أيار",), "note": "شهر"})
    assert (entry.integer("number"), entry.integer("note", 7), entry.integer("none")) == (5, 7, 0)
    assert (entry.flag("hijri"), entry.flag("note"), entry.flag("none")) == (True, False, False)
    assert (entry.strings("forms"), entry.strings("note"), entry.strings("none")) == (("أيار",), (), ())
    assert (entry.string("note"), entry.string("number"), entry.string("none", "—")) == ("شهر", "5", "—")
