"""Whether the other side lets a decision be taken back, and at what price."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from game.match import Match
from game.match.forced import last_choice
from game.telling.decisions import say_decision
from game.telling.voice import Voice
from game.tui.draw.styles import STRONG, say, side_style, worded
from game.tui.modal import Careful
from game.tui.widgets.menu import Menu, Row

PRICES = (0, 1, 2, 3)
"""What the other side may ask for it, in points of score."""


class Grant(Careful[int | None]):
    """Asks the other side; dismissed with the price, 0 for none, or with nothing: refused."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "keys.help", show=False, id="help"),
        Binding("escape,q,n", "refuse", "keys.refuse", show=False, id="grant.refuse"),
    ]

    def __init__(self, match: Match, side: int) -> None:
        """``side`` asks to take its last decision back."""
        super().__init__()
        book, ply = match.book, last_choice(match, side) or 0
        voice = Voice(book)
        self._voice = voice
        self._title = worded(
            voice,
            "screens.grant.title",
            STRONG,
            other=(voice.side(1 - side), side_style(book, 1 - side)),
            side=(voice.named(side), STRONG),
        )
        decision = say_decision(voice, match.states[ply], match.decisions[ply])
        self._what = voice.say("screens.grant.what", decision=decision)
        self._goal = match.scenario.sides[side].goal_short

    def compose(self) -> ComposeResult:
        with Vertical(id="question"):
            yield Static(self._title, id="question-title")
            yield Static(say(self._what, "\n"))
            yield Menu(id="ways")

    def on_mount(self) -> None:
        menu = self.query_one(Menu)
        words = self._voice.say
        rows: dict[int | None, str] = {
            None: words("screens.grant.refuse"),
            0: words("screens.grant.accept"),
        }
        rows |= {
            price: words("screens.grant.price", price=price, goal=self._goal)
            for price in PRICES[1:]
        }
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
