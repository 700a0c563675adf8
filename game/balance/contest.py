"""One match between two players, played in memory over the rules."""

from __future__ import annotations

from game.balance.facts import Facts, facts
from game.balance.players import MoodProbe, Refuser, character_of, player
from game.match.chance import pick
from game.opponents import Game, Opponent
from game.opponents.search import Thinker
from game.rules import NOBODY, Decision, Phase, Rulebook, State, advance, chances, legal, start
from game.value import frozen


@frozen
class Contest:
    """Who plays whom.

    Attributes:
        seats: per side the name of a seat.
        seed: what Chance and the players draw from.
        variant: the variant of the start; empty for the standard one.
    """

    seats: tuple[str, str]
    seed: int
    variant: str = ""


def compete(book: Rulebook, contest: Contest, thinker: Thinker | None = None) -> Facts:
    """Play a match to its end. The same contest always ends in the same way.

    Args:
        book: the rules, with the variant of the contest.
        contest: who plays whom.
        thinker: who does the thinking of searches; one that was asked before is quicker.

    Raises:
        SeatError: there is no such seat, or a person's.
    """
    first, second = (
        player(name, seed=contest.seed, scenario=book.scenario, thinker=thinker)
        for name in contest.seats
    )
    return play_out(book, (first, second), contest)


def play_out(book: Rulebook, players: tuple[Opponent, Opponent], contest: Contest) -> Facts:
    """Play a match between players who are there already."""
    state = start(book)
    one, two = map(character_of, players)
    past: list[tuple[State, Decision]] = []
    draws = 0
    while state.phase is not Phase.END:
        if state.side == NOBODY:
            deck = chances(book, state)
            decision = deck[pick([weight for _, weight in deck], contest.seed, draws)][0]
            draws += 1
        else:
            game = Game(book, state, tuple(past), contest.seats, (one, two))
            decision = players[state.side].choose(game).decision
            if decision not in legal(book, state):
                raise ValueError(f"{contest.seats[state.side]} decided {decision}, not legal here")
        past.append((state, decision))
        state = advance(book, state, decision)
    return facts(book, contest.seats, contest.seed, past, state, _shifts(players))


def _shifts(players: tuple[Opponent, Opponent]) -> tuple[int, int, int]:
    """What the players counted who look twice at choices between arguments."""
    inner = (each.player if isinstance(each, Refuser) else each for each in players)
    probes = [each.shifts for each in inner if isinstance(each, MoodProbe)]
    asked, mood, seed = (sum(each[place] for each in probes) for place in range(3))
    return asked, mood, seed
