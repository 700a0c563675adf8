"""The table: the board, the choices of the side that decides, and what each of them means."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widgets import Static

from game.match import Match, Moment
from game.match.event import Commented, Event
from game.opponents import Opponent
from game.rules import NOBODY
from game.telling.decisions import question
from game.telling.notices import say_notice
from game.text import clean
from game.tui.draw.teller import Teller
from game.tui.parts.counsel import Counsel
from game.tui.parts.forecasts import Forecasts
from game.tui.parts.keeping import Keeping
from game.tui.parts.leaving import ask_to_leave
from game.tui.parts.players import Players
from game.tui.parts.questions import Questions
from game.tui.parts.study import Study
from game.tui.parts.take_back import TakeBack
from game.tui.parts.teaching import Teaching
from game.tui.parts.watch import Watch
from game.tui.play_on import PlayOn, SitDown
from game.tui.screens.front import Front
from game.tui.screens.front import Input as Sent
from game.tui.widgets.board import Middle, StoryBeside, Summary, show
from game.tui.widgets.footer import Footer
from game.tui.widgets.hand import Hand
from game.tui.widgets.text_pane import TextPane
from game.tui.widgets.worth_line import WorthLine

GLANCE = 0.5
"""Seconds between two looks at how far an opponent is with its thinking."""
CHANGING = ("back", "save_as", "take_back", "hint", "hurry", "pause", "run")
"""What can be done now and then only."""


class TableScreen(Front[None]):
    """Plays a match: offers what can be decided, and shows what has been, whoever decided it.

    Args:
        match: the match; it is on disk at every moment.
        opponents: by side, who plays a seat in which no person sits.
        coach: who thinks of hints, if anybody does.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "keys.help", key_display="?", id="help"),
        Binding("backspace,left", "back", "keys.back", id="table.back"),
        Binding("n", "study('news')", "keys.news", show=False, id="table.news"),
        Binding("t", "study('story')", "keys.transcript", id="table.story"),
        Binding("w", "study('why')", "keys.why", id="table.why"),
        Binding("m", "study('arguments')", "keys.arguments", id="table.arguments"),
        Binding("p", "study('whole')", "keys.whole", show=False, id="table.whole"),
        Binding("o", "study('opposite')", "keys.opposite", show=False, id="table.opposite"),
        Binding("u", "take_back", "keys.take_back", id="table.take_back"),
        Binding("a", "ask", "keys.ask", id="table.ask"),
        Binding("h", "hint", "keys.hint", id="table.hint"),
        Binding("e", "worth", "keys.worth", show=False, id="table.worth"),
        Binding("b", "play_on", "keys.branch", show=False, id="table.branch"),
        Binding("c", "study('comment')", "keys.comment", show=False, id="table.comment"),
        Binding("v", "study('variations')", "keys.lines", show=False, id="table.lines"),
        Binding("s", "save_as", "keys.save_as", id="table.save_as"),
        Binding("l", "lesson", "keys.lesson", id="table.lesson"),
        Binding("space", "hurry", "keys.decide_now", show=False, id="table.hurry"),
        Binding("space", "pause", "keys.pause", id="table.pause"),
        Binding("space", "run", "keys.run", id="table.run"),
        Binding("plus,equals_sign", "pace(-1)", show=False, id="table.faster"),
        Binding("minus", "pace(1)", show=False, id="table.slower"),
        Binding("q,escape", "leave", "keys.leave", key_display="q", id="table.leave"),
        Binding("pagedown", "read(1)", show=False, id="table.read_down"),
        Binding("pageup", "read(-1)", show=False, id="table.read_up"),
    ]

    def __init__(
        self, match: Match, opponents: Mapping[int, Opponent], coach: Opponent | None = None
    ) -> None:
        super().__init__()
        self.match = match
        self.teller = teller = Teller(match)
        self.opponents = dict(opponents)
        self.watched = len(opponents) == len(match.scenario.sides)
        self.teaching = Teaching(self, match, teller, self.go_on)
        self._fresh = self.teaching.fresh and not self.watched and not match.read_only
        self.forecasts = Forecasts(
            self,
            match,
            teller.voice,
            self.opponents,
            found=lambda: self.hand.show_again(),  # noqa: PLW0108 - there is no hand yet
            looks_ahead=lambda: self.permissions.processes and not self.players.thinking,
        )
        self.hand = Hand(match, teller, self._show_keys, self.forecasts)
        self.worth = WorthLine(match, teller.voice, self.opponents)
        self.hand.told = self.teaching.known
        self._holder = NOBODY
        self._due = False
        self._changing = False
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
        )
        self.players = Players(self, match, voice, self.opponents, failed=self._seat_is_free)
        self.take_back = TakeBack(self, match, voice, self.opponents, taken_back=self._taken_back)
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
        self.watching = Watch(
            self,
            match,
            voice,
            alone=self.watched,
            play_next=self.players.play_next,
            tell=self._tell,
            changed=self.changed,
        )
        self.keeping = Keeping(self, match, watching=lambda: self.watching.words, kept=self.changed)

    def compose(self) -> ComposeResult:
        yield Summary(id="summary")
        with Container(id="floor"):
            yield Middle()
            yield self.hand
            yield StoryBeside(self.teller)
        yield self.worth
        yield Static(id="trouble")
        yield Footer()

    def on_mount(self) -> None:
        self._unsubscribe = self.match.subscribe(self._heard)
        self._show_board()
        self.set_interval(GLANCE, self._show_thought)
        self.watching.begin()
        if self.match.notice:
            words = say_notice(self.teller.voice.messages, self.match.notice)
            self.notify(clean(words), markup=False, timeout=12)
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
        return self.hand.choices.seen < math.inf

    def too_early(self, event: Sent, seen: float) -> bool:
        """Nothing is decided before it has been in view what it means."""
        takes = not isinstance(event, events.Key) or event.key == "enter"
        return takes and event.time < max(seen, self.hand.choices.seen)

    # ------------------------------------------------------------------ drawing

    def _show_board(self) -> None:
        self.teaching.show()
        show(self, self.teller.latest())
        self.keeping.tell()
        self._show_keys()

    def _show_keys(self) -> None:
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
            self._show_board()
            self.worth.look()
            self.go_on()

    def go_on(self) -> None:
        """Pass the table on to whoever is next: a person, an opponent, or the verdict.

        While something lies over the table, such as the help page, it waits.
        """
        self._due = not self.is_active
        if self._due:
            return
        match, side, voice = self.match, self.match.state.side, self.teller.voice
        if self._fresh:
            self._fresh = False
            self.teaching.begin()
        elif self.take_back.waits:
            self.take_back.grant()
        elif self.teaching.over:
            self.teaching.hand_over(self.hand)
        elif match.verdict is not None:
            self.watching.halt()
            over, label = voice.say("table.over"), voice.say("table.see_verdict")
            self.hand.hand_over(over, label, self._finish, at_end=self.watched)
        elif match.read_only or self.watched:
            self._holder = NOBODY
            self.watching.look_on()
            self._show_keys()
        elif side in self.opponents:
            self._holder = NOBODY
            self.players.play_next()
            self._show_thought()
        elif side == self._holder and match.state.debate is not None:
            self.hand.offer()  # whoever stops an argument decides again: there is no news for them
        else:
            self._holder = side
            goes_on = voice.say("table.goes_on", side=voice.side(side))
            self.hand.hand_over(question(voice, match.state), goes_on, self.hand.offer)

    def on_screen_resume(self) -> None:
        """Do what had to wait; what was done in front of the table may have been written."""
        self.keeping.tell()
        if self._due:
            self.call_after_refresh(self.go_on)

    def _tell(self, row: str, take: str = "") -> None:
        """Say how things stand; ``take`` is what Enter does: it takes the seat."""
        self.hand.tell(row, take, self.sit_down if take else None)

    def _finish(self) -> None:
        if self.is_active:
            from game.tui.screens.verdict import VerdictScreen  # noqa: PLC0415 - a screen is imported when it opens

            self.app.switch_screen(VerdictScreen(self.match))

    def _show_thought(self) -> None:
        """Say how far whoever thinks is."""
        if self.players.thinking and self.is_active:
            keys = "" if self.watched else self.teller.voice.say("table.decide_now")
            self._tell(f"{self.players.said} {keys}".rstrip())

    def sit_down(self) -> None:
        """Play the match that was watched."""
        self.app.post_message(SitDown(self.match))

    def _play_in(self, variation: int) -> None:
        """Play goes on in another line of play."""
        if variation != self.match.tree.current:
            line = self.match.tree.variations[variation].timeline
            self.app.post_message(PlayOn(self.match, variation, len(line.decisions)))

    def _taken_back(self, side: int) -> None:
        """The side that took its decision back decides anew; what it knows is not told again."""
        self._holder = side
        self.hand.know()

    def _seat_is_free(self) -> None:
        """An opponent cannot go on: somebody else may take the seat."""
        self._due = True  # whoever leaves the question lets it try again
        self.when_in_front(self.action_play_on)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show a key only where it does something."""
        if not super().check_action(action, parameters) or (action == "hint" and self.match.over):
            return False
        if action == "ask":
            return bool(self.opponents)
        if action in ("hint", "take_back", "worth"):
            return not self.watched and not self.match.read_only
        if action == "hurry":
            return self.players.thinking and not self.watched
        if action in ("pause", "run", "pace"):
            return self.watching.can(action)
        if action == "lesson":
            return self.teaching.lesson is not None
        if action == "back":
            return self.hand.tabled
        if action == "save_as":
            return self.match.trouble is not None
        return True

    # ------------------------------------------------------------------ keys

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
        self._show_keys()

    def action_run(self) -> None:
        """Let it go on."""
        self.watching.run()
        self._show_keys()

    def action_pace(self, by: int) -> None:
        """Let it go on faster or slower."""
        self.watching.pace(by)
        self._show_keys()

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
        self.query_one(TextPane).turn(pages)

    def action_leave(self) -> None:
        """Leave for the title screen; the match is on disk already."""
        voice = self.teller.voice
        if self._listen_no_more():
            self.notify(voice.say("table.asking_stopped"), markup=False, timeout=2)
            return
        if self.hand.tabled:
            self.action_back()
            return
        ask_to_leave(self, self.match, voice)
