"""The numbers of the rules: what consulting, debating and the endings are worth."""

from __future__ import annotations

from typing import Annotated

from attrs import field

from game.scenario.kinds import Whole
from game.scenario.terms import Conditions, Count, Effects, Hundredths, Level
from game.value import frozen


@frozen
class Consult:
    """What consulting at home brings.

    Attributes:
        capital: so much capital.
        arguments: so many spent arguments, the longest spent first, are ready again.
    """

    capital: Count
    arguments: Count


@frozen
class Refusal:
    """What turning a motion down does.

    Attributes:
        respondent: what is added to the score of the side that turns it down.
        effects: what is added to which track.
    """

    respondent: Level
    effects: Effects = field(factory=dict)


@frozen
class Debate:
    """The numbers of a debate.

    Attributes:
        longest: so many arguments at most, the speaker's first one included.
        silence: what is added to the respondent's score for accepting without a word.
        floor: what is added to the floor-holder's score when the motion is carried after a debate.
        decline: what declining without a word does.
        walk_out: what walking out after a debate does.
        withdraw: capital that the speaker gets back for withdrawing its motion.
        bar: further rounds for which a failed motion cannot be tabled.
        contradiction: what is added to the score of a side that contradicts its own record.
        walk_out_floor: whether the speaker still gets what the floor brings when the respondent
            walks out.
    """

    longest: Annotated[int, Whole(1, 20)]
    silence: Level
    floor: Level
    decline: Refusal
    walk_out: Refusal
    withdraw: Count
    bar: Count
    contradiction: Level
    walk_out_floor: bool = False


@frozen
class Silence:
    """When accepting without a word is held against the respondent.

    Attributes:
        when: while these conditions hold, read before the motion is carried.
        answer: whether only if an answer was at hand.
    """

    when: Conditions = ()
    answer: bool = False


@frozen
class Payoff:
    """What the endings are worth to a side, in hundredths.

    A side's margin is its final score less its threshold.

    Attributes:
        collapse: to both, if a track ends the game.
        frozen: to both, if neither succeeds.
        alone: to the only side that succeeds,
        left_behind: and to the other one.
        bargain: to each, if both succeed,
        laurels: and this to the higher margin, or half of it to each if they are equal.
        margin: for each point of margin, unless the game collapsed,
        margin_cap: up to so many points, either way.
        thaw: to each, if neither succeeds and both are near; to a side that is left behind and
            is near, in place of the other payoff.
        thaw_within: a side is near if so many points or fewer are missing; 0 for no thaw.
    """

    collapse: Hundredths
    frozen: Hundredths
    alone: Hundredths
    left_behind: Hundredths
    bargain: Hundredths
    laurels: Hundredths
    margin: Hundredths
    margin_cap: Count
    thaw: Hundredths = 0
    thaw_within: Count = 0
