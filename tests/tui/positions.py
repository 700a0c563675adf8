"""Positions to draw: from random games of every shipped scenario."""

from __future__ import annotations

import random
from functools import cache

from attrs import frozen
from hypothesis import strategies as st

from game.rules import Rulebook, State, chances, legal, play, start
from game.scenario import load
from game.scenario.catalogue import ids
from game.telling.board import Board, board
from game.telling.voice import Voice

SCENARIOS = ids()


@frozen(eq=False)
class Position:
    """A position with the rules that it is read by, and who sits at the table."""

    book: Rulebook
    state: State
    seats: tuple[str, str]

    @property
    def voice(self) -> Voice:
        """Who tells it."""
        return Voice(self.book)

    @property
    def board(self) -> Board:
        """What the table shows of it."""
        return board(self.voice, self.state, self.seats)


@cache
def book_of(scenario: str) -> Rulebook:
    """A scenario, compiled."""
    return Rulebook(load(scenario))


@cache
def game_of(scenario: str, seed: int) -> tuple[State, ...]:
    """Every position of a random game."""
    book, pick = book_of(scenario), random.Random(seed)
    states = [start(book)]
    while decisions := legal(book, states[-1]) or tuple(
        decision for decision, _ in chances(book, states[-1])
    ):
        states.append(play(book, states[-1], pick.choice(decisions)).state)
    return tuple(states)


@st.composite
def positions(draw: st.DrawFn) -> Position:
    """A position of a random game, with the names of those who sit at the table."""
    scenario = draw(st.sampled_from(SCENARIOS))
    states = game_of(scenario, draw(st.integers(0, 15)))
    names = draw(st.sampled_from([("", ""), ("random", ""), ("Ann", "Boris")]))
    return Position(book_of(scenario), draw(st.sampled_from(states)), names)
