"""Errors: one small family, messages that say what would be right."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

import khabar
from khabar.errors import require_text

PIPELINE = khabar.Pipeline([])
FUNCTIONS: list[Callable[..., object]] = [
    khabar.analyze,
    khabar.extract_quotations,
    khabar.extract_dates,
    khabar.extract_attributions,
    khabar.tokenize,
    khabar.split_sentences,
    khabar.normalize,
    PIPELINE.analyze,
    khabar.Analysis.from_json,
    lambda text: khabar.Document(text=text),
    lambda text: PIPELINE.extract(khabar.TOKENS, text),
]


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("wrong", [b"\xd8\xae", bytearray(b"a"), memoryview(b"a"), None], ids=["bytes", "bytearray", "memoryview", "none"])
def test_text_of_a_wrong_type_says_to_decode(function: Callable[..., object], wrong: object) -> None:
    """Bytes and None are refused by every function that takes a text, with the cure in the message."""
    with pytest.raises(TypeError, match=r"must be str, not .*decode"):
        function(wrong)


@pytest.mark.parametrize(("wrong", "cure"), [(3, "the text itself"), (["خبر"], "the text itself"), (Path("a.txt"), "path.read_text")])
def test_other_wrong_types_have_their_own_cure(wrong: object, cure: str) -> None:
    """A path is to be read, anything else is to be given as str."""
    with pytest.raises(TypeError, match=cure):
        khabar.analyze(wrong)  # type: ignore[arg-type]  # the wrong type is the test


def test_a_subclass_of_str_is_a_text() -> None:
    """What is a `str` by inheritance is taken as it is."""

    class Text(str):
        __slots__ = ()

    text = Text("خبر")
    assert require_text(text) is text


@pytest.mark.parametrize(
    "error",
    [
        khabar.UnknownLayerError,
        khabar.UndeclaredLayerError,
        khabar.UnknownPluginError,
        khabar.PluginError,
        khabar.PipelineError,
        khabar.LexiconError,
        khabar.SerializationError,
    ],
)
def test_messages_are_shown_as_written_and_survive_pickling(error: type[khabar.KhabarError]) -> None:
    """`str(error)` is the message, without the quotation marks of KeyError; so it is after pickling."""
    raised = error("no layer 'money'")
    assert str(raised) == "no layer 'money'"
    again = pickle.loads(pickle.dumps(raised))  # noqa: S301 # bytes of our own making
    assert type(again) is error
    assert str(again) == str(raised)
    assert str(error()) == ""
