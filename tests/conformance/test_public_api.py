"""The public names: what `khabar` offers is what the design lists, documented, and nothing else."""

from __future__ import annotations

import inspect
import os
import pickle
import subprocess
import sys

import pytest

import khabar

NAMES = [
    "normalize",
    "tokenize",
    "split_sentences",
    "extract_quotations",
    "extract_dates",
    "extract_attributions",
    "analyze",
    "MATCH",
    "DISPLAY",
    "TOKENS",
    "SENTENCES",
    "QUOTATIONS",
    "DATES",
    "ATTRIBUTIONS",
    "Span",
    "Document",
    "Token",
    "Tokens",
    "Sentence",
    "Quotation",
    "TimeExpression",
    "Speaker",
    "Relay",
    "Attribution",
    "NormalizedText",
    "Edits",
    "Diagnostic",
    "Analysis",
    "TokenKind",
    "QuotationKind",
    "TimexType",
    "TimexMod",
    "Calendar",
    "SpeakerType",
    "AttributionKind",
    "Form",
    "CueClass",
    "Factuality",
    "DiagnosticCode",
    "Layer",
    "View",
    "Extractor",
    "Annotation",
    "Lexicon",
    "Pipeline",
    "KhabarError",
    "UnknownLayerError",
    "UndeclaredLayerError",
    "UnknownPluginError",
    "PluginError",
    "PipelineError",
    "LexiconError",
    "SerializationError",
]


def test_every_name_of_the_contract_is_public() -> None:
    """Every name of the contract stands in `__all__` and can be reached."""
    assert set(NAMES) - set(khabar.__all__) == set()
    for name in khabar.__all__:
        getattr(khabar, name)


def test_all_has_no_duplicates() -> None:
    """`__all__` lists each name once."""
    assert len(khabar.__all__) == len(set(khabar.__all__))


def test_dir_offers_the_public_names() -> None:
    """A newcomer who types `khabar.` sees every public name, also before it was first used."""
    assert set(khabar.__all__) <= set(dir(khabar))


@pytest.mark.parametrize("name", [name for name in NAMES if inspect.isroutine(getattr(khabar, name, None)) or name[0].isupper()])
def test_public_names_are_documented(name: str) -> None:
    """Every public class and function says what it is."""
    thing = getattr(khabar, name)
    if inspect.isclass(thing) or inspect.isroutine(thing):
        assert inspect.getdoc(thing)


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (khabar.UnknownLayerError, KeyError),
        (khabar.UndeclaredLayerError, KeyError),
        (khabar.UnknownPluginError, LookupError),
        (khabar.LexiconError, ValueError),
        (khabar.SerializationError, ValueError),
    ],
)
def test_errors_are_also_the_builtin_ones(error: type[Exception], builtin: type[Exception]) -> None:
    """An error of khabar can be caught as the builtin error that it is a case of."""
    assert issubclass(error, builtin)
    assert issubclass(error, khabar.KhabarError)


@pytest.mark.parametrize("layer", [khabar.TOKENS, khabar.SENTENCES, khabar.QUOTATIONS, khabar.DATES, khabar.ATTRIBUTIONS])
def test_layer_keys_survive_pickling(layer: khabar.Layer[khabar.Annotation]) -> None:
    """A layer key that went through pickle is the same key."""
    assert pickle.loads(pickle.dumps(layer)) == layer  # noqa: S301 # bytes of our own making


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A misspelt name fails as in any module."""
    with pytest.raises(AttributeError, match="analyse"):
        khabar.analyse  # type: ignore[attr-defined]  # noqa: B018 # reading it is the test


def test_functions_stay_functions() -> None:
    """A function whose name is also that of a part of the library stays one, whatever was imported, and in which order."""
    imports = "import khabar.cli, khabar.normalize.keys, khabar.extract, khabar"
    code = f"{imports}; print(khabar.normalize('خبر').text, khabar.tokenize('خبر')[0].folded)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True, env={**os.environ, "PYTHONUTF8": "1"}
    )
    assert done.stdout == "خبر خبر\n"
