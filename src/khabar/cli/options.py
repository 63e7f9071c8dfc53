"""The options that commands share; each decorator hands its command one finished object."""

from __future__ import annotations

import codecs
import datetime as dt
import functools
from collections.abc import Callable
from typing import TypeAlias

import click

from khabar.cli.inputs import JSONL, TEXT, InputError, Reading, parse_date
from khabar.output import FORMATS
from khabar.pipeline import Pipeline

Command: TypeAlias = Callable[..., int]


def _iso_date(_: click.Context, __: click.Parameter, value: str | None) -> dt.date | dt.datetime | None:
    try:
        return parse_date(value) if value else None
    except InputError as error:
        raise click.BadParameter(str(error)) from None


def _encoding(_: click.Context, __: click.Parameter, value: str) -> str:
    """The name of an encoding of text, checked before any file is opened."""
    try:
        "".encode(value)
        codecs.getincrementaldecoder(value)
    except LookupError:
        known = "Arabic is often in utf-8, cp1256, iso8859-6 or utf-16"
        raise click.BadParameter(f"{value!r} is no encoding of text; {known}") from None
    return value


def names(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Names parted by commas, from an option that may be given more than once; each once, in order."""
    return tuple(dict.fromkeys(name.strip() for value in values for name in value.split(",") if name.strip()))


def reading_options(command: Command) -> Command:
    """How inputs are read: the command gets `reading`."""

    @click.option("--date", callback=_iso_date, metavar="DATE", help="Day of publication, from which “yesterday” is counted.")
    @click.option("--encoding", callback=_encoding, default="utf-8", show_default=True, metavar="NAME", help="Encoding of the inputs.")
    @click.option("--input-format", type=click.Choice((TEXT, JSONL)), help="Read every input so, whatever its name.")
    @click.option("--text-field", default="text", show_default=True, metavar="KEY", help="JSON lines: key of the text.")
    @click.option("--id-field", default="id", show_default=True, metavar="KEY", help="JSON lines: key of the id.")
    @click.option("--date-field", default="date", show_default=True, metavar="KEY", help="JSON lines: key of the date (ISO).")
    @functools.wraps(command)
    def wrapped(
        *,
        date: dt.date | dt.datetime | None,
        encoding: str,
        input_format: str | None,
        text_field: str,
        id_field: str,
        date_field: str,
        **others: object,
    ) -> int:
        reading = Reading(
            date=date,
            encoding=encoding,
            input_format=input_format,
            text_field=text_field,
            id_field=id_field,
            date_field=date_field,
        )
        return command(reading=reading, **others)

    return wrapped


def pipeline_options(command: Command) -> Command:
    """Which plugins take part: the command gets `pipeline`."""

    @click.option("--with", "plugins", callback=names, multiple=True, metavar="NAME,...", help="Installed plugins to use.")
    @click.option("--lexicon", "lexicons", callback=names, multiple=True, metavar="NAME,...", help="Installed lexicons to use.")
    @functools.wraps(command)
    def wrapped(*, plugins: tuple[str, ...], lexicons: tuple[str, ...], **others: object) -> int:
        return command(pipeline=Pipeline.default(plugins=plugins, lexicons=lexicons), **others)

    return wrapped


def format_option(command: Command) -> Command:
    """How results are written: the command gets `format_name`, None if not given."""
    text = "How results are written; by default text on a terminal and jsonl otherwise."
    return click.option("--format", "format_name", type=click.Choice(tuple(FORMATS)), help=text)(command)


files_argument = click.argument("files", nargs=-1, metavar="[FILE|DIR|-]...")
