"""How much a search looks at in a second, how long a decision takes, and how much memory it needs.

If OpenSpiel is installed (``pip install open_spiel``), its Monte Carlo tree search in Python plays
this very game beside ours, and Connect Four, which is its own: M. Lanctot et al., "OpenSpiel: a
framework for reinforcement learning in games", 2019.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any, Final

from game.balance.plain import PLAIN
from game.opponents import Game
from game.opponents.character import Bound, Trail
from game.opponents.search import (
    LEVELS,
    Evaluation,
    Quiet,
    Rollout,
    SearchSeat,
    SearchTree,
    WorkerPool,
)
from game.opponents.search.rollout import anything
from game.rules import NOBODY, Decision, Phase, Rulebook, State, advance, chances, legal, start
from game.rules import verdict as judged
from game.scenario import load
from game.scenario.cast import cast
from game.scenario.character import Character

LENGTH: Final = 40
"""Plies of a playout, by which rates of random play are told."""

BATCH: Final = 50
"""Playouts between two looks at the clock."""

PEER: Final = "open_spiel"

Playouts = Callable[[int], object]
"""Plays so many playouts."""


def opening(book: Rulebook) -> State:
    """The first position in which a side decides."""
    state = start(book)
    while state.side == NOBODY:
        state = advance(book, state, legal(book, state)[0])
    return state


def random_plies(book: Rulebook) -> Playouts:
    """Random play, ``LENGTH`` plies for each playout, one game after the other."""
    dice = random.Random(1).random  # noqa: S311 - random games

    def play(playouts: int) -> None:
        state = start(book)
        for _ in range(playouts * LENGTH):
            options = legal(book, state)
            state = advance(book, state, options[int(dice() * len(options))])
            if state.phase is Phase.END:
                state = start(book)

    return play


def of_search(book: Rulebook, character: Character | None = None) -> Playouts:
    """The search as it plays: judged by the evaluation, widened step by step.

    Both sides keep to the lines of a character, if one is given.
    """
    judge, trees, state = Quiet(book, Evaluation(book)), count(), opening(book)
    bound = None if character is None else Bound(book, (character, character), state.side)

    def play(playouts: int) -> None:
        SearchTree(
            book,
            state,
            judge=judge,
            seed=f"bench {next(trees)}",  # no tree twice: the evaluation remembers
            bound=bound,
            trail=None if bound is None else Trail.of(book, state, ()),
        ).grow(playouts)

    return play


def of_plain(book: Rulebook) -> Playouts:
    """Plain UCT with random playouts to the end of the game."""
    evaluation = Evaluation(book)

    def play(playouts: int) -> None:
        rollout = Rollout(book, anything, evaluation, seed="bench")
        tree = SearchTree(
            book, opening(book), judge=None, evaluate=rollout, seed="bench", style=PLAIN
        )
        tree.grow(playouts)

    return play


class Shown:
    """This game as OpenSpiel sees games: a state that is changed and cloned."""

    def __init__(self, book: Rulebook, state: State) -> None:
        self._book = book
        self._state = state
        self._options: tuple[Decision, ...] = ()

    def clone(self) -> Shown:
        return Shown(self._book, self._state)

    def is_terminal(self) -> bool:
        return self._state.phase is Phase.END

    def is_chance_node(self) -> bool:
        return self._state.phase is Phase.DRAW

    def current_player(self) -> int:
        return self._state.side  # Chance is -1 there as well

    def legal_actions(self, _: int | None = None) -> list[int]:
        self._options = legal(self._book, self._state)
        return list(range(len(self._options)))

    def chance_outcomes(self) -> list[tuple[int, float]]:
        deck = chances(self._book, self._state)
        total = sum(weight for _, weight in deck)
        return [(place, weight / total) for place, (_, weight) in enumerate(deck)]

    def apply_action(self, action: int) -> None:
        decision = legal(self._book, self._state)[action]
        self._state = advance(self._book, self._state, decision)

    def returns(self) -> list[float]:
        return [float(each) for each in judged(self._book, self._state).payoffs]


class _Table:
    """This game as a game of OpenSpiel, as far as its search asks."""

    def __init__(self, spiel: Any) -> None:  # noqa: ANN401 - OpenSpiel has no types
        self._type = spiel.load_game("connect_four").get_type()

    def get_type(self) -> object:
        return self._type

    def max_utility(self) -> float:
        return 100.0


def peers(book: Rulebook) -> dict[str, Playouts]:
    """OpenSpiel's searches, if it is installed."""
    if find_spec(PEER) is None:
        return {}
    spiel, mcts = import_module("pyspiel"), import_module("open_spiel.python.algorithms.mcts")
    four = spiel.load_game("connect_four")

    def searching(game: object, begin: Callable[[], object]) -> Playouts:
        def play(playouts: int) -> None:
            bot = mcts.MCTSBot(game, 30.0, playouts, mcts.RandomRolloutEvaluator(), solve=False)
            bot.mcts_search(begin())

        return play

    return {
        "OpenSpiel, this game": searching(_Table(spiel), lambda: Shown(book, opening(book))),
        "OpenSpiel, Connect Four": searching(four, four.new_initial_state),
    }


def lines(playouts: int, turns: int) -> dict[str, list[float]]:
    """How often a search with the lines of a character is as quick as one without any, by turn."""
    book = Rulebook(load("shared-enemy"))
    free = of_search(book)
    bound = {each.id: of_search(book, each) for each in cast() if each.lines}
    ratios: dict[str, list[float]] = {name: [] for name in bound}
    for turn in range(turns + 1):
        for name, play in bound.items():
            without = took(free, playouts)
            found = without / took(play, playouts)
            if turn:  # the first one warms up
                ratios[name].append(found)
    return ratios


def took(play: Playouts, playouts: int) -> float:
    """Seconds of the processor for so many playouts."""
    began = time.process_time()
    play(playouts)
    return time.process_time() - began


def rate(play: Playouts, seconds: float) -> float:
    """Playouts per second of the processor's time, of which others on the machine take none."""
    began, playouts = time.process_time(), 0
    while (passed := time.process_time() - began) < seconds:
        play(BATCH)
        playouts += BATCH
    return playouts / passed


def measure(seconds: float, turns: int) -> dict[str, list[float]]:
    """Playouts per second of all, taken in turns so that a busy machine is busy for each."""
    book = Rulebook(load("shared-enemy"))
    searches = {
        f"random, {LENGTH} plies each": random_plies(book),
        "our search": of_search(book),
        "our plain UCT": of_plain(book),
        **peers(book),
    }
    rates: dict[str, list[float]] = {name: [] for name in searches}
    for _ in range(turns):
        for name, play in searches.items():
            rates[name].append(rate(play, seconds))
    return rates


def decisions(level: int, count: int) -> tuple[list[float], list[float]]:
    """Seconds that a level takes for each of so many decisions, and the most memory of its
    worker processes in megabytes (none where the system does not tell).
    """
    book = Rulebook(load("shared-enemy"))
    pool = WorkerPool()
    seat = SearchSeat(LEVELS[level - 1], 1, thinker=pool)
    state = opening(book)
    past: list[tuple[State, Decision]] = []
    times: list[float] = []
    while state.phase is not Phase.END and len(times) < count + 1:
        if state.side == NOBODY:
            decision = chances(book, state)[0][0]
        else:
            choice = len(legal(book, state)) > 1
            began = time.perf_counter()
            decision = seat.choose(Game(book, state, tuple(past))).decision
            if choice:
                times.append(time.perf_counter() - began)
        past.append((state, decision))
        state = advance(book, state, decision)
    most = [each for process in pool.processes if (each := _most(process)) is not None]
    pool.close()
    return times[1:], most  # the first also starts the processes


def _most(process: int) -> float | None:
    """The most memory that a process has had, in megabytes."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return None
    found = [line.split()[1] for line in status.read_text().splitlines() if "VmHWM" in line]
    return int(found[0]) / 1024 if found else None
