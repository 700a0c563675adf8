"""A list, and what there is to read about its marked line."""

from __future__ import annotations

from game.tui.widgets.low import Low
from game.tui.widgets.menu import Menu
from game.tui.widgets.text_pane import TextPane


class ListAndText(Low):
    """Holds both: one above the other, and where there is room the text beside the list.

    Args:
        listed: the list.
        text: the text.
        long: whether the rows of the list are so long that only the broadest screens have room
            for a text beside them.
    """

    def __init__(self, listed: Menu, text: TextPane, *, long: bool = False) -> None:
        super().__init__(listed, text, classes="list-and-text")
        self.set_class(long, "-long", update=False)
