"""Frozen classes whose values are equal if their fields are, and are shown by them.

They are those of attrs. Only what compares, hashes and shows a value is the same few functions
for every class: attrs writes and compiles them anew for each, which is more than half of what a
class costs, and a match is not on the table before a hundred of them are made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from attrs import frozen
else:

    def frozen(cls: Any) -> Any:  # noqa: ANN401 - for types it is the one of attrs
        """``attrs.frozen``, made sooner. Whatever the class says itself of the three holds.

        See attrs, "Comparison" and "Slotted classes": names with two underscores that stand in
        the class when it is made are kept.
        """
        if "__eq__" not in cls.__dict__:
            cls.__eq__, cls.__hash__ = _equal, _hash
        if "__repr__" not in cls.__dict__:
            cls.__repr__ = _shown
        return attrs.frozen(cls, eq=False, repr=False)


__all__ = ["frozen"]


def _equal(self: Any, other: Any) -> Any:  # noqa: ANN401 - of any class
    cls = self.__class__
    if other.__class__ is not cls:
        return NotImplemented
    compared = _compared(cls)
    return compared(self) == compared(other)


def _hash(self: Any) -> int:  # noqa: ANN401 - of any class
    cls = self.__class__
    return hash((cls, _hashed(cls)(self)))


def _shown(self: Any) -> str:  # noqa: ANN401 - of any class
    cls = self.__class__
    shown = (f"{each.name}={getattr(self, each.name)!r}" for each in attrs.fields(cls) if each.repr)
    return f"{cls.__qualname__.rsplit('>.', 1)[-1]}({', '.join(shown)})"


@cache
def _compared(cls: type) -> Callable[[object], object]:
    """What gives the fields of a value that are compared."""
    return _getter(field.name for field in attrs.fields(cls) if field.eq)


@cache
def _hashed(cls: type) -> Callable[[object], object]:
    """What gives the fields of a value that are hashed: those compared, unless one says itself."""
    return _getter(
        field.name
        for field in attrs.fields(cls)
        if (field.eq if field.hash is None else field.hash)
    )


def _getter(names: Iterable[str]) -> Callable[[object], object]:
    wanted = tuple(names)
    return attrgetter(*wanted) if wanted else _nothing


def _nothing(_: object) -> tuple[()]:
    """What a class without fields compares."""
    return ()
