"""Choosing a format to write a match in."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from game.export import FORMATS, write
from game.match import Match, MatchError
from game.match.trouble import because, shown_path
from game.telling.messages import english
from game.text import clean
from game.tui.draw.styles import DIM, STRONG, say
from game.tui.screens.front import Careful
from game.tui.widgets.menu import Menu, Row


class ExportScreen(Careful[str | None]):
    """Lists the formats; dismissed with the name of one, or with nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "keys.help", show=False, id="help"),
        Binding("escape,q", "leave", "keys.back", show=False, id="export.leave"),
    ]

    def compose(self) -> ComposeResult:
        with Vertical(id="question"):
            yield Static(say((english().say("screens.export.title"), STRONG)), id="question-title")
            yield Menu(id="ways")

    def on_mount(self) -> None:
        menu = self.query_one(Menu)
        menu.add_options(
            Row(say((f"{each.name:<11}", STRONG), (each.what, DIM)), name)
            for name, each in FORMATS.items()
        )
        menu.highlighted = 0
        menu.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose a format."""
        event.stop()
        if isinstance(event.option, Row):
            self.dismiss(event.option.thing)

    def action_leave(self) -> None:
        """Choose none."""
        self.dismiss(None)


def exported(save: Path, to: str, folder: Path) -> str:
    """Write a save in a format into a folder, under a name that no file has.

    Returns:
        What was written where, or why nothing was, as a sentence.
    """

    def written(target: Path) -> str:
        size = write(Match.open(save, read_only=True), to, target)
        return english().say("screens.export.wrote", file=str(target), bytes=size)

    return _kept(folder, save.stem, FORMATS[to].suffix, written)


def pictured(svg: str, folder: Path) -> str:
    """Write a picture of the screen into a folder, under a name that no file has.

    Returns:
        Where it is, or why it is nowhere, as a sentence.
    """

    def written(target: Path) -> str:
        with target.open("x", encoding="utf-8") as file:
            file.write(svg)
        return english().say("screens.export.pictured", file=str(target))

    return _kept(folder, "screen", ".svg", written)


def _kept(folder: Path, stem: str, suffix: str, written: Callable[[Path], str]) -> str:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        target, number = folder / f"{stem}{suffix}", 1
        while os.path.lexists(target):
            number += 1
            target = folder / f"{stem}-{number}{suffix}"
        return clean(written(target))
    except MatchError as error:
        return clean(str(error))
    except OSError as error:
        return clean(
            english().say("screens.export.none", why=because(error), folder=shown_path(folder))
        )
