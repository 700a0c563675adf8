"""Where the match at a table is kept: told when that changes or ends, and asked for anew."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path

from textual.widgets import Static

from game.telling.messages import english
from game.text import clean
from game.tui.draw.styles import BAD, say
from game.tui.screens.folder import Folder, keep_in
from game.tui.screens.studying import Studying


class Keeping(Studying):
    """A table that says whether its match is being saved."""

    moves = 0
    """How often the save had been written anew when that was last told."""

    @property
    def watching(self) -> str:
        """What there is to say while the match is only watched, or nothing."""
        return ""

    @abstractmethod
    def go_on(self) -> None:
        """Pass the table on to whoever is next."""

    def tell_of_the_save(self) -> None:
        """Say whether the match is still being saved, and where if it is another place."""
        match = self.match
        for news in match.moves[self.moves :]:
            self.notify(clean(news), severity="warning", markup=False, timeout=20)
        self.moves = len(match.moves)
        trouble = self.query_one("#trouble", Static)
        words = self.watching or match.trouble or ""
        key = "screens.keeping.watching" if self.watching else "screens.keeping.not_saving"
        trouble.display = bool(words)
        trouble.update(say((f" {english().say(key, words=words)} ", f"bold {BAD} reverse")))

    def action_save_as(self) -> None:
        """Keep the match in another folder from now on."""

        def answered(folder: Path | None) -> None:
            if folder is not None:
                if (fault := keep_in(folder, self.match)) is not None:
                    self.notify(fault, severity="error", markup=False)
                self.tell_of_the_save()
                self.refresh_bindings()
                self.go_on()

        self.app.push_screen(Folder(self.match.trouble or ""), answered)
