"""What the app may do on the machine that it runs on, besides playing and keeping matches."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

_NEEDED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "save_as": "folders",
        "export": "exports",
        "screenshot": "exports",
        "delete": "deletes",
        "restore": "deletes",
        "suspend_process": "processes",
        "worth": "processes",
    }
)
"""What each action takes; all others are always allowed."""


class Permissions(NamedTuple):
    """What is allowed. Who may not do a thing is not offered it either.

    Attributes:
        folders: whether matches may be kept in any folder of the machine.
        exports: whether files for other programs may be written, pictures of the screen included.
        deletes: whether saves may be deleted, and brought back.
        processes: whether other processes may be started, and this one be suspended.
    """

    folders: bool = True
    exports: bool = True
    deletes: bool = True
    processes: bool = True

    @classmethod
    def none(cls) -> Permissions:
        """Nothing is allowed."""
        return cls(**dict.fromkeys(cls._fields, False))

    def allows(self, action: str) -> bool:
        """Whether an action of the app is allowed."""
        needed = _NEEDED.get(action)
        return needed is None or bool(getattr(self, needed))
