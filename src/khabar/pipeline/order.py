"""Which extractor runs before which."""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter

from khabar.errors import PipelineError
from khabar.layers import RESERVED, TOKENS, Annotation, Extractor


def name_of(extractor: Extractor[Annotation]) -> str:
    """Where the class of an extractor is, for messages."""
    return f"{type(extractor).__module__}.{type(extractor).__qualname__}"


def in_order(extractors: Iterable[Extractor[Annotation]]) -> tuple[Extractor[Annotation], ...]:
    """The extractors, each after those whose layers it needs.

    Raises:
        PipelineError: a layer is made twice, needed but made by nobody, or needs itself; the message names both sides.
    """
    makers: dict[str, Extractor[Annotation]] = {}
    for extractor in extractors:
        name = extractor.layer.name
        if name in RESERVED:
            raise PipelineError(f"{name_of(extractor)} calls its layer {name!r}, a name that every analysis uses already; choose another")
        if name in makers:
            raise PipelineError(f"the layer {name!r} is made by {name_of(makers[name])} and by {name_of(extractor)}")
        makers[name] = extractor
    needs = {name: [need for need in extractor.requires if need != TOKENS] for name, extractor in makers.items()}
    for name, required in needs.items():
        for layer in required:
            if layer.name not in makers:
                raise PipelineError(f"{name_of(makers[name])} needs the layer {layer.name!r}, which no extractor makes here")
            made = makers[layer.name].layer
            if made != layer:
                raise PipelineError(
                    f"{name_of(makers[name])} needs the layer {layer.name!r} of {layer.type.__name__}, "
                    f"but {name_of(makers[layer.name])} makes it of {made.type.__name__}"
                )
    sorter = TopologicalSorter({name: [layer.name for layer in required] for name, required in needs.items()})
    try:
        sorter.prepare()
    except CycleError as error:
        cycle = " → ".join(f"{name} ({name_of(makers[name])})" for name in error.args[1])
        raise PipelineError(f"layers need each other in a circle: {cycle}") from error
    place = {name: index for index, name in enumerate(makers)}
    ready: list[str] = []
    order: list[str] = []
    while sorter.is_active():
        ready = sorted([*ready, *sorter.get_ready()], key=place.__getitem__)  # of those that may run, the one given first
        order.append(ready.pop(0))
        sorter.done(order[-1])
    return tuple(makers[name] for name in order)
