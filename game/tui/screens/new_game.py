"""Setting up a match: scenario, start, seats, seed, name."""

from __future__ import annotations

import secrets
from typing import ClassVar

from attrs import frozen
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Input, Label, Select, Static

from game.match import Library, SaveError
from game.match.names import LONGEST
from game.opponents import HUMAN
from game.rules import Rulebook
from game.scenario import Scenario, load, scenarios
from game.telling.messages import english
from game.telling.opponents import sitters
from game.telling.voice import Voice
from game.tui.draw.styles import BAD, DIM, STRONG, say
from game.tui.screens.front import Front
from game.tui.screens.front import Input as Sent
from game.tui.screens.help import MAIN
from game.tui.screens.seats import choices
from game.tui.widgets.footer import Footer
from game.tui.widgets.line import LineInput
from game.tui.widgets.pick import Pick

STANDARD = "standard"
MOST = 2**64 - 1
"""The largest seed."""


@frozen
class Setup:
    """What was chosen for a new match. ``variant`` is nothing for the standard start."""

    scenario: str
    variant: str | None
    seats: tuple[str, str]
    seed: int
    name: str


class NewGameScreen(Front[Setup | None]):
    """Asks for a setup; dismissed with it, or with nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1,question_mark", "app.help", "keys.help", key_display="F1", id="help"),
        Binding("f2", "start", "keys.begin", key_display="F2", id="new.start"),
        Binding("escape,q", "leave", "keys.back", key_display="Esc", id="new.leave"),
    ]
    AUTO_FOCUS = "#start"

    def __init__(self, library: Library, scenario: str = MAIN) -> None:
        super().__init__()
        self._library = library
        self._shipped = [each for each in scenarios() if each.error is None]
        self._shipped.sort(key=lambda each: each.id != MAIN)  # the main one first
        first = self._shipped[0].id
        self._first = scenario if scenario in {each.id for each in self._shipped} else first
        self._scenario: Scenario | None = None

    def too_early(self, event: Sent, seen: float) -> bool:
        return event.time < seen

    def compose(self) -> ComposeResult:
        yield Static(say((english().say("setup.title"), STRONG)), id="page-title")
        with VerticalScroll(id="form", can_focus=False):
            with Horizontal(classes="field"):
                yield Label(say(english().say("setup.scenario")))
                yield Pick(
                    [(say(each.title), each.id) for each in self._shipped],
                    value=self._first,
                    allow_blank=False,
                    compact=True,
                    id="scenario",
                )
            with Horizontal(classes="field"):
                yield Label(say(english().say("setup.start")))
                yield Pick(
                    [(say(english().say("setup.standard")), STANDARD)],
                    allow_blank=False,
                    compact=True,
                    id="variant",
                )
            for number in (0, 1):
                with Horizontal(classes="field"):
                    yield Label(id=f"side-{number}")
                    yield Pick(
                        [(say(english().say("setup.person")), HUMAN)],
                        allow_blank=False,
                        compact=True,
                        id=f"seat-{number}",
                    )
            with Horizontal(classes="field"):
                yield Label(say(english().say("setup.seed")))
                yield LineInput(
                    str(secrets.randbelow(10**6)), longest=len(str(MOST)), id="seed", digits=True
                )
            with Horizontal(classes="field"):
                yield Label(say(english().say("setup.name")))
                yield LineInput(longest=LONGEST, id="name")
            with Horizontal(classes="field"):
                yield Label()
                yield Button(
                    say(english().say("setup.begin")), variant="primary", compact=True, id="start"
                )
            yield Static(id="fault")
            yield Static(id="about")
            yield Static(say((english().say("setup.keys"), DIM)), id="hint")
        yield Footer()

    def on_mount(self) -> None:
        self._show_scenario(self._first)

    def on_select_changed(self, event: Select.Changed) -> None:
        """Another scenario has other sides and starts."""
        if event.select.id == "scenario" and isinstance(event.value, str):
            self._show_scenario(event.value)
        elif self._scenario is not None and event.select.id in ("seat-0", "seat-1"):
            known = {each.name: each.about for each in sitters(english(), self._scenario)}
            about = known.get(str(event.value), self._scenario.summary)
            self.query_one("#about", Static).update(say((about, DIM)))

    def _show_scenario(self, name: str) -> None:
        if self._scenario is not None and self._scenario.id == name:
            return
        scenario = self._scenario = load(name)
        words = english().say
        starts = [(say(words("setup.standard")), STANDARD)]
        starts += [
            (say(words("setup.choice", name=each.name, about=each.about)), each.id)
            for each in scenario.variants
        ]
        self.query_one("#variant", Select).set_options(starts)
        book = Rulebook(scenario)
        for side in (0, 1):
            self.query_one(f"#seat-{side}", Select).set_options(choices(scenario))
            self.query_one(f"#side-{side}", Label).update(say(Voice(book).side(side)))
        self.query_one("#name", LineInput).value = self._library.new_slug(scenario.id)
        self.query_one("#about", Static).update(say((scenario.summary, DIM)))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_start()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_start()

    def action_start(self) -> None:
        """Start the match, or say what is missing."""
        seed = self.query_one("#seed", LineInput).number(MOST)
        if seed is None:
            self._complain(english().say("setup.bad_seed", most=MOST))
            return
        name = self.query_one("#name", LineInput).value.strip()
        try:
            self._library.create(name)
        except SaveError as error:
            self._complain(english().say("setup.bad_name", why=str(error)))
            return
        variant = str(self.query_one("#variant", Select).value)
        self.dismiss(
            Setup(
                scenario=str(self.query_one("#scenario", Select).value),
                variant=None if variant == STANDARD else variant,
                seats=(
                    str(self.query_one("#seat-0", Select).value),
                    str(self.query_one("#seat-1", Select).value),
                ),
                seed=seed,
                name=name,
            )
        )

    def _complain(self, fault: str) -> None:
        self.query_one("#fault", Static).update(say((fault, BAD)))

    def action_leave(self) -> None:
        """Back without a match."""
        self.dismiss(None)
