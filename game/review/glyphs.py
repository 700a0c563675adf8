"""What a decision was, in a game in which both can win and both can lose: one table of glyphs.

The list, the graph, the exports and the command line share it. A glyph is a pure function of what
the decision and those beside it are worth to both sides, of the step that it answers and of the
step that answers it. What is in doubt never counts: a difference is taken for as small as it may
turn out to be, so that a mark still stands when it is looked at more closely.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Final

from attrs import evolve, field

from game.review.evaluations import DOUBT, Millipoints, difference
from game.review.swing import MUCH, NOTABLE, Considered, Swing, swing
from game.rules import Decision
from game.value import frozen

SEVERAL: Final = 2
"""Beside fewer other decisions none is praised: whoever can but yield or walk out knows it."""

FAR: Final = 1 << 32
"""Further than any payoff."""


class Glyph(Enum):
    """What can be said of a decision."""

    OVER_THE_BRINK = "over_the_brink"
    """After it both lose everything, whatever is done; something else left a way out."""
    EXPLOITED_TRUST = "exploited_trust"
    """The other side had just given something up; this takes more, and both together lose."""
    BRINKMANSHIP = "brinkmanship"
    """It put both in danger, and the other side gave way."""
    COSTLY_SIGNAL = "costly_signal"
    """It gives up something of its own, and gives the other side at least as much."""
    NEEDLESS_GRIEVANCE = "needless_grievance"
    """It costs the other side, where something else was as good for its own, and costs its own
    side little."""
    MISSED_JOINT_GAIN = "missed_joint_gain"
    """Something else was better for both."""
    BLUNDER = "blunder"
    """It costs its own side, and brings the other nothing like it."""
    ONLY_MOVE = "only_move"
    """Everything else was much worse for its own side."""
    GOOD_FOR_BOTH = "good_for_both"
    """Better for both together than everything else, and worse for neither; and either side could
    have had less.
    """


@frozen
class Case:
    """A decision with all that its glyph depends on.

    Attributes:
        side: who took it.
        played: the decision.
        best: the best one for the side; the one that was played if it is as good.
        others: what else was considered.
        before: what the last decision made of the position, if it was the other side's.
        after: what the next decision made of it, if it is known and the other side's.
        doubt: how far differences are in doubt, in hundredths of what the seeds are apart.
        ways: the other decisions after which a collapse could still be averted, if it came by
            this one.
    """

    side: int
    played: Considered
    best: Considered
    others: tuple[Considered, ...]
    before: Swing | None = None
    after: Swing | None = None
    doubt: int = DOUBT
    ways: frozenset[Decision] = frozenset()
    skill: Swing = field(init=False)
    """By how much it is worth more than the best one."""

    @skill.default
    def _skill(self) -> Swing:
        return self.swing(self.played, self.best)

    def swing(self, one: Considered, other: Considered) -> Swing:
        """By how much one decision is worth more than another, beyond the doubt of this look."""
        return swing(one, other, self.doubt)

    def picked(self, liking: Callable[[Considered], int]) -> Considered | None:
        """What else was considered and is liked most. Only seeds that value nothing are asked."""
        return max(self.others, key=liking, default=None)

    @property
    def way_out(self) -> Considered | None:
        """The decision that is best for the side of those that leave a way out."""
        ways = [each for each in self.others if each.decision in self.ways]
        return max(ways, key=lambda each: each.evaluated.picked[self.side], default=None)

    @property
    def fairest(self) -> Considered | None:
        """The best other decision for both sides together."""
        return self.picked(lambda each: sum(each.evaluated.picked))

    @property
    def kindest(self) -> Considered | None:
        """Of the other decisions that cost the side nothing, the best one for the other side."""
        own, other = self.side, 1 - self.side
        here = self.played.evaluated.picked[own]
        return self.picked(
            lambda each: (
                each.evaluated.picked[other] - FAR * (each.evaluated.picked[own] < here - NOTABLE)
            )
        )

    @property
    def kinder_and_better(self) -> Considered | None:
        """The other decision by which the side that gains less gains most."""
        here = self.played.evaluated.picked
        return self.picked(
            lambda each: min(each.evaluated.picked[0] - here[0], each.evaluated.picked[1] - here[1])
        )

    @property
    def kinder_than_best(self) -> Considered | None:
        """Of the decisions that are much better for the side, the best one for the other side."""
        own, other = self.side, 1 - self.side
        least = self.played.evaluated.picked[own] + MUCH
        return self.picked(
            lambda each: each.evaluated.picked[other] - FAR * (each.evaluated.picked[own] < least)
        )

    @property
    def best_other(self) -> Considered | None:
        """The best decision for the side, if it is another one."""
        return None if self.best is self.played else self.best


# ---------------------------------------------------------------------- conditions


def _oversteps(_: Case, instead: Considered | None) -> bool:
    """Whether nothing helps any more, and something else did. By the rules, so beyond doubt."""
    return instead is not None


def _exploits(case: Case, instead: Considered | None) -> bool:
    own, other = case.side, 1 - case.side
    if instead is None or case.before is None or not _gives(case.before, other):
        return False
    taken = case.swing(case.played, instead)
    return taken.delta[own] >= 0 and taken.falls(other, MUCH) and taken.wastes


def _gives(step: Swing, giver: int) -> bool:
    """Whether a step gave the other side at least as much as it cost its own."""
    gives = step.falls(giver) and step.rises(1 - giver) and sum(step.delta) >= 0
    return gives and not step.for_itself


def _dares(case: Case, instead: Considered | None) -> bool:
    own, other = case.side, 1 - case.side
    return (
        instead is not None
        and case.after is not None
        and case.skill.falls(own)
        and case.skill.falls(other)
        and case.after.rises(own)
        and case.after.delta[own] >= -case.skill.delta[own]
        and not case.after.for_itself
    )


def _signals(case: Case, instead: Considered | None) -> bool:
    return instead is not None and _gives(case.skill, case.side)


def _grieves(case: Case, instead: Considered | None) -> bool:
    own, other = case.side, 1 - case.side
    if instead is None or case.skill.falls(own, MUCH):  # that would be the least of it
        return False
    gain = case.swing(instead, case.played)
    return gain.rises(other, MUCH) and -gain.delta[own] < NOTABLE and not gain.rises(own)


def _misses(case: Case, instead: Considered | None) -> bool:
    if instead is None or case.best is case.played:  # it had nothing to gain by its own search
        return False
    gain = case.swing(instead, case.played)
    return gain.rises(0) and gain.rises(1)


def _blunders(case: Case, instead: Considered | None) -> bool:
    return (
        instead is not None
        and case.skill.falls(case.side, MUCH)
        and case.swing(instead, case.played).rises(case.side, MUCH)
    )


def _only(case: Case, _: Considered | None) -> bool:
    return (
        len(case.others) >= SEVERAL
        and case.best is case.played
        and all(case.swing(case.played, each).rises(case.side, MUCH) for each in case.others)
    )


def _serves_both(case: Case, _: Considered | None) -> bool:
    if len(case.others) < SEVERAL or case.skill.harms(case.side):
        return False
    ahead = [case.swing(case.played, each) for each in case.others]
    return all(each.gains and not each.harms(0) and not each.harms(1) for each in ahead) and all(
        any(each.rises(side) for each in ahead) for side in (0, 1)
    )


def _kept(case: Case, instead: Considered) -> bool:
    """Whether the other side did not give back half of what the side had lost."""
    assert case.after is not None  # else nothing is known of it
    lost = case.swing(instead, case.played).delta[case.side]
    return 2 * case.after.delta[case.side] < lost


def _retaliated(case: Case, _: Considered) -> bool:
    """Whether the other side answered with something that costs the side, and itself nothing less
    than it had to.
    """
    assert case.after is not None  # else nothing is known of it
    return case.after.falls(case.side)


@frozen
class GlyphRule:
    """When a glyph stands.

    Attributes:
        glyph: the glyph.
        good: whether it is praise.
        instead: what may have been better, the likeliest first; nothing to ask for it.
        holds: whether it stands, what would have been better being known.
        punished: whether the other side made something of it; nothing if that is not asked.
        certain: whether it stands though what would have been better would be blamed as well.
    """

    glyph: Glyph
    good: bool
    instead: tuple[Callable[[Case], Considered | None], ...]
    holds: Callable[[Case, Considered | None], bool]
    punished: Callable[[Case, Considered], bool] | None = None
    certain: bool = False


GLYPHS: Final = (
    GlyphRule(
        Glyph.OVER_THE_BRINK,
        good=False,
        instead=(lambda case: case.way_out,),
        holds=_oversteps,
        certain=True,
    ),
    GlyphRule(
        Glyph.EXPLOITED_TRUST,
        good=False,
        instead=(lambda case: case.fairest,),
        holds=_exploits,
        punished=_retaliated,
    ),
    GlyphRule(Glyph.BRINKMANSHIP, good=True, instead=(lambda case: case.best_other,), holds=_dares),
    GlyphRule(
        Glyph.COSTLY_SIGNAL,
        good=True,
        instead=(lambda case: case.best_other,),
        holds=_signals,
        punished=_kept,
    ),
    GlyphRule(
        Glyph.NEEDLESS_GRIEVANCE,
        good=False,
        instead=(lambda case: case.kindest,),
        holds=_grieves,
        punished=_retaliated,
    ),
    GlyphRule(
        Glyph.MISSED_JOINT_GAIN,
        good=False,
        instead=(lambda case: case.kinder_and_better,),
        holds=_misses,
        punished=_kept,
    ),
    GlyphRule(
        Glyph.BLUNDER,
        good=False,
        instead=(lambda case: case.best_other, lambda case: case.kinder_than_best),
        holds=_blunders,
        punished=_kept,
    ),
    GlyphRule(Glyph.ONLY_MOVE, good=True, instead=(), holds=_only),
    GlyphRule(Glyph.GOOD_FOR_BOTH, good=True, instead=(), holds=_serves_both),
)
"""Every glyph; of several that stand it is the first one that is drawn."""


@frozen
class Mark:
    """The glyph of a decision, and why it stands there.

    Attributes:
        glyph: the glyph.
        good: whether it is praise.
        instead: what would have been better; nothing if nothing was.
        gain: per side by how much, in millipoints.
        punished: whether the other side made something of it; nothing if that is not known, or
            is nothing to ask.
        provisional: whether it comes of a coarse look, and may still change.
    """

    glyph: Glyph
    good: bool
    instead: Considered | None = None
    gain: Millipoints = (0, 0)
    punished: bool | None = None
    provisional: bool = False

    @property
    def at_first(self) -> Mark:
        """The same before it was looked at again: what hangs on no estimate does not change."""
        return self if self.glyph is Glyph.OVER_THE_BRINK else evolve(self, provisional=True)


Cases = Callable[[Considered], Case]
"""Another decision of the same position as a case of its own, its answer not known."""


def mark_of(case: Case, play: Cases) -> Mark | None:
    """The mark of a decision; none if there is nothing to say that is beyond doubt.

    Args:
        case: the decision.
        play: the others as cases.
    """
    return next(marks_of(case, play), None)


def marks_of(case: Case, play: Cases) -> Iterator[Mark]:
    """Every mark that a decision could have, the one that is drawn first.

    Nobody is blamed for a decision in the place of which only one could be named that would be
    blamed as well, unless everything was lost by it.

    Args:
        case: the decision.
        play: the others as cases.
    """
    for rule, instead in _standing(case):
        if instead is None:
            yield Mark(rule.glyph, rule.good)
        elif rule.good or rule.certain or _advisable(play(instead)):
            gain, _ = difference(instead.evaluated, case.played.evaluated)
            asked = rule.punished if case.after is not None else None
            punished = None if asked is None else asked(case, instead)
            yield Mark(rule.glyph, rule.good, instead, gain, punished)


def _advisable(case: Case) -> bool:
    """Whether a decision would be blamed for nothing, however it is answered."""
    if case.skill.falls(0) and case.skill.falls(1):
        return False
    return next((rule.good for rule, _ in _standing(case)), True)


def _standing(case: Case) -> Iterator[tuple[GlyphRule, Considered | None]]:
    for rule in GLYPHS:
        for instead in [choose(case) for choose in rule.instead] or [None]:
            if rule.holds(case, instead):
                yield rule, instead
