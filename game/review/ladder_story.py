"""How far one motion led to the next: the chain of the article, and what stopped it."""

from __future__ import annotations

from collections.abc import Iterator

from game.match import Timeline
from game.review.standing import ceiling_tier
from game.review.turning_points import FAILURES
from game.rules import Cause, Rule, What
from game.value import frozen


@frozen
class ChainDebrief:
    """How far one motion led to the next, tier by tier.

    Attributes:
        carried: per tier how many motions were carried in play.
        of: per tier how many there are that were not carried at the start.
        highest: the highest tier of which one was carried, 0 if none was.
        closed: the rounds in which the ceiling had closed the tier above, the first one first.
        closed_at_end: whether it had at the end.
    """

    carried: tuple[int, ...]
    of: tuple[int, ...]
    highest: int
    closed: tuple[int, ...]
    closed_at_end: bool

    @property
    def whole(self) -> bool:
        """Whether it has come to the highest tier."""
        return self.highest == len(self.carried)


@frozen
class FirstDeed:
    """The first motion that was carried, or that failed.

    Attributes:
        ply: how many decisions came before it.
        round: the round.
        side: who let it pass, or made it fail.
        motion: the id of the motion.
    """

    ply: int
    round: int
    side: int
    motion: str


@frozen
class Contradicted:
    """A side said or did something against its own record.

    Attributes:
        ply: how many decisions came before it.
        round: the round.
        side: which side.
        cause: what contradicts.
    """

    ply: int
    round: int
    side: int
    cause: Cause


@frozen
class LadderStory:
    """What became of the motions of a game.

    Attributes:
        chain: how far one led to the next.
        carried: the first one that was carried.
        failed: the first one that failed.
        contradictions: who contradicted its own record, in order.
    """

    chain: ChainDebrief
    carried: FirstDeed | None
    failed: FirstDeed | None
    contradictions: tuple[Contradicted, ...]

    @property
    def cart_first(self) -> bool:
        """Whether something was refused before anything was agreed."""
        if self.failed is None:
            return False
        return self.carried is None or self.failed.ply < self.carried.ply


def ladder_story(line: Timeline) -> LadderStory:
    """What became of the motions of a line of play."""
    found = list(_first_deeds(line))
    return LadderStory(
        chain=_chain(line),
        carried=next((deed for done, deed in found if done), None),
        failed=next((deed for done, deed in found if not done), None),
        contradictions=tuple(_contradictions(line)),
    )


def _chain(line: Timeline) -> ChainDebrief:
    book, states = line.book, line.states
    tiers = [motion.tier for motion in book.scenario.motions]
    top = len(book.scenario.ladder.tiers)
    of, carried = [0] * top, [0] * top
    for motion, tier in enumerate(tiers):
        if not book.carried_at_start >> motion & 1:
            of[tier - 1] += 1
            carried[tier - 1] += states[-1].carried >> motion & 1
    rounds: dict[int, None] = {}
    shut = False
    for state in states:
        new = state.carried & ~book.carried_at_start
        above = 1 + max((tier for at, tier in enumerate(tiers) if new >> at & 1), default=0)
        shut = above <= top and ceiling_tier(book, state) < above
        if shut:
            rounds[state.round] = None
    highest = max((tier for tier, count in enumerate(carried, 1) if count), default=0)
    return ChainDebrief(tuple(carried), tuple(of), highest, tuple(rounds), shut)


def _first_deeds(line: Timeline) -> Iterator[tuple[bool, FirstDeed]]:
    """Each motion that was carried or failed, in order."""
    for ply, (before, changes) in enumerate(zip(line.states, line.consequences, strict=False)):
        for each in changes:
            carried = each.what is What.CARRIED
            if carried or (each.what is What.BARRED and each.cause.rule in FAILURES):
                yield carried, FirstDeed(ply, before.round, before.side, each.subject)


def _contradictions(line: Timeline) -> Iterator[Contradicted]:
    for ply, (before, changes) in enumerate(zip(line.states, line.consequences, strict=False)):
        for each in changes:
            if each.what is What.TRACK and each.cause.rule is Rule.CONTRADICTION:
                yield Contradicted(ply, before.round, before.side, each.cause)
                break
