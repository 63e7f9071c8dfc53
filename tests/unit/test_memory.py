"""What is kept of a text when its analysis has been handed on: nothing."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import khabar
from khabar import Document, Pipeline
from khabar.extract.sheet import Sheet


def test_stream_keeps_nothing() -> None:
    """An analysis that the caller lets go is let go: memory stays bounded for any number of documents."""
    alive: list[weakref.ref[Document]] = []

    def documents() -> Iterator[Document]:
        for _ in range(20):
            document = Document(text="وصل الوفد.")
            alive.append(weakref.ref(document))
            yield document
            del document

    most = 0
    for analysis in Pipeline([]).stream(documents()):
        del analysis
        most = max(most, sum(reference() is not None for reference in alive))
    assert len(alive) == 20
    assert most <= 2


def test_a_pipeline_keeps_nothing_of_a_text() -> None:
    """When an analysis has been made, what was laid out for it goes at once: no cache by word and no circle holds it.

    Circles would wait for the collector of cycles, so that a caller who switches that off would run out of memory.
    """
    text = "كشفت دراسة أعدها باحثون ونشرت في مجلة «أفق» أن القهوة مفيدة. وقال الوزير إن السد آمن."
    khabar.analyze(text)
    gc.collect()
    gc.disable()
    try:
        khabar.analyze(text)
        khabar.extract_attributions(text)
        assert not [thing for thing in gc.get_objects() if isinstance(thing, Sheet) and thing.text == text]
        assert gc.collect() == 0
    finally:
        gc.enable()
