"""What a position is worth to both sides before the game is over.

A forecast projects the final scores and the odds of collapse from the signs of a position, and
prices them as the verdict will: in hundredths of payoff.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from game.opponents.search.signs import NEAR, Signs, Weights, likely
from game.opponents.thought import Worth
from game.rules import TRACK, Phase, Rulebook, State, verdict

Evaluate = Callable[[State], Worth]
"""Anything that says what a position is worth."""

_DRAW, _EVENT, _END = Phase.DRAW, Phase.EVENT, Phase.END


class Projection(NamedTuple):
    """Where a position seems to lead.

    ``margins`` are the final scores less the thresholds, ``doom`` is the logarithm of the odds
    of collapse, ``spread`` how far off the margins may be.
    """

    margins: tuple[float, float]
    doom: float
    spread: float


class Prospect:
    """What follows from the carried motions and the turns left alone, worked out once.

    ``promised`` are the points of objectives on motions alone, as far as they will be met.
    ``tables`` give, by each value of a track, what it adds to both projections and to the odds
    of collapse; ``openings`` what the open and closed motions add, by the mask of the open ones.
    """

    __slots__ = ("acts", "base", "doom", "early", "openings", "promised", "spread", "tables")

    def __init__(
        self, signs: Signs, weights: Weights, carried: int, round_: int, left: int
    ) -> None:
        early = left / signs.turns
        self.early = early
        self.base = weights.base + weights.turns * early
        self.acts = weights.acts + weights.acts_early * early
        self.doom = weights.doom + weights.doom_turns * early
        self.spread = weights.spread + weights.spread_early * early
        self.openings: dict[int, tuple[float, float]] = {}
        drift = signs.drift(carried, round_)
        promised = [0.0, 0.0]
        for side, clause, worth in signs.book.objectives:
            if not any(kind == TRACK for kind, _, _, _ in clause):
                promised[side] += worth * signs.hope(clause, {}, drift, carried, left)
        self.promised = promised[0], promised[1]
        self.tables = tuple(
            (
                track,
                {
                    value: _about(signs, weights, track, value, drift, left)
                    for value in range(signs.book.low[track], signs.book.high[track] + 1)
                },
            )
            for track in range(signs.book.shared)
        )


def _about(
    signs: Signs, weights: Weights, track: int, value: int, drift: tuple[int, ...], left: int
) -> tuple[float, float, float]:
    """What one value of a track adds to both projections and to the odds of collapse."""
    book = signs.book
    early = left / signs.turns
    both = doom = 0.0
    if track == book.gate:
        both += weights.gate * early * value
    if track == book.ceiling:
        both += weights.ceiling * early * value
    if track in signs.ends:
        end = signs.ends[track]
        over = max(0, value + drift[track] - end + 1)
        both += weights.surplus * over
        doom += weights.doom_surplus * over
        room = max(1, end - value)
        if room <= NEAR:
            near = (weights.doom_1, weights.doom_2, weights.doom_3, weights.doom_4)
            doom += near[room - 1]
    points = [both, both]
    for side, clause, worth in book.objectives:
        if len(clause) == 1 and clause[0][:2] == (TRACK, track):
            points[side] += worth * signs.hope(clause, {track: value}, drift, 0, left)
    return points[0], points[1], doom


class Forecast:
    """Says what positions of one rulebook are worth: call it with a position.

    The same position always has the same worth. ``plain`` reads the same from the signs one by
    one.
    """

    def __init__(self, book: Rulebook, weights: Weights | None = None) -> None:
        self.book = book
        self.weights = weights or Weights()
        self.signs = Signs(book)
        self._prospects: dict[tuple[int, int, int], Prospect] = {}
        self._pressing: dict[tuple[int, ...], tuple[float, float]] = {}
        payoff = book.scenario.payoff
        self._payoff: Final = (
            float(payoff.collapse),
            float(payoff.frozen),
            float(payoff.bargain),
            float(payoff.laurels),
            float(payoff.alone),
            float(payoff.left_behind),
            float(payoff.margin),
            float(payoff.margin_cap),
        )
        self._thaw: Final = float(payoff.thaw)
        self._within: Final = payoff.thaw_within
        # Objectives on a track and something else do not fall apart into tracks.
        self._joint: Final = tuple(
            each
            for each in book.objectives
            if len(each[1]) > 1 and any(kind == TRACK for kind, _, _, _ in each[1])
        )

    def __call__(self, state: State) -> Worth:
        if state.phase is _END:
            first, second = verdict(self.book, state).payoffs
            return float(first), float(second)
        return self._price(self.project(state))

    def project(self, state: State) -> Projection:
        """Where a position that is not the end seems to lead."""
        book, weights, signs = self.book, self.weights, self.signs
        tracks, carried, round_ = state.tracks, state.carried, state.round
        left = signs.turns - 2 * (round_ - 1)
        if state.phase is not _DRAW and state.phase is not _EVENT:
            left -= state.turn
        key = (carried, round_, left)
        prospect = self._prospects.get(key)
        if prospect is None:
            prospect = Prospect(signs, weights, carried, round_, left)
            self._prospects[key] = prospect
        open_ = book.open_motions.holding(tracks, carried, round_)
        opening = prospect.openings.get(open_)
        if opening is None:
            opening = prospect.openings[open_] = self._opening(prospect, carried, open_)
        used = state.used
        pressing = self._pressing.get(used)
        if pressing is None:
            pressing = self._pressing[used] = signs.pressing(used)
        first, second = opening
        doom = prospect.doom
        for track, table in prospect.tables:
            one, two, near = table[tracks[track]]
            first += one
            second += two
            doom += near
        purse, their_purse = tracks[book.capital[0]], tracks[book.capital[1]]
        spent = state.spent
        hand, their_hand = signs.held[0] - len(spent[0]), signs.held[1] - len(spent[1])
        first += (
            tracks[book.score[0]]
            + weights.capital * purse
            + weights.their_capital * their_purse
            + weights.hand * hand
            + weights.their_hand * their_hand
            + prospect.acts * pressing[0]
        )
        second += (
            tracks[book.score[1]]
            + weights.capital * their_purse
            + weights.their_capital * purse
            + weights.hand * their_hand
            + weights.their_hand * hand
            + prospect.acts * pressing[1]
        )
        if state.side == 0:
            first += weights.move
        elif state.side == 1:
            second += weights.move
        if self._joint:
            drift, by_track = signs.drift(carried, round_), dict(enumerate(tracks))
            points = [first, second]
            for side, clause, worth in self._joint:
                points[side] += worth * signs.hope(clause, by_track, drift, carried, left)
            first, second = points
        margins = first - book.threshold[0], second - book.threshold[1]
        return Projection(margins, doom, prospect.spread)

    def plain(self, state: State) -> Projection:
        """The same as ``project``, sign by sign."""
        weights, signs = self.weights, self.signs
        early = signs.left(state) / signs.turns
        sure = signs.sure(state)
        margins = [
            sure[side]
            - self.book.threshold[side]
            + sum(getattr(weights, name) * sign for name, sign in signs.read(state, side).items())
            for side in (0, 1)
        ]
        doom = sum(getattr(weights, name) * sign for name, sign in signs.doom(state).items())
        spread = weights.spread + weights.spread_early * early
        return Projection((margins[0], margins[1]), doom, spread)

    def _opening(self, prospect: Prospect, carried: int, open_: int) -> tuple[float, float]:
        signs, weights = self.signs, self.weights
        opened, closed = signs.worth(open_), signs.worth(signs.closed(carried, open_))
        by_open = weights.open_late + weights.open_early * prospect.early
        by_closed = weights.closed_late + weights.closed_early * prospect.early
        return (
            prospect.base + prospect.promised[0] + by_open * opened[0] + by_closed * closed[0],
            prospect.base + prospect.promised[1] + by_open * opened[1] + by_closed * closed[1],
        )

    def _price(self, projection: Projection) -> Worth:
        """What the verdicts that may come of a projection are worth on average."""
        collapse, frozen, bargain, laurels, alone, left_behind, margin, cap = self._payoff
        (first, second), doom, spread = projection
        steep = 1.7 / spread  # a logistic curve as wide as a normal one
        one, two = likely((first + 0.5) * steep), likely((second + 0.5) * steep)
        ahead = likely((first - second) * steep * 0.7)
        safe = likely(-doom)
        both = one * two
        common = both * bargain + (1 - one) * (1 - two) * frozen
        left, right = (one - both) * left_behind, (two - both) * left_behind
        if self._within:
            near = likely((first + 0.5 + self._within) * steep) - one
            close = likely((second + 0.5 + self._within) * steep) - two
            more = self._thaw - left_behind
            common += near * close * (self._thaw - frozen)
            left, right = left + one * close * more, right + two * near * more
        first = cap if first > cap else max(first, -cap)
        second = cap if second > cap else max(second, -cap)
        lost = (1 - safe) * collapse
        return (
            lost
            + safe
            * (common + both * laurels * ahead + (one - both) * alone + right + margin * first),
            lost
            + safe
            * (
                common
                + both * laurels * (1 - ahead)
                + (two - both) * alone
                + left
                + margin * second
            ),
        )
