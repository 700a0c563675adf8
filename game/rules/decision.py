"""Decisions: what a side, or Chance, can do, as values with one text form each.

The text form is what journals, golden games and command lines write::

    situation:cold  draw:kerry  draw:none  choose:A  consult  act:tighten  table:train/enemy
    accept  decline  rebut:law  rejoin:cart  stop  yield  walk_out  concede  withdraw
"""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen


class RulesError(ValueError):
    """Something was asked of the rules that they do not allow."""


class InvalidDecisionError(RulesError):
    """The text is no decision of this scenario at all."""


class IllegalDecisionError(RulesError):
    """The decision exists, but not in this position."""


class Kind(Enum):
    """The kinds of decision, in the game's words."""

    SITUATION = "situation"
    DRAW = "draw"
    CHOOSE = "choose"
    CONSULT = "consult"
    ACT = "act"
    TABLE = "table"
    ACCEPT = "accept"
    DECLINE = "decline"
    REBUT = "rebut"
    REJOIN = "rejoin"
    STOP = "stop"
    YIELD = "yield"
    WALK_OUT = "walk_out"
    CONCEDE = "concede"
    WITHDRAW = "withdraw"

    # Members are singletons, so identity is equality, and the hash of an object is the cheapest.
    __hash__ = object.__hash__


@frozen(cache_hash=True)
class Decision:
    """One decision.

    ``subject`` is the index of its situation, headline, option, act, motion or argument in the
    scenario (-1 if it has none), ``backing`` that of the argument that supports a tabled motion.
    A rulebook holds one instance of each decision that its scenario knows.
    """

    text: str
    kind: Kind = field(eq=False)
    subject: int = field(eq=False, default=-1)
    backing: int = field(eq=False, default=-1)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<Decision {self.text}>"
