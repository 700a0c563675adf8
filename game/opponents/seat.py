"""Who may sit in a seat, seen from the match: something that is shown a game and answers.

An opponent never draws chance and never touches the match; it is asked for a decision, and says
in words why it took it.
"""

from __future__ import annotations

from typing import Protocol

from attrs import field, frozen

from game.rules import Decision, Rulebook, State


@frozen
class Game:
    """What an opponent is shown: the rules, the position, and how it came about.

    ``history`` holds every earlier position with the decision taken in it, Chance's included.
    """

    book: Rulebook
    state: State
    history: tuple[tuple[State, Decision], ...] = field(default=(), repr=False)


@frozen
class Answer:
    """A decision, and why in words (empty if there is nothing to say)."""

    decision: Decision
    reason: str = ""


class Opponent(Protocol):
    """Plays a seat by itself."""

    def choose(self, game: Game) -> Answer:
        """Answer a position in which the opponent's side decides. Must be one of ``legal``."""
        ...
