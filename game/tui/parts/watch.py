"""A match that nobody here plays: opponents among themselves, or another program."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer

from game.match import Match, SaveError
from game.telling.voice import Voice
from game.text import clean
from game.tui.screens.front import Front

PACES = (0.2, 0.4, 0.8, 1.6, 3.2)
"""Seconds for which a decision stays on the screen when no person sits at the table."""
LOOK = 1.0
"""Seconds between two looks at a match that another program plays."""


class Watch:
    """Brings a match that is watched on.

    Args:
        screen: the screen that is watched.
        match: the match.
        voice: who tells it.
        alone: whether opponents play among themselves.
        play_next: lets the next of them decide.
        tell: says how things stand, and what Enter does, if anything.
        changed: brings the screen to what the match is now.
    """

    def __init__(
        self,
        screen: Front[None],
        match: Match,
        voice: Voice,
        *,
        alone: bool,
        play_next: Callable[[], None],
        tell: Callable[[str, str], None],
        changed: Callable[[], None],
    ) -> None:
        self.alone = alone
        self.paused = False
        self.timer: Timer | None = None
        """Lets opponents decide from time to time; nothing if a person plays."""
        self._screen = screen
        self._match = match
        self._voice = voice
        self._play_next = play_next
        self._tell = tell
        self._changed = changed
        self._speed = PACES.index(0.8)

    def begin(self) -> None:
        """Look from time to time at what no person here brings about."""
        if self._match.read_only:
            self._screen.set_interval(LOOK, self.look_again)
        elif self.alone:
            self._set_timer()

    def look_on(self) -> None:
        """Nobody at the terminal plays: show what happened last."""
        match = self._match
        if match.read_only:
            free = match.spectator and match.closed
            self._tell("", self._voice.say("table.take_the_seat") if free else "")
        else:
            paused = self._voice.say("table.paused", pace=self._rate) if self.paused else ""
            self._tell(paused, "")
            if self.timer and not self.paused:
                self.timer.resume()

    # ------------------------------------------------------------------ opponents among themselves

    def _set_timer(self) -> None:
        if self.timer:
            self.timer.stop()
        self.timer = self._screen.set_interval(PACES[self._speed], self._play_next, pause=True)

    @property
    def _rate(self) -> str:
        return self._voice.say("table.pace", seconds=f"{PACES[self._speed]:g}")

    def halt(self) -> None:
        """Let nobody decide any more."""
        if self.timer:
            self.timer.pause()

    def can(self, action: str) -> bool:
        """Whether it can be halted, run on, or run at another pace."""
        if self.timer is None or self._match.verdict is not None:
            return False
        return action == "pace" or (action == "run") == self.paused

    def pause(self) -> None:
        """Halt, and say so."""
        self.paused = True
        self.halt()
        self.look_on()

    def run(self) -> None:
        """Go on."""
        self.paused = False
        self.look_on()

    def pace(self, by: int) -> None:
        """Decide faster or slower."""
        self._speed = min(max(self._speed + by, 0), len(PACES) - 1)
        self._set_timer()
        self._screen.notify(
            self._voice.say("table.pace_now", pace=self._rate), markup=False, timeout=2
        )
        self.look_on()

    # ------------------------------------------------------------------ another program plays

    @property
    def words(self) -> str:
        """What there is to say while another program plays, or when it has left; else nothing."""
        match = self._match
        if not (match.read_only and match.spectator):
            return ""
        return self._voice.say("table.seat_free") if match.closed else match.trouble or ""

    def look_again(self) -> None:
        """Take up what was decided elsewhere since."""
        if not self._match.read_only:
            return
        before = self._match.closed
        try:
            news = self._match.refresh()
        except SaveError as error:
            self._screen.notify(clean(str(error)), severity="error", markup=False)
            return
        if news or self._match.closed != before:
            self._changed()
