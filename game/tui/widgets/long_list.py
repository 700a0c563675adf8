"""A list of very many lines: one is told only when it comes into view."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from textual.content import Content
from textual.geometry import Region, Size
from textual.visual import Visual, visualize
from textual.widgets.option_list import Option

from game.tui.screen import paint_parts
from game.tui.widgets.menu import Menu, Row

T = TypeVar("T")


class LongList(Menu, Generic[T]):
    """Lines of one row each.

    Textual would lay all of them out before the first is seen, which for ten thousand takes a
    second, and do so again when one of them changes.

    Args:
        tell: what stands in the line of a thing, as it is known when it is drawn.
        title: what stands in its frame.
    """

    def __init__(self, tell: Callable[[T], Content], *, id: str, title: str = "") -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id, title=title)
        self._tell = tell

    @property
    def rows(self) -> Iterator[Row[T]]:
        """All lines."""
        return (each for each in self._options if isinstance(each, Row))

    @property
    def in_view(self) -> tuple[T, ...]:
        """What stands in the lines that can be seen."""
        top, height = self.scroll_offset.y, max(1, self.scrollable_content_region.height)
        seen = self._options[top : top + height]
        return tuple(each.thing for each in seen if isinstance(each, Row))

    @property
    def chosen(self) -> T | None:
        """What stands in the line under the cursor."""
        row = self.highlighted_option
        return row.thing if isinstance(row, Row) else None

    def add(self, things: Iterable[T]) -> None:
        """Add lines at the end."""
        self.add_options(Row(Content(), each) for each in things)

    def change(self, place: int, thing: T) -> None:
        """Tell a line anew; nothing else is drawn."""
        row = self._options[place]
        assert isinstance(row, Row)
        row.thing = thing
        row._visual = None  # noqa: SLF001 - there is no other way to change one line alone
        for key in [key for key in self._option_render_cache.keys() if key[0] is row]:  # noqa: SIM118 - no dict
            self._option_render_cache.discard(key)
        self._painted.clear()
        line = place - self.scroll_offset.y
        if 0 <= line < self.scrollable_content_region.height:
            paint_parts(self, Region(0, line, self.size.width, 1))

    def _get_visual(self, option: Option) -> Visual:
        if isinstance(option, Row) and option._visual is None:  # noqa: SLF001 - as above
            option._visual = visualize(self, self._tell(option.thing), markup=False)  # noqa: SLF001
        return super()._get_visual(option)

    def _update_lines(self) -> None:
        """Lay out the lines that are new, without looking at what stands in them."""
        if not self.scrollable_content_region:
            return
        cache, count = self._line_cache, len(self._options)
        new = range(len(cache.lines), count)
        cache.lines.extend((place, 0) for place in new)
        cache.heights.update((place, 1) for place in new)
        cache.index_to_line.update((place, place) for place in new)
        size = Size(self.scrollable_content_region.width, count)
        if size != self.virtual_size:
            self.virtual_size = size
            self._scroll_update(size)
