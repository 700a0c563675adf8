"""What a player has set.

The first screen is drawn by these, before the game is imported, so this room does without
``attrs``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal, get_args

Pace = Literal["key", "slow", "normal", "fast"]
"""How fast what happens is told: ``key`` waits for a key after each thing."""

PACES: Final[tuple[Pace, ...]] = get_args(Pace)

THEME: Final = "shared-enemy-dark"
"""The theme that nobody has to choose."""

ANY_LAYOUT: Final = "any"
NO_LAYOUT: Final = "none"


@dataclass(frozen=True)
class LastSetup:
    """What was chosen last for a new match.

    Attributes:
        scenario: the id of the scenario.
        variant: the id of the variant of its start, or nothing.
        seats: per side who sits there: ``human`` or the name of an opponent.
    """

    scenario: str
    variant: str | None
    seats: tuple[str, str]


@dataclass(frozen=True)
class Settings:
    """All that can be set, each with what holds if nothing is set.

    Attributes:
        theme: the name of the colours; another is taken if there are none of that name.
        high_contrast: take the colours of the strongest contrast, whatever the theme.
        pace: how fast what happens is told.
        reduced_motion: nothing on the screen changes by itself, only by a key.
        bell: ring when it is a person's turn after somebody else thought.
        notes: explain things as they happen for the first time.
        seen_notes: the names of what has been explained, in order.
        names: per side what the player is called; may be empty.
        layout: whose keys are taken by their place: ``any`` keyboard's that the game knows, no
            other than what is written (``none``), or those of one language by its code.
        keys: by the id of a binding the keys that call it, with commas between.
        last: what was chosen last for a new match; nothing before the first.
    """

    theme: str = THEME
    high_contrast: bool = False
    pace: Pace = "normal"
    reduced_motion: bool = False
    bell: bool = False
    notes: bool = True
    seen_notes: tuple[str, ...] = ()
    names: tuple[str, str] = ("", "")
    layout: str = ANY_LAYOUT
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    last: LastSetup | None = None

    def player_names(self, people: tuple[bool, bool]) -> tuple[str, str]:
        """Per side what a match calls its player; empty where no person plays.

        Args:
            people: per side whether a person plays it.

        >>> Settings(names=("Ann", "")).player_names((False, True))
        ('', 'Ann')
        """
        one, two = self.names
        if people == (True, False):
            return one or two, ""
        if people == (False, True):
            return "", two or one
        return (one, two) if all(people) else ("", "")
