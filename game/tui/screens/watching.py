"""A match that nobody here plays: opponents among themselves, or another program."""

from __future__ import annotations

from abc import abstractmethod

from textual.timer import Timer

from game.match import SaveError
from game.text import clean
from game.tui.play_on import SitDown
from game.tui.screens.asking import Asking

LAST = 3
"""How many decisions are told again to whoever comes back, or watches."""
PACES = (0.2, 0.4, 0.8, 1.6, 3.2)
"""Seconds for which a decision stays on the screen when no person sits at the table."""
WATCH = 1.0
"""Seconds between two looks at a match that another program plays."""


class Watching(Asking):
    """A table that can be watched."""

    watched: bool
    """Whether no person sits at it."""
    _pace: Timer | None = None
    _speed = PACES.index(0.8)
    _paused = False

    @abstractmethod
    def tell(self, row: str, take: str = "") -> None:
        """Say how things stand, above what happened last; ``take`` is what Enter does."""

    @abstractmethod
    def play_next(self) -> None:
        """Let the next opponent decide, if it is one's turn."""

    @abstractmethod
    def show_keys(self) -> None:
        """Show the keys that do something now."""

    @abstractmethod
    def show_board(self) -> None:
        """Draw all anew."""

    def begin_watching(self) -> None:
        """Look from time to time at what no person here brings about."""
        if self.match.read_only:
            self.set_interval(WATCH, self.look_again)
        elif self.watched:
            self._pace = self.set_interval(PACES[self._speed], self.play_next, pause=True)

    def look_on(self) -> None:
        """Nobody at the terminal plays: show what happened last."""
        if self.match.read_only:
            self.tell("", "Take the seat" if self.match.spectator and self.match.closed else "")
        else:
            self.tell(f"Paused, {self._rate}. Space: run." if self._paused else "")
            if self._pace and not self._paused:
                self._pace.resume()
        self.show_keys()

    # ------------------------------------------------------------------ opponents among themselves

    @property
    def _rate(self) -> str:
        return f"{PACES[self._speed]:g} s a decision"

    def halt(self) -> None:
        """Let nobody decide any more."""
        if self._pace:
            self._pace.pause()

    def can(self, action: str) -> bool:
        """Whether it can be halted, run on, or run at another pace."""
        if self._pace is None or self.match.verdict is not None:
            return False
        return action == "pace" or (action == "run") == self._paused

    def action_pause(self) -> None:
        """Halt, and say so."""
        self._paused = True
        self.halt()
        self.stop_thinking()
        self.look_on()

    def action_run(self) -> None:
        """Go on."""
        self._paused = False
        self.look_on()

    def action_pace(self, by: int) -> None:
        """Decide faster or slower."""
        self._speed = min(max(self._speed + by, 0), len(PACES) - 1)
        if self._pace:
            self._pace.stop()
            self._pace = self.set_interval(PACES[self._speed], self.play_next, pause=True)
        self.notify(f"{self._rate}.", markup=False, timeout=2)
        self.look_on()

    # ------------------------------------------------------------------ another program plays

    @property
    def watching(self) -> str:
        """What there is to say while another program plays, or when it has left; else nothing."""
        match = self.match
        if not (match.read_only and match.spectator):
            return ""
        return "Whoever played has left; the seat is free." if match.closed else match.trouble or ""

    def look_again(self) -> None:
        """Take up what was decided elsewhere since."""
        if not self.match.read_only:
            return
        before = self.match.closed
        try:
            news = self.match.refresh()
        except SaveError as error:
            self.notify(clean(str(error)), severity="error", markup=False)
            return
        if news or self.match.closed != before:
            self.show_board()
            self.go_on()

    def sit_down(self) -> None:
        """Play the match that was watched."""
        self.app.post_message(SitDown(self.match))
