"""The Textual app. Importing this package does not import Textual; running it does."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.match import Library, Match

ESCAPE = "40"
"""Milliseconds after which a lone ESC byte is taken for the key. Textual's 100 are felt."""


def run(
    library: Library | Callable[[], Library],
    *,
    start: Match | None = None,
    replay: Path | None = None,
) -> int:
    """Run the app until it is left.

    Args:
        library: where matches are kept; or what says so, which is asked only once the title is
            on the screen.
        start: a match to play at once, or nothing for the title screen.
        replay: a save to step through at once.

    Returns:
        The exit code: 0, or 128 + n after signal n.

    Raises:
        SaveError: the save cannot be read.
        Exception: what broke the app. The terminal is as it was, and the match on disk.
    """
    watch: Match | None = None
    if replay is not None:
        from game.match import Match  # noqa: PLC0415 - nothing of the game before the title

        watch = Match.open(replay, read_only=True)
    os.environ.setdefault("ESCDELAY", ESCAPE)  # read when Textual is imported
    from game.tui.app import run_app  # noqa: PLC0415 - imports Textual

    return run_app(library, start=start, watch=watch)
