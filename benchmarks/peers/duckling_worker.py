"""Duckling in an interpreter of its own: the wheels of pyduckling-native end with Python 3.9.

    python3.9 duckling_worker.py 2024-06-19

Reads a JSON string a line, answers with a JSON array a line of `[start, end, beginning]`, and needs nothing but Python 3.9
and the wheel. The moment of reference is midnight in Cairo. Duckling gets a folder with that zone only, since it stops at
the file of a zone whose clocks hardly ever changed, as there are some in any system.
"""

from __future__ import annotations

import datetime as dt
import json
import shutil
import sys
import tempfile
import zoneinfo
from importlib import import_module
from pathlib import Path

ZONE = "Cairo"


def main() -> None:
    """Answer until the input ends."""
    duckling = import_module("duckling")
    source = next(path for folder in zoneinfo.TZPATH if (path := Path(folder, "Africa", ZONE)).exists())
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(source, folder)
        zones = duckling.load_time_zones(folder)
    midnight = dt.datetime.fromisoformat(sys.argv[1]).replace(tzinfo=zoneinfo.ZoneInfo(f"Africa/{ZONE}"))
    reference = duckling.parse_ref_time(zones, ZONE, int(midnight.timestamp()))
    locale = duckling.parse_locale("AR", duckling.default_locale_lang(duckling.parse_lang("AR")))
    context = duckling.Context(reference, locale)
    dimensions = duckling.parse_dimensions(["time"])
    for line in sys.stdin:
        found = []
        for item in duckling.parse(json.loads(line), context, dimensions, False):
            value = item["value"]
            found.append((item["start"], item["end"], value.get("value") or value.get("from", {}).get("value")))
        print(json.dumps(found), flush=True)


if __name__ == "__main__":
    main()
