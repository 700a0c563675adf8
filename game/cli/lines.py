"""The line of play that a command is about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from game.cli.library import own
from game.match import Library, Match, ReadOnlyError, Variation


@contextmanager
def pen(library: Library, name: str) -> Iterator[Match]:
    """A save of the player's own, opened to be written in, and put away afterwards."""
    match = Match.open(library.journal(own(library, library.find(name))))
    try:
        if match.read_only:
            raise ReadOnlyError(match.trouble)
        yield match
        if match.trouble:
            raise click.ClickException(match.trouble)
    finally:
        match.close()


def seen(library: Library, name: str) -> Match:
    """A save, to be looked at."""
    return Match.open(library.journal(library.find(name)), read_only=True)


def line_of(match: Match, variation: int | None) -> Variation:
    """The variation of a number, or the one that is played now.

    Raises:
        ClickException: there is no such variation.
    """
    tree = match.tree
    number = tree.current if variation is None else variation
    if number >= len(tree.variations):
        last = len(tree.variations) - 1
        known = f"only 0 to {last}" if last else "only 0"
        raise click.ClickException(f"there is no variation {number}, {known}")
    return tree.variations[number]


def check_ply(line: Variation, at: int) -> None:
    """Raise if a line of play has fewer decisions.

    Raises:
        ClickException: it has.
    """
    most = len(line.timeline.decisions)
    if at > most:
        many = "one decision" if most == 1 else f"{most} decisions"
        raise click.ClickException(f"variation {line.number} has {many}, not {at}")
