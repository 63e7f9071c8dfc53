"""Plugins: extractors and lexicons that other packages bring. Nothing is loaded until it is named."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING, cast

import attrs

from khabar.errors import LexiconError, PluginError, UnknownPluginError
from khabar.layers import Annotation, Extractor, Layer
from khabar.lexicons import Lexicon

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

EXTRACTORS = "khabar.extractors"
LEXICONS = "khabar.lexicons"


@attrs.frozen(kw_only=True)
class Plugin:
    """An installed plugin, not loaded.

    Args:
        name: the name to call it by.
        group: `khabar.extractors` or `khabar.lexicons`.
        value: where its code or data is, such as `acme_money:MoneyExtractor`.
        distribution: the package that brings it, with its version.
        entry_point: what the package registers.
    """

    name: str
    group: str
    value: str
    distribution: str
    entry_point: EntryPoint = attrs.field(repr=False, eq=False)

    def __str__(self) -> str:
        return f"{self.distribution}: plugin {self.name!r} ({self.value})"


def installed() -> tuple[Plugin, ...]:
    """The plugins that installed packages register, none of them loaded."""
    return (*_registered(EXTRACTORS), *_registered(LEXICONS))


def find(name: str, group: str) -> Plugin:
    """The plugin that an installed package registers under a name, not loaded.

    Args:
        name: its name.
        group: `EXTRACTORS` or `LEXICONS`.

    Raises:
        UnknownPluginError: no package does; the message lists those that are installed.
        PluginError: two packages do; the message names both.
    """
    plugins = _registered(group)
    named = [plugin for plugin in plugins if plugin.name == name]
    if not named:
        known = ", ".join(plugin.name for plugin in plugins) or "none"
        raise UnknownPluginError(f"no plugin {name!r} in {group}; installed are: {known}")
    if len(named) > 1:
        raise PluginError(f"two packages register {name!r} in {group}: {' and '.join(plugin.distribution for plugin in named)}")
    return named[0]


def _registered(group: str) -> list[Plugin]:
    from importlib.metadata import entry_points

    found = [
        Plugin(
            name=point.name,
            group=group,
            value=point.value,
            distribution=f"{point.dist.name} {point.dist.version}" if point.dist else "unknown distribution",
            entry_point=point,
        )
        for point in entry_points(group=group)
    ]
    return sorted(found, key=lambda plugin: (plugin.name, plugin.distribution))


def load_extractor(plugin: Plugin) -> Extractor[Annotation]:
    """The extractor of a plugin: the object its entry point names, or what that class or function makes.

    Raises:
        PluginError: it cannot be loaded or is no extractor; the message names distribution and entry point.
    """
    try:
        loaded = plugin.entry_point.load()
        extractor = cast("Extractor[Annotation]", loaded() if callable(loaded) else loaded)
    except Exception as error:
        raise PluginError(f"{plugin} cannot be loaded: {error!r}") from error
    lacking = [member for member in ("layer", "requires", "extract") if not hasattr(extractor, member)]
    if lacking:
        raise PluginError(f"{plugin} is no extractor: it lacks {', '.join(lacking)}")
    if not isinstance(extractor.layer, Layer):
        raise PluginError(f"{plugin} is no extractor: its layer is a {type(extractor.layer).__name__}, not a khabar.Layer")
    return extractor


def load_lexicon(plugin: Plugin) -> Lexicon:
    """The lexicon of a plugin.

    The entry point names a module or package; its file `NAME.toml` (`-` read as `_`), or the object after the colon (a
    `Lexicon`, a path, or a function that returns either) is the lexicon.

    Raises:
        PluginError: it cannot be loaded; the message names distribution and entry point.
        LexiconError: the file breaks the format.
    """
    from importlib.resources import files

    point = plugin.entry_point
    try:
        loaded = point.load() if point.attr else files(point.module) / f"{plugin.name.replace('-', '_')}.toml"
        source = cast("Lexicon | str | PathLike[str]", loaded() if callable(loaded) else loaded)
        return source if isinstance(source, Lexicon) else Lexicon.from_toml(source)
    except LexiconError as error:
        raise LexiconError(f"{plugin}: {error}") from error
    except Exception as error:
        raise PluginError(f"{plugin} cannot be loaded: {error!r}") from error
