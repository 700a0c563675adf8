"""The stage of a scenario: the sides, the tracks that they share, and the ladder of tiers."""

from __future__ import annotations

from typing import Annotated

from game.scenario.kinds import Many
from game.scenario.terms import (
    Color,
    Id,
    Level,
    Line,
    Remark,
    Short,
    Sources,
    TagRef,
    Text,
    Title,
    TrackRef,
)
from game.value import frozen


@frozen
class Scale:
    """The range of a counted thing: where it starts and between which bounds it stays.

    Attributes:
        start: where it stands when the game begins.
        min: it never falls below this; what would go further is lost.
        max: it never rises above this.
    """

    start: Level
    min: Level
    max: Level


@frozen
class Collapse:
    """Where a track ends the game for both sides.

    Attributes:
        at: at this value or above it the game collapses.
        text: how that end is told.
    """

    at: Level
    text: Text


@frozen
class Danger:
    """From where on a track is marked as dangerous.

    Attributes:
        text: what the danger does, in a few words.
        at_least: the track is in danger at this value or above.
        at_most: the track is in danger at this value or below.
    """

    text: Line
    at_least: Level | None = None
    at_most: Level | None = None


@frozen
class Track:
    """A number that both sides share and move, such as the tension over Ukraine.

    Attributes:
        id: the word by which conditions and effects name it.
        name: what it is called.
        subject: one or two words beside the name that say whose or of what it is.
        about: what it counts, what moves it and what it does.
        start: where it stands when the game begins.
        min: it never falls below this.
        max: it never rises above this.
        collapse: where it ends the game, if it can.
        danger: from where on it is marked as dangerous.
        source: paragraphs of the source that stand behind it.
    """

    id: Id
    name: Title
    subject: Title
    about: Remark
    start: Level
    min: Level
    max: Level
    collapse: Collapse | None = None
    danger: Danger | None = None
    source: Sources = ()


@frozen
class Side:
    """One of the two players.

    Attributes:
        id: the word by which other entries name it; its own numbers are called ``<id>_capital``
            and ``<id>_score``.
        name: what it is called.
        short: its name where there is little room.
        goal: what its score is called, in full.
        goal_short: what its score is called where there is little room.
        color: its colour: blue, cyan, green, magenta, red, yellow or ``#rrggbb``.
        about: what it wants and what is in its way, said to whoever plays it.
        threshold: a final score of this or more is success.
        capital: what it pays with.
        score: how far it has come towards its goal.
    """

    id: Id
    name: Title
    short: Short
    goal: Title
    goal_short: Short
    color: Color
    about: Remark
    threshold: Level
    capital: Scale
    score: Scale


@frozen
class Tier:
    """A rung of the ladder.

    Attributes:
        name: what it is called.
        gate: it is open while the gate track stands at this value or above,
        ceiling: and the ceiling track at this one or below.
    """

    name: Title
    gate: Level
    ceiling: Level


@frozen
class Ladder:
    """What opens and closes the tiers of motions.

    Attributes:
        gate: the track that opens the tiers as it rises.
        ceiling: the track that closes them as it rises.
        exempt: motions with this tag pass through the ceiling, but not through the gate.
        ceiling_name: what the ceiling is called.
        ceiling_about: what it does.
        tiers: the tiers from the lowest; motions count them from 1.
        source: paragraphs of the source that stand behind it.
    """

    gate: TrackRef
    ceiling: TrackRef
    exempt: TagRef
    ceiling_name: Title
    ceiling_about: Remark
    tiers: Annotated[tuple[Tier, ...], Many(1, 20)]
    source: Sources = ()
