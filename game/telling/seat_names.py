"""Who sits where, as people call them. Of everybody who could sit there only those are looked up
who do.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.match import HUMAN
from game.scenario import Scenario, ScenarioError
from game.scenario.cast import find
from game.telling.messages import Messages


def seat_names(
    messages: Messages, scenario: Scenario, seats: Sequence[str], names: Sequence[str]
) -> tuple[str, str]:
    """Who sits where, by its name or else its title; a person without a name is called nothing."""
    first, second = (
        name or ("" if seat == HUMAN else _title(messages, scenario, seat))
        for name, seat in zip(names, seats, strict=True)
    )
    return first, second


def sitters_named(
    messages: Messages, scenario: Scenario, seats: Sequence[str], names: Sequence[str]
) -> tuple[str, str]:
    """The same; a person without a name is called a person."""
    first, second = seat_names(messages, scenario, seats, names)
    person = messages.say("saves.person")
    return first or person, second or person


def _title(messages: Messages, scenario: Scenario, seat: str) -> str:
    """What whoever sits there is called; a seat that is not known any more goes by its name."""
    try:
        character = find(scenario, seat)
    except ScenarioError:
        character = None  # one bad file keeps nobody from the table
    if character is not None:
        return character.name
    for doctrine in scenario.doctrines:
        if doctrine.id == seat:
            return doctrine.name
    from game.telling.opponents import sitters  # noqa: PLC0415 - few seats are neither

    return next((each.title for each in sitters(messages, scenario) if each.name == seat), seat)
