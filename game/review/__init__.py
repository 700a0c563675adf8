"""What can be found out about a game."""

from game.review.why import Account, Move, accounts

__all__ = ["Account", "Move", "accounts"]
