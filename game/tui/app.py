"""The app: thin; the screens do the work."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from game.match import Library, Match, MatchError
from game.opponents import Opponent, opponent
from game.rules import RulesError
from game.scenario import Scenario, ScenarioError, load, read_text, scenarios
from game.tui.draw.ink import palette
from game.tui.net import spread_net
from game.tui.screens.catalogue import CatalogueScreen
from game.tui.screens.enlarge import LEAST, Enlarge
from game.tui.screens.help import Help
from game.tui.screens.new_game import NewGameScreen, Setup
from game.tui.screens.replay import ReplayScreen
from game.tui.screens.saves import SavesScreen
from game.tui.screens.table import TableScreen
from game.tui.screens.title import TitleScreen
from game.tui.screens.verdict import VerdictScreen
from game.tui.widgets.drawn import ROOMY


class SharedEnemyApp(App[int]):
    """The game on the screen.

    Args:
        library: where matches are kept.
        start: a match to go to at once, or nothing for the title screen.
        watch: a match to step through at once.
    """

    TITLE = "Shared Enemy"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    # Textual declares these two without ClassVar.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (ROOMY[0], "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (ROOMY[1], "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True, id="quit"),
        Binding("ctrl+c", "quit", "Quit", show=False, id="interrupt"),
    ]

    def __init__(
        self, library: Library, *, start: Match | None = None, watch: Match | None = None
    ) -> None:
        super().__init__()
        self.animation_level = "none"
        self._library = library
        self._start = start
        self._watch = watch

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables, and the colours that scenarios name."""
        return super().get_css_variables() | palette(dark=self.current_theme.dark)

    def on_mount(self) -> None:
        self._heed_signals()
        self.install_screen(TitleScreen(self._library), "title")
        self.push_screen("title")
        if self._start is not None:
            self._play(self._start)
        elif self._watch is not None:
            self.push_screen(ReplayScreen(self._watch))

    def _heed_signals(self) -> None:
        """Leave the terminal as it was found, however the app is told to end."""
        for name in ("SIGTERM", "SIGHUP", "SIGQUIT"):
            number = getattr(signal, name, None)
            if number is not None:
                # No signals in a thread or on Windows: then there is nothing to heed.
                with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                    loop = asyncio.get_running_loop()
                    loop.add_signal_handler(number, self.exit, 128 + number, 128 + number)

    def on_resize(self, event: events.Resize) -> None:
        """Cover the app while there is too little room for it."""
        small = event.size.width < LEAST[0] or event.size.height < LEAST[1]
        covered = isinstance(self.screen, Enlarge)
        if small and not covered:
            self.push_screen(Enlarge())
        elif covered and not small:
            self.pop_screen()

    # ------------------------------------------------------------------ matches

    def _play(self, match: Match) -> None:
        """Sit down at a match: its verdict if it is over, else the table."""
        if match.verdict is not None:
            self._go(VerdictScreen(match))
            return
        try:
            seats = {
                side: player
                for side, seat in enumerate(match.seats)
                if (player := self._opponent(seat, match.seed)) is not None
            }
        except MatchError as error:
            self._complain(error)
            return
        self._go(TableScreen(match, seats))

    def _opponent(self, seat: str, seed: int) -> Opponent | None:
        return opponent(seat, seed=seed)

    def _go(self, screen: Screen[None]) -> None:
        """Show a screen right above the title."""
        while len(self.screen_stack) > 2:
            self.pop_screen()
        self.push_screen(screen)

    def _complain(self, error: Exception) -> None:
        self.notify(str(error), severity="error", markup=False, timeout=15)

    def _open(self, path: Path, then: Callable[[Match], None], *, read_only: bool) -> None:
        try:
            match = Match.open(path, read_only=read_only)
        except (MatchError, ScenarioError, RulesError) as error:
            self._complain(error)
        else:
            then(match)

    def _begin(self, setup: Setup | None) -> None:
        if setup is None:
            return
        try:
            text, where = read_text(setup.scenario)
            match = Match.new(
                text,
                where,
                seats=setup.seats,
                seed=setup.seed,
                variant=setup.variant,
                journal=self._library.create(setup.name),
            )
        except (MatchError, ScenarioError, RulesError) as error:
            self._complain(error)
        else:
            self._play(match)

    def _scenario(self) -> Scenario:
        match = getattr(self.screen, "match", None)
        return match.scenario if isinstance(match, Match) else load(scenarios()[0].id)

    # ------------------------------------------------------------------ keys

    def action_title(self) -> None:
        """Back to the title screen."""
        while len(self.screen_stack) > 2:
            self.pop_screen()

    def action_new_game(self) -> None:
        """Set up a match, and play it."""
        self.push_screen(NewGameScreen(self._library), self._begin)

    def action_resume_last(self) -> None:
        """Go on with the last match that is not over."""
        last = self._library.latest_unfinished()
        if last is not None:
            self._open(last.path, self._play, read_only=False)

    def action_resume(self) -> None:
        """Choose a match that is not over, and go on with it."""

        def chosen(path: Path | None) -> None:
            if path is not None:
                self._open(path, self._play, read_only=False)

        self.push_screen(SavesScreen(self._library, unfinished=True), chosen)

    def action_replay(self) -> None:
        """Choose any match, and step through it."""

        def chosen(path: Path | None) -> None:
            if path is not None:
                self._open(path, lambda match: self._go(ReplayScreen(match)), read_only=True)

        self.push_screen(SavesScreen(self._library, unfinished=False), chosen)

    def action_scenarios(self) -> None:
        """Show what can be played."""
        self.push_screen(CatalogueScreen())

    def action_help(self) -> None:
        """The rules in a page, the signs and the keys."""
        if not isinstance(self.screen, Help):
            self.push_screen(Help(self._scenario()))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: Textual's own commands, and the ways of the title screen."""
        yield from super().get_system_commands(screen)
        yield SystemCommand("New game", "Set up a match and play it", self.action_new_game)
        yield SystemCommand("Resume", "Go on with a match", self.action_resume)
        yield SystemCommand("Replay", "Step through a match", self.action_replay)
        yield SystemCommand("Help", "The rules in a page, and the keys", self.action_help)


def run_app(library: Library, *, start: Match | None = None, watch: Match | None = None) -> int:
    """Run the app until it is left.

    Returns:
        The exit code: 0, 128 + n after signal n, 70 if the app broke.
    """
    spread_net()
    app = SharedEnemyApp(library, start=start, watch=watch)
    app.run()
    return 70 if app.return_code is None else app.return_code
