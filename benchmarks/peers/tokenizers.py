"""Arabic tokenisers side by side on one text, in one run: `python -m benchmarks.peers.tokenizers [FILE]`.

Every peer is optional; one that is not installed is skipped with a word. MB/s is of UTF-8, the best of some interleaved
rounds with the garbage collector off; the ratio is against pyarabic. "offsets" tells whether the peer says where in the
caller's own text a token stands; one that does not would need a search for each token on top of the time shown.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

ROUNDS = 5
MEGABYTES = 1.0
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "article.txt"

Tokenizer = Callable[[str], object]


def _khabar() -> Tokenizer:
    tokenize: Tokenizer = import_module("khabar").tokenize
    return tokenize


def _pyarabic() -> Tokenizer:
    tokenize: Tokenizer = import_module("pyarabic.araby").tokenize_with_location
    return tokenize


def _camel() -> Tokenizer:
    tokenize: Tokenizer = import_module("camel_tools.tokenizers.word").simple_word_tokenize
    return tokenize


def _nltk() -> Tokenizer:
    tokenizer: Any = import_module("nltk.tokenize").WordPunctTokenizer()
    return lambda text: list(tokenizer.span_tokenize(text))


def _spacy() -> Tokenizer:
    pipeline: Any = import_module("spacy").blank("ar")
    pipeline.max_length = 10**9
    return lambda text: [(token.idx, token.idx + len(token)) for token in pipeline.tokenizer(text)]


def _icu() -> Tokenizer:
    icu: Any = import_module("icu")
    breaks: Any = icu.BreakIterator.createWordInstance(icu.Locale("ar"))

    def tokenize(text: str) -> list[int]:
        breaks.setText(text)
        return list(breaks)

    return tokenize


def _blingfire() -> Tokenizer:
    tokenize: Tokenizer = import_module("blingfire").text_to_words_with_offsets
    return tokenize


def _hugging_face() -> Tokenizer:
    splitter: Any = import_module("tokenizers.pre_tokenizers").BertPreTokenizer()
    tokenize: Tokenizer = splitter.pre_tokenize_str
    return tokenize


PEERS: tuple[tuple[str, str, Callable[[], Tokenizer]], ...] = (
    ("khabar", "code points", _khabar),
    ("pyarabic", "code points", _pyarabic),
    ("camel-tools", "no", _camel),
    ("NLTK WordPunct", "code points", _nltk),
    ("spaCy blank ar", "code points", _spacy),
    ("PyICU", "UTF-16 units", _icu),
    ("blingfire", "code points", _blingfire),
    ("HF tokenizers", "code points", _hugging_face),
)


def installed() -> Iterator[tuple[str, str, Tokenizer]]:
    """The peers that can be imported; a word about each of the others."""
    for name, offsets, load in PEERS:
        try:
            yield name, offsets, load()
        except ImportError as error:
            print(f"{name}: skipped, {error}", file=sys.stderr)


def read(arguments: list[str]) -> str:
    """The text of the file that was named, or of the project's example, repeated to about a megabyte."""
    text = Path(arguments[0] if arguments else EXAMPLE).read_text(encoding="utf-8") + "\n"
    return text * max(1, round(MEGABYTES * 1e6 / len(text.encode())))


def seconds(tokenize: Tokenizer, text: str) -> float:
    """The time of one run without the garbage collector."""
    gc.collect()
    gc.disable()
    begin = time.perf_counter()
    tokenize(text)
    spent = time.perf_counter() - begin
    gc.enable()
    return spent


def main() -> None:
    """Print the table."""
    text = read(sys.argv[1:])
    megabytes = len(text.encode()) / 1e6
    peers = list(installed())
    best = {name: seconds(tokenize, text) for name, _, tokenize in peers}
    for _ in range(ROUNDS - 1):
        for name, _, tokenize in peers:
            best[name] = min(best[name], seconds(tokenize, text))
    reference = best.get("pyarabic")
    print(f"{'tokeniser':16} {'MB/s':>7} {'ratio':>6}  offsets")
    for name, offsets, _ in sorted(peers, key=lambda peer: best[peer[0]]):
        ratio = f"{reference / best[name]:.2f}" if reference else "-"
        print(f"{name:16} {megabytes / best[name]:7.1f} {ratio:>6}  {offsets}")


if __name__ == "__main__":
    main()
