"""What was made last, by what it was made from: it is not made anew."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Final, Generic, TypeVar

_KEPT: Final = 16

_K = TypeVar("_K", bound=Hashable)
_V = TypeVar("_V")


class Recent(Generic[_K, _V]):
    """The last few of something; what was asked for longest ago is forgotten."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: dict[_K, _V] = {}

    def get(self, key: _K, make: Callable[[], _V]) -> _V:
        """What is known under a key, or is made now. A failure is not kept.

        Saves are looked at in a thread while a match is played in another.
        """
        with self._lock:
            found = self._known.pop(key, None)
        if found is None:
            found = make()
        with self._lock:
            self._known[key] = found
            if len(self._known) > _KEPT:
                del self._known[next(iter(self._known))]
        return found
