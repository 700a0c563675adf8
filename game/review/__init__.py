"""What can be found out about a game."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from game.review.why import Account, Move, accounts

__all__ = ["Account", "Move", "accounts"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's members are of any type
    """What looks for reasons is imported when somebody asks for them."""
    if name in __all__:
        from game.review import why  # noqa: PLC0415 - as said

        return getattr(why, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
