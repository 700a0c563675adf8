"""A list to move in: the cursor stands out on every line, whatever its colours are."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.style import Style as Look
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from game.tui.widgets.painted import KEPT, Painted, Remembered, remember
from game.tui.widgets.painted_bar import PaintedBar

T = TypeVar("T")


class Row(Option, Generic[T]):
    """A line of a list, and what it stands for.

    A message about a line may come when the list is another one already; then its place means
    nothing, and the line itself still knows what it was.
    """

    def __init__(self, prompt: Content, thing: T) -> None:
        super().__init__(prompt)
        self.thing = thing


class Menu(OptionList, inherit_bindings=False):
    """Lines of content, one of them under the cursor.

    PgUp and PgDn are left to the text beside the list.

    Args:
        title: what stands in its frame; without one it never has any.
        taken: whether a line can be taken, and is not only told about.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "keys.take", key_display="⏎", id="menu.take"),
        Binding("down,j", "cursor_down", "keys.down", show=False, id="menu.down"),
        Binding("up,k", "cursor_up", "keys.up", show=False, id="menu.up"),
        Binding("home", "first", "keys.first", show=False, id="menu.first"),
        Binding("end", "last", "keys.last", show=False, id="menu.last"),
    ]

    highlighted: reactive[int | None] = reactive[int | None](None, repaint=False)
    """The line under the cursor."""

    _painted: Remembered
    """Lines as they were sent to the terminal: most of a list that scrolls only move."""

    _look: tuple[object, ...] = ()
    """What all of them hang on."""

    _drawing: Region | None = None
    """Where its lines stand, while they are drawn: Textual would find that out for each of them."""

    def __init__(
        self,
        *,
        id: str,  # noqa: A002 - Textual's word
        title: str | None = None,
        taken: bool = True,
    ) -> None:
        self._painted = {}
        self._taken = taken
        super().__init__(id=id, markup=False, compact=True)
        if title is not None:
            self.add_class("pane", update=False)
            self.entitle(title)

    def entitle(self, title: str) -> None:
        """Have words of ours in the frame, if there is one."""
        self.border_title = Content.styled(title, "bold")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What cannot be taken is not said to be."""
        if action == "select" and not self._taken:
            return False
        return super().check_action(action, parameters)

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        if self._vertical_scrollbar is None:
            bar = self._vertical_scrollbar = PaintedBar(thickness=self.scrollbar_size_vertical)
            bar.display = False
            self.app._start_widget(self, bar)  # noqa: SLF001 - as Textual does it
        return self._vertical_scrollbar

    @property
    def scrollable_content_region(self) -> Region:
        return self._drawing or super().scrollable_content_region

    def _update_lines(self) -> None:
        if self._drawing is None:
            super()._update_lines()

    def notify_style_update(self) -> None:
        """The same styles may be other colours now."""
        self._painted.clear()
        super().notify_style_update()

    def _clear_caches(self) -> None:
        self._painted.clear()
        super()._clear_caches()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Each line as it was painted before, if it was; else as Textual paints it."""
        self._update_lines()
        self._drawing = self.scrollable_content_region
        try:
            look = (self.outer_size, self._drawing, self.gutter, *self.get_line_filters())
            if look != self._look:
                self._painted.clear()
                self._look = look
            strips = [self._remembered(y) for y in crop.line_range]
        finally:
            self._drawing = None
        if crop.column_span == (0, self.outer_size.width):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    def _remembered(self, y: int) -> Strip:
        """A row of the widget; one that is no line of the list is not kept."""
        width, height = self.outer_size
        row, lines = y - self.gutter.top, self._lines
        line = self.scroll_offset.y + row
        if not (0 <= row < height - self.gutter.height and line < len(lines)):
            return super().render_lines(Region(0, y, width, 1))[0]
        place, part = lines[line]
        here, near = place == self.highlighted, place == self._mouse_hovering_over
        option = self._options[place]  # another one may stand there soon
        key = (option, place, part, here, near, option.disabled)
        strip = self._painted.get(key)
        if strip is None:
            strip = super().render_lines(Region(0, y, width, 1))[0]
            strip = remember(self._painted, key, Painted(strip, strip.cell_length), KEPT)
        return strip

    def _watch_highlighted(self, before: int | None, now: int | None) -> None:
        """Paint the two lines that look different now: Textual would paint all."""
        lines, heights = self._index_to_line, self._heights
        top, width = self.scroll_offset.y, self.size.width
        for place in (before, now):
            if place is not None and (line := lines.get(place)) is not None:
                self.refresh(Region(0, line - top, width, heights[place]))

    def action_first(self) -> None:
        """To the first line, also if the cursor is there and the list was scrolled away from it."""
        super().action_first()
        self.scroll_to_highlight()

    def action_last(self) -> None:
        """To the last line, likewise."""
        super().action_last()
        self.scroll_to_highlight()

    def scroll_to_highlight(self, top: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """Have the line under the cursor in view, with the headings that stand right above it."""
        super().scroll_to_highlight(top)
        place, room = self.highlighted, self.scrollable_content_region
        if top or place is None or not self.is_mounted:
            return
        first = place
        while first and self._options[first - 1].disabled:
            first -= 1
        line, end = (self._index_to_line.get(each, -1) for each in (first, place))
        height = end + self._heights.get(place, 1) - line
        if first < place and line >= 0 and height <= room.height:
            region = Region(0, line, room.width, height)
            self.scroll_to_region(region, force=True, animate=False, immediate=True)

    @property
    def selected_row(self) -> int:
        """The row of the line under the cursor, from the first that is in view."""
        if self.highlighted is None:
            return 0
        return self._index_to_line.get(self.highlighted, 0) - self.scroll_offset.y

    async def _on_click(self, event: events.Click) -> None:
        """Take the line that is clicked, if it is still there."""
        line = event.style.meta.get("option")
        if line is not None and line < self.option_count:
            await super()._on_click(event)

    def render_line(self, y: int) -> Strip:
        """A line; the one under the cursor gives up its own colours, so that none can be lost."""
        strip = super().render_line(y)
        if self.highlighted is None or not any(
            segment.style and segment.style.meta.get("option") == self.highlighted
            for segment in strip
        ):
            return strip
        return painted(
            strip,
            self.get_visual_style("option-list--option", "option-list--option-highlighted"),
        )


def painted(strip: Strip, cursor: Look) -> Strip:
    """A row in the colours of the cursor, whatever its own are."""
    return Strip(
        [Segment(text, over(style or Style(), cursor), control) for text, style, control in strip],
        strip.cell_length,
    )


def over(look: Style, cursor: Look) -> Style:
    """A look in the colours of the cursor, whatever its own are."""
    colours = cursor.rich_style
    return look + Style(color=colours.color, bgcolor=colours.bgcolor)
