"""Whole games to keep, to damage and to compare with.

``WELL`` is a scenario of four kilobytes that has a draw, a choice, a flash and debates; its
journals are short enough to try every byte of. ``shipped_text`` is the game itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from game.files.disk import Disk
from game.match import Alternative, ByMaxim, Expected, Intent, Journal, Match
from game.match.chance import draw64
from game.match.event import Closed
from game.rules import Rulebook, State, play, start
from tests.books import RULES_3

WELL = (Path(__file__).parent / "small.toml").read_text(encoding="utf-8")

MOMENT = "2026-01-31T12:00:00Z"

SAVE = Path("/saves/game.jsonl")
"""Where a save lies on a disk that is only in memory."""


@cache
def shipped_text() -> str:
    """The text of the scenario that comes with the game."""
    return RULES_3.read_text(encoding="utf-8")


def new(
    text: str = WELL,
    *,
    seed: int = 1,
    journal: Journal | None = None,
    variant: str | None = None,
    title: str = "",
    seats: tuple[str, str] = ("human", "random"),
    characters: Mapping[str, str] | None = None,
) -> Match:
    """A match that began at a fixed moment; if nothing is said, of a person and a random seat."""
    return Match.new(
        text,
        "small.toml",
        seats=seats,
        seed=seed,
        variant=variant,
        journal=journal,
        title=title,
        characters=characters,
        clock=lambda: MOMENT,
    )


def some_decision(match: Match, seed: int) -> str:
    """One of the legal decisions, always the same for the same seed and point of the game."""
    options, past = match.legal(), sum(not isinstance(each, Closed) for each in match.events)
    return options[draw64(seed, past) % len(options)].text


def some_intent(match: Match, seed: int) -> Intent:
    """Something that an opponent could have in mind, as far as the form goes."""
    doctrines, options = match.scenario.doctrines, match.legal()
    if doctrines and seed % 2:
        doctrine = doctrines[seed % len(doctrines)]
        rule = seed % len(doctrine.rules)
        return ByMaxim(doctrine.id, rule, seed % len(doctrine.rules[rule].prefer))
    line = tuple(each.text for each in options[: seed % 4])
    instead = Alternative(options[-1].text, (seed % 101, -1), line) if seed % 3 else None
    return Expected(seed % 800, (seed % 97, seed % 89), line, instead)


def play_out(
    match: Match, seed: int, *, reasons: bool = False, intents: bool = False, most: int = 10_000
) -> Match:
    """Play a match to its verdict, or for so many decisions of the sides."""
    for _ in range(most):
        if match.over:
            break
        ply = len(match.decisions)
        reason = f"ply {ply}" if reasons else ""
        intent = some_intent(match, draw64(seed, ply)) if intents else None
        match.decide(some_decision(match, seed), reason=reason, intent=intent)
    return match


def whole(
    disk: Disk,
    seed: int,
    text: str = WELL,
    *,
    variant: str | None = None,
    reasons: bool = False,
) -> Match:
    """A game played to its verdict on a disk, and put away."""
    journal = Journal(SAVE, disk)
    match = play_out(new(text, seed=seed, journal=journal, variant=variant), seed, reasons=reasons)
    match.close()
    return match


def texts(match: Match) -> list[str]:
    """The decisions as texts."""
    return [decision.text for decision in match.decisions]


def positions(book: Rulebook, decisions: list[str]) -> list[State]:
    """Every position of a game, by the rules alone."""
    found = [start(book)]
    for decision in decisions:
        found.append(play(book, found[-1], book.decision(decision)).state)
    return found
