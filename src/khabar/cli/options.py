"""The options that commands share; each decorator hands its command one finished object."""

from __future__ import annotations

import codecs
import datetime as dt
import functools
from collections.abc import Callable, Iterable
from typing import TypeAlias

import click

from khabar.cli.inputs import JSONL, TEXT, InputError, Reading, parse_date
from khabar.output import FORMATS
from khabar.pipeline import Pipeline

Command: TypeAlias = Callable[..., int]


class IsoDate(click.ParamType):
    """A day or a moment in ISO form."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.date | dt.datetime:
        """Read the argument, or fail with the form that is expected."""
        try:
            return value if isinstance(value, dt.date) else parse_date(value)
        except InputError as error:
            self.fail(str(error), param, ctx)


class Encoding(click.ParamType):
    """The name of an encoding of text that Python knows."""

    name = "encoding"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Check the name before any file is opened."""
        name = str(value)
        try:
            "".encode(name)
            codecs.getincrementaldecoder(name)
        except LookupError:
            self.fail(f"{name!r} is no encoding of text; Arabic is often in utf-8, cp1256, iso8859-6 or utf-16", param, ctx)
        return name


class Names(click.ParamType):
    """Names parted by commas."""

    name = "names"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:  # noqa: ARG002 # click's own signature
        """The names in their order."""
        return value if isinstance(value, tuple) else tuple(name.strip() for name in str(value).split(",") if name.strip())


def flatten(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The names of an option that may be given more than once, each once.

    >>> flatten((("dates", "money"), ("dates",)))
    ('dates', 'money')
    """
    return tuple(dict.fromkeys(name for group in groups for name in group))


def reading_options(command: Command) -> Command:
    """How inputs are read: the command gets `reading`."""

    @click.option("--date", type=IsoDate(), metavar="DATE", help="Day of publication, from which “yesterday” is counted.")
    @click.option("--encoding", type=Encoding(), default="utf-8", show_default=True, metavar="NAME", help="Encoding of the inputs.")
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

    @click.option("--with", "plugins", type=Names(), multiple=True, metavar="NAME,...", help="Installed plugins to use.")
    @click.option("--lexicon", "lexicons", type=Names(), multiple=True, metavar="NAME,...", help="Installed lexicons to use.")
    @functools.wraps(command)
    def wrapped(*, plugins: tuple[tuple[str, ...], ...], lexicons: tuple[tuple[str, ...], ...], **others: object) -> int:
        return command(pipeline=Pipeline.default(plugins=flatten(plugins), lexicons=flatten(lexicons)), **others)

    return wrapped


def format_option(command: Command) -> Command:
    """How results are written: the command gets `format_name`, None if not given."""
    text = "How results are written; by default text on a terminal and jsonl otherwise."
    return click.option("--format", "format_name", type=click.Choice(tuple(FORMATS)), help=text)(command)


files_argument = click.argument("files", nargs=-1, metavar="[FILE|DIR|-]...")
