"""Who the speakers are, over the whole document: names, mentions, carried-over subjects."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.extract.attributions.draft import Draft
from khabar.extract.sheet import Sheet
from khabar.model import Speaker, SpeakerType
from khabar.spans import Span


def resolve(sheet: Sheet, drafts: Sequence[Draft]) -> None:
    """Give every draft its speaker.

    Args:
        sheet: the tokens.
        drafts: the attributions of a text in the order of their cues.
    """
    latest: tuple[Speaker, Span] | None = None
    for draft in drafts:
        if draft.report is None:
            if draft.source is not None:
                draft.speaker = Speaker(name=draft.source.text, type=SpeakerType.MEDIA, mention=draft.source)
            continue
        if draft.source is not None:
            draft.speaker = Speaker(name=draft.source.text, type=SpeakerType.PERSON, mention=draft.source)
            latest = draft.speaker, draft.source
        elif latest is not None:
            draft.speaker, draft.antecedent = latest
