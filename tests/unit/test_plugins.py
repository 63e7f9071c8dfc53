"""Plugins: found by name among installed packages, loaded when named, faults with distribution and entry point."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import khabar
from khabar import DiagnosticCode, Pipeline
from khabar.plugins import EXTRACTORS, LEXICONS, find, installed

Install = Callable[..., None]

EXTRACTOR = """
import attrs
import khabar

@attrs.frozen(kw_only=True)
class Ship:
    span: khabar.Span

class ShipExtractor:
    layer = khabar.Layer("ships", Ship)
    requires = (khabar.QUOTATIONS,)

    def extract(self, view):
        for match in view.matches("ship"):
            yield Ship(span=view.tokens[match.start_token].span)
        if "غرق" in view.document.text:
            raise OSError("it sank")

class Wrong(ShipExtractor):
    def extract(self, view):
        return [view.tokens[0]]

class Builds(ShipExtractor):
    def __init__(self):
        raise RuntimeError("no harbour")

class Twin(ShipExtractor):
    layer = khabar.Layer("dates", khabar.TimeExpression)

class NoLayer:
    layer = "ships"
    requires = ()
    def extract(self, view): return []

class Nothing:
    layer = khabar.Layer("ships", Ship)

def make():
    return ShipExtractor()

ready = ShipExtractor()
"""

LEXICON = """
format = "khabar-lexicon/1"
[class.ship]
about = "Kinds of ships"
[entries.ship]
"باخرة" = {}
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Puts a package with these entry points where Python finds it, as an installer would."""
    modules = set(sys.modules)
    monkeypatch.syspath_prepend(tmp_path)

    def package(distribution: str, **groups: dict[str, str]) -> None:
        folder = tmp_path / f"{distribution.replace('-', '_')}-1.2.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.2\n", encoding="utf-8")
        lines = [line for group, points in groups.items() for line in (f"[khabar.{group}]", *(f"{k} = {v}" for k, v in points.items()))]
        (folder / "entry_points.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        module = tmp_path / "acme_ships"
        module.mkdir(exist_ok=True)
        (module / "__init__.py").write_text(EXTRACTOR, encoding="utf-8")
        (module / "sea_words.toml").write_text(LEXICON, encoding="utf-8")
        (module / "broken.toml").write_text("format =", encoding="utf-8")

    yield package
    for name in set(sys.modules) - modules:
        if name.startswith("acme_ships"):
            del sys.modules[name]


def test_plugins_are_listed_without_loading_them(install: Install) -> None:
    """`installed` names group, place and distribution of each plugin; its module is not imported."""
    install("acme-ships", extractors={"ships": "acme_ships:ShipExtractor", "lost": "no_such:X"}, lexicons={"sea-words": "acme_ships"})
    found = [plugin for plugin in installed() if plugin.distribution == "acme-ships 1.2"]
    assert [(plugin.name, plugin.group, plugin.value) for plugin in found] == [
        ("lost", EXTRACTORS, "no_such:X"),
        ("ships", EXTRACTORS, "acme_ships:ShipExtractor"),
        ("sea-words", LEXICONS, "acme_ships"),
    ]
    assert "acme_ships" not in sys.modules


def test_a_plugin_is_used_by_name_only(install: Install) -> None:
    """An installed plugin changes nothing until it is named."""
    install("acme-ships", extractors={"ships": "acme_ships:ShipExtractor"})
    assert "ships" not in {layer.name for layer in Pipeline.default().layers}
    assert "acme_ships" not in sys.modules
    assert "ships" in {layer.name for layer in Pipeline.default(plugins=["ships"]).layers}


@pytest.mark.parametrize("value", ["acme_ships:ShipExtractor", "acme_ships:make", "acme_ships:ready"])
def test_an_entry_point_names_a_class_a_function_or_an_extractor(install: Install, value: str) -> None:
    """A class or function is called for the extractor; an extractor is taken as it is. Its lexicon comes from a data plugin."""
    install("acme-ships", extractors={"ships": value}, lexicons={"sea-words": "acme_ships"})
    pipeline = Pipeline.default(plugins=["ships"], lexicons=["sea-words"])
    analysis = pipeline.analyze("رست باخرة في الميناء.")
    (ships,) = [layer for layer in analysis.layers if layer.name == "ships"]
    assert [ship.span.text for ship in analysis[ships]] == ["باخرة"]
    assert khabar.Analysis.from_json(analysis.to_json(), layers=(ships,)) == analysis


def test_an_unknown_name_lists_the_known_ones(install: Install) -> None:
    """A misspelt plugin or lexicon is answered with what is installed, also when faults are skipped."""
    install("acme-ships", extractors={"ships": "acme_ships:ShipExtractor"}, lexicons={"sea-words": "acme_ships"})
    with pytest.raises(khabar.UnknownPluginError, match=r"no plugin 'ship' in khabar\.extractors; installed are: .*ships"):
        Pipeline.default(plugins=["ship"])
    with pytest.raises(khabar.UnknownPluginError, match=r"no plugin 'ships' in khabar\.lexicons; installed are: .*sea-words"):
        Pipeline.default(lexicons=["ships"], on_error="skip")


def test_two_packages_of_one_name_are_both_named(install: Install) -> None:
    """Where two packages register the same name, neither is chosen silently."""
    install("acme-ships", extractors={"ships": "acme_ships:ShipExtractor"})
    install("other-ships", extractors={"ships": "acme_ships:make"})
    with pytest.raises(khabar.PluginError, match=r"'ships'.*: acme-ships 1\.2 and other-ships 1\.2"):
        find("ships", EXTRACTORS)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("no_such_module:X", "cannot be loaded: ModuleNotFoundError"),
        ("acme_ships:NoSuchClass", "cannot be loaded: AttributeError"),
        ("acme_ships:Builds", "cannot be loaded: RuntimeError.'no harbour'"),
        ("acme_ships:Nothing", "is no extractor: it lacks requires, extract"),
        ("acme_ships:NoLayer", r"is no extractor: its layer is a str, not a khabar\.Layer"),
    ],
)
def test_a_plugin_that_cannot_be_loaded(install: Install, value: str, reason: str) -> None:
    """The error names distribution and entry point; skipped, it becomes a diagnostic of every analysis."""
    install("acme-ships", extractors={"ships": value})
    message = rf"acme-ships 1\.2: plugin 'ships' \({value}\) {reason}"
    with pytest.raises(khabar.PluginError, match=message):
        Pipeline.default(plugins=["ships"])
    analysis = Pipeline.default(plugins=["ships"], on_error="skip").analyze("قال الوزير: «نعم».")
    assert len(analysis.quotations) == 1
    (fault,) = analysis.diagnostics
    assert fault.code is DiagnosticCode.PLUGIN_ERROR
    assert fault.message.startswith(f"acme-ships 1.2: plugin 'ships' ({value})")


@pytest.mark.parametrize(
    ("name", "reason"), [("ShipExtractor", "OSError: it sank"), ("Wrong", "PipelineError: .*Wrong gave a Token, but its layer 'ships'")]
)
def test_a_plugin_that_fails_on_a_text(install: Install, name: str, reason: str) -> None:
    """Every fault of a plugin is a PluginError with distribution and entry point; skipped, the other layers survive."""
    install("acme-ships", extractors={"ships": f"acme_ships:{name}"})
    text = "قال الوزير: «غرق المركب»."
    with pytest.raises(khabar.PluginError, match=rf"^acme-ships 1\.2: plugin 'ships' \(acme_ships:{name}\) failed: {reason}"):
        Pipeline.default(plugins=["ships"]).analyze(text)
    skipped = Pipeline.default(plugins=["ships"], on_error="skip").analyze(text)
    plain = khabar.analyze(text)
    assert {layer.name: len(found) for layer, found in skipped.layers.items()} == {
        **{layer.name: len(found) for layer, found in plain.layers.items()},
        "ships": 0,
    }
    assert [fault.code for fault in skipped.diagnostics] == [DiagnosticCode.PLUGIN_ERROR]


def test_a_plugin_that_makes_a_built_in_layer(install: Install) -> None:
    """A plugin cannot take the place of a built-in layer unnoticed: both makers are named."""
    install("acme-ships", extractors={"ships": "acme_ships:Twin"})
    with pytest.raises(khabar.PipelineError, match=r"the layer 'dates' is made by khabar\..* and by acme_ships\.Twin"):
        Pipeline.default(plugins=["ships"])


def test_a_lexicon_plugin_that_breaks_the_format(install: Install) -> None:
    """The message names the distribution, the entry point and the file."""
    install("acme-ships", lexicons={"broken": "acme_ships", "missing": "acme_ships", "lost": "no_such_module"})
    with pytest.raises(khabar.LexiconError, match=r"acme-ships 1\.2: plugin 'broken' \(acme_ships\): broken\.toml"):
        Pipeline.default(lexicons=["broken"])
    for name in ("missing", "lost"):
        with pytest.raises(khabar.PluginError, match=rf"acme-ships 1\.2: plugin '{name}' .* cannot be loaded"):
            Pipeline.default(lexicons=[name])
