"""Those who are told of all that happens in a match, whoever brought it about."""

from __future__ import annotations

from collections.abc import Callable

from game.match.event import CHANCE, Event
from game.match.intent import Intent
from game.match.timeline import Timeline
from game.rules import Decision, Phase, Played, State
from game.value import frozen


@frozen
class Moment:
    """A decision that was just taken, as listeners are told of it.

    Attributes:
        ply: its place among all decisions, from 0.
        who: the id of the side, or ``chance``.
        decision: the decision.
        before: the position it was taken in.
        played: the position after it, and the consequences.
        reason: why, in the words of whoever decided; may be empty.
        intent: what an opponent had in mind; nothing of a person.
    """

    ply: int
    who: str
    decision: Decision
    before: State
    played: Played
    reason: str
    intent: Intent | None


Listener = Callable[[Moment | Event], None]
"""Is told of each decision as a moment, and of anything else that happens as the event it is."""


class Listeners:
    """The listeners of one match."""

    def __init__(self) -> None:
        self._all: list[Listener] = []
        self.busy = False
        """They are being told of something just now."""

    def add(self, listener: Listener) -> Callable[[], None]:
        """Tell a listener from now on; call the result to stop that."""
        self._all.append(listener)

        def remove() -> None:
            if listener in self._all:
                self._all.remove(listener)

        return remove

    def decided(self, line: Timeline) -> None:
        """Tell all of the last decision of a timeline."""
        ply = len(line.decisions) - 1
        before = line.states[ply]
        who = CHANCE if before.phase is Phase.DRAW else line.book.side_ids[before.side]
        played = Played(line.states[ply + 1], line.consequences[ply])
        self.tell(
            Moment(
                ply, who, line.decisions[ply], before, played, line.reasons[ply], line.intents[ply]
            )
        )

    def tell(self, what: Moment | Event) -> None:
        """Tell all of what has happened."""
        try:
            self.busy = True
            for listener in tuple(self._all):
                listener(what)
        finally:
            self.busy = False
