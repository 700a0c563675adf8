"""Checks of doctrines: a case without a rule, a rule that never decides, a condition that says
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, get_args

from attrs import frozen

from game.scenario.doctrine import Conduct, Doctrine, Maxim, Question, Standing, Way, Wish
from game.scenario.model import Scenario
from game.scenario.reading.places import Path

WAYS: Final[Mapping[Question, tuple[Way, ...]]] = {
    "headline": ("choose",),
    "turn": ("consult", "act", "table"),
    "reply": ("accept", "decline", "rebut"),
    "floor": ("rejoin", "stop"),
    "yield": ("yield", "walk_out"),
    "concede": ("concede", "withdraw"),
}
"""The kinds of decision that answer each question."""

SURE: Final[Mapping[Question, tuple[Way, ...]]] = {
    "headline": ("choose",),
    "turn": ("consult",),
    "reply": ("accept", "decline"),
    "floor": ("stop",),
    "yield": ("yield", "walk_out"),
    "concede": ("concede", "withdraw"),
}
"""Those of them that are always open."""

_ALL: Final[tuple[Question, ...]] = get_args(Question)


@frozen
class Flaw:
    """What is wrong with a doctrine, and where.

    ``broken`` says that the scenario cannot be used so; otherwise it is only odd.
    """

    path: Path
    code: str
    message: str
    hint: str
    broken: bool = True


def check_doctrines(scenario: Scenario) -> tuple[Flaw, ...]:
    """All that is wrong with the doctrines of a scenario, as far as can be told without play."""
    return tuple(
        flaw
        for index, doctrine in enumerate(scenario.doctrines)
        for flaw in _doctrine(("doctrines", index), doctrine)
    )


RESERVED: Final = ("human", "random", "search")
"""What seats are called that are there in every game."""


def _doctrine(path: Path, doctrine: Doctrine) -> Iterator[Flaw]:
    if doctrine.id in RESERVED:
        yield Flaw(
            (*path, "id"),
            "reserved-id",
            f'"{doctrine.id}" cannot be the id of a doctrine.',
            "A seat that is there in every game is called so.",
        )
    for index, rule in enumerate(doctrine.rules):
        place = (*path, "rules", index)
        for number, conduct in enumerate(rule.conduct):
            yield from _conduct((*place, "conduct", number), conduct)
        for number, standing in enumerate(rule.standing):
            yield from _standing((*place, "standing", number), standing)
        yield from _wishes(place, rule)
        yield from _shadow(place, doctrine.rules[:index], rule)
    if not doctrine.rules or not doctrine.rules[-1].prefer:
        return  # a fault has been noted for that
    last = doctrine.rules[-1]
    if last.asked or last.when or last.conduct or last.standing or last.prefer[-1] != Wish():
        yield Flaw(
            (*path, "rules", len(doctrine.rules) - 1),
            "doctrine-no-end",
            f'The last rule of "{doctrine.id}" does not fit every case.',
            "Add a rule without asked and without conditions, whose last wish is {}.",
        )


def _conduct(path: Path, conduct: Conduct) -> Iterator[Flaw]:
    bounds = conduct.at_least is not None or conduct.at_most is not None
    if conduct.last is not None:
        if not conduct.last or bounds or conduct.rounds is not None or conduct.deed == "rebutted":
            yield Flaw(
                path,
                "conduct-last",
                "This condition on conduct asks for the latest deed and for something else.",
                "Write last = true alone, and not of rebutted; or count with at_least or at_most.",
            )
    elif not bounds:
        yield Flaw(
            path,
            "conduct-bounds",
            "This condition on conduct does not say how often.",
            "Add at_least or at_most, or last = true.",
        )


def _standing(path: Path, standing: Standing) -> Iterator[Flaw]:
    if standing.at_least is None and standing.at_most is None:
        yield Flaw(
            path,
            "standing-bounds",
            "This condition names a standing and does not say how much.",
            "Add at_least or at_most.",
        )


def _wishes(path: Path, rule: Maxim) -> Iterator[Flaw]:
    """Wishes for decisions that nobody is asked for."""
    open_ = {way for question in rule.asked or _ALL for way in WAYS[question]}
    for index, wish in enumerate(rule.prefer):
        if wish.ways and open_.isdisjoint(wish.ways):
            yield Flaw(
                (*path, "prefer", index, "ways"),
                "doctrine-wish-never",
                f"This wish is never granted: {' or '.join(wish.ways)} is no answer to "
                f"{' or '.join(rule.asked)}.",
                "Change ways, or what the rule is asked.",
                broken=False,
            )


def _shadow(path: Path, earlier: tuple[Maxim, ...], rule: Maxim) -> Iterator[Flaw]:
    """A rule all of whose questions are surely answered before."""
    taken = {question for each in earlier for question in _answers(each)}
    if taken.issuperset(rule.asked or _ALL):
        yield Flaw(
            path,
            "doctrine-rule-never",
            "This rule never decides: the ones before it answer every question that it speaks to.",
            "Move it up, or give the others conditions.",
            broken=False,
        )


def _answers(rule: Maxim) -> Iterator[Question]:
    """The questions that a rule answers in every position."""
    if rule.when or rule.conduct or rule.standing:
        return
    for question in rule.asked or _ALL:
        for wish in rule.prefer:
            fits = not wish.ways or any(way in wish.ways for way in SURE[question])
            if fits and wish == Wish(ways=wish.ways, best=wish.best):
                yield question
                break
