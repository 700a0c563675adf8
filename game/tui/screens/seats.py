"""Who plays on from a position."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Label, Select, Static

from game.opponents import seats
from game.review.words import side_name
from game.rules import Rulebook
from game.tui.draw.ink import DIM, STRONG, say, side_style


class SeatsScreen(ModalScreen[tuple[str, str] | None]):
    """Asks who sits where; dismissed with the seats, or with nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "Help", show=False, id="help"),
        Binding("escape,q", "leave", "Back", show=False, id="seats.leave"),
    ]
    AUTO_FOCUS = "#start"

    def __init__(self, book: Rulebook, sitting: tuple[str, str]) -> None:
        super().__init__()
        self._book = book
        self._sitting = sitting

    def compose(self) -> ComposeResult:
        known = list(dict.fromkeys((*seats(), *self._sitting)))
        with Vertical(id="question"):
            yield Static(say(("Play on from here", STRONG)), id="question-title")
            for side, seat in enumerate(self._sitting):
                with Horizontal(classes="field"):
                    yield Label(say((side_name(self._book, side), side_style(self._book, side))))
                    yield Select(
                        [(say(name), name) for name in known],
                        value=seat,
                        allow_blank=False,
                        compact=True,
                        id=f"seat-{side}",
                    )
            yield Static(say(("The line as it was stays as it is. Escape goes back.", DIM)))
            with Horizontal(id="question-answers"):
                yield Button(say("Play on"), variant="primary", compact=True, id="start")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        first, second = (str(self.query_one(f"#seat-{side}", Select).value) for side in (0, 1))
        self.dismiss((first, second))

    def action_leave(self) -> None:
        """Back without playing on."""
        self.dismiss(None)
