"""What Chance may bring: the situation a game begins in, the news, and the mood of the hour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from attrs import field

from game.scenario.kinds import Many, Whole
from game.scenario.terms import (
    ArgumentRef,
    Conditions,
    Effects,
    Id,
    Level,
    Line,
    MotionRef,
    Remark,
    RoundNumber,
    SideRef,
    Sources,
    Title,
    ValueRef,
)
from game.value import frozen


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
        short: what it is called by whoever speaks of it; its title if it has no name.
        grave: whether people have died in it: characters speak of it with other words.
        text: what came of it, in a sentence or two.
        weight: how likely it is drawn, compared with the others.
        when: conditions for drawing it.
        flash: whether it strikes when it is drawn, instead of a round later.
        effects: what is added to which track when it strikes.
        choice: what it asks one side, instead of effects.
        source: paragraphs of the source that stand behind it.
        from_round: the first round in which it may strike.
        until_round: the last round in which it may strike.
        mood: the value that the hour speaks to once it has struck.
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
    mood: ValueRef | None = None
    text: Remark | None = None
    short: Title | None = None
    grave: bool = False


@frozen
class Situation:
    """What is different this time. Before the first round Chance draws one of them.

    Attributes:
        id: the word by which journals name it.
        name: what it is called.
        text: what is different, in a sentence or two; both sides read it.
        weight: how likely it is drawn, compared with the others.
        effects: what is added to which track.
        spent: by side, arguments that are spent already, the longest spent first.
        barred: motions that cannot be tabled yet, each with the last round in which it cannot.
        mood: the value that the hour speaks to.
        source: paragraphs of the source that stand behind it.
    """

    id: Id
    name: Title
    text: Remark
    weight: Annotated[int, Whole(1, 1000)] = 1
    effects: Effects = field(factory=dict)
    spent: Mapping[SideRef, Annotated[tuple[ArgumentRef, ...], Many(0, 200, once=True)]] = field(
        factory=dict
    )
    barred: Annotated[Mapping[MotionRef, RoundNumber], Many(0, 200)] = field(factory=dict)
    mood: ValueRef | None = None
    source: Sources = ()


@frozen
class Value:
    """What people care for. Arguments appeal to it, and the hour may speak to it.

    Attributes:
        id: the word by which other entries name it.
        name: what it is called.
        text: what it means here, in a sentence.
    """

    id: Id
    name: Title
    text: Remark


@frozen
class Mood:
    """What the mood of the hour does in a debate.

    Attributes:
        start: the value that the hour speaks to when a game begins.
        floor: what is added to a side's score beyond the rest, if a motion is carried on its last
            argument, or on its opening without a word, and that argument appeals to the mood.
        answers: whether an argument that appeals to the mood can be answered only by one that
            does so too.
    """

    start: ValueRef | None = None
    floor: Level = 0
    answers: bool = False
