"""`khabar plugins`: what is installed. Nothing is loaded."""

from __future__ import annotations

import click

from khabar.cli.messages import OK, say, write
from khabar.plugins import EXTRACTORS, installed


@click.command("plugins", short_help="The plugins that are installed.")
def plugins() -> int:
    """Installed plugins: name, kind, place, package; one a line, parted by tabs.

    An extractor is used with --with NAME, a lexicon with --lexicon NAME.
    """
    found = installed()
    for plugin in found:
        kind = "extractor" if plugin.group == EXTRACTORS else "lexicon"
        write(f"{plugin.name}\t{kind}\t{plugin.value}\t{plugin.distribution}\n")
    if not found:
        say("no plugins are installed")
    return OK


COMMANDS = (plugins,)
