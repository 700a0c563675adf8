"""What is selected: the cursor of the terminal goes with it, for screen readers, braille displays
and magnifiers follow that; and it can be copied.
"""

from __future__ import annotations

from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input
from textual.widgets.input import Selection


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


def copy_selected(screen: Screen[object]) -> bool:
    """Copy the text that is selected, in the field that has the focus or with the mouse. Then it is
    selected no more.

    Args:
        screen: the screen in front.

    Returns:
        Whether there was any.
    """
    field = screen.focused
    inside = field.selected_text if isinstance(field, Input) else ""
    text = inside or screen.get_selected_text()
    if text:
        screen.app.copy_to_clipboard(text)
    if isinstance(field, Input) and inside:
        field.selection = Selection.cursor(field.cursor_position)
    elif text:
        screen.clear_selection()
    return bool(text)
