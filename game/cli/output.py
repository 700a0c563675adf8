"""What commands say: lines of text, tables, progress, values for programs.

On a terminal tables and progress are drawn by rich; anywhere else, and where no colour is wanted,
all of it is lines of text. Nothing that somebody wrote is ever read as markup.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final, TextIO, TypeVar

from game.text import clean, line
from game.text.cells import cells as width

if TYPE_CHECKING:
    from rich.progress import Progress

    from game.telling.messages import Value

T = TypeVar("T")


def write(text: str, *, err: bool = False, end: str = "\n") -> None:
    """Print text, without anything in it that could steer a terminal.

    The output's own encoding is kept; what it lacks is spelt.
    """
    # Click's own echo takes an output in ASCII for a mistake, and writes UTF-8 on it.
    if not err:
        print(clean(text), end=end)
        return
    # What a command has done is done, though nobody can read what it says beside its output.
    with suppress(OSError):
        print(clean(text), end=end, file=sys.stderr, flush=True)


def say(key: str, /, **places: Value) -> None:
    """Print a message."""
    from game.telling.messages import english  # noqa: PLC0415 - errors are no messages

    write(english().say(key, **places))


def values(value: object) -> None:
    """Print a value as JSON, in ASCII."""
    write(json.dumps(value, indent=2))


NARROWEST: Final = 60
"""Columns that a table needs."""


def drawn(stream: TextIO) -> bool:
    """Whether more than lines of text may be written to a stream."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain and shutil.get_terminal_size().columns >= NARROWEST


# ---------------------------------------------------------------------- tables


def columns(rows: Sequence[tuple[str, ...]]) -> None:
    """Print rows as columns, two spaces between; the last cell of a row is not padded."""
    widest = [
        max((len(row[place]) for row in rows if len(row) > place + 1), default=0)
        for place in range(max((len(row) for row in rows), default=0))
    ]
    for row in rows:
        cells = [cell.ljust(widest[place]) for place, cell in enumerate(row)]
        write("  ".join(cells).rstrip())


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Draw a table on a terminal; a column in which nothing stands is left out.

    Args:
        heads: the titles of the columns.
        rows: the cells of each row; the first names it.
    """
    from rich import box  # noqa: PLC0415 - for a terminal only
    from rich.console import Console  # noqa: PLC0415 - as above
    from rich.table import Table  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    cells = [[line(cell) for cell in row] for row in rows]
    console = Console(file=sys.stdout)
    made = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0))
    for place, head in enumerate(heads):
        if not any(row[place] for row in cells):
            continue
        widest = max(width(row[place]) for row in cells)
        # A name is broken late, so that it can be copied.
        whole = 0 if place else min(widest, console.width // 3)
        made.add_column(Text(head), overflow="fold", min_width=whole, style="" if place else "bold")
    for row in cells:
        shown = [cell for place, cell in enumerate(row) if any(each[place] for each in cells)]
        made.add_row(*(Text(cell) for cell in shown))
    with console.capture() as captured:
        console.print(made)
    # By the one way out, which spells what the encoding of the terminal lacks.
    print("\n".join(row.rstrip() for row in captured.get().splitlines()))


def glossary(heads: tuple[str, str], entries: Sequence[tuple[str, str]]) -> None:
    """Print names with what each is: on a terminal as a table, else each in one line."""
    if drawn(sys.stdout):
        table(heads, entries)
        return
    for name, about in entries:
        write(f"{name}: {about}")


# ---------------------------------------------------------------------- progress


_STEPS: Final = 100
"""How often a bar is drawn anew at the most."""


class ProgressBar:
    """How far long work has come, on standard error if that is a terminal."""

    def __init__(self, what: str, progress: Progress | None) -> None:
        self._what = what
        self._progress = progress

    def over(self, things: Sequence[T]) -> Iterator[T]:
        """The things one after the other, counted as they are done."""
        if self._progress is None:
            yield from things
            return
        task = self._progress.add_task(self._what, total=len(things))
        for place, thing in enumerate(things):
            if place % (1 + len(things) // _STEPS) == 0:
                self._progress.update(task, completed=place, refresh=True)
            yield thing

    def show(self, done: int, every: int) -> None:
        """So much is done of everything."""
        if self._progress is not None:
            if not self._progress.task_ids:
                self._progress.add_task(self._what, total=every)
            for task in self._progress.task_ids:
                self._progress.update(task, completed=done, total=every, refresh=True)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """The bar is gone, so that something can be printed in its place; then it is back."""
        if self._progress is None:
            yield
            return
        self._progress.stop()
        yield
        self._progress.start()


@contextmanager
def progress(what: str, *, wanted: bool = True) -> Iterator[ProgressBar]:
    """A bar for what is done meanwhile; afterwards nothing is left of it.

    Args:
        what: is done.
        wanted: whether it is worth showing.
    """
    if not wanted or not drawn(sys.stderr):
        yield ProgressBar(what, None)
        return
    from rich.console import Console  # noqa: PLC0415 - for a terminal only
    from rich.progress import (  # noqa: PLC0415 - as above
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
    )

    shown = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(file=sys.stderr),
        transient=True,
        # Drawn where the work is, not by a thread beside it; and what is printed stays as it is.
        auto_refresh=False,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    with shown:
        yield ProgressBar(what, shown)
