"""A match, read-only: the table at any moment, with the transcript beside it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from game.match import Match
from game.tui.draw.detail import draw_told
from game.tui.draw.ending import draw_ending
from game.tui.draw.ink import DIM, STRONG, lines, meter, say
from game.tui.draw.story import draw_heading, draw_opening, entry_at, position_at
from game.tui.screens.news import News
from game.tui.screens.why import Why
from game.tui.widgets.board import Course, Summary, Talk, show
from game.tui.widgets.menu import Menu
from game.tui.widgets.reading import Reading


class Timeline(Menu, inherit_bindings=False):
    """The decisions of a match. The screen has the keys, for they mean moments here, not lines."""


class ReplayScreen(Screen[None]):
    """Steps through a match. The line that is highlighted is the moment that is shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "Help", key_display="?", id="help"),
        Binding("left,h", "step(-1)", "Back", key_display="←", id="replay.back"),
        Binding("right,l", "step(1)", "On", key_display="→", id="replay.on"),
        Binding("left_square_bracket", "round(-1)", "Round −", key_display="[", id="replay.less"),
        Binding("right_square_bracket", "round(1)", "Round +", key_display="]", id="replay.more"),
        Binding("home,g", "jump(0)", "Start", key_display="g", id="replay.start"),
        Binding("end,G", "jump(-1)", "End", key_display="G", id="replay.end"),
        Binding("n", "news", "News", id="replay.news"),
        Binding("w", "why", "Why?", id="replay.why"),
        Binding("down,j", "step(1)", show=False, id="replay.down"),
        Binding("up,k", "step(-1)", show=False, id="replay.up"),
        Binding("pagedown", "read(1)", show=False, id="replay.read_down"),
        Binding("pageup", "read(-1)", show=False, id="replay.read_up"),
        Binding("q,escape", "leave", "Leave", key_display="q", id="replay.leave"),
    ]

    def __init__(self, match: Match) -> None:
        super().__init__()
        self.match = match

    def compose(self) -> ComposeResult:
        yield Static(id="place")
        yield Summary(id="summary")
        with Container(id="floor"):
            yield Course(id="course")
            yield Talk(id="talk")
            with Container(id="hand"):
                yield Timeline(id="timeline")
                yield Reading(id="detail")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        match = self.match
        timeline = self.query_one(Timeline)
        timeline.add_options([Option(say(("The start", STRONG))), *map(self._line, self._places())])
        timeline.highlighted = 0
        timeline.focus()
        if match.trouble:
            self.notify(match.trouble, severity="warning", markup=False, timeout=12)

    def _places(self) -> range:
        return range(len(self.match.decisions))

    def _line(self, place: int) -> Option:
        told = entry_at(self.match, place)
        return Option(say((f"{told.round:>2} ", DIM), draw_heading(self.match.book, told)))

    # ------------------------------------------------------------------ showing a moment

    @property
    def moment(self) -> int:
        """How many decisions have been taken in the position that is shown."""
        return self.query_one(Timeline).highlighted or 0

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the moment of the highlighted line."""
        match, moment = self.match, event.option_index
        position = position_at(match, moment)
        show(self, position)
        total = len(match.decisions)
        self.query_one("#place", Static).update(
            say(
                ("Replay ", STRONG),
                meter(moment, 0, total, 24, STRONG),
                f" {moment} of {total} decisions ",
                (match.header.title or match.scenario.title, DIM),
            )
        )
        self.query_one(Reading).show(self._detail(moment))

    def _detail(self, moment: int) -> Content:
        match = self.match
        if moment == 0:
            return draw_opening(match.scenario)
        told = entry_at(match, moment - 1)
        rows = [draw_heading(match.book, told), *draw_told(told.told, told.words)]
        if reason := match.reasons[moment - 1]:
            rows.append(say((f"“{reason}”", "italic")))
        if moment == len(match.decisions) and match.verdict is not None:
            width = self.query_one("#detail").content_size.width
            rows += [say(""), draw_ending(match.book, match.state, width)]
        return lines(rows)

    # ------------------------------------------------------------------ keys

    def action_step(self, by: int) -> None:
        """One decision on or back."""
        self._go_to(self.moment + by)

    def action_round(self, by: int) -> None:
        """To the start of the next round, or of this one, or of the one before."""
        states = self.match.states
        starts = [0] + [
            place
            for place in range(1, len(states))
            if states[place].round != states[place - 1].round
        ]
        moment = self.moment
        if by > 0:
            self._go_to(next((start for start in starts if start > moment), len(states) - 1))
        else:
            self._go_to(max((start for start in starts if start < moment), default=0))

    def action_jump(self, to: int) -> None:
        """To the start (0) or the end (-1)."""
        self._go_to(to if to >= 0 else len(self.match.decisions))

    def _go_to(self, moment: int) -> None:
        timeline = self.query_one(Timeline)
        timeline.highlighted = min(max(moment, 0), len(self.match.decisions))

    def action_news(self) -> None:
        """What was coming at the moment that is shown."""
        self.app.push_screen(News(self.match.book, self.match.states[self.moment]))

    def action_why(self) -> None:
        """Every number with what made it, up to the moment that is shown."""
        self.app.push_screen(Why(self.match, self.moment))

    def action_read(self, pages: int) -> None:
        """Turn the pages of the text beside the list."""
        self.query_one(Reading).turn(pages)

    def action_leave(self) -> None:
        """Back to where the replay was opened from."""
        self.dismiss()
