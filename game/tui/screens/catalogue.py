"""The scenarios that can be played, each with its rules in a page."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from game.scenario import Listed, Scenario, load, scenarios
from game.tui.draw.styles import BAD, DIM, STRONG, lines, say
from game.tui.play_on import Begin
from game.tui.screens.front import Front
from game.tui.screens.help import MAIN, Help
from game.tui.widgets.footer import Footer
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.text_pane import TextPane


class CatalogueScreen(Front[None]):
    """Lists scenarios and tells what each is about. Enter begins a match of the marked one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "rules", "Help", key_display="?", id="catalogue.rules"),
        Binding("n", "begin", "New game", id="catalogue.new"),
        Binding("pagedown", "read(1)", show=False, id="catalogue.read_down"),
        Binding("pageup", "read(-1)", show=False, id="catalogue.read_up"),
        Binding("q,escape,backspace", "leave", "Back", key_display="q", id="catalogue.leave"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._shipped = sorted(scenarios(), key=lambda each: each.id != MAIN)

    def compose(self) -> ComposeResult:
        yield Static(say(("Scenarios", STRONG)), id="page-title")
        yield Menu(id="saves")
        yield TextPane(id="preview")
        yield Footer()

    def on_mount(self) -> None:
        menu = self.query_one(Menu)
        menu.add_options(Row(_line(each), each) for each in self._shipped)
        menu.action_first()
        menu.focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell what the highlighted scenario is about, or what is wrong with it."""
        if not isinstance(event.option, Row):
            return
        listed = event.option.thing
        about = say((str(listed.error), BAD)) if listed.error else _about(load(listed.id))
        self.query_one(TextPane).show(about)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Set up a match of a scenario."""
        if isinstance(event.option, Row):
            self._begin(event.option.thing)

    def _begin(self, listed: Listed) -> None:
        if listed.error is None:
            self.post_message(Begin(listed.id))

    @property
    def _marked(self) -> Listed | None:
        row = self.query_one(Menu).highlighted_option
        return row.thing if isinstance(row, Row) else None

    def action_begin(self) -> None:
        """Set up a match of the marked scenario."""
        if (listed := self._marked) is not None:
            self._begin(listed)

    def action_rules(self) -> None:
        """Show the rules of the marked scenario in a page."""
        if (listed := self._marked) is not None and listed.error is None:
            self.app.push_screen(Help(load(listed.id)))

    def action_read(self, pages: int) -> None:
        """Turn the pages of the text below the list."""
        self.query_one(TextPane).turn(pages)

    def action_leave(self) -> None:
        """Back to the title."""
        self.dismiss()


def _line(listed: Listed) -> Content:
    return say((listed.title, STRONG), (" – cannot be used" if listed.error else "", BAD))


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
