"""Rows that are painted once: a change costs no more than what differs from before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest

from rich.segment import Segment
from textual.cache import FIFOCache
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

KEPT = 100
"""How many painted rows a widget remembers."""


class Painted(Strip):
    """A row in its colours, which is gone as soon as it is forgotten.

    Textual's own keeps a list with itself in it, once it is on the screen whole: garbage that
    has to be searched for.
    """

    __slots__ = ()

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        cuts = list(cuts)
        return [self] if cuts == [self.cell_length] else super().divide(cuts)


class Rows(Widget):
    """Rows of content, one below the other.

    Textual would paint all of them at every change, and mark each word for the mouse. Here a row
    that has been painted is taken from memory, down to what is sent to the terminal.
    """

    ALLOW_SELECT = False
    # Nothing in a match is a link, and to look for them is a tenth of the drawing.
    auto_links = False
    # They do not scroll: another size asks for no second layout, and the first one paints them.
    virtual_size = Reactive(Size(0, 0), repaint=False)

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._painted: FIFOCache[object, Strip] = FIFOCache(KEPT)
        self._look: tuple[object, ...] = ()

    @property
    def rows(self) -> Sequence[Content]:
        """What stands in the rows as the widget is now; here nothing."""
        return ()

    def style_at(self, row: int) -> Style:  # noqa: ARG002 - others need it
        """What a row looks like where its content does not say so."""
        return self.visual_style

    def repaint(self, before: Sequence[Content]) -> None:
        """Show the rows that differ from those that were there before."""
        width = self.content_size.width
        changed = [
            Region(0, y, width, 1)
            for y, (old, new) in enumerate(zip_longest(before, self.rows))
            if old is None or new is None or not new.is_same(old)
        ]
        if changed:
            self.refresh(*changed)

    def notify_style_update(self) -> None:
        """The same styles may be other colours now."""
        self._painted.clear()
        super().notify_style_update()

    def _size_updated(
        self,
        size: Size,
        virtual_size: Size,
        container_size: Size,
        layout: bool = True,  # noqa: FBT001, FBT002 - Textual's signature
    ) -> bool:
        resized = size != self._size
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if resized:
            self._exchange_repaint_regions()
        return changed

    def render_lines(self, crop: Region) -> list[Strip]:
        look = (self.outer_size.width, self.styles.padding, *self.get_line_filters())
        if look != self._look:
            self._painted.clear()
            self._look = look
        rows, top = self.rows, self.styles.padding.top
        strips = [self._line(rows, y - top) for y in crop.line_range]
        if crop.column_span == (0, self.outer_size.width):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    def render_line(self, y: int) -> Strip:
        padding = self.styles.padding
        return self._line(self.rows, y).crop(padding.left, self.outer_size.width - padding.right)

    def _line(self, rows: Sequence[Content], y: int) -> Strip:
        row = rows[y] if 0 <= y < len(rows) else Content()
        style = self.style_at(y)
        key = (style, row.plain, *chain.from_iterable(row.spans))
        strip = self._painted.get(key)
        if strip is None:
            strip = self._painted[key] = self._finish(self.paint(row, style), style)
        return strip

    def paint(self, row: Content, style: Style) -> Strip:
        """A row in its colours."""
        parts = row.render(style, "", self._get_style)
        return Strip([Segment(text, look.rich_style) for text, look in parts], row.cell_length)

    def _finish(self, strip: Strip, style: Style) -> Strip:
        """A row as wide as the widget, in the colours that the terminal gets."""
        padding, ground = self.styles.padding, style.background_style.rich_style
        width = self.outer_size.width - padding.width
        strip = strip.crop_pad(width, padding.left, padding.right, ground)
        for each in self.get_line_filters():
            strip = strip.apply_filter(each, self.background_colors[1])
        return Painted(strip, width + padding.width)
