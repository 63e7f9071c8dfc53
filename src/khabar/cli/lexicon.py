"""`khabar lexicon`: faults in lexicon files, and the forms of a word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from khabar.cli.messages import FAILED, OK, say, write
from khabar.lexicons import Form, Lexicon, Table
from khabar.lexicons.check import builtin_files, faults
from khabar.model import Entry
from khabar.normalize import match_key


@click.group("lexicon")
def lexicon() -> None:
    """The words that khabar knows."""


@lexicon.command("check")
@click.argument("files", nargs=-1, metavar="[FILE.toml]...", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def check(files: tuple[Path, ...]) -> int:
    """Faults in lexicon files: duplicates, clashes, order, invisible characters.

    Without a FILE the files of khabar itself are checked; given ones are checked together with those.
    """
    found = list(faults([*builtin_files(), *files]))
    for fault in found:
        write(f"{fault}\n")
    return FAILED if found else OK


@lexicon.command("forms")
@click.argument("word")
def forms(word: str) -> int:
    """The entries that WORD is a form of, with every form of theirs.

    Each form stands with its grammar and with the proclitics that may be written before it.
    """
    lexicons = [Lexicon.from_toml(file) for file in builtin_files()]
    owners = {id(entry): lexicon for lexicon in lexicons for entry in lexicon.entries}
    entries = {id(reading.entry): reading.entry for reading in Table(lexicons).look_up(match_key(word), word).readings}
    entries |= {id(entry): entry for lexicon in lexicons for entry in lexicon.entries if entry.lemma == word}
    if not entries:
        say(f"no lexicon knows {word!r}")
        return FAILED
    for entry in entries.values():
        write("\n".join((*_described(entry, owners[id(entry)]), "")))
    return OK


def _described(entry: Entry, owner: Lexicon) -> Iterator[str]:
    attributes = ", ".join(f"{name}={value}" for name, value in entry.attributes.items() if name != "forms")
    yield f"{entry.lemma}: {entry.lexical_class}, {entry.origin}" + (f" ({attributes})" if attributes else "")
    yield from (f"  {_grammar(form)}" for form in dict.fromkeys(owner.forms(entry)))


def _grammar(form: Form) -> str:
    features = form.features
    person = f"{features.person or ''}{features.gender}{features.number}"
    enclitic = f"+{features.enclitic}" if features.enclitic else ""
    grammar = " ".join(part for part in (features.form, person, enclitic, "jussive" if features.jussive else "") if part)
    return f"{form.text} {grammar or '-'} ({form.clitics})"


COMMANDS = (lexicon,)
