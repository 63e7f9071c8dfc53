"""The command line: `khabar`. One module a group of commands; every command returns its exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from khabar.cli import explain, extract, lexicon, normalize, plugins
from khabar.cli.messages import FAILED, MISUSE, OK, OutputClosedError, say
from khabar.errors import KhabarError


@click.group("khabar", context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="khabar", prog_name="khabar")
def commands() -> None:
    """Read Arabic news text: sentences, quotations, dates, and who said what.

    Results go to standard output, messages to standard error. The exit code is 0 if all went well, 1 if some input
    failed, 2 if the command was wrong.
    """


for _module in (extract, normalize, explain, lexicon, plugins):
    for _command in _module.COMMANDS:
        commands.add_command(_command)


def main(args: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        args: the arguments; those of the process if not given.

    Returns:
        The exit code.
    """
    try:
        code = commands.main(args, prog_name="khabar", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except KhabarError as error:
        # errors of single inputs are met where they arise: this one concerns the command itself
        say(str(error))
        return MISUSE
    except OutputClosedError:
        # the reader has seen enough; what Python flushes at exit must not fail either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except click.Abort:
        return FAILED
    return code if isinstance(code, int) else OK
