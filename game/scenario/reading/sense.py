"""Checks of numbers and shapes that the rules rely on when they compile a scenario."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.scenario.model import Act, Headline, Motion, Scale, Scenario, Track
from game.scenario.reading.character_checks import check_characters
from game.scenario.reading.conditions import check_conditions
from game.scenario.reading.doctrine_checks import check_doctrines
from game.scenario.reading.finding import Finding
from game.scenario.reading.places import Path
from game.scenario.speech import Spoken
from game.scenario.stage import Danger
from game.scenario.walk import every
from game.text import shown


def check_sense(scenario: Scenario) -> Iterator[Finding]:
    """Every fault of numbers and shapes."""
    for path, scale in every(Scale, scenario):
        yield from _scale(path, scale)
    for path, track in every(Track, scenario):
        yield from _scale(path, track)
    yield from _purses(scenario)
    yield from _tracks(scenario)
    yield from check_conditions(scenario)
    yield from _tiers(scenario)
    yield from _arguments(scenario)
    yield from _headlines(scenario)
    for path, headline in every(Headline, scenario):
        yield from _window(path, headline)
    for path, line in every(Spoken, scenario):
        yield from _window(path, line)
    yield from _forks(scenario)
    yield from _words(scenario)
    yield from _of_the_time(scenario)
    yield from _round_names(scenario)
    yield from _laurels(scenario)
    yield from check_doctrines(scenario)
    yield from check_characters(scenario)


# ---------------------------------------------------------------------- numbers


def _scale(path: Path, scale: Scale | Track) -> Iterator[Finding]:
    if scale.min > scale.max:
        yield Finding(
            (*path, "min"),
            "empty-range",
            f"The range from {scale.min} to {scale.max} is empty.",
            "Swap them.",
        )
    elif not scale.min <= scale.start <= scale.max:
        yield Finding(
            (*path, "start"),
            "start-outside",
            f"The start {scale.start} lies outside the range.",
            f"Start from {scale.min} to {scale.max}, or widen the range.",
        )


def _purses(scenario: Scenario) -> Iterator[Finding]:
    for index, side in enumerate(scenario.sides):
        if side.capital.min < 0:
            yield Finding(
                ("sides", index, "capital", "min"),
                "negative-capital",
                f"Capital cannot fall to {side.capital.min}.",
                "Write 0 or more: nobody pays with what is not there.",
            )


def _tracks(scenario: Scenario) -> Iterator[Finding]:
    for index, track in enumerate(scenario.tracks):
        if track.collapse is not None:
            yield from _collapse(("tracks", index, "collapse", "at"), track, track.collapse.at)
    for path, danger in every(Danger, scenario):
        if danger.at_least is None and danger.at_most is None:
            yield Finding(
                path,
                "danger-bounds",
                "The danger does not say from where on it begins.",
                "Add at_least or at_most.",
            )


def _collapse(path: Path, track: Track, at: int) -> Iterator[Finding]:
    if at > track.max:
        yield Finding(
            path,
            "collapse-outside",
            f"The track never reaches {at}.",
            f"Let it collapse at {track.max} or below, or raise its max.",
        )
    elif at <= track.start <= track.max:
        yield Finding(
            path,
            "collapse-at-start",
            f"The track starts at {track.start}, so the game would collapse at once.",
            f"Let it collapse above {track.start}.",
        )


def _tiers(scenario: Scenario) -> Iterator[Finding]:
    count = len(scenario.ladder.tiers)
    for index, motion in enumerate(scenario.motions):
        if motion.tier > count:
            yield Finding(
                ("motions", index, "tier"),
                "unknown-tier",
                f"There is no tier {motion.tier}.",
                f"Write a tier from 1 to {count}, or add one to the ladder.",
            )


def _laurels(scenario: Scenario) -> Iterator[Finding]:
    if scenario.payoff.laurels % 2:
        yield Finding(
            ("payoff", "laurels"),
            "odd-laurels",
            f"{scenario.payoff.laurels} laurels cannot be halved.",
            "Write an even number: with equal margins each side gets half of them.",
        )


# ---------------------------------------------------------------------- entries


def _arguments(scenario: Scenario) -> Iterator[Finding]:
    for index, argument in enumerate(scenario.arguments):
        seen: set[str] = set()
        for place, attack in enumerate(argument.attacks):
            if attack.target in seen:
                yield Finding(
                    ("arguments", index, "attacks", place, "target"),
                    "repeated-attack",
                    f"{shown(argument.id)} attacks {shown(attack.target)} twice.",
                    "Take one of them out; all conditions of an attack stand in one list.",
                )
            seen.add(attack.target)


def _headlines(scenario: Scenario) -> Iterator[Finding]:
    for index, headline in enumerate(scenario.headlines):
        path = ("headlines", index)
        if headline.choice is not None and headline.effects:
            yield Finding(
                (*path, "effects"),
                "choice-and-effects",
                "The headline asks a side for a choice and has effects of its own.",
                "Put the effects into both options.",
                part="key",
            )
        if headline.choice is not None and headline.flash:
            yield Finding(
                (*path, "flash"),
                "choice-and-flash",
                "A flash cannot ask for a choice.",
                "It strikes while it is drawn, when nobody can be asked: take flash or choice out.",
            )


def _window(path: Path, timed: Headline | Spoken) -> Iterator[Finding]:
    first, last = timed.from_round, timed.until_round
    if first is not None and last is not None and last < first:
        yield Finding(
            (*path, "until_round"),
            "window-backwards",
            f"The window ends in round {last} and begins in round {first}.",
            "Swap them; both rounds belong to the window.",
        )


def _of_the_time(scenario: Scenario) -> Iterator[Finding]:
    for index, motion in enumerate(scenario.motions):
        if motion.of_the_time and motion.source:
            yield Finding(
                ("motions", index, "of_the_time"),
                "time-and-source",
                f"{shown(motion.id)} is a proposal of the time and cites the source.",
                "It is one or the other: take out of_the_time, or source.",
            )


def _round_names(scenario: Scenario) -> Iterator[Finding]:
    names = scenario.round_names
    if names and len(names) != scenario.rounds:
        yield Finding(
            ("round_names",),
            "round-names",
            f"There are {len(names)} names for {scenario.rounds} rounds.",
            "Give every round its name, or none.",
        )


def _forks(scenario: Scenario) -> Iterator[Finding]:
    """Motions that exclude themselves, or one another while both are carried at the start."""
    settled = {motion.id for motion in scenario.motions if motion.carried_at_start}
    for index, motion in enumerate(scenario.motions):
        for place, name in enumerate(motion.excludes):
            path = ("motions", index, "excludes", place)
            if name == motion.id:
                yield Finding(
                    path,
                    "excludes-itself",
                    f"{shown(name)} excludes itself.",
                    "Name the other branch of the fork.",
                )
            elif name in settled and motion.id in settled:
                yield Finding(
                    path,
                    "fork-settled",
                    f"{shown(motion.id)} and {shown(name)} are both carried at the start.",
                    "Of a fork one branch at most is carried: take one of them out.",
                )


def _words(scenario: Scenario) -> Iterator[Finding]:
    """Lines that stand twice or are about two things, and a voice of nobody."""
    seen: dict[str, int] = {}
    for index, line in enumerate(scenario.lines):
        first = seen.setdefault(line.id, index)
        if line.motion is not None and line.themes:
            yield Finding(
                ("lines", index, "themes"),
                "motion-and-theme",
                "The line is about a motion and about themes.",
                "It is one or the other: take motion or themes out.",
                part="key",
            )
        elif first != index:
            yield Finding(
                ("lines", index),
                "repeated-line",
                f"lines[{first}] is about the same already.",
                "Put its text into the variants of the other.",
            )
    answered: Mapping[str, tuple[Motion | Act, ...]] = {
        "motions": scenario.motions,
        "acts": scenario.acts,
    }
    for table, entries in answered.items():
        for index, each in enumerate(entries):
            if each.voice is not None and scenario.voice is None:
                yield Finding(
                    (table, index, "voice"),
                    "voice-of-nobody",
                    f"Nobody is named who says this of {shown(each.id)}.",
                    "Add [voice] with a name and what it is about.",
                    part="key",
                )
