"""Opponents by rules: doctrines that a scenario brings, compiled and put into a seat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.opponents.doctrine.deeds import Done, deeds
from game.opponents.doctrine.doctrine_seat import DoctrineSeat

if TYPE_CHECKING:
    from game.opponents.doctrine.compiled import CompiledDoctrine

__all__ = ["CompiledDoctrine", "DoctrineSeat", "Done", "deeds"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's members are of any type
    """What decides is imported when it decides: at most tables nobody goes by maxims."""
    if name == "CompiledDoctrine":
        from game.opponents.doctrine.compiled import CompiledDoctrine  # noqa: PLC0415 - as said

        return CompiledDoctrine
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
