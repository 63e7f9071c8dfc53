"""Lexicons: words in data files, their derived forms, and one table to look them up."""

from khabar.lexicons.check import builtin_files
from khabar.lexicons.forms import Form
from khabar.lexicons.schema import LexicalClass, Lexicon
from khabar.lexicons.table import Table

__all__ = ["Form", "LexicalClass", "Lexicon", "Table", "builtin_files"]
