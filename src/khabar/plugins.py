"""Plugins: find → load → classify, each apart. Nothing is loaded until it is named."""

from __future__ import annotations

from importlib.metadata import EntryPoint
from typing import cast

import attrs

from khabar.errors import PluginError, UnknownPluginError
from khabar.layers import Annotation, Extractor, Layer
from khabar.lexicons import Lexicon

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
    """

    name: str
    group: str
    value: str
    distribution: str


def _entry_points(group: str) -> list[EntryPoint]:
    from importlib.metadata import entry_points

    return sorted(entry_points(group=group), key=lambda point: point.name)


def _describe(point: EntryPoint, group: str) -> Plugin:
    distribution = f"{point.dist.name} {point.dist.version}" if point.dist else "unknown distribution"
    return Plugin(name=point.name, group=group, value=point.value, distribution=distribution)


def installed() -> tuple[Plugin, ...]:
    """The plugins that installed packages register, none of them loaded."""
    return tuple(_describe(point, group) for group in (EXTRACTORS, LEXICONS) for point in _entry_points(group))


def _find(name: str, group: str) -> EntryPoint:
    points = _entry_points(group)
    named = [point for point in points if point.name == name]
    if not named:
        known = ", ".join(point.name for point in points) or "none"
        raise UnknownPluginError(f"no plugin {name!r} in {group}; installed are: {known}")
    if len(named) > 1:
        raise PluginError(f"two packages register {name!r} in {group}: {', '.join(_describe(point, group).distribution for point in named)}")
    return named[0]


def load_extractor(name: str) -> Extractor[Annotation]:
    """The extractor that an installed package registers under a name.

    Raises:
        UnknownPluginError: none does; the message lists those that are installed.
        PluginError: it cannot be loaded or is no extractor; the message names distribution and entry point.
    """
    point = _find(name, EXTRACTORS)
    plugin = _describe(point, EXTRACTORS)
    try:
        loaded = point.load()
        extractor = loaded() if callable(loaded) else loaded
    except Exception as error:
        raise PluginError(f"{plugin.distribution}: plugin {name!r} ({plugin.value}) cannot be loaded: {error!r}") from error
    lacking = [member for member in ("layer", "requires", "extract") if not hasattr(extractor, member)]
    if lacking or not isinstance(extractor.layer, Layer):
        what = f"lacks {', '.join(lacking)}" if lacking else f"has a layer of type {type(extractor.layer).__name__}, not khabar.Layer"
        raise PluginError(f"{plugin.distribution}: plugin {name!r} ({plugin.value}) is no extractor: it {what}")
    return cast("Extractor[Annotation]", extractor)


def load_lexicon(name: str) -> Lexicon:
    """The lexicon that an installed package registers under a name.

    The entry point names a module or package; its file `NAME.toml` (`-` read as `_`) or the object after the
    colon (a `Lexicon`, a path, or a function that returns either) is the lexicon.

    Raises:
        UnknownPluginError: none does.
        PluginError: it cannot be loaded.
        LexiconError: the file breaks the format.
    """
    from importlib.resources import files

    point = _find(name, LEXICONS)
    plugin = _describe(point, LEXICONS)
    try:
        loaded = point.load() if point.attr else files(point.module) / f"{name.replace('-', '_')}.toml"
        source = loaded() if callable(loaded) else loaded
    except Exception as error:
        raise PluginError(f"{plugin.distribution}: lexicon {name!r} ({plugin.value}) cannot be loaded: {error!r}") from error
    return source if isinstance(source, Lexicon) else Lexicon.from_toml(source)
