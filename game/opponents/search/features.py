"""The features by which a position is judged before the game is over, each a plain number.

They are read off the scenario alone: scores, objectives, drifts, the values of the motions that
are not carried yet, capital, arguments, acts, and how far the tracks are from their ends. No
track and no motion is known by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp
from typing import Final

from attrs import fields

from game.rules import COUNT, ROUND, TRACK, Clause, Phase, Rulebook, State, bits
from game.value import frozen


@frozen
class FeatureWeights:
    """How much each feature counts.

    The first ones are points of the final score for each unit of the feature; those that begin with
    ``doom`` are logarithms of odds of collapse; ``spread`` is how far off the estimate is, in
    points, when the game ends and when it begins. ``shared-enemy balance fit`` finds them.
    """

    base: float = -3.0
    turns: float = -1.0
    open_late: float = 0.0
    open_early: float = 1.1
    closed_late: float = -0.28
    closed_early: float = 0.9
    capital: float = 0.21
    their_capital: float = 0.12
    hand: float = 0.27
    their_hand: float = 0.03
    surplus: float = -0.96
    gate: float = 2.0
    ceiling: float = 0.9
    move: float = 0.5
    acts: float = -0.5
    acts_early: float = 2.0
    spread: float = 1.5
    spread_early: float = 7.0
    doom: float = -4.5
    doom_surplus: float = 0.1
    doom_turns: float = 0.5
    doom_1: float = 4.0
    doom_2: float = 2.5
    doom_3: float = 1.5
    doom_4: float = 0.7


FEATURES: Final = tuple(
    field.name for field in fields(FeatureWeights) if not field.name.startswith(("doom", "spread"))
)
DOOM_FEATURES: Final = tuple(
    field.name for field in fields(FeatureWeights) if field.name.startswith("doom")
)
NEAR: Final = 4
"""Up to so many points before its end a track is counted as near it."""

TREND: Final = 0.6
"""The part of a drift that is taken to happen; the rest is averted."""

PACE: Final = 0.45
"""So many motions of those that somebody wants are carried in a turn."""

SURENESS: Final = 0.9
"""By how much the odds that motions are carried in time rise with every turn to spare."""

_FINE: Final = 256
_REACH: Final = 12 * _FINE
_LIKELY: Final = tuple(
    # Rounded, so that the last digit of an exponential on some platform changes nothing.
    round(1 / (1 + exp(-step / _FINE)), 9)
    for step in range(-_REACH, _REACH + 1)
)


def likely(odds: float) -> float:
    """The probability that belongs to a logarithm of odds, from a table.

    >>> likely(0.0), round(likely(2.0), 3)
    (0.5, 0.881)
    """
    place = int(odds * _FINE) + _REACH
    if place < 0:
        return _LIKELY[0]
    return _LIKELY[place] if place <= _REACH + _REACH else _LIKELY[-1]


class Features:
    """Reads the features of positions of one rulebook."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self.turns = 2 * book.rounds
        self.ends = dict(book.collapses)
        self.held = tuple(mask.bit_count() for mask in book.held)
        self._motions = (1 << len(book.motion_ids)) - 1

    def left(self, state: State) -> int:
        """How many turns are still to be begun or finished."""
        left = self.turns - 2 * (state.round - 1)
        return left if state.phase in (Phase.DRAW, Phase.EVENT) else left - state.turn

    def drift(self, carried: int, round_: int) -> tuple[int, ...]:
        """What drifts will add to each track if nothing more is carried.

        Those that ask how a track stands are left out.
        """
        total = [0] * len(self.book.track_ids)
        for each in range(round_, self.book.rounds + 1):
            for _, clause, bundle in self.book.drifts[each]:
                if all(
                    kind != TRACK and least <= (carried & about).bit_count() <= most
                    for kind, about, least, most in clause
                ):
                    for track, amount in bundle:
                        total[track] += amount
        return tuple(total)

    def worth(self, motions: int) -> tuple[int, int]:
        """What all motions of a mask would add to both scores."""
        values = [self.book.motion_value[motion] for motion in bits(motions)]
        return sum(first for (_, first), _ in values), sum(second for _, (_, second) in values)

    def closed(self, carried: int, open_: int) -> int:
        """The mask of the motions that are neither carried nor open, but may be yet."""
        return self._motions & ~carried & ~open_ & ~self.book.prices[carried].shut

    def hope(
        self,
        clause: Clause,
        tracks: Mapping[int, int],
        drift: tuple[int, ...],
        carried: int,
        left: int,
    ) -> float:
        """How likely the conditions of an objective will hold at the end."""
        chance = 1.0
        for kind, about, least, most in clause:
            if kind == TRACK:
                value = tracks[about] + TREND * drift[about]
                slack = min(value - least, most - value) + 0.5
                chance *= likely(3.4 * slack / (0.67 + 0.23 * left))
            elif kind == COUNT:
                chance *= self._in_time(self.missing(about, least, most, carried), left)
            else:
                last = self.book.rounds if kind == ROUND else self.book.rounds & 1
                chance *= float(least <= last <= most)
        return chance

    def missing(self, about: int, least: int, most: int, carried: int) -> int | None:
        """How many motions must still be carried until so many of a mask are.

        One that needs others counts with them. Nothing if it cannot be any more: too many are
        carried, or what is missing is closed for good.
        """
        have = (carried & about).bit_count()
        if have > most:
            return None
        wanted = least - have
        if wanted <= 0:
            return 0
        able = about & ~carried & ~self.book.prices[carried].shut
        roads = [road for each in bits(able) if (road := self._road(each, carried)) is not None]
        if len(roads) < wanted:
            return None
        return sum(sorted(roads)[:wanted])

    def _road(self, motion: int, carried: int) -> int | None:
        """How many motions have to be carried for one to be, itself included."""
        found, shut, waiting = 0, self.book.prices[carried].shut, [motion]
        while waiting:
            each = waiting.pop()
            if shut >> each & 1:
                return None
            if found >> each & 1:
                continue
            found |= 1 << each
            for kind, about, least, _ in self.book.needs[each]:
                missing = least - ((carried | found) & about).bit_count()
                if kind == COUNT and missing > 0:
                    able = about & ~carried & ~found & ~shut
                    if able.bit_count() < missing:
                        return None
                    # Which of several it will be makes no difference to their number.
                    waiting.extend(list(bits(able))[:missing])
        return found.bit_count()

    @staticmethod
    def _in_time(missing: int | None, left: int) -> float:
        """How likely so many motions are carried in the turns that are left."""
        if missing is None or missing > left:
            return 0.0
        return likely(SURENESS * (PACE * left - missing)) if missing else 1.0

    def pressing(self, used: tuple[int, ...]) -> tuple[float, float]:
        """Per side how much score its acts still bring for their price."""
        found = [0.0, 0.0]
        for side in (0, 1):
            for act, _ in self.book.acts[side]:
                gain = sum(
                    amount
                    for track, amount in self.book.act_effects[act]
                    if track == self.book.score[side]
                )
                cost, step = self.book.act_price[act]
                if gain > 0:
                    found[side] += gain / (1 + cost + step * used[act])
        return found[0], found[1]

    def sure(self, state: State) -> tuple[float, float]:
        """Per side the points that it has, and those that its objectives promise."""
        book = self.book
        drift, left = self.drift(state.carried, state.round), self.left(state)
        points = [float(state.tracks[book.score[0]]), float(state.tracks[book.score[1]])]
        tracks = dict(enumerate(state.tracks))
        for side, clause, worth in book.objectives:
            points[side] += worth * self.hope(clause, tracks, drift, state.carried, left)
        return points[0], points[1]

    def doom(self, state: State) -> dict[str, float]:
        """The features of collapse, by the names of their weights."""
        drift = self.drift(state.carried, state.round)
        found = dict.fromkeys(DOOM_FEATURES, 0.0)
        found["doom"] = 1.0
        found["doom_turns"] = self.left(state) / self.turns
        for track, end in self.ends.items():
            found["doom_surplus"] += max(0, state.tracks[track] + drift[track] - end + 1)
            room = max(1, end - state.tracks[track])
            if room <= NEAR:
                found[f"doom_{room}"] += 1.0
        return found

    def read(self, state: State, side: int) -> dict[str, float]:
        """The features of a side's final score, by the names of their weights."""
        book, tracks, other = self.book, state.tracks, 1 - side
        early = self.left(state) / self.turns
        open_ = book.open_motions.holding(tracks, state.carried, state.round)
        opened = self.worth(open_)[side]
        closed = self.worth(self.closed(state.carried, open_))[side]
        acts = self.pressing(state.used)[side]
        return {
            "base": 1.0,
            "turns": early,
            "open_late": float(opened),
            "open_early": early * opened,
            "closed_late": float(closed),
            "closed_early": early * closed,
            "capital": float(tracks[book.capital[side]]),
            "their_capital": float(tracks[book.capital[other]]),
            "hand": float(self.held[side] - len(state.spent[side])),
            "their_hand": float(self.held[other] - len(state.spent[other])),
            "surplus": self.doom(state)["doom_surplus"],
            "gate": early * tracks[book.gate],
            "ceiling": early * tracks[book.ceiling],
            "move": float(state.side == side),
            "acts": acts,
            "acts_early": early * acts,
        }
