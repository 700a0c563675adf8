"""Checks of situations."""

from __future__ import annotations

from collections.abc import Mapping

from game.scenario.chance import Situation
from game.scenario.model import Scenario
from game.scenario.reading.fault_log import Page
from game.scenario.reading.places import Path
from game.text import shown


def check_hours(page: Page, scenario: Scenario) -> None:
    """Note situations that cannot be played."""
    lists = ("arguments", "sides", "tracks", "variants")
    if any(path[0] in lists for path in page.broken if path):
        return
    for index, situation in enumerate(scenario.situations):
        path = ("situations", index)
        if not any(broken[:2] == path for broken in page.broken):
            _spent(page, path, scenario, situation)
            _ending(page, path, scenario, situation)


def _spent(page: Page, path: Path, scenario: Scenario, situation: Situation) -> None:
    held = {each.id: each.held_by for each in scenario.arguments}
    for side, arguments in situation.spent.items():
        for place, name in enumerate(arguments):
            if side not in held.get(name, (side,)):
                page.error(
                    (*path, "spent", side, place),
                    "spent-not-held",
                    f"{shown(side)} does not hold {shown(name)}.",
                    "Take it out, or add the side to held_by of the argument.",
                )


def _ending(page: Page, path: Path, scenario: Scenario, situation: Situation) -> None:
    """A situation after which a track stands where the game is over."""
    for variant, numbers in starts(scenario).items():
        for track in scenario.tracks:
            if track.collapse is None or track.id not in situation.effects:
                continue
            value = min(numbers[track.id] + situation.effects[track.id], track.max)
            if value >= track.collapse.at:
                start = f'the start "{variant}"' if variant else "the standard start"
                page.error(
                    (*path, "effects", track.id),
                    "situation-ends",
                    f"With {start} {shown(track.id)} would be {value}: the game is over at once.",
                    f"Let it add less: {shown(track.id)} collapses at {track.collapse.at}.",
                )
                return


def starts(scenario: Scenario) -> Mapping[str, Mapping[str, int]]:
    """For each start, the standard one under an empty name, where every number begins."""
    standard = {track.id: track.start for track in scenario.tracks}
    for side in scenario.sides:
        standard[f"{side.id}_capital"] = side.capital.start
        standard[f"{side.id}_score"] = side.score.start
    return {"": standard, **{each.id: {**standard, **each.start} for each in scenario.variants}}
