"""`khabar explain`: what was found at one place of a text, and by which rules."""

from __future__ import annotations

from collections.abc import Iterator

import click

from khabar.analysis import Analysis
from khabar.cli import inputs, options
from khabar.cli.messages import Messages, write
from khabar.errors import KhabarError
from khabar.layers import Annotation
from khabar.output.text import facts, fields, one_line
from khabar.pipeline import Pipeline
from khabar.spans import Span


@click.command("explain")
@click.argument("file", metavar="FILE|-")
@click.option("--at", "offset", type=click.IntRange(min=0), required=True, metavar="N", help="Offset in code points, from 0.")
@options.reading_options
@options.pipeline_options
def explain(file: str, offset: int, reading: inputs.Reading, pipeline: Pipeline) -> int:
    """What was found at an offset, by which rule.

    Shown are the token there, and every annotation whose span holds the offset, with the parts of it that do.
    """
    messages = Messages()
    for document in inputs.documents(file, reading, messages):
        if offset >= len(document.text):
            messages.failed(document.id or file, f"no offset {offset} in a text of {len(document.text)} characters")
            continue
        try:
            write("\n".join((*explained(pipeline.analyze(document), offset), "")))
        except KhabarError as error:
            messages.failed(document.id or file, str(error))
    return messages.code


def explained(analysis: Analysis, offset: int) -> Iterator[str]:
    """The lines that tell what was found at an offset.

    >>> import khabar
    >>> lines = list(explained(khabar.analyze("قال الوزير: «سنعود»."), 5))
    >>> lines[0]
    'token [4:10] الوزير'
    """
    groups: list[tuple[str, list[Annotation]]] = [("token", list(analysis.tokens))]
    groups += [(layer.name, list(found)) for layer, found in analysis.layers.items()]
    groups.append(("diagnostics", list(analysis.diagnostics)))
    for name, found in groups:
        for annotation in found:
            if _holds(annotation.span, offset):
                yield f"{name} [{annotation.span.start}:{annotation.span.end}] {one_line(annotation.span.text)}"
                if parts := ", ".join(_parts(annotation, offset)):
                    yield f"  here: {parts}"
                yield from (f"  {label}: {value}" for label, value in facts(annotation, analysis))


def _holds(span: Span, offset: int) -> bool:
    return span.start <= offset < span.end


def _parts(annotation: Annotation, offset: int) -> Iterator[str]:
    """The names of the fields of an annotation whose own span holds the offset."""
    for name, value in fields(annotation):
        spans = value if isinstance(value, tuple) else (value,)
        if any(isinstance(span, Span) and _holds(span, offset) for span in spans):
            yield name


COMMANDS = (explain,)
