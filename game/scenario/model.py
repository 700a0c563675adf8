"""What a scenario *is*: every number and word of a game, as frozen values.

A scenario is written in TOML by people who need not know Python. The classes here are the whole
of its format, field for field: the reader fills them, the rules compile them, and every screen
takes its words from them. Numbers are integers. Ids are short ASCII words and name things in
decisions, journals and conditions; names and texts are for people.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from attrs import field, frozen

FORMAT = 1
"""The version of the TOML format that this package reads."""

Parity = Literal["odd", "even"]


@frozen
class Condition:
    """One statement about the position. It is about exactly one subject:

    ========================================  ===============================================
    ``{track = "trust", at_least = 3}``        a track stands at or above (``at_most``: below)
    ``{tag = "isis", at_most = 2}``            carried motions that bear a tag, start included
    ``{carried = "train"}``                    this motion is carried
    ``{in_play = true, at_least = 4}``         motions carried during play, start excluded
    ``{round = "odd"}``, ``{round = "even"}``  the parity of the round
    ``{from_round = 8}``                       this round or a later one
    ========================================  ===============================================

    Where a list of conditions stands, all of them must hold; an empty list always holds.
    """

    track: str | None = None
    tag: str | None = None
    carried: str | None = None
    in_play: bool | None = None
    round: Parity | None = None
    from_round: int | None = None
    at_least: int | None = None
    at_most: int | None = None


Effects = Mapping[str, int]
"""Track id -> what is added to it, in the order of the file. A side's capital and score are the
tracks ``<side>_capital`` and ``<side>_score``."""


@frozen
class Scale:
    """The range of a counted thing: where it starts and between which bounds it stays."""

    start: int
    min: int
    max: int


@frozen
class Collapse:
    """At ``at`` or above the track ends the game for both sides; ``text`` tells how."""

    at: int
    text: str


@frozen
class Danger:
    """From where on a track is marked as dangerous, and what it does there, in words."""

    text: str
    at_least: int | None = None
    at_most: int | None = None


@frozen
class Track:
    """A number that both sides share and move, such as the tension over Ukraine."""

    id: str
    name: str
    subject: str
    about: str
    start: int
    min: int
    max: int
    collapse: Collapse | None = None
    danger: Danger | None = None
    source: tuple[str, ...] = ()


@frozen
class Side:
    """One of the two players. Its score is called ``goal``; at ``threshold`` it succeeds."""

    id: str
    name: str
    short: str
    goal: str
    goal_short: str
    color: str
    about: str
    threshold: int
    capital: Scale
    score: Scale


@frozen
class Tier:
    """A rung of the ladder: the gate track stands at ``gate`` or more, the ceiling track at
    ``ceiling`` or less.
    """

    name: str
    gate: int
    ceiling: int


@frozen
class Ladder:
    """Which tracks open and close the tiers, and which tag slips through the ceiling."""

    gate: str
    ceiling: str
    exempt: str
    ceiling_name: str
    ceiling_about: str
    tiers: tuple[Tier, ...]
    source: tuple[str, ...] = ()


@frozen
class Motion:
    """A joint step. ``tier`` counts from 1; ``value`` is what each side scores when carried."""

    id: str
    name: str
    short: str
    text: str
    tier: int
    tags: tuple[str, ...]
    cost: int
    value: Mapping[str, int]
    needs: tuple[Condition, ...] = ()
    effects: Effects = field(factory=dict)
    carried_at_start: bool = False
    source: tuple[str, ...] = ()


@frozen
class Act:
    """What a side does alone and at once. Each use makes the next one dearer by ``step``."""

    id: str
    name: str
    text: str
    side: str
    cost: int
    step: int
    effects: Effects
    contradicts: tuple[str, ...] = ()
    source: tuple[str, ...] = ()


@frozen
class Attack:
    """The argument that holds this may answer ``target`` while the conditions hold."""

    target: str
    when: tuple[Condition, ...] = ()


@frozen
class Argument:
    """A kind of reason. It supports motions that bear one of ``supports``, and attacks others."""

    id: str
    name: str
    short: str
    case: str
    held_by: tuple[str, ...]
    supports: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    attacks: tuple[Attack, ...] = ()
    source: tuple[str, ...] = ()


@frozen
class Option:
    """One of the two answers to a headline."""

    name: str
    effects: Effects


@frozen
class Choice:
    """A headline that asks one side for an answer: the first option is A, the second B."""

    side: str
    options: tuple[Option, Option]


@frozen
class Headline:
    """News. It waits a round on the wire, or strikes when drawn if it is a ``flash``."""

    id: str
    date: str
    title: str
    weight: int
    when: tuple[Condition, ...] = ()
    flash: bool = False
    effects: Effects = field(factory=dict)
    choice: Choice | None = None
    source: tuple[str, ...] = ()


@frozen
class Drift:
    """What happens at the close of a round by itself while the conditions hold."""

    id: str
    name: str
    when: tuple[Condition, ...]
    effects: Effects
    source: tuple[str, ...] = ()


@frozen
class Objective:
    """Points for a side at the end, if the conditions hold then and there was no collapse."""

    id: str
    side: str
    name: str
    when: tuple[Condition, ...]
    points: int
    source: tuple[str, ...] = ()


@frozen
class Consult:
    """What consulting at home brings: capital, and spent arguments that become ready."""

    capital: int
    arguments: int


@frozen
class Refusal:
    """What turning a motion down does to the tracks and to the respondent's own score."""

    respondent: int
    effects: Effects = field(factory=dict)


@frozen
class Debate:
    """The numbers of a debate.

    ``longest``: arguments at most; ``silence``: the respondent's score for accepting without a
    word; ``floor``: the floor-holder's score when the motion is carried after a debate;
    ``withdraw``: capital back to the speaker; ``bar``: further rounds for which a failed motion
    cannot be tabled; ``contradiction``: score for contradicting the own record.
    """

    longest: int
    silence: int
    floor: int
    decline: Refusal
    walk_out: Refusal
    withdraw: int
    bar: int
    contradiction: int


@frozen
class Payoff:
    """What an ending is worth to a side, in hundredths.

    ``margin`` is added per point of margin (final score less threshold, at most ``margin_cap``
    either way) unless the game collapsed; ``laurels`` go to the higher margin of a bargain, or
    in halves to both.
    """

    collapse: int
    frozen: int
    alone: int
    left_behind: int
    bargain: int
    laurels: int
    margin: int
    margin_cap: int


@frozen
class Epilogue:
    """How an ending is told."""

    title: str
    text: str


@frozen
class Variant:
    """Another start: the named tracks begin elsewhere, nothing else differs."""

    id: str
    name: str
    about: str
    start: Mapping[str, int]


@frozen
class Source:
    """The text whose argument a scenario plays. ``source`` fields elsewhere cite its ¶."""

    title: str
    note: str


@frozen
class Scenario:
    """A whole game as data."""

    format: int
    id: str
    title: str
    summary: str
    opening: str
    rounds: int
    income: int
    source: Source
    sides: tuple[Side, Side]
    tracks: tuple[Track, ...]
    ladder: Ladder
    consult: Consult
    debate: Debate
    payoff: Payoff
    motions: tuple[Motion, ...]
    arguments: tuple[Argument, ...]
    acts: tuple[Act, ...]
    headlines: tuple[Headline, ...]
    drifts: tuple[Drift, ...]
    objectives: tuple[Objective, ...]
    epilogues: Mapping[str, Epilogue]
    variants: tuple[Variant, ...] = ()
