"""What commands say: lines of text, columns, values for programs."""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from game.text import clean

WIDEST: Final = 100
"""Letters in a line that people read, at the most."""


def say(text: str, *, err: bool = False, end: str = "\n") -> None:
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


def introduce(name: str, text: str) -> None:
    """Print what something is: for people in short lines below its name, else in one line."""
    told = f"{name}: {text}"
    if sys.stdout.isatty():
        width = min(shutil.get_terminal_size().columns, WIDEST)
        told = textwrap.fill(told, width, subsequent_indent="    ", break_on_hyphens=False)
    say(told)


def columns(rows: Sequence[tuple[str, ...]]) -> None:
    """Print rows as columns, two spaces between; the last cell of a row is not padded."""
    width = [
        max((len(row[place]) for row in rows if len(row) > place + 1), default=0)
        for place in range(max((len(row) for row in rows), default=0))
    ]
    for row in rows:
        cells = [cell.ljust(width[place]) for place, cell in enumerate(row)]
        say("  ".join(cells).rstrip())


def values(value: object) -> None:
    """Print a value as JSON, in ASCII."""
    say(json.dumps(value, indent=2))
