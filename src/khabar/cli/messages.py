"""Standard output, standard error and exit codes."""

from __future__ import annotations

import sys

import click

OK, FAILED, MISUSE = 0, 1, 2
"""The exit codes: all well, some input failed, wrong use."""


class Messages:
    """Says what went wrong with single inputs, so that the run can go on."""

    def __init__(self) -> None:
        self.code = OK

    def failed(self, source: str, reason: str) -> None:
        """Say why an input could not be read or analysed."""
        self.code = FAILED
        say(f"{source}: {reason}")


def say(message: str) -> None:
    """One line on standard error, in the name of the program."""
    clear = "\r\N{ESCAPE}[K" if sys.stderr.isatty() else ""  # a progress bar may stand in the line
    click.echo(f"{clear}khabar: {message}".encode("utf-8", "backslashreplace"), err=True)


class OutputClosedError(Exception):
    """Nobody reads the results any longer, as in `khabar dates archive/ | head`."""


def write(text: str) -> None:
    """Text on standard output: UTF-8 whatever the locale, a lone surrogate as its escape (which JSON reads as the same).

    Raises:
        OutputClosedError: the reader has stopped reading.
    """
    try:
        click.echo(text.encode("utf-8", "backslashreplace"), nl=False)
    except BrokenPipeError:
        raise OutputClosedError from None
