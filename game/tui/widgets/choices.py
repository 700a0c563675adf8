"""The list of choices: open ones, and closed ones marked with the reason on show."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from game.rules import Kind
from game.tui.draw.styles import (
    DIM,
    STRONG,
    WARN,
    cut,
    fit,
    lines,
    say,
    spread,
    wrapped,
    wrapped_list,
)
from game.tui.widgets.menu import Menu

if TYPE_CHECKING:
    from game.telling.menu import Item, Section
    from game.tui.in_turn import InTurn

NARROWEST = 10
"""Cells that a row is drawn with at least."""
_INDENT = 2
"""Cells before the name of a choice."""
_INSIDE = 4
"""Cells by which what an answer changes is set in."""
_LOST = f"{STRONG} {WARN}"
"""What is said of a choice with which all is lost."""


class _ItemRow(Option):
    """A line of the list, and the item that it stands for: nothing for a heading."""

    def __init__(self, prompt: Content, item: Item | None) -> None:
        super().__init__(prompt, disabled=item is None)
        self.item = item


class Choices(Menu):
    """Shows a menu. Highlighting an item shows what it means; taking it is a second step.

    A click highlights, a click on the highlighted item takes it: nothing is decided before its
    consequences have been on the screen.

    Args:
        moved: is told what is highlighted now. No message, so that all is painted at once.
    """

    class Taken(Message):
        """An open item is chosen."""

        def __init__(self, item: Item) -> None:
            super().__init__()
            self.item = item

    class Barred(Message):
        """A closed item was chosen; it says itself why it is closed."""

        def __init__(self, item: Item) -> None:
            super().__init__()
            self.item = item

    def __init__(self, moved: Callable[[Item], None], *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id, title="")
        self._moved = moved
        self._sections: tuple[Section, ...] = ()
        self._opened = False
        """Whether what is folded has been opened."""
        self._width = 0
        self.seen = 0.0
        """Since when the list is seen as it is; on the clock of messages."""

    @property
    def current(self) -> Item | None:
        """The highlighted item. Messages about another one have been overtaken."""
        line = self.highlighted_option
        return line.item if isinstance(line, _ItemRow) else None

    def show(
        self, sections: tuple[Section, ...], *, keep: bool = False, at: Item | None = None
    ) -> None:
        """Show a menu; ``keep`` stays at the same line, otherwise the item ``at`` is highlighted,
        or the first open one if that is not among them.
        """
        self._sections = sections
        self._opened = keep and self._opened
        before = self.highlighted if keep else None
        self._fill()
        items = [item for item, _ in self._rows()]
        # Nobody loses all by the key that was meant for the list before.
        opened = [n for n, item in enumerate(items) if item and item.open]
        safe = (n for n in opened if not (each := items[n]) or not each.ends)
        first = next(safe, opened[0] if opened else None)
        if at is not None and at in items:
            first = items.index(at)
        self.highlighted = before if before is not None else first
        self.seen = math.inf if items else 0.0
        self.call_after_refresh(self._seen, sections, keep=keep)

    def _seen(self, sections: tuple[Section, ...], *, keep: bool) -> None:
        """The list is painted, and has its height."""
        if sections is self._sections and not keep:
            self._from_the_top()

    def render_lines(self, crop: Region) -> list[Strip]:
        if self.seen == math.inf:
            self.seen = cast("InTurn", self.app).mark()
        return super().render_lines(crop)

    def _from_the_top(self) -> None:
        """Show the heading above the highlighted item as well."""
        self.scroll_home(animate=False, immediate=True)
        self.scroll_to_highlight()

    def _rows(self) -> Iterator[tuple[Item | None, Section]]:
        """Every line from top to bottom: an item, or nothing for a heading; and its section."""
        for section in self._sections:
            if section.folded and not self._opened:
                yield section.folded, section
                continue
            if section.title:
                yield None, section
            for item in section.items:
                yield item, section

    @property
    def _room(self) -> int:
        """Cells of a row: what stands at its end does not touch what the list is scrolled by."""
        return self.scrollable_content_region.width - 1

    def _fill(self) -> None:
        width = self._width = max(NARROWEST, self._room)
        self.clear_options()
        self.add_options(
            _ItemRow(row_of(item, section, width) if item else _heading(section, width), item)
            for item, section in self._rows()
        )

    def on_resize(self) -> None:
        width = self._room
        if width != self._width and width >= NARROWEST:  # below that nobody can read it
            line = self.highlighted
            self._fill()
            self.highlighted = line

    def watch_highlighted(self, highlighted: int | None) -> None:  # noqa: ARG002 - Textual's signature
        """Have the highlighted item in view, and say which it is."""
        self.scroll_to_highlight()
        if (item := self.current) is not None:
            self._moved(item)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if (item := self.current) is not None and event.option is self.highlighted_option:
            if self._opens(item):
                return
            self.post_message(self.Taken(item) if item.open else self.Barred(item))

    def _opens(self, item: Item) -> bool:
        """Open what is folded, if that is what is taken; the cursor goes to the first of it."""
        section = next((each for each in self._sections if each.folded is item), None)
        if section is None:
            return False
        place, self._opened = self.highlighted, True
        self._fill()
        self.highlighted = None if place is None else place + (1 if section.title else 0)
        return True

    def on_click(self, event: events.Click) -> None:
        event.prevent_default()
        line = event.style.meta.get("option")
        if line is None or line >= self.option_count or self.options[line].disabled:
            return
        if line == self.highlighted:
            self.action_select()
        else:
            self.highlighted = line


def _heading(section: Section, width: int) -> Content:
    fits = not section.short or cell_len(section.title) <= width
    title = section.title if fits else section.short
    return fit(say((title, f"{DIM} underline")), width)


def row_of(item: Item, section: Section, width: int) -> Content:
    """A line of the list: its name, and about it what there is room for."""
    if section.closed:
        return fit(say((f"✗ {item.label}", DIM)), width)
    if item.closed:
        alike = (each for each in section.items if each.bar is item.bar)
        return _closed(item, width, whole=all(_in_whole(each, width) for each in alike))
    if item.decision is not None and item.decision.kind is Kind.CHOOSE:
        return _answer(item, width)
    if item.ends:
        return _ending(item, width)
    # What does not fit is told beside the list; whatever is told here is told to its end.
    notes = item.notes or (item.note,)
    for label in filter(None, (item.label, item.short)):
        room = width - cell_len(label) - _INDENT - 1
        for note in notes:
            if cell_len(note) <= room or not note:
                return spread(say((f"  {label}", STRONG)), say((note, DIM)), width)
    note = next((each for each in notes if cell_len(each) + _INSIDE <= width), notes[-1])
    below = say((note, DIM)).pad_left(_INSIDE)
    return lines([fit(say((f"  {item.label}", STRONG)), width), fit(below, width)])


def _in_whole(item: Item, width: int) -> bool:
    """Whether a row has room for a whole sentence about what stands in the way."""
    why = (item.briefly or item.closed)[0]
    return cell_len(item.label) + _INDENT + 1 + cell_len(why) <= width


def _closed(item: Item, width: int, *, whole: bool) -> Content:
    """What cannot be chosen, and why: in a sentence if that fits in the ``whole`` list, so that the
    same reason is told in the same words.
    """
    ways = item.briefly or item.closed[:1]
    shorter = ways if whole else ways[1:] or ways
    for label in filter(None, (item.label, item.short)):
        room = width - cell_len(label) - _INDENT - 1
        for each in shorter:
            # Of a reason half is none: it is told in fewer words, or the name is.
            if cell_len(each) <= room:
                return spread(say((f"✗ {label}", DIM)), say((each, DIM)), width)
    name = say((f"✗ {item.short or item.label}", DIM))
    room = max(width - name.cell_length - 1, width * 2 // 3)
    return spread(name, cut(say((shorter[-1], DIM)), room), width)


def _ending(item: Item, width: int) -> Content:
    """A choice that ends the game, with that beside it, or in a row of its own."""
    name, lost = say((f"  {item.label}", STRONG)), say((item.ends, _LOST))
    if name.cell_length + 1 + lost.cell_length <= width:
        return spread(name, lost, width)
    return lines([fit(name, width), fit(lost.pad_left(_INSIDE), width)])


def _answer(item: Item, width: int) -> Content:
    """An answer to a headline: what it is, and in rows of its own all that it changes."""
    name, lost = say((f"  {item.label}", STRONG)), say((item.ends, _LOST))
    beside = name.cell_length + 1 + lost.cell_length <= width
    if item.ends and beside:
        rows = [spread(name, lost, width)]
    else:  # what is answered is read whole
        rows = [fit(row, width) for row in wrapped(name, width)]
    told = say(lost, "  ", (item.note, DIM)) if item.ends and not beside else say((item.note, DIM))
    if told.plain.strip():
        rows += (fit(row, width) for row in wrapped_list(told.pad_left(_INSIDE), width))
    return lines(rows)
