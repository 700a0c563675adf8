"""Doctrines: opponents that play by rules which their author wrote down, and can say why.

A doctrine is an ordered list of maxims. The first one that speaks to what is asked, whose
conditions hold and one of whose wishes can be granted decides; its ``reason`` is what the
opponent says. Doctrines sit on either side, so they speak of their *own* and the *other* side.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from attrs import field

from game.scenario.kinds import Many
from game.scenario.terms import (
    ArgumentRef,
    Conditions,
    Count,
    Id,
    Level,
    MotionRef,
    Remark,
    TagRef,
    Title,
    TrackRef,
)
from game.value import frozen

Question = Literal["headline", "turn", "reply", "floor", "yield", "concede"]
"""What a side can be asked: to answer a headline, take its turn, reply to a motion, answer the
last argument, and after stopping to yield or walk out, or to concede or withdraw."""

Way = Literal[
    "choose",
    "consult",
    "act",
    "table",
    "accept",
    "decline",
    "rebut",
    "rejoin",
    "stop",
    "yield",
    "walk_out",
    "concede",
    "withdraw",
]
"""The kinds of decision, as journals write them."""

WAYS: Final[Mapping[Question, tuple[Way, ...]]] = {
    "headline": ("choose",),
    "turn": ("consult", "act", "table"),
    "reply": ("accept", "decline", "rebut"),
    "floor": ("rejoin", "stop"),
    "yield": ("yield", "walk_out"),
    "concede": ("concede", "withdraw"),
}
"""The kinds of decision that answer each question."""

SURE: Final[Mapping[Question, tuple[Way, ...]]] = {
    "headline": ("choose",),
    "turn": ("consult",),
    "reply": ("accept", "decline"),
    "floor": ("stop",),
    "yield": ("yield", "walk_out"),
    "concede": ("concede", "withdraw"),
}
"""Those of them that are always open."""

Deed = Literal[
    "tabled",
    "carried",
    "refused",
    "withdrew",
    "rebutted",
    "rejoined",
    "pressed",
    "calmed",
    "consulted",
]
"""What a side can be remembered for.

``carried``: it let a motion of the other side pass (accepted, yielded) or conceded the floor;
``refused``: it declined or walked out; ``rebutted``: it argued against a motion;
``rejoined``: it answered an argument of a debate, where it could have stopped;
``pressed``: it acted alone for its own score or against the other side;
``calmed``: it acted alone to lower a track that can end the game.
"""

ARGUING: Final[tuple[Deed, ...]] = ("rebutted", "rejoined")
"""The deeds that are arguments."""

Refs = Many(0, 40, once=True)


@frozen
class Conduct:
    """A condition on what a side has done so far.

    ==========================================================  ================================
    ``{by = "other", deed = "refused", last = true}``            its latest deed was this one
    ``{by = "other", deed = "pressed", rounds = 2, at_least = 1}``  so often in the last 2 rounds
    ``{by = "own", deed = "calmed", at_most = 0}``               so often in the whole game
    ==========================================================  ================================

    The latest deed passes over ``ARGUING``: an argument counts, but it is never the latest deed.

    Attributes:
        by: whose conduct it is, that of the own side or the other one.
        deed: what was done.
        last: that it was done last; always true.
        rounds: count the last so many rounds only.
        at_least: it was done so often or more.
        at_most: it was done so often or less.
    """

    by: Literal["own", "other"]
    deed: Deed
    last: bool | None = None
    rounds: Count | None = None
    at_least: Count | None = None
    at_most: Count | None = None


@frozen
class Standing:
    """A condition on how the two sides stand.

    ``own`` and ``other`` are a side's score less its threshold; ``lead`` the own of these less
    the other's; ``own_capital`` and ``other_capital`` what they can spend; ``own_ready`` and
    ``other_ready`` how many arguments they have ready; ``motion_own`` and ``motion_other`` what
    the motion on the table adds to their scores if it is carried.

    Attributes:
        of: what is compared.
        at_least: it is so much or more.
        at_most: it is so much or less.
    """

    of: Literal[
        "own",
        "other",
        "lead",
        "own_capital",
        "other_capital",
        "own_ready",
        "other_ready",
        "motion_own",
        "motion_other",
    ]
    at_least: Level | None = None
    at_most: Level | None = None


@frozen
class Wish:
    """A pattern of decisions. What is left out says nothing; an empty wish fits all decisions.

    Attributes:
        ways: one of these kinds of decision.
        tags: about a motion that bears one of these.
        motions: about one of these motions.
        arguments: plays one of these arguments, as backing or as an answer.
        raises: adds to this track, by an act, an option, or a motion that is to be carried.
        lowers: takes from this track.
        own_at_least: adds so much or more to the own score.
        own_at_most: adds so much or less to the own score.
        other_at_least: adds so much or more to the other side's score.
        other_at_most: adds so much or less to the other side's score.
        best: of several that fit the one that adds most to the own score, the other score or
            both together, or that costs least; else the weights alone choose.
    """

    ways: Annotated[tuple[Way, ...], Many(0, 13, once=True)] = ()
    tags: Annotated[tuple[TagRef, ...], Refs] = ()
    motions: Annotated[tuple[MotionRef, ...], Refs] = ()
    arguments: Annotated[tuple[ArgumentRef, ...], Refs] = ()
    raises: TrackRef | None = None
    lowers: TrackRef | None = None
    own_at_least: Level | None = None
    own_at_most: Level | None = None
    other_at_least: Level | None = None
    other_at_most: Level | None = None
    best: Literal["own", "other", "both", "cheap"] | None = None


@frozen
class Maxim:
    """One rule of a doctrine.

    Attributes:
        prefer: wishes in order; the first that some decision fits is granted.
        reason: what the opponent says when it decides by this maxim.
        asked: the questions it speaks to; all of them if there are none.
        when: conditions on the position.
        conduct: conditions on what was done before.
        standing: conditions on how the two sides stand.
    """

    prefer: Annotated[tuple[Wish, ...], Many(1, 20)]
    reason: Remark
    asked: Annotated[tuple[Question, ...], Many(0, 6, once=True)] = ()
    when: Conditions = ()
    conduct: Annotated[tuple[Conduct, ...], Many(0, 20)] = ()
    standing: Annotated[tuple[Standing, ...], Many(0, 20)] = ()


@frozen
class Weights:
    """What breaks a tie between decisions that a wish fits equally; more is better.

    Attributes:
        own: per point of the own score.
        other: per point of the other score.
        price: per point of capital that it costs.
        contradiction: if it contradicts the own record.
        exposed: per argument that the other side could answer the played argument with.
        tracks: per point that it adds to a track.
    """

    own: Level = 2
    other: Level = 0
    price: Level = -1
    contradiction: Level = -3
    exposed: Level = -1
    tracks: Annotated[Mapping[TrackRef, Level], Many(0, 20)] = field(factory=dict)


@frozen
class Wants:
    """What a search wants that plays as a character or in the spirit of a doctrine, in hundredths.

    Attributes:
        own: of its own payoff.
        other: of the other side's payoff.
        together: of motions carried in play.
        tracks: hundredths of payoff for each point of a track at the end.
    """

    own: Level = 100
    other: Level = 0
    together: Level = 0
    tracks: Annotated[Mapping[TrackRef, Level], Many(0, 20)] = field(factory=dict)


@frozen
class Doctrine:
    """An opponent by rules.

    Attributes:
        id: the word by which it is chosen.
        name: what it is called.
        stance: its attitude in a few words.
        about: its character, for whoever chooses an opponent.
        rules: its maxims in order; the last one fits every case.
        weights: how it chooses between what a maxim leaves open.
        wants: what a search with this stance aims at.
    """

    id: Id
    name: Title
    stance: Title
    about: Remark
    rules: Annotated[tuple[Maxim, ...], Many(1, 60)]
    weights: Weights = field(factory=Weights)
    wants: Wants = field(factory=Wants)
