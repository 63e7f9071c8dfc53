"""The types of speakers by name.

On Python 3.11 a member read from its enum costs more than a call of a C function; here each is a name of a module.
"""

from __future__ import annotations

from khabar.model import SpeakerType

PERSON = SpeakerType.PERSON
ORGANISATION = SpeakerType.ORGANISATION
PLACE = SpeakerType.PLACE
MEDIA = SpeakerType.MEDIA
DOCUMENT = SpeakerType.DOCUMENT
GROUP = SpeakerType.GROUP
UNNAMED = SpeakerType.UNNAMED

BODIES = frozenset({ORGANISATION, MEDIA, GROUP})
