"""Who plays a side: the opponents, each with how hard it is and what it stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from game.review.tallies import Tally
from game.telling.messages import english
from game.telling.opponents import Sitter, how_it_went
from game.text.cells import cells
from game.tui.draw.partners import draw_sitter
from game.tui.draw.styles import DIM, STRONG, fit, lines, say
from game.tui.modal import Careful
from game.tui.widgets.footer import Footer
from game.tui.widgets.list_and_text import ListAndText
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.text_pane import TextPane


class WhoScreen(Careful[str | None]):
    """Asks who plays; dismissed with the name of a seat, or with nothing.

    Args:
        title: what is asked.
        sitters: who can be chosen.
        chosen: the name of the seat of whoever is chosen so far.
        played: by the name of a seat how people have fared against it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "keys.help", key_display="?", id="help"),
        Binding("pagedown", "read(1)", show=False, id="who.read_down"),
        Binding("pageup", "read(-1)", show=False, id="who.read_up"),
        Binding("q,escape,backspace", "leave", "keys.back", key_display="q", id="who.leave"),
    ]

    def __init__(
        self,
        title: str,
        sitters: Sequence[Sitter],
        chosen: str,
        played: Mapping[str, Tally] = MappingProxyType({}),
    ) -> None:
        super().__init__()
        self._title = title
        self._sitters = sitters
        self._chosen = chosen
        self._played = played

    def compose(self) -> ComposeResult:
        yield Static(say((self._title, STRONG)), id="page-title")
        listed = Menu(id="saves", title=english().say("screens.pane.who"))
        text = TextPane(id="preview", title=english().say("screens.pane.sitter"))
        yield ListAndText(listed, text, long=True)
        yield Footer()

    def on_mount(self) -> None:
        menu = self.query_one(Menu)
        names = max((cells(each.title) for each in self._sitters), default=0)
        hards = max((cells(each.hard) for each in self._sitters), default=0)
        menu.add_options(Row(_line(each, names, hards), each) for each in self._sitters)
        places = [place for place, each in enumerate(self._sitters) if each.name == self._chosen]
        menu.highlighted = places[0] if places else 0
        menu.focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the marked one stands for."""
        if isinstance(event.option, Row):
            sitter = event.option.thing
            kept = [english().say("forecast.later", line=each) for each in sitter.lines]
            told = [draw_sitter(english(), sitter, kept)]
            if went := how_it_went(english(), self._played.get(sitter.name)):
                told = [say(went), say(""), *told]
            self.query_one(TextPane).show(lines(told))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the marked one."""
        if isinstance(event.option, Row):
            self.dismiss(event.option.thing.name)

    def action_read(self, pages: int) -> None:
        """Turn the pages of the text below the list."""
        self.query_one(TextPane).turn(pages)

    def action_leave(self) -> None:
        """Back without a choice."""
        self.dismiss(None)


def _line(sitter: Sitter, names: int, hards: int) -> Content:
    """An opponent on one row: who, how hard, and whom one would see there."""
    return say(
        fit(say((sitter.title, STRONG)), names + 2),
        fit(say(sitter.hard), hards + 2),
        (sitter.face or sitter.stance, DIM),
    )
