"""Rows that are painted once: a change costs no more than what differs from before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from rich.segment import Segment
from rich.style import Style as Look
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from game.tui.draw.styles import cut
from game.tui.screen import paint_parts
from game.tui.widgets.painted import Painted, Remembered, remember

JOINTS: Final = {"─": ("├", "┤"), "═": ("╞", "╡")}
"""How a row that is a line across is joined to the frame, by what it is drawn with."""
_NOTHING: Final = Content()


class _Shades(NamedTuple):
    """What the terminal is told of looks, where the content of a row does not say how it looks.

    Attributes:
        text: of text.
        ground: of what is behind it.
        spans: of text that has a style of its own, by that style, as far as there was any.
    """

    text: Look
    ground: Look
    spans: dict[Style | str, Look]


class Rows(Widget):
    """Rows of content, one below the other.

    Textual would paint all of them at every change, and mark each word for the mouse. Here a row
    that has been painted is taken from memory, down to what is sent to the terminal. So is the
    frame, where the style has one: with a title in it, and joined to the lines that go across.
    """

    ALLOW_SELECT = False
    # Nothing in a match is a link, and to look for them is a tenth of the drawing.
    auto_links = False
    # They do not scroll: another size asks for no second layout, and the first one paints them.
    virtual_size = Reactive(Size(0, 0), repaint=False)

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._painted: Remembered = {}
        self.on_screen: dict[int, Content] = {}
        """What stands in each row on the screen."""
        self._strips: dict[int, tuple[Content, Style, Strip]] = {}
        """Likewise, how it looks where its content does not say so, and what has been painted."""
        self._looks: dict[Style, _Shades] = {}
        self._look: tuple[object, ...] = ()
        self._filters: Sequence[LineFilter] = ()
        self._ground: Color | None = None
        """What is behind it, once that is asked in a frame."""
        self._title = self._note = self._foot = Content()

    def entitle(self, title: Content, note: Content = _NOTHING) -> None:
        """Have something in the frame, if there is one.

        Args:
            title: what this is.
            note: what stands at the other end of the same line.
        """
        if not (title.is_same(self._title) and note.is_same(self._note)):
            self._title, self._note = title, note
            self._refresh_edge(0)

    @property
    def foot(self) -> Content:
        """What stands in the last line of the frame, if there is one; here nothing."""
        return _NOTHING

    def _refresh_edge(self, y: int) -> None:
        if self.framed:
            gutter = self.gutter
            paint_parts(self, Region(-gutter.left, y - gutter.top, self.outer_size.width, 1))

    @property
    def framed(self) -> bool:
        """Whether there is a frame."""
        return bool(self.styles.border_top[0])

    @property
    def rows(self) -> Sequence[Content]:
        """What stands in the rows as the widget is now; here nothing."""
        return ()

    def style_at(self, row: int) -> Style:  # noqa: ARG002 - others need it
        """What a row looks like where its content does not say so."""
        return self.visual_style

    def repaint(self) -> None:
        """Show the rows that differ from those that are on the screen, whatever they hang on."""
        left, width, rows = -self.gutter.left, self.outer_size.width, self.rows
        changed = []
        for y in range(max(len(rows), max(self.on_screen, default=-1) + 1)):
            new, old = rows[y] if y < len(rows) else _NOTHING, self.on_screen.get(y)
            if old is None or not new.is_same(old):
                changed.append(Region(left, y, width, 1))
        if changed:
            paint_parts(self, *changed)
        if not self.foot.is_same(self._foot):
            self._refresh_edge(self.outer_size.height - 1)

    def notify_style_update(self) -> None:
        """The same styles may be other colours now."""
        self._forget()
        self._ground = None
        super().notify_style_update()

    def _forget(self) -> None:
        """Paint all anew."""
        self._painted.clear()
        self._strips.clear()
        self._looks.clear()

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
        width, height = self.outer_size
        gutter, edge = self.gutter, self.styles.border_top
        self._filters, self._ground = self.get_line_filters(), None
        look = (width, gutter, edge, *self._filters)
        if look != self._look:
            self._forget()
            self.on_screen.clear()
            self._look = look
        rows, top = self.rows, gutter.top
        ends = (0, height - 1) if edge[0] else ()
        strips = [
            self._edge(first=y == 0) if y in ends else self._line(rows, y - top)
            for y in crop.line_range
        ]
        if crop.column_span == (0, width):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    def render_line(self, y: int) -> Strip:
        gutter = self.gutter
        return self._line(self.rows, y).crop(gutter.left, self.outer_size.width - gutter.right)

    def _line(self, rows: Sequence[Content], y: int) -> Strip:
        row = self.on_screen[y] = rows[y] if 0 <= y < len(rows) else _NOTHING
        style = self.style_at(y)
        known = self._strips.get(y)
        if known is not None and known[0] is row and known[1] is style:
            return known[2]
        key = (style, row.plain, *chain.from_iterable(row.spans))
        strip = self._painted.get(key)
        if strip is None:
            strip = self._finish(self.paint(row, style), style, row.plain)
            remember(self._painted, key, strip, 2 * self.outer_size.height)
        self._strips[y] = (row, style, strip)
        return strip

    def paint(self, row: Content, style: Style) -> Strip:
        """A row in its colours, as they are sent to the terminal."""
        base, _, looks = self._looks_on(style)
        parts: list[Segment] = []
        words, at = row.plain, 0
        for start, end, name in row.spans:
            if start < at or end > len(words):  # styles that lie over each other
                mixed = row.render(style, "", self._get_style)
                parts = [
                    Segment(text, self._sent(self.look(style, each)))
                    for text, each in mixed
                    if text
                ]
                return Strip(parts, row.cell_length)
            if start > at:
                parts.append(Segment(words[at:start], base))
            if end > start:
                look = looks.get(name)
                if look is None:
                    whole = style + self._get_style(name)
                    look = looks[name] = self._sent(self.look(style, whole))
                parts.append(Segment(words[start:end], look))
            at = end
        if at < len(words):
            parts.append(Segment(words[at:], base))
        return Strip(parts, row.cell_length)

    def look(self, style: Style, whole: Style) -> Look:  # noqa: ARG002 - others need it
        """What text looks like that has a style of its own, in a row that has another."""
        return whole.rich_style

    def _looks_on(self, style: Style) -> _Shades:
        known = self._looks.get(style)
        if known is None:
            ground = self._sent(style.background_style.rich_style)
            known = _Shades(self._sent(style.rich_style), ground, {})
            self._looks[style] = known
        return known

    def _sent(self, look: Look) -> Look:
        """A look as it is sent to the terminal."""
        for each in self._filters:
            self._ground = ground = self._ground or self.background_colors[1]
            [segment] = each.apply([Segment(" ", look)], ground)
            look = segment.style or look
        return look

    def _finish(self, strip: Strip, style: Style, words: str) -> Strip:
        """A row as wide as the widget."""
        padding, ground = self.styles.padding, self._looks_on(style).ground
        framed = 1 if self.framed else 0
        width = self.outer_size.width - padding.width - 2 * framed
        if framed and words[:2] in (line * 2 for line in JOINTS):
            strip = strip.crop_pad(width, 0, 0, ground)
            # Where there is no room for it, nothing is left of the row.
            segments = [*strip] or [Segment("", ground)]
            line, last = segments[0], segments[-1]
            left, right = JOINTS[words[0]]
            ends = (
                Segment(left + words[0] * padding.left, line.style),
                Segment(words[0] * padding.right + right, last.style),
            )
        elif framed:
            strip = strip.crop_pad(width, padding.left, padding.right, ground)
            side = Segment("│", self._sent(self._edge_style.rich_style))
            ends = (side, side)
        else:
            strip = strip.crop_pad(width, padding.left, padding.right, ground)
            return Painted(strip, self.outer_size.width)
        return Painted([ends[0], *strip, ends[1]], self.outer_size.width)

    @property
    def _edge_style(self) -> Style:
        """What the frame looks like."""
        return self.visual_style.background_style + Style(foreground=self.styles.border_top[1])

    def _edge(self, *, first: bool) -> Strip:
        """The first row of the frame, or the last one."""
        corners, title, note = "╭╮", self._title, self._note
        if not first:
            self._foot = self.foot
            corners, title, note = "╰╯", _NOTHING, self._foot
        width = self.outer_size.width - 2
        key = (corners, title.plain, *title.spans, note.plain, *note.spans)
        strip = self._painted.get(key)
        if strip is None:
            edge, ground = self._edge_style, self.visual_style
            # Whatever there is no room for gives way: first the note, then the end of the title.
            least = title.cell_length + 4 if title else 0
            if note and least + note.cell_length + 3 > width:
                note = Content()
            room = width - 4 - (note.cell_length + 3 if note else 0)
            title = cut(title, room) if title and room > 0 else Content()
            left = [*self._label(title, ground)] if title else []
            right = [*self._label(note, ground), Segment("─", edge.rich_style)] if note else []
            taken = sum(map(_length, (*left, *right)))
            line = [
                Segment(corners[0] + ("─" if left else ""), edge.rich_style),
                *left,
                Segment("─" * (width - taken - (1 if left else 0)), edge.rich_style),
                *right,
                Segment(corners[1], edge.rich_style),
            ]
            strip = self._filtered(Strip(line, width + 2))
            remember(self._painted, key, strip, 2 * self.outer_size.height)
        return strip

    def _label(self, words: Content, ground: Style) -> Iterator[Segment]:
        parts = words.pad(1, 1).render(ground, "", self._get_style)
        return (Segment(text, look.rich_style) for text, look in parts)

    def _filtered(self, strip: Strip) -> Strip:
        """A whole row as it is sent to the terminal."""
        for each in self._filters:
            self._ground = ground = self._ground or self.background_colors[1]
            strip = strip.apply_filter(each, ground)
        return Painted(strip, self.outer_size.width)


def _length(segment: Segment) -> int:
    return segment.cell_length
