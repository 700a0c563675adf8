"""Matches in which there is nothing to choose."""

from __future__ import annotations

import random

from game.match import Match
from game.rules import NOBODY, Kind, Phase

_ARGUING = (Kind.TABLE, Kind.REBUT, Kind.REJOIN)


def alone(match: Match) -> Match:
    """Argue on in a match until a side has a single decision left, and the game goes on."""
    pick = random.Random(0)
    while match.state.side == NOBODY or len(match.legal()) > 1:
        assert match.state.phase is not Phase.END
        options = match.legal()
        match.decide(pick.choice([each for each in options if each.kind in _ARGUING] or options))
    return match
