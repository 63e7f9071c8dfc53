"""`khabar extract`, and its short forms for one layer each."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import click

from khabar.analysis import Analysis
from khabar.cli import inputs, options
from khabar.cli.messages import Messages, write
from khabar.errors import KhabarError, UnknownLayerError
from khabar.layers import TOKENS
from khabar.model import Document
from khabar.output import writer
from khabar.pipeline import Pipeline


@click.command("extract", short_help="Everything that khabar finds.")
@options.files_argument
@click.option("--layer", "layers", callback=options.names, multiple=True, metavar="NAME,...", help="Only these layers.")
@options.reading_options
@options.pipeline_options
@options.format_option
def extract(
    files: tuple[str, ...],
    layers: tuple[str, ...],
    reading: inputs.Reading,
    pipeline: Pipeline,
    format_name: str | None,
) -> int:
    """Everything khabar finds: sentences, quotations, dates, who said what.

    A *.txt file is one document, a *.jsonl file holds one a line, folders are searched for both; - or nothing is
    standard input.
    """
    return run(files, layers, reading, pipeline, format_name)


def _short_form(name: str, layer: str, about: str) -> click.Command:
    @click.command(name, help=f"{about}\n\nShort for: khabar extract --layer {layer}", short_help=about)
    @options.files_argument
    @options.reading_options
    @options.pipeline_options
    @options.format_option
    def command(files: tuple[str, ...], reading: inputs.Reading, pipeline: Pipeline, format_name: str | None) -> int:
        return run(files, (layer,), reading, pipeline, format_name)

    return command


COMMANDS = (
    extract,
    _short_form("tokenize", "tokens", "Tokens: words, numbers, marks."),
    _short_form("sentences", "sentences", "Sentences, quotations kept whole."),
    _short_form("quotations", "quotations", "Quotations with kind and speaker."),
    _short_form("dates", "dates", "Expressions of time with their values."),
    _short_form("attributions", "attributions", "Who said what, according to whom."),
)


def run(files: Sequence[str], layers: Sequence[str], reading: inputs.Reading, pipeline: Pipeline, format_name: str | None) -> int:
    """Read, analyse and write every input.

    Args:
        files: files, folders, `-`.
        layers: names of the layers to write; none for all but the tokens.
        reading: how inputs are read.
        pipeline: what reads the texts.
        format_name: one of `khabar.output.FORMATS`; None for the one that suits where the results go.

    Returns:
        The exit code.

    Raises:
        UnknownLayerError: the pipeline makes no layer of such a name.
    """
    known = (TOKENS.name, *(layer.name for layer in pipeline.layers))
    for name in layers:
        if name not in known:
            raise UnknownLayerError(f"no layer {name!r}; there are {', '.join(known)} (a plugin's layer needs --with PLUGIN)")
    target = writer(format_name or ("text" if sys.stdout.isatty() else "jsonl"), layers or None)
    messages = Messages()
    write(target.begin())
    for path in _progress(list(inputs.expand(inputs.named(files), messages))):
        for document in inputs.documents(path, reading, messages):
            try:
                write(target.write(_analyze(document, layers, pipeline)))
            except KhabarError as error:
                messages.failed(document.id or path, str(error))
    write(target.end())
    return messages.code


def _analyze(document: Document, layers: Sequence[str], pipeline: Pipeline) -> Analysis:
    # an analysis makes its tokens itself
    return Analysis(document=document, layers={}) if tuple(layers) == (TOKENS.name,) else pipeline.analyze(document)


def _progress(paths: list[str]) -> Iterator[str]:
    # where the results go to the terminal too, they are the progress
    if len(paths) < 2 or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from paths
        return
    with click.progressbar(paths, label="khabar", file=sys.stderr) as bar:
        yield from bar
