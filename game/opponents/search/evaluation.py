"""What a position is worth to both sides before the game is over.

An evaluation estimates the final scores and the odds of collapse from the features of a position,
and prices them as the verdict will: in hundredths of payoff.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from game.opponents.search.features import NEAR, Features, FeatureWeights, likely
from game.opponents.thought import Worth
from game.rules import TRACK, Phase, Rulebook, State, verdict

Evaluate = Callable[[State], Worth]
"""Anything that says what a position is worth."""

KEPT: Final = 1 << 15
"""So many worths are remembered, in about as many half kilobytes."""

_DRAW, _EVENT, _END = Phase.DRAW, Phase.EVENT, Phase.END


class Estimate(NamedTuple):
    """Where a position seems to lead.

    ``margins`` are the final scores less the thresholds, ``doom`` is the logarithm of the odds
    of collapse, ``spread`` how far off the margins may be.
    """

    margins: tuple[float, float]
    doom: float
    spread: float


class Baseline:
    """What follows from the carried motions and the turns left alone, worked out once.

    ``promised`` are the points of objectives on motions alone, as far as they will be met.
    ``tables`` give, by each value of a track, what it adds to both estimates and to the odds
    of collapse; ``openings`` what the open and closed motions add, by the mask of the open ones.
    """

    __slots__ = ("acts", "base", "doom", "early", "openings", "promised", "spread", "tables")

    def __init__(
        self, features: Features, weights: FeatureWeights, carried: int, round_: int, left: int
    ) -> None:
        early = left / features.turns
        self.early = early
        self.base = weights.base + weights.turns * early
        self.acts = weights.acts + weights.acts_early * early
        self.doom = weights.doom + weights.doom_turns * early
        self.spread = weights.spread + weights.spread_early * early
        self.openings: dict[int, tuple[float, float]] = {}
        drift = features.drift(carried, round_)
        promised = [0.0, 0.0]
        for side, clause, worth in features.book.objectives:
            if not any(kind == TRACK for kind, _, _, _ in clause):
                promised[side] += worth * features.hope(clause, {}, drift, carried, left)
        self.promised = promised[0], promised[1]
        self.tables = tuple(
            (
                track,
                {
                    value: _about(features, weights, track, value, drift, left)
                    for value in range(features.book.low[track], features.book.high[track] + 1)
                },
            )
            for track in range(features.book.shared)
        )


def _about(
    features: Features,
    weights: FeatureWeights,
    track: int,
    value: int,
    drift: tuple[int, ...],
    left: int,
) -> tuple[float, float, float]:
    """What one value of a track adds to both estimates and to the odds of collapse."""
    book = features.book
    early = left / features.turns
    both = doom = 0.0
    if track == book.gate:
        both += weights.gate * early * value
    if track == book.ceiling:
        both += weights.ceiling * early * value
    if track in features.ends:
        end = features.ends[track]
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
            points[side] += worth * features.hope(clause, {track: value}, drift, 0, left)
    return points[0], points[1], doom


class Evaluation:
    """Says what positions of one rulebook are worth: call it with a position.

    The same position always has the same worth. ``plain`` reads the same from the features one by
    one. Most positions that a search comes upon differ from one before in nothing that is looked
    at, so that worths are remembered.
    """

    def __init__(self, book: Rulebook, weights: FeatureWeights | None = None) -> None:
        self.book = book
        self.weights = weights or FeatureWeights()
        self.features = Features(book)
        self._baselines: dict[tuple[int, int, int], Baseline] = {}
        self._known: dict[tuple[object, ...], Worth] = {}
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
        seen = self.seen(state)
        worth = self._known.get(seen)
        if worth is None:
            if len(self._known) >= KEPT:
                self._known.clear()
            worth = self._known[seen] = self._price(self.estimate(state))
        return worth

    @staticmethod
    def seen(state: State) -> tuple[object, ...]:
        """All that it looks at in a position that is not the end."""
        one, two = state.spent
        between = state.phase is _DRAW or state.phase is _EVENT
        return (
            state.tracks,
            state.carried,
            state.round,
            0 if between else state.turn,
            state.side,
            state.used,
            len(one),
            len(two),
        )

    def estimate(self, state: State) -> Estimate:
        """Where a position that is not the end seems to lead."""
        book, weights, features = self.book, self.weights, self.features
        tracks, carried, round_ = state.tracks, state.carried, state.round
        left = features.turns - 2 * (round_ - 1)
        if state.phase is not _DRAW and state.phase is not _EVENT:
            left -= state.turn
        key = (carried, round_, left)
        baseline = self._baselines.get(key)
        if baseline is None:
            baseline = Baseline(features, weights, carried, round_, left)
            self._baselines[key] = baseline
        open_ = book.open_motions.holding(tracks, carried, round_)
        opening = baseline.openings.get(open_)
        if opening is None:
            opening = baseline.openings[open_] = self._opening(baseline, carried, open_)
        used = state.used
        pressing = self._pressing.get(used)
        if pressing is None:
            pressing = self._pressing[used] = features.pressing(used)
        first, second = opening
        doom = baseline.doom
        for track, table in baseline.tables:
            one, two, near = table[tracks[track]]
            first += one
            second += two
            doom += near
        purse, their_purse = tracks[book.capital[0]], tracks[book.capital[1]]
        spent = state.spent
        hand, their_hand = features.held[0] - len(spent[0]), features.held[1] - len(spent[1])
        first += (
            tracks[book.score[0]]
            + weights.capital * purse
            + weights.their_capital * their_purse
            + weights.hand * hand
            + weights.their_hand * their_hand
            + baseline.acts * pressing[0]
        )
        second += (
            tracks[book.score[1]]
            + weights.capital * their_purse
            + weights.their_capital * purse
            + weights.hand * their_hand
            + weights.their_hand * hand
            + baseline.acts * pressing[1]
        )
        if state.side == 0:
            first += weights.move
        elif state.side == 1:
            second += weights.move
        if self._joint:
            drift, by_track = features.drift(carried, round_), dict(enumerate(tracks))
            points = [first, second]
            for side, clause, worth in self._joint:
                points[side] += worth * features.hope(clause, by_track, drift, carried, left)
            first, second = points
        margins = first - book.threshold[0], second - book.threshold[1]
        return Estimate(margins, doom, baseline.spread)

    def plain(self, state: State) -> Estimate:
        """The same as ``estimate``, feature by feature."""
        weights, features = self.weights, self.features
        early = features.left(state) / features.turns
        sure = features.sure(state)
        margins = [
            sure[side]
            - self.book.threshold[side]
            + sum(
                getattr(weights, name) * feature
                for name, feature in features.read(state, side).items()
            )
            for side in (0, 1)
        ]
        doom = sum(
            getattr(weights, name) * feature for name, feature in features.doom(state).items()
        )
        spread = weights.spread + weights.spread_early * early
        return Estimate((margins[0], margins[1]), doom, spread)

    def _opening(self, baseline: Baseline, carried: int, open_: int) -> tuple[float, float]:
        features, weights = self.features, self.weights
        opened, closed = features.worth(open_), features.worth(features.closed(carried, open_))
        by_open = weights.open_late + weights.open_early * baseline.early
        by_closed = weights.closed_late + weights.closed_early * baseline.early
        return (
            baseline.base + baseline.promised[0] + by_open * opened[0] + by_closed * closed[0],
            baseline.base + baseline.promised[1] + by_open * opened[1] + by_closed * closed[1],
        )

    def _price(self, estimate: Estimate) -> Worth:
        """What the verdicts that may come of an estimate are worth on average."""
        collapse, frozen, bargain, laurels, alone, left_behind, margin, cap = self._payoff
        (first, second), doom, spread = estimate
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
