"""Many matches at once: how strong opponents are, and whether a scenario is fair and alive."""

from game.balance.contest import Contest, compete
from game.balance.facts import Facts

__all__ = ["Contest", "Facts", "compete"]
