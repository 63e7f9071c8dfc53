"""The pipeline: order by needs, errors that name both sides, faults of extractors, many documents."""

from __future__ import annotations

import datetime as dt
import itertools
import re
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator

import attrs
import pytest

import khabar
from khabar import Diagnostic, DiagnosticCode, Document, Layer, Lexicon, Pipeline, Span, View

Needs = tuple[Layer[khabar.Annotation], ...]


@attrs.frozen(kw_only=True)
class Mark:
    """Some place in the text."""

    span: Span


def layer(name: str) -> Layer[Mark]:
    """A layer of marks."""
    return Layer(name, Mark)


class Makes:
    """Marks the first character (if there is one), after asking for the layers it needs."""

    def __init__(self, name: str, *needs: Layer[khabar.Annotation]) -> None:
        self.layer = layer(name)
        self.requires: Needs = needs

    def extract(self, view: View) -> Iterable[Mark | Diagnostic]:
        """One mark."""
        for need in self.requires:
            view[need]
        text = view.document.text
        return [Mark(span=Span.of(text, 0, 1))] if text else []


class MakesToo(Makes):
    """The same under another name, for messages."""


class Gives(Makes):
    """Gives what it is told, whatever that is."""

    def __init__(self, items: object) -> None:
        super().__init__("given")
        self.items = items

    def extract(self, view: View) -> Iterable[Mark | Diagnostic]:
        """The items."""
        return self.items  # type: ignore[return-value]  # wrong items are the test


class Fails(Makes):
    """Gives a mark and a diagnostic, then fails."""

    def extract(self, view: View) -> Iterator[Mark | Diagnostic]:
        """Half of its layer."""
        span = Span.of(view.document.text, 0, 1)
        yield Mark(span=span)
        yield Diagnostic(code=DiagnosticCode.MIXED_DIGITS, span=span, message="half done")
        raise ZeroDivisionError("no such number")


def test_extractors_run_after_those_they_need() -> None:
    """Whatever the order in which they are given, each extractor finds the layers it needs."""
    a, b, c = Makes("a"), Makes("b", layer("a")), Makes("c", layer("b"), layer("a"), khabar.TOKENS)
    for order in itertools.permutations([a, b, c]):
        pipeline = Pipeline(order)
        assert [key.name for key in pipeline.layers] == ["a", "b", "c"]
        assert len(pipeline.analyze("خبر")[c.layer]) == 1


@pytest.mark.parametrize(
    ("extractors", "reason"),
    [
        ([Makes("a"), MakesToo("a")], r"the layer 'a' is made by .*\.Makes and by .*\.MakesToo$"),
        ([Makes("b", layer("a"))], r"\.Makes needs the layer 'a', which no extractor makes here"),
        (
            [Makes("a"), MakesToo("b", Layer("a", khabar.Sentence))],
            r"\.MakesToo needs the layer 'a' of Sentence, but .*\.Makes makes it of Mark",
        ),
        (
            [Makes("a", layer("b")), MakesToo("b", layer("a"))],
            r"in a circle: .*(a \(.*Makes\).*b \(.*MakesToo\)|b \(.*MakesToo\).*a \()",
        ),
        ([Makes("a", layer("a"))], r"in a circle: a \(.*Makes\) → a \(.*Makes\)"),
        ([Makes("tokens")], r"\.Makes calls its layer 'tokens'"),
        ([Makes("document")], r"\.Makes calls its layer 'document'"),
    ],
)
def test_what_does_not_fit_fails_when_the_pipeline_is_built(extractors: list[Makes], reason: str) -> None:
    """A missing, duplicate or cyclic layer is named with both sides, before any text is read."""
    with pytest.raises(khabar.PipelineError, match=reason):
        Pipeline(extractors)


def dishes(name: str, code: str) -> Lexicon:
    """A lexicon of one word."""
    text = f"""
        format = "khabar-lexicon/1"
        [class.dish]
        about = "Dishes"
        attributes = {{ code = "str" }}
        [entries.dish]
        "كشري" = {{ code = "{code}" }}
        """
    return Lexicon.from_text(text, name=name)


class Carries(Makes):
    """Brings a lexicon, and marks its words."""

    def __init__(self, name: str, lexicon: object) -> None:
        super().__init__(name)
        self.lexicon = lexicon

    def extract(self, view: View) -> Iterable[Mark | Diagnostic]:
        """The dishes."""
        return [Mark(span=view.tokens[match.start_token].span) for match in view.matches("dish")]


def test_lexicons_are_merged() -> None:
    """Every extractor sees the words that another one carries, and those that are given to the pipeline."""
    carried = Pipeline([Carries("a", dishes("north", "1")), Carries("b", None)]).analyze("أكلنا كشري أمس.")
    given = Pipeline([Carries("b", None)], lexicons=[dishes("north", "1")]).analyze("أكلنا كشري أمس.")
    assert [mark.span.text for mark in (*carried[layer("a")], *carried[layer("b")], *given[layer("b")])] == ["كشري"] * 3


def test_clashing_lexicons_are_both_named() -> None:
    """Two lexicons that say different things of one word are refused when the pipeline is built, carried or given."""
    north, south = dishes("north", "1"), dishes("south", "2")
    with pytest.raises(khabar.LexiconError, match=r"north.*south"):
        Pipeline([Carries("a", north), Carries("b", south)])
    with pytest.raises(khabar.LexiconError, match=r"north.*south"):
        Pipeline([Carries("a", north)], lexicons=[south])
    Pipeline([Carries("a", north), Carries("b", dishes("south", "1"))])


def test_a_lexicon_of_another_type_is_refused() -> None:
    """What an extractor carries as its lexicon is a `Lexicon`."""
    with pytest.raises(khabar.PipelineError, match=r"the lexicon of .*Carries is a str, not a khabar\.Lexicon"):
        Pipeline([Carries("a", "dishes.toml")])


def test_a_lexicon_that_cannot_be_read_names_its_extractor() -> None:
    """A file that is missing surfaces with the extractor that wanted it."""

    class Loses(Makes):
        @property
        def lexicon(self) -> Lexicon:
            return Lexicon.from_toml("no/such/file.toml")

    with pytest.raises(khabar.PluginError, match=r"the lexicon of .*Loses cannot be loaded: FileNotFoundError"):
        Pipeline([Loses("a")])


def test_on_error_is_one_of_two_words() -> None:
    """A misspelt `on_error` is refused with the words there are."""
    with pytest.raises(khabar.PipelineError, match="'raise' or 'skip', not 'ignore'"):
        Pipeline([], on_error="ignore")  # type: ignore[arg-type]  # the wrong word is the test


@pytest.mark.parametrize("argument", ["plugins", "lexicons"])
def test_one_name_is_not_a_list_of_names(argument: str) -> None:
    """`plugins="money"` would be read letter by letter; the message shows the list."""
    with pytest.raises(TypeError, match=re.escape(f"{argument}=['money']")):
        Pipeline.default(**{argument: "money"})  # type: ignore[arg-type]  # the wrong type is the test


SPAN = Span.of("خبر", 0, 3)


@pytest.mark.parametrize(
    ("items", "reason"),
    [
        ([SPAN], "Gives gave a Span, but its layer 'given' holds Mark"),
        ([None], "gave a NoneType"),
        ([khabar.Sentence(span=SPAN, paragraph=0, rule="r")], "gave a Sentence, but its layer 'given' holds Mark"),
        ([Mark(span=Span(2, 5, "ر"))], "gave the span 2–5 as 'ر', not so in the text of 3 characters"),
        ([Mark(span=Span(-1, 0, ""))], "the span -1–0"),
        ([Mark(span=Span(2, 1, ""))], "the span 2–1"),
        ([Mark(span=Span(0, 3, "نبأ"))], r"Span\.of\(view\.document\.text, start, end\)"),
        ([Diagnostic(code=DiagnosticCode.MIXED_DIGITS, span=Span(0, 9, ""), message="")], "the span 0–9"),
    ],
)
def test_what_breaks_the_layer_is_refused(items: object, reason: str) -> None:
    """An item of another type, or a span that is not of the text, is refused with the extractor's name."""
    with pytest.raises(khabar.PipelineError, match=reason):
        Pipeline([Gives(items)]).analyze("خبر")
    skipped = Pipeline([Gives(items)], on_error="skip").analyze("خبر")
    assert skipped[layer("given")] == ()
    assert [diagnostic.code for diagnostic in skipped.diagnostics] == [DiagnosticCode.PLUGIN_ERROR]


def test_an_extractor_that_gives_nothing_to_iterate_over_fails() -> None:
    """None instead of an iterable is a fault of the extractor."""
    with pytest.raises(khabar.PluginError, match="Gives failed: TypeError"):
        Pipeline([Gives(None)]).analyze("خبر")


class Peeks(Makes):
    """Reads a layer that it does not name."""

    def extract(self, view: View) -> Iterable[Mark | Diagnostic]:
        """Nothing, after a look at the sentences."""
        view[khabar.SENTENCES]
        return []


def test_an_undeclared_layer_is_refused() -> None:
    """A layer is readable only if `requires` names it, even if it is there; the message says what is declared."""
    declared = Peeks("peeks", layer("a"))
    with pytest.raises(khabar.UndeclaredLayerError, match=r"Peeks reads the layer 'sentences' .*\(there: a\)"):
        Pipeline([declared, Makes("a")]).analyze("خبر")


def test_tokens_words_and_matches_need_no_declaration() -> None:
    """Tokens, and what the lexicons know of them, are always there."""

    class Looks(Makes):
        def extract(self, view: View) -> Iterable[Mark | Diagnostic]:
            assert view[khabar.TOKENS] is view.tokens
            assert len(view.words) == len(view.tokens) == 2
            assert view.matches("no such class") == ()
            assert view.phrases("no such class") == ()
            assert list(view.positions({"no such class"})) == []
            return []

    assert Pipeline([Looks("looks")]).analyze("خبر عاجل")[layer("looks")] == ()


def test_a_failing_extractor_raises_by_default() -> None:
    """The error names the extractor and keeps the cause."""
    with pytest.raises(khabar.PluginError, match=r"Fails failed: ZeroDivisionError: no such number") as caught:
        Pipeline([Fails("f")]).analyze("خبر")
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


def test_a_failing_extractor_can_be_skipped() -> None:
    """Its layer is empty with one diagnostic, half results are dropped, the other layers survive and dependents run."""
    pipeline = Pipeline([Fails("f"), Makes("after", layer("f")), Makes("other")], on_error="skip")
    analysis = pipeline.analyze("خبر")
    assert analysis[layer("f")] == ()
    assert len(analysis[layer("after")]) == len(analysis[layer("other")]) == 1
    (fault,) = analysis.diagnostics
    assert fault.code is DiagnosticCode.PLUGIN_ERROR
    assert fault.span == Span(0, 0, "")
    assert "Fails failed: ZeroDivisionError" in fault.message
    assert khabar.Analysis.from_json(analysis.to_json(), [layer("f"), layer("after"), layer("other")]) == analysis


def test_layers_and_diagnostics_are_sorted() -> None:
    """Whatever order an extractor gives, a layer goes by start, the longer first; diagnostics by place."""
    places = [(2, 3), (0, 1), (0, 3), (1, 2)]
    marks = [Mark(span=Span.of("خبر", *place)) for place in places]
    notes = [Diagnostic(code=DiagnosticCode.MIXED_DIGITS, span=mark.span, message="") for mark in marks]
    analysis = Pipeline([Gives([*marks, *notes])]).analyze("خبر")
    assert [(mark.span.start, mark.span.end) for mark in analysis[layer("given")]] == [(0, 3), (0, 1), (1, 2), (2, 3)]
    assert [(note.span.start, note.span.end) for note in analysis.diagnostics] == [(0, 1), (0, 3), (1, 2), (2, 3)]


def test_a_private_layer_is_made_but_not_shown() -> None:
    """A layer for other extractors is readable by them and absent from results."""
    pipeline = Pipeline([Makes("_hidden"), Makes("shown", layer("_hidden"))])
    assert [key.name for key in pipeline.layers] == ["shown"]
    with pytest.raises(khabar.UnknownLayerError):
        pipeline.analyze("خبر")[layer("_hidden")]


def test_extract_makes_only_what_is_needed() -> None:
    """One layer costs the layers it needs, and an extractor that would fail elsewhere is not run."""
    pipeline = Pipeline([Makes("a"), Makes("b", layer("a")), Fails("f")])
    assert len(pipeline.extract(layer("b"), "خبر")) == 1
    assert pipeline.extract(khabar.TOKENS, "خبر عاجل") == tuple(khabar.tokenize("خبر عاجل"))
    with pytest.raises(khabar.UnknownLayerError, match=r"no layer 'money' in this pipeline; there are a, b, f, tokens"):
        pipeline.extract(layer("money"), "خبر")


def test_creation_time_overrides_that_of_the_document() -> None:
    """The argument counts before the document's own time; the rest of the document is kept."""
    document = Document(text="وصل الوفد أمس.", id="n1", creation_time=dt.date(2024, 6, 19), meta={"page": "1"})
    assert khabar.analyze(document).dates[0].value == "2024-06-18"
    later = khabar.analyze(document, creation_time=dt.date(2024, 7, 2))
    assert later.dates[0].value == "2024-07-01"
    assert (later.document.id, later.document.meta, later.document.creation_time) == ("n1", {"page": "1"}, dt.date(2024, 7, 2))
    assert khabar.analyze(document).document is document
    assert khabar.extract_dates(document)[0].value == "2024-06-18"
    assert khabar.extract_dates(document, creation_time=dt.date(2024, 7, 2))[0].value == "2024-07-01"


def test_without_creation_time_yesterday_stays_unresolved() -> None:
    """Nothing is read from the clock: without a time of publication there is no value."""
    (date,) = khabar.extract_dates("وصل الوفد أمس.")
    assert date.value is None
    assert date.start is None


def test_stream_is_lazy_and_in_order() -> None:
    """A document is read when its analysis is asked for, not before; results come in the order of the documents."""
    read: list[str] = []

    def documents() -> Iterator[Document]:
        for number in itertools.count():
            read.append(str(number))
            yield Document(text="قال: «نعم».", id=str(number))

    stream = khabar.Pipeline.default().stream(documents())
    assert read == []
    assert [next(stream).document.id for _ in range(3)] == ["0", "1", "2"]
    assert read == ["0", "1", "2"]


@pytest.mark.parametrize("one", ["خبر", b"a", Document(text="خبر")])
def test_stream_wants_many_documents(one: object) -> None:
    """A single text is refused at once, not letter by letter."""
    with pytest.raises(TypeError, match=r"many documents, not one .*analyze\(\) reads one"):
        Pipeline([]).stream(one)  # type: ignore[arg-type]  # the wrong type is the test


def test_threads_share_a_pipeline() -> None:
    """Threads that use one pipeline at the same time each get what one alone would."""
    texts = [f"قال الوزير رقم {number}: «سنعود يوم {number % 28 + 1} مايو 2024»." for number in range(30)]
    alone, pipeline = Pipeline.default(), Pipeline.default()
    expected = [alone.analyze(text) for text in texts]
    results: dict[int, list[khabar.Analysis]] = {}

    def read(thread: int) -> None:
        results[thread] = [pipeline.analyze(text) for text in texts]

    threads = [threading.Thread(target=read, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [results[number] == expected for number in range(4)] == [True] * 4


def test_the_default_pipeline_is_built_once() -> None:
    """In a new process, threads that ask first at the same time build one default pipeline and get equal results."""
    code = """
import threading, khabar
built, made, barrier, results = 0, khabar.Pipeline.default.__func__, threading.Barrier(4), []
def default(cls, *arguments, **options):
    global built
    built += 1
    return made(cls, *arguments, **options)
khabar.Pipeline.default = classmethod(default)
def read():
    barrier.wait()
    results.append(khabar.analyze("قال الوزير: «نعم»."))
threads = [threading.Thread(target=read) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(built, len(results), all(result == results[0] for result in results))
"""
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "4", "True"]
