"""The cursor of the terminal goes with what is selected: screen readers, braille displays and
magnifiers follow it.
"""

from __future__ import annotations

from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Input


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
    # A list says by that name in which row, from the first in view, its selected line stands.
    row: int = getattr(focused, "selected_row", 0)
    return inside.offset + Offset(0, min(max(row, 0), max(inside.height - 1, 0)))
