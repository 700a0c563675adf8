"""A game beside history: per round what was carried and what struck, and what was dated in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from game.rules import Decision, Kind, Rulebook, State, bits
from game.scenario import Scenario
from game.scenario.chance import Headline
from game.scenario.terms import Condition
from game.value import frozen


@frozen
class Struck:
    """A headline that struck.

    Attributes:
        headline: its index.
        choice: which answer it was given, 0 or 1; -1 if it asked for none, or got none.
    """

    headline: int
    choice: int = -1


@frozen
class HistoricRound:
    """A round of a game, and what happened then.

    Attributes:
        round: its number, from 1.
        played: whether the game came to it.
        carried: the indices of the motions that were carried in it, in order.
        struck: the headlines that struck in it, in order.
        missed: the indices of those that history has in it and that never struck in the game; what
            can strike in one of two ways is one of them at most.
    """

    round: int
    played: bool
    carried: tuple[int, ...]
    struck: tuple[Struck, ...]
    missed: tuple[int, ...]


def is_dated(scenario: Scenario) -> bool:
    """Whether a scenario says in which of its rounds things happened in history."""
    return bool(scenario.round_names) and any(_dated(scenario))


def beside_history(
    book: Rulebook, states: Sequence[State], decisions: Sequence[Decision]
) -> tuple[HistoricRound, ...]:
    """All rounds of a scenario with what the game made of each; none if they are not dated.

    Args:
        book: the rules.
        states: every position, the one before the first decision first.
        decisions: every decision, Chance's included.
    """
    scenario = book.scenario
    if not is_dated(scenario):
        return ()
    rounds = range(1, book.rounds + 1)
    carried: dict[int, list[int]] = {number: [] for number in rounds}
    struck: dict[int, list[Struck]] = {number: [] for number in rounds}
    for before, after in pairwise(states):
        carried[before.round] += bits(after.carried & ~before.carried)
    for round_, each in _struck(book, states, decisions):
        struck[round_].append(each)
    told = [scenario.headlines[each.headline] for found in struck.values() for each in found]
    missed: dict[int, list[int]] = {number: [] for number in rounds}
    for index, then in enumerate(_dated(scenario)):
        headline = scenario.headlines[index]
        if then in missed and not any(_same(headline, each) for each in told):
            missed[then].append(index)
            told.append(headline)
    return tuple(
        HistoricRound(
            round=number,
            played=number <= states[-1].round,
            carried=tuple(carried[number]),
            struck=tuple(struck[number]),
            missed=tuple(missed[number]),
        )
        for number in rounds
    )


def _dated(scenario: Scenario) -> Iterator[int]:
    """Per headline the round that history has it in, 0 if the scenario does not say.

    A headline that may strike in any round, or ever after one, is not dated by that.
    """
    for each in scenario.headlines:
        bounded = each.from_round is not None and each.until_round is not None
        yield each.from_round or 0 if bounded else 0


def _same(one: Headline, other: Headline) -> bool:
    """Whether two headlines are one event: of one date, and each under what rules out the other."""
    if one.id == other.id:
        return True
    return one.date == other.date and any(
        (a.track, a.tag) == (b.track, b.tag) and (_below(a, b) or _below(b, a))
        for a in one.when
        for b in other.when
    )


def _below(one: Condition, other: Condition) -> bool:
    """Whether all that one condition allows lies below all that the other does."""
    most, least = one.at_most, other.at_least
    return most is not None and least is not None and most < least


def _struck(
    book: Rulebook, states: Sequence[State], decisions: Sequence[Decision]
) -> Iterator[tuple[int, Struck]]:
    """The headlines that struck, each with its round: flashes at once, the others a round later."""
    last = states[-1].round
    for place, decision in enumerate(decisions):
        if decision.kind is not Kind.DRAW or decision.subject < 0:
            continue
        headline, drawn = decision.subject, states[place].round
        if book.headline_flash[headline]:
            yield drawn, Struck(headline)
        elif drawn < last:  # a game that ends before the next round ends before it strikes
            yield drawn + 1, Struck(headline, _choice(headline, states[place:], decisions[place:]))


def _choice(headline: int, states: Sequence[State], decisions: Sequence[Decision]) -> int:
    """How a headline was answered, in the positions since it was drawn."""
    for state, decision in zip(states, decisions, strict=False):
        if decision.kind is Kind.CHOOSE and state.wire == headline:
            return decision.subject
    return -1
