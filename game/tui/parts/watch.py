"""A match that nobody here plays: opponents among themselves, or another program."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer

from game.match import Match, SaveError
from game.review.stops import stop_at
from game.telling.turning_points import say_stop
from game.telling.voice import Voice
from game.text import clean
from game.tui.screens.front import Front

PACES = {"fast": 0.2, "normal": 1.0, "slow": 3.2, "key": None}
"""Seconds for which a decision stays on the screen when no person sits at the table, by what the
pace is called; at the last one a key brings each decision.
"""
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
        self._pace = "normal"
        self._seen = len(match.decisions)
        self._stopped = ""

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
            self._stop_at_what_matters()
            self._tell(self._standing, "")
            if self.timer and not self.halted:
                self.timer.resume()

    # ------------------------------------------------------------------ opponents among themselves

    def _set_timer(self) -> None:
        if self.timer:
            self.timer.stop()
        seconds = PACES[self._pace] or LOOK
        self.timer = self._screen.set_interval(seconds, self._play_next, pause=True)

    @property
    def halted(self) -> bool:
        """Whether nobody decides before a key is pressed."""
        return self.paused or PACES[self._pace] is None

    @property
    def _rate(self) -> str:
        return self._voice.say(f"table.pace.{self._pace}")

    @property
    def _standing(self) -> str:
        """How it stands with the watching; empty while it runs."""
        if self._stopped:
            return self._voice.say("table.stopped", turn=self._stopped)
        if self.paused:
            return self._voice.say("table.paused", pace=self._rate)
        return self._voice.say("table.by_key") if self.halted else ""

    def _stop_at_what_matters(self) -> None:
        """Halt where a debate is won, somebody contradicts itself, or a side has a choice; not at
        the fastest pace.
        """
        line = self._match.tree.timeline
        since, self._seen = self._seen, len(line.decisions)
        if self._pace == "fast" or self.paused:
            return
        for ply in range(since + 1, self._seen + 1):
            if (stop := stop_at(line, ply)) is not None:
                self._stopped = say_stop(self._voice, stop)
                self.paused = True
                self.halt()

    def halt(self) -> None:
        """Let nobody decide any more."""
        if self.timer:
            self.timer.pause()

    def can(self, action: str) -> bool:
        """Whether it can be halted, run on, or run at another pace."""
        if self.timer is None or self._match.verdict is not None:
            return False
        return action == "pace" or (action == "run") == self.halted

    def pause(self) -> None:
        """Halt, and say so."""
        self.paused = True
        self.halt()
        self.look_on()

    def run(self) -> None:
        """Go on; one decision only, if a key is to bring each."""
        self.paused, self._stopped = False, ""
        if self.halted:
            self._play_next()
        else:
            self.look_on()

    def pace(self, by: int) -> None:
        """Decide faster or slower."""
        paces = list(PACES)
        self._pace = paces[min(max(paces.index(self._pace) + by, 0), len(paces) - 1)]
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
