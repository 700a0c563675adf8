"""Many matches at once: how strong opponents are, and whether a scenario is fair and alive."""

from game.balance.arena import arena
from game.balance.contest import Contest, Outcome, compete

__all__ = ["Contest", "Outcome", "arena", "compete"]
"""See ``python -m game.balance --help``."""
