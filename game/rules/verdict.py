"""How a game ends: objectives, margins, verdict and payoffs."""

from __future__ import annotations

from game.rules.conditions import holds
from game.rules.decision import RulesError
from game.rules.rulebook import Rulebook
from game.rules.state import Phase, State
from game.scenario.model import Scenario
from game.value import frozen

COLLAPSE, FROZEN, THAW, BARGAIN = "collapse", "frozen", "thaw", "bargain"


@frozen
class Verdict:
    """The end of a game.

    Attributes:
        name: ``collapse``, ``frozen``, ``thaw``, ``bargain`` or ``<side>_alone``, as epilogues.
        final: per side the final score, objectives included (not after a collapse).
        margins: per side final score less threshold, within the cap; nothing after a collapse.
        payoffs: per side what the ending is worth, in hundredths.
        objectives: per objective of the scenario, in its order, whether it was met.
        collapsed: ids of the tracks that ended the game, in the scenario's order.
        near: per side whether it fell short by so little that a thaw counts for it.
    """

    name: str
    final: tuple[int, int]
    margins: tuple[int, int] | None
    payoffs: tuple[int, int]
    objectives: tuple[bool, ...]
    collapsed: tuple[str, ...] = ()
    near: tuple[bool, bool] = (False, False)

    def succeeds(self, side: int) -> bool:
        """Whether a side reached its threshold in a game that did not collapse."""
        return self.margins is not None and self.margins[side] >= 0


def met(book: Rulebook, state: State) -> tuple[bool, ...]:
    """Per objective whether its conditions hold in a position."""
    return tuple(
        holds(clause, state.tracks, state.carried, state.round) for _, clause, _ in book.objectives
    )


def verdict(book: Rulebook, state: State) -> Verdict:
    """The verdict on a game that is over.

    Raises:
        RulesError: the game is not over.
    """
    if state.phase is not Phase.END:
        raise RulesError(f"the game is not over: round {state.round}, {state.phase.value}")
    payoff = book.scenario.payoff
    scores = tuple(state.tracks[index] for index in book.score)
    collapsed = tuple(
        book.track_ids[track] for track, at in book.collapses if state.tracks[track] >= at
    )
    if collapsed:
        return Verdict(
            name=COLLAPSE,
            final=(scores[0], scores[1]),
            margins=None,
            payoffs=(payoff.collapse, payoff.collapse),
            objectives=(False,) * len(book.objectives),
            collapsed=collapsed,
        )
    reached = met(book, state)
    final = [*scores]
    for (side, _, points), done in zip(book.objectives, reached, strict=True):
        final[side] += points * done
    ending = settled(book.scenario, (final[0], final[1]), (book.threshold[0], book.threshold[1]))
    return Verdict(
        name=ending.name,
        final=(final[0], final[1]),
        margins=ending.margins,
        payoffs=ending.payoffs,
        objectives=reached,
        near=ending.near,
    )


@frozen
class ScoreVerdict:
    """What final scores come to in a game that did not collapse; as in ``Verdict``."""

    name: str
    margins: tuple[int, int]
    payoffs: tuple[int, int]
    near: tuple[bool, bool]


def settled(
    scenario: Scenario, final: tuple[int, int], thresholds: tuple[int, int]
) -> ScoreVerdict:
    """What final scores come to, by the thresholds that are given.

    >>> from game.scenario import load
    >>> settled(load("shared-enemy"), (30, 28), (27, 27)).name
    'bargain'
    """
    payoff = scenario.payoff
    cap = payoff.margin_cap
    over = [final[side] - thresholds[side] for side in (0, 1)]
    first, second = (min(max(each, -cap), cap) for each in over)
    near = (-payoff.thaw_within <= over[0] < 0, -payoff.thaw_within <= over[1] < 0)
    if first >= 0 and second >= 0:
        name = BARGAIN
        laurels = (first > second) - (first < second)
        worth = [payoff.bargain + payoff.laurels * (1 + sign) // 2 for sign in (laurels, -laurels)]
    elif first >= 0 or second >= 0:
        winner = 0 if first >= 0 else 1
        name = f"{scenario.sides[winner].id}_alone"
        worth = [payoff.thaw if each else payoff.left_behind for each in near]
        worth[winner] = payoff.alone
    elif all(near):
        name = THAW
        worth = [payoff.thaw, payoff.thaw]
    else:
        name = FROZEN
        worth = [payoff.frozen, payoff.frozen]
    return ScoreVerdict(
        name=name,
        margins=(first, second),
        payoffs=(worth[0] + payoff.margin * first, worth[1] + payoff.margin * second),
        near=near,
    )
