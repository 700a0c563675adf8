"""The table: the board, the choices of the side that decides, and what each of them means."""

from __future__ import annotations

import math
from collections.abc import Callable, MutableMapping
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from game.match import Match, Moment
from game.match.event import Commented, Event
from game.settings import Settings
from game.tui.draw.teller import Teller
from game.tui.parts.counsel import Counsel
from game.tui.parts.forecasts import Forecasts
from game.tui.parts.keeping import Keeping
from game.tui.parts.narration import Narration
from game.tui.parts.players import Players
from game.tui.parts.questions import Questions
from game.tui.parts.recital import Recital
from game.tui.parts.study import Study
from game.tui.parts.take_back import TakeBack
from game.tui.parts.teaching import Teaching
from game.tui.parts.turns import Turns
from game.tui.parts.watch import Watch
from game.tui.play_on import PlayOn, SitDown
from game.tui.screens.front import Front
from game.tui.screens.front import Input as Sent
from game.tui.screens.table_keys import CHANGING, TABLE_KEYS
from game.tui.widgets.aside import Aside
from game.tui.widgets.board import Middle, StoryBeside, Summary, show
from game.tui.widgets.box import Box
from game.tui.widgets.footer import Footer
from game.tui.widgets.hand import Hand
from game.tui.widgets.worth_line import WorthLine

if TYPE_CHECKING:
    from game.opponents import Opponent


class TableScreen(Front[None]):
    """Plays a match: offers what can be decided, and shows what has been, whoever decided it.

    Args:
        match: the match; it is on disk at every moment.
        opponents: by side, who plays a seat in which no person sits.
        coach: calls who thinks of hints, if anybody does.
        settings: how what happens is told.
    """

    AT_FIRST = True
    BINDINGS: ClassVar[list[BindingType]] = TABLE_KEYS

    def __init__(
        self,
        match: Match,
        opponents: MutableMapping[int, Opponent],
        coach: Callable[[], Opponent | None] = lambda: None,
        settings: Settings = Settings(),  # noqa: B008 - it is frozen
    ) -> None:
        super().__init__()
        self.match = match
        self.teller = teller = Teller(match)
        self.opponents = opponents
        self.watched = len(opponents) == len(match.scenario.sides)
        self.teaching = Teaching(
            self, match, teller, self.go_on, lambda: self.reciting or self.recital.waits
        )
        self.forecasts = Forecasts(
            self,
            match,
            teller.voice,
            self.opponents,
            found=lambda: self.hand.show_again(),  # noqa: PLW0108 - there is no hand yet
            looks_ahead=lambda: self.permissions.processes and not self.players.thinking,
        )
        self.hand = Hand(match, teller, self.show_keys, self.forecasts)
        self.beside = StoryBeside(teller)
        self.worth = WorthLine(match, teller.voice, self.opponents)
        self.narration = Narration(
            self,
            match,
            teller,
            settings,
            people=[side for side in (0, 1) if side not in self.opponents],
            teaching=self.teaching,
            turned=self.go_on,
            beside=lambda: self.beside.room,
            thinks=lambda: match.state.side in opponents,
            halts=lambda: self.watching.halts,
        )
        self._due = self._changing = False
        self._usable: tuple[bool, ...] = ()
        self._unsubscribe: Callable[[], None] = lambda: None
        voice = teller.voice
        self.study = Study(
            self,
            match,
            teller,
            in_view=lambda: (match.tree.current, len(match.decisions)),
            look_at=self._play_in,
            commented=lambda: self.notify(voice.say("table.kept"), markup=False),
            happened=lambda: self.narration.page,
            cited=lambda: self.hand.cited,
        )
        self.players = Players(self, match, voice, self.opponents, failed=self._seat_is_free)
        self.take_back = TakeBack(self, match, voice, self.opponents)
        self.counsel = Counsel(self, match, teller, self.players, coach)
        self.asking = Questions(
            self,
            match,
            teller,
            in_view=lambda: (match.tree.current, len(match.decisions)),
            opponents=lambda: self.opponents,
            last=lambda: self.players.last,
            busy=lambda: self.players.thinking,
        )
        self.turns = Turns(
            self,
            match,
            teller,
            self.opponents,
            settings,
            teaching=self.teaching,
            narration=self.narration,
            hand=self.hand,
            beside=self.beside,
            players=self.players,
            take_back=self.take_back,
            watching=lambda: self.watching,
            decided=lambda: self._changing,
            draw=self._show_board,
            keys=self.show_keys,
            sit_down=self.sit_down,
        )
        self.watching = Watch(
            self,
            match,
            voice,
            alone=self.watched and not match.read_only,
            recital=self.recital,
            play_next=self.players.play_next,
            tell=self.turns.tell,
            changed=self.changed,
        )
        self.keeping = Keeping(self, match, watching=lambda: self.watching.words, kept=self.changed)

    def compose(self) -> ComposeResult:
        self.hand.entitle(self.narration.board.header)
        yield Summary(asks=True)
        with Box(id="floor"):
            yield Middle()
            yield Aside(id="aside")
            yield self.hand
            yield self.beside
        yield self.worth
        yield Static(id="trouble")
        yield Footer()

    def on_mount(self) -> None:
        self._unsubscribe = self.match.subscribe(self._heard)
        self.turns.begin()
        self._show_board()
        self.watching.begin()
        self.keeping.begin()
        self.call_after_refresh(self.go_on)

    def on_unmount(self) -> None:
        self.put_away()

    def put_away(self) -> None:
        """Let go of the match, and of whoever thinks."""
        self._unsubscribe()
        self.players.stop()
        self._listen_no_more()
        self.match.close()

    def _listen_no_more(self) -> bool:
        """Ask nobody any more; tells whether anybody was asked by whoever plays here."""
        self.forecasts.stop()
        self.worth.stop()
        stopped = [self.counsel.stop(), self.asking.stop()]
        return any(stopped)

    @property
    def shown(self) -> bool:
        return self.hand.seen < math.inf

    def too_early(self, event: Sent, seen: float) -> bool:
        """Nothing is decided before it has been in view what it means, nor by the keys with which
        somebody has gone on from beat to beat.
        """
        takes, since = not isinstance(event, events.Key) or event.key == "enter", self.hand.seen
        if takes and event.time < max(seen, since):
            return True
        return not self.reciting and self.turns.grace.refuses(event, since)

    # ------------------------------------------------------------------ drawing

    def _show_board(self) -> None:
        self.teaching.show(self.narration.state, self.narration.whole)
        self.beside.until = self.narration.told_before
        board = self.narration.seen
        show(self, board)
        self.hand.entitle(board.header)
        self.keeping.tell()
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys that do something now; drawing it is slow, so only if they differ."""
        usable = tuple(self.check_action(action, ()) is True for action in CHANGING)
        if usable != self._usable:
            self._usable = usable
            self.refresh_bindings()

    # ------------------------------------------------------------------ whoever is next

    def _heard(self, what: Moment | Event) -> None:
        """Something has happened in the match; a comment changes nothing that the table shows."""
        if not isinstance(what, Commented):
            self.changed()

    def changed(self) -> None:
        """The match is another now, whoever has brought that about: a person here, an opponent,
        another program. This is the one way back to the table; it goes on when all has come.
        """
        self._listen_no_more()
        self.hand.clear()
        if not self._changing:
            self._changing = True
            self.call_later(self._follow)

    def _follow(self) -> None:
        self._changing = False
        if self.is_attached:
            self.narration.take_up()
            self._show_board()
            self.worth.look()
            self.go_on()

    def go_on(self) -> None:
        """Pass the table on to whoever is next: a person, an opponent, or the verdict.

        While something lies over the table, such as the help page, it waits.
        """
        self._due = not self.is_active
        if not self._due:
            self.turns.go_on()

    def on_screen_resume(self) -> None:
        """Do what had to wait; what was done in front of the table may have been written."""
        self.keeping.tell()
        if self._due:
            self.call_after_refresh(self.go_on)
        self.call_after_refresh(self.recital.look_again)

    def sit_down(self) -> None:
        """Play the match that was watched."""
        self.app.post_message(SitDown(self.match))

    def _play_in(self, variation: int) -> None:
        """Play goes on in another line of play."""
        if variation != self.match.tree.current:
            line = self.match.tree.variations[variation].timeline
            self.app.post_message(PlayOn(self.match, variation, len(line.decisions)))

    def _seat_is_free(self) -> None:
        """An opponent cannot go on: somebody else may take the seat."""
        self._due = True  # whoever leaves the question lets it try again
        self.when_in_front(self.action_play_on)

    @property
    def recital(self) -> Recital:
        """Tells what happens, beat by beat."""
        return self.narration.recital

    @property
    def reciting(self) -> bool:
        """Whether beats are told, so that a key brings the next one."""
        return self.hand.telling and not self.recital.told

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show a key only where it does something."""
        if not super().check_action(action, parameters) or (action == "hint" and self.match.over):
            return False
        if action == "ask":
            return bool(self.opponents)
        if action in ("hint", "worth"):
            return not self.watched and not self.match.read_only
        if action == "hurry":
            return self.players.thinking and not self.watched and not self.reciting
        if action in ("on", "hold", "skip"):
            can = self.reciting and not (action == "hold" and self.recital.by_hand)
            return can and not self.watching.halts
        if action in ("pause", "run"):
            return self.watching.can(action)
        if action == "lesson":
            return self.teaching.lesson is not None
        if action in ("back", "take_back"):
            return self.hand.tabled if action == "back" else self.take_back.can
        return action != "save_as" or self.match.trouble is not None

    # ------------------------------------------------------------------ keys

    def action_on(self) -> None:
        """To the next beat."""
        self.recital.on()

    def action_hold(self) -> None:
        """What is told waits for a key, or goes on by the clock again."""
        self.recital.wait()

    def action_skip(self) -> None:
        """To the end of what is told."""
        self.recital.skip()

    def other_key(self) -> bool:
        """A key that does nothing else goes on to the next beat, and so does a click."""
        if reciting := self.reciting:
            self.recital.on()
        return reciting

    on_beats_clicked = other_key

    def action_hurry(self) -> None:
        """Let whoever thinks decide now."""
        self.players.hurry()

    def action_back(self) -> None:
        """From the arguments back to the motions."""
        self.hand.back()

    def action_pause(self) -> None:
        """Halt a match that is watched."""
        self.players.stop()
        self.watching.pause()
        self.show_keys()

    def action_run(self) -> None:
        """Let it go on."""
        self.watching.run()
        self.show_keys()

    def action_pace(self, by: int) -> None:
        """Tell what happens faster or slower."""
        self.recital.change(by)
        self.turns.tell_pace()
        if self.watched:
            self.changed()

    def action_take_back(self) -> None:
        """Take the last decision of a person back."""
        self.take_back.ask()

    def action_ask(self) -> None:
        """Ask the opponent about its last decision."""
        self.asking.ask()

    def action_hint(self) -> None:
        """Ask the coach for the best few decisions."""
        self.counsel.hint()

    def action_worth(self) -> None:
        """Be told what the position is worth, or no longer."""
        self.notify(self.worth.switch(), markup=False)

    def action_save_as(self) -> None:
        """Keep the match in another folder from now on."""
        self.keeping.save_as()

    def action_study(self, what: str) -> None:
        """Look closer at what is in view."""
        self.study.look(what)

    def action_play_on(self) -> None:
        """Play on from here, as anyone."""
        self.study.play_on()

    def action_lesson(self) -> None:
        """What there is to try in this lesson."""
        self.teaching.page()

    def action_read(self, pages: int) -> None:
        """Turn the pages of the text beside the list."""
        self.hand.reading.turn(pages)

    def action_leave(self) -> None:
        """Leave for the title screen, or the verdict; the match is on disk already."""
        if self._listen_no_more():
            words = self.teller.voice.say("table.asking_stopped")
            self.notify(words, markup=False, timeout=2)
        elif self.hand.tabled:
            self.action_back()
        else:
            self.turns.leave()
