"""The numbers of the rules: what consulting, debating and the endings are worth."""

from __future__ import annotations

from typing import Annotated

from attrs import field, frozen

from game.scenario.kinds import Whole
from game.scenario.terms import Count, Effects, Hundredths, Level


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
    """

    collapse: Hundredths
    frozen: Hundredths
    alone: Hundredths
    left_behind: Hundredths
    bargain: Hundredths
    laurels: Hundredths
    margin: Hundredths
    margin_cap: Count
