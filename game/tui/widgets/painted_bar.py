"""A scroll bar of which each row is painted once: when a list scrolls, few of them are new."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from game.tui.widgets.painted import KEPT, Painted, Remembered, remember


class PaintedBar(ScrollBar):
    """Looks as Textual's own does."""

    def __init__(self, *, thickness: int) -> None:
        super().__init__(vertical=True, name="vertical", thickness=thickness)
        self._painted: Remembered = {}

    def notify_style_update(self) -> None:
        """The same styles may be other colours now."""
        self._painted.clear()
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        bar, (width, height) = self.render(), self.outer_size
        assert isinstance(bar, ScrollBarRender)
        look = self.app.console.get_style(bar.style)
        assert look.bgcolor is not None
        assert look.color is not None
        rows = bar.render_bar(
            size=height,
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            thickness=width,
            back_color=look.bgcolor,
            bar_color=look.color,
        ).segments
        strips = [self._row(rows[y]) for y in crop.line_range]
        if crop.column_span == (0, width):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    def _row(self, row: Segment) -> Strip:
        filters, width = self.get_line_filters(), self.outer_size.width
        key = (row, width, *filters)
        strip = self._painted.get(key)
        if strip is None:
            ground, style = self.background_colors[1], self.visual_style.rich_style
            strip = Strip([Segment(row.text, style + row.style)], width)
            for each in filters:
                strip = strip.apply_filter(each, ground)
            strip = remember(self._painted, key, Painted(strip, width), KEPT)
        return strip
