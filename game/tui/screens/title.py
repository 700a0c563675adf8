"""The title screen: where everything starts."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from game.match import Library
from game.tui.draw.ink import DIM, STRONG, lines, say

_BANNER = (
    "┏━┓╻ ╻┏━┓┏━┓┏━╸╺┳┓   ┏━╸┏┓╻┏━╸┏┳┓╻ ╻",
    "┗━┓┣━┫┣━┫┣┳┛┣╸  ┃┃   ┣╸ ┃┗┫┣╸ ┃┃┃┗┳┛",
    "┗━┛╹ ╹╹ ╹╹┗╸┗━╸╺┻┛   ┗━╸╹ ╹┗━╸╹ ╹ ╹ ",
)


class TitleScreen(Screen[None]):
    """Offers to go on with the last match, and all else."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "Help", key_display="?", id="help"),
        Binding("n", "app.new_game", "New game", id="title.new"),
        Binding("r", "app.resume", "Resume", id="title.resume"),
        Binding("p", "app.replay", "Replay", id="title.replay"),
        Binding("q", "app.quit", "Quit", id="title.quit"),
        Binding("j", "move(1)", show=False, id="title.down"),
        Binding("k", "move(-1)", show=False, id="title.up"),
    ]

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._ways: list[str] = []

    def compose(self) -> ComposeResult:
        with Vertical(id="title"):
            yield Static(lines([say((row, STRONG)) for row in _BANNER]), id="banner")
            yield Static(say(("A debate-game for two, and a common danger", DIM)), id="motto")
            yield OptionList(id="ways", markup=False, compact=True)
            yield Static(id="kept")
        yield Footer(show_command_palette=False, compact=True)

    def on_screen_resume(self) -> None:
        """List what can be done now; a match may have begun or ended since."""
        unfinished = self._library.latest_unfinished()
        ways: list[tuple[str, str, str]] = []
        if unfinished is not None:
            ways.append(("resume_last", "Resume", f"“{unfinished.slug}”, round {unfinished.round}"))
        ways += [
            ("new_game", "New game", ""),
            ("resume", "Resume another", "any match that is not over"),
            ("replay", "Replay", "step through a match"),
            ("scenarios", "Scenarios", "what can be played"),
            ("help", "Help", "the rules in a page, and the keys"),
            ("quit", "Quit", ""),
        ]
        self._ways = [action for action, _, _ in ways]
        menu = self.query_one("#ways", OptionList)
        menu.clear_options()
        menu.add_options(
            [Option(say((f"{name:<16}", STRONG), (about, DIM))) for _, name, about in ways]
        )
        menu.highlighted = 0
        menu.focus()
        self.query_one("#kept", Static).update(
            say((f"Matches are kept in {self._library.directory}", DIM))
        )

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go the way that was chosen."""
        await self.run_action(f"app.{self._ways[event.option_index]}")

    def action_move(self, by: int) -> None:
        """Up or down the list."""
        menu = self.query_one("#ways", OptionList)
        move: Callable[[], None] = menu.action_cursor_down if by > 0 else menu.action_cursor_up
        move()
