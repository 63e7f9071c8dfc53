"""The types of speakers as constants: a member read from its class costs as much as a call."""

from khabar.model import SpeakerType

PERSON = SpeakerType.PERSON
ORGANISATION = SpeakerType.ORGANISATION
PLACE = SpeakerType.PLACE
MEDIA = SpeakerType.MEDIA
DOCUMENT = SpeakerType.DOCUMENT
GROUP = SpeakerType.GROUP
UNNAMED = SpeakerType.UNNAMED
