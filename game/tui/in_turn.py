"""One key after the other: each is answered before the next is looked at.

Textual hands keys on as they come. Several in one write – a macro, a fast hand, a slow line – would
go to whatever was in front when they came, and be answered by whatever is in front then.
"""

from __future__ import annotations

import asyncio
import math
from collections import deque

from rich.console import RenderableType
from textual import events
from textual.app import App
from textual.message import Message
from textual.screen import Screen

from game.tui.screens.front import Front, Input
from game.tui.selection import copy_selected

QUIT = "ctrl+q"
"""The one key that never waits."""
INTERRUPT, STOP = "ctrl+c", "ctrl+z"
"""With it the keys that mean the same everywhere, and answer no question."""
SOON = 500
"""Turns of the event loop that the answer to a key is waited for without a pause."""
PAUSES = 200
"""Pauses that follow. After them the next key is let in, whatever is still going on."""
PAUSE = 0.005
"""Seconds of one of them."""


class InTurn(App[int]):
    """An app that takes keys, clicks and pastes in turn, and knows since when a screen is seen."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[Input] = deque()
        self._usher: asyncio.Task[None] | None = None
        self._meant: Screen[object] | None = None
        """The screen that was in front when a key was let in."""
        self._painted: Screen[object] | None = None
        self._since = math.inf
        """Since when the screen in front is seen, on the clock of messages."""

    def heed_fronts(self) -> None:
        """From now on learn of every screen that comes to the front."""
        self.screen_change_signal.subscribe(self, self._fronted, immediate=True)

    def _fronted(self, _: Screen[object]) -> None:
        """Another screen is in front, and not painted yet."""
        self._painted = None
        self._since = math.inf

    def mark(self) -> float:
        """Now, on the clock of messages, as something is shown: what waits was sent before it."""
        now = Message().time
        for each in self._waiting:
            each.time = min(each.time, math.nextafter(now, -math.inf))
        return now

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        # Before it: who answers quickly may have read it before the next line is reached.
        if screen is self.screen and self._painted is not screen:
            self._painted = screen
            self._since = self.mark()
        super()._display(screen, renderable)

    @property
    def _calm(self) -> bool:
        """Whether everything that has come is answered, and the screen in front painted."""
        screen = self.screen
        if self._painted is not screen or (isinstance(screen, Front) and not screen.shown):
            return False
        return not any(each.message_queue_size for each in (self, *self._registry))

    async def on_event(self, event: events.Event) -> None:
        last = isinstance(event, events.Key) and event.key == QUIT
        if not isinstance(event, Input) or event.is_forwarded or last:
            await super().on_event(event)
        elif self._waiting or not self._calm:
            self._waiting.append(event)
            self._wait()
        else:
            await self._take(event)

    async def _take(self, event: Input) -> None:
        screen = self._meant = self.screen
        everywhere = isinstance(event, events.Key) and event.key in {INTERRUPT, STOP}
        asked = None if everywhere or not isinstance(screen, Front) else screen
        if asked is None or not asked.too_early(event, self._since):
            if isinstance(event, events.Key) and event.key == "escape":
                self.clear_notifications()  # what was said in passing has been read
            await super().on_event(event)

    def action_interrupt(self) -> None:
        """Leave; but where something is selected, copy it, and leave the next time."""
        if not copy_selected(self.screen):
            self.exit()

    async def _on_key(self, event: events.Key) -> None:
        """A key that nothing in front has taken for itself comes here to find its action.

        If another screen is in front by now, it is a key for that one, which has to be asked.
        """
        if self._meant is not None and self._meant is not self.screen:
            event.prevent_default()
            again = events.Key(event.key, event.character)
            again.time = event.time
            again.set_sender(self)
            self._waiting.appendleft(again)
            self._wait()

    def _wait(self) -> None:
        if self._usher is None:
            self._usher = asyncio.create_task(self._let_in_turn())

    async def _let_in_turn(self) -> None:
        """Let in whatever waits, each when the one before has been answered."""
        while self._waiting and self.is_running:
            turn = 0
            while not self._calm and turn < SOON + PAUSES:
                await asyncio.sleep(0 if turn < SOON else PAUSE)
                turn += 1
            # In the app's own task, where actions know who has asked for them.
            self.call_later(self._let_in)
            await asyncio.sleep(0)
        self._usher = None

    async def _let_in(self) -> None:
        if self._waiting:
            await self._take(self._waiting.popleft())
