"""Everything that happened in a match, in order, and every position on the way."""

from __future__ import annotations

from attrs import define, field

from game.match.chance import pick
from game.match.event import CHANCE
from game.match.intent import Intent
from game.rules import (
    NOBODY,
    Consequence,
    Decision,
    Phase,
    Rulebook,
    State,
    chances,
    charge,
    start,
)
from game.scenario.character import Character


@define
class Timeline:
    """Everything that happened, in order, and every position on the way.

    ``states`` has one more entry than the others: the position before the first decision.
    ``sitting`` are the characters that play now, by side, and ``deciders`` says of each decision
    which of them took it, if one did.
    """

    book: Rulebook
    seed: int
    states: list[State]
    decisions: list[Decision] = field(factory=list)
    consequences: list[tuple[Consequence, ...]] = field(factory=list)
    reasons: list[str] = field(factory=list)
    intents: list[Intent | None] = field(factory=list)
    draws: int = 0
    """How many times Chance has drawn."""
    sitting: tuple[Character | None, Character | None] = (None, None)
    deciders: list[Character | None] = field(factory=list)

    @property
    def state(self) -> State:
        return self.states[-1]

    def who(self) -> str:
        """Who decides now: a side's id, or Chance."""
        state = self.state
        return CHANCE if state.phase is Phase.DRAW else self.book.side_ids[state.side]

    def draw(self) -> Decision:
        """What Chance draws now."""
        deck = chances(self.book, self.state)
        return deck[pick([weight for _, weight in deck], self.seed, self.draws)][0]

    def fork(self, ply: int) -> Timeline:
        """A timeline of its own that begins like this one, with its first ``ply`` decisions."""
        draws = sum(state.phase is Phase.DRAW for state in self.states[:ply])
        return Timeline(
            self.book,
            self.seed,
            self.states[: ply + 1],
            self.decisions[:ply],
            self.consequences[:ply],
            self.reasons[:ply],
            self.intents[:ply],
            draws,
            self.sitting,
            self.deciders[:ply],
        )

    def pay(self, side: int, price: int) -> None:
        """Charge a side in the last position; the last decision is what it pays for."""
        state, consequences = charge(self.book, self.state, side, price)
        self.states[-1] = state
        self.consequences[-1] += consequences

    def own(self, side: int) -> int | None:
        """How many decisions came before a side's last one; nothing if Chance has drawn since."""
        for ply in range(len(self.decisions) - 1, -1, -1):
            if self.states[ply].phase is Phase.DRAW:
                return None
            if self.states[ply].side == side:
                return ply
        return None

    def turn_before(self, ply: int) -> int | None:
        """How many decisions came before the last one of the side that decides after ``ply`` of
        them; nothing if it has decided nothing by then.
        """
        side = self.states[ply].side
        return next((at for at in range(ply - 1, -1, -1) if self.states[at].side == side), None)

    def extend(
        self,
        decision: Decision,
        state: State,
        consequences: tuple[Consequence, ...],
        *,
        reason: str = "",
        intent: Intent | None = None,
    ) -> None:
        """Take up a decision that was played already, and why it was taken."""
        side = self.state.side
        self.draws += self.state.phase is Phase.DRAW
        self.deciders.append(None if side == NOBODY else self.sitting[side])
        self.states.append(state)
        self.decisions.append(decision)
        self.consequences.append(consequences)
        self.reasons.append(reason)
        self.intents.append(intent)


def begin(book: Rulebook, seed: int) -> Timeline:
    """The timeline of a match in which nothing has happened."""
    return Timeline(book, seed, [start(book)])
