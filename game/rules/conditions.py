"""Conditions, compiled: each becomes a number that has to lie within bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from game.scenario.chance import Headline
from game.scenario.terms import Condition

TRACK, COUNT, ROUND, PARITY = range(4)
ENDLESS = 1_000_000

Atom = tuple[int, int, int, int]
"""(kind, track index or motion mask or 0, least, most)."""

Clause = tuple[Atom, ...]


def compile_condition(
    condition: Condition,
    track: Callable[[str], int],
    motion: Callable[[str], int],
    tagged: Callable[[str], int],
    in_play: int,
) -> Atom:
    """Compile one condition; the callables give a track's index, a motion's bit, a tag's mask."""
    least = -ENDLESS if condition.at_least is None else condition.at_least
    most = ENDLESS if condition.at_most is None else condition.at_most
    if condition.track is not None:
        return (TRACK, track(condition.track), least, most)
    if condition.tag is not None:
        return (COUNT, tagged(condition.tag), least, most)
    if condition.carried is not None:
        return (COUNT, motion(condition.carried), 1, 1)
    if condition.in_play is not None:
        return (COUNT, in_play, least, most)
    if condition.from_round is not None:
        return (ROUND, 0, condition.from_round, ENDLESS)
    odd = int(condition.round == "odd")
    return (PARITY, 0, odd, odd)


def window(headline: Headline) -> Clause:
    """What a headline's window asks of the round in which it is drawn.

    The window is about the round in which it strikes, a round later unless it is a flash.
    """
    first, last = headline.from_round, headline.until_round
    if first is None and last is None:
        return ()
    wait = 0 if headline.flash else 1
    least = -ENDLESS if first is None else first - wait
    return ((ROUND, 0, least, ENDLESS if last is None else last - wait),)


def holds(clause: Iterable[Atom], tracks: Sequence[int], carried: int, round_: int) -> bool:
    """Whether every condition of a clause holds."""
    for kind, about, least, most in clause:
        if kind == TRACK:
            value = tracks[about]
        elif kind == COUNT:
            value = (carried & about).bit_count()
        elif kind == ROUND:
            value = round_
        else:
            value = round_ & 1
        if not least <= value <= most:
            return False
    return True
