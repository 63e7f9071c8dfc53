"""`khabar normalize`: texts with their spelling unified."""

from __future__ import annotations

import sys

import click

from khabar import codec
from khabar.cli import inputs, options
from khabar.cli.messages import Messages, write
from khabar.errors import KhabarError
from khabar.model import Document
from khabar.normalize import DISPLAY, MATCH, normalize

PROFILES = {"match": MATCH, "display": DISPLAY}


@click.command("normalize")
@options.files_argument
@click.option("--profile", type=click.Choice(tuple(PROFILES)), default="match", show_default=True, help="What is unified.")
@options.reading_options
@click.option("--format", "format_name", type=click.Choice(("text", "jsonl")), help="By default text on a terminal and jsonl otherwise.")
def command(files: tuple[str, ...], profile: str, reading: inputs.Reading, format_name: str | None) -> int:
    """The text with its spelling unified.

    In JSON lines the document stands beside it, as it was.
    """
    as_text = (format_name or ("text" if sys.stdout.isatty() else "jsonl")) == "text"
    messages = Messages()
    for path in inputs.expand(inputs.named(files), messages):
        for document in inputs.documents(path, reading, messages):
            try:
                write(_line(document, profile, as_text))
            except KhabarError as error:
                messages.failed(document.id or path, str(error))
    return messages.code


def _line(document: Document, profile: str, as_text: bool) -> str:
    text = normalize(document.text, PROFILES[profile]).text
    if as_text:
        return text if text.endswith("\n") else text + "\n"
    return codec.to_json({"schema": codec.SCHEMA, "document": codec.to_data(document), "profile": profile, "text": text}) + "\n"


COMMANDS = (command,)
