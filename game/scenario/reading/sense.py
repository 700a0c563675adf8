"""Checks of numbers and shapes that the rules rely on when they compile a scenario.

As with names, what a faulty place says is not judged a second time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.scenario.model import Argument, Scale, Scenario, Track
from game.scenario.reading.doctrine_checks import check_doctrines
from game.scenario.reading.fault_log import Page
from game.scenario.reading.forks import check_forks
from game.scenario.reading.hours import check_hours
from game.scenario.reading.names import THAW, endings
from game.scenario.reading.places import Path
from game.scenario.reading.spoken import check_words
from game.scenario.reading.windows import check_window
from game.scenario.terms import Condition
from game.text import shown
from game.text.names import nearest


def check_sense(page: Page, scenario: Scenario) -> None:
    """Note every fault of numbers and shapes."""
    for index, track in enumerate(scenario.tracks):
        _scale(page, ("tracks", index), track)
        _collapse(page, ("tracks", index, "collapse", "at"), track)
        _danger(page, ("tracks", index, "danger"), track)
    for index, side in enumerate(scenario.sides):
        _scale(page, ("sides", index, "capital"), side.capital)
        _scale(page, ("sides", index, "score"), side.score)
        _purse(page, ("sides", index, "capital", "min"), side.capital)
    _conditions(page, scenario)
    _tiers(page, scenario)
    _attacks(page, scenario)
    _headlines(page, scenario)
    check_forks(page, scenario)
    check_hours(page, scenario)
    check_words(page, scenario)
    _of_the_time(page, scenario)
    _round_names(page, scenario)
    _epilogues(page, scenario)
    _variants(page, scenario)
    _laurels(page, scenario)
    _doctrines(page, scenario)


def _scale(page: Page, path: Path, scale: Scale | Track) -> None:
    start, low, high = (*path, "start"), (*path, "min"), (*path, "max")
    if not page.sound(low, high):
        return
    if scale.min > scale.max:
        page.error(
            low, "empty-range", f"The range from {scale.min} to {scale.max} is empty.", "Swap them."
        )
    elif page.sound(start) and not scale.min <= scale.start <= scale.max:
        page.error(
            start,
            "start-outside",
            f"The start {scale.start} lies outside the range.",
            f"Start from {scale.min} to {scale.max}, or widen the range.",
        )


def _purse(page: Page, path: Path, capital: Scale) -> None:
    if capital.min < 0 and page.sound(path):
        page.error(
            path,
            "negative-capital",
            f"Capital cannot fall to {capital.min}.",
            "Write 0 or more: nobody pays with what is not there.",
        )


def _collapse(page: Page, path: Path, track: Track) -> None:
    base = path[:-2]
    around = tuple((*base, key) for key in ("start", "min", "max"))
    if track.collapse is None or not page.sound(path, *around):
        return
    at = track.collapse.at
    if at > track.max:
        page.error(
            path,
            "collapse-outside",
            f"The track never reaches {at}.",
            f"Let it collapse at {track.max} or below, or raise its max.",
        )
    elif at <= track.start:
        page.error(
            path,
            "collapse-at-start",
            f"The track starts at {track.start}, so the game would collapse at once.",
            f"Let it collapse above {track.start}.",
        )


def _danger(page: Page, path: Path, track: Track) -> None:
    danger = track.danger
    if danger is None or not page.sound(path, (*path, "at_least"), (*path, "at_most")):
        return
    if danger.at_least is None and danger.at_most is None:
        page.error(
            path,
            "danger-bounds",
            "The danger does not say from where on it begins.",
            "Add at_least or at_most.",
        )


# ---------------------------------------------------------------------- conditions


def _conditions(page: Page, scenario: Scenario) -> None:
    for index, motion in enumerate(scenario.motions):
        _clause(page, ("motions", index, "needs"), motion.needs)
    for index, argument in enumerate(scenario.arguments):
        for place, attack in enumerate(argument.attacks):
            _clause(page, ("arguments", index, "attacks", place, "when"), attack.when)
    lists: tuple[tuple[str, Any], ...] = (
        ("headlines", scenario.headlines),
        ("drifts", scenario.drifts),
        ("objectives", scenario.objectives),
    )
    for name, entries in lists:
        for index, entry in enumerate(entries):
            _clause(page, (name, index, "when"), entry.when)
    _clause(page, ("silence", "when"), scenario.silence.when)
    for index, press in enumerate(scenario.press):
        _clause(page, ("press", index, "when"), press.when)
    for index, paragraph in enumerate(scenario.aftermath):
        _clause(page, ("aftermath", index, "when"), paragraph.when)
    for index, doctrine in enumerate(scenario.doctrines):
        for place, rule in enumerate(doctrine.rules):
            _clause(page, ("doctrines", index, "rules", place, "when"), rule.when)


def _clause(page: Page, path: Path, conditions: tuple[Condition, ...]) -> None:
    for index, condition in enumerate(conditions):
        place = (*path, index)
        if not any(broken[: len(place)] == place for broken in page.broken):
            _condition(page, place, condition)


def _condition(page: Page, path: Path, condition: Condition) -> None:
    subjects = ("track", "tag", "carried", "in_play", "round", "from_round")
    named = [name for name in subjects if getattr(condition, name) is not None]
    bounds = [name for name in ("at_least", "at_most") if getattr(condition, name) is not None]
    if len(named) != 1:
        found = " and ".join(named) or "nothing"
        page.error(
            path,
            "condition-subject",
            f"This condition is about {found}.",
            "Write for each thing a condition of its own, side by side in the list."
            if named
            else "Write what it is about.",
            known=subjects,
        )
        return
    subject = named[0]
    if subject == "in_play" and not condition.in_play:
        page.error(
            (*path, "in_play"),
            "condition-in-play",
            "The condition says in_play = false, which means nothing.",
            "Write in_play = true with at_least or at_most, or take the condition out.",
        )
    if subject in ("track", "tag", "in_play"):
        if not bounds:
            page.error(
                path,
                "condition-bounds",
                f"This condition names a {subject.replace('_', ' ')} and does not say how much.",
                "Add at_least or at_most.",
            )
    elif bounds:
        page.error(
            (*path, bounds[0]),
            "condition-bounds",
            f"A condition on {subject} has no {bounds[0]}.",
            "Take it out.",
            part="key",
        )


# ---------------------------------------------------------------------- the rest


def _tiers(page: Page, scenario: Scenario) -> None:
    if not page.sound(("ladder", "tiers")):
        return
    count = len(scenario.ladder.tiers)
    for index, motion in enumerate(scenario.motions):
        path = ("motions", index, "tier")
        if motion.tier > count and page.sound(path):
            page.error(
                path,
                "unknown-tier",
                f"There is no tier {motion.tier}.",
                f"Write a tier from 1 to {count}, or add one to the ladder.",
            )


def _attacks(page: Page, scenario: Scenario) -> None:
    for index, argument in enumerate(scenario.arguments):
        _cases(page, ("arguments", index), argument)
        seen: set[str] = set()
        for place, attack in enumerate(argument.attacks):
            path = ("arguments", index, "attacks", place, "target")
            if attack.target in seen and page.sound(path):
                page.error(
                    path,
                    "repeated-attack",
                    f"{shown(argument.id)} attacks {shown(attack.target)} twice.",
                    "Take one of them out; all conditions of an attack stand in one list.",
                )
            seen.add(attack.target)


def _cases(page: Page, path: Path, argument: Argument) -> None:
    """Whether each side that holds an argument has words for it, and nobody else."""
    if isinstance(argument.case, str) or not page.sound((*path, "case"), (*path, "held_by")):
        return
    for side in argument.held_by:
        if side not in argument.case:
            page.error(
                (*path, "case"),
                "missing-case",
                f"{shown(side)} holds {shown(argument.id)} and has no words for it.",
                f"Add {side} = to its case.",
            )
    for side in argument.case:
        if side not in argument.held_by and page.sound((*path, "case", side)):
            page.error(
                (*path, "case", side),
                "idle-case",
                f"{shown(side)} has words for {shown(argument.id)} and does not hold it.",
                "Take them out, or add the side to held_by.",
                part="key",
            )


def _headlines(page: Page, scenario: Scenario) -> None:
    for index, headline in enumerate(scenario.headlines):
        path = ("headlines", index)
        check_window(page, path, headline.from_round, headline.until_round)
        if headline.choice is None:
            continue
        if headline.effects:
            page.error(
                (*path, "effects"),
                "choice-and-effects",
                "The headline asks a side for a choice and has effects of its own.",
                "Put the effects into both options.",
                part="key",
            )
        if headline.flash:
            page.error(
                (*path, "flash"),
                "choice-and-flash",
                "A flash cannot ask for a choice.",
                "It strikes while it is drawn, when nobody can be asked: take flash or choice out.",
            )


def _epilogues(page: Page, scenario: Scenario) -> None:
    if not page.sound(("epilogues",)) or any(
        path[:1] == ("sides",) and (len(path) < 3 or path[2] == "id") for path in page.broken
    ):
        return
    named = endings(side.id for side in scenario.sides)
    if scenario.payoff.thaw_within:
        named = (*named, THAW)
    meant = {nearest(other, named) for other in scenario.epilogues if other not in named}
    for ending in named:
        if ending not in scenario.epilogues and ending not in meant:
            page.error(
                ("epilogues", ending),
                "missing-epilogue",
                f'The ending "{ending}" has no epilogue.',
                f"Add [epilogues.{ending}] with a title and a text.",
                part="key",
            )


def _variants(page: Page, scenario: Scenario) -> None:
    tracks = {track.id: (index, track) for index, track in enumerate(scenario.tracks)}
    ranges: Mapping[str, tuple[int, int]] = {
        **{track.id: (track.min, track.max) for track in scenario.tracks},
        **{f"{side.id}_capital": (side.capital.min, side.capital.max) for side in scenario.sides},
        **{f"{side.id}_score": (side.score.min, side.score.max) for side in scenario.sides},
    }
    if not page.sound(("tracks",), ("sides",)) or any(
        path[0] in ("tracks", "sides") for path in page.broken if path
    ):
        return
    for index, variant in enumerate(scenario.variants):
        for name, start in variant.start.items():
            path = ("variants", index, "start", name)
            if name not in ranges or not page.sound(path):
                continue
            low, high = ranges[name]
            collapse = tracks[name][1].collapse if name in tracks else None
            if not low <= start <= high:
                page.error(
                    path,
                    "start-outside",
                    f"The start {start} lies outside the range of {shown(name)}.",
                    f"Start from {low} to {high}.",
                )
            elif collapse is not None and start >= collapse.at:
                page.error(
                    path,
                    "collapse-at-start",
                    f"{shown(name)} would start at {start}, so the game would collapse at once.",
                    f"Start below {collapse.at}, where it collapses.",
                )


def _of_the_time(page: Page, scenario: Scenario) -> None:
    for index, motion in enumerate(scenario.motions):
        path = ("motions", index, "of_the_time")
        if motion.of_the_time and motion.source and page.sound(path):
            page.error(
                path,
                "time-and-source",
                f"{shown(motion.id)} is a proposal of the time and cites the source.",
                "It is one or the other: take out of_the_time, or source.",
            )


def _round_names(page: Page, scenario: Scenario) -> None:
    path, names = ("round_names",), scenario.round_names
    if names and len(names) != scenario.rounds and page.sound(path, ("rounds",)):
        page.error(
            path,
            "round-names",
            f"There are {len(names)} names for {scenario.rounds} rounds.",
            "Give every round its name, or none.",
        )


def _laurels(page: Page, scenario: Scenario) -> None:
    path = ("payoff", "laurels")
    if scenario.payoff.laurels % 2 and page.sound(path):
        page.error(
            path,
            "odd-laurels",
            f"{scenario.payoff.laurels} laurels cannot be halved.",
            "Write an even number: with equal margins each side gets half of them.",
        )


def _doctrines(page: Page, scenario: Scenario) -> None:
    faulty = {path[:2] for path in page.broken if path[:1] == ("doctrines",)}
    if page.sound(("doctrines",)):
        for flaw in check_doctrines(scenario):
            if flaw.broken and flaw.path[:2] not in faulty:
                page.error(flaw.path, flaw.code, flaw.message, flaw.hint)
