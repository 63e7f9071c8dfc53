"""Gold records and what khabar finds in their texts, both as sets that can be compared."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import khabar

Record: TypeAlias = Mapping[str, Any]
"""One gold record, as it stands in its file."""
Facts: TypeAlias = set[tuple[int | str | None, ...]]
"""What a record, or khabar, says of a text: spans, perhaps with a value."""


def records(folder: Path) -> Iterator[Record]:
    """Every record of the `*.json` and `*.jsonl` files in a folder and the folders inside."""
    for file in sorted(folder.rglob("*.json*")):
        text = file.read_text(encoding="utf-8")
        found = [json.loads(line) for line in text.split("\n") if line.strip()] if file.suffix == ".jsonl" else json.loads(text)
        yield from found if isinstance(found, list) else [found]


def _created(record: Record) -> dt.datetime | None:
    written = record.get("reference_date")
    return dt.datetime.fromisoformat(written) if written else None


def _spans(items: list[Record] | None) -> Facts:
    return {(item["start"], item["end"]) for item in items or () if item and item.get("start") is not None}


def _tokens(record: Record) -> tuple[Facts, Facts]:
    return _spans(record["tokens"]), {(token.span.start, token.span.end) for token in khabar.tokenize(record["text"])}


def _boundaries(record: Record) -> tuple[Facts, Facts]:
    gold: Facts = {(item["offset"],) for item in record["boundaries"] if item["level"] == "outer"}
    return gold, {(sentence.span.end,) for sentence in khabar.split_sentences(record["text"])}


def _date_spans(record: Record) -> tuple[Facts, Facts]:
    found = khabar.extract_dates(record["text"], creation_time=_created(record))
    return _spans([item for item in record["expected"] if not item.get("optional")]), {(date.span.start, date.span.end) for date in found}


def _date_values(record: Record) -> tuple[Facts, Facts]:
    valued = [item for item in record["expected"] if item.get("value") and not item.get("optional")]
    gold: Facts = {(item["start"], item["end"], item["value"]) for item in valued}
    places = {fact[:2] for fact in gold}
    found = khabar.extract_dates(record["text"], creation_time=_created(record))
    # a place without a gold value says nothing of the value found there
    return gold, {(date.span.start, date.span.end, date.value) for date in found if (date.span.start, date.span.end) in places}


def _quotations(record: Record) -> tuple[Facts, Facts]:
    found = khabar.extract_quotations(record["text"])
    return _spans(record["quotes"]), {(quotation.span.start, quotation.span.end) for quotation in found}


def _quotation_kinds(record: Record) -> tuple[Facts, Facts]:
    found = khabar.extract_quotations(record["text"])
    gold: Facts = {(item["start"], item["end"], item["kind"]) for item in record["quotes"]}
    return gold, {(quotation.span.start, quotation.span.end, str(quotation.kind)) for quotation in found}


def _cues(record: Record) -> tuple[Facts, Facts]:
    found = khabar.extract_attributions(record["text"], creation_time=_created(record))
    gold = [item["cue"] for item in record["attributions"] if item.get("tier") == 1]
    return _spans(gold), {(said.cue.start, said.cue.end) for said in found if said.cue is not None and not said.nominal}


def _sources(record: Record) -> tuple[Facts, Facts]:
    found = khabar.extract_attributions(record["text"], creation_time=_created(record))
    gold = [item["source"] for item in record["attributions"] if item.get("tier") == 1]
    return _spans(gold), {(said.source.start, said.source.end) for said in found if said.source is not None and not said.nominal}


MEASURES: Mapping[str, tuple[str, Callable[[Record], tuple[Facts, Facts]]]] = {
    "tokens": ("tokens", _tokens),
    "sentence ends": ("boundaries", _boundaries),
    "date spans": ("expected", _date_spans),
    "date values": ("expected", _date_values),
    "quotations": ("quotes", _quotations),
    "quotation kinds": ("quotes", _quotation_kinds),
    "cues": ("attributions", _cues),
    "sources": ("attributions", _sources),
}
"""What is measured: the key that a record must have for it, and the function that gives gold and found facts."""
