"""Asking for a folder to keep a match in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from game.match import Match, SaveError, writing
from game.telling.messages import english
from game.text import clean
from game.tui.draw.styles import DIM, say
from game.tui.modal import Field
from game.tui.widgets.line import LineInput

LONGEST = 4096
"""Characters that a path may have."""


class Folder(Field[Path | None]):
    """Says why it asks; dismissed with a folder, or with nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "keys.back", show=False, id="folder.leave"),
    ]

    def __init__(self, why: str) -> None:
        super().__init__()
        self._why = why
        try:
            self._at = str(Path.home())
        except RuntimeError:  # nobody knows of a home
            self._at = ""

    def compose(self) -> ComposeResult:
        with Vertical(id="question"):
            yield Static(say(self._why), id="question-title")
            yield Static(say(english().say("screens.folder.title")))
            yield LineInput(self._at, longest=LONGEST, id="folder")
            yield Static(say((english().say("screens.folder.keys"), DIM)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if folder := clean(event.value).strip():
            self.dismiss(Path(os.path.expanduser(folder)))  # noqa: PTH111 - leaves ~nobody be

    def action_leave(self) -> None:
        """Back without a folder."""
        self.dismiss(None)


def keep_in(folder: Path, match: Match) -> str | None:
    """Keep a match in a folder from now on, under a name that no save there has.

    Returns:
        Why it cannot be, in which case nothing has changed; nothing if it was done.
    """
    try:
        writing.keep_in(folder, match)
    except SaveError as error:
        return clean(str(error))
    return None
