"""Typed keys of what is found in a text, and the protocol by which extractors find it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import Generic, Protocol, TypeVar

import attrs

from khabar.model import Attribution, Diagnostic, Document, Match, Quotation, Sentence, TimeExpression, Token, Tokens, Word
from khabar.spans import Span


class Annotation(Protocol):
    """Anything that stands at a place in the text."""

    @property
    def span(self) -> Span: ...


A = TypeVar("A", bound=Annotation)
A_co = TypeVar("A_co", bound=Annotation, covariant=True)


@attrs.frozen(cache_hash=True)
class Layer(Generic[A_co]):
    """The key of one layer of annotations; equal by name and type, so keys survive pickling.

    A layer whose name begins with an underscore is made for other extractors and left out of results.

    Args:
        name: the name it has in JSON and on the command line.
        type: the class of its annotations.

    >>> import khabar
    >>> Layer("dates", khabar.TimeExpression) == khabar.DATES
    True
    """

    name: str
    type: type[A_co]

    @property
    def is_private(self) -> bool:
        """Whether it is left out of results."""
        return self.name.startswith("_")


class View(Protocol):
    """What an extractor sees of the text under analysis."""

    def __getitem__(self, layer: Layer[A], /) -> Sequence[A]:
        """The annotations of a layer that the extractor names in `requires`.

        Raises:
            UndeclaredLayerError: it does not name it.
        """
        ...

    @property
    def document(self) -> Document:
        """The document under analysis."""
        ...

    @property
    def tokens(self) -> Tokens:
        """Its tokens, with their columns."""
        ...

    @property
    def words(self) -> Sequence[Word]:
        """What the lexicons know of each token."""
        ...

    def matches(self, lexical_class: str, /) -> Sequence[Match]:
        """The words and phrases of one lexical class, in the order of the text, the longest at each place."""
        ...

    def phrases(self, lexical_class: str, /) -> Sequence[Match]:
        """Those of `matches()` that are more than one word."""
        ...

    def positions(self, lexical_classes: Set[str], /) -> Sequence[int]:
        """The positions of the tokens that are words of any of these lexical classes, in the order of the text."""
        ...


class Extractor(Protocol[A_co]):
    """Makes one layer. A class with these members is an extractor; nothing needs to be inherited."""

    @property
    def layer(self) -> Layer[A_co]:
        """The layer it makes."""
        ...

    @property
    def requires(self) -> tuple[Layer[Annotation], ...]:
        """The layers it reads, besides the tokens."""
        ...

    def extract(self, view: View, /) -> Iterable[A_co | Diagnostic]:
        """The annotations of its layer, in any order, and what a reader should be told."""
        ...


TOKENS: Layer[Token] = Layer("tokens", Token)
SENTENCES: Layer[Sentence] = Layer("sentences", Sentence)
QUOTATIONS: Layer[Quotation] = Layer("quotations", Quotation)
DATES: Layer[TimeExpression] = Layer("dates", TimeExpression)
ATTRIBUTIONS: Layer[Attribution] = Layer("attributions", Attribution)

BUILTIN_LAYERS: tuple[Layer[Annotation], ...] = (SENTENCES, QUOTATIONS, DATES, ATTRIBUTIONS)
"""The layers that the built-in extractors make; tokens are always there."""
RESERVED = frozenset({TOKENS.name, "schema", "document", "diagnostics"})
"""Names that no extractor's layer may have: keys of an analysis in JSON."""
