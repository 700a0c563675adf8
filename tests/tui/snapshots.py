"""The screens that matter most, as text. To write them anew, and see what has changed::

python -m tests.tui.snapshots
"""

from __future__ import annotations

import asyncio
import difflib
import re
import sys
import tempfile
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path
from unittest.mock import patch

from game.match import Library, Match
from game.tui.app import SharedEnemyApp
from game.tui.screens.review import ReviewScreen
from tests.match.games import new, play_out
from tests.opponents.workers import Script
from tests.tui.driving import SIZES, library, new_match, play_on, press, running, settled, text

FOLDER = Path(__file__).parent / "screens"


def draw() -> dict[str, str]:
    """Every screen: its name and its text."""
    drawn: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        for width, height in SIZES:
            kept = library(Path(f"for-{width}"))

            def keep(name: str, app: SharedEnemyApp, size: str = f"{width}x{height}") -> None:
                # The head code changes with every word of the scenario.
                seen = re.sub(r"head code \w{10}", "head code ..........", text(app))
                drawn[f"{name}-{size}"] = "\n".join(row.rstrip() for row in seen.split("\n")) + "\n"

            asyncio.run(_visit(kept, (width, height), keep))
    return drawn


async def _visit(
    kept: Library, size: tuple[int, int], keep: Callable[[str, SharedEnemyApp], None]
) -> None:
    async with running(kept, size) as app:
        keep("title", app)
        app.navigation.play(_game(kept, "played", 0))
        await settled(app)
        keep("opening", app)
        await press(app, "enter")
        keep("table", app)
        await press(app, "enter")
        keep("arguments", app)
        await press(app, "backspace", "?")
        keep("help", app)
        await press(app, "q", "n")
        keep("news", app)
        await press(app, "q")
        app.navigation.play(_game(kept, "argued", 24))
        await settled(app)
        keep("hand-over", app)
        await press(app, "enter")
        keep("debate", app)
        await press(app, "w")
        keep("why", app)
        app.navigation.play(_game(kept, "over", 1000))
        await settled(app)
        keep("verdict", app)
        await press(app, "r", "right", "right", "right")
        keep("replay", app)
        app.navigation.replay(play_out(new(seed=7, journal=kept.create("small")), 7))
        await settled(app)
        with (
            patch.object(ReviewScreen, "BUDGETS", (1,)),
            patch("game.tui.parts.reviewing.humble_pool", Script(free=True).pool),
        ):
            await press(app, "e")
            await app.workers.wait_for_complete()
        await settled(app)
        keep("review", app)


def _game(kept: Library, name: str, decisions: int) -> Match:
    match = new_match(None, seed=21)
    match.save_as(kept.create(name))
    return play_on(match, decisions, seed=1)


def difference(name: str, drawn: str) -> str:
    """How a screen differs from the one that is kept; empty if it does not."""
    path = FOLDER / f"{name}.txt"
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    rows = difflib.unified_diff(kept.splitlines(), drawn.splitlines(), "kept", "drawn", lineterm="")
    return "\n".join(rows)


def main() -> int:
    """Write all screens anew and print what has changed."""
    FOLDER.mkdir(exist_ok=True)
    drawn = draw()
    for path in FOLDER.glob("*.txt"):
        if path.stem not in drawn:
            print(f"{path.stem} is gone")
            path.unlink()
    for name, screen in drawn.items():
        if changed := difference(name, screen):
            print(f"{name}\n{changed}\n")
            (FOLDER / f"{name}.txt").write_text(screen, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
