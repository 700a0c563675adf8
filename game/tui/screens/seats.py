"""Who plays on from a position."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Label, Select, Static

from game.opponents import HUMAN
from game.scenario import Scenario
from game.telling.messages import english
from game.telling.opponents import sitters
from game.tui.draw.styles import DIM, STRONG, say
from game.tui.modal import Careful
from game.tui.widgets.pick import Pick, line


def choices(scenario: Scenario, *also: str) -> list[tuple[Content, str]]:
    """Who can sit in a seat, as choices: a person, and every opponent with its stance."""
    words = english().say
    known = {HUMAN: say(words("setup.person"))}
    known |= {each.name: line(each.title, each.stance) for each in sitters(english(), scenario)}
    known |= {name: say(name) for name in also if name not in known}
    return [(what, name) for name, what in known.items()]


class SeatsScreen(Careful[tuple[str, str] | None]):
    """Asks who sits where; dismissed with the seats, or with nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "keys.help", show=False, id="help"),
        Binding("escape,q", "leave", "keys.back", show=False, id="seats.leave"),
    ]
    AUTO_FOCUS = "#start"

    def __init__(self, scenario: Scenario, sitting: tuple[str, str]) -> None:
        super().__init__()
        self._scenario = scenario
        self._sitting = sitting

    def compose(self) -> ComposeResult:
        with Vertical(id="question"):
            yield Static(say((english().say("setup.play_on_title"), STRONG)), id="question-title")
            for side, seat in enumerate(self._sitting):
                with Horizontal(classes="field"):
                    yield Label(say((self._scenario.sides[side].name, STRONG)))
                    yield Pick(
                        choices(self._scenario, seat),
                        value=seat,
                        allow_blank=False,
                        compact=True,
                        id=f"seat-{side}",
                    )
            yield Static(say((english().say("setup.play_on_keys"), DIM)))
            with Horizontal(id="question-answers"):
                yield Button(
                    say(english().say("setup.play_on")), variant="primary", compact=True, id="start"
                )

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        first, second = (str(self.query_one(f"#seat-{side}", Select).value) for side in (0, 1))
        self.dismiss((first, second))

    def action_leave(self) -> None:
        """Back without playing on."""
        self.dismiss(None)
