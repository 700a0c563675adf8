"""The table at a moment of a save, or at the opening of a scenario, as an SVG picture.

``python -m game.tui.screenshot docs/table.svg --save saves/grand-bargain.jsonl --at 37``
``python -m game.tui.screenshot docs/paris-thaw.svg --scenario paris-thaw``
"""

from __future__ import annotations

import argparse
import asyncio
import re
from collections import Counter
from pathlib import Path

from game.match import Library, Match
from game.scenario import read_text
from game.tui.app import SharedEnemyApp

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


def opened(save: Path, ply: int) -> Match:
    """A match as it was after ``ply`` decisions, in memory: nothing is added to the save.

    Raises:
        SaveError: the save cannot be read.
    """
    kept = Match.open(save, read_only=True)
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
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        svg: str = app.export_screenshot(title=match.scenario.title)
    return _light(_FONTS.sub("", _GENERATED.sub("terminal", svg)))


def _light(svg: str) -> str:
    """A picture that looks the same and is half the size."""
    svg = _CLIPS.sub("", svg).replace("&#160;", "\u00a0")
    grounds = Counter(found[1] for found in _GROUND.finditer(svg))
    ((usual, _),) = grounds.most_common(1)
    whole = f'<rect fill="{usual}" width="100%" height="100%"/>'
    first = next(found for found in _GROUND.finditer(svg) if found[1] == usual)
    ahead, behind = svg[: first.start()], svg[first.start() :]
    return ahead + whole + _GROUND.sub(lambda each: "" if each[1] == usual else each[0], behind)


def main() -> None:
    """Write the picture that the command line asks for."""
    parser = argparse.ArgumentParser(description="Draw the table.")
    parser.add_argument("out", type=Path)
    shown = parser.add_mutually_exclusive_group(required=True)
    shown.add_argument("--save", type=Path, help="a moment of this save")
    shown.add_argument("--scenario", help="the opening of this scenario: an id or a file")
    parser.add_argument("--at", type=int, default=0, help="of a save: after how many decisions")
    parser.add_argument("--seed", type=int, default=0, help="of an opening: the news")
    parser.add_argument("--size", default="120x40", help="columns x rows")
    chosen = parser.parse_args()
    columns, _, rows = chosen.size.partition("x")
    if chosen.save is not None:
        match = opened(chosen.save, chosen.at)
    else:
        match = begun(chosen.scenario, chosen.seed)
    svg = asyncio.run(picture(match, (int(columns), int(rows))))
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    chosen.out.write_text(svg + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
