"""Whether the other side lets a decision be taken back, and at what price."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from game.match import Match
from game.telling.decisions import say_decision
from game.telling.voice import Voice
from game.tui.draw.styles import STRONG, say, side_style
from game.tui.screens.front import Careful
from game.tui.widgets.menu import Menu, Row

PRICES = (0, 1, 2, 3)
"""What the other side may ask for it, in points of score."""


class Grant(Careful[int | None]):
    """Asks the other side; dismissed with the price, 0 for none, or with nothing: refused."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "Help", show=False, id="help"),
        Binding("escape,q,n", "refuse", "Refuse", show=False, id="grant.refuse"),
    ]

    def __init__(self, match: Match, side: int) -> None:
        """``side`` asks to take its last decision back."""
        super().__init__()
        book, ply = match.book, match.tree.timeline.own(side) or 0
        voice = Voice(book)
        name, other = voice.side(side), voice.side(1 - side)
        self._title = say(
            (f"{other}: ", side_style(book, 1 - side)),
            (f"{name} asks to take its last decision back", STRONG),
        )
        self._what = say_decision(voice, match.states[ply], match.decisions[ply])
        self._goal = match.scenario.sides[side].goal_short

    def compose(self) -> ComposeResult:
        with Vertical(id="question"):
            yield Static(self._title, id="question-title")
            yield Static(say(self._what, "\n"))
            yield Menu(id="ways")

    def on_mount(self) -> None:
        menu = self.query_one(Menu)
        rows: dict[int | None, str] = {None: "Refuse", 0: "Accept"}
        rows |= {price: f"Accept for {price} of its {self._goal}" for price in PRICES[1:]}
        menu.add_options(Row(say((row, STRONG)), price) for price, row in rows.items())
        menu.highlighted = 0
        menu.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer."""
        event.stop()
        if isinstance(event.option, Row):
            self.dismiss(event.option.thing)

    def action_refuse(self) -> None:
        """Refuse."""
        self.dismiss(None)
