"""Arabic tokenisers side by side: `python -m benchmarks.peers.tokenizers [CORPUS.jsonl] [--megabytes 1]`.

"offsets" tells whether a peer says where in the caller's own text a token stands; one that does not would need a search
for each token on top of the time shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import pairwise
from typing import Protocol, TypeAlias

import khabar
from benchmarks.peers.harness import Peer, compare

Tokenizer: TypeAlias = Callable[[str], object]


class SpanTokenizer(Protocol):
    """What NLTK's tokenisers have in common."""

    def span_tokenize(self, text: str, /) -> Iterable[tuple[int, int]]: ...


class Token(Protocol):
    """A token of spaCy."""

    idx: int

    def __len__(self) -> int: ...


class Breaks(Protocol):
    """ICU's iterator over the places where a word or a sentence may end."""

    def setText(self, text: str, /) -> None: ...  # noqa: N802 - ICU's own name

    def __iter__(self) -> Iterator[int]: ...


def _pyarabic() -> Tokenizer:
    tokenize: Tokenizer = import_module("pyarabic.araby").tokenize_with_location
    return tokenize


def _camel() -> Tokenizer:
    tokenize: Tokenizer = import_module("camel_tools.tokenizers.word").simple_word_tokenize
    return tokenize


def nltk_spans(tokenizer: SpanTokenizer) -> Callable[[str], list[tuple[int, int]]]:
    """The spans that one of NLTK's tokenisers yields, as a list."""
    return lambda text: list(tokenizer.span_tokenize(text))


def _nltk_word_punct() -> Tokenizer:
    return nltk_spans(import_module("nltk.tokenize").WordPunctTokenizer())


def _nltk_treebank() -> Tokenizer:
    return nltk_spans(import_module("nltk.tokenize").TreebankWordTokenizer())


def _spacy() -> Tokenizer:
    tokenizer: Callable[[str], Iterable[Token]] = import_module("spacy").blank("ar").tokenizer
    return lambda text: [(token.idx, token.idx + len(token)) for token in tokenizer(text)]


def icu_spans(breaks: Breaks) -> Callable[[str], list[tuple[int, int]]]:
    """The spans between the breaks that ICU finds, without those of white space, as every caller wants them."""

    def find(text: str) -> list[tuple[int, int]]:
        breaks.setText(text)
        return [(start, end) for start, end in pairwise((0, *breaks)) if not text[start:end].isspace()]

    return find


def _icu() -> Tokenizer:
    icu = import_module("icu")
    return icu_spans(icu.BreakIterator.createWordInstance(icu.Locale("ar")))


def _blingfire() -> Tokenizer:
    tokenize: Tokenizer = import_module("blingfire").text_to_words_with_offsets
    return tokenize


def _hugging_face() -> Tokenizer:
    tokenize: Tokenizer = import_module("tokenizers.pre_tokenizers").BertPreTokenizer().pre_tokenize_str
    return tokenize


PEERS = (
    Peer("khabar", "code points", lambda: khabar.tokenize),
    Peer("pyarabic", "code points", _pyarabic),
    Peer("camel-tools", "no", _camel),
    Peer("NLTK WordPunct", "code points", _nltk_word_punct),
    Peer("NLTK Treebank", "code points", _nltk_treebank),
    Peer("spaCy blank ar", "code points", _spacy),
    Peer("PyICU", "UTF-16 units", _icu),
    Peer("blingfire", "code points", _blingfire),
    Peer("HF tokenizers", "code points", _hugging_face),
)

if __name__ == "__main__":
    compare("tokeniser", PEERS)
