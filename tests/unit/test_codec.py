"""Dicts and JSON: what they look like, what they refuse, and the schema that describes them."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from decimal import Decimal
from enum import IntEnum, StrEnum
from pathlib import Path

import attrs
import pytest

import khabar
from khabar import Analysis, Document, SerializationError, Span
from khabar.codec import from_data, json_schema, to_data, to_json

PUBLISHED = Path(__file__).parents[2] / "docs" / "reference" / "khabar-1.schema.json"
TEXT = 'قالت الوزيرة ليلى بن منصور أمس للصحفيين: «سنعود إلى "دار الكتب" عند الساعة العاشرة»، مضيفة أن الطريق مفتوح. (وكالات)'
HIGH, LOW = "\ud83d", "\ude00"


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    """An analysis with every layer, and a quotation that is never closed."""
    return khabar.analyze(Document(text=TEXT + "\nوقال: «نعم", id="n1", creation_time=dt.date(2024, 6, 19), meta={"section": "ثقافة"}))


def test_the_form_of_the_dict(analysis: Analysis) -> None:
    """Snake-case keys, enum values as plain lower-case strings, spans with their text, dates in ISO form."""
    data = analysis.to_dict()
    assert list(data) == ["schema", "document", *(layer.name for layer in analysis.layers), "diagnostics"]
    assert data["schema"] == "khabar/1"
    assert data["document"] == {"text": analysis.document.text, "id": "n1", "creation_time": "2024-06-19", "meta": {"section": "ثقافة"}}
    quotation = data["quotations"][0]  # type: ignore[index]
    assert quotation["span"] == {"start": 41, "end": 83, "text": TEXT[41:83]}
    assert type(quotation["kind"]) is str
    assert data["diagnostics"][0]["code"] == "unclosed_quotation"  # type: ignore[index]


def test_the_dict_holds_json_values_only(analysis: Analysis) -> None:
    """What JSON gives back is the dict itself: no tuple, enum or date is left in it."""
    assert json.loads(analysis.to_json()) == analysis.to_dict()
    assert all(type(value) in {dict, list, str, int, bool, type(None)} for value in values(analysis.to_dict()))


def values(data: object) -> list[object]:
    """Every value in nested dicts and lists."""
    parts = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return [data, *(value for part in parts for value in values(part))]


def test_round_trip(analysis: Analysis) -> None:
    """Dict and JSON give an equal analysis, and its tokens are made again."""
    for again in (Analysis.from_dict(analysis.to_dict()), Analysis.from_json(analysis.to_json())):
        assert again == analysis
        assert again.tokens == analysis.tokens
        assert again.attributions == analysis.attributions


@pytest.mark.parametrize(
    "time",
    [
        None,
        dt.date(2024, 6, 19),
        dt.datetime(2024, 6, 19),
        dt.datetime(2024, 6, 19, 8, 30, 1, 5),
        dt.datetime(2024, 6, 19, 8, 30, tzinfo=dt.UTC),
        dt.datetime(2024, 6, 19, 8, 30, tzinfo=dt.timezone(dt.timedelta(hours=-3, minutes=-30))),
    ],
)
def test_creation_time_keeps_its_type(time: dt.date | None) -> None:
    """A day stays a day, a moment a moment with its offset from UTC, also at midnight."""
    analysis = khabar.analyze("وصل الوفد أمس عند الساعة العاشرة.", creation_time=time)
    again = Analysis.from_json(analysis.to_json())
    assert again == analysis
    assert type(again.document.creation_time) is type(time)
    if isinstance(time, dt.datetime) and isinstance(again.document.creation_time, dt.datetime):
        assert again.document.creation_time.utcoffset() == time.utcoffset()


def test_fewer_layers_and_tokens_can_be_read(analysis: Analysis) -> None:
    """A line from which layers were left out, or to which tokens were added, is still an analysis."""
    data = {key: value for key, value in analysis.to_dict().items() if key not in {"dates", "diagnostics"}}
    data["tokens"] = [to_data(token) for token in analysis.tokens]
    again = Analysis.from_dict(data)
    assert again.tokens == analysis.tokens
    assert again.quotations == analysis.quotations
    with pytest.raises(khabar.UnknownLayerError, match="no layer 'dates'"):
        again.dates  # noqa: B018 # reading it is the test


def test_unknown_fields_are_left_aside(analysis: Analysis) -> None:
    """Fields may be added within khabar/1, so a reader of today takes a line of tomorrow."""
    data = json.loads(analysis.to_json())
    data["quotations"][0]["mood"] = "calm"
    assert Analysis.from_dict(data) == analysis


@pytest.mark.parametrize("separator", ["\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_json_is_one_line(separator: str) -> None:
    """No character of the text ends the line, not even for `str.splitlines`."""
    line = khabar.analyze(f"خبر{separator}آخر").to_json()
    assert len(line.splitlines()) == 1
    assert Analysis.from_json(line).document.text == f"خبر{separator}آخر"


@pytest.mark.parametrize("text", ["\ud800", "ب\udfff", LOW + HIGH, HIGH + " " + LOW, HIGH * 3, "\U0001f600" + LOW])
def test_lone_surrogates_survive_json(text: str) -> None:
    """A surrogate that stands for itself is escaped, so the line is UTF-8 and gives the same text."""
    line = khabar.analyze(text).to_json()
    line.encode("utf-8")
    assert Analysis.from_json(line).document.text == text


@pytest.mark.parametrize(
    ("document", "place"),
    [
        (Document(text="قال " + HIGH + LOW), "document.text: at offset 4"),
        (Document(text="خبر", id="a" + HIGH + LOW), "document.id: at offset 1"),
        (Document(text="خبر", meta={"source": HIGH + LOW}), "document.meta.source: at offset 0"),
        (Document(text="خبر", meta={HIGH + LOW: ""}), "a key of document.meta: at offset 0"),
    ],
)
def test_a_surrogate_pair_is_named_by_its_place(document: Document, place: str) -> None:
    """JSON would join the two into one character, so they are refused with the offset; the dict holds them."""
    analysis = khabar.analyze(document)
    with pytest.raises(SerializationError, match=re.escape(place)):
        analysis.to_json()
    assert Analysis.from_dict(analysis.to_dict()) == analysis


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "a JSON object is expected, as to_json.* not list"),
        ("null", "not NoneType"),
        ("{}", "'schema' is None, not 'khabar/1'"),
        ('{"schema": "khabar/2"}', "'schema' is 'khabar/2', not 'khabar/1'"),
        ('{"schema": "khabar/1"}', "no Document: an object is expected, not NoneType"),
        ('{"schema": "khabar/1", "document": {}}', "Document.text: missing"),
        ('{"schema": "khabar/1", "document": {"text": 5}}', "Document.text: 5 is no str"),
        ('{"schema": "khabar/1", "document": {"text": "a", "creation_time": "today"}}', "creation_time: Invalid isoformat string: 'today'"),
        ('{"schema": "khabar/1", "document": {"text": "a", "creation_time": 5}}', "creation_time: 5 is no date: write it as"),
        ('{"schema": "khabar/1", "document": {"text": "a", "meta": {"k": 1}}}', r"meta\['k'\]: 1 is no str"),
    ],
)
def test_garbage_is_refused_with_its_reason(line: str, reason: str) -> None:
    """What is no analysis gives one error that says why."""
    with pytest.raises(SerializationError, match=reason):
        Analysis.from_json(line)


@pytest.mark.parametrize(
    ("layer", "change", "reason"),
    [
        ("quotations", {"kind": "loud"}, r"quotations\[0\] is no Quotation: Quotation.kind: 'loud' is no QuotationKind; there are speech,"),
        ("quotations", {"kind": None}, "Quotation.kind: None is no QuotationKind"),
        ("quotations", {"depth": "0"}, "Quotation.depth: '0' is no int"),
        ("quotations", {"depth": True}, "Quotation.depth: True is no int"),
        ("quotations", {"span": 5}, "Quotation.span.start: missing"),
        ("quotations", {"rule": None}, "Quotation.rule: None is no str"),
        ("quotations", {"content": {"start": 0, "end": 3, "text": "نعم"}}, r"quotations\[0\]: 'نعم' does not stand at 0–3"),
        ("quotations", {"content": {"start": -3, "end": 0, "text": ""}}, "does not stand at -3–0"),
        ("quotations", {"span": {"start": 0, "end": 9999, "text": TEXT}}, "does not stand at 0–9999"),
        ("attributions", {"negated": "false"}, "Attribution.negated: 'false' is no bool"),
        ("attributions", {"content": 5}, "Attribution.content: an object or list is expected"),
        ("attributions", {"quotations": ["0"]}, r"Attribution.quotations\[0\]: '0' is no int"),
        ("dates", {"start": "soon"}, "TimeExpression.start: Invalid isoformat"),
        ("dates", {"start": 5}, "TimeExpression.start: 5 is no date"),
    ],
)
def test_a_wrong_field_is_named(analysis: Analysis, layer: str, change: dict[str, object], reason: str) -> None:
    """A wrong value is reported with layer, number and field; a span must hold the characters of the text."""
    data = json.loads(analysis.to_json())
    data[layer][0] |= change
    with pytest.raises(SerializationError, match=reason):
        Analysis.from_dict(data)


@pytest.mark.parametrize("items", [5, "abc", {"a": 1}, [5], [None]])
def test_a_layer_that_is_no_list_of_objects_is_refused(analysis: Analysis, items: object) -> None:
    """A layer is a list of objects."""
    with pytest.raises(SerializationError, match="dates"):
        Analysis.from_dict({**analysis.to_dict(), "dates": items})


def test_an_unknown_layer_is_named(analysis: Analysis) -> None:
    """A layer whose key was not given is named, with those that are known."""
    with pytest.raises(
        SerializationError, match=r"layer 'money': pass it in layers=.*known are sentences, quotations, dates, attributions"
    ):
        Analysis.from_dict({**analysis.to_dict(), "money": []})


@pytest.mark.parametrize("wrong", ["{}", None, [("schema", "khabar/1")]])
def test_from_dict_wants_a_mapping(wrong: object) -> None:
    """A line of JSON given to `from_dict` is sent to `from_json`."""
    with pytest.raises(TypeError, match=r"data must be a mapping.*from_json\(\)"):
        Analysis.from_dict(wrong)  # type: ignore[arg-type]  # the wrong type is the test


class Unit(StrEnum):
    """A plugin's enum."""

    TON = "ton"


class Rank(IntEnum):
    """An enum of numbers."""

    FIRST = 1


@attrs.frozen(kw_only=True)
class Weight:
    """A plugin's annotation, with a field of every kind that can be written."""

    span: Span
    amount: Decimal
    unit: Unit | None
    rank: Rank = Rank.FIRST
    share: float = 0.5
    day: dt.date | None = None
    at: dt.datetime | None = None
    either: int | str = "a"
    parts: tuple[Span, ...] = ()
    notes: Mapping[str, str] = attrs.field(factory=dict)


@attrs.frozen
class Bad:
    """A field that JSON has no word for."""

    span: Span
    thing: object


class Plain:
    """Neither an attrs class nor a dataclass."""

    def __init__(self, span: Span) -> None:
        self.span = span


WEIGHTS = khabar.Layer("weights", Weight)


def test_a_plugin_layer_round_trips() -> None:
    """A layer of another package survives dict and JSON when its key is given, with the types of all its fields."""
    span = Span.of("طن", 0, 2)
    weights = (
        Weight(span=span, amount=Decimal("2.50"), unit=Unit.TON, day=dt.date(2024, 5, 3), parts=(span,), notes={"a": "b"}),
        Weight(span=span, amount=Decimal(1), unit=None, at=dt.datetime(2024, 5, 3, 10), either=7),
    )
    analysis = Analysis(document=Document(text="طن"), layers={WEIGHTS: weights})
    for again in (Analysis.from_dict(analysis.to_dict(), layers=(WEIGHTS,)), Analysis.from_json(analysis.to_json(), layers=[WEIGHTS])):
        assert again == analysis
        assert [type(weight.amount) for weight in again[WEIGHTS]] == [Decimal, Decimal]
        assert [type(weight.unit) for weight in again[WEIGHTS]] == [Unit, type(None)]
        assert type(again[WEIGHTS][0].rank) is Rank


def test_what_cannot_be_written_is_refused() -> None:
    """An annotation without known fields, or with a field that JSON has no word for, gives an error of khabar."""
    span = Span.of("طن", 0, 2)
    with pytest.raises(SerializationError, match="Plain is neither an attrs class nor a dataclass"):
        Analysis(document=Document(text="طن"), layers={khabar.Layer("plain", Plain): (Plain(span),)}).to_dict()
    for thing in (object(), float("nan")):
        with pytest.raises(SerializationError, match="cannot be written as JSON"):
            Analysis(document=Document(text="طن"), layers={khabar.Layer("bad", Bad): (Bad(span, thing),)}).to_json()


def test_one_annotation_can_be_written_alone() -> None:
    """`to_data` and `from_data` serve single objects, for other formats."""
    token = khabar.tokenize("خبر")[0]
    assert to_data(token) == {"span": {"start": 0, "end": 3, "text": "خبر"}, "kind": "word", "folded": "خبر"}
    assert from_data(to_data(token), khabar.Token) == token
    assert to_json(to_data(token)).startswith('{"span"')


def test_the_published_schema_is_that_of_the_classes() -> None:
    """The file in the reference is what `json_schema` makes; a change of the contract shows there."""
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == json_schema()


def test_results_are_valid_by_the_schema(analysis: Analysis) -> None:
    """Real output obeys the schema, with tokens and the layer of a plugin too."""
    data = json.loads(analysis.to_json())
    data["tokens"] = [to_data(token) for token in analysis.tokens]
    data["weights"] = [to_data(Weight(span=Span.of("طن", 0, 2), amount=Decimal(1), unit=None))]
    assert faults(data, json_schema()) == []


@pytest.mark.parametrize("path", ["schema", "document.text", "quotations.0.kind", "quotations.0.span.start", "dates.0.start", "dates"])
def test_the_schema_refuses_other_values(analysis: Analysis, path: str) -> None:
    """A value of another type is found at its place."""
    data = json.loads(analysis.to_json())
    *parents, last = path.split(".")
    place = data
    for parent in parents:
        place = place[int(parent)] if isinstance(place, list) else place[parent]
    place[last] = 1.5
    assert [fault.split(":")[0] for fault in faults(data, json_schema())] == [path]


def test_the_schema_wants_every_field(analysis: Analysis) -> None:
    """A field that is missing is found."""
    data = json.loads(analysis.to_json())
    del data["attributions"][0]["factuality"]
    assert faults(data, json_schema()) == ["attributions.0: lacks factuality"]


def faults(value: object, schema: Mapping[str, object], path: str = "", root: Mapping[str, object] | None = None) -> list[str]:
    """Where a value breaks a schema: as much of JSON Schema as ours uses."""
    root = root or schema
    here = path or "data"
    if "$ref" in schema:
        name = str(schema["$ref"]).removeprefix("#/$defs/")
        return faults(value, root["$defs"][name], path, root)  # type: ignore[index]
    if "anyOf" in schema:
        results = [faults(value, one, path, root) for one in schema["anyOf"]]  # type: ignore[attr-defined]
        return [] if [] in results else [f"{here}: none of {len(results)}"]
    if "const" in schema:
        return [] if value == schema["const"] else [f"{here}: not {schema['const']}"]
    if "enum" in schema:
        return [] if value in schema["enum"] else [f"{here}: not in the enum"]  # type: ignore[operator]
    types = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
    if type(value) is not types[str(schema["type"])]:
        return [f"{here}: no {schema['type']}"]
    prefix = f"{path}." if path else ""
    if isinstance(value, list):
        return [fault for i, item in enumerate(value) for fault in faults(item, schema["items"], f"{prefix}{i}", root)]  # type: ignore[arg-type]
    if isinstance(value, dict):
        known: Mapping[str, Mapping[str, object]] = schema.get("properties", {})  # type: ignore[assignment]
        other: Mapping[str, object] | None = schema.get("additionalProperties")  # type: ignore[assignment]
        found = [f"{here}: lacks {name}" for name in schema.get("required", ()) if name not in value]  # type: ignore[attr-defined]
        for name, item in value.items():
            rule = known.get(name, other)
            found += [] if rule is None else faults(item, rule, f"{prefix}{name}", root)
        return found
    if schema.get("format") == "date":
        return [] if re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)) else [f"{here}: no date"]
    return []
