"""Going on with a match."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.library import rescue_hint
from game.cli.options import library, plain_option, saves_option, variation_option
from game.cli.overview import EPILOG
from game.cli.screens import need_terminal, show
from game.match import Library, Match


@click.command(epilog=EPILOG)
@click.argument("name", required=False)
@variation_option
@plain_option
@saves_option
@click.pass_context
def resume(
    context: click.Context,
    name: str | None,
    variation: int | None,
    plain: bool,  # noqa: FBT001 - a flag
) -> int:
    """Go on with a match.

    It is the save NAME, or else the one that was played last.
    """
    saves = library(context)
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
        match = Match.open(saves.journal(path), read_only=done and not plain)
        if done and match.trouble:  # it can be looked at all the same
            match.close()
            match = Match.open(saves.journal(path), read_only=True)
        if variation is not None and not match.read_only:
            match.go(variation)
        return match

    if not plain:
        return show(saves, replay=path) if done else show(saves, go())
    from game.cli import plain as lines  # noqa: PLC0415 - not for the app

    return lines.resume(go, saves)


def _latest(saves: Library) -> Path:
    from game.teaching.marks import learnt  # noqa: PLC0415 - not where a save is named

    entry = next((each for each in saves.unfinished() if not learnt(saves, each)), None)
    if entry is None:
        raise click.ClickException("there is no match to resume; begin one with shared-enemy play")
    return entry.path
