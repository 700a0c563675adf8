"""A match that nobody here plays: opponents among themselves, or another program."""

from __future__ import annotations

from collections.abc import Callable

from game.match import Match, SaveError
from game.telling.voice import Voice
from game.text import clean
from game.tui.parts.recital import Recital
from game.tui.screens.front import Front

LOOK = 1.0
"""Seconds between two looks at a match that another program plays."""


class Watch:
    """Brings a match that is watched on.

    Args:
        screen: the screen that is watched.
        match: the match.
        voice: who tells it.
        alone: whether opponents play among themselves.
        recital: tells what they decide.
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
        recital: Recital,
        play_next: Callable[[], None],
        tell: Callable[[str, str], None],
        changed: Callable[[], None],
    ) -> None:
        self.alone = alone
        self.paused = False
        self._recital = recital
        self._screen = screen
        self._match = match
        self._voice = voice
        self._play_next = play_next
        self._tell = tell
        self._changed = changed
        self._seen = len(match.decisions)
        self._stopped = ""

    def begin(self) -> None:
        """Look from time to time at what no person here brings about."""
        if self._match.read_only:
            self._screen.set_interval(LOOK, self.look_again)

    def look_on(self) -> None:
        """Nobody at the terminal plays, and all is told: show what happened last, and go on."""
        match = self._match
        if match.read_only:
            free = match.spectator and match.closed
            self._tell("", self._voice.say("table.take_the_seat") if free else "")
            return
        self._stop_at_what_matters()
        self._tell(self.standing, "")
        if not self.halted:
            self._play_next()

    # ------------------------------------------------------------------ opponents among themselves

    @property
    def halted(self) -> bool:
        """Whether nobody decides before a key is pressed."""
        return self.paused or self._recital.by_hand

    @property
    def standing(self) -> str:
        """How it stands with the watching; empty while it runs."""
        if not self.alone:
            return ""
        if self._stopped:
            return self._voice.say("table.stopped", turn=self._stopped)
        if self.paused:
            pace = self._voice.say(f"table.pace.{self._recital.pace}")
            return self._voice.say("table.paused", pace=pace)
        return self._voice.say("table.by_key") if self.halted else ""

    def _stop_at_what_matters(self) -> None:
        """Halt where a debate is won, somebody contradicts itself, or a side has a choice; not at
        the fastest pace.
        """
        line = self._match.tree.timeline
        since, self._seen = self._seen, len(line.decisions)
        if self._recital.pace == "fast" or self.paused:
            return
        from game.review.stops import stop_at  # noqa: PLC0415 - where a game is watched
        from game.telling.turning_points import say_stop  # noqa: PLC0415 - likewise

        for ply in range(since + 1, self._seen + 1):
            if (stop := stop_at(line, ply)) is not None:
                self._stopped = say_stop(self._voice, stop)
                self.paused = True

    @property
    def halts(self) -> bool:
        """Whether a key halts it, or lets it run on."""
        return self.alone and not self._match.read_only and self._match.verdict is None

    def can(self, action: str) -> bool:
        """Whether it can be halted or run on."""
        return self.halts and (action == "run") == self.halted

    def pause(self) -> None:
        """Halt, and say so."""
        self.paused = True
        self._recital.hold(held=True)
        self._changed()

    def run(self) -> None:
        """Go on; one beat only, if a key is to bring each, and after the last the next decision."""
        recital = self._recital
        self.paused, self._stopped = False, ""
        recital.hold(held=False)
        if not recital.by_hand:
            self._changed()
        elif recital.waits:
            recital.on()
        else:
            recital.settle()
            self._play_next()

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
