"""Dict and JSON keep every analysis, for any text."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import khabar
from khabar import Analysis, Document, SerializationError
from khabar.testing import arabic_text, hostile_text

ANY = st.text(st.characters(exclude_categories=()), max_size=12)
SURROGATES = st.text(st.sampled_from('\ud800\udbff\udc00\udfff\U0001f600ب\u2028"\\'), max_size=8)
ZONES = st.one_of(st.none(), st.integers(-23 * 60, 23 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes))))
DOCUMENTS = st.builds(
    Document,
    text=st.one_of(arabic_text(), hostile_text(), SURROGATES),
    id=st.one_of(st.none(), ANY, SURROGATES),
    creation_time=st.one_of(st.none(), st.dates(), st.datetimes(timezones=ZONES)),
    meta=st.dictionaries(ANY, st.one_of(ANY, SURROGATES), max_size=3),
)
PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


@given(DOCUMENTS)
@example(Document(text="قال: «\ud83d»"))
@example(Document(text="\ud83d\ude00"))
def test_dict_and_json_round_trip(document: Document) -> None:
    """The dict holds every text; JSON holds every one without a pair of surrogates, and refuses the others with an offset."""
    analysis = khabar.analyze(document)
    data = analysis.to_dict()
    assert Analysis.from_dict(data) == analysis
    pairs = [string for string in (document.text, document.id or "", *document.meta, *document.meta.values()) if PAIR.search(string)]
    if pairs:
        with pytest.raises(SerializationError, match=rf"at offset ({'|'.join(str(place(string)) for string in pairs)}) "):
            analysis.to_json()
        return
    line = analysis.to_json()
    assert json.loads(line) == data
    assert Analysis.from_json(line.encode("utf-8").decode("utf-8")) == analysis
    assert len(line.splitlines()) == 1


def place(string: str) -> int:
    """Where the first pair of surrogates stands."""
    found = PAIR.search(string)
    return found.start() if found else -1


KEYS = st.one_of(ANY, st.sampled_from(["span", "start", "text"]))
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), ANY),
    lambda parts: st.one_of(
        st.lists(parts, max_size=3), st.dictionaries(st.one_of(ANY, st.sampled_from(["span", "start", "text"])), parts, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(["document", "sentences", "quotations", "dates", "diagnostics", "money"]), VALUES))
def test_other_data_is_refused_or_read(data: dict[str, object]) -> None:
    """Any JSON object is an analysis or gives a SerializationError, never another error."""
    try:
        analysis = Analysis.from_json(json.dumps({"schema": "khabar/1", **data}))
    except SerializationError:
        return
    assert Analysis.from_dict(analysis.to_dict()) == analysis


@given(st.one_of(ANY, st.text(max_size=30)))
def test_a_line_that_is_no_json_is_refused(line: str) -> None:
    """Any string is read or refused, never another error."""
    with pytest.raises(SerializationError):
        Analysis.from_json(line)


@given(st.data())
def test_one_changed_value_is_refused_or_read(data: st.DataObject) -> None:
    """An analysis in which one value was replaced by any other gives an analysis or a SerializationError."""
    changed = json.loads(LINE)
    place: object = changed
    while isinstance(place, (dict, list)) and place:
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        child = place[key]
        if not isinstance(child, (dict, list)) or not child or data.draw(st.booleans()):
            place[key] = data.draw(VALUES)
            break
        place = child
    try:
        analysis = Analysis.from_dict(changed)
    except SerializationError:
        return
    assert Analysis.from_dict(analysis.to_dict()) == analysis


LINE = khabar.analyze("قالت الوزيرة أمس للصحفيين: «سنعود»، مضيفة أن الطريق مفتوح. (وكالات)", creation_time=dt.date(2024, 6, 19)).to_json()
