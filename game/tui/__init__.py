"""The Textual app. Importing this package does not import Textual; running it does."""

from __future__ import annotations

import gc
import linecache
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.match import Library, Match
    from game.settings import SettingsFile
    from game.tui.permissions import Permissions

ESCAPE = "40"
"""Milliseconds after which a lone ESC byte is taken for the key. Textual's 100 are felt."""

_SIZES = ("COLUMNS", "LINES", "JUPYTER_COLUMNS", "JUPYTER_LINES")
"""What a library would take for the size of the terminal, whatever that is."""


def heed_nobody() -> None:
    """Take what is meant for the development of Textual apps out of the environment.

    Such variables name code to run, files to write and keys to press. Textual reads them when it
    is imported, so this comes before.
    """
    for name in tuple(os.environ):
        if name == "TEXTUAL" or name.startswith("TEXTUAL_") or name in _SIZES:
            del os.environ[name]
    os.environ.setdefault("ESCDELAY", ESCAPE)


@contextmanager
def importing() -> Iterator[None]:
    """Look for no garbage in what is made meanwhile: modules stay, and are looked at no more."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _tidy() -> None:
    """Throw away what was left over while the app began; the rest stays, and is looked at no more.

    Making a class with slots leaves another one over, and the game has hundreds of them; and
    attrs keeps the text of what it wrote for each of them, for whoever reads a traceback.
    """
    linecache.clearcache()
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def run(
    library: Library | Callable[[], Library],
    *,
    start: Match | None = None,
    replay: Path | None = None,
    permissions: Permissions | None = None,
    settings: SettingsFile | None = None,
) -> int:
    """Run the app until it is left.

    Args:
        library: where matches are kept; or what says so, which is asked only once the title is
            on the screen.
        start: a match to play at once, or nothing for the title screen.
        replay: a save to step through at once.
        permissions: what the app may do on this machine; everything if nothing is said.
        settings: where what is set is kept; as long as the app runs if nowhere.

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
    heed_nobody()
    with importing():
        from game.tui.app import SharedEnemyApp  # noqa: PLC0415 - imports Textual
        from game.tui.permissions import Permissions  # noqa: PLC0415 - nothing before it is needed
        from game.tui.strips import clean_strips  # noqa: PLC0415 - tests run the app without it

    clean_strips()
    allowed = Permissions() if permissions is None else permissions
    app = SharedEnemyApp(
        library, start=start, watch=watch, permissions=allowed, settings=settings, at_rest=_tidy
    )
    try:
        app.run()
    finally:
        if "navigation" in app.__dict__:
            app.navigation.close()
        # The end of Python looks through everything for garbage, which is felt after a replay.
        gc.freeze()
    if app.fault is not None:
        raise app.fault
    return app.return_code or 0
