"""A choice that opens into a list, in which typing finds what holds the letters."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Select
from textual.widgets._select import SelectCurrent, SelectOverlay


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


class Pick(Select[str]):
    """A choice among lines of content."""

    def compose(self) -> ComposeResult:
        yield SelectCurrent(self.prompt)
        yield PickList(type_to_search=self._type_to_search).data_bind(compact=Select.compact)
