"""What those who decide in a search are bound to: their lines, and what one of them overlooks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.opponents.character.lines import RedLines
from game.opponents.character.trail import Trail
from game.opponents.doctrine.deeds import Done, deeds_of
from game.opponents.seat import Pair
from game.rules import Decision, Kind, Phase, Rulebook, State
from game.scenario.character import Oversight
from game.scenario.doctrine import Deed

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
        self._deeds: dict[str, tuple[Deed, ...]] = {}

    def after(self, trail: Trail, state: State, decision: Decision, then: State) -> Trail:
        """The trail one decision further."""
        done: tuple[Done, ...] = ()
        if state.side >= 0:
            deeds = self._deeds.get(decision.text)
            if deeds is None:
                deeds = self._deeds[decision.text] = deeds_of(self._book, decision)
            done = tuple([Done(state.side, deed, state.round) for deed in deeds])
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
            mattering = lines.mattering[state.phase]
            if mattering:
                key = (side, mattering)
                holding = trail.held.get(key)
                if holding is None:
                    holding = trail.held[key] = lines.holding(trail.seen(side), mattering)
                if holding:
                    options = lines.within(state, holding, options)
        return options


def overlooks(characters: Pair, side: int, oversight: Oversight) -> bool:
    """Whether whoever plays a side overlooks something."""
    character = characters[side] if side >= 0 else None
    return character is not None and oversight in character.attention.overlooks
