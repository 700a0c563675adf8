"""The commands that play or show a match, in the app or in plain lines."""

from __future__ import annotations

import secrets
from functools import partial
from pathlib import Path

import click

from game.cli.library import called, rescue_hint
from game.cli.options import Seats
from game.cli.screens import need_terminal, show
from game.cli.usage import WrongUsage
from game.match import Library, Match
from game.match.books import rulebook
from game.opponents import HUMAN, opponent
from game.scenario import Scenario, ScenarioError, read_text
from game.text import shown
from game.text.names import nearest


def begin(
    saves: Library,
    *,
    scenario: str,
    variant: str | None,
    seats: Seats,
    seed: int | None,
    save: str | None,
    plain: bool,
) -> int:
    """Begin a match and play it."""
    if not plain:
        need_terminal()
    text, where = known_text(scenario)
    book = rulebook(text, where, None)
    _check_variant(book.scenario, variant)
    if seed is None:
        # Below 2**53, so that whatever reads a save keeps it exact.
        seed = secrets.randbits(53)
    sitting = seated(book.scenario, (HUMAN, HUMAN), seats)
    for seat in sitting:
        opponent(seat, seed=seed, scenario=book.scenario)
    journal = saves.create(save, title=book.scenario.title)
    if plain:
        from game.cli.plain import begin as begin_plainly  # noqa: PLC0415 - not for the app

        return begin_plainly(
            lambda: Match.new(
                text, where, seats=sitting, seed=seed, variant=variant, journal=journal
            ),
            partial(called, saves),
        )
    return show(
        saves,
        Match.new(text, where, seats=sitting, seed=seed, variant=variant, journal=journal),
    )


def resume(saves: Library, name: str | None, *, variation: int | None, plain: bool) -> int:
    """Go on with a match, in the variation that was played last or in another."""
    if not plain:
        need_terminal()
    path = _latest(saves) if name is None else saves.find(name)
    entry = saves.entry(path)
    if entry.damage:
        raise click.ClickException(
            f"{entry.damage}; this save cannot be resumed{rescue_hint(saves, entry)}"
        )
    done = entry.over and variation is None

    def go() -> Match:
        match = Match.open(saves.journal(path), read_only=done)
        if variation is not None and not match.read_only:
            match.go(variation)
        return match

    if plain:
        from game.cli.plain import resume as resume_plainly  # noqa: PLC0415 - as above

        return resume_plainly(go, partial(called, saves))
    if done:
        return show(saves, replay=path)
    return show(saves, go())


def replay(saves: Library, name: str, *, variation: int | None, plain: bool) -> int:
    """Look at a save."""
    path = saves.find(name)
    if plain:
        from game.cli.plain import replay as replay_plainly  # noqa: PLC0415 - as above

        return replay_plainly(Match.open(saves.journal(path), read_only=True), variation)
    if variation is not None:
        raise WrongUsage("the app shows every variation: choose one there, or add --plain")
    return show(saves, replay=path)


def _latest(saves: Library) -> Path:
    entry = saves.latest_unfinished()
    if entry is None:
        raise click.ClickException("there is no match to resume; begin one with shared-enemy play")
    return entry.path


def known_text(scenario: str) -> tuple[str, str]:
    """The text of a scenario, and what its file is called.

    Raises:
        WrongUsage: there is no scenario of this id.
        ScenarioError: the file cannot be read.
    """
    try:
        return read_text(scenario)
    except ScenarioError as error:
        first = error.faults[0]
        if first.code != "unknown-scenario":
            raise
        known = ", ".join(first.known)
        raise WrongUsage(f"{first.message} {first.hint} Scenarios: {known}.") from None


def _check_variant(scenario: Scenario, variant: str | None) -> None:
    known = [each.id for each in scenario.variants]
    if variant is None or variant in known:
        return
    meant = nearest(variant, known)
    hint = f' Did you mean "{meant}"?' if meant else ""
    raise WrongUsage(
        f"scenario {scenario.id} has no variant {shown(variant)}.{hint} "
        f"Variants: {', '.join(known) or 'none'}."
    )


def seated(scenario: Scenario, before: tuple[str, str], named: Seats) -> tuple[str, str]:
    """Who sits where: those from before, unless another seat was asked for.

    Raises:
        WrongUsage: the scenario has no such side.
    """
    sides = [side.id for side in scenario.sides]
    seats = dict(zip(sides, before, strict=True))
    for side, seat in named:
        if side not in seats:
            raise WrongUsage(
                f"scenario {scenario.id} has no side {shown(side)}. Sides: {', '.join(sides)}."
            )
        seats[side] = seat
    first, second = (seats[side] for side in sides)
    return first, second
