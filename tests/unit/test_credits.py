"""Credit lines and datelines: agencies and outlets at the edges of a report."""

from __future__ import annotations

import pytest

import khabar

CREDIT, DATELINE = khabar.AttributionKind.CREDIT, khabar.AttributionKind.DATELINE
BODY = "غادرت السفينة الميناء صباح أمس."


def named(text: str) -> list[tuple[khabar.AttributionKind, str | None]]:
    """Kind and source of the credits and datelines of a text."""
    found = khabar.extract_attributions(text)
    return [(said.kind, said.source.text if said.source else None) for said in found if said.kind in {CREDIT, DATELINE}]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"{BODY} (رويترز)", "رويترز"),
        (f"{BODY} (وكالات)", "وكالات"),
        (f"{BODY} (أ ف ب)", "أ ف ب"),
        (f"{BODY} (أ.ف.ب)", "أ.ف.ب"),
        (f"{BODY} (د ب أ، رويترز)", "د ب أ، رويترز"),
        (f"{BODY}\nرويترز", "رويترز"),
        (f"{BODY}\nالمصدر: رويترز", "رويترز"),
        (f"وكالات\n{BODY}", "وكالات"),
        (f"{BODY} [رويترز]", "رويترز"),
    ],
)
def test_credits_name_the_agency_alone(text: str, source: str) -> None:
    """The source of a credit line is the name, without brackets and label."""
    assert named(text) == [(CREDIT, source)]


@pytest.mark.parametrize("line", ["القاهرة: «المرفأ»، وكالات", "القاهرة - رويترز", "عمان - «المرفأ»"])
def test_datelines_are_whole_lines(line: str) -> None:
    """Place and outlet at the head of a text are its dateline, as it stands."""
    assert named(f"{line}\n{BODY}") == [(DATELINE, line)]


@pytest.mark.parametrize("line", ["سامر الخطيب- رويترز- الرياض", "سامر الخطيب - القاهرة - «المرفأ»", "سامر الخطيب - رويترز"])
def test_an_author_may_stand_before_the_outlet(line: str) -> None:
    """The name of an author at the head of a dateline belongs to it; a colon ends it where no place does."""
    assert named(f"{line}: {BODY}") == [(DATELINE, line)]


@pytest.mark.parametrize(
    "text",
    [
        "وقالت وكالة رويترز إن السفينة غادرت.",
        "وبثت وكالة الأنباء (وام) الخبر أمس.",
        "وانضمت حركة الإصلاح (حراك) إلى التحالف.",
        "وصلت السفينة (التي تأخرت يومين) أمس.",
        "القاهرة مدينة لا تنام.",
        "بيروت - مدينة على البحر.",
        "",
        "()",
        "(",
    ],
)
def test_other_brackets_and_places_are_none(text: str) -> None:
    """A gloss, a remark, a subject and a place without an outlet credit nobody."""
    assert named(text) == []


def test_credits_carry_nothing() -> None:
    """Neither cue class nor factuality nor content says anything of a credit line, and it nests in nothing."""
    (credit,) = khabar.extract_attributions(f"{BODY} (رويترز)")
    assert (credit.form, credit.content, credit.nested_in) == (None, (), None)
    assert (credit.cue_class, credit.factuality) == (khabar.CueClass.CREDIT, khabar.Factuality.NONE)
