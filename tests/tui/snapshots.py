"""The screens that matter most, as text. To write them anew, and see what has changed::

python -m tests.tui.snapshots
"""

from __future__ import annotations

import asyncio
import difflib
import random
import re
import sys
import tempfile
from collections.abc import Callable
from contextlib import chdir
from functools import cache
from pathlib import Path
from unittest.mock import patch

from game.match import Library, Match
from game.rules import Phase, State
from game.scenario import read_text
from game.tui.app import SharedEnemyApp
from game.tui.draw.teller import Teller
from game.tui.screens.review import ReviewScreen
from tests.match.games import new, play_out
from tests.opponents.workers import Script
from tests.tui.driving import (
    SIZES,
    library,
    new_match,
    play_on,
    press,
    quiet,
    running,
    settled,
    text,
    told,
)

EVERY_SIZE = ((80, 24), (100, 30), (120, 40), (200, 60))
"""The sizes at which the table is laid out in another way."""
FOLDER = Path(__file__).parent / "screens"


def draw() -> dict[str, str]:
    """Every screen: its name and its text."""
    drawn: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        for width, height in EVERY_SIZE:
            kept = library(Path(f"for-{width}"))

            def keep(name: str, app: SharedEnemyApp, size: str = f"{width}x{height}") -> None:
                # The head code changes with every word of the scenario.
                seen = re.sub(r"head code \w{10}", "head code ..........", text(app))
                drawn[f"{name}-{size}"] = "\n".join(row.rstrip() for row in seen.split("\n")) + "\n"

            if (width, height) in SIZES:
                asyncio.run(_visit(kept, (width, height), keep))
            asyncio.run(_scenes(kept, (width, height), keep))
    return drawn


async def _scenes(
    kept: Library, size: tuple[int, int], keep: Callable[[str, SharedEnemyApp], None]
) -> None:
    """What is played, in the game's own scenario, in every form that the table has."""
    async with running(kept, size) as app:
        for name, asked in SCENES.items():
            app.navigation.play(until(asked))
            await settled(app)
            await told(app)
            await quiet(app)  # the answer that is forecast stands there, too
            keep(f"scene-{name}", app)
        if size in SIZES:
            app.navigation.play(until(SCENES["debate"], contradicted=True))
            await settled(app)
            await told(app)
            keep("scene-contradiction", app)


def until(asked: Callable[[State], bool], *, contradicted: bool = False) -> Match:
    """A game of chance, as far as a position of a kind for the side that a person plays.

    Args:
        asked: whether it is of the kind.
        contradicted: whether a side has to have contradicted itself in the debate on the table.
    """
    seed, decisions = _found(asked, contradicted=contradicted)
    match = _begun(seed)
    while len(match.decisions) < len(decisions):  # Chance draws by itself
        match.decide(decisions[len(match.decisions)])
    return match


@cache
def _found(asked: Callable[[State], bool], *, contradicted: bool) -> tuple[int, tuple[str, ...]]:
    """The seed of the first such game, and what is decided in it."""
    for seed in range(99):
        match, pick = _begun(seed), random.Random(seed)
        teller = Teller(match)
        while not match.over and not (
            match.state.side == 0 and asked(match.state) and (not contradicted or _caught(teller))
        ):
            match.decide(pick.choice(match.legal()))
        if not match.over:
            return seed, tuple(each.text for each in match.decisions)
    raise AssertionError("no game comes to such a position")


def _begun(seed: int) -> Match:
    text_, where = read_text("shared-enemy")
    return Match.new(text_, where, seats=("human", "conciliator"), seed=seed, clock=lambda: "")


def _caught(teller: Teller) -> bool:
    """Whether old words are quoted back in the debate on the table."""
    debate = teller.latest().debate
    return debate is not None and any(debate.quotes)


def _late(state: State) -> bool:
    return state.round >= 4


SCENES: dict[str, Callable[[State], bool]] = {
    "choosing": lambda state: state.phase is Phase.TURN and _late(state),
    "debate": lambda state: state.phase is Phase.FLOOR and _late(state),
    "reply": lambda state: state.phase is Phase.REPLY and _late(state),
    "headline": lambda state: state.phase is Phase.EVENT and _late(state),
}
"""The scenes of the table: when the first side is asked for what."""


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
        await told(app)
        keep("debate", app)
        await press(app, "m")
        keep("map", app)
        await press(app, "q")
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
