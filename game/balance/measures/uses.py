"""What of a scenario is used: motions, branches of forks, acts, arguments, options, headlines."""

from __future__ import annotations

from collections.abc import Sequence

from game.balance.measures.measure import FigureOf, Sample, hits
from game.interval import ratio, share
from game.scenario.model import Scenario


def motions(asked: Sample) -> list[FigureOf]:
    """Each motion, in which share of the games it is carried."""
    known = [each.id for each in asked.scenario.motions if not each.carried_at_start]
    if asked.of:
        known = [each for each in known if each in asked.motions]
    return [
        FigureOf(name, hits(asked, lambda game, name=name: name in game.facts.carried))  # type: ignore[misc]
        for name in asked.kept(known)
    ]


def branches(asked: Sample) -> list[FigureOf]:
    """Each branch of a fork, of the games in which one of the fork is carried."""
    items = []
    for name, fork in forks(asked.scenario).items():
        games = [
            frozenset(game.facts.carried) for game in asked.games
            if not fork.isdisjoint(game.facts.carried)
        ]  # fmt: skip
        items.append(FigureOf(name, share(sum(name in each for each in games), len(games))))
    return items


def forks(scenario: Scenario) -> dict[str, frozenset[str]]:
    """Per branch of a fork the branch itself and those that it rules out, or is ruled out by."""
    found: dict[str, set[str]] = {}
    for motion in scenario.motions:
        for other in motion.excludes:
            found.setdefault(motion.id, {motion.id}).add(other)
            found.setdefault(other, {other}).add(motion.id)
    order = [each.id for each in scenario.motions if each.id in found]
    return {name: frozenset(found[name]) for name in order}


def acts(asked: Sample) -> list[FigureOf]:
    """Each act, of the times that it could be taken."""
    return _taken(asked, "act", [each.id for each in asked.scenario.acts])


def arguments(asked: Sample) -> list[FigureOf]:
    """Each argument, of the times that it could be played."""
    return _taken(asked, "argument", [each.id for each in asked.scenario.arguments])


def options(asked: Sample) -> list[FigureOf]:
    """Each option of a headline, of the times that it could be chosen."""
    known = [
        f"{each.id}/{letter}"
        for each in asked.scenario.headlines
        if each.choice is not None
        for letter, _ in zip("AB", each.choice.options, strict=True)
    ]
    return _taken(asked, "option", known)


def headlines(asked: Sample) -> list[FigureOf]:
    """Each headline, in which share of the games it is drawn."""
    return [
        FigureOf(name, hits(asked, lambda game, name=name: name in game.facts.headlines))  # type: ignore[misc]
        for name in asked.kept([each.id for each in asked.scenario.headlines])
    ]


def _taken(asked: Sample, kind: str, known: Sequence[str]) -> list[FigureOf]:
    return [
        FigureOf(
            name,
            ratio(
                [game.facts.taken.get(f"{kind}:{name}", 0) for game in asked.games],
                [game.facts.offered.get(f"{kind}:{name}", 0) for game in asked.games],
            ),
        )
        for name in asked.kept(known)
    ]
