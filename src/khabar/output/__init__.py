"""Formats in which analyses are written, one a module.

A new format is one module with a subclass of `Writer`, and its line in `FORMATS`.
"""

from __future__ import annotations

import abc
from collections.abc import Collection, Mapping

from khabar.analysis import Analysis

FORMATS: Mapping[str, str] = {
    "text": "khabar.output.text:TextWriter",
    "jsonl": "khabar.output.jsonl:JsonLinesWriter",
}
"""Where each format's writer is; its module is imported when the format is first asked for."""


class Writer(abc.ABC):
    """Turns analyses into text, one after another.

    Args:
        layers: names of the layers to write; None for all that an analysis has (tokens only when named).
    """

    def __init__(self, layers: Collection[str] | None = None) -> None:
        self.layers = layers

    def begin(self) -> str:
        """What stands before the first analysis."""
        return ""

    @abc.abstractmethod
    def write(self, analysis: Analysis) -> str:
        """One analysis.

        Raises:
            SerializationError: the format cannot hold it.
        """

    def end(self) -> str:
        """What stands after the last analysis."""
        return ""

    def wants(self, name: str) -> bool:
        """Whether a layer is to be written."""
        return name != "tokens" if self.layers is None else name in self.layers


def writer(name: str, layers: Collection[str] | None = None) -> Writer:
    """The writer of a format.

    Args:
        name: one of `FORMATS`.
        layers: names of the layers to write; None for all.

    Raises:
        ValueError: no such format; the message lists those there are.

    >>> import khabar
    >>> print(writer("text", ["dates"]).write(khabar.analyze("وصل الوفد في 3 مايو 2024.")).split("value: ")[1].split()[0])
    2024-05-03
    """
    from importlib import import_module

    if name not in FORMATS:
        raise ValueError(f"no format {name!r}; there are {', '.join(FORMATS)}")
    module, _, attribute = FORMATS[name].partition(":")
    kind: type[Writer] = getattr(import_module(module), attribute)
    return kind(layers)
