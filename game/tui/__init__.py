"""The Textual app. Importing this package does not import Textual; running it does."""

from __future__ import annotations

from pathlib import Path

from game.match import Library, Match


def run(library: Library, *, start: Match | None = None, replay: Path | None = None) -> int:
    """Run the app until it is left.

    Args:
        library: where matches are kept.
        start: a match to play at once, or nothing for the title screen.
        replay: a save to step through at once.

    Returns:
        The exit code: 0, 128 + n after signal n, 70 if the app broke.

    Raises:
        SaveError: the save cannot be read.
    """
    watch = Match.open(replay, read_only=True) if replay is not None else None
    from game.tui.app import run_app  # noqa: PLC0415 - imports Textual

    return run_app(library, start=start, watch=watch)
