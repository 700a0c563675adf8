"""What those who decide in a search are bound to: their lines, and what one of them overlooks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.opponents.character.lines import RedLines
from game.opponents.character.trail import Trail
from game.opponents.doctrine.deeds import Done, deeds
from game.opponents.seat import Pair
from game.rules import Decision, Kind, Phase, Rulebook, State
from game.scenario.character import Oversight

_ANSWERS: Final = (Kind.REBUT, Kind.REJOIN)
_ANSWERED: Final = (Phase.REPLY, Phase.FLOOR)


class Bound:
    """Both sides of a search, as far as they are not free.

    Args:
        book: the rules.
        characters: per side the character that plays it.
        view: the side that looks ahead; nobody overlooks anything if it is no side.
    """

    def __init__(self, book: Rulebook, characters: Pair, view: int) -> None:
        self._book = book
        self._lines = tuple(
            None if each is None or not each.lines else RedLines(book, each, side)
            for side, each in enumerate(characters)
        )
        self.remembers = any(self._lines)
        """Whether anybody has a line, so that it matters what was done."""
        self._unanswered = 1 - view if overlooks(characters, view, "replies") else -2
        self._known: dict[tuple[int, Decision], tuple[Done, ...]] = {}

    def after(self, trail: Trail, state: State, decision: Decision, then: State) -> Trail:
        """The trail one decision further."""
        done: Sequence[Done] = ()
        side = state.side
        if side >= 0:
            if decision.kind is Kind.ACT:  # what an act is is looked up once
                told = self._known.get((side, decision))
                if told is None:
                    told = self._known[side, decision] = deeds(self._book, ((state, decision),))
                done = [Done(side, each.deed, state.round) for each in told]
            else:
                done = deeds(self._book, ((state, decision),))
        return trail.after(state, decision, then, done)

    def left(
        self, state: State, trail: Trail | None, options: Sequence[Decision]
    ) -> Sequence[Decision]:
        """What is left to decide in a position of a search."""
        side = state.side
        if side == self._unanswered and state.phase in _ANSWERED:
            options = [each for each in options if each.kind not in _ANSWERS]
        lines = self._lines[side]
        if lines is not None and trail is not None:
            holding = trail.held.get(side)
            if holding is None:
                holding = trail.held[side] = lines.holding(trail.seen(side))
            if holding:
                options = lines.within(state, holding, options)
        return options


def overlooks(characters: Pair, side: int, oversight: Oversight) -> bool:
    """Whether whoever plays a side overlooks something."""
    character = characters[side] if side >= 0 else None
    return character is not None and oversight in character.attention.overlooks
