"""What an opponent had in mind with a decision, as values: the journal keeps no sentence of it.

They are what somebody says they are. That they name things of the scenario is checked when a save
is played again; whether a course that was expected is legal is asked by whoever tells it.
"""

from __future__ import annotations

from typing import Annotated, Final

from game.rules import Rulebook
from game.scenario.kinds import Many, Verbatim, Whole
from game.text import shown
from game.value import frozen

LONGEST_LINE: Final = 60
"""The most decisions of an expected line that are kept."""

Named = Annotated[str, Verbatim(60)]
Count = Annotated[int, Whole(0, 1_000_000_000)]
Hundredths = Annotated[int, Whole(-1_000_000, 1_000_000)]
"""Of payoff, as they are told."""

Line = Annotated[tuple[Named, ...], Many(0, LONGEST_LINE)]
"""Decisions that are expected to follow, in their text form, draws of Chance included."""

Worth = tuple[Hundredths, Hundredths]
"""Per side what is expected to come of it."""


@frozen
class ByMaxim:
    """A doctrine decided by one of its maxims.

    Attributes:
        doctrine: its id.
        rule: the place of the maxim among its rules.
        wish: the place of the granted wish among the maxim's.
    """

    doctrine: Named
    rule: Count
    wish: Count


@frozen
class Alternative:
    """A decision that was not taken, and what was expected of it."""

    decision: Named
    worth: Worth
    line: Line = ()


@frozen
class Expected:
    """A search expected something of the decision that it took.

    Attributes:
        playouts: how many playouts it looked at.
        worth: what it expected to come of it.
        line: how it expected the game to go on.
        instead: if the decision made a motion fail, the one that would have let it pass.
    """

    playouts: Count
    worth: Worth
    line: Line = ()
    instead: Alternative | None = None


Intent = ByMaxim | Expected


def fault_of(book: Rulebook, intent: Intent) -> str | None:
    """What an intent names that the scenario does not have; nothing if it has all of it."""
    if isinstance(intent, ByMaxim):
        doctrines = {each.id: each for each in book.scenario.doctrines}
        if (doctrine := doctrines.get(intent.doctrine)) is None:
            return f"there is no doctrine {shown(intent.doctrine)}"
        if intent.rule >= len(doctrine.rules):
            return f"{intent.doctrine} has no maxim {intent.rule}"
        if intent.wish >= len(doctrine.rules[intent.rule].prefer):
            return f"maxim {intent.rule} of {intent.doctrine} has no wish {intent.wish}"
        return None
    other = intent.instead
    named = intent.line if other is None else (*intent.line, other.decision, *other.line)
    unknown = next((text for text in named if text not in book.decisions), None)
    return None if unknown is None else f"there is no decision {shown(unknown)}"
