"""A part of a screen that holds others, and never scrolls."""

from __future__ import annotations

from textual.containers import Container
from textual.geometry import Size
from textual.reactive import Reactive


class Box(Container):
    """Holds others.

    Textual lays out and paints the whole screen a second time after the size of a widget has
    changed, for then it may have to scroll.
    """

    virtual_size = Reactive(Size(0, 0), repaint=False)
