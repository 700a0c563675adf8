"""The keys at the foot of a screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from game.text.cells import cells

HELP: Final = "app.help"
"""What is always in reach."""
_KEY, _WORDS, _OVER = "footer--key", "footer--words", "footer--over"
_NOWHERE: Final = -1
GAP: Final = 2
"""Cells between two keys: more than there are between a key and what it does."""


class FootKey(NamedTuple):
    """A key at the foot.

    Attributes:
        key: the key itself.
        shown: how it is called.
        words: what it does.
        action: the same, for the app.
    """

    key: str
    shown: str
    words: str
    action: str

    @property
    def width(self) -> int:
        """How many cells it takes, without the gap behind it."""
        return cells(self.shown) + 1 + cells(self.words)


class Footer(Widget):
    """The keys that do something now; each can be clicked.

    It is one widget, where Textual's own has one for each key, which it makes anew, holding back
    all that is drawn meanwhile, whenever other keys do something.

    Where there is no room for all keys, those before the last give way: the last is how one
    leaves. Help stays.
    """

    ALLOW_SELECT = False
    auto_links = False
    COMPONENT_CLASSES = {_KEY, _WORDS, _OVER}  # noqa: RUF012 - Textual declares it without ClassVar
    DEFAULT_CSS = """
    Footer {
        dock: bottom;
        width: 100%;
        height: 1;
        text-wrap: nowrap;
        color: $footer-foreground;
        background: $footer-background;
    }
    Footer > .footer--key {
        color: $footer-key-foreground;
        background: $footer-key-background;
        text-style: bold;
    }
    Footer > .footer--words {
        color: $footer-description-foreground;
        background: $footer-description-background;
    }
    Footer > .footer--over { background: $block-hover-background; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: list[FootKey] | None = None
        """All keys that do something; nothing if that has to be asked again."""
        self._doubtful = False
        """It is to be asked soon."""
        self._over = _NOWHERE
        """The column over which the mouse is."""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed, immediate=True)

    def on_unmount(self) -> None:
        self.screen.bindings_updated_signal.unsubscribe(self)

    def _changed(self, _: Screen[object]) -> None:
        """Other keys may do something. It is asked once, however often that is said."""
        if not self._doubtful:
            self._doubtful = True
            self.call_later(self._look)

    def _look(self) -> None:
        """Paint the keys that do something now, if they are others."""
        self._doubtful = False
        before, self._keys = self._keys, None
        if before != self._all():
            self.refresh()

    def _all(self) -> list[FootKey]:
        """All keys that do something now."""
        if self._keys is None:
            found: dict[str, FootKey] = {}
            for each in self.screen.active_bindings.values():
                key = each.binding
                if key.show and each.enabled and key.action not in found:
                    shown = self.app.get_key_display(key)
                    found[key.action] = FootKey(key.key, shown, key.description, key.action)
            self._keys = list(found.values())
        return self._keys

    @property
    def keys(self) -> Sequence[FootKey]:
        """The keys that there is room for, in order."""
        return fitting(self._all(), self.content_size.width)

    def render(self) -> Content:
        parts: list[Content | tuple[str, str]] = []
        pointed = self._key_at(self._over)
        for each in self.keys:
            key = Content.assemble((each.shown, f".{_KEY}"), (f" {each.words}", f".{_WORDS}"))
            parts += [key.stylize(f".{_OVER}") if each == pointed else key, (" " * GAP, "")]
        return Content.assemble(*parts)

    def _key_at(self, column: int) -> FootKey | None:
        """Which key stands in a column."""
        last = 0
        for each in self.keys:
            first, last = last, last + each.width + GAP
            if first <= column < last - GAP:
                return each
        return None

    def _point(self, column: int) -> None:
        before, now = self._key_at(self._over), self._key_at(column)
        self._over = column
        if before != now:
            self.styles.pointer = "pointer" if now else "default"
            self.refresh()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which key would be pressed."""
        offset = event.get_content_offset(self)
        self._point(offset.x if offset else _NOWHERE)

    def on_leave(self) -> None:
        self._point(_NOWHERE)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Press the key that is clicked."""
        offset = event.get_content_offset(self)
        key = self._key_at(offset.x) if offset else None
        if key is not None:
            self.app.simulate_key(key.key)


def fitting(keys: Sequence[FootKey], room: int) -> list[FootKey]:
    """The keys that fit into a row; of the others those that come last go first, but one.

    Args:
        keys: all keys, in order.
        room: cells of the row.
    """
    kept = list(keys)
    while sum(each.width + GAP for each in kept) - GAP > room:
        place = next((n for n in range(len(kept) - 2, -1, -1) if kept[n].action != HELP), -1)
        if place < 0:
            break
        del kept[place]
    return kept
