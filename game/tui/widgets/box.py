"""A part of a screen that holds others, and never scrolls."""

from __future__ import annotations

from textual.containers import Container
from textual.events import Key
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive


class Box(Container):
    """Holds others.

    Textual lays out and paints the whole screen a second time after the size of a widget has
    changed, for then it may have to scroll.
    """

    virtual_size = Reactive(Size(0, 0), repaint=False)

    def post_message(self, message: Message) -> bool:
        """A key means nothing to what only holds others: it goes on at once, without a turn in
        each queue on its way.
        """
        if isinstance(message, Key) and self._parent is not None:
            return self._parent.post_message(message)
        return super().post_message(message)
