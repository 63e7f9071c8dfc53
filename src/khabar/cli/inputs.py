"""Documents from files, folders, JSON lines and standard input.

Characters are never changed on the way in: no line ending, byte order mark or invisible character is touched, so
offsets count what stands in the file.
"""

from __future__ import annotations

import codecs
import datetime as dt
import json
import os
import sys
from collections.abc import Iterator, Sequence
from typing import BinaryIO

import attrs
import click

from khabar.cli.messages import Messages
from khabar.model import Document

STDIN = "-"
TEXT, JSONL = "text", "jsonl"
SUFFIXES = {".txt": TEXT, ".jsonl": JSONL}
_CHUNK = 1 << 20
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


class InputError(Exception):
    """An input, or one line of it, that cannot be read; the message says why."""


@attrs.frozen(kw_only=True)
class Reading:
    """How inputs are to be read.

    Args:
        encoding: of every input.
        input_format: `text` or `jsonl`; None to go by the file's name.
        date: the creation time of documents that bring none.
        text_field: key of the text in a JSON record.
        id_field: key of its id.
        date_field: key of its date.
    """

    encoding: str = "utf-8"
    input_format: str | None = None
    date: dt.date | dt.datetime | None = None
    text_field: str = "text"
    id_field: str = "id"
    date_field: str = "date"


def named(files: Sequence[str]) -> Sequence[str]:
    """The arguments, or standard input where there are none.

    Raises:
        click.UsageError: there are none, and standard input is a terminal.
    """
    if files or not sys.stdin.isatty():
        return files or (STDIN,)
    raise click.UsageError("name a file or a folder to read, or - to type the text here")


def expand(paths: Sequence[str], messages: Messages) -> Iterator[str]:
    """The files behind the arguments: folders are searched for `*.txt` and `*.jsonl`, in the order of their names."""
    for path in paths:
        if path == STDIN or not os.path.isdir(path):
            yield path
            continue
        inside = sorted(_files(path))
        if not inside:
            messages.failed(path, "no *.txt or *.jsonl inside")
        yield from inside


def _files(folder: str) -> Iterator[str]:
    for parent, _, names in os.walk(folder):
        yield from (os.path.join(parent, name) for name in names if os.path.splitext(name)[1].lower() in SUFFIXES)


def documents(path: str, reading: Reading, messages: Messages) -> Iterator[Document]:
    """The documents of one file; what cannot be read is reported and left out."""
    try:
        with _open(path) as file:
            if _format(path, reading) == JSONL:
                yield from _records(path, file, reading, messages)
            else:
                yield Document(text="".join(_decoded(file, reading.encoding)), id=path, creation_time=reading.date)
    except InputError as error:
        messages.failed(path, str(error))
    except OSError as error:
        messages.failed(path, error.strerror or str(error))


def _open(path: str) -> BinaryIO:
    return sys.stdin.buffer if path == STDIN else open(path, "rb")


def _format(path: str, reading: Reading) -> str:
    return reading.input_format or SUFFIXES.get(os.path.splitext(path)[1].lower(), TEXT)


def _decoded(file: BinaryIO, encoding: str) -> Iterator[str]:
    """The characters of a file, piece by piece.

    Raises:
        InputError: a byte that the encoding does not know, by its place in the file.
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    read = 0
    while True:
        chunk = file.read(_CHUNK)
        read += len(chunk)
        try:
            yield decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            # the error counts from the bytes that the decoder still held
            place = read - len(error.object) + error.start
            if codecs.lookup(encoding).name == "utf-8":
                raise InputError(f"not UTF-8 at byte {place} (try --encoding cp1256)") from None
            raise InputError(f"not {encoding} at byte {place} (try another --encoding)") from None
        if not chunk:
            return


def _lines(file: BinaryIO, encoding: str) -> Iterator[str]:
    # only line feeds part records: a JSON string may hold any other line separator
    rest: list[str] = []
    for piece in _decoded(file, encoding):
        first, *others = piece.split("\n")
        rest.append(first)
        for line in others:
            yield "".join(rest)
            rest = [line]
    yield "".join(rest)


def _records(path: str, file: BinaryIO, reading: Reading, messages: Messages) -> Iterator[Document]:
    for number, line in enumerate(_lines(file, reading.encoding), 1):
        record = line.removeprefix(_BOM).strip() if number == 1 else line.strip()
        if not record:
            continue
        try:
            yield _document(record, reading)
        except InputError as error:
            messages.failed(f"{path}:{number}", str(error))


def _document(line: str, reading: Reading) -> Document:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON: {error}") from None
    if not isinstance(record, dict):
        raise InputError(f"a JSON object is expected, not {type(record).__name__}")
    text = record.get(reading.text_field)
    if not isinstance(text, str):
        keys = ", ".join(key for key, value in record.items() if isinstance(value, str)) or "none"
        raise InputError(f"no text under {reading.text_field!r} (keys with strings: {keys}; choose one with --text-field)")
    name, date = record.get(reading.id_field), record.get(reading.date_field)
    taken = {reading.text_field, reading.id_field, reading.date_field}
    return Document(
        text=text,
        id=None if name is None else str(name),
        creation_time=parse_date(date) if date else reading.date,
        meta={key: value for key, value in record.items() if key not in taken and isinstance(value, str)},
    )


def parse_date(written: object) -> dt.date | dt.datetime:
    """A day (`2024-06-19`) or moment (`2024-06-19T08:30`) in ISO form.

    Raises:
        InputError: it is neither.

    >>> parse_date("2024-06-19")
    datetime.date(2024, 6, 19)
    """
    try:
        text = str(written)
        return dt.datetime.fromisoformat(text) if "T" in text or " " in text else dt.date.fromisoformat(text)
    except ValueError:
        raise InputError(f"{written!r} is no date; write it as 2024-06-19 or 2024-06-19T08:30") from None
