"""A match in plain lines on standard input and output."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress

import click

from game.match import Match
from game.opponents import opponent
from game.plain import PlainGame, Stopped, Stopping, Terminal, asked, outcome, position, story


def begin(make: Callable[[], Match]) -> int:
    """Play a new match."""
    return _play(make, PlainGame.begin)


def resume(make: Callable[[], Match]) -> int:
    """Play on a match that is opened."""
    return _play(make, PlainGame.resume)


def replay(match: Match) -> int:
    """Print a whole match: who sits where, what happened, and how it ended or stands."""
    page = Terminal(sys.stdin, sys.stdout)
    seats = match.seats
    book = match.book
    sitting = (
        f"{side.name}: {match.header.names[index] or seats[index]}."
        for index, side in enumerate(match.scenario.sides)
    )
    titles = [match.scenario.title, *((match.header.title,) if match.header.title else ())]
    page.write([": ".join(titles), *sitting, f"Seed {match.seed}."])
    page.write(story(match))
    if match.over:
        page.write(outcome(book, match.state))
    else:
        page.write(["", asked(book, match.state, seats), *position(book, match.state)])
    page.write([f"Head code {match.head_code}."])
    if match.trouble:
        raise click.ClickException(match.trouble)
    return 0


def _play(make: Callable[[], Match], how: Callable[[PlainGame], bool]) -> int:
    """Play a match until it is over, the person leaves, or the system wants an end.

    Whatever goes wrong on the way, the match is closed only when no decision is half taken.
    """
    page = Terminal(sys.stdin, sys.stdout)
    stopping = Stopping()
    match: Match | None = None
    code = 0
    try:
        with stopping.watch():
            with stopping.held():
                match = make()
            if match.read_only and match.trouble:
                raise click.ClickException(match.trouble)
            page.write([match.notice] if match.notice else [])
            first, second = (
                opponent(seat, seed=match.seed, scenario=match.scenario) for seat in match.seats
            )
            how(PlainGame(match, (first, second), page, stopping.held))
    except Stopped as stopped:
        code = 128 + stopped.signal
    except BrokenPipeError:
        assert match is not None  # nothing is written before there is a match
        match.close()
        raise
    if match is not None:
        match.close()
        with suppress(OSError):
            page.write(_farewell(match))
        code = code or int(match.trouble is not None)
    return code


def _farewell(match: Match) -> list[str]:
    """Where the match is, and how to go on."""
    if match.trouble:
        return [f"Not saved: {match.trouble}"]
    if match.journal is None:
        return []
    name = match.journal.path.stem
    saved = f"Saved as {name} in {match.journal.where}, head code {match.head_code}."
    if match.over:
        return [saved, f"Step through it: shared-enemy replay {name}"]
    return [saved, f"Go on with it: shared-enemy resume {name} --plain"]
