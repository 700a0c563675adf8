"""Conditions of a scenario in a few words."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario.model import Scenario
from game.scenario.terms import Condition


def number(value: int) -> str:
    """A number with a proper minus sign."""
    return f"−{-value}" if value < 0 else str(value)


def track_names(scenario: Scenario) -> Mapping[str, str]:
    """What each track is called, a side's own numbers included."""
    names = {track.id: track.name.lower() for track in scenario.tracks}
    for side in scenario.sides:
        names[f"{side.id}_capital"] = f"{side.short} capital"
        names[f"{side.id}_score"] = f"{side.short} {side.goal_short}"
    return names


def bounds(least: int | None, most: int | None) -> str:
    """Bounds as people write them.

    >>> bounds(3, None), bounds(None, 5), bounds(3, 5), bounds(4, 4)
    ('≥ 3', '≤ 5', '3 to 5', '= 4')
    """
    if least is not None and most is not None:
        return f"= {number(least)}" if least == most else f"{number(least)} to {number(most)}"
    if least is not None:
        return f"≥ {number(least)}"
    return "" if most is None else f"≤ {number(most)}"


def condition(scenario: Scenario, it: Condition) -> str:
    """A condition, such as ``trust ≥ 5`` or ``“Train” carried``."""
    limits = bounds(it.at_least, it.at_most)
    if it.track is not None:
        return f"{track_names(scenario)[it.track]} {limits}"
    if it.tag is not None:
        return f"carried motions tagged {it.tag} {limits}"
    if it.carried is not None:
        motion = next(each for each in scenario.motions if each.id == it.carried)
        return f"“{motion.short}” carried"
    if it.in_play is not None:
        return f"motions carried in play {limits}"
    return f"from round {it.from_round}" if it.from_round is not None else f"{it.round} round"
