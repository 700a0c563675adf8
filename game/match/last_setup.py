"""What was chosen last for a new match, kept in a file of the platform's state folder.

It saves keys and nothing else: whatever the file holds, what cannot be read is nothing, and what
cannot be written is not kept.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from attrs import frozen

from game.files.disk import LOCAL

NAME: Final = "last-setup.json"

MOST: Final = 1 << 12
"""More bytes than this the file has not if it is ours."""

LONGEST: Final = 200
"""The most letters of a name in it."""


@frozen
class LastSetup:
    """A choice for a match.

    Attributes:
        scenario: the id of the scenario.
        variant: the id of the variant of its start, or nothing.
        seats: per side who sits there: ``human`` or the name of an opponent.
    """

    scenario: str
    variant: str | None
    seats: tuple[str, str]


def last_setup(folder: Path | None) -> LastSetup | None:
    """What was chosen last; nothing if that is not known.

    Args:
        folder: the folder of the file; nothing is known if there is none.
    """
    if folder is None:
        return None
    try:
        handle = LOCAL.open(folder / NAME, write=False)
        try:
            data = LOCAL.read(handle, MOST)
        finally:
            LOCAL.close(handle)
        return _read(json.loads(data))
    except (OSError, ValueError, RecursionError):
        return None


def _read(members: object) -> LastSetup | None:
    match members:
        case {"scenario": str(scenario), "variant": variant, "seats": [str(one), str(two)]} if (
            variant is None or isinstance(variant, str)
        ):
            if max(map(len, (scenario, variant or "", one, two))) <= LONGEST:
                return LastSetup(scenario, variant, (one, two))
    return None


def keep_setup(folder: Path | None, setup: LastSetup) -> None:
    """Keep a choice in the place of the one before, whole or not at all. Nothing fails by it.

    Args:
        folder: the folder of the file; it need not exist. Nothing is kept if there is none.
        setup: the choice.
    """
    if folder is None:
        return
    members = {"scenario": setup.scenario, "seats": setup.seats, "variant": setup.variant}
    new = folder / f"{NAME}.{os.getpid()}.part"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = LOCAL.create(new)
        try:
            LOCAL.append(handle, json.dumps(members).encode("utf-8"))
        finally:
            LOCAL.close(handle)
        LOCAL.replace(new, folder / NAME)
    except (OSError, ValueError):
        with suppress(OSError):
            LOCAL.remove(new)
