"""The place in which it is told what happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message

from game.telling.messages import english
from game.tui.draw.styles import DIM, rows_of, say, spread, wrapped, wrapped_list
from game.tui.screen import lay_out
from game.tui.sizes import TALL, is_roomy
from game.tui.widgets.text_pane import TextPane
from game.value import frozen

if TYPE_CHECKING:
    from game.telling.beats import Beat

KEPT = 2
"""Rows that stay in sight while somebody chooses, on a small screen."""
KEPT_ROOMY, KEPT_TALL = 2, 6
"""The same on a large one, and on one with rows to spare; there it has as many in any case, so that
from one choice to the next nothing moves."""


@frozen
class About:
    """What is said around what is told.

    Attributes:
        before: what was told before it, beat by beat, each as lines.
        moved: what has moved since somebody decided, for a width.
        more: how many beats follow, and how to go on.
        below: the same for so many rows of what is told.
    """

    before: Sequence[Sequence[Content]] = ()
    moved: Callable[[int], list[Content]] = lambda _: []
    more: Content = Content()
    below: Callable[[int], str] = lambda rows: english().say("beat.below.key", rows=rows)


_NOTHING = About()


class Beats(TextPane):
    """Shows what happened: with all the room there is, or in a few rows above the choices."""

    class Clicked(Message):
        """Somebody wants to be told on."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._kept = False
        self._brief = Content()
        self._about = _NOTHING

    def tell(self, text: Content, place: Sequence[Beat] = (), about: About = _NOTHING) -> None:
        """Tell this with all the room there is; its page stays while ``place`` does.

        Args:
            text: what is told.
            place: the beats that it is.
            about: what fills the room that it leaves.
        """
        self._kept, self._about = False, about
        self.display = True
        self.show(text, of=place or (text.plain,))

    def turn_on(self) -> bool:
        """Show what there was no room for; tells whether there was any."""
        top = self._top
        self.turn(1)
        return self._top != top

    def below(self, rows: int) -> str:
        return self._about.below(rows)

    def _hint(self, below: int) -> Content:
        """On the last page it says what follows, as below what needs no page."""
        more = Content() if below or self._kept else self._about.more
        return more or super()._hint(below)

    def keep(self, text: Content, brief: Content) -> None:
        """Let this stay in sight above something else; no row is lost if there is nothing.

        Args:
            text: what happened last.
            brief: the same where there is no room for all of it, and no row to spare.
        """
        self._kept, self._brief, self._about = True, brief, _NOTHING
        self.display = bool(text)
        self.show(text)
        lay_out(self)

    @property
    def rows(self) -> list[Content]:
        width, height = self.content_size
        if self._kept:
            return self._kept_rows(width)
        told = super().rows
        return self._filled(told, width, height) if self._fits(self._wrap(width)) else told

    def _kept_rows(self, width: int) -> list[Content]:
        most, hint = self._most, not self.framed
        if most < KEPT_TALL and not self._holds_all(width):
            brief = self._brief or self._text
            return [brief_row(brief, width)] if hint else brief_rows(brief, most, width)
        return whole_rows(self._text, most, width, hint=hint)

    def _holds_all(self, width: int) -> bool:
        """Whether all of what is kept is in sight."""
        return sum(len(wrapped(each, width)) for each in rows_of(self._text)) <= self._most

    @property
    def _more(self) -> Content:
        """What has to be said below, where no frame says it: how much follows."""
        return Content() if self.framed or self._kept else self._about.more

    def _fits(self, rows: Sequence[Content]) -> bool:
        """With how much follows: if it takes all rows, that stands at the end of the last one."""
        more, room = self._more, self.content_size.height - len(rows)
        beside = rows[-1].cell_length + 1 + more.cell_length <= self.content_size.width
        return room >= (1 if more and not beside else 0)

    def _filled(self, told: list[Content], width: int, height: int) -> list[Content]:
        """What is told; above it as much of what was told before as there is room for, the newest
        last; at the foot what has moved.
        """
        more = [self._more] if self._more else []
        left = height - len(told) - len(more)
        if left < 0:
            return [*told[:-1], spread(told[-1], self._more, width)]
        moved = self._about.moved(width)
        moved = moved if moved and len(moved) < left else []
        left -= len(moved)
        before = rows_before(self._about.before, left, width)
        left -= len(before)
        return [*before, *told, *([Content()] * left), *moved, *more]

    @property
    def foot(self) -> Content:
        if not self._kept:
            return super().foot or self._about.more
        whole = self._holds_all(self.content_size.width)
        return Content() if whole else say((english().say("beat.again"), DIM))

    @property
    def _most(self) -> int:
        size = self.app.size
        if not is_roomy(size):
            return KEPT
        return KEPT_TALL if size.height >= TALL else KEPT_ROOMY

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        if self._kept and self.framed:
            return self._most
        if self._kept:
            return len(self._kept_rows(width))
        return super().get_content_height(container, viewport, width)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Clicked())


def rows_before(beats: Sequence[Sequence[Content]], most: int, width: int) -> list[Content]:
    """What was told before, and a row without anything below it: the newest lines, each whole.

    Args:
        beats: what was told, each as lines, the newest last.
        most: how many rows there may be.
        width: how many cells they have.
    """
    lines = [wrapped(line, width) for beat in beats[-most:] for line in beat]
    left = most - 1
    kept: list[list[Content]] = []
    for rows in reversed(lines):
        left -= len(rows)
        if left < 0:
            break
        kept.insert(0, rows)
    return [*chain.from_iterable(kept), Content()] if kept else []


def brief_row(text: Content, width: int) -> Content:
    """What is told in brief, as one row, and how to read all of it."""
    more = english().say("beat.again")
    row, *_ = wrapped_list(Content("  ").join(rows_of(text)), width - cell_len(more) - 1)
    return say(row, " ", (more, DIM))


def brief_rows(text: Content, most: int, width: int) -> list[Content]:
    """The same where it is said elsewhere how to read all: so many rows at most; what is left out
    is said to be.
    """
    rows = wrapped_list(Content("  ").join(rows_of(text)), width)
    if len(rows) <= most:
        return rows
    last, *_ = wrapped_list(Content(" ").join(rows[most - 1 :]), width - 2)
    return [*rows[: most - 1], say(last, (" …", DIM))]


def whole_rows(text: Content, most: int, width: int, *, hint: bool = True) -> list[Content]:
    """As many rows as there may be, of sentences that are there whole. A sentence for which there
    is no room is not begun.

    Args:
        text: the sentences.
        most: how many rows there may be.
        width: how many cells they have.
        hint: whether they say how to see what is left out.
    """
    told = [wrapped(each, width) for each in rows_of(text)]
    if sum(map(len, told)) <= most:
        return list(chain.from_iterable(told))
    more = say((english().say("beat.again"), DIM))
    kept: list[Content] = []
    for rows in told:
        beside = not hint or rows[-1].cell_length + 1 + more.cell_length <= width
        if len(kept) + len(rows) + (0 if beside else 1) > most:
            break
        kept += rows
    if not hint:
        return kept
    if kept and kept[-1].cell_length + 1 + more.cell_length <= width:
        return [*kept[:-1], say(kept[-1], " ", more)]
    return [*kept, more]
