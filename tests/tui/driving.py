"""Driving the app as a person does: keys in, the text of the screen out."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar
from unittest.mock import patch

from attrs import define
from textual import events
from textual.geometry import Size
from textual.keys import _character_to_key
from textual.screen import Screen

from game.match import Library, Match
from game.scenario import read_text
from game.settings import Settings, SettingsFile
from game.tui.app import SharedEnemyApp
from game.tui.pacing import GRACE
from game.tui.parts.forecasts import REST
from game.tui.permissions import Permissions
from game.tui.screens.question import Question
from game.tui.screens.table import TableScreen
from game.tui.screens.verdict import VerdictScreen
from game.tui.widgets.choices import Choices
from tests.books import RULES_3
from tests.tui import sheets

sheets.remember()

SMALL = (80, 24)
LARGE = (120, 40)
SIZES = (SMALL, LARGE)
PEOPLE = ("human", "human")
BY_KEY = Settings(pace="key")
"""Nothing happens by the clock."""
SHORTLY = REST
"""Seconds: the table waits so long before it looks for an answer, and Textual no longer before it
paints; longer timers are clocks.
"""
PATIENCE = 500
"""How often the event loop is found busy before something is wrong."""
AScreen = TypeVar("AScreen", bound=Screen[Any])


def library(folder: Path) -> Library:
    """A library of its own, without the example games."""
    return Library(folder / "saves", shipped=folder / "none")


def new_match(kept: Library | None, *, seats: tuple[str, str] = PEOPLE, seed: int = 7) -> Match:
    """A match of the shipped scenario, on disk if there is a library."""
    text, where = read_text(RULES_3)
    journal = None if kept is None else kept.create("played")
    return Match.new(text, where, seats=seats, seed=seed, journal=journal, clock=lambda: "")


def play_on(match: Match, decisions: int, seed: int = 0) -> Match:
    """Take so many decisions at random, or as many as there are until the end."""
    pick = random.Random(seed)
    for _ in range(decisions):
        if match.over:
            break
        match.decide(pick.choice(match.legal()))
    return match


@asynccontextmanager
async def running(
    kept: Library,
    size: tuple[int, int] = SMALL,
    *,
    start: Match | None = None,
    watch: Match | None = None,
    permissions: Permissions = Permissions(),  # noqa: B008 - it is frozen
    settings: SettingsFile | None = None,
    notes: bool = False,
    as_set: Settings = BY_KEY,
) -> AsyncIterator[SharedEnemyApp]:
    """The app, as it is once its first screen has settled.

    Where no settings are kept, ``as_set`` are those there are.
    """
    app = SharedEnemyApp(kept, start=start, watch=watch, permissions=permissions, settings=settings)
    if settings is None:
        # What is new to whoever plays is told in tests that are about it.
        app.preferences.settings = replace(as_set, notes=notes)
    async with app.run_test(size=size):
        with stopped():
            await settled(app)
            yield app


@define
class Clock:
    """The time, for the event loop and for the timers of Textual: it goes on when it is told to.

    So no timer is late on a busy machine, and none comes in between.
    """

    now: float

    def __call__(self) -> float:
        return self.now


@contextmanager
def stopped() -> Iterator[None]:
    """Let the time of the event loop stand still in here."""
    loop: Any = asyncio.get_running_loop()
    clock = Clock(loop.time())
    loop.time = clock
    try:
        with patch("textual._time.get_time", clock):
            yield
    finally:
        del loop.time


async def wait(app: SharedEnemyApp, seconds: float) -> None:
    """Let the clock go on, and everything happen that happens meanwhile."""
    loop: Any = asyncio.get_running_loop()
    end = loop.time() + seconds
    while (soon := _next(loop)) <= end:
        loop.time.now = max(loop.time.now, soon)
        await settled(app)
    loop.time.now = end


def _next(loop: Any) -> float:
    """When the next timer of an event loop is due."""
    return min(
        (handle.when() for handle in loop._scheduled if not handle.cancelled()),
        default=float("inf"),
    )


async def settled(app: SharedEnemyApp) -> None:
    """Wait until the app has nothing left to do but to wait for a person, or for a clock.

    The pilot of Textual asks the processor's clock whether the app is idle, which takes a while
    and errs on a busy machine. This asks the event loop.
    """
    loop: Any = asyncio.get_running_loop()
    for _ in range(PATIENCE):
        if app._exception is not None or (app._exit and not app.is_running):
            return
        while app.looking and app._exception is None:  # noqa: ASYNC110 - it is a thread that is waited for
            await asyncio.sleep(0)
        while loop._ready:  # noqa: ASYNC110 - it is the loop itself that is waited for
            await asyncio.sleep(0)
        if app.is_running:
            app.screen._on_timer_update()
        await asyncio.sleep(0)
        # Asked before: what the thread has told since then is ready.
        looking = app.looking
        if not loop._ready and not looking:
            soon = _next(loop)
            if soon > loop.time() + SHORTLY:
                return
            loop.time.now = max(loop.time.now, soon)
    raise AssertionError(f"the app never comes to rest:\n{text(app)}")


async def press(app: SharedEnemyApp, *keys: str) -> None:
    """Press keys one after the other, each when the one before has been answered."""
    for key in keys:
        await burst(app, key)


async def burst(app: SharedEnemyApp, *keys: str) -> None:
    """Press keys all at once, as a macro does, or a slow line."""
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        send(app, events.Key(name, key if len(key) == 1 else None))
    await settled(app)


def send(app: SharedEnemyApp, event: events.Event) -> None:
    """Have the terminal send an event."""
    event.set_sender(app)
    assert app._driver is not None
    app._driver.send_message(event)


async def paste(app: SharedEnemyApp, words: str) -> None:
    """Paste text."""
    send(app, events.Paste(words))
    await settled(app)


async def click(app: SharedEnemyApp, x: int, y: int) -> None:
    """Press and let go of the first mouse button."""
    await click_fast(app, (x, y))


async def click_fast(app: SharedEnemyApp, *places: tuple[int, int]) -> None:
    """Click at places, all at once."""
    for x, y in places:
        for kind in (events.MouseDown, events.MouseUp):
            event = kind(
                None, x, y, 0, 0, 1, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y
            )
            send(app, event)
    await settled(app)


async def resize(app: SharedEnemyApp, width: int, height: int) -> None:
    """Give the terminal another size."""
    size = Size(width, height)
    assert app._driver is not None
    app._driver._size = (width, height)
    app.post_message(events.Resize(size, size))
    await settled(app)


def rows(app: SharedEnemyApp) -> list[str]:
    """What a person reads: the rows of the screen, without trailing blanks."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def text(app: SharedEnemyApp) -> str:
    """The rows of the screen as one text."""
    return "\n".join(rows(app))


def said(app: SharedEnemyApp) -> str:
    """What the app has told in passing, in the corner of the screen."""
    return "\n".join(note.message for note in app._notifications)


def front(app: SharedEnemyApp, kind: type[AScreen]) -> AScreen:
    """The screen in front, which must be of a kind."""
    assert isinstance(app.screen, kind), f"in front is {app.screen!r}:\n{text(app)}"
    return app.screen


Policy = Callable[[Sequence[int]], int]


async def told(app: SharedEnemyApp) -> None:
    """Be told how it begins and what happened, key by key, until Enter takes what is offered."""
    if isinstance(app.screen, Question):
        await press(app, "enter")
    while isinstance(app.screen, TableScreen) and app.screen.reciting:
        await press(app, "enter")
    await wait(app, GRACE)


async def quiet(app: SharedEnemyApp) -> None:
    """Wait until nobody thinks any more, neither the opponent nor who forecasts what it will do."""
    await settled(app)
    await wait(app, REST)
    while not all(worker.is_finished for worker in app.workers):
        await asyncio.sleep(0)
        await settled(app)


async def step(app: SharedEnemyApp, choose: Policy) -> None:
    """One step of a game by keys: be told what happened, or move to an open item and take it."""
    if isinstance(app.screen, Question):
        await press(app, "y")
        return
    await told(app)
    choices = front(app, TableScreen).query_one(Choices)
    items = [getattr(option, "item", None) for option in choices.options]
    wanted = choose([line for line, item in enumerate(items) if item is not None and item.open])
    assert choices.highlighted is not None
    # Headings are stepped over, so only lines with items count.
    lines = [line for line, item in enumerate(items) if item is not None]
    by = lines.index(wanted) - lines.index(choices.highlighted)
    await press(app, *["down" if by > 0 else "up"] * abs(by), "enter")


async def play_to_verdict(app: SharedEnemyApp, choose: Policy) -> int:
    """Play by keys until the verdict is in front; the number of steps that it took."""
    steps = 0
    while not isinstance(app.screen, VerdictScreen):
        await step(app, choose)
        steps += 1
        assert steps < 1000, f"no end in sight:\n{text(app)}"
    return steps
