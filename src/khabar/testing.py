"""For the tests of plugins: a contract test, and Hypothesis strategies for texts.

Needs Hypothesis, which is imported when one of these functions is called.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.errors import KhabarError, PipelineError
from khabar.extract import BUILTIN
from khabar.layers import TOKENS, Annotation, Extractor, Layer
from khabar.pipeline import Pipeline

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from khabar.analysis import Analysis

_WORDS: tuple[str, ...] = (
    "قال", "قالت", "وأضاف", "أكد", "أعلن", "نفى", "نقلت", "ذكرت", "يرى", "قوله", "قولها", "مشيرا إلى", "موضحا", "بحسب",
    "وفق", "حسبما", "نقلا عن", "إن", "أن", "بأن", "أنه", "لم", "لن", "من", "في", "على", "عن", "إلى", "الذي", "التي", "هو",
    "و", "ثم", "الوزير", "الرئيس", "وزير الخارجية", "رئيس", "المتحدث باسم", "باسم", "الشركة", "ليلى بن منصور", "سامي",
    "وكالة الأنباء", "وكالات", "صحيفة", "بيان", "أمس", "اليوم", "الثلاثاء", "18", "١٨", "يونيو", "2024", "1445هـ", "الساعة",
    "العاشرة", "قبل يومين", "منذ", "نحو", "كل", "شهر", "عام", "نصف", "الماضي", "مليون", "دولار", "40%", "مدينة صفاقس",
)  # fmt: skip
_MARKS: tuple[str, ...] = (
    "،",
    "؛",
    "؟",
    ".",
    "...",
    "!",
    ":",
    "«",
    "»",
    '"',
    "“",
    "”",
    "(",
    ")",
    "((",
    "))",
    "'",
    "-",
    "–",
    "/",
    "\n",
    "\r\n",
    "\n\n",
)
_INVISIBLE: tuple[str, ...] = (
    "\N{ARABIC TATWEEL}",
    "\N{ARABIC FATHA}",
    "\N{ARABIC SHADDA}",
    "\N{ZERO WIDTH NON-JOINER}",
    "\N{ZERO WIDTH JOINER}",
    "\N{RIGHT-TO-LEFT MARK}",
    "\N{LEFT-TO-RIGHT EMBEDDING}",
    "\N{POP DIRECTIONAL FORMATTING}",
    "\N{RIGHT-TO-LEFT ISOLATE}",
    "\N{POP DIRECTIONAL ISOLATE}",
    "\N{ZERO WIDTH NO-BREAK SPACE}",
    "\N{NO-BREAK SPACE}",
    "\N{LINE SEPARATOR}",
    "\x00",
    "\x85",
)


def arabic_text() -> SearchStrategy[str]:
    """Texts that look like news: reporting words, names, dates, numbers and marks in any order.

    >>> from hypothesis import find
    >>> "قال" in find(arabic_text(), lambda text: "قال" in text)
    True
    """
    from hypothesis import strategies as st

    piece = st.one_of(st.sampled_from(_WORDS), st.sampled_from(_MARKS))
    return st.lists(st.tuples(piece, st.sampled_from((" ", " ", " ", ""))), max_size=60).map(_joined)


def hostile_text() -> SearchStrategy[str]:
    """Texts that no editor would print: any code point (lone surrogates too), invisible characters, unpaired marks, huge runs.

    >>> from hypothesis import find
    >>> len(find(hostile_text(), lambda text: len(text) > 1000)) > 1000
    True
    """
    from hypothesis import strategies as st

    anything = st.text(st.characters(codec=None, exclude_categories=()), max_size=20)
    surrogates = st.text(st.characters(min_codepoint=0xD800, max_codepoint=0xDFFF, exclude_categories=()), min_size=1, max_size=4)
    unit = st.one_of(st.sampled_from(_WORDS + _MARKS + _INVISIBLE), st.characters(exclude_categories=()))
    run = st.tuples(unit, st.sampled_from((2, 17, 300, 2000))).map(lambda pair: pair[0] * pair[1])
    piece = st.one_of(anything, surrogates, st.sampled_from(_WORDS), st.sampled_from(_MARKS), st.sampled_from(_INVISIBLE), run)
    return st.lists(st.tuples(piece, st.sampled_from((" ", ""))), max_size=25).map(_joined)


def _joined(pieces: Sequence[tuple[str, str]]) -> str:
    return "".join(piece + space for piece, space in pieces)


def check_extractor(extractor: Extractor[Annotation], *, also: Sequence[Extractor[Annotation]] = (), max_examples: int = 100) -> None:
    """Check that an extractor keeps the contract, on texts that Hypothesis invents.

    The laws: `layer` is a `Layer` of its own name and `requires` holds layers; any text gives a result and none raises; every
    annotation is of the layer's type and stands in the text (`text[span.start:span.end] == span.text`); only declared
    layers are read; the same text gives the same result; the annotations survive JSON.

    Args:
        extractor: the extractor to check.
        also: other extractors whose layers it needs, besides the built-in ones.
        max_examples: how many texts of each kind to try.

    Raises:
        AssertionError: a law is broken; the message says which, and Hypothesis shows the smallest text that does it.
    """
    from hypothesis import HealthCheck, given, settings

    _check_members(extractor)
    pipeline = _pipeline(extractor, also)
    slow = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)
    quick = settings(max_examples=max_examples, deadline=None, database=None, suppress_health_check=slow)

    for texts in (arabic_text(), hostile_text()):

        @quick
        @given(texts)
        def keeps_the_contract(text: str) -> None:
            _check_text(extractor, pipeline, text)

        keeps_the_contract()


def _check_members(extractor: Extractor[Annotation]) -> None:
    for member in ("layer", "requires", "extract"):
        _law(hasattr(extractor, member), f"an extractor has a member {member!r}")
    _law(isinstance(extractor.layer, Layer), f"layer is a khabar.Layer, not {type(extractor.layer).__name__}")
    _law(extractor.layer.name not in {TOKENS.name, "schema", "document", "diagnostics"}, f"the name {extractor.layer.name!r} is taken")
    _law(isinstance(extractor.requires, tuple), "requires is a tuple of layers")
    _law(all(isinstance(layer, Layer) for layer in extractor.requires), "requires is a tuple of layers")


def _pipeline(extractor: Extractor[Annotation], also: Sequence[Extractor[Annotation]]) -> Pipeline:
    """The extractor with those whose layers it needs, and no other: a fault is its own or theirs."""
    makers: dict[Layer[Annotation], Extractor[Annotation]] = {other.layer: other for other in (*(make() for make in BUILTIN), *also)}
    needed = {extractor.layer: extractor}
    waiting = list(extractor.requires)
    while waiting:
        layer = waiting.pop()
        if layer in makers and layer not in needed:
            needed[layer] = makers[layer]
            waiting.extend(makers[layer].requires)
    try:
        return Pipeline(needed.values())
    except PipelineError as error:
        raise AssertionError(str(error)) from error


def _check_text(extractor: Extractor[Annotation], pipeline: Pipeline, text: str) -> None:
    layer = extractor.layer
    try:
        found = pipeline.analyze(text)
    except KhabarError as error:
        raise AssertionError(f"any text gives a result: {error}") from error
    for annotation in pipeline.extract(layer, text) if layer.is_private else found[layer]:
        span = annotation.span
        _law(isinstance(annotation, layer.type), f"{layer.name} holds {layer.type.__name__}, not {type(annotation).__name__}")
        _law(0 <= span.start <= span.end <= len(text), f"the span {span.start}–{span.end} is not in the text")
        _law(text[span.start : span.end] == span.text, f"the span {span.start}–{span.end} does not hold its text {span.text!r}")
    _law(pipeline.analyze(text) == found, "the same text gives the same result")
    if not layer.is_private:
        _check_round_trip(layer, found)


def _check_round_trip(layer: Layer[Annotation], found: Analysis) -> None:
    back = type(found).from_dict(found.to_dict(), layers=(layer,))
    _law(list(back[layer]) == list(found[layer]), f"annotations of {layer.name} survive to_dict and from_dict")


def _law(holds: bool, law: str) -> None:
    # not an assert statement: `python -O` would take the test away
    if not holds:
        raise AssertionError(law)
