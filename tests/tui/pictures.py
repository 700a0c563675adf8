"""The pictures of the README: a first game against the Student, as the app shows it.

``python -m tests.tui.pictures`` plays its beginning anew and writes them.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Final

from attrs import define, field

from game.match import Match
from game.scenario import read_text
from game.settings import Settings
from game.telling.beats import BeatKind
from game.telling.menu import Item
from game.tui.app import SharedEnemyApp
from game.tui.pacing import GRACE, time_for
from game.tui.screens.question import Question
from game.tui.screens.table import TableScreen
from game.tui.screenshot import bare
from game.tui.widgets.choices import Choices
from tests.tui.driving import front, library, press, quiet, running, wait
from tests.tui.film import Frame, film

DOCS = Path(__file__).parents[2] / "docs"
SIZE = 100, 30
SEED = 1
PLAN = (
    "table:review/fruit",
    "rejoin:conduct",
    "accept",
)
"""What the person decides who plays the United States; the Student is played by itself."""
ABOUT = (
    "The first round of a game against the Student. The United States choose a motion and an "
    "argument for it, Russia answers, the United States answer back, and what comes of it is told."
)
PACE: Final = "normal"
LOOK, TAKE, STEP, LONGEST = 2.4, 1.5, 0.3, 2.7
"""Seconds: for a new screen, before a choice is taken, for a step in a list, for a beat at most."""


@define
class Recording:
    """What was seen.

    Attributes:
        frames: the screens, one after the other.
        scenes: by the name of a scene, the frame in which it is best seen.
        decisions: what was decided, by whomever.
    """

    frames: list[Frame] = field(factory=list)
    scenes: dict[str, int] = field(factory=dict)
    decisions: list[str] = field(factory=list)

    def take(self, app: SharedEnemyApp, seconds: float, scene: str = "") -> None:
        """Take a picture of the screen."""
        if scene:
            self.scenes.setdefault(scene, len(self.frames))
        self.frames.append(Frame(app.export_screenshot(), seconds))


def record() -> Recording:
    """Play the game, and look on."""
    made = Recording()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_play(Path(folder), made))
    return made


def begun() -> Match:
    """The game before anything is decided."""
    text, where = read_text("shared-enemy")
    seats = "human", "student"
    return Match.new(text, where, seats=seats, seed=SEED, variant="easy", clock=lambda: "")


async def _play(folder: Path, made: Recording) -> None:
    match = begun()
    async with running(library(folder), SIZE, as_set=Settings(pace="key")) as app:
        app.navigation.play(match)
        await quiet(app)
        if isinstance(app.screen, Question):
            made.take(app, LOOK)
            await press(app, "enter")
        for wanted in PLAN:
            await _told(app, made)
            await _choose(app, made, wanted)
        await _told(app, made)
        made.take(app, LOOK)
        made.decisions += [str(each) for each in match.decisions]


async def _told(app: SharedEnemyApp, made: Recording) -> None:
    """Be told what happened, until something is asked."""
    await quiet(app)
    while (table := front(app, TableScreen)).reciting:
        shown = table.recital.shown
        words = sum(beat.length for beat in shown)
        news = any(beat.kind is BeatKind.CLOSE for beat in shown)
        made.take(app, min(time_for(PACE, words) or LONGEST, LONGEST), "news" if news else "")
        await press(app, "space")
        await quiet(app)
    await wait(app, GRACE)


async def _choose(app: SharedEnemyApp, made: Recording, wanted: str) -> None:
    """Go to a choice and take it; a motion first, and then its argument.

    Raises:
        AssertionError: it is not offered.
    """
    choices = front(app, TableScreen).query_one(Choices)
    await quiet(app)
    while not _leads(choices.current, wanted):
        made.take(app, STEP if made.frames[-1].seconds == STEP else 3 * STEP)
        before = choices.highlighted
        await press(app, "down")
        await quiet(app)
        assert choices.highlighted != before, f"{wanted} is not offered"
    motion = choices.current is not None and choices.current.decision is None
    made.take(
        app, TAKE, {"table": "choosing", "rejoin": "debate"}.get(wanted.partition(":")[0], "")
    )
    await press(app, "enter")
    if motion:
        await _choose(app, made, wanted)


def _leads(item: Item | None, wanted: str) -> bool:
    """Whether a choice is a decision, or comes before it."""
    if item is None or not item.open:
        return False
    decisions = [item.decision, *(each.decision for each in item.backings if each.open)]
    return wanted in [str(each) for each in decisions]


def drawn_from(made: Recording) -> dict[str, str]:
    """Every picture by the name of its file."""
    title = "Shared Enemy"
    still = made.scenes["debate"]
    pictures = {
        f"{scene}.svg": bare(made.frames[at].svg) + "\n" for scene, at in made.scenes.items()
    }
    return pictures | {
        "recording.svg": film(made.frames, SIZE, title=title, about=ABOUT, still=still)
    }


def main() -> None:
    """Write all pictures anew."""
    for name, picture in drawn_from(record()).items():
        (DOCS / name).write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
