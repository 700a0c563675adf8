"""The situation that a game begins in and the mood of the hour, compiled."""

from __future__ import annotations

from collections.abc import Callable

from game.rules.masks import mask_of
from game.scenario.model import Scenario
from game.scenario.terms import Effects
from game.value import frozen

Bundle = tuple[tuple[int, int], ...]
"""Effects that apply together: (track index, amount) in order."""


@frozen
class Begun:
    """What a situation does before the first round.

    Attributes:
        weight: how likely it is drawn, compared with the others.
        effects: what is added to which track.
        spent: per side the arguments that are spent, the longest spent first.
        barred: (motion, last round in which it is barred), by motion.
        mood: the value that the hour speaks to, or -1 if it does not say.
    """

    weight: int
    effects: Bundle
    spent: tuple[tuple[int, ...], tuple[int, ...]]
    barred: tuple[tuple[int, int], ...]
    mood: int


class Hour:
    """Values, moods and situations by their places in the scenario's lists.

    Args:
        scenario: the scenario.
        motion: gives the index of a motion by its id.
        argument: gives the index of an argument by its id.
        bundle: compiles effects.
    """

    def __init__(
        self,
        scenario: Scenario,
        motion: Callable[[str], int],
        argument: Callable[[str], int],
        bundle: Callable[[Effects], Bundle],
    ) -> None:
        self.value_ids = tuple(value.id for value in scenario.values)
        self.floor = scenario.mood.floor
        self.start = self._value(scenario.mood.start)
        self.appeals = tuple(self._value(each.appeals) for each in scenario.arguments)
        """Per argument the value that it appeals to, or -1."""
        self.appealing = tuple(
            mask_of(index for index, appeal in enumerate(self.appeals) if appeal == value)
            for value in range(len(self.value_ids))
        )
        """Per value the arguments that appeal to it."""
        self.headline_mood = tuple(self._value(each.mood) for each in scenario.headlines)
        """Per headline the value that the hour speaks to once it has struck, or -1."""
        self.situation_ids = tuple(each.id for each in scenario.situations)
        first, second = (side.id for side in scenario.sides)
        self.situations = tuple(
            Begun(
                each.weight,
                bundle(each.effects),
                (
                    tuple(map(argument, each.spent.get(first, ()))),
                    tuple(map(argument, each.spent.get(second, ()))),
                ),
                tuple(sorted((motion(name), until) for name, until in each.barred.items())),
                self._value(each.mood),
            )
            for each in scenario.situations
        )

    def _value(self, name: str | None) -> int:
        return -1 if name is None else self.value_ids.index(name)

    def bonus(self, mood: int, argument: int) -> int:
        """What the floor brings beyond the rest if this argument is the last one."""
        return self.floor if mood >= 0 and self.appeals[argument] == mood else 0
