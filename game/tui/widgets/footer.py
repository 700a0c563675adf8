"""The keys at the foot of a screen."""

from __future__ import annotations

from collections.abc import Sequence

from textual import widgets
from textual.app import ComposeResult
from textual.widgets._footer import FooterKey

from game.text.cells import cells
from game.tui.sizes import is_roomy

HELP = "app.help"
"""What is always in reach."""


class Footer(widgets.Footer):
    """Textual's footer, without the keys that it showed earlier.

    Where there is no room for all keys, those before the last give way: Textual would let the last
    of them disappear, which is how one leaves. Help stays.

    Whenever other keys are shown, the new ones listen to the footer; of those that are gone
    Textual lets none go until the footer becomes compact, or no longer is. The title screen's
    footer lives as long as the app, and would keep every key that it ever showed.
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False, compact=True)
        self._room = 0
        self._whole = True

    def compose(self) -> ComposeResult:
        for listening in getattr(self, "__watchers", {}).values():
            listening[:] = [each for each in listening if each[0].is_attached]
        keys = [each for each in super().compose() if isinstance(each, FooterKey)]
        for each in keys:
            # Each would say so when it is there, and have its styles looked up once more.
            each.add_class("-compact", update=False)
        self._room = self._space
        kept = fitting(keys, self._room)
        self._whole = kept == keys
        yield from kept

    @property
    def _space(self) -> int:
        """How many cells there are for keys; a roomy screen keeps both ends free."""
        size = self.app.size
        return size.width - (2 if is_roomy(size) else 0)

    def on_resize(self) -> None:
        """Show the keys that there is room for now."""
        if self._room != self._space:
            narrower, self._room = self._space < self._room, self._space
            if narrower or not self._whole:
                self.call_after_refresh(self.recompose)


def fitting(keys: Sequence[FooterKey], room: int) -> list[FooterKey]:
    """The keys that fit into a row; of the others those that come last go first, but one.

    Args:
        keys: all keys, in order.
        room: cells of the row.
    """
    kept = list(keys)
    while sum(map(_cells, kept)) > room:
        place = next((n for n in range(len(kept) - 2, -1, -1) if kept[n].action != HELP), -1)
        if place < 0:
            break
        del kept[place]
    return kept


def _cells(key: FooterKey) -> int:
    """How many cells a key takes, with the gap behind it."""
    return cells(key.key_display) + cells(key.description) + 2
