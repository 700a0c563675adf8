"""Old formats: every journal that was ever written can be read.

Files are never rewritten. What was read from an old one is lifted, format by format, by pure
functions over the members of its lines.

Format 1 had short names for some members. What an opponent said stood in it as words, and stays
words: what was meant by them cannot be told from them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from game.match.event import FORMAT
from game.match.line import Plain
from game.value import frozen

Lift = Callable[[Plain], Plain]


@frozen
class Upcast:
    """From one format to the next: what becomes of a header's members, and of an event's."""

    header: Lift
    event: Lift


Steps = Mapping[int, Upcast]
"""For each old format the step from it to the next."""

_RENAMED: Final = {"from": "parent", "line": "variation", "s": "digest"}


def _header_of_2(members: Plain) -> Plain:
    return {**members, "format": 2}


def _event_of_2(members: Plain) -> Plain:
    return {_RENAMED.get(name, name): value for name, value in members.items()}


STEPS: Final[Steps] = {1: Upcast(_header_of_2, _event_of_2)}


def known(version: object, steps: Steps = STEPS) -> bool:
    """Whether lines of a format can be read."""
    return (
        isinstance(version, int)
        and not isinstance(version, bool)
        and version <= FORMAT
        and all(old in steps for old in range(version, FORMAT))
    )


def lift_header(members: Plain, version: int, steps: Steps = STEPS) -> Plain:
    """A header's members in the form of the present format."""
    for old in range(version, FORMAT):
        members = steps[old].header(members)
    return members


def lift_event(members: Plain, version: int, steps: Steps = STEPS) -> Plain:
    """An event's members in the form of the present format."""
    for old in range(version, FORMAT):
        members = steps[old].event(members)
    return members
