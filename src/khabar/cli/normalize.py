"""`khabar normalize`: texts with their spelling unified."""

from __future__ import annotations

import sys

import click

from khabar import codec
from khabar.cli import inputs, options
from khabar.cli.messages import Messages, write
from khabar.errors import KhabarError
from khabar.model import Document
from khabar.normalize import DISPLAY, MATCH, STEPS, normalize

PROFILES = {"match": MATCH, "display": DISPLAY, **STEPS}


@click.command("normalize")
@options.files_argument
@click.option("--profile", type=click.Choice(tuple(PROFILES)), default="match", show_default=True, help="A profile, or one step.")
@options.reading_options
@click.option("--format", "format_name", type=click.Choice(("text", "jsonl")), help="By default text on a terminal and jsonl otherwise.")
def command(files: tuple[str, ...], profile: str, reading: inputs.Reading, format_name: str | None) -> int:
    """The text with its spelling unified.

    In JSON lines the document stands beside it as it was, and each stretch that changed its length as
    [start, end, new start, new end].
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
    normalized = normalize(document.text, PROFILES[profile])
    text = normalized.text
    if as_text:
        return text if text.endswith("\n") else text + "\n"
    data = {
        "schema": codec.SCHEMA,
        "document": codec.to_data(document),
        "profile": profile,
        "text": text,
        "edits": [list(edit) for edit in normalized.edits],
    }
    return codec.to_json(data) + "\n"


COMMANDS = (command,)
