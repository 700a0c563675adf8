"""Who can be asked to play: each opponent with its character."""

from __future__ import annotations

from attrs import frozen

from game.opponents import HUMAN, seats
from game.scenario import Scenario
from game.scenario.cast import for_scenario
from game.scenario.character import Character
from game.scenario.doctrine import Doctrine
from game.telling.messages import Messages


@frozen
class Sitter:
    """Somebody who can be asked to play.

    Attributes:
        name: what a match calls it.
        title: what people call it.
        stance: its attitude in a few words.
        about: its character.
    """

    name: str
    title: str
    stance: str
    about: str


def sitters(messages: Messages, scenario: Scenario | None = None) -> tuple[Sitter, ...]:
    """All opponents in the order of the seats, characters and doctrines in their own words."""
    doctrines = () if scenario is None else scenario.doctrines
    known: tuple[Doctrine | Character, ...] = (*doctrines, *for_scenario(scenario))
    own = {
        each.id: Sitter(each.id, each.name, each.stance.removesuffix("."), each.about)
        for each in known
    }
    return tuple(
        own.get(name) or _told(messages, name) for name in seats(scenario) if name != HUMAN
    )


def _told(messages: Messages, name: str) -> Sitter:
    key = f"opponent.{name.replace(':', '_')}"
    title, stance, about = (messages.say(f"{key}.{part}") for part in ("title", "stance", "about"))
    return Sitter(name, title, stance, about)
