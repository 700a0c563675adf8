"""The versions of the rules.

Each version knows what the one before it knew, and more that a scenario may ask for. A journal
names the version it was played under: the least one that knows everything its scenario asks for.
"""

from __future__ import annotations

from typing import Final

import attrs

from game.scenario.chance import Headline
from game.scenario.model import Act, Argument, Debate, Motion, Payoff, Scenario

VERSION: Final = 4
"""The newest version of the rules."""

OLDEST: Final = 3
"""The oldest version that can still be played; it is part of the newest one."""

_NEW: Final[dict[type, tuple[str, ...]]] = {
    Scenario: (
        "recover",
        "silence",
        "values",
        "mood",
        "situations",
        "round_names",
        "lines",
        "press",
        "voice",
        "aftermath",
    ),
    Debate: ("walk_out_floor",),
    Payoff: ("thaw", "thaw_within"),
    Motion: ("excludes", "backs", "of_the_time", "voice"),
    Act: ("voice",),
    Argument: ("appeals",),
    Headline: ("from_round", "until_round", "mood", "text"),
}
"""What a scenario can ask for since version 4."""


def version(scenario: Scenario) -> int:
    """The least version of the rules that knows everything a scenario asks for."""
    things = (
        scenario,
        scenario.debate,
        scenario.payoff,
        *scenario.motions,
        *scenario.acts,
        *scenario.arguments,
        *scenario.headlines,
    )
    return VERSION if any(map(_asks, things)) else OLDEST


def _asks(thing: object) -> bool:
    """Whether one of a thing's newer fields is not as it is when nobody writes it."""
    if isinstance(thing, Argument) and not isinstance(thing.case, str):
        return True
    return any(getattr(thing, name) != standard for name, standard in _standards(type(thing)))


def _standards(cls: type) -> list[tuple[str, object]]:
    known = attrs.fields_dict(cls)
    return [(name, _standard(known[name].default)) for name in _NEW[cls]]


def _standard(default: object) -> object:
    return getattr(default, "factory", lambda: default)()
