"""Lexicons: words in data files, their derived forms, and one table to look them up."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from khabar.lexicons.check import builtin_files
    from khabar.lexicons.forms import Form
    from khabar.lexicons.schema import LexicalClass, Lexicon
    from khabar.lexicons.table import Table

__all__ = ["Form", "LexicalClass", "Lexicon", "Table", "builtin_files"]

_HOMES = {
    "Form": "khabar.lexicons.forms",
    "LexicalClass": "khabar.lexicons.schema",
    "Lexicon": "khabar.lexicons.schema",
    "Table": "khabar.lexicons.table",
    "builtin_files": "khabar.lexicons.check",
}
"""Where the names live that are imported when they are first asked for: the tokeniser reads a list of words without them."""

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        thing = globals()[name] = getattr(import_module(_HOMES[name]), name)
        return thing
