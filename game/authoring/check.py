"""Checks of what a scenario comes to in play: what can never happen, and what always does.

These are warnings, for such a scenario can be played. Each of them is certain: they rest on
``Reach``, which counts as possible whatever might be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path as File
from typing import Final

from game.authoring.characters import characters, check_character_text, text_of_character
from game.authoring.clause import Range, needless, never, place_of, reason
from game.authoring.doctrines import doctrines
from game.authoring.forks import forks
from game.authoring.hours import hours
from game.authoring.loops import loops
from game.authoring.payoffs import payoffs
from game.authoring.reach import Reach
from game.authoring.spoken import words
from game.authoring.sums import check_translation
from game.scenario.catalogue import read_text, side_file
from game.scenario.model import Attack, Headline, Motion, Scenario
from game.scenario.reading.fault_log import FaultLog
from game.scenario.reading.faults import Fault, ScenarioError
from game.scenario.reading.finding import Finding
from game.scenario.reading.places import Path
from game.scenario.reading.read import read

MANY: Final = 512
"""So many decisions at a time a search looks at, and nobody reads more."""


def check(name: str | File) -> tuple[Fault, ...]:
    """All faults of a scenario, translation or character: its errors, or else its warnings.

    Args:
        name: an id or a file, as for ``load``; or the side file of a translation; or the file of
            a character, or the id of one that ships with the game.
    """
    if translation := side_file(name):
        return check_translation(*translation)
    try:
        if found := text_of_character(name):
            return check_character_text(*found)
        text, where = read_text(name)
    except ScenarioError as error:
        return error.faults
    return check_text(text, where)


def check_text(text: str, where: str) -> tuple[Fault, ...]:
    """All faults of a scenario's text: its errors, or if it has none its warnings."""
    log = FaultLog(text, where)
    try:
        scenario = read(log)
    except ScenarioError as error:
        return error.faults
    for finding in findings(scenario):
        log.warning(finding)
    return log.in_order()


def findings(scenario: Scenario) -> Iterator[Finding]:
    """What is odd about a scenario that has no errors."""
    reach = Reach(scenario)
    yield from _tracks(reach)
    yield from _sides(reach)
    yield from _motions(reach)
    yield from forks(reach)
    yield from _arguments(reach)
    yield from _acts(reach)
    yield from _headlines(reach)
    yield from _drifts(reach)
    yield from _objectives(reach)
    yield from payoffs(scenario)
    yield from _silence(reach)
    yield from hours(reach)
    yield from words(reach)
    yield from doctrines(reach)
    yield from characters(scenario)


# ---------------------------------------------------------------------- tracks and sides


def _tracks(reach: Reach) -> Iterator[Finding]:
    for index, track in enumerate(reach.scenario.tracks):
        most = reach.numbers[track.id][1]
        if track.collapse is not None and most < track.collapse.at:
            yield Finding(
                ("tracks", index, "collapse", "at"),
                "collapse-never",
                f'"{track.id}" never reaches {track.collapse.at}; {most} is the most.',
                "Let it collapse earlier, let more raise it, or take the collapse out.",
            )


def _sides(reach: Reach) -> Iterator[Finding]:
    scenario = reach.scenario
    for index, side in enumerate(scenario.sides):
        path = ("sides", index)
        low, high = reach.numbers[f"{side.id}_score"]
        gains = [each.points for each in scenario.objectives if each.side == side.id]
        most = high + sum(points for points in gains if points > 0)
        least = low + sum(points for points in gains if points < 0)
        if most < side.threshold:
            yield Finding(
                (*path, "threshold"),
                "threshold-never",
                f'"{side.id}" never reaches {side.threshold}; {most} is the most.',
                "Lower the threshold, or let motions, acts and objectives be worth more.",
            )
        if least >= side.threshold:
            yield Finding(
                (*path, "threshold"),
                "threshold-always",
                f'"{side.id}" reaches {side.threshold} in every game; {least} is the least.',
                "Raise the threshold.",
            )
        if (count := reach.decisions(side.id)) > MANY:
            yield Finding(
                ("motions",),
                "many-decisions",
                f'"{side.id}" may have up to {count} decisions to choose from at a time.',
                f"A search looks at {MANY} of them, and people lose their way: let fewer arguments "
                "support a motion, or let the side hold fewer.",
            )
        if not any(side.id in sides for sides in reach.motions.values()) and not any(
            act.side == side.id and act.id in reach.acts for act in scenario.acts
        ):
            yield Finding(
                path,
                "side-idle",
                f'"{side.id}" can never table a motion or take an act.',
                "All it can do is consult: give it an act, or an argument for a motion.",
            )
    if scenario.sides[0].color == scenario.sides[1].color:
        yield Finding(
            ("sides", 1, "color"),
            "same-colour",
            "Both sides have the same colour.",
            "Give this one another.",
        )


# ---------------------------------------------------------------------- motions


def _motions(reach: Reach) -> Iterator[Finding]:
    playing = reach.while_playing()
    for index, motion in enumerate(reach.scenario.motions):
        path = ("motions", index)
        if motion.carried_at_start:
            continue
        if motion.id in reach.motions:
            yield from needless((*path, "needs"), motion.needs, playing, "in every round")
        else:
            place, why = _closed(reach, motion, path)
            message = f'"{motion.id}" can never be tabled: {why}.'
            yield Finding(
                place, "motion-never", message, "Change what keeps it shut, or take it out."
            )


def _closed(reach: Reach, motion: Motion, path: Path) -> tuple[Path, str]:
    """Why a motion can never be tabled, and the place to look at."""
    playing = reach.while_playing()
    if other := reach.shut(motion):
        if other in reach.settled:
            return (
                *path,
                "id",
            ), f'it and "{other}", which is carried from the start, exclude each other'
        return (*path, "needs"), f'it needs "{other}", which is excluded by then'
    condition = never(reach.hurdles(motion), playing)
    if condition is not None:
        why = reason(condition, playing)
        if any(condition is each for each in motion.needs):
            return place_of((*path, "needs"), motion.needs, condition), why
        return (*path, "tier"), f"tier {motion.tier} is closed, for {why}"
    if not motion.tags and not motion.backs:
        return (*path, "tags"), "it has no tag that an argument could support"
    if not reach.backed[motion.id]:
        return (*path, "tags"), "no argument supports any of its tags"
    price = reach.price(motion, reach.borne())
    return (*path, "cost"), f"no side that could back it ever has the {price} that it costs"


# ---------------------------------------------------------------------- arguments


def _arguments(reach: Reach) -> Iterator[Finding]:
    playing = reach.while_playing()
    answered = _answered(reach, playing)
    for index, argument in enumerate(reach.scenario.arguments):
        path = ("arguments", index)
        if not reach.played[argument.id]:
            yield Finding(
                (*path, "id"),
                "argument-never",
                f'"{argument.id}" supports no motion that can be tabled and can answer nothing.',
                "Nobody will ever play it: let it support a tag or attack an argument.",
            )
            continue
        for place, attack in enumerate(argument.attacks):
            yield from _attack(reach, (*path, "attacks", place), argument.held_by, attack, playing)
        for side in reach.sides if reach.scenario.debate.longest > 1 else ():
            other = reach.sides[1 - reach.sides.index(side)]
            if side in reach.played[argument.id] and other not in answered[argument.id]:
                yield Finding(
                    (*path, "id"),
                    "argument-unanswered",
                    f'"{other}" has no answer to "{argument.id}" when "{side}" plays it.',
                    f'Let an argument that "{other}" holds attack it.',
                )


def _attack(
    reach: Reach, path: Path, held_by: tuple[str, ...], attack: Attack, playing: Range
) -> Iterator[Finding]:
    condition = never(attack.when, playing)
    if condition is not None:
        place = place_of((*path, "when"), attack.when, condition)
        message = f"This attack is never open: {reason(condition, playing)}."
        yield Finding(place, "attack-never", message, "Change the condition or take it out.")
        return
    players = reach.played[attack.target]  # if there are none, that is said of the target
    if players and not any(players - {side} for side in held_by):
        message = f'This attack never meets "{attack.target}" on the other side.'
        hint = "Only what the other side plays can be answered: see who holds what."
        yield Finding((*path, "target"), "attack-never", message, hint)
        return
    yield from needless((*path, "when"), attack.when, playing, "in every debate")


def _answered(reach: Reach, playing: Range) -> Mapping[str, set[str]]:
    """For each argument the sides that hold one that can ever answer it."""
    sides: dict[str, set[str]] = {argument.id: set() for argument in reach.scenario.arguments}
    for argument in reach.scenario.arguments:
        for attack in argument.attacks:
            if never(attack.when, playing) is None:
                sides[attack.target].update(argument.held_by)
    return sides


# ---------------------------------------------------------------------- the rest


def _acts(reach: Reach) -> Iterator[Finding]:
    for index, act in enumerate(reach.scenario.acts):
        if act.id not in reach.acts:
            most = reach.numbers[f"{act.side}_capital"][1]
            yield Finding(
                ("acts", index, "cost"),
                "act-never",
                f'"{act.id}" can never be taken: it costs {act.cost}, and "{act.side}" never has '
                f"more than {most}.",
                "Make it cheaper, or let the side have more capital.",
            )


def _headlines(reach: Reach) -> Iterator[Finding]:
    for index, headline in enumerate(reach.scenario.headlines):
        path = ("headlines", index)
        if not reach.in_time(headline):
            yield _out_of_time(reach, path, headline)
            continue
        range_ = reach.at_draw(headline)
        condition = never(headline.when, range_)
        if condition is not None:
            message = f'"{headline.id}" never strikes: {reason(condition, range_)}.'
            hint = (
                "Change the condition; unless it is a flash it is asked a round before it strikes."
            )
            place = place_of((*path, "when"), headline.when, condition)
            yield Finding(place, "headline-never", message, hint)
        else:
            when = "whenever it could be drawn in time"
            yield from needless((*path, "when"), headline.when, range_, when)


def _out_of_time(reach: Reach, path: Path, headline: Headline) -> Finding:
    """That there is no round in which a headline could strike."""
    if reach.rounds == 1 and not headline.flash:
        message = f'"{headline.id}" never strikes: it would in round 2, and there is none.'
        return Finding((*path, "id"), "headline-never", message, "Make it a flash.")
    first = 1 if headline.flash else 2
    if headline.until_round is not None and headline.until_round < first:
        message = f'"{headline.id}" never strikes: it is drawn a round before, and no round is.'
        hint = "Make it a flash, or let its window reach round 2."
        return Finding((*path, "until_round"), "window-shut", message, hint)
    message = (
        f'"{headline.id}" never strikes: its window opens after round {reach.rounds}, the last.'
    )
    hint = "Let its window open earlier."
    return Finding((*path, "from_round"), "window-shut", message, hint)


def _drifts(reach: Reach) -> Iterator[Finding]:
    range_ = reach.at_close()
    for index, drift in enumerate(reach.scenario.drifts):
        path = ("drifts", index, "when")
        condition = never(drift.when, range_)
        if condition is not None:
            message = f'"{drift.id}" never applies: {reason(condition, range_)}.'
            hint = "Change the condition or take the drift out."
            yield Finding(place_of(path, drift.when, condition), "drift-never", message, hint)
        else:
            yield from needless(path, drift.when, range_, "at every close")
    for chain in loops(reach):
        index = next(
            place for place, each in enumerate(reach.scenario.drifts) if each.id == chain[0]
        )
        yield Finding(
            ("drifts", index, "id"),
            "drift-loop",
            f"This drift furthers its own conditions: {' -> '.join((*chain, chain[0]))}.",
            "Once it applies it may go on round after round: let something else bring it about.",
        )


def _objectives(reach: Reach) -> Iterator[Finding]:
    range_ = reach.at_end()
    for index, objective in enumerate(reach.scenario.objectives):
        path = ("objectives", index, "when")
        condition = never(objective.when, range_)
        if condition is not None:
            message = f'"{objective.id}" is never met: {reason(condition, range_)}.'
            hint = "Change the condition; it is asked when the last round is over."
            yield Finding(
                place_of(path, objective.when, condition), "objective-never", message, hint
            )
        else:
            yield from needless(path, objective.when, range_, "at every end without collapse")


def _silence(reach: Reach) -> Iterator[Finding]:
    playing, path = reach.while_playing(), ("silence", "when")
    when = reach.scenario.silence.when
    condition = never(when, playing)
    if condition is not None:
        message = f"Silence is never held against anybody: {reason(condition, playing)}."
        hint = "Change the condition, or write silence = 0 in debate."
        yield Finding(place_of(path, when, condition), "silence-never", message, hint)
    else:
        yield from needless(path, when, playing, "in every debate")
