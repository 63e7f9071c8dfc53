"""Arabic sentence splitters side by side: `python -m benchmarks.peers.sentences [CORPUS.jsonl] [--megabytes 0.2]`.

"sentences" are those found in the example article, which has 13: titles, ends of paragraphs and full stops outside
quotations. A peer that splits at commas, or not at «؟» and ends of lines, is not slower for it, but it does other work.
NLTK's Punkt runs with its built-in parameters, since a trained model would have to be downloaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sized
from importlib import import_module
from typing import Protocol, TypeAlias

import khabar
from benchmarks.peers.harness import Peer, compare
from benchmarks.peers.tokenizers import icu_spans, nltk_spans
from benchmarks.speed.__main__ import ARTICLE

Splitter: TypeAlias = Callable[[str], Sized]


class SpacySentence(Protocol):
    """A span of spaCy."""

    start_char: int
    end_char: int


class SpacyDoc(Protocol):
    """A document of spaCy."""

    sents: Iterable[SpacySentence]


def _pyarabic() -> Splitter:
    split: Splitter = import_module("pyarabic.araby").sentence_tokenize
    return split


def _pysbd() -> Splitter:
    split: Splitter = import_module("pysbd").Segmenter(language="ar", clean=False, char_span=True).segment
    return split


def _nltk() -> Splitter:
    return nltk_spans(import_module("nltk.tokenize").PunktSentenceTokenizer())


def _spacy() -> Splitter:
    pipeline = import_module("spacy").blank("ar")
    pipeline.add_pipe("sentencizer")
    analyze: Callable[[str], SpacyDoc] = pipeline
    return lambda text: [(sentence.start_char, sentence.end_char) for sentence in analyze(text).sents]


def _icu() -> Splitter:
    icu = import_module("icu")
    return icu_spans(icu.BreakIterator.createSentenceInstance(icu.Locale("ar")))


def _blingfire() -> Splitter:
    split: Callable[[str], tuple[str, list[tuple[int, int]]]] = import_module("blingfire").text_to_sentences_and_offsets
    return lambda text: split(text)[1]


PEERS = (
    Peer("khabar", "code points", lambda: khabar.split_sentences),
    Peer("pyarabic", "no", _pyarabic),
    Peer("pysbd", "code points", _pysbd),
    Peer("NLTK Punkt", "code points", _nltk),
    Peer("spaCy blank ar", "code points", _spacy),
    Peer("PyICU", "UTF-16 units", _icu),
    Peer("blingfire", "code points", _blingfire),
)


def count(split: Splitter) -> tuple[int]:
    """The number of sentences in the example article."""
    return (len(split(ARTICLE.read_text(encoding="utf-8"))),)


if __name__ == "__main__":
    compare("splitter", PEERS, megabytes=0.2, columns=["sentences"], judge=count)
