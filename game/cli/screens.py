"""Opening the app."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from game.match import Library, Match


def show(
    saves: Library | Callable[[], Library],
    match: Match | None = None,
    replay: Path | None = None,
) -> int:
    """Open the app: at its title, with a match to play, or with a save to look at."""
    need_terminal()
    from game import tui  # noqa: PLC0415 - Textual, which only the app needs
    from game.settings import SettingsFile  # noqa: PLC0415 - likewise

    settings = SettingsFile.usual(os.environ)
    return tui.run(saves, start=match, replay=replay, settings=settings)


def need_terminal() -> None:
    """The app draws on standard error and reads keys from standard input.

    Raises:
        WrongUsage: one of them is no terminal.
    """
    screen = sys.__stderr__
    dumb = os.environ.get("TERM") == "dumb"
    if dumb or not sys.stdin.isatty() or screen is None or not screen.isatty():
        from game.cli.usage import WrongUsage  # noqa: PLC0415 - click, which the title needs not

        raise WrongUsage(
            "the app needs a terminal, and this is none; play with shared-enemy play --plain"
        )
