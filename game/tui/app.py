"""The app: thin; the screens do the work.

Only the title screen is imported before the first paint. The game itself, and every other
screen, is imported when it is needed.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import ScreenError, SystemCommand
from textual.binding import Binding, BindingType
from textual.css.query import QueryError
from textual.driver import Driver
from textual.geometry import Region
from textual.screen import Screen
from textual.signal import Signal

from game.settings import Settings, SettingsFile
from game.tui import importing
from game.tui.draw.palette import ENOUGH, MOST, palette
from game.tui.draw.themes import CONTRAST, OWN
from game.tui.in_turn import INTERRUPT, QUIT, STOP, InTurn
from game.tui.permissions import Permissions
from game.tui.play_on import Begin, PlayOn, Rematch, SitDown, Teach
from game.tui.preferences import Preferences
from game.tui.screens.front import Front
from game.tui.screens.title import TitleScreen
from game.tui.selection import selected_place
from game.tui.shown import DRAWN, TerminalShown, regions
from game.tui.sizes import BROAD, LEAST, ROOMY, WIDE

if TYPE_CHECKING:
    from game.match import Library, Match
    from game.tui.navigation import Navigation
    from game.tui.output import Output


class SharedEnemyApp(InTurn):
    """The game on the screen.

    Args:
        library: where matches are kept; or what says so, which is asked after the first paint.
        start: a match to go to at once, or nothing for the title screen.
        watch: a match to step through at once.
        permissions: what it may do on this machine.
        settings: where what is set is kept; as long as the app runs if nowhere.
        at_rest: is called once, half a second after the first screen.
    """

    TITLE = "Shared Enemy"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    # Textual declares these two without ClassVar.
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-narrow"),
        (ROOMY[0], "-roomy"),
        (WIDE, "-wide"),
        (BROAD, "-broad"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (ROOMY[1], "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(QUIT, "quit", "keys.quit", show=False, priority=True, id="quit"),
        Binding(INTERRUPT, "interrupt", "keys.quit", show=False, priority=True, id="interrupt"),
        Binding("comma", "settings", "keys.settings", show=False, id="settings"),
        Binding(STOP, "suspend_process", "keys.suspend", show=False, priority=True, id="suspend"),
    ]

    def __init__(
        self,
        library: Library | Callable[[], Library],
        *,
        start: Match | None = None,
        watch: Match | None = None,
        permissions: Permissions = Permissions(),  # noqa: B008 - it is frozen
        settings: SettingsFile | None = None,
        at_rest: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        for own in OWN:
            self.register_theme(own)
        self.preferences = Preferences(self, settings)
        self.settings_changed: Signal[Settings] = Signal(self, "settings_changed")
        """Tells of everything that is set anew."""
        self.permissions = permissions
        self.animation_level = "none"
        self.fault: Exception | None = None
        """What broke the app, if anything did."""
        self._library = library
        self._start = start
        self._watch = watch
        self._at_rest = at_rest
        self._mounted = False
        self._shown = TerminalShown()
        self._missed: set[Region] = set()
        self.preferences.dress_first()

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables, made legible, and the colours that scenarios name."""
        theme, kind = super().get_css_variables(), self.current_theme
        most = MOST if kind.name == CONTRAST else ENOUGH
        return theme | palette(theme, dark=kind.dark, ansi=kind.ansi, least=most)

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's signature
        """Show all in the colours of a theme. At first there is nothing: it is only taken note of,
        or Textual would read every style sheet twice.
        """
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def get_driver_class(self) -> type[Driver]:
        """The driver of this platform, on Unix hardened against what terminals may send."""
        if sys.platform == "win32":
            return super().get_driver_class()
        # Textual would import whatever the environment names.
        from game.tui.terminal import Terminal  # noqa: PLC0415 - there is no such thing on Windows

        return Terminal

    def get_default_screen(self) -> Screen[None]:
        """What lies below all else."""
        return TitleScreen(self._start or self._watch, asks=self.preferences.fresh)

    def on_load(self) -> None:
        """Before the terminal is touched."""
        self._heed_signals()

    def on_mount(self) -> None:
        self.heed_fronts()
        self.theme_changed_signal.subscribe(self, self.preferences.dressed)
        self.call_after_refresh(self.preferences.begin)
        # Later: Textual shows nothing before this is done, and what is drawn meanwhile is lost.
        if self._start is not None:
            self.call_later(self.navigation.play, self._start)
        elif self._watch is not None:
            self.call_later(self.navigation.replay, self._watch)
        if self._at_rest is not None:
            self.set_timer(0.5, self._at_rest)
        self._mounted = True
        self._fit(*self.size)

    def _heed_signals(self) -> None:
        """Leave the terminal as it was found, however the app is told to end."""
        loop = asyncio.get_running_loop()
        for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"):
            number = getattr(signal, name, None)
            if number is not None:
                # No signals in a thread or on Windows: then there is nothing to heed.
                with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(number, self.exit, 128 + number, 128 + number)

    # ------------------------------------------------------------------ settings

    @property
    def settings(self) -> Settings:
        """What the player has set."""
        return self.preferences.settings

    def change_settings(self, **changes: Any) -> None:  # noqa: ANN401 - as many types as members
        """Set something, use it from now on, and keep it.

        Args:
            changes: members of ``Settings`` by name.
        """
        self.preferences.change(changes)
        self.settings_changed.publish(self.settings)

    # ------------------------------------------------------------------ too little room

    @property
    def covered(self) -> bool:
        """Whether all is covered until the terminal is larger."""
        return isinstance(self.screen, Front) and self.screen.COVERS

    def on_resize(self, event: events.Resize) -> None:
        self._shown.forget()
        self._missed.clear()
        if self._mounted:
            self._fit(*event.size)
            if event.size == self.screen.size:
                # It was another for a moment, and what the terminal did with its rows is unknown.
                self.screen.refresh()

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        """The screens that shine through the one in front: the others are not drawn."""
        if self.screen.styles.background.a == 1:
            return []
        return super()._background_screens

    def action_command_palette(self) -> None:
        """Open the palette, if it is not open."""
        if self.use_command_palette:
            self.navigation.palette()

    def _fit(self, width: int, height: int) -> None:
        """Cover the app while there is too little room for it.

        Nothing else comes to the front meanwhile: the palette is shut, and the table waits.
        """
        small = width < LEAST[0] or height < LEAST[1]
        if small and not self.covered:
            from game.tui.screens.enlarge import Enlarge  # noqa: PLC0415 - a screen is imported when it opens

            self.push_screen(Enlarge())
        elif self.covered and not small:
            self.pop_screen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        if not self.permissions.allows(action):
            return False
        return action in {"quit", "interrupt", "suspend_process"} or not self.covered

    # ------------------------------------------------------------------ keys by place

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:  # noqa: FBT001, FBT002 - Textual's signature
        """Do what a key does; if it means nothing here, what the key at its place would do.

        Keys that a field takes for itself, to write or to find, do not come here.
        """
        if await super()._check_bindings(key, priority):
            return True
        if not ((key[-1:].isascii() and not key[-1:].isupper()) or self._means_something(key)):
            from game.tui.layouts import others  # noqa: PLC0415 - most keys mean something

            for other in others(key, self.settings.layout):
                if self._means_something(other):
                    return await super()._check_bindings(other, priority)
        screen = self.screen
        return not priority and isinstance(screen, Front) and screen.other_key()

    def _means_something(self, key: str) -> bool:
        return any(key in bindings.key_to_bindings for _, bindings in self.screen._binding_chain)  # noqa: SLF001 - as Textual asks itself

    # ------------------------------------------------------------------ what is sent

    def _display(self, screen: Screen[Any], renderable: Any) -> None:  # noqa: ANN401 - Textual's signature
        """Send what differs from what the terminal shows, as soon as it has read what came before.

        What is drawn meanwhile is overtaken: it is sent as it is then.
        """
        self.cursor_position = selected_place(self.focused) or self.cursor_position
        output: Output | None = getattr(self._driver, "output", None)
        if output is None or self._batch_count or not isinstance(renderable, DRAWN):
            super()._display(screen, renderable)
        elif not self._missed and output.turn():
            update = self._shown.difference(renderable, self.console)
            with output.frame():
                super()._display(screen, update if update.sequences else None)
        else:
            self._missed.update(regions(renderable))

    def catch_up(self) -> None:
        """Draw what was not sent while the terminal was busy, as it is now."""
        missed, self._missed = self._missed, set()
        if missed and self.is_running:
            self.screen.refresh(*missed)

    # ------------------------------------------------------------------ when the app breaks

    def _handle_exception(self, error: Exception) -> None:
        if self._exit and isinstance(error, (QueryError, ScreenError)):
            # Whoever leaves while a screen opens leaves it without its widgets: it misses them,
            # and nobody else does.
            self._close_messages_no_wait()
            return
        self.fault = self.fault or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End without a word: whoever runs the app gets the error, and says what there is to say.

        Textual would print the traceback here, with the values of all variables.
        """
        self._close_messages_no_wait()

    def panic(self, *renderables: Any) -> None:  # noqa: ANN401, ARG002 - Textual's signature
        """Likewise, for what broke without an exception of its own."""
        self.fault = self.fault or RuntimeError("the terminal could not be read or drawn on")
        self._close_messages_no_wait()

    def on_play_on(self, event: PlayOn) -> None:
        """Play on from a position of a replay."""
        self.navigation.play_on(event.match, event.variation, event.ply)

    def on_sit_down(self, event: SitDown) -> None:
        """Play a match that was only watched."""
        self.navigation.sit_down(event.match)

    def on_rematch(self, event: Rematch) -> None:
        """Play once more."""
        self.navigation.rematch(event.match, swapped=event.swapped)

    def on_teach(self, event: Teach) -> None:
        """Begin a lesson, or show all of them."""
        self.navigation.teach(event.lesson)

    def on_begin(self, event: Begin) -> None:
        """Set up a match of a scenario."""
        self.navigation.new_game(event.scenario)

    # ------------------------------------------------------------------ navigation

    @property
    def looking(self) -> bool:
        """Whether saves are being looked at."""
        lookers = (getattr(screen, "looker", None) for screen in self.screen_stack)
        return any(looker is not None and looker.busy for looker in lookers)

    @cached_property
    def navigation(self) -> Navigation:
        """Where one can go from here. The game is imported with it."""
        with importing():
            from game.tui.navigation import Navigation  # noqa: PLC0415 - as said at the top

        library = self._library
        kept = library() if callable(library) else library
        return Navigation(self, kept, self.permissions)

    def action_title(self) -> None:
        """Back to the title screen."""
        self.navigation.title()

    def action_new_game(self) -> None:
        """Set up a match, and play it."""
        self.navigation.new_game()

    def action_learn(self) -> None:
        """Choose a lesson, and play it."""
        self.navigation.lessons()

    def action_resume_last(self) -> None:
        """Go on with the last match that is not over."""
        self.navigation.resume_last()

    def action_resume(self) -> None:
        """Choose a match that is not over, and go on with it."""
        self.navigation.resume()

    def action_replay(self) -> None:
        """Choose any match, and step through it."""
        self.navigation.choose_replay()

    def action_settings(self) -> None:
        """Look at what is set, and set it."""
        self.navigation.settings()

    def action_scenarios(self) -> None:
        """Show what can be played."""
        self.navigation.scenarios()

    def deliver_screenshot(
        self,
        filename: str | None = None,  # noqa: ARG002 - Textual's signature
        path: str | None = None,  # noqa: ARG002
        time_format: str | None = None,  # noqa: ARG002
    ) -> str | None:
        """Write a picture of the screen beside the saves, and say where it is.

        Returns:
            Nothing: it has been written, or why not has been said.
        """
        from game.export.beside import pictured  # noqa: PLC0415 - imports the game

        words = pictured(self.export_screenshot(), self.navigation.library.directory)
        self.notify(words, markup=False, timeout=12)
        return None

    def action_help(self) -> None:
        """The rules in a page, the signs and the keys."""
        self.navigation.help()

    def action_rulebook(self) -> None:
        """Everything that the scenario at hand holds."""
        self.navigation.rulebook()

    def action_words(self) -> None:
        """What the words of the game mean."""
        self.navigation.words()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: all that can be done here, Textual's own commands, the ways of the title."""
        from game.tui.here import done_here, in_our_words, ways  # noqa: PLC0415 - for the palette alone

        here = tuple(done_here(screen))
        yield from here
        for command in super().get_system_commands(screen):
            if self.permissions.allows(command.title.lower()):
                yield in_our_words(command)
        yield from ways(self, {command.title for command in here})
