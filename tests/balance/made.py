"""Matches made up for tests, and real ones between quick players."""

from __future__ import annotations

from functools import cache

from game.balance.contest import Contest, compete
from game.balance.facts import Facts
from game.balance.series import Seen
from game.rules import Rulebook
from game.scenario import Scenario, load


@cache
def shipped() -> Scenario:
    """The scenario that comes with the game."""
    return load("shared-enemy")


@cache
def rulebook() -> Rulebook:
    """It, compiled."""
    return Rulebook(shipped())


def made(payoffs: tuple[int, int] = (20, 20), verdict: str = "frozen", **more: object) -> Facts:
    """A match with some facts."""
    given: dict[str, object] = {
        "seats": ("a", "b"),
        "seed": 1,
        "variant": "",
        "verdict": verdict,
        "payoffs": payoffs,
        "final": (10, 12),
        "collapsed": ("threat",) if verdict == "collapse" else (),
        "rounds": 8,
        "decisions": 60,
        "choices": 40,
        "situation": "quiet",
        "carried": ("train",),
        "tabled": (),
        "headlines": (),
        "scores": ((1, 2),) * 8,
        "tracks": (4, 6, 3, 6, 5),
        "kinds": {"consult": 3, "table": 10, "act": 7, "accept": 10},
        "offered": {},
        "taken": {},
    }
    return Facts(**{**given, **more})  # type: ignore[arg-type]  # a table of all fields


def seen(*facts: Facts) -> tuple[Seen, ...]:
    """Matches that the first seat played on the first side."""
    return tuple(Seen(each, 0) for each in facts)


@cache
def played(seats: tuple[str, str], seed: int) -> Facts:
    """A real match of the shipped scenario."""
    return compete(rulebook(), Contest(seats, seed))
