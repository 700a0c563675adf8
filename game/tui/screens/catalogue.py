"""The scenarios that can be played, each with its rules in a page."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from game.scenario import Scenario, load, scenarios
from game.tui.draw.ink import DIM, STRONG, lines, say
from game.tui.screens.help import Help


class CatalogueScreen(Screen[None]):
    """Lists scenarios and tells what each is about. Enter shows its rules."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "Help", key_display="?", id="help"),
        Binding("n", "app.new_game", "New game", id="catalogue.new"),
        Binding("q,escape,backspace", "leave", "Back", key_display="q", id="catalogue.leave"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._shipped = scenarios()

    def compose(self) -> ComposeResult:
        yield Static(say(("Scenarios", STRONG)), id="page-title")
        yield OptionList(
            *(Option(say((each.title, STRONG))) for each in self._shipped),
            id="saves",
            markup=False,
            compact=True,
        )
        with VerticalScroll(id="preview", can_focus=False):
            yield Static(id="preview-text")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.query_one("#saves").focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell what the highlighted scenario is about."""
        scenario = load(self._shipped[event.option_index].id)
        self.query_one("#preview-text", Static).update(_about(scenario))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Show the rules in a page."""
        self.app.push_screen(Help(load(self._shipped[event.option_index].id)))

    def action_leave(self) -> None:
        """Back to the title."""
        self.dismiss()


def _about(scenario: Scenario) -> Content:
    rows = [say((scenario.summary, STRONG)), say("")]
    for paragraph in scenario.opening.split("\n\n"):
        rows += [say(paragraph), say("")]
    for side in scenario.sides:
        rows += [say((f"{side.name}: ", STRONG), side.about), say("")]
    counts = (
        f"{scenario.rounds} rounds, {len(scenario.motions)} motions, "
        f"{len(scenario.arguments)} arguments, {len(scenario.acts)} acts, "
        f"{len(scenario.headlines)} headlines."
    )
    rows += [
        say((counts, DIM)),
        say((f"After “{scenario.source.title}”. ", DIM), scenario.source.note),
    ]
    return lines(rows)
