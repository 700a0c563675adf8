"""Rules of a doctrine that never decide, and wishes that are never granted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, get_args

from game.authoring.clause import needless, never, place_of, reason
from game.authoring.reach import Reach
from game.scenario.doctrine import SURE, WAYS, Maxim, Question, Wish
from game.scenario.reading.finding import Finding
from game.scenario.reading.places import Path

_ALL: Final[tuple[Question, ...]] = get_args(Question)


def doctrines(reach: Reach) -> Iterator[Finding]:
    """What is odd about doctrines."""
    playing = reach.while_playing()
    for index, doctrine in enumerate(reach.scenario.doctrines):
        for number, rule in enumerate(doctrine.rules):
            path = ("doctrines", index, "rules", number)
            yield from _wishes(path, rule)
            yield from _shadow(path, doctrine.rules[:number], rule)
            condition = never(rule.when, playing)
            if condition is not None:
                place = place_of((*path, "when"), rule.when, condition)
                message = f"This rule never decides: {reason(condition, playing)}."
                hint = "Change the condition or take the rule out."
                yield Finding(place, "doctrine-rule-never", message, hint)
            else:
                yield from needless((*path, "when"), rule.when, playing, "in every round")


def _wishes(path: Path, rule: Maxim) -> Iterator[Finding]:
    """Wishes for decisions that nobody is asked for."""
    open_ = {way for question in rule.asked or _ALL for way in WAYS[question]}
    for index, wish in enumerate(rule.prefer):
        if wish.ways and open_.isdisjoint(wish.ways):
            yield Finding(
                (*path, "prefer", index, "ways"),
                "doctrine-wish-never",
                f"This wish is never granted: {' or '.join(wish.ways)} is no answer to "
                f"{' or '.join(rule.asked)}.",
                "Change ways, or what the rule is asked.",
            )


def _shadow(path: Path, earlier: tuple[Maxim, ...], rule: Maxim) -> Iterator[Finding]:
    """A rule all of whose questions are surely answered before."""
    taken = {question for each in earlier for question in _answers(each)}
    if taken.issuperset(rule.asked or _ALL):
        yield Finding(
            path,
            "doctrine-rule-never",
            "This rule never decides: the ones before it answer every question that it speaks to.",
            "Move it up, or give the others conditions.",
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
