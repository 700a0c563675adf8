"""What is odd about moods and situations."""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.clause import Range, never
from game.authoring.reach import Reach
from game.scenario.chance import Situation
from game.scenario.reading.finding import Finding
from game.scenario.reading.places import Path
from game.scenario.reading.starts import starts


def hours(reach: Reach) -> Iterator[Finding]:
    """What is odd about moods and situations."""
    yield from _unspoken(reach)
    for index, situation in enumerate(reach.scenario.situations):
        for variant, numbers in starts(reach.scenario).items():
            if not _something(reach, situation, dict(numbers)):
                start = f' with the start "{variant}"' if variant else ""
                yield Finding(
                    ("situations", index, "id"),
                    "situation-idle",
                    f'After "{situation.id}"{start} neither side can do anything but consult.',
                    "Bar or spend less, or leave a motion or an act that can be paid for.",
                )
                break


def _unspoken(reach: Reach) -> Iterator[Finding]:
    """Moods to which a side has nothing to say."""
    scenario = reach.scenario
    moods: list[tuple[Path, str | None]] = [(("mood", "start"), scenario.mood.start)]
    moods += [
        (("headlines", index, "mood"), each.mood) for index, each in enumerate(scenario.headlines)
    ]
    moods += [
        (("situations", index, "mood"), each.mood) for index, each in enumerate(scenario.situations)
    ]
    told: set[tuple[str, str]] = set()
    for path, mood in moods:
        for side in reach.sides if mood is not None else ():
            speaks = any(
                each.appeals == mood and side in reach.played[each.id]
                for each in scenario.arguments
            )
            if not speaks and mood is not None and (mood, side) not in told:
                told.add((mood, side))
                yield Finding(
                    path,
                    "mood-unspoken",
                    f'When the hour speaks to "{mood}", "{side}" has no argument that does.',
                    f'Let an argument that "{side}" holds and can play appeal to it.',
                )


def _something(reach: Reach, situation: Situation, numbers: dict[str, int]) -> bool:
    """Whether a side can table a motion or take an act as a situation leaves the first round."""
    for name, amount in situation.effects.items():
        low, high = reach.bounds[name]
        numbers[name] = min(max(numbers[name] + amount, low), high)
    scenario = reach.scenario
    for act in scenario.acts:
        if act.cost <= numbers[f"{act.side}_capital"]:
            return True
    tags = [tag for each in scenario.motions if each.id in reach.settled for tag in each.tags]
    now = Range(
        {name: (value, value) for name, value in numbers.items()},
        {tag: (tags.count(tag), tags.count(tag)) for each in scenario.motions for tag in each.tags},
        frozenset(),
        reach.settled,
        (0, 0),
        (1, 1),
    )
    for motion in scenario.motions:
        closed = motion.id in reach.settled or motion.id in situation.barred
        if closed or reach.twins[motion.id] & reach.settled:
            continue
        if never(reach.hurdles(motion), now) is not None:
            continue
        cost = max(0, motion.cost - sum(tag in tags for tag in motion.tags))
        for side in reach.sides:
            ready = any(
                motion.backed_by(each)
                and side in each.held_by
                and each.id not in situation.spent.get(side, ())
                for each in scenario.arguments
            )
            if ready and cost <= numbers[f"{side}_capital"]:
                return True
    return False
