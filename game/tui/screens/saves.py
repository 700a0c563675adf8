"""Choosing a save, to go on with it or to step through it."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from game.match import Entry, Library
from game.review.words import plain
from game.tui.draw.ink import BAD, DIM, STRONG, lines, say
from game.tui.widgets.menu import Menu
from game.tui.widgets.reading import Reading


class Saves(Menu):
    """There may be many of them: here PgUp and PgDn are for the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "page_down", "Page down", show=False, id="saves.page_down"),
        Binding("pageup", "page_up", "Page up", show=False, id="saves.page_up"),
    ]


class SavesScreen(Screen[Path | None]):
    """Lists saves; dismissed with the file that was chosen, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "Help", key_display="?", id="help"),
        Binding("n", "new_game", "New game", id="saves.new"),
        Binding("q,escape,backspace", "leave", "Back", key_display="q", id="saves.leave"),
    ]

    def __init__(self, library: Library, *, unfinished: bool) -> None:
        super().__init__()
        self._title = "Resume which match?" if unfinished else "Step through which match?"
        self._entries = [entry for entry in library.list() if not unfinished or entry.unfinished]

    def compose(self) -> ComposeResult:
        yield Static(say((self._title, STRONG)), id="page-title")
        yield Saves(id="saves")
        yield Reading(id="preview")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        if not self._entries:
            self._show(say("There is none yet. Press n to start a new game."))
        menu = self.query_one(Saves)
        menu.add_options(Option(_line(entry)) for entry in self._entries)
        menu.action_first()
        menu.focus()

    def _show(self, content: Content) -> None:
        self.query_one(Reading).show(content)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Preview the highlighted save."""
        self._show(_preview(self._entries[event.option_index]))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose a save."""
        self.dismiss(self._entries[event.option_index].path)

    async def action_new_game(self) -> None:
        """Choose none, and set up a match instead."""
        self.dismiss(None)
        await self.run_action("app.new_game")

    def action_leave(self) -> None:
        """Choose none."""
        self.dismiss(None)


def _line(entry: Entry) -> Content:
    stands = f"round {entry.round} of {entry.rounds}" if entry.verdict is None else entry.outcome
    stands = "damaged" if entry.damage else stands
    example = "  (example)" if entry.shipped else ""
    return say(
        (f"{entry.slug:<28.28} ", STRONG), f"{entry.scenario:<22.22} ", (stands + example, DIM)
    )


def _preview(entry: Entry) -> Content:
    rows = [
        say((entry.title or entry.slug, STRONG)),
        say(f"{entry.scenario}; seats: {', '.join(entry.seats)}"),
        say(
            f"Round {entry.round} of {entry.rounds}, {entry.decisions} decisions; "
            f"scores {' : '.join(plain(score) for score in entry.scores)}; {entry.outcome}"
        ),
        say((f"Seed {entry.seed}; head code {entry.head_code}; {entry.path}", DIM)),
    ]
    if entry.damage:
        rows.append(say((entry.damage, BAD)))
    return lines(rows)
