"""What doctrines and characters go by: the position and the deeds when the turn began."""

from __future__ import annotations

from collections.abc import Sequence

from game.opponents.doctrine.deeds import Done, deeds
from game.rules import Decision, Kind, Rulebook, State, ready
from game.scenario.doctrine import Standing
from game.value import frozen


@frozen
class Observation:
    """What somebody goes by: the position and the deeds when the turn began.

    A debate is one turn. Reading its conditions once keeps them from changing their mind
    half-way because of what is said meanwhile.
    """

    state: State
    done: tuple[Done, ...]
    side: int
    motion: int


def observe(book: Rulebook, state: State, past: Sequence[tuple[State, Decision]]) -> Observation:
    """What the side that decides in a position goes by."""
    side, motion = state.side, -1
    if state.debate is not None:
        motion = state.debate.motion
        for index in range(len(past) - 1, -1, -1):
            if past[index][1].kind is Kind.TABLE:
                state, past = past[index][0], past[:index]
                break
    return Observation(state, deeds(book, past), side, motion)


def stands(book: Rulebook, seen: Observation, standing: Standing) -> bool:
    """Whether a condition on how the sides stand holds."""
    value = measure(book, seen, standing)
    return (
        value is not None
        and (standing.at_least is None or value >= standing.at_least)
        and (standing.at_most is None or value <= standing.at_most)
    )


def measure(book: Rulebook, seen: Observation, standing: Standing) -> int | None:
    """The number that a condition on how the sides stand is about; nothing without one."""
    state, side = seen.state, seen.side
    other = 1 - side
    match standing.of:
        case "own":
            return _above(book, state, side)
        case "other":
            return _above(book, state, other)
        case "lead":
            return _above(book, state, side) - _above(book, state, other)
        case "own_capital":
            return state.tracks[book.capital[side]]
        case "other_capital":
            return state.tracks[book.capital[other]]
        case "own_ready":
            return ready(book, state, side).bit_count()
        case "other_ready":
            return ready(book, state, other).bit_count()
        case "motion_own" | "motion_other":
            if seen.motion < 0:
                return None
            whose = side if standing.of == "motion_own" else other
            return book.motion_value[seen.motion][whose][1]


def _above(book: Rulebook, state: State, side: int) -> int:
    """How far the score of a side is above its threshold."""
    return state.tracks[book.score[side]] - book.threshold[side]
