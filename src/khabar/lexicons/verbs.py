"""Forms of verbs.

A verb is given by its third person masculine singular perfect, unvocalised, as dictionaries list it. The derived
forms of the patterns (awzān) II–X are regular and need no more; a verb of pattern I names its maṣdar, with a weak
radical its imperfect, and what else cannot be told from the letters.

The paradigms are tables: a form is a prefix, a part of the verb, and an ending. Parts differ where a weak or doubled
radical changes before an ending: قال and قلت, دعا and دعوت, أصر and أصررت.
"""

from __future__ import annotations

from collections.abc import Iterator

from khabar.errors import LexiconError
from khabar.lexicons import paradigms
from khabar.lexicons.forms import Form
from khabar.model import Entry


def pattern(lemma: str) -> int:
    """The pattern (wazn) of a verb by its letters: 1 for two or three of them, which also write II and doubled IV.

    >>> [pattern(verb) for verb in ("قال", "تابع", "أعلن", "تحدث", "تساءل", "اعتبر", "استنكر")]
    [1, 3, 4, 5, 6, 8, 10]
    """
    match len(lemma), lemma[:1]:
        case 4, "أ":
            return 4
        case 4, "ا":
            return 7 if lemma[1] == "ن" else 8  # انضم; ادعى, اتهم, احتج
        case 4, _ if lemma[1] == "ا":
            return 3
        case 4, "ت":
            return 5
        case 5, "ت":
            return 6
        case 5, "ا":
            return 7 if lemma[1] == "ن" and lemma[2] != "ت" else 8
        case 6, _:
            return 10
        case _:
            return 1


def verb_forms(entry: Entry) -> Iterator[Form]:
    """Every written form of a verb.

    Args:
        entry: a line with, where the letters do not tell, `pattern` (2 for أكد, 4 for أصر, 10 for استهل),
            `imperfect`, `participle`, `masdar` (empty for none), and `object = true` where pronouns are attached.

    Raises:
        LexiconError: the letters do not make a verb of its pattern.

    >>> add = Entry(lexical_class="v", lemma="أضاف")
    >>> forms = [form.text for form in verb_forms(add)]
    >>> [form in forms for form in ("أضافت", "أضافوا", "أضفت", "يضيف", "يضف", "مضيفا", "مضيفة", "إضافته")]
    [True, True, True, True, True, True, True, True]
    """
    verb = _Verb(entry)
    perfect, imperfect = verb.perfect_parts(), verb.imperfect_parts()
    yield from _formed(paradigms.perfect(), perfect, verb)
    yield from _formed(paradigms.imperfect(), imperfect, verb)
    if verb.takes_object:
        yield from _formed(paradigms.perfect_with_object(), perfect, verb)
        yield from _formed(paradigms.imperfect_with_object(), imperfect, verb)
    if verb.participle:
        yield from _formed(paradigms.participle(), verb.participle_parts(), verb)
    if verb.masdar:
        yield from _formed(paradigms.masdar(), verb.masdar_parts(), verb)


def _formed(rows: tuple[paradigms.Row, ...], parts: _Parts, verb: _Verb) -> Iterator[Form]:
    for prefix, part, ending, grammar, clitics in rows:
        for stem in parts[part]:
            text = prefix + stem + ending
            if verb.has_hamza:
                text = text.replace("أأ", "آ").replace("أا", "آ")
            yield Form(text, grammar, clitics)


_Parts = dict[str, tuple[str, ...]]
_LENGTHS = {1: 2, 2: 3, 3: 4, 4: 3, 5: 4, 6: 5, 7: 4, 8: 4, 10: 5}
"""The fewest letters of a verb of each pattern."""


class _Verb:
    """The principal parts of one verb and what happens to them before endings."""

    def __init__(self, entry: Entry) -> None:
        self.lemma = lemma = entry.lemma
        self.pattern = entry.integer("pattern") or pattern(lemma)
        if len(lemma) < _LENGTHS.get(self.pattern, 99):
            raise LexiconError(f"{entry.origin}: {lemma!r} is no verb of pattern {self.pattern}")
        self.is_defective = lemma[-1] in "ىاي"
        self.is_hollow = not self.is_defective and lemma[-2:-1] == "ا" and self.pattern in {1, 4, 7, 8, 10}
        self.is_doubled = not self.is_defective and self._is_short()
        self.takes_object = entry.flag("object")
        self.is_prepositional = bool(entry.strings("prep"))  # its passive is impersonal: أشير إلى
        self.has_hamza = "أ" in lemma[:2] or lemma[-1] == "أ"
        self.imperfect = entry.string("imperfect") or self._imperfect()
        if len(self.imperfect) < 3:
            raise LexiconError(f"{entry.origin}: {lemma!r} cannot have the imperfect {self.imperfect!r}")
        self.participle = entry.string("participle", self._participle())
        self.masdar = entry.string("masdar", self._masdar())

    def _is_short(self) -> bool:
        """Whether a letter is missing: two equal radicals are written once (رد, أصر, احتج, استهل)."""
        if self.pattern == 8:
            return len(self.lemma) == 4 and self.lemma[1] not in "تدط"  # in اتهم and اطلع the first radical is taken up
        return (self.pattern, len(self.lemma)) in {(1, 2), (4, 3), (7, 4), (10, 5)}

    def _imperfect(self) -> str:
        lemma = self.lemma
        stem = lemma if self.pattern in {1, 2, 3, 5, 6} else lemma[1:]
        if self.pattern in {2, 3} and stem[0] == "أ":
            stem = "ؤ" + stem[1:]
        if self.is_defective:
            stem = stem[:-1] + ("ى" if self.pattern in {5, 6} else "ي")
        elif self.is_hollow and self.pattern in {4, 10}:
            stem = stem[:-2] + "ي" + stem[-1]
        elif stem[-1] == "أ" and self.pattern not in {1, 5, 6}:
            stem = stem[:-1] + "ئ"
        return "ي" + stem

    def _participle(self) -> str:
        lemma = self.lemma
        if self.pattern == 1:
            if len(lemma) != 3:
                return ""
            if self.is_hollow:
                return lemma[0] + "ائ" + lemma[-1]
            return lemma[0] + "ا" + lemma[1] + ("ي" if self.is_defective else lemma[2])
        stem = "م" + self.imperfect[1:]
        if self.is_defective:
            return stem[:-1] + "ي"
        return stem[:-1] + "ئ" if stem[-1] == "أ" else stem

    def _masdar(self) -> str:
        lemma, radicals, last = self.lemma, self.lemma[1:], self.lemma[-1]
        match self.pattern:
            case 2:
                return "ت" + lemma[:-1] + ("ية" if self.is_defective else "ئة" if last == "أ" else f"ي{last}")
            case 3:
                return f"م{lemma[:-1]}اة" if self.is_defective else f"م{lemma}ة"
            case 4:
                radicals = "ي" + radicals[1:] if radicals[0] == "و" and not self.is_hollow else radicals
                return "إ" + self._with_long_a(radicals)
            case 5 | 6:
                return lemma[:-1] + {"ى": "ي", "أ": "ؤ"}.get(last, last)
            case 7 | 8:
                return f"{lemma[:-2]}يا{last}" if self.is_hollow else self._with_long_a(lemma)
            case 10:
                return self._with_long_a(lemma[:3] + "ي" + lemma[4:] if lemma[3] == "و" and not self.is_hollow else lemma)
            case _:
                return ""

    def _with_long_a(self, stem: str) -> str:
        """The maṣdar of IV, VII, VIII and X: ā before the last radical."""
        if self.is_defective or stem[-1] == "أ":
            return f"{stem[:-1]}اء"
        if self.is_hollow:
            return f"{stem}ة"
        return f"{stem}ا{stem[-1]}" if self.is_doubled else f"{stem[:-1]}ا{stem[-1]}"

    def perfect_parts(self) -> _Parts:
        """What stands before the endings of the perfect."""
        lemma, last = self.lemma, self.lemma[-1]
        waw = alif = first = before_t = before_object = lemma
        passive = ""
        if self.is_defective:
            waw, passive = lemma[:-1], lemma[:-1] + "ي"
            alif = first = lemma[:-1] + ("و" if last == "ا" else "ي")
            if last != "ي":
                before_t, before_object = lemma[:-1], lemma[:-1] + "ا"
        elif self.is_hollow:
            first, passive = lemma[:-2] + last, lemma[:-2] + "ي" + last
        elif self.is_doubled:
            first = lemma + last
        if self.pattern == 3 and lemma[0] != "و":
            passive = lemma[0] + "و" + lemma[2:-1] + ("ي" if self.is_defective else last)
        return {
            "bare": (lemma,),
            "t": (before_t,),
            "waw": (waw, lemma[:-1] + "ؤ") if last == "أ" else (waw,),
            "alif": (alif,),
            "first t": (first.removesuffix("ت"),),  # two of the same letter are written once: أثبت, أعلنا
            "first n": (first.removesuffix("ن"),),
            "own t": (first,) if first != before_t else (),  # قلته, but نقلته is written like "she reported it"
            "object": (before_object,),
            "passive": (passive,) if passive else (),
            "passive t": (passive,) if passive and not self.is_defective and not self.is_prepositional else (),
        }

    def imperfect_parts(self) -> _Parts:
        """What stands between the prefixes and the endings of the imperfect."""
        stem = self.imperfect[1:]
        last = stem[-1]
        waw = alif = before_n = before_object = stem
        jussive = passive = ""
        if self.is_defective:
            jussive = waw = stem[:-1]
            alif = before_n = stem[:-1] + "ي" if last == "ى" else stem
            before_object = stem[:-1] + "ا" if last == "ى" else stem
            passive = "" if last == "ى" else stem[:-1] + "ى"
        elif self.is_hollow:
            jussive = before_n = stem[:-2] + last
            passive = "" if stem[-2] == "ا" else stem[:-2] + "ا" + last
        elif self.is_doubled:
            before_n = stem + last
        return {
            "bare": (stem,),
            "jussive": (jussive,) if jussive else (),
            "waw": (waw, stem[:-1] + "ؤ") if last == "أ" else (waw,),
            "alif": (alif,),
            "n": (before_n.removesuffix("ن"),),
            "object": (before_object,),
            "passive": (passive,) if passive else (),
            "passive f": (passive,) if passive and not self.is_prepositional else (),
        }

    def participle_parts(self) -> _Parts:
        """What stands before the endings of the participle."""
        participle = self.participle
        return {"bare": (participle,), "plural": (participle[:-1] if self.is_defective else participle,)}

    def masdar_parts(self) -> _Parts:
        """What stands before the pronouns of the maṣdar: a final hamza has three seats."""
        masdar = self.masdar
        owned = masdar[:-1] + {"ة": "ت", "ى": "ا"}.get(masdar[-1], masdar[-1])
        if masdar[-1] == "ء":
            mine = masdar[:-1] + "ئ"
            return {"bare": (masdar,), "owned": (owned, mine, masdar[:-1] + "ؤ"), "mine": (mine,)}
        return {"bare": (masdar,), "owned": (owned,), "mine": (owned,)}
