"""What happened since somebody last decided, told one beat after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.timer import Timer

from game.settings import Settings
from game.tui.pacing import other_pace, time_for
from game.tui.screens.front import Front

if TYPE_CHECKING:
    from game.telling.beats import Beat


class Recital:
    """Tells beats at a pace. The last of them stays in sight when all is told.

    A beat stays for as long as it takes to read it, or until a key. Where nothing may change by
    the clock, all beats are told at once.

    Args:
        screen: the screen on which they are told.
        settings: how they are wanted.
        passing: whether somebody knows a beat already, so that no key is needed to go on from it.
        joined: whether a beat is about the one before it, and is told with it.
        lasting: whether a beat has its time though it is the last one.
        turned: is told that another beat is shown, or that the last one has been read.
        page: shows what there was no room for of a beat, and tells whether there was any.
    """

    def __init__(
        self,
        screen: Front[None],
        settings: Settings,
        *,
        passing: Callable[[Beat], bool],
        joined: Callable[[Beat], bool],
        lasting: Callable[[Beat], bool],
        turned: Callable[[], None],
        page: Callable[[], bool],
    ) -> None:
        self.beats: list[Beat] = []
        """All that happened since somebody last decided."""
        self.by_key = False
        """Whether a key has brought the beat that is shown, or has ended it."""
        self.pace = settings.pace
        self._together = settings.reduced_motion
        self._screen = screen
        self._passing, self._joined, self._lasting = passing, joined, lasting
        self._turned = turned
        self._page = page
        self._first = 0
        self._at = -1
        self._read = True
        self._held = False
        self._late = False
        self._timer: Timer | None = None

    # ------------------------------------------------------------------ what is told

    @property
    def shown(self) -> Sequence[Beat]:
        """What is told now: a beat, after what somebody knows already, and with what is about it;
        or, where all is told together, everything since then. Nothing if nothing has happened.
        """
        end = self._after(self._at) if self._at >= 0 else 0
        return self.beats[self._first : None if self._together else end]

    def _after(self, at: int) -> int:
        """The first beat that is not told with another one."""
        at += 1
        while at < len(self.beats) and self._joined(self.beats[at]):
            at += 1
        return at

    @property
    def before(self) -> Sequence[Beat]:
        """What was told before that, since somebody decided."""
        return self.beats[: self._first]

    @property
    def ply(self) -> int | None:
        """How many decisions had been taken when that had happened which is told; nothing if
        nothing is.
        """
        shown = self.shown
        return shown[-1].ply if shown else None

    @property
    def rest(self) -> Sequence[Beat]:
        """What is still to be told of the decision that is told."""
        ply = self.ply
        return () if self._together else [it for it in self.beats[self._at + 1 :] if it.ply == ply]

    @property
    def left(self) -> int:
        """How many beats follow; one if nothing does but what is told already."""
        rest = self.beats[self._at + 1 :]
        return sum(not self._joined(beat) for beat in rest) or min(1, len(rest))

    @property
    def waits(self) -> bool:
        """Whether there is more to tell before anybody is asked anything."""
        last = not self.left and not self._read and self._at >= 0
        return self.left > 0 or (last and self._lasting(self.beats[self._at]))

    @property
    def told(self) -> bool:
        """Whether the last beat has had its time as well."""
        return self._read and not self.waits

    # ------------------------------------------------------------------ telling

    def begin(self) -> None:
        """Somebody has decided: what follows is told from its beginning."""
        self.settle()
        self.beats, self._first, self._at, self.by_key = [], 0, -1, False

    def add(self, beats: Sequence[Beat]) -> None:
        """Tell this as well."""
        if not beats:
            return
        first = self._first if self._at >= 0 and self._passing(self.beats[self._at]) else None
        self.beats += beats
        if first is not None or self._read:
            self._show(self._at + 1, first)

    def on(self, *, by_key: bool = True) -> None:
        """To what there was no room for of this beat, else to the next one; after the last one
        that has been read.
        """
        self.by_key = by_key
        if not self._read and self._page():
            self._start()
            return
        if not self.left:
            self.settle()
        elif self._together:  # all of it has been in sight
            self._show(len(self.beats) - 1, self._first)
            self.settle()
        elif (after := self._after(self._at)) < len(self.beats):
            self._show(after)
        else:  # what follows was told with it
            self._at = after - 1
            self.settle()
        self._turned()

    def skip(self) -> None:
        """To the last beat, which needs no time any more."""
        self.by_key = True
        if self.left:
            self._show(len(self.beats) - 1, self._first if self._together else None)
        self.settle()
        self._turned()

    def settle(self) -> None:
        """The last beat stays in sight, and needs no time of its own."""
        self._read = True
        self._stop()

    def _show(self, at: int, first: int | None = None) -> None:
        """Show a beat; what somebody knows already is told with what follows it."""
        self._first = at if first is None else first
        while self._passing(self.beats[at]) and self._after(at) < len(self.beats):
            at += 1
        self._at, self._read = at, False
        self._start()

    # ------------------------------------------------------------------ the clock

    def change(self, by: int) -> None:
        """Tell so many paces faster, or slower if negative."""
        self.pace = other_pace(self.pace, by)
        if not self._read:
            self._start()

    @property
    def by_hand(self) -> bool:
        """Whether a key brings each beat."""
        return self._together or time_for(self.pace, 0) is None

    @property
    def way(self) -> str:
        """What goes on from what is told: ``key``, ``clock``, or ``held`` while the clock waits for
        somebody to go on.
        """
        if self.by_hand:
            return "key"
        return "held" if self._held else "clock"

    def hold(self, *, held: bool) -> None:
        """Let the beat that is shown stay until it is let go, or a key comes."""
        self._held = held
        if not self._read:
            self._start()

    def wait(self) -> None:
        """Let the clock wait for a key, or go on again."""
        self.hold(held=not self._held)
        self._turned()

    def look_again(self) -> None:
        """Go on if it was time to while something lay over the screen, unless it has been left."""
        if self._late and self._screen.is_active:
            self._late = False
            self.on(by_key=False)

    def _start(self) -> None:
        self._stop()
        words = sum(each.length for each in self.shown if not self._passing(each))
        seconds = time_for(self.pace, words)
        if seconds is not None and not self._held and not self._together:
            self._timer = self._screen.set_timer(seconds, self._due)

    def _due(self) -> None:
        self._timer = None
        if self._screen.is_active:
            self.on(by_key=False)
        else:
            self._late = True

    def _stop(self) -> None:
        self._late = False
        if self._timer is not None:
            self._timer.stop()
        self._timer = None
