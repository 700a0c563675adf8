"""Which key does what, and asking for another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from game.telling.messages import MessageError, english
from game.telling.settings import say_settings_fault
from game.tui.draw.styles import DIM, STRONG, fit, lines, say
from game.tui.modal import Careful
from game.tui.screens.front import Front
from game.tui.widgets.footer import Footer
from game.tui.widgets.list_and_text import ListAndText
from game.tui.widgets.menu import Menu, Row
from game.tui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from game.tui.app import SharedEnemyApp
    from game.tui.keymap import KeyAction
    from game.tui.preferences import Preferences

WHERE = 24
"""Cells of the column that says where a key does something."""
NAME = 20
"""Cells of the column that says what it does."""


class KeysScreen(Front[None]):
    """Shows what keys do, and sets them.

    Args:
        preferences: what is set.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "keys.help", key_display="?", id="help"),
        Binding("backspace,delete", "usual", "keys.usual", key_display="⌫", id="keys.usual"),
        Binding("q,escape", "leave", "keys.back", key_display="q", id="keys.leave"),
    ]

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences

    def compose(self) -> ComposeResult:
        yield Static(say((english().say("settings.binding.title"), STRONG)), id="page-title")
        listed = Menu(id="saves", title=english().say("screens.pane.keys"))
        text = TextPane(id="preview", title=english().say("screens.pane.does"))
        yield ListAndText(listed, text, long=True)
        yield Footer()

    def on_mount(self) -> None:
        from game.tui.keymap import bindings  # noqa: PLC0415 - imports every screen, this one too

        menu = self.query_one(Menu)
        told = [each for each in bindings().values() if each.description]
        told.sort(key=lambda each: ("." in each.id, _place(each.id)))
        menu.add_options(Row(self._row(each), each) for each in told)
        menu.highlighted = 0
        menu.focus()
        self.query_one(TextPane).show(lines([say((english().say("settings.binding.help"), DIM))]))

    @property
    def _marked(self) -> KeyAction:
        menu = self.query_one(Menu)
        row = cast("Row[KeyAction]", menu.get_option_at_index(menu.highlighted or 0))
        return row.thing

    def _row(self, bound: KeyAction) -> Content:
        """A binding: where it belongs, what it does, and its keys."""
        words = english().say
        own = self._preferences.keys.get(bound.id)
        keys = own.split(",") if own else bound.keys
        shown = words("names.list.space").join(self.app.get_key_display(_key(key)) for key in keys)
        if own and own != ",".join(bound.keys):
            shown = words("settings.binding.own", keys=shown)
        return say(
            fit(say((_place(bound.id), DIM)), WHERE),
            fit(say((bound.told(english()), STRONG)), NAME),
            shown,
        )

    def _show(self) -> None:
        menu = self.query_one(Menu)
        for place in range(menu.option_count):
            row = cast("Row[KeyAction]", menu.get_option_at_index(place))
            menu.replace_option_prompt_at_index(place, self._row(row.thing))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask for the key."""
        event.stop()
        bound = self._marked

        def pressed(key: str | None) -> None:
            if key is not None:
                self._set({**self._set_now, bound.id: key})

        name = bound.told(english())
        self.app.push_screen(PressKey(english().say("settings.binding.press", name=name)), pressed)

    @property
    def _set_now(self) -> dict[str, str]:
        return dict(self._preferences.settings.keys)

    def _set(self, keys: dict[str, str]) -> None:
        """Set keys, if they can be; else say why not."""
        from game.tui.keymap import keymap  # noqa: PLC0415 - as above

        before = keymap(self._set_now, english())[1]
        faults = [each for each in keymap(keys, english())[1] if each not in before]
        for fault in faults:
            words = say_settings_fault(english(), fault)
            self.notify(words, severity="warning", markup=False)
        if not faults:
            cast("SharedEnemyApp", self.app).change_settings(keys=keys)
            self._show()

    def action_usual(self) -> None:
        """The keys of the marked binding as at first."""
        marked = self._marked.id
        self._set({each: keys for each, keys in self._set_now.items() if each != marked})

    def action_leave(self) -> None:
        """Back; everything is kept already."""
        self.dismiss(None)


class PressKey(Careful[str | None]):
    """Asks for a key; dismissed with it, or with nothing by Escape."""

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        with Vertical(id="question"):
            yield Static(say((self._question, STRONG)), id="question-title")

    def on_key(self, event: events.Key) -> None:
        """Take whatever comes."""
        event.stop()
        event.prevent_default()
        self.dismiss(None if event.key == "escape" else event.key)


def _place(name: str) -> str:
    """Where the bindings of an id belong, in words."""
    first, dot, _ = name.partition(".")
    try:
        return english().say(f"settings.where.{first if dot else 'app'}")
    except MessageError:
        return english().say("settings.where.other")


def _key(key: str) -> Binding:
    return Binding(key, "")
