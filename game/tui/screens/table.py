"""The table: the board, the choices of the side that decides, and what each of them means."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from game.match import Match
from game.opponents import Answer, Game, Opponent
from game.review.asked import game_of
from game.review.explain import brief
from game.rules import NOBODY, Decision
from game.telling.decisions import question
from game.telling.menu import Item, Section, backings, menu
from game.text import clean
from game.tui.draw.detail import draw_item
from game.tui.draw.styles import DIM, STRONG, lines, say
from game.tui.draw.teller import Teller, draw_opening, save_name
from game.tui.screens.front import Input as Sent
from game.tui.screens.question import Question
from game.tui.screens.story import Story
from game.tui.screens.verdict import VerdictScreen
from game.tui.screens.watching import LAST, Watching
from game.tui.thinking import Thinking
from game.tui.widgets.board import Middle, Summary, show
from game.tui.widgets.choices import Choices
from game.tui.widgets.footer import Footer
from game.tui.widgets.text_pane import TextPane

GLANCE = 0.5
"""Seconds between two looks at how far an opponent is with its thinking."""
CHANGING = ("back", "save_as", "take_back", "hint", "hurry", "pause", "run")
"""What can be done now and then only."""


class TableScreen(Watching):
    """Plays a match.

    Args:
        match: the match; it is on disk at every moment.
        opponents: by side, who plays a seat in which no person sits.
        coach: who thinks of hints, if anybody does.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "keys.help", key_display="?", id="help"),
        Binding("backspace,left", "back", "keys.back", id="table.back"),
        Binding("n", "news", "keys.news", show=False, id="table.news"),
        Binding("t", "story", "keys.transcript", id="table.story"),
        Binding("w", "why", "keys.why", id="table.why"),
        Binding("u", "take_back", "keys.take_back", id="table.take_back"),
        Binding("a", "ask", "keys.ask", id="table.ask"),
        Binding("h", "hint", "keys.hint", id="table.hint"),
        Binding("b", "play_on", "keys.branch", show=False, id="table.branch"),
        Binding("c", "comment", "keys.comment", show=False, id="table.comment"),
        Binding("v", "variations", "keys.lines", show=False, id="table.lines"),
        Binding("s", "save_as", "keys.save_as", id="table.save_as"),
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
        self.teller = Teller(match)
        self.coach = coach
        self.opponents = opponents
        self.watched = len(opponents) == len(match.scenario.sides)
        self._tabled: Item | None = None
        fresh = all(state.side == NOBODY for state in match.states[:-1])
        self._fresh = fresh and not self.watched and not match.read_only
        # Whoever comes back is told the last that happened.
        self._told = max(0, len(match.decisions) - (0 if fresh else LAST))
        self.moves = len(match.moves)
        self._holder = NOBODY
        self._thinking = Thinking(self, self._answered, self._failed)
        self._due = False
        self._usable: tuple[bool, ...] = ()
        self._next: Callable[[], None] | None = None
        self._unsubscribe: Callable[[], None] = lambda: None

    def compose(self) -> ComposeResult:
        yield Summary(id="summary")
        with Container(id="floor"):
            yield Middle()
            with Container(id="hand"):
                yield Choices(id="choices")
                yield TextPane(id="detail")
        yield Static(id="trouble")
        yield Footer()

    def on_mount(self) -> None:
        self._unsubscribe = self.match.subscribe(lambda _: self.show_board())
        self.show_board()
        self.set_interval(GLANCE, self._show_thought)
        self.begin_watching()
        if self.match.notice:
            self.notify(self.match.notice, markup=False, timeout=12)
        self.call_after_refresh(self.go_on)

    def on_unmount(self) -> None:
        self.put_away()

    def put_away(self) -> None:
        """Let go of the match, and of whoever thinks."""
        self._unsubscribe()
        self._thinking.stop()
        self.stop_asking()
        self.match.close()

    @property
    def shown(self) -> bool:
        return self.query_one(Choices).seen < math.inf

    def too_early(self, event: Sent, seen: float) -> bool:
        """Nothing is decided before it has been in view what it means."""
        takes = not isinstance(event, events.Key) or event.key == "enter"
        return takes and event.time < max(seen, self.query_one(Choices).seen)

    # ------------------------------------------------------------------ drawing

    def show_board(self) -> None:
        show(self, self.teller.latest())
        self.tell_of_the_save()
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys that do something now; the footer is dear, so only if they are others."""
        usable = tuple(self.check_action(action, ()) is True for action in CHANGING)
        if usable != self._usable:
            self._usable = usable
            self.refresh_bindings()

    def _offer(self) -> None:
        """Show the choices of the side that decides, or the arguments for a tabled motion."""
        choices, voice = self.query_one(Choices), self.teller.voice
        if self._tabled is None:
            choices.show(menu(voice, self.match.state))
        else:
            choices.show((backings(voice, self._tabled),))
        choices.focus()
        self.show_keys()

    def _say(self, content: Content) -> None:
        self.query_one(TextPane).show(content)

    def _about(self, item: Item, *, refused: bool = False) -> Content:
        """What an item of the menu means."""
        match, teller = self.match, self.teller
        said = teller.said(match.tree.timeline, len(match.decisions))
        return draw_item(teller.voice, match.state, item, said, refused=refused)

    def on_choices_shown(self, event: Choices.Shown) -> None:
        """Say what the highlighted item means."""
        if self._next is None and event.item is self.query_one(Choices).current:
            self._say(self._about(event.item))

    # ------------------------------------------------------------------ deciding

    def on_choices_barred(self, event: Choices.Barred) -> None:
        """Let it stand out why a closed item cannot be chosen: beside it, where it is read."""
        if event.item is self.query_one(Choices).current:
            self._say(self._about(event.item, refused=True))

    def on_choices_taken(self, event: Choices.Taken) -> None:
        """Take the item: a motion asks for its argument first, all else is decided."""
        if event.item is not self.query_one(Choices).current:
            return  # overtaken: the list shows something else by now
        if self._next is not None:
            then, self._next = self._next, None
            self.query_one("#hand").remove_class("-telling")
            then()
        elif event.item.decision is None:
            self._tabled = event.item
            self._offer()
        else:
            self._decide(event.item.decision)

    def _decide(self, decision: Decision, reason: str = "") -> None:
        self._tabled = None
        self.query_one(Choices).show(())
        self.stop_asking()
        self.match.decide(decision, reason=reason)
        self.go_on()

    def go_on(self) -> None:
        """Pass the table on to whoever is next: a person, an opponent, or the verdict.

        While something lies over the table, such as the help page, it waits.
        """
        self._due = not self.is_active
        if self._due:
            return
        match, side = self.match, self.match.state.side
        if self._fresh:
            self._fresh = False
            self._begin()
        elif match.tree.asked is not None and not match.read_only:
            self.grant()
        elif match.verdict is not None:
            self.halt()
            self._hand_over("the game is over", "See the verdict", self._finish)
        elif match.read_only or self.watched:
            self.look_on()
        elif side in self.opponents:
            self.play_next()
        elif side == self._holder and match.state.debate is not None:
            self._offer()  # whoever stops an argument decides again: there is no news for them
        else:
            self._holder = side
            voice = self.teller.voice
            goes_on = voice.say("table.goes_on", side=voice.side(side))
            self._hand_over(question(voice, match.state), goes_on, self._offer)

    def on_screen_resume(self) -> None:
        """Do what had to wait; what was done in front of the table may have been written."""
        self.tell_of_the_save()
        if self._due:
            self.call_after_refresh(self.go_on)

    def _hand_over(self, title: str, label: str, then: Callable[[], None]) -> None:
        """Tell whoever is next what has changed since the table last changed hands, then go on.

        It is told in the place of the choices: the board stays in view.
        """
        match, since = self.match, self._told
        self._told = len(match.decisions)
        if since == len(match.decisions):
            then()
            return
        self._next = then
        self._tell(self.teller.story(since), at_end=self.watched)
        choices = self.query_one(Choices)
        choices.show((Section("", (Item(label, title),)),))
        choices.focus()

    def _tell(self, text: Content, *, at_end: bool = False) -> None:
        """Give the room of the choices to a text."""
        self.query_one("#hand").add_class("-telling")
        self.query_one(Choices).show(())
        self.query_one(TextPane).show(text, at_end=at_end)

    def tell(self, row: str, take: str = "") -> None:
        """Say how things stand, above what happened last; ``take`` is what Enter does."""
        match = self.match
        story = self.teller.story(max(0, len(match.decisions) - LAST))
        self._tell(lines([say((row, STRONG)), say(""), story]) if row else story)
        self._next = self.sit_down if take else None
        if take:
            choices = self.query_one(Choices)
            choices.show((Section("", (Item(take, ""),)),))
            choices.focus()

    def _begin(self) -> None:
        """Before the first decision, the situation."""
        scenario = self.match.scenario

        def answered(_: bool | None) -> None:  # noqa: FBT001 - the screen's result
            self.go_on()

        title = say((scenario.title, STRONG))
        opening = draw_opening(self.teller.voice, self.teller.latest().situation)
        self.app.push_screen(Question(title, opening, "Begin"), answered)

    def _finish(self) -> None:
        if self.is_active:
            self.app.switch_screen(VerdictScreen(self.match))

    # ------------------------------------------------------------------ opponents

    def play_next(self) -> None:
        match = self.match
        opponent = self.opponents.get(match.state.side)
        if opponent is None or match.verdict is not None or not self.is_active:
            return
        if self._thinking.busy:
            return
        self._thinking.ask(opponent, game_of(match.tree.variation))
        if self._thinking.busy:
            self._show_thought()

    def _show_thought(self) -> None:
        """Say how far whoever thinks is."""
        if self._thinking.busy and self.is_active:
            name = self.teller.voice.side(self.match.state.side)
            keys = "" if self.watched else " Space: decide now."
            self.tell(f"{name} thinks: {self._thinking.progress} %.{keys}")

    def _answered(self, game: Game, answer: Answer) -> None:
        if game.state is self.match.state and not self.match.read_only:
            self._holder = NOBODY
            if answer.thought is not None:
                self.recalled = (game, answer.thought)
            self._decide(answer.decision, answer.reason or brief(game, answer.thought))

    def _failed(self, game: Game, error: Exception) -> None:
        """An opponent cannot go on: somebody else may take the seat."""
        if game.state is self.match.state and not self.match.read_only:
            words = f"{self.teller.voice.side(game.state.side)} cannot decide: {error}"
            self.notify(clean(words), severity="error", markup=False, timeout=20)
            self._due = True  # whoever leaves the question lets it try again
            self.when_in_front(self.action_play_on)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Show a key only where it does something."""
        if action == "ask":
            return bool(self.opponents)
        if action in ("hint", "take_back"):
            return not self.watched and not self.match.read_only
        if action == "hurry":
            return self._thinking.busy and not self.watched
        if action in ("pause", "run", "pace"):
            return self.can(action)
        if action == "back":
            return self._tabled is not None
        if action == "save_as":
            return self.match.trouble is not None
        return True

    # ------------------------------------------------------------------ keys

    def action_hurry(self) -> None:
        """Let whoever thinks decide now."""
        self._thinking.hurry()

    def action_back(self) -> None:
        """From the arguments back to the motions."""
        self._tabled = None
        self._offer()

    def taken_back(self, side: int) -> None:
        """Offer the side its choices anew."""
        self._tabled, self._next = None, None
        self._holder, self._told = side, len(self.match.decisions)
        self.query_one("#hand").remove_class("-telling")
        self.show_board()
        self._offer()

    def action_story(self) -> None:
        """Everything that has happened."""
        self.app.push_screen(Story(self.teller))

    def action_read(self, pages: int) -> None:
        """Turn the pages of the text beside the list."""
        self.query_one(TextPane).turn(pages)

    def action_leave(self) -> None:
        """Leave for the title screen; the match is on disk already."""
        if self.stop_asking():
            self.notify("Nobody is asked any more.", markup=False, timeout=2)
            return
        if self._tabled is not None:
            self.action_back()
            return
        saved = save_name(self.match)
        where = (
            f"It is saved as “{saved}”. Resume goes on from this position."
            if saved
            else "It is not saved anywhere and will be lost."
        )

        def answered(leave: bool | None) -> None:  # noqa: FBT001 - the screen's result
            if leave:
                self.dismiss()

        self.app.push_screen(
            Question(say("Leave the table?"), say((where, DIM)), "Leave", "Stay", safe=bool(saved)),
            answered,
        )
