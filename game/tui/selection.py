"""The cursor of the terminal goes with what is selected: screen readers, braille displays and
magnifiers follow it.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Input


@runtime_checkable
class Selecting(Protocol):
    """A list with a line that is selected."""

    @property
    def selected_row(self) -> int:
        """The row of that line, from the first that is in view."""
        ...


def selected_place(focused: Widget | None) -> Offset | None:
    """Where on the screen that stands which a key would act on; nothing if nothing has the focus.

    Args:
        focused: what has the focus.
    """
    if focused is None or not focused.is_attached:
        return None
    if isinstance(focused, Input):
        return focused.cursor_screen_offset
    inside = focused.content_region
    if not isinstance(focused, Selecting):
        return inside.offset
    return inside.offset + Offset(0, min(max(focused.selected_row, 0), max(inside.height - 1, 0)))
