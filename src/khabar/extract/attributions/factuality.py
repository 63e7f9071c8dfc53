"""How surely a content is presented, read from the class of the cue."""

from __future__ import annotations

from collections.abc import Mapping

from khabar.model import CueClass, Factuality

BY_CLASS: Mapping[CueClass, Factuality] = {
    CueClass.NEUTRAL: Factuality.NEUTRAL,
    CueClass.ADD: Factuality.NEUTRAL,
    CueClass.ANNOUNCE: Factuality.NEUTRAL,
    CueClass.RELAY: Factuality.NEUTRAL,
    CueClass.AFFIRM: Factuality.ASSERTED,
    CueClass.POINT_OUT: Factuality.ASSERTED,
    CueClass.REVEAL_ADMIT: Factuality.FACTIVE,
    CueClass.CLAIM: Factuality.DOUBTED,
    CueClass.DENY: Factuality.DENIED,
    CueClass.OPINION: Factuality.OPINION,
    CueClass.WARN: Factuality.OPINION,
    CueClass.ACCUSE_CONDEMN: Factuality.OPINION,
    CueClass.EXPRESS_PRAISE: Factuality.OPINION,
    CueClass.EXPECT_HOPE: Factuality.OPINION,
    CueClass.ATTITUDE: Factuality.OPINION,
    CueClass.ASK: Factuality.NONE,
    CueClass.DEMAND: Factuality.NONE,
    CueClass.COMMIT: Factuality.NONE,
    CueClass.CREDIT: Factuality.NONE,
}


def factuality_of(cue_class: CueClass, negated: bool) -> Factuality:
    """The factuality of a report.

    >>> factuality_of(CueClass.CLAIM, negated=False), factuality_of(CueClass.NEUTRAL, negated=True)
    (<Factuality.DOUBTED: 'doubted'>, <Factuality.NEGATED: 'negated'>)
    """
    return Factuality.NEGATED if negated else BY_CLASS[cue_class]
