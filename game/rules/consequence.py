"""Consequences: what a decision changed, by how much, and because of what.

The amounts of all consequences since the start add up to the numbers of the position: for each
track, for the number of times an act was used, for what is carried, ready and on record.
"""

from __future__ import annotations

from enum import Enum

from game.value import frozen


class What(Enum):
    """What a consequence is about. ``subject`` is an id of the kind named here."""

    TRACK = "track"
    SPENT = "spent"
    """An argument is spent (+1) or ready again (-1)."""
    RECORD = "record"
    """An argument goes on the record (+1) or is struck from it (-1)."""
    CARRIED = "carried"
    """A motion is carried."""
    BARRED = "barred"
    """A motion is barred; ``after`` is the last round in which it is."""
    USED = "used"
    """An act was taken once more."""
    DRAWN = "drawn"
    """A headline has left the deck."""
    ROUND = "round"
    """A round begins; there is no subject."""
    SITUATION = "situation"
    """A situation is the one of this game."""
    MOOD = "mood"
    """The hour speaks to a value (+1), or does so no more (-1)."""
    COLLAPSE = "collapse"
    """This track ended the game."""


class Rule(Enum):
    """The rule that brought a consequence about. The comment names what ``subject`` is."""

    TABLE = "table"  # motion: its cost
    ARGUE = "argue"  # argument played
    STAND = "stand"  # argument that stands
    CONTRADICTION = "contradiction"  # argument or act that contradicts the record
    CARRY = "carry"  # motion
    SILENCE = "silence"  # motion accepted without a word
    FLOOR = "floor"  # motion that somebody held the floor on
    MOOD = "mood"  # motion: the last argument appeals to the mood
    DECLINE = "decline"  # motion
    WALK_OUT = "walk_out"  # motion
    WITHDRAW = "withdraw"  # motion
    ACT = "act"  # act: its effects
    ACT_COST = "act_cost"  # act: its price
    CONSULT = "consult"  # none
    SITUATION = "situation"  # situation
    DRAW = "draw"  # headline
    HEADLINE = "headline"  # headline that strikes
    CHOICE_A = "choice_a"  # headline answered with its first option
    CHOICE_B = "choice_b"  # headline answered with its second option
    DRIFT = "drift"  # drift
    INCOME = "income"  # none
    RECOVER = "recover"  # none: the longest spent arguments are ready again
    CLOCK = "clock"  # none: the next round begins
    COLLAPSE = "collapse"  # track
    TAKE_BACK = "take_back"  # none: the price that was agreed on


@frozen
class Cause:
    """Why: the rule, the entry of the scenario it was applied to, and the article's ¶ behind it."""

    rule: Rule
    subject: str
    source: tuple[str, ...] = ()


@frozen
class Consequence:
    """One change.

    Attributes:
        what: the kind of thing that changed.
        subject: its id in the scenario (``""`` for the round).
        side: the id of the side whose thing it is, ``""`` if it is nobody's.
        before: its value before; for things that are in a set or not, 0 or 1.
        after: its value after.
        asked: by how much it should have changed; more than ``amount`` where a bound cut it.
        cause: why.
    """

    what: What
    subject: str
    side: str
    before: int
    after: int
    asked: int
    cause: Cause

    @property
    def amount(self) -> int:
        """By how much it changed."""
        return self.after - self.before
