"""What Chance may bring: the news."""

from __future__ import annotations

from typing import Annotated

from attrs import field, frozen

from game.scenario.kinds import Whole
from game.scenario.terms import (
    Conditions,
    Effects,
    Id,
    Line,
    RoundNumber,
    SideRef,
    Sources,
    Title,
)


@frozen
class Option:
    """One of the two answers to a headline.

    Attributes:
        name: what is done, in a few words.
        effects: what is added to which track.
    """

    name: Title
    effects: Effects


@frozen
class Choice:
    """That a headline asks one side for an answer.

    Attributes:
        side: the side that is asked.
        options: the two answers; journals call the first A and the second B.
    """

    side: SideRef
    options: tuple[Option, Option]


@frozen
class Headline:
    """News.

    Attributes:
        id: the word by which journals name it.
        date: when it was, for people; the order of the game is free.
        title: what the news is.
        weight: how likely it is drawn, compared with the others.
        when: conditions for drawing it.
        flash: whether it strikes when it is drawn, instead of a round later.
        effects: what is added to which track when it strikes.
        choice: what it asks one side, instead of effects.
        source: paragraphs of the source that stand behind it.
        from_round: the first round in which it may strike.
        until_round: the last round in which it may strike.
    """

    id: Id
    date: Title
    title: Line
    weight: Annotated[int, Whole(1, 1000)]
    when: Conditions = ()
    flash: bool = False
    effects: Effects = field(factory=dict)
    choice: Choice | None = None
    source: Sources = ()
    from_round: RoundNumber | None = None
    until_round: RoundNumber | None = None
