"""Precision, recall and F1 of exact matches, for everything that a folder of gold records tells.

    python -m benchmarks.quality FOLDER [--worst N]

Nothing but the exact span (and value, where the measure has one) counts as right.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.quality.gold import MEASURES, Record, records


def measure(name: str, gold: list[Record], worst: int) -> str:
    """One line of figures, and the records with the most faults."""
    key, facts = MEASURES[name]
    right = expected = given = 0
    faults: list[tuple[int, str]] = []
    for record in gold:
        if key in record:
            wanted, found = facts(record)
            right, expected, given = right + len(wanted & found), expected + len(wanted), given + len(found)
            faults.append((len(wanted ^ found), str(record.get("id"))))
    if not faults:
        return f"{name:16} no gold"
    precision, recall = 100 * right / max(given, 1), 100 * right / max(expected, 1)
    f1 = 200 * right / max(given + expected, 1)
    line = f"{name:16} precision {precision:5.1f}  recall {recall:5.1f}  F1 {f1:5.1f}  ({expected} in {len(faults)} texts)"
    return "\n".join([line, *(f"    {count:3} faults in {name_}" for count, name_ in sorted(faults, reverse=True)[:worst] if count)])


def main() -> None:
    """Read the arguments and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path, help="folder with *.json and *.jsonl files of gold records")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="name the N worst texts of each measure")
    arguments = parser.parse_args()
    gold = list(records(arguments.folder))
    if not gold:
        parser.error(f"no *.json or *.jsonl files in {arguments.folder}")
    for name in MEASURES:
        print(measure(name, gold, arguments.worst))


if __name__ == "__main__":
    main()
