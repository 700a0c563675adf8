"""The table at a moment of a save, or at the opening of a scenario, as an SVG picture.

``python -m game.tui.screenshot table.svg --save grand-bargain --at 37``
``python -m game.tui.screenshot docs/paris-thaw.svg --scenario paris-thaw``
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from game.match import Library, Match, MatchError, saves_directory
from game.scenario import ScenarioError, read_text
from game.text import clean
from game.tui.app import SharedEnemyApp
from game.tui.sizes import LEAST

MOST = 500
"""Columns or rows of a picture."""
LONGEST = 9
"""Characters of a number or a size."""

_GENERATED = re.compile(r"terminal-\d+")
"""Textual names the parts of a picture after a number that differs from run to run."""
_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""Where it would fetch fonts from; a picture needs nothing from elsewhere."""
_CLIPS = re.compile(
    r'<clipPath id="terminal-line-.*?</clipPath>\s*| clip-path="url\(#terminal-line-\d+\)"',
    re.DOTALL,
)
"""Every row is clipped to its own height, and none needs it."""
_GROUND = re.compile(r'<rect fill="(#\w+)" x="[^>]*/>')
"""What lies behind a few letters."""


def opened(save: str | Path, ply: int) -> Match:
    """A match as it was after ``ply`` decisions, in memory: nothing is added to the save.

    Args:
        save: the name of a save, or its file.
        ply: how many of its decisions are taken; all if there are fewer.

    Raises:
        MatchError: there is no such save, or it cannot be read.
    """
    path = save if isinstance(save, Path) else Library(saves_directory(None, os.environ)).find(save)
    kept = Match.open(path, read_only=True)
    match = Match.new(
        kept.header.text, str(save), seats=kept.header.seats, seed=kept.seed, clock=lambda: ""
    )
    for decision in kept.decisions[:ply]:
        if len(match.decisions) < ply and decision in match.legal():
            match.decide(decision)
    return match


def begun(scenario: str, seed: int) -> Match:
    """A match of a scenario at its opening, in memory.

    Raises:
        ScenarioError: there is no such scenario, or it has faults.
    """
    text, where = read_text(scenario)
    return Match.new(text, where, seats=("human", "human"), seed=seed, clock=lambda: "")


async def picture(match: Match, size: tuple[int, int]) -> str:
    """The table as it is for whoever decides next.

    Args:
        match: what is shown; nothing is decided in it.
        size: columns and rows.
    """
    app = SharedEnemyApp(Library(Path()), start=match)
    app.change_settings(notes=False)  # a picture is of the game, not of what is new to somebody
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        svg: str = app.export_screenshot(title=match.scenario.title)
    return bare(svg)


def bare(svg: str) -> str:
    """A picture of the screen that looks the same, is half the size, is the same in every run, and
    needs nothing from elsewhere.
    """
    svg = _FONTS.sub("", _GENERATED.sub("terminal", svg))
    svg = _CLIPS.sub("", svg).replace("&#160;", "\u00a0")
    grounds = Counter(found[1] for found in _GROUND.finditer(svg))
    ((usual, _),) = grounds.most_common(1)
    whole = f'<rect fill="{usual}" width="100%" height="100%"/>'
    first = next(found for found in _GROUND.finditer(svg) if found[1] == usual)
    ahead, behind = svg[: first.start()], svg[first.start() :]
    return ahead + whole + _GROUND.sub(lambda each: "" if each[1] == usual else each[0], behind)


def sized(text: str) -> tuple[int, int]:
    """Columns and rows, as in ``120x40``: enough for the table, and no more than are drawn.

    Raises:
        ArgumentTypeError: it says something else.
    """
    columns, _, rows = text.partition("x")
    if columns.isdecimal() and rows.isdecimal() and len(text) <= LONGEST:
        size = int(columns), int(rows)
        if all(least <= cells <= MOST for least, cells in zip(LEAST, size, strict=True)):
            return size
    least = f"{LEAST[0]}x{LEAST[1]}"
    raise argparse.ArgumentTypeError(f"write columns x rows, from {least} to {MOST}x{MOST}")


def counted(text: str) -> int:
    """A number of decisions, or a seed.

    Raises:
        ArgumentTypeError: it is no number, or one that nothing has.
    """
    if text.isdecimal() and len(text) <= LONGEST:
        return int(text)
    raise argparse.ArgumentTypeError(f"write a whole number of at most {LONGEST} digits")


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the picture that the command line asks for."""
    parser = argparse.ArgumentParser(prog="screenshot", description="Draw the table.")
    parser.add_argument("out", type=Path)
    shown = parser.add_mutually_exclusive_group(required=True)
    shown.add_argument("--save", help="a moment of this save: its name or its file")
    shown.add_argument("--scenario", help="the opening of this scenario: an id or a file")
    parser.add_argument("--at", type=counted, default=0, help="of a save: after how many decisions")
    parser.add_argument("--seed", type=counted, default=0, help="of an opening: the news")
    parser.add_argument("--size", type=sized, default=(120, 40), help="columns x rows")
    chosen = parser.parse_args(arguments)
    try:
        if chosen.save is not None:
            match = opened(chosen.save, chosen.at)
        else:
            match = begun(chosen.scenario, chosen.seed)
    except (MatchError, ScenarioError) as error:
        parser.exit(1, f"screenshot: {clean(str(error))}\n")
    svg = asyncio.run(picture(match, chosen.size))
    try:
        chosen.out.parent.mkdir(parents=True, exist_ok=True)
        chosen.out.write_text(svg + "\n", encoding="utf-8")
    except OSError as error:
        where = clean(str(chosen.out))
        parser.exit(1, f"screenshot: nothing can be written to {where}: {error.strerror}\n")


if __name__ == "__main__":
    main()
