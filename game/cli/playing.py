"""The commands that play or show a match, in the app or in plain lines."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path

import click

from game.cli.misuse import Misuse
from game.match import Library, Match, saves_directory
from game.match.books import rulebook
from game.opponents import HUMAN, opponent
from game.scenario import Scenario, ScenarioError, read_text
from game.scenario.nearest import nearest
from game.scenario.text import shown

Named = tuple[tuple[str, str], ...]
"""Seats as they were asked for: (side, seat)."""


def library(folder: Path | None) -> Library:
    """The library of the folder that was asked for, or of the usual one."""
    return Library(saves_directory(folder, os.environ))


def show(saves: Library, match: Match | None = None, replay: Path | None = None) -> int:
    """Open the app: at its title, with a match to play, or with a save to look at."""
    _need_terminal()
    from game import tui  # noqa: PLC0415 - Textual, which only the app needs

    return tui.run(saves, start=match, replay=replay)


def begin(
    saves: Library,
    *,
    scenario: str,
    variant: str | None,
    seats: Named,
    seed: int | None,
    save: str | None,
    plain: bool,
) -> int:
    """Begin a match and play it."""
    if not plain:
        _need_terminal()
    text, where = _text(scenario)
    book = rulebook(text, where, None)
    _check_variant(book.scenario, variant)
    if seed is None:
        # Below 2**53, so that whatever reads a save keeps it exact.
        seed = secrets.randbits(53)
    sitting = _sitting(book.scenario, seats)
    for seat in sitting:
        opponent(seat, seed=seed, scenario=book.scenario)
    journal = saves.create(save, title=book.scenario.title)
    if plain:
        from game.cli.plainly import begin as begin_plainly  # noqa: PLC0415 - not for the app

        return begin_plainly(
            lambda: Match.new(
                text, where, seats=sitting, seed=seed, variant=variant, journal=journal
            )
        )
    return show(
        saves,
        Match.new(text, where, seats=sitting, seed=seed, variant=variant, journal=journal),
    )


def resume(saves: Library, name: str | None, *, plain: bool) -> int:
    """Go on with a match."""
    if not plain:
        _need_terminal()
    path = _latest(saves) if name is None else saves.find(name)
    entry = saves.entry(path)
    if entry.damage:
        raise click.ClickException(
            f"{entry.damage}; this save cannot be resumed, its good part can be replayed"
        )
    done = entry.verdict is not None
    if plain:
        from game.cli.plainly import resume as resume_plainly  # noqa: PLC0415 - as above

        return resume_plainly(lambda: Match.open(saves.journal(path), read_only=done))
    if done:
        return show(saves, replay=path)
    return show(saves, Match.open(saves.journal(path)))


def replay(saves: Library, name: str, *, plain: bool) -> int:
    """Look at a save."""
    path = saves.find(name)
    if plain:
        from game.cli.plainly import replay as replay_plainly  # noqa: PLC0415 - as above

        return replay_plainly(Match.open(saves.journal(path), read_only=True))
    return show(saves, replay=path)


def _latest(saves: Library) -> Path:
    entry = saves.latest_unfinished()
    if entry is None:
        raise click.ClickException("there is no match to resume; begin one with shared-enemy play")
    return entry.path


def _need_terminal() -> None:
    """The app draws on standard error and reads keys from standard input."""
    screen = sys.__stderr__
    dumb = os.environ.get("TERM") == "dumb"
    if dumb or not sys.stdin.isatty() or screen is None or not screen.isatty():
        raise Misuse(
            "the app needs a terminal, and this is none; play with shared-enemy play --plain"
        )


def _text(scenario: str) -> tuple[str, str]:
    try:
        return read_text(scenario)
    except ScenarioError as error:
        first = error.faults[0]
        if first.code != "unknown-scenario":
            raise
        known = ", ".join(first.known)
        raise Misuse(f"{first.message} {first.hint} Scenarios: {known}.") from None


def _check_variant(scenario: Scenario, variant: str | None) -> None:
    known = [each.id for each in scenario.variants]
    if variant is None or variant in known:
        return
    meant = nearest(variant, known)
    hint = f' Did you mean "{meant}"?' if meant else ""
    raise Misuse(
        f"scenario {scenario.id} has no variant {shown(variant)}.{hint} "
        f"Variants: {', '.join(known) or 'none'}."
    )


def _sitting(scenario: Scenario, named: Named) -> tuple[str, str]:
    """Who sits where: people, unless another seat was asked for."""
    sides = [side.id for side in scenario.sides]
    seats = dict.fromkeys(sides, HUMAN)
    for side, seat in named:
        if side not in seats:
            raise Misuse(
                f"scenario {scenario.id} has no side {shown(side)}. Sides: {', '.join(sides)}."
            )
        seats[side] = seat
    first, second = (seats[side] for side in sides)
    return first, second
