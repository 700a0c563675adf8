"""A choice that opens into a list, in which typing finds what holds the letters."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Select
from textual.widgets._select import SelectCurrent, SelectOverlay

from game.tui.draw.styles import DIM, lines, rows_of, say, spread


class PickList(SelectOverlay):
    """The list. Textual's own looks for typed letters in plain strings alone."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "keys.back", key_display="Esc", id="pick.leave")
    ]

    def _find_search_match(self, query: str) -> int | None:
        """The line that holds the letters, the nearest to its start; the first of equals."""
        wanted = query.casefold()
        places = [
            (at, line)
            for line, option in enumerate(self.options)
            if isinstance(option.prompt, Content)
            and (at := option.prompt.plain.casefold().find(wanted)) >= 0
        ]
        return min(places)[1] if places else None


class PickCurrent(SelectCurrent):
    """What is chosen: its name, without what is said of it in the list; and a sign that it opens.

    It is one widget, where Textual's own has one for the name and one for each sign.
    """

    DEFAULT_CSS = """
    PickCurrent { height: 1; }
    """
    open: reactive[bool] = reactive(default=False)
    """Whether the list is open."""

    def compose(self) -> ComposeResult:
        yield from ()

    def update(self, label: Any) -> None:  # noqa: ANN401 - Textual's signature
        self.label, self.has_value = label, True
        self.refresh()

    def render(self) -> Content:
        name = rows_of(self.label)[0] if isinstance(self.label, Content) else Content()
        return spread(name, say("▲" if self.open else "▼"), self.content_size.width)


class Pick(Select[str], inherit_bindings=False):
    """A choice among lines of content: open its list, or go from one to the next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "show_overlay", show=False),
        Binding("right", "step(1)", show=False),
        Binding("left", "step(-1)", show=False),
    ]

    def action_step(self, by: int) -> None:
        """Choose the one that is so many lines further down, if there is one."""
        values = [value for _, value in self._options]
        at = values.index(self.value) + by
        if 0 <= at < len(values):
            self.value = values[at]

    def watch_has_focus(self, _: bool) -> None:  # noqa: FBT001 - Textual's signature
        """Look otherwise, with the line that is chosen; how the list looks does not hang on it."""
        self.app.stylesheet.update_nodes([self, *self.query(PickCurrent)])

    def compose(self) -> ComposeResult:
        yield PickCurrent(self.prompt).data_bind(open=Pick.expanded)
        yield PickList(type_to_search=self._type_to_search).data_bind(compact=Select.compact)


def line(name: str, about: str) -> Content:
    """A line of the list, with what is said of it below its name."""
    return lines([say(name), say((about, DIM))])
