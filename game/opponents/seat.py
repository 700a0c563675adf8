"""Who may sit in a seat, seen from the match: something that is shown a game and answers.

An opponent never draws chance and never touches the match; it is asked for a decision, and says
what stood behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from attrs import field

from game.rules import Decision, Rulebook, State
from game.scenario.character import Character
from game.value import frozen

if TYPE_CHECKING:
    from game.opponents.thought import Thought

Pair = tuple[Character | None, Character | None]
"""Per side the character that plays it, if one does."""

FREE: Final[Pair] = (None, None)
"""Two sides of which neither is played by a character."""


class OpponentError(RuntimeError):
    """An opponent could not answer; the message says why, and the match is not changed."""


@frozen
class Game:
    """What an opponent is shown: the rules, the position, and how it came about.

    ``history`` holds every earlier position with the decision taken in it, Chance's included.
    ``seats`` names per side who plays it, as everybody at the table can see; ``characters`` are
    those of them that are characters.
    """

    book: Rulebook
    state: State
    history: tuple[tuple[State, Decision], ...] = field(default=(), repr=False)
    seats: tuple[str, str] = ("", "")
    characters: Pair = field(default=FREE, repr=False)


@frozen
class Answer:
    """A decision, and what stood behind it; nothing if whoever answers cannot say."""

    decision: Decision
    thought: Thought | None = None


class Opponent(Protocol):
    """Plays a seat by itself."""

    def choose(self, game: Game) -> Answer:
        """Answer a position in which the opponent's side decides. Must be one of ``legal``."""
        ...
