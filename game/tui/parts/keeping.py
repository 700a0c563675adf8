"""Where a match is kept: told when that changes or ends, and asked for anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.widgets import Static

from game.match import Match
from game.telling.messages import english
from game.text import clean
from game.tui.draw.styles import BAD, say
from game.tui.screens.front import Front


class Keeping:
    """Says whether a match is being saved.

    Args:
        screen: the screen on which it is said.
        match: the match.
        watching: what there is to say while the match is only watched, or nothing.
        kept: is told that it is kept in another place now, or is not.
    """

    def __init__(
        self,
        screen: Front[None],
        match: Match,
        *,
        watching: Callable[[], str],
        kept: Callable[[], None],
    ) -> None:
        self._screen = screen
        self._match = match
        self._watching = watching
        self._kept = kept
        self._moves = len(match.moves)
        """How often the save had been written anew when that was last told."""

    def begin(self) -> None:
        """Say what is to be known of a save that has been opened."""
        if self._match.notice is not None:
            from game.telling.notices import say_notice  # noqa: PLC0415 - most begin well

            words = say_notice(english(), self._match.notice)
            self._screen.notify(clean(words), markup=False, timeout=12)

    def tell(self) -> None:
        """Say whether the match is still being saved, and where if it is another place."""
        match, watching = self._match, self._watching()
        for moved in match.moves[self._moves :]:
            from game.telling.notices import say_notice  # noqa: PLC0415 - likewise

            words = clean(say_notice(english(), moved))
            self._screen.notify(words, severity="warning", markup=False, timeout=20)
        self._moves = len(match.moves)
        trouble = self._screen.query_one("#trouble", Static)
        words = watching or match.trouble or ""
        key = "screens.keeping.watching" if watching else "screens.keeping.not_saving"
        trouble.display = bool(words)
        trouble.update(say((f" {english().say(key, words=words)} ", f"bold {BAD} reverse")))

    def save_as(self) -> None:
        """Keep the match in another folder from now on."""
        from game.tui.screens.folder import Folder, keep_in  # noqa: PLC0415 - a screen is imported when it opens

        def answered(folder: Path | None) -> None:
            if folder is not None:
                if (fault := keep_in(folder, self._match)) is not None:
                    self._screen.notify(fault, severity="error", markup=False)
                self._kept()

        self._screen.app.push_screen(Folder(self._match.trouble or ""), answered)
