"""Settings: a row for each, what it does below; a change is seen at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from game.settings import Settings
from game.settings.members import LONGEST_NAME, checked
from game.settings.settings import ANY_LAYOUT, NO_LAYOUT, PACES
from game.telling.messages import english
from game.telling.settings import SettingRow, say_theme, setting_rows
from game.tui.draw.styles import DIM, STRONG, fit, lines, say
from game.tui.layouts import layouts
from game.tui.screens.ask import Ask
from game.tui.screens.front import Front
from game.tui.screens.keys import KeysScreen
from game.tui.screens.question import Question
from game.tui.widgets.box import Box
from game.tui.widgets.footer import Footer
from game.tui.widgets.list_and_text import ListAndText
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from game.tui.app import SharedEnemyApp
    from game.tui.preferences import Preferences

NAME = 18
"""Cells of the column of names."""

ALL = "all"
"""In place of a setting: the row that has all of them as at first."""


class SettingsScreen(Front[None]):
    """Shows what is set, and sets it.

    Args:
        preferences: what is set.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "keys.help", key_display="?", id="help"),
        Binding("right,space", "change(1)", "keys.change", key_display="← →", id="settings.on"),
        Binding("left", "change(-1)", "keys.last_value", show=False, id="settings.back"),
        Binding("backspace,delete", "usual", "keys.usual", key_display="⌫", id="settings.usual"),
        Binding("pagedown", "read(1)", show=False, id="settings.read_down"),
        Binding("pageup", "read(-1)", show=False, id="settings.read_up"),
        Binding("q,escape", "leave", "keys.back", key_display="q", id="settings.leave"),
    ]

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._changes = True
        """Whether the arrows change the marked setting."""

    def compose(self) -> ComposeResult:
        yield Static(say((english().say("settings.heading"), STRONG)), id="page-title")
        listed = Menu(id="saves", title=english().say("screens.pane.settings"))
        text = TextPane(id="preview", title=english().say("screens.pane.does"))
        with Box(classes="leaf"):
            both = ListAndText(listed, text)
            both.hold(len(self._rows))
            yield both
        yield Footer()

    def on_mount(self) -> None:
        self.game.settings_changed.subscribe(self, lambda _: self._show())
        self._show()
        self.query_one(Menu).focus()

    @property
    def game(self) -> SharedEnemyApp:
        """The app that goes by the settings."""
        return cast("SharedEnemyApp", self.app)

    @property
    def _rows(self) -> tuple[SettingRow, ...]:
        words = english().say
        everything = SettingRow(
            ALL, words("settings.reset_title"), "", words("settings.reset_about")
        )
        return (*setting_rows(english(), self.game.settings), everything)

    @property
    def _marked(self) -> str:
        """The setting under the cursor."""
        return self._rows[self.query_one(Menu).highlighted or 0].name

    def _prompt(self, row: SettingRow) -> Content:
        """A row: a value that the arrows change stands between two."""
        value = row.value
        if row.name == "theme":
            value = say_theme(english(), value)
        if self._values(row.name):
            value = english().say("settings.between", value=value)
        return say(fit(say((row.title, STRONG)), NAME + 2), value)

    def _show(self) -> None:
        """Show how everything stands; the cursor stays where it is."""
        menu = self.query_one(Menu)
        rows = self._rows
        prompts = [self._prompt(row) for row in rows]
        if menu.option_count != len(rows):
            menu.add_options(Row(prompt, row) for prompt, row in zip(prompts, rows, strict=True))
            menu.highlighted = 0
        for place, prompt in enumerate(prompts):
            menu.replace_option_prompt_at_index(place, prompt)
        self._explain()

    def _explain(self) -> None:
        """What the marked setting does, and where all of them are kept."""
        words, where = english().say, self._preferences.where
        row = self._rows[self.query_one(Menu).highlighted or 0]
        kept = words("settings.kept", where=where) if where else words("settings.not_kept")
        told = [say(row.about), say(""), say((words("settings.help"), DIM)), say((kept, DIM))]
        self.query_one(TextPane).show(lines(told), of=row.name)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._explain()
        changes = bool(self._values(self._marked))
        if changes is not self._changes:
            self._changes = changes
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The arrows change what has one value after the other."""
        if action == "change" and self.is_mounted:
            return bool(self._values(self._marked))
        return super().check_action(action, parameters)

    # ------------------------------------------------------------------ changing

    def _values(self, name: str) -> Sequence[object]:
        """What a setting can be, one after the other; nothing if it is asked for."""
        match name:
            case "theme":
                return sorted(self.game.available_themes)
            case "pace":
                return PACES
            case "layout":
                return (ANY_LAYOUT, NO_LAYOUT, *layouts())
        return (False, True) if isinstance(getattr(Settings(), name, None), bool) else ()

    def action_change(self, by: int) -> None:
        """The next value of the marked setting, or the one before."""
        name = self._marked
        if values := self._values(name):
            value = getattr(self.game.settings, name)
            if name == "theme":  # one that there is not may be set
                value = self.game.theme
            place = values.index(value) + by if value in values else 0
            self._set(name, values[place % len(values)])

    def _set(self, name: str, value: Any) -> None:  # noqa: ANN401 - as many types as settings
        others = {"high_contrast": False} if name == "theme" else {}
        self.game.change_settings(**{name: value}, **others)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Change the marked setting, or ask how it shall be."""
        event.stop()
        match self._marked:
            case "names":
                self._ask_names()
            case "keys":
                self.app.push_screen(KeysScreen(self._preferences))
            case "seen_notes":
                self.game.change_settings(seen_notes=())
                self.notify(english().say("settings.seen_again"), markup=False)
            case name if name == ALL:
                self._ask_reset()
            case _:
                self.action_change(1)

    def action_usual(self) -> None:
        """The marked setting as if nothing had been set."""
        if self._marked == ALL:
            self._ask_reset()
        else:
            self._set(self._marked, getattr(Settings(), self._marked))

    def _ask_names(self) -> None:
        """Who plays the first side, then who plays the second one."""
        one, two = self.game.settings.names

        def second(first: str | None) -> None:
            if first is not None:
                question = Ask(english().say("settings.second_name"), two, longest=LONGEST_NAME)
                self.app.push_screen(question, lambda name: third(first, name))

        def third(first: str, name: str | None) -> None:
            if name is None:
                return
            try:
                checked("names", [first, name])
            except ValueError:
                words = english().say("settings.long_name", most=LONGEST_NAME)
                self.notify(words, severity="warning", markup=False)
            else:
                self._set("names", (first, name))

        question = Ask(english().say("settings.first_name"), one, longest=LONGEST_NAME)
        self.app.push_screen(question, second)

    def _ask_reset(self) -> None:
        words = english().say

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - what the question gives
            if yes:
                self.game.change_settings(**vars(Settings()))
                self.notify(words("settings.reset"), markup=False)

        title = say((words("settings.reset_question"), STRONG))
        yes, no = words("settings.reset_yes"), words("settings.reset_no")
        question = Question(title, say(words("settings.reset_about")), yes, no, safe=False)
        self.app.push_screen(question, answered)

    def action_read(self, pages: int) -> None:
        """Turn the pages of the text below the list."""
        self.query_one(TextPane).turn(pages)

    def action_leave(self) -> None:
        """Back; everything is kept already."""
        self.dismiss(None)
