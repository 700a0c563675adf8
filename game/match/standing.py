"""How a match stands: its positions, what was decided, and what can be."""

from __future__ import annotations

from game.match.branching import Branching
from game.match.header import Header
from game.rules import Consequence, Decision, Phase, State, Verdict, describe, legal, verdict
from game.scenario import Scenario


class Standing(Branching):
    """The part of a match that is looked at."""

    header: Header
    """The first line of the journal."""

    def __repr__(self) -> str:
        return f"<Match {self.book.scenario.id}, {len(self.decisions)} decisions>"

    def __str__(self) -> str:
        return describe(self.book, self.state)

    @property
    def scenario(self) -> Scenario:
        """The scenario as it was when the match began."""
        return self.book.scenario

    @property
    def state(self) -> State:
        """The position now."""
        return self._line.state

    @property
    def states(self) -> list[State]:
        """Every position, the one before the first decision first."""
        return self._line.states

    @property
    def decisions(self) -> list[Decision]:
        """Every decision, Chance's included; ``decisions[i]`` was taken in ``states[i]``."""
        return self._line.decisions

    @property
    def consequences(self) -> list[tuple[Consequence, ...]]:
        """Per decision what it changed."""
        return self._line.consequences

    @property
    def reasons(self) -> list[str]:
        """Per decision why, in the words of whoever decided; mostly empty."""
        return self._line.reasons

    @property
    def seed(self) -> int:
        """What Chance draws from."""
        return self.header.seed

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return self.state.phase is Phase.END

    @property
    def verdict(self) -> Verdict | None:
        """The verdict, or nothing while the game goes on."""
        return verdict(self.book, self.state) if self.over else None

    def legal(self) -> tuple[Decision, ...]:
        """Everything that can be decided now."""
        return legal(self.book, self.state)

    def who(self) -> str | None:
        """Who decides now: a side's id, ``chance``, or nothing when the game is over."""
        return None if self.over else self._line.who()
