"""Whether a final mark ends its sentence: small rules in one order, of which the first that says something decides.

In the examples `|` stands where a sentence ends and `_` where it goes on in spite of a mark; they run as tests.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Literal, NamedTuple, TypeAlias

from khabar.model import TOKEN_KINDS, TokenKind, Tokens
from khabar.normalize.keys import match_key
from khabar.segment.sentence_words import words

Verdict: TypeAlias = Literal["join", "split"] | None
Kind: TypeAlias = Literal["stop", "ellipsis", "question"]
"""One full stop; two or more dots; a run with a question or exclamation mark."""

_WORD = TOKEN_KINDS.index(TokenKind.WORD)
_LATIN = TOKEN_KINDS.index(TokenKind.LATIN)
_NUMBER = TOKEN_KINDS.index(TokenKind.NUMBER)
_GOES_ON = frozenset("،؛,;:")
_CONJUNCTIONS = frozenset("وف")
_BRACKETS = frozenset("([{")
_LONGEST_LIST_NUMBER = 3
_LONGEST_INITIALS = 2
_LONG_CLAUSE = 10


class Candidate:
    """A final mark and what stands around it.

    Args:
        tokens: the tokens of the text.
        first: the first token of its sentence.
        mark: the token of the mark.
        after: the first token after the mark and all that closes with it; it is in the same paragraph.
        opened: where the outermost quotation or bracket begins that closes with the mark; -1 for none.
        embedded: the place is inside a quotation or bracket.
        kind: the kind of the mark.
    """

    __slots__ = ("after", "embedded", "first", "kind", "mark", "opened", "tokens")
    kind: Kind

    def __init__(self, *, tokens: Tokens, first: int, mark: int, after: int, opened: int, embedded: bool, kind: Kind) -> None:
        self.tokens = tokens
        self.first = first
        self.mark = mark
        self.after = after
        self.opened = opened
        self.embedded = embedded
        self.kind = kind

    def text(self, i: int) -> str:
        """The characters of token `i`."""
        return self.tokens.text[self.tokens.starts[i] : self.tokens.ends[i]]

    def initial(self, i: int) -> str:
        """The first character of token `i`."""
        return self.tokens.text[self.tokens.starts[i]]

    def key(self, i: int) -> str:
        """The match key of token `i`."""
        return match_key(self.text(i))

    def starts_clause(self) -> bool:
        """Whether the next word opens a clause: a function word, alone or after a conjunction."""
        key = self.key(self.after)
        openers = words()["sentence_opener"]
        if key in openers:
            return True
        return key[0:1] in _CONJUNCTIONS and (key[1:] in openers or key[1:] in words()["phrase_opener"])

    def ends_speech(self) -> bool:
        """Whether a colon introduces the quotation that closes with the mark, and a conjunction follows it."""
        before = self.tokens.text[max(0, self.opened - 2) : self.opened]
        return before.rstrip().endswith(":") and self.initial(self.after) in _CONJUNCTIONS

    def glued(self, i: int) -> bool:
        """Whether token `i` stands right after the token before it."""
        return self.tokens.ends[i - 1] == self.tokens.starts[i]


def embedded(c: Candidate) -> Verdict:
    """A sentence that holds a quotation or bracket goes on until that is closed.

    قال: «عدنا._ سنبقى». | وغادر.
    """
    return "join" if c.embedded else None


def head(c: Candidate) -> Verdict:
    """A mark before any word belongs to what follows.

    ._ وعاد الفريق. | وغادر.
    """
    return "join" if c.first == c.mark else None


def comma(c: Candidate) -> Verdict:
    """A comma, semicolon or colon after the mark: the sentence goes on.

    كيف عاد؟_، ولماذا؟ | لا أحد يعلم.
    """
    return "join" if c.initial(c.after) in _GOES_ON else None


def list_number(c: Candidate) -> Verdict:
    """A number or ordinal with a stop, at the head of a sentence, numbers it.

    الخطوات واضحة. | 1._ افتح الباب. | 2._ ادخل.
    """
    if c.mark != c.first + 1 or c.opened >= 0:
        return None
    if c.tokens.kinds[c.first] == _NUMBER and c.tokens.ends[c.first] - c.tokens.starts[c.first] <= _LONGEST_LIST_NUMBER:
        return "join"
    return "join" if match_key(c.text(c.first)) in words()["list_ordinal"] else None


def number_after_colon(c: Candidate) -> Verdict:
    """A list that begins after a colon.

    والخطوات هي: 1._ افتح الباب. | وغادر.
    """
    before = c.mark - 1
    if before <= c.first or c.tokens.kinds[before] != _NUMBER or c.glued(before):
        return None
    short = c.tokens.ends[before] - c.tokens.starts[before] <= _LONGEST_LIST_NUMBER
    return "join" if short and c.initial(before - 1) in _GOES_ON else None


def latin_abbreviation(c: Candidate) -> Verdict:
    """A Latin initial or abbreviation.

    اشترت شركة Gulf Foods Inc._ المصنع. | وغادر.
    """
    before = c.mark - 1
    if c.tokens.kinds[before] != _LATIN or not c.glued(c.mark):
        return None
    word = c.text(before)
    if word in words()["latin_abbreviation"]:
        return "join"
    return "join" if len(word) <= _LONGEST_INITIALS and word.isupper() and c.tokens.kinds[c.after] == _LATIN else None


def inside_latin(c: Candidate) -> Verdict:
    """A stop without white space between Latin letters or digits.

    زار موقع Académie._org في المساء. | وغادر.
    """
    inner = (_LATIN, _NUMBER)
    glued = c.opened < 0 and c.glued(c.mark) and c.glued(c.after)
    return "join" if glued and c.tokens.kinds[c.mark - 1] in inner and c.tokens.kinds[c.after] in inner else None


def cut_word(c: Candidate) -> Verdict:
    """A stop inside a word that was cut up with tatweel.

    أعلنت الوزارة وفـ._ ـاة الكاتب أمس. | وغادر.
    """
    before = c.tokens.ends[c.mark - 1] - 1
    return "join" if c.tokens.kinds[c.mark - 1] == _WORD and c.glued(c.mark) and c.tokens.text[before] == "ـ" else None


def letter_names(c: Candidate) -> Verdict:
    """A foreign abbreviation spelled by the names of its letters.

    بثت قناة إن.بي.سي_ الخبر. | وغادر.
    """
    if not (c.glued(c.mark) and c.glued(c.after)):
        return None
    names = words()["letter_name"]
    return "join" if c.key(c.mark - 1) in names and c.key(c.after) in names else None


def et_cetera(c: Candidate) -> Verdict:
    """«And so on» after the mark belongs to the enumeration before it.

    هل بقي خبز وحليب؟_ إلخ. | وغادر.
    """
    return "join" if c.key(c.after) in words()["abbreviated_ending"] else None


def closing_bracket(c: Candidate) -> Verdict:
    """The mark of a bracket that opened within the sentence; the sentence goes on.

    وصل الوفد (وكان متعبا.)_ إلى العاصمة. | (وغادر مساء.) | وعاد.
    """
    text, opened = c.tokens.text, c.opened
    within = opened > c.tokens.starts[c.first] and text[opened] in _BRACKETS and text[opened + 1] not in _BRACKETS
    return "join" if within and not c.ends_speech() else None


def closing_quotation(c: Candidate) -> Verdict:
    """A question, exclamation or ellipsis in a quotation, whose carrying sentence goes on.

    قدّم مسلسل «من أنت؟»_ في المساء. | «هل نعود؟»_ سأل المدير. | وقال: «عدنا!» | وغادر المكان.
    """
    if c.opened < 0 or c.kind == "stop":
        return None
    return "split" if c.starts_clause() or c.ends_speech() else "join"


def ellipsis_before_clause(c: Candidate) -> Verdict:
    """An ellipsis after a long clause, before a word that opens another.

    ظل الفريق يبحث عن الكأس الغائبة عن خزائن النادي سنوات طويلة... | وفي هذا العام عاد بها.
    """
    return "split" if c.mark - c.first >= _LONG_CLAUSE and c.starts_clause() else None


def ellipsis(_: Candidate) -> Verdict:
    """Any other ellipsis is a pause.

    كان النهار طويلا.._ طويلا جدا. | وغادر.
    """
    return "join"


def final_mark(_: Candidate) -> Verdict:
    """The author's final mark governs.

    وصل الوفد. | حيث التقى الوزير! | ولم يصرح .| وغادر.
    """
    return "split"


class Rule(NamedTuple):
    """One rule.

    Args:
        name: what results call it.
        decide: its function.
        kinds: the marks that it is asked about.
    """

    name: str
    decide: Callable[[Candidate], Verdict]
    kinds: tuple[Kind, ...] = ("stop", "ellipsis", "question")


RULES: tuple[Rule, ...] = (
    Rule("sentence.embedded", embedded),
    Rule("sentence.head", head),
    Rule("sentence.comma", comma),
    Rule("sentence.list-number", list_number, ("stop",)),
    Rule("sentence.number-after-colon", number_after_colon, ("stop",)),
    Rule("sentence.latin-abbreviation", latin_abbreviation, ("stop",)),
    Rule("sentence.inside-latin", inside_latin, ("stop",)),
    Rule("sentence.cut-word", cut_word, ("stop",)),
    Rule("sentence.letter-names", letter_names, ("stop",)),
    Rule("sentence.et-cetera", et_cetera),
    Rule("sentence.closing-bracket", closing_bracket),
    Rule("sentence.closing-quotation", closing_quotation, ("ellipsis", "question")),
    Rule("sentence.ellipsis-before-clause", ellipsis_before_clause, ("ellipsis",)),
    Rule("sentence.ellipsis", ellipsis, ("ellipsis",)),
    Rule("sentence.final-mark", final_mark),
)
"""All rules in the order in which they are asked."""


def decide(c: Candidate) -> tuple[Verdict, str]:
    """What the first rule that says something says, and its name."""
    for name, rule in _asked()[c.kind]:
        verdict = rule(c)
        if verdict is not None:
            return verdict, name
    return "split", RULES[-1].name


@functools.cache
def _asked() -> dict[Kind, list[tuple[str, Callable[[Candidate], Verdict]]]]:
    kinds: tuple[Kind, ...] = ("stop", "ellipsis", "question")
    return {kind: [(rule.name, rule.decide) for rule in RULES if kind in rule.kinds] for kind in kinds}
