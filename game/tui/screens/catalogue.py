"""The scenarios that can be played, each with its rules in a page."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from game.scenario import MAIN, Listed, Scenario, load, scenarios
from game.telling.messages import english
from game.tui.draw.styles import BAD, DIM, STRONG, lines, say, worded
from game.tui.play_on import Begin
from game.tui.screens.front import Front
from game.tui.widgets.footer import Footer
from game.tui.widgets.list_and_text import ListAndText
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.text_pane import TextPane


class CatalogueScreen(Front[None]):
    """Lists scenarios and tells what each is about. Enter begins a match of the marked one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "rules", "keys.help", key_display="?", id="catalogue.rules"),
        Binding("n", "begin", "keys.new_game", id="catalogue.new"),
        Binding("pagedown", "read(1)", show=False, id="catalogue.read_down"),
        Binding("pageup", "read(-1)", show=False, id="catalogue.read_up"),
        Binding("q,escape,backspace", "leave", "keys.back", key_display="q", id="catalogue.leave"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._shipped = sorted(scenarios(), key=lambda each: each.id != MAIN)

    def compose(self) -> ComposeResult:
        yield Static(say((english().say("screens.catalogue.title"), STRONG)), id="page-title")
        listed = Menu(id="saves", title=english().say("screens.pane.scenarios"))
        text = TextPane(id="preview", title=english().say("screens.pane.about"))
        yield ListAndText(listed, text)
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
            from game.tui.screens.help import Help  # noqa: PLC0415 - a screen is imported when it opens

            self.app.push_screen(
                Help(load(listed.id), None, self.bound, self.permissions, topic="scenarios")
            )

    def action_read(self, pages: int) -> None:
        """Turn the pages of the text below the list."""
        self.query_one(TextPane).turn(pages)

    def action_leave(self) -> None:
        """Back to the title."""
        self.dismiss()


def _line(listed: Listed) -> Content:
    if listed.error is None:
        return say((listed.title, STRONG))
    return worded(english(), "screens.catalogue.faulty", BAD, scenario=(listed.title, STRONG))


def _about(scenario: Scenario) -> Content:
    rows = [say((scenario.summary, STRONG)), say("")]
    for paragraph in scenario.opening.split("\n\n"):
        rows += [say(paragraph), say("")]
    words, source = english(), scenario.source
    for side in scenario.sides:
        named = (side.name, STRONG)
        rows += [worded(words, "screens.catalogue.side", side=named, about=side.about), say("")]
    counts = words.say(
        "screens.catalogue.counts",
        rounds=scenario.rounds,
        motions=len(scenario.motions),
        arguments=len(scenario.arguments),
        acts=len(scenario.acts),
        headlines=len(scenario.headlines),
    )
    after = worded(
        words, "screens.catalogue.after", DIM, source=source.title, note=(source.note, "")
    )
    return lines([*rows, say((counts, DIM)), after])
