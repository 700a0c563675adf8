"""One match between two opponents, played in memory over the rules, and what is kept of it."""

from __future__ import annotations

from attrs import frozen

from game.match.chance import pick
from game.opponents import Game, Opponent, opponent
from game.opponents.search import Thinker
from game.rules import (
    NOBODY,
    Decision,
    Kind,
    Phase,
    Rulebook,
    State,
    advance,
    bits,
    chances,
    legal,
    start,
    verdict,
)


@frozen
class Contest:
    """Who plays whom: per side the name of a seat, and the seed of Chance and of the players."""

    seats: tuple[str, str]
    seed: int


@frozen
class Outcome:
    """What is kept of a match.

    Attributes:
        contest: who played whom.
        verdict: the name of the ending.
        payoffs: per side, in hundredths.
        final: per side the final score, objectives included.
        turns: how many turns were taken.
        consulted: how many of them at home.
        tabled: how many motions were tabled.
        contested: how many of them were argued about.
        motions: ids of the motions that were tabled.
        carried: ids of the motions that were carried in play.
        acts: ids of the acts that were taken.
        arguments: ids of the arguments that were played.
    """

    contest: Contest
    verdict: str
    payoffs: tuple[int, int]
    final: tuple[int, int]
    turns: int
    consulted: int
    tabled: int
    contested: int
    motions: frozenset[str]
    carried: frozenset[str]
    acts: frozenset[str]
    arguments: frozenset[str]


def compete(book: Rulebook, contest: Contest, thinker: Thinker | None = None) -> Outcome:
    """Play a match to its end. The same contest always ends in the same way.

    Args:
        book: the rules.
        contest: who plays whom.
        thinker: who does the thinking of searches; one that was asked before is quicker.

    Raises:
        SeatError: there is no such seat.
    """
    first, second = (
        opponent(name, seed=contest.seed, scenario=book.scenario, thinker=thinker)
        for name in contest.seats
    )
    if first is None or second is None:
        raise ValueError("nobody is there to be asked: a person cannot play in an arena")
    return play_out(book, (first, second), contest)


def play_out(book: Rulebook, players: tuple[Opponent, Opponent], contest: Contest) -> Outcome:
    """Play a match between players who are there already."""
    state = start(book)
    past: list[tuple[State, Decision]] = []
    draws = 0
    while state.phase is not Phase.END:
        if state.side == NOBODY:
            deck = chances(book, state)
            decision = deck[pick([weight for _, weight in deck], contest.seed, draws)][0]
            draws += 1
        else:
            game = Game(book, state, tuple(past), contest.seats)
            decision = players[state.side].choose(game).decision
            if decision not in legal(book, state):
                raise ValueError(f"{contest.seats[state.side]} decided {decision}, not legal here")
        past.append((state, decision))
        state = advance(book, state, decision)
    return _outcome(book, contest, state, [decision for _, decision in past])


def _outcome(book: Rulebook, contest: Contest, state: State, decisions: list[Decision]) -> Outcome:
    kinds = [decision.kind for decision in decisions]
    ending = verdict(book, state)
    tabled = [decision for decision in decisions if decision.kind is Kind.TABLE]
    said = [decision.backing for decision in tabled]
    said += [each.subject for each in decisions if each.kind in (Kind.REBUT, Kind.REJOIN)]
    acts = kinds.count(Kind.ACT)
    return Outcome(
        contest=contest,
        verdict=ending.name,
        payoffs=ending.payoffs,
        final=ending.final,
        turns=kinds.count(Kind.CONSULT) + acts + len(tabled),
        consulted=kinds.count(Kind.CONSULT),
        tabled=len(tabled),
        contested=kinds.count(Kind.REBUT),
        motions=frozenset(book.motion_ids[each.subject] for each in tabled),
        carried=frozenset(book.motion_ids[index] for index in bits(state.carried & book.in_play)),
        acts=frozenset(book.act_ids[each.subject] for each in decisions if each.kind is Kind.ACT),
        arguments=frozenset(book.argument_ids[index] for index in said),
    )
