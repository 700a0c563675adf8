"""Whose turn it is: a person is asked, an opponent thinks, or the verdict is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from game.match import Match
from game.match.forced import forced
from game.settings import Settings
from game.tui.draw.teller import Teller
from game.tui.parts.grace import Grace
from game.tui.parts.leaving import ask_to_leave
from game.tui.parts.narration import Narration
from game.tui.parts.players import Players
from game.tui.parts.take_back import TakeBack
from game.tui.parts.teaching import Teaching
from game.tui.parts.watch import Watch
from game.tui.screens.front import Front
from game.tui.widgets.board import StoryBeside
from game.tui.widgets.hand import Hand

if TYPE_CHECKING:
    from game.opponents import Opponent

GLANCE = 0.5
"""Seconds between two looks at how far an opponent is with its thinking."""


class Turns:
    """Passes the table on to whoever is next, once it is told what happened.

    Args:
        screen: the screen on which a match is played.
        match: the match.
        teller: who tells it.
        opponents: by side, who plays a seat in which no person sits.
        settings: how what happens is told.
        teaching: tells how it begins, and what belongs to a lesson.
        narration: tells what happens.
        hand: where it is told, and where a person decides.
        beside: the story beside the table.
        players: asks the opponents.
        take_back: takes decisions back.
        watching: brings a match on that nobody here plays.
        decided: says whether the match is another one since it was drawn last.
        draw: draws the board.
        keys: shows the keys that do something now.
        sit_down: takes a seat that is free.
    """

    def __init__(
        self,
        screen: Front[None],
        match: Match,
        teller: Teller,
        opponents: Mapping[int, Opponent],
        settings: Settings,
        *,
        teaching: Teaching,
        narration: Narration,
        hand: Hand,
        beside: StoryBeside,
        players: Players,
        take_back: TakeBack,
        watching: Callable[[], Watch],
        decided: Callable[[], bool],
        draw: Callable[[], None],
        keys: Callable[[], None],
        sit_down: Callable[[], None],
    ) -> None:
        self.grace = Grace()
        self._screen = screen
        self._match = match
        self._teller = teller
        self._opponents = opponents
        self._watched = len(opponents) == len(match.scenario.sides)
        self._settings = settings
        self._teaching = teaching
        self._fresh = teaching.fresh and not self._watched and not match.read_only
        self._narration = narration
        self._hand = hand
        self._beside = beside
        self._players = players
        self._take_back = take_back
        self._watching = watching
        self._decided = decided
        self._draw = draw
        self._keys = keys
        self._sit_down = sit_down
        self._learnt = False
        """Whether all has been told before the last page of a lesson."""
        self._waited = False
        """Whether somebody at the terminal has seen an opponent think."""

    def begin(self) -> None:
        """Take up what has happened so far, and look from time to time at who thinks."""
        if not (self._fresh or self._take_back.waits):
            self._narration.take_up()  # before anything is shown: it is told from there
        self._screen.set_interval(GLANCE, self.show_thought)

    def go_on(self) -> None:
        """Tell what has happened by now; then it is somebody's turn."""
        if self._fresh:
            self._fresh = False
            self._teaching.begin()
        elif self._take_back.waits:
            self._take_back.grant()
        else:
            self._narration.take_up()
            self._draw()
            self._pass_on()

    def _pass_on(self) -> None:
        match, recital = self._match, self._narration.recital
        playing = match.verdict is None and not match.read_only and not self._teaching.over
        thinks = playing and match.state.side in self._opponents
        if thinks and not self._watched:
            self._players.play_next()
        elif playing and not thinks:
            self._take_forced()
        if self._decided():
            return
        if recital.waits or (thinks and not (recital.told or recital.by_hand)):
            self.tell(self._standing)
        elif self._teaching.over:
            self._learnt = True
            self._lead(*self._teaching.end)
        elif match.verdict is not None and self._learnt:
            self._finish()
        elif match.verdict is not None:
            voice = self._teller.voice
            self._lead(voice.say("table.over"), voice.say("table.see_verdict"), self._finish)
        elif match.read_only or self._watched:
            self._watching().look_on()
        elif thinks:
            self.tell(self._standing)
        else:
            self._offer()
        self._keys()

    def _take_forced(self) -> None:
        """Take the one step that is possible, if there is no choice."""
        only = forced(self._match.book, self._match.state)
        if only is not None:
            self._match.decide(only)

    def _offer(self) -> None:
        """All is told: let a person decide."""
        self._narration.asked(self.grace)
        if self._waited and self._settings.bell:
            self._screen.app.bell()
        self._waited = False
        self._teaching.show()  # nothing is left to be told before it
        self._beside.until = None
        self._beside.tell(self._narration.board)
        # What stands in the story beside the table is in sight there.
        nothing = (Content(), Content())
        self._hand.offer(*(nothing if self._beside.room else self._narration.last))

    def leave(self) -> None:
        """Leave the table: of a match that is over by the verdict, which has to be read; else it is
        asked first whether to.
        """
        if self._match.verdict is None:
            ask_to_leave(self._screen, self._match, self._teller.voice)
        elif self._teaching.over:
            self._learnt = True
            self._teaching.end[2]()
        else:
            self._finish()

    def _lead(self, over: str, label: str, then: Callable[[], None]) -> None:
        """All is told, and it leads somewhere else: say why, and what Enter does."""
        self._narration.asked(self.grace)
        self._hand.lead(self._narration.text(), label, over, then)

    def _finish(self) -> None:
        if self._screen.is_active:
            from game.tui.screens.verdict import VerdictScreen  # noqa: PLC0415 - a screen is imported when it opens

            self._screen.app.switch_screen(VerdictScreen(self._match))

    # ------------------------------------------------------------------ nobody here is asked

    @property
    def _standing(self) -> str:
        """How it stands while nobody at the terminal is asked: who thinks, or that it is halted."""
        recital, watching = self._narration.recital, self._watching()
        if not (self._players.thinking and (recital.told or recital.by_hand)):
            return watching.standing
        keys = "" if self._watched else self._teller.voice.say("table.decide_now")
        who = self._teller.latest().header.who
        said = self._players.said(who, calm=self._settings.reduced_motion)
        return f"{said} {keys}".rstrip()

    def tell(self, row: str, take: str = "") -> None:
        """Say how things stand, and what happened; ``take`` is what Enter does: it takes the
        seat.
        """
        text = self._narration.text(row)
        if take:
            self._hand.lead(text, take, "", self._sit_down)
        else:
            narration = self._narration
            self._hand.tell(text, narration.recital.shown[-1:], narration.about)

    def show_thought(self) -> None:
        """Say how far whoever thinks is."""
        if self._players.thinking and self._screen.is_active and (words := self._standing):
            self._waited = True
            self.tell(words)
            self._keys()

    def tell_pace(self) -> None:
        """Say at which pace it is told now."""
        voice = self._teller.voice
        rate = voice.say(f"table.pace.{self._narration.recital.pace}")
        self._screen.notify(voice.say("table.pace_now", pace=rate), markup=False, timeout=2)
