"""The page of arguments: both hands, and what answers what, as it stands."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from game.rules import State
from game.telling.arguments import MappedArgument, argument_map
from game.telling.board import Board
from game.telling.voice import Voice
from game.tui.draw.argument_rows import draw_argument, draw_entry
from game.tui.draw.styles import DIM, STRONG, lines, say, side_style
from game.tui.modal import Modal
from game.tui.widgets.footer import Footer
from game.tui.widgets.low import Low
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.text_pane import TextPane

_HEAD = 14
"""Rows about an argument besides its lists: what it is, and the heads with a gap above each."""
_EACH = 3
"""Rows of what stands in its lists: one, and what it says."""


class ArgumentsScreen(Modal[None]):
    """Lists the arguments of both hands; beside the list, all about the marked one.

    Args:
        voice: who tells it.
        state: the position.
        seen: the table in it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "keys.help", key_display="?", id="help"),
        Binding("pagedown,enter,space", "read(1)", show=False, id="arguments.read_down"),
        Binding("pageup", "read(-1)", show=False, id="arguments.read_up"),
        Binding("tab", "other_hand", "keys.other_hand", key_display="Tab", id="arguments.other"),
        Binding(
            "q,m,escape,backspace", "dismiss", "keys.back", key_display="q", id="arguments.leave"
        ),
    ]

    def __init__(self, voice: Voice, state: State, seen: Board) -> None:
        super().__init__()
        self._voice = voice
        self._seen = seen
        self._found = argument_map(voice, state, seen)
        debate = state.debate
        self._last = debate.chain[-1] if debate is not None else -1
        self._width = 0
        """For how many cells the list was told."""

    def compose(self) -> ComposeResult:
        say_it = self._voice.say
        yield Static(say((say_it("arguments.title"), STRONG)), id="page-title")
        hour = self._seen.mood.sentence if self._seen.mood else ""
        rows = [say(hour)] if hour else []
        yield Static(lines([*rows, say((say_it("arguments.legend"), DIM))]), id="legend")
        with Low(id="hands") as hands:
            yield Menu(id="hand-list", title=say_it("screens.pane.hands"), taken=False)
            yield TextPane(id="argument", title=say_it("screens.pane.argument"))
        hands.hold(max(len(self._found) + len({each.side for each in self._found}), self._longest))
        yield Footer()

    @property
    def _longest(self) -> int:
        """Rows of all about an argument, with what is said in its lists; about as many at most."""
        return max((_HEAD + _EACH * sum(map(len, each.lists)) for each in self._found), default=0)

    def on_mount(self) -> None:
        menu = self.query_one(Menu)
        self._fill()
        menu.highlighted = self._first()
        menu.focus()

    def on_resize(self) -> None:
        # How wide the list is now is known once all is laid out.
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        menu = self.query_one(Menu)
        if menu.scrollable_content_region.width != self._width:
            place = menu.highlighted
            self._fill()
            menu.highlighted = place

    def _fill(self) -> None:
        menu = self.query_one(Menu)
        self._width = menu.scrollable_content_region.width
        width = max(1, self._width)
        side = -1
        menu.clear_options()
        for each in self._found:
            if each.side != side:
                side = each.side
                name = self._voice.say("arguments.hand", side=self._voice.side(side))
                style = f"{side_style(self._voice.book, side)} underline"
                menu.add_option(Option(say((name, style)), disabled=True))
            menu.add_option(Row(draw_entry(self._voice, each, width), each))

    def _first(self) -> int | None:
        """The argument that was said last if there is a debate, else the first of the viewer's."""
        places = {
            (option.thing.side, option.thing.argument): place
            for place, option in enumerate(self.query_one(Menu).options)
            if isinstance(option, Row)
        }
        debate = self._seen.debate
        if debate is not None and (debate.holder, self._last) in places:
            return places[debate.holder, self._last]
        return next(iter(places.values()), None)

    @property
    def _marked(self) -> tuple[int, int] | None:
        """The side and the argument under the cursor."""
        row = self.query_one(Menu).highlighted_option
        return (row.thing.side, row.thing.argument) if isinstance(row, Row) else None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell all about the marked argument."""
        if isinstance(event.option, Row):
            told = event.option.thing
            self.query_one(TextPane).show(self._about(told), of=(told.side, told.argument))

    def _about(self, each: MappedArgument) -> Content:
        debate = self._seen.debate
        holds = debate is not None and debate.holder == each.side
        last, pane = self._last if holds else -1, self.query_one(TextPane)
        for texts in (True, False):
            told = draw_argument(self._voice, each, last, quotes=True, texts=texts)
            if pane.holds(told):
                return told
        return draw_argument(self._voice, each, last)

    def action_read(self, pages: int) -> None:
        """Turn the pages of the text beside the list."""
        self.query_one(TextPane).turn(pages)

    def action_other_hand(self) -> None:
        """To the first argument of the other hand."""
        menu, marked = self.query_one(Menu), self._marked
        side = marked[0] if marked is not None else -1
        for place, option in enumerate(menu.options):
            if isinstance(option, Row) and option.thing.side != side:
                menu.highlighted = place
                return
