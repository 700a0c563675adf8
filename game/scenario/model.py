"""What a scenario *is*: every number and word of a game, as frozen values.

A scenario is written in TOML by people who need not know Python. The classes here are the whole
of its format, field for field: the reader fills them, the rules compile them, and every screen
takes its words from them. Numbers are integers. Ids are short ASCII words and name things in
decisions, journals and conditions; names and texts are for people.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from attrs import field, frozen

from game.scenario.doctrine import Doctrine
from game.scenario.kinds import Many, Whole
from game.scenario.terms import (
    ArgumentRef,
    Color,
    Conditions,
    Count,
    Effects,
    EndingRef,
    Hundredths,
    Id,
    Level,
    Line,
    NumberRef,
    Remark,
    Short,
    SideRef,
    Sources,
    TagId,
    TagRef,
    Text,
    Title,
    TrackRef,
)

FORMAT = 1
"""The version of the TOML format that this package reads."""


@frozen
class Scale:
    """The range of a counted thing: where it starts and between which bounds it stays."""

    start: Level
    min: Level
    max: Level


@frozen
class Collapse:
    """At ``at`` or above the track ends the game for both sides; ``text`` tells how."""

    at: Level
    text: Text


@frozen
class Danger:
    """From where on a track is marked as dangerous, and what it does there, in words."""

    text: Line
    at_least: Level | None = None
    at_most: Level | None = None


@frozen
class Track:
    """A number that both sides share and move, such as the tension over Ukraine."""

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
    """One of the two players. Its score is called ``goal``; at ``threshold`` it succeeds."""

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
    """A rung of the ladder: the gate track stands at ``gate`` or more, the ceiling track at
    ``ceiling`` or less.
    """

    name: Title
    gate: Level
    ceiling: Level


@frozen
class Ladder:
    """Which tracks open and close the tiers, and which tag slips through the ceiling."""

    gate: TrackRef
    ceiling: TrackRef
    exempt: TagRef
    ceiling_name: Title
    ceiling_about: Remark
    tiers: Annotated[tuple[Tier, ...], Many(1, 20)]
    source: Sources = ()


@frozen
class Motion:
    """A joint step. ``tier`` counts from 1; ``value`` is what each side scores when carried."""

    id: Id
    name: Title
    short: Short
    text: Remark
    tier: Annotated[int, Whole(1, 20)]
    tags: Annotated[tuple[TagId, ...], Many(0, 20, once=True)]
    cost: Count
    value: Mapping[SideRef, Level]
    needs: Conditions = ()
    effects: Effects = field(factory=dict)
    carried_at_start: bool = False
    source: Sources = ()


@frozen
class Act:
    """What a side does alone and at once. Each use makes the next one dearer by ``step``."""

    id: Id
    name: Title
    text: Remark
    side: SideRef
    cost: Count
    step: Count
    effects: Effects
    contradicts: Annotated[tuple[ArgumentRef, ...], Many(0, 200, once=True)] = ()
    source: Sources = ()


@frozen
class Attack:
    """The argument that holds this may answer ``target`` while the conditions hold."""

    target: ArgumentRef
    when: Conditions = ()


@frozen
class Argument:
    """A kind of reason. It supports motions that bear one of ``supports``, and attacks others."""

    id: Id
    name: Title
    short: Short
    case: Remark
    held_by: Annotated[tuple[SideRef, ...], Many(1, 2, once=True)]
    supports: Annotated[tuple[TagRef, ...], Many(0, 50, once=True)] = ()
    contradicts: Annotated[tuple[ArgumentRef, ...], Many(0, 200, once=True)] = ()
    attacks: Annotated[tuple[Attack, ...], Many(0, 200)] = ()
    source: Sources = ()


@frozen
class Option:
    """One of the two answers to a headline."""

    name: Title
    effects: Effects


@frozen
class Choice:
    """A headline that asks one side for an answer: the first option is A, the second B."""

    side: SideRef
    options: tuple[Option, Option]


@frozen
class Headline:
    """News. It waits a round on the wire, or strikes when drawn if it is a ``flash``."""

    id: Id
    date: Title
    title: Line
    weight: Annotated[int, Whole(1, 1000)]
    when: Conditions = ()
    flash: bool = False
    effects: Effects = field(factory=dict)
    choice: Choice | None = None
    source: Sources = ()


@frozen
class Drift:
    """What happens at the close of a round by itself while the conditions hold."""

    id: Id
    name: Line
    when: Conditions
    effects: Effects
    source: Sources = ()


@frozen
class Objective:
    """Points for a side at the end, if the conditions hold then and there was no collapse."""

    id: Id
    side: SideRef
    name: Title
    when: Conditions
    points: Level
    source: Sources = ()


@frozen
class Consult:
    """What consulting at home brings: capital, and spent arguments that become ready."""

    capital: Count
    arguments: Count


@frozen
class Refusal:
    """What turning a motion down does to the tracks and to the respondent's own score."""

    respondent: Level
    effects: Effects = field(factory=dict)


@frozen
class Debate:
    """The numbers of a debate.

    ``longest``: arguments at most; ``silence``: the respondent's score for accepting without a
    word; ``floor``: the floor-holder's score when the motion is carried after a debate;
    ``withdraw``: capital back to the speaker; ``bar``: further rounds for which a failed motion
    cannot be tabled; ``contradiction``: score for contradicting the own record.
    """

    longest: Annotated[int, Whole(1, 20)]
    silence: Level
    floor: Level
    decline: Refusal
    walk_out: Refusal
    withdraw: Count
    bar: Count
    contradiction: Level


@frozen
class Payoff:
    """What an ending is worth to a side, in hundredths.

    ``margin`` is added per point of margin (final score less threshold, at most ``margin_cap``
    either way) unless the game collapsed; ``laurels`` go to the higher margin of a bargain, or
    in halves to both.
    """

    collapse: Hundredths
    frozen: Hundredths
    alone: Hundredths
    left_behind: Hundredths
    bargain: Hundredths
    laurels: Hundredths
    margin: Hundredths
    margin_cap: Count


@frozen
class Epilogue:
    """How an ending is told."""

    title: Title
    text: Text


@frozen
class Variant:
    """Another start: the named tracks begin elsewhere, nothing else differs."""

    id: Id
    name: Title
    about: Remark
    start: Mapping[NumberRef, Level]


@frozen
class Source:
    """The text whose argument a scenario plays. ``source`` fields elsewhere cite its ¶."""

    title: Line
    note: Remark


@frozen
class Scenario:
    """A whole game as data."""

    format: Annotated[int, Whole(1, 1_000_000)]
    id: Id
    title: Title
    summary: Remark
    opening: Text
    rounds: Annotated[int, Whole(1, 100)]
    income: Count
    source: Source
    sides: tuple[Side, Side]
    tracks: Annotated[tuple[Track, ...], Many(1, 20)]
    ladder: Ladder
    consult: Consult
    debate: Debate
    payoff: Payoff
    motions: Annotated[tuple[Motion, ...], Many(1, 200)]
    arguments: Annotated[tuple[Argument, ...], Many(1, 200)]
    acts: Annotated[tuple[Act, ...], Many(0, 100)]
    headlines: Annotated[tuple[Headline, ...], Many(0, 500)]
    drifts: Annotated[tuple[Drift, ...], Many(0, 100)]
    objectives: Annotated[tuple[Objective, ...], Many(0, 100)]
    epilogues: Mapping[EndingRef, Epilogue]
    variants: Annotated[tuple[Variant, ...], Many(0, 50)] = ()
    doctrines: Annotated[tuple[Doctrine, ...], Many(0, 50)] = ()
