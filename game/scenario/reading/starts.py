"""Where a game begins, and checks of other starts and of situations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.scenario.chance import Situation
from game.scenario.model import Scale, Scenario, Track
from game.scenario.reading.finding import Finding
from game.scenario.reading.places import Path
from game.text import shown


def starts(scenario: Scenario) -> Mapping[str, Mapping[str, int]]:
    """For each start, the standard one under an empty name, where every number begins."""
    standard = {track.id: track.start for track in scenario.tracks}
    for side in scenario.sides:
        standard[f"{side.id}_capital"] = side.capital.start
        standard[f"{side.id}_score"] = side.score.start
    return {"": standard, **{each.id: {**standard, **each.start} for each in scenario.variants}}


def check_variants(scenario: Scenario) -> Iterator[Finding]:
    """Starts at which no game can begin."""
    scales: dict[str, Scale | Track] = {track.id: track for track in scenario.tracks}
    for side in scenario.sides:
        scales |= {f"{side.id}_capital": side.capital, f"{side.id}_score": side.score}
    # Of a range that is empty and an end that is passed at once, the tracks themselves tell.
    ranges = {name: (it.min, it.max) for name, it in scales.items() if it.min <= it.max}
    ends = {
        track.id: track.collapse.at
        for track in scenario.tracks
        if track.collapse is not None and track.start < track.collapse.at
    }
    for index, variant in enumerate(scenario.variants):
        for name, start in variant.start.items():
            path = ("variants", index, "start", name)
            low, high = ranges.get(name, (start, start))
            if not low <= start <= high:
                yield Finding(
                    path,
                    "start-outside",
                    f"The start {start} lies outside the range of {shown(name)}.",
                    f"Start from {low} to {high}.",
                )
            elif name in ends and start >= ends[name]:
                yield Finding(
                    path,
                    "collapse-at-start",
                    f"{shown(name)} would start at {start}, so the game would collapse at once.",
                    f"Start below {ends[name]}, where it collapses.",
                )


def check_situations(scenario: Scenario) -> Iterator[Finding]:
    """Situations that cannot be played."""
    for index, situation in enumerate(scenario.situations):
        path = ("situations", index)
        yield from _spent(path, scenario, situation)
        yield from _ending(path, scenario, situation)


def _spent(path: Path, scenario: Scenario, situation: Situation) -> Iterator[Finding]:
    held = {each.id: each.held_by for each in scenario.arguments}
    for side, arguments in situation.spent.items():
        for place, name in enumerate(arguments):
            if side not in held[name]:
                yield Finding(
                    (*path, "spent", side, place),
                    "spent-not-held",
                    f"{shown(side)} does not hold {shown(name)}.",
                    "Take it out, or add the side to held_by of the argument.",
                )


def _ending(path: Path, scenario: Scenario, situation: Situation) -> Iterator[Finding]:
    """A situation after which a track stands where the game is over."""
    for variant, numbers in starts(scenario).items():
        for track in scenario.tracks:
            if track.collapse is None or track.id not in situation.effects:
                continue
            value = min(numbers[track.id] + situation.effects[track.id], track.max)
            if value >= track.collapse.at:
                start = f'the start "{variant}"' if variant else "the standard start"
                yield Finding(
                    (*path, "effects", track.id),
                    "situation-ends",
                    f"With {start} {shown(track.id)} would be {value}: the game is over at once.",
                    f"Let it add less: {shown(track.id)} collapses at {track.collapse.at}.",
                )
                return
