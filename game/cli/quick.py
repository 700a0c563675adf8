"""The usual ways of asking for a match, read without click, so that the table is there sooner.

Click has the last word about options: whatever is not plain at a glance is left to it, and so is
all that is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.cli.digits import whole_number
from game.cli.seating import slip
from game.cli.wanted import MAIN, MOST_SEED, Wanted

OWN: Final = (
    *(f"--{name}" for name in ("scenario", "variant", "seat", "seed", "save", "plain", "saves")),
    "-h",
    "--help",
)
"""All options of the command; any other may be a side."""

_TAKEN: Final = ("--scenario", "--variant", "--seed", "--save")
"""Those that are read here, each of which is given once."""


def wanted(arguments: Sequence[str]) -> Wanted | None:
    """What match is asked for behind ``play``; nothing if click has to say.

    >>> wanted(["--ru", "student", "--seed", "7"])
    Wanted(scenario='shared-enemy', variant=None, seats=(('ru', 'student'),), seed=7, save=None)
    """
    names, values = arguments[::2], arguments[1::2]
    if len(names) != len(values):
        return None
    found: dict[str, str] = {}
    seats: list[tuple[str, str]] = []
    for name, value in zip(names, values, strict=True):
        if not name.startswith("--") or "=" in name or value.startswith("-"):
            return None
        if name in _TAKEN and name not in found:
            found[name] = value
        elif name == "--seat" and "=" in value:
            side, _, seat = value.partition("=")
            seats.append((side, seat))
        elif name not in OWN and name != "--" and not slip(name[2:], OWN):
            seats.append((name[2:], value))
        else:
            return None
    seed = found.pop("--seed", None)
    number = None if seed is None else whole_number(seed, 0, MOST_SEED)
    if seed is not None and number is None:
        return None
    scenario = found.get("--scenario", MAIN)
    return Wanted(scenario, found.get("--variant"), tuple(seats), number, found.get("--save"))
