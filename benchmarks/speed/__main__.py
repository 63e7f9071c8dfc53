"""Megabytes of UTF-8 a second of each function, and how time grows with the text.

    python -m benchmarks.speed [CORPUS.jsonl] [--megabytes 2] [--smoke]

Without a corpus the example article is read again and again. Times are the best of some rounds, with the garbage
collector off. `growth` is the time for ten times the text divided by ten times the time: 1.0 is linear.
"""

from __future__ import annotations

import argparse
import datetime as dt
import functools
import gc
import json
import sys
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

import khabar

ARTICLE = Path(__file__).parents[2] / "examples" / "article.txt"
DAY = dt.date(2025, 3, 12)
MOST_GROWTH = 4.0
"""What `--smoke` allows: a quadratic step shows as up to 10, the noise of a busy machine stays below."""

JOBS: dict[str, Callable[[str], object]] = {
    "str.split": str.split,
    "tokenize": khabar.tokenize,
    "normalize": khabar.normalize,
    "split_sentences": khabar.split_sentences,
    "extract_quotations": khabar.extract_quotations,
    "extract_dates": lambda text: khabar.extract_dates(text, creation_time=DAY),
    "extract_attributions": lambda text: khabar.extract_attributions(text, creation_time=DAY),
    "analyze": lambda text: khabar.analyze(text, creation_time=DAY),
}


def best(job: Callable[[], object], rounds: int) -> float:
    """The shortest processor time of some rounds, in seconds: other programs on the machine do not count."""
    times = []
    for _ in range(rounds):
        gc.collect()
        gc.disable()
        begun = time.process_time()
        job()
        times.append(time.process_time() - begun)
        gc.enable()
    return min(times)


def articles(corpus: Path | None, megabytes: float) -> list[str]:
    """Articles of about so many megabytes in all."""
    found, size = [], 0.0
    texts = (json.loads(line)["text"] for line in corpus.open(encoding="utf-8")) if corpus else cycle([ARTICLE.read_text(encoding="utf-8")])
    for text in texts:
        found.append(str(text))
        size += len(found[-1].encode()) / 1e6
        if size >= megabytes:
            break
    return found


def each(job: Callable[[str], object], texts: list[str]) -> list[object]:
    """The results of one function for every text."""
    return [job(text) for text in texts]


def growth(job: Callable[[str], object], text: str) -> float:
    """Time for ten times the text, divided by ten times the time."""
    small, large = [], []
    for _ in range(4):  # in turns, so that a busy moment of the machine meets both
        small.append(best(lambda: job(text), 2))
        large.append(best(lambda: job(text * 10), 1))
    return min(large) / (10 * min(small))


def main() -> int:
    """Read the arguments and print the figures; 1 if a smoke run finds growth that is not linear."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("corpus", nargs="?", type=Path, help="JSON lines with a text each")
    parser.add_argument("--megabytes", type=float, default=2.0, help="how much of it to read")
    parser.add_argument("--smoke", action="store_true", help="a short run that fails if time is not linear in the text")
    arguments = parser.parse_args()
    texts = articles(arguments.corpus, 0.2 if arguments.smoke else arguments.megabytes)
    size = sum(len(text.encode()) for text in texts) / 1e6
    khabar.analyze(texts[0])  # tables are built on first use
    times = {name: best(functools.partial(each, job, texts), 3) for name, job in JOBS.items()}
    print(f"{size:.2f} MB in {len(texts)} articles")
    for name, seconds in times.items():
        print(f"{name:22} {size / seconds:8.2f} MB/s   {seconds / times['str.split']:8.1f} × str.split")
    sample = "\n".join(islice(cycle(texts), 8))
    grown = {name: growth(JOBS[name], sample) for name in ("tokenize", "analyze")}
    print("growth                ", ", ".join(f"{name} {ratio:.2f}" for name, ratio in grown.items()))
    return int(arguments.smoke and max(grown.values()) > MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
