"""Peak memory of `tokenize` and `normalize` in bytes a character: `python -m benchmarks.speed.memory [FILE]`.

Measured with tracemalloc on 10 MB of text. The columns themselves take about 88 bytes a token (two integers, three places
in lists); the rest is what was needed on the way.
"""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import khabar

MEGABYTES = 10
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "article.txt"
BOUND = 25.0


def peak(function: Callable[[str], object], text: str) -> float:
    """The most memory that was in use at one time, in bytes a character."""
    function(text[:1000])  # what is built once does not count
    tracemalloc.start()
    result = function(text)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    del result
    return most / len(text)


def main() -> int:
    """Print the figures; 1 if `tokenize` needs more than it may."""
    article = Path(sys.argv[1] if len(sys.argv) > 1 else EXAMPLE).read_text(encoding="utf-8") + "\n"
    text = article * max(1, round(MEGABYTES * 1e6 / len(article.encode())))
    figures = {"tokenize": peak(khabar.tokenize, text), "normalize": peak(khabar.normalize, text)}
    for name, figure in figures.items():
        print(f"{name:10} {figure:6.1f} bytes a character")
    return int(figures["tokenize"] > BOUND)


if __name__ == "__main__":
    sys.exit(main())
