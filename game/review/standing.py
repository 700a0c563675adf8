"""How things stand in a position: each motion on the ladder, the ceiling, and danger."""

from __future__ import annotations

from enum import Enum

from game.rules import Bar, Phase, Reason, Rulebook, State, motion_reasons, support_reasons
from game.scenario.model import Track


class MotionStanding(Enum):
    """How a motion stands for a side."""

    CARRIED = "carried"
    OPEN = "open"
    EXPENSIVE = "expensive"
    BARRED = "barred"
    CLOSED = "closed"
    EXCLUDED = "excluded"

    # As for decisions: identity is equality.
    __hash__ = object.__hash__


def mover(state: State) -> int:
    """The side whose turn it is, whoever has to answer just now."""
    if state.debate is not None:
        return state.debate.speaker
    return state.side if state.phase is Phase.TURN else (state.round + 1) % 2


def standing(
    book: Rulebook, state: State, motion: int
) -> tuple[MotionStanding, tuple[Reason, ...]]:
    """How a motion stands for the side whose turn it is, and what stands in its way."""
    reasons = motion_reasons(book, state, motion, mover(state))
    bars = {each.bar for each in reasons}
    if Bar.CARRIED in bars:
        return MotionStanding.CARRIED, ()
    if Bar.EXCLUDED in bars:
        # Nothing else matters of a motion that is closed for good.
        return MotionStanding.EXCLUDED, tuple(each for each in reasons if each.bar is Bar.EXCLUDED)
    if Bar.BARRED in bars:
        return MotionStanding.BARRED, reasons
    if bars - {Bar.CAPITAL}:
        return MotionStanding.CLOSED, reasons
    if bars:
        return MotionStanding.EXPENSIVE, reasons
    # Whether an argument supports it is asked of the side that decides, in its own turn.
    if state.phase is Phase.TURN:
        reasons = support_reasons(book, state, motion)
    return (MotionStanding.CLOSED if reasons else MotionStanding.OPEN), reasons


def ceiling_tier(book: Rulebook, state: State) -> int:
    """The highest tier that the ceiling track leaves open, 0 if it closes all."""
    value = state.tracks[book.ceiling]
    tiers = book.scenario.ladder.tiers
    return max((number for number, tier in enumerate(tiers, 1) if value <= tier.ceiling), default=0)


def in_danger(track: Track, value: int) -> bool:
    """Whether a track stands where its scenario calls it dangerous."""
    danger = track.danger
    if danger is None:
        return False
    low = danger.at_most is not None and value <= danger.at_most
    return low or (danger.at_least is not None and value >= danger.at_least)
