"""The scope of an according-to phrase, by its form and position alone."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.extract.cues import Cue
from khabar.extract.cues.model import PARTICIPLE
from khabar.extract.reports.model import Report
from khabar.extract.sheet import COMMAS, DASHES, STOPS, Sheet
from khabar.spans import Span

_CLAUSE_OPENERS = frozenset({"فان", "فانه", "فانها", "فقد", "فلا", "فلم", "فلن"})
_BOUNDS = COMMAS | DASHES | STOPS
_MODALS = frozenset({"يجب", "يمكن", "ينبغي"})
"""Verbs whose أن opens no report: «التعويضات التي يجب أن تدفع، حسب قوله»."""
_LEADING = frozenset({"بينما", "لان", "فيما", "لكن", "حيث", "اذ", "و"})


def scope_of(sheet: Sheet, cue: Cue, phrase_end: int, hosts: Sequence[Report]) -> tuple[tuple[Span, ...], str]:
    """What an according-to phrase covers, and the rule that says so.

    Args:
        sheet: the tokens.
        cue: the according-to cue.
        phrase_end: position after the phrase, its source included.
        hosts: the reports around it that are no according-to phrases.
    """
    start, end = _bounds(sheet, cue)
    if _is_joined(sheet, cue) and (opener := _clause_opener(sheet, phrase_end, end)):
        return _following(sheet, opener, _before_participle(sheet, opener, end, hosts))
    if _opens(sheet, cue, start):
        return _following(sheet, phrase_end, _before_participle(sheet, phrase_end, end, hosts))
    if cue.entry.lexical_class == "reporting_verb" and cue.start_token == cue.end_token - 1:  # «…، يضيف المصدر نفسه، …»
        earlier = _until(sheet, sheet.start_without_conjunction(start), cue)
        return (*earlier, *_following(sheet, phrase_end, end)[0]), "scope.both-sides"
    before = cue.start_token - 1
    while before > start and sheet.is_mark(before, COMMAS):
        before -= 1
    closed = sheet.closing.get(before)
    owned = cue.is_owned
    if owned and closed is not None:
        return (closed.span,), "scope.quotation"
    host = _host(sheet, cue, hosts)
    if host is not None and cue.end_token <= host.cue.complement and host.cue.token < cue.token:
        return host.content, "scope.host"
    if owned:
        return _back_to_comma(sheet, cue, start, host, hosts)
    if cue.entry.lemma == "نقلا عن" and (followed := _followed(sheet, cue, hosts)) is not None:
        return followed.content, "scope.relayed"
    if host is not None and _inside(cue, host):
        piece = host.content[0]
        return _until(sheet, piece.start, cue), "scope.host-content"
    if sheet.keys[start] == "كما":  # «كما تشمل الخطة القرى، وفق البيان»
        start += 1
    return _until(sheet, sheet.start_without_conjunction(start), cue), "scope.sentence"


def _bounds(sheet: Sheet, cue: Cue) -> tuple[int, int]:
    start, end = sheet.sentence_start(cue.token), sheet.sentence_end(cue.token)
    around = sheet.pair_around(cue.start_token)
    if around is not None:
        start = max(start, sheet.at(around.content.start))
        end = min(end, sheet.before(around.content.end) + 1)
    return start, end


def _opens(sheet: Sheet, cue: Cue, start: int) -> bool:
    """Whether nothing but marks and conjunctions stands before the phrase in its sentence."""
    return all(sheet.is_punctuation(index) or sheet.is_any(index, "contrast", "adverb") for index in range(start, cue.start_token))


def _is_joined(sheet: Sheet, cue: Cue) -> bool:
    """«…، | وحسب التقرير، فقد»: whether a sentence of its own begins with the phrase, after a comma."""
    before = cue.start_token - 1
    return before >= 0 and sheet.is_mark(before, COMMAS) and sheet.has_conjunction(cue.start_token)


def _clause_opener(sheet: Sheet, position: int, end: int) -> int:
    """Position of the فقد or فإن after a comma that opens the clause of an according-to phrase; 0 for none."""
    for index in range(position, min(end, position + 40)):
        # «وبحسب المعطيات الصادرة أمس، التي …، فقد تم»: the clause is marked by its ف
        if sheet.keys[index] in _CLAUSE_OPENERS and sheet.is_punctuation(index - 1):
            return index
    return 0


def _following(sheet: Sheet, position: int, end: int) -> tuple[tuple[Span, ...], str]:
    position = _clause_opener(sheet, position, end) or _after_adverbial(sheet, position, end)
    while position < end and (
        sheet.is_any(position, "pronoun_preposition")
        or (sheet.is_punctuation(position) and position not in sheet.opening)
        or sheet.keys[position] in {"فان", "فانه"}
    ):
        position += 1
    while end > position and sheet.is_punctuation(end - 1) and end - 1 not in sheet.closing:
        end -= 1
    if position >= end:
        return (), "scope.following"
    return (sheet.cut(sheet.start_without_conjunction(position), sheet.ends[end - 1]),), "scope.following"


def _before_participle(sheet: Sheet, start: int, end: int, hosts: Sequence[Report]) -> int:
    """Position of a participle after a comma that begins another report («بحسب التقرير، …، لافتا إلى أن»), or `end`."""
    for host in hosts:
        token = host.cue.start_token
        if start < token < end and host.cue.form is PARTICIPLE and sheet.is_mark(token - 1, COMMAS):
            return token
    return end


def _after_adverbial(sheet: Sheet, position: int, end: int) -> int:
    """«ووفقا لتقديراته في آب الماضي، يعاني»: past an adverbial of the phrase up to its comma."""
    if position < end and (sheet.after_date(position) or sheet.is_any(position, "preposition")):
        for index in range(position, min(end, position + 8)):
            if sheet.is_mark(index, COMMAS):
                return index
    return position


def _host(sheet: Sheet, cue: Cue, hosts: Sequence[Report]) -> Report | None:
    """The innermost report of the same sentence that the phrase interrupts or follows."""
    best: Report | None = None
    for host in hosts:
        if host.cue.token < cue.token and (cue.end_token <= host.cue.complement or _inside(cue, host)):
            best = host if cue.token < sheet.sentence_end(host.cue.token) else best
    return best


def _followed(sheet: Sheet, cue: Cue, hosts: Sequence[Report]) -> Report | None:
    """The report of the sentence that «نقلا عن» follows: its words are passed on (guidelines §8)."""
    start = sheet.sentence_start(cue.token)
    return next((host for host in reversed(hosts) if host.cue.token >= start and host.content[-1].end <= cue.span.start), None)


def _inside(cue: Cue, host: Report) -> bool:
    start, end = cue.span.start, cue.span.end
    if start < host.content[0].start or host.content[-1].end <= end:
        return False
    return any(piece.start <= start and end < piece.end for piece in host.content)


def _back_to_comma(sheet: Sheet, cue: Cue, start: int, host: Report | None, hosts: Sequence[Report]) -> tuple[tuple[Span, ...], str]:
    floor = start
    host = host or _followed(sheet, cue, hosts)
    if host is not None and host.content:
        floor = max(floor, sheet.at(host.content[0].start))
    else:
        for index in range(cue.start_token - 1, start, -1):
            if sheet.tag(index, "complementiser") and sheet.keys[index - 1] not in _MODALS:
                floor = index if sheet.words[index].tags["complementiser"].entry.flag("pronoun") else index + 1
                break
    last = cue.start_token - 1
    while last > floor and sheet.is_punctuation(last) and last not in sheet.closing:
        last -= 1
    first = last
    while first > floor and not sheet.is_mark(first - 1, _BOUNDS):
        first -= 1
    while first < last and sheet.keys[first] in _LEADING:
        first += 1
    return (sheet.cut(sheet.start_without_conjunction(first), sheet.ends[last]),), "scope.back-to-comma"


def _until(sheet: Sheet, offset: int, cue: Cue) -> tuple[Span, ...]:
    last = cue.start_token - 1
    while last >= 0 and sheet.is_punctuation(last) and last not in sheet.closing and sheet.starts[last] > offset:
        last -= 1
    if last < 0 or sheet.ends[last] <= offset:
        return ()
    return (sheet.cut(offset, sheet.ends[last]),)
