"""The table at a moment of a save, as an SVG picture: what the README shows.

``python -m game.tui.screenshot docs/table.svg --save saves/grand-bargain.jsonl --at 37``
"""

from __future__ import annotations

import argparse
import asyncio
import re
from pathlib import Path

from game.match import Library, Match
from game.tui.app import SharedEnemyApp

_GENERATED = re.compile(r"terminal-\d+")
"""Textual names the parts of a picture after a number that differs from run to run."""
_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""Where it would fetch fonts from; a picture needs nothing from elsewhere."""


async def picture(save: Path, ply: int, size: tuple[int, int]) -> str:
    """The table as it was after ``ply`` decisions, for whoever decided next; nothing is written.

    Args:
        save: the file of the match.
        ply: how many decisions had been taken.
        size: columns and rows.

    Raises:
        SaveError: the save cannot be read.
    """
    kept = Match.open(save, read_only=True)
    # In memory, so that nothing is added to the save.
    match = Match.new(
        kept.header.text, str(save), seats=kept.header.seats, seed=kept.seed, clock=lambda: ""
    )
    for decision in kept.decisions[:ply]:
        if len(match.decisions) < ply and decision in match.legal():
            match.decide(decision)
    app = SharedEnemyApp(Library(save.parent), start=match)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        svg: str = app.export_screenshot(title=match.scenario.title)
    return _FONTS.sub("", _GENERATED.sub("terminal", svg))


def main() -> None:
    """Write the picture that the command line asks for."""
    parser = argparse.ArgumentParser(description="Draw the table at a moment of a save.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--save", type=Path, required=True)
    parser.add_argument("--at", type=int, default=0, help="after how many decisions")
    parser.add_argument("--size", default="120x40", help="columns x rows")
    chosen = parser.parse_args()
    columns, _, rows = chosen.size.partition("x")
    svg = asyncio.run(picture(chosen.save, chosen.at, (int(columns), int(rows))))
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    chosen.out.write_text(svg + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
