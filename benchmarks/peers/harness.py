"""What the tables of peers share: peers that may be missing, the same texts for all of them, time in turns, the table.

Each peer reads the same articles one by one, in one run. Time is wall time, since a peer may work in a process of its own;
it is the best of some rounds in which the peers take turns, with the garbage collector off, so that a busy moment of the
machine meets all of them. "ratio" is the speed as a multiple of khabar's.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from benchmarks.speed.__main__ import articles

ROUNDS = 7
PATIENCE = 10.0
"""Seconds after which a slow peer gets no further round."""
OURS = "khabar"

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Peer(Generic[T_co]):
    """One tool: its name, what its offsets count ("no" if it gives none), and a function that imports it."""

    name: str
    offsets: str
    load: Callable[[], Callable[[str], T_co]]


@dataclass(slots=True)
class Entry(Generic[T_co]):
    """A peer that is installed, and the times that it took."""

    peer: Peer[T_co]
    read: Callable[[str], T_co]
    times: list[float]


def installed(peers: Sequence[Peer[T_co]]) -> Iterator[Entry[T_co]]:
    """The peers that can be imported; a word about each of the others."""
    for peer in peers:
        try:
            yield Entry(peer, peer.load(), [])
        except (ImportError, OSError) as error:  # OSError: a shared library that a wheel wants
            print(f"{peer.name}: skipped, {error}")


def seconds(read: Callable[[str], object], texts: list[str]) -> float:
    """The time for all texts, each result let go before the next, without the garbage collector."""
    gc.collect()
    gc.disable()
    begun = time.perf_counter()
    for text in texts:
        read(text)
    spent = time.perf_counter() - begun
    gc.enable()
    return spent


def compare(
    title: str,
    peers: Sequence[Peer[T_co]],
    *,
    megabytes: float = 1.0,
    columns: Sequence[str] = (),
    judge: Callable[[Callable[[str], T_co]], Sequence[int]] = lambda _: (),
) -> None:
    """Read the arguments of the command line, time the peers, and print the table.

    Args:
        title: Heading of the first column.
        peers: The tools, khabar among them.
        megabytes: How much to read if the command line does not say.
        columns: Headings of what `judge` tells.
        judge: More figures about a peer.
    """
    parser = argparse.ArgumentParser(description=f"{title}: peers side by side")
    parser.add_argument("corpus", nargs="?", type=Path, help="JSON lines with a text each; else the example article, again and again")
    parser.add_argument("--megabytes", type=float, default=megabytes, help="how much of it to read (default: %(default)s)")
    arguments = parser.parse_args()
    texts = articles(arguments.corpus, arguments.megabytes)
    size = sum(len(text.encode()) for text in texts) / 1e6
    entries = list(installed(peers))
    figures = {entry.peer.name: judge(entry.read) for entry in entries}
    for entry in entries:
        entry.read(texts[0])  # what is built on first use does not count
    for _ in range(ROUNDS):
        for entry in entries:
            if sum(entry.times) < PATIENCE:
                entry.times.append(seconds(entry.read, texts))
    best = {entry.peer.name: min(entry.times) for entry in entries}
    print(f"{size:.2f} MB in {len(texts)} articles")
    print(f"{title:16}{'MB/s':>9}{'ratio':>8}", *(f"{column:>10}" for column in columns), "  offsets", sep="")
    for entry in sorted(entries, key=lambda entry: best[entry.peer.name]):
        name = entry.peer.name
        row = f"{name:16}{size / best[name]:9.3f}{best[OURS] / best[name]:8.3f}"
        print(row, *(f"{figure:10}" for figure in figures[name]), f"  {entry.peer.offsets}", sep="")
