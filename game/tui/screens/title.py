"""The title screen: where everything starts.

It is on the terminal before the game itself is imported, so it does without ``ink``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from game.telling.messages import english
from game.tui.screens.front import Front
from game.tui.widgets.footer import Footer
from game.tui.widgets.menu import Menu

if TYPE_CHECKING:
    from game.tui.app import SharedEnemyApp
    from game.tui.looker import LatestFound, Looker

_BANNER = """\
┏━┓╻ ╻┏━┓┏━┓┏━╸╺┳┓   ┏━╸┏┓╻┏━╸┏┳┓╻ ╻
┗━┓┣━┫┣━┫┣┳┛┣╸  ┃┃   ┣╸ ┃┗┫┣╸ ┃┃┃┗┳┛
┗━┛╹ ╹╹ ╹╹┗╸┗━╸╺┻┛   ┗━╸╹ ╹┗━╸╹ ╹ ╹ """

_WAYS = {
    "resume_last": "app.resume_last",
    "learn": "app.learn",
    "new_game": "app.new_game",
    "resume": "app.resume",
    "replay": "app.replay",
    "scenarios": "app.scenarios",
    "settings": "app.settings",
    "help": "app.help",
    "quit": "app.quit",
}
"""The ways from here, by the names of their messages, and the action that goes each."""

_NAME = 16
"""Cells of the column of names."""


class TitleScreen(Front[None]):
    """Offers to go on with the last match, and all else.

    Args:
        covered: what another screen shows that opens at once in front of it: then it is empty
            until it is seen, so that the other one opens sooner; or nothing.
        asks: whether the question of the first start may come before it: then it is empty until
            that is answered, or is not asked.
    """

    AT_FIRST = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "keys.help", key_display="?", id="help"),
        Binding("l", "app.learn", "keys.learn", show=False, id="title.learn"),
        Binding("n", "app.new_game", "keys.new_game", id="title.new"),
        Binding("r", "app.resume", "keys.resume", id="title.resume"),
        Binding("p", "app.replay", "keys.replay", id="title.replay"),
        Binding("s", "app.scenarios", "keys.scenarios", id="title.scenarios"),
        Binding("q", "app.quit", "keys.quit", id="title.quit"),
    ]

    def __init__(self, covered: object = None, *, asks: bool = False) -> None:
        super().__init__()
        self._waits = covered is not None or asks
        self._asks = asks and covered is None
        self.looker: Looker | None = None
        """What looks for the match to resume."""
        self._left: Path | None = None
        """The match that has just been left, if it can be gone on with."""
        self._marked: int | None = None
        """Which line was marked before."""

    def compose(self) -> ComposeResult:
        if self._waits:
            return
        with Vertical(id="title"):
            yield Static(Content(_BANNER), id="banner")
            yield Static(Content(english().say("title.motto")), id="motto")
            yield Menu(id="ways", title="")
            yield Static(id="kept")
        yield Footer()

    def on_mount(self) -> None:
        if not self._waits:
            self._offer()

    def _offer(self) -> None:
        menu = self.query_one(Menu)
        # No ``say``: these words are ours, and its imports would make the app begin later.
        menu.add_options(
            Option(Content.assemble((_name(way), "bold"), (_about(way), "$ink-dim")))
            for way in _WAYS
        )
        menu.disable_option_at_index(0)
        # No line is marked until it is known which: the mark never jumps under a finger.
        menu.highlighted = None

    async def on_screen_resume(self) -> None:
        """See after the paint what can be resumed; a match may have begun or ended since."""
        if self._waits and not self.is_current:
            return
        if not self._asks:
            await self._unveil()
            self._leave()
        self.call_after_refresh(self._look)

    def _leave(self) -> None:
        """A match may have been left: who has left it goes on with it by one key, so that no line
        is marked before it is offered.
        """
        if "navigation" not in vars(self.app):
            return  # nobody has been anywhere, and the game is imported with it
        navigation = cast("SharedEnemyApp", self.app).navigation
        match = navigation.at_table
        if not self.is_current or match is None:
            return
        navigation.at_table = None
        if match.journal is not None and match.verdict is None:
            menu = self.query_one(Menu)
            self._left, self._marked = match.journal.path, menu.highlighted
            menu.highlighted = None

    async def _unveil(self) -> None:
        """Have all of it, if it was empty."""
        if self._waits:
            self._waits = False
            await self.recompose()
            self._offer()
            # There was nothing to have the focus when the screen came.
            self.query_one(Menu).focus()
            self._show_folder()

    def on_screen_suspend(self) -> None:
        """Nothing is looked for while another screen is in front."""
        if self.looker is not None:
            self.looker.close()
            self.looker = None

    def _look(self) -> None:
        from game.tui.looker import Looker  # noqa: PLC0415 - as said at the top

        library = cast("SharedEnemyApp", self.app).navigation.library
        if not self._waits:
            self._show_folder()
        if self.is_current:
            self.looker = self.looker or Looker(library, self)
            self.looker.latest()

    def _show_folder(self) -> None:
        """Say where matches are kept."""
        from game.tui.draw.styles import DIM, say  # noqa: PLC0415 - as said at the top

        library = cast("SharedEnemyApp", self.app).navigation.library
        kept = english().say("title.kept", folder=str(library.directory))
        self.query_one("#kept", Static).update(say((kept, DIM)))

    async def on_latest_found(self, event: LatestFound) -> None:
        """Offer the match to resume."""
        from game.telling.saves import waits  # noqa: PLC0415 - as said at the top
        from game.tui.draw.styles import DIM, STRONG, lines, say  # noqa: PLC0415 - likewise

        navigation = cast("SharedEnemyApp", self.app).navigation
        last = navigation.last = event.entry
        self._asks = False
        if navigation.first():
            return  # it is looked for once more when that is answered
        await self._unveil()
        about, who = english().say("title.no_match"), ""
        if last is not None:
            about, who = waits(english(), last)
        menu = self.query_one(Menu)
        first = say((_name("resume_last"), STRONG), (about, DIM))
        menu.replace_option_prompt_at_index(0, lines([first, say((" " * _NAME + who, DIM))]))
        marked = menu.highlighted
        # Textual moves the cursor on from a line that is switched, whichever way.
        if last is not None and menu.get_option_at_index(0).disabled:
            menu.enable_option_at_index(0)
        elif last is None and not menu.get_option_at_index(0).disabled:
            menu.disable_option_at_index(0)
        if marked is None:
            resumed = last is not None and (self._left in (None, last.path) or not self._marked)
            menu.highlighted = 0 if resumed else self._marked or 1
        else:
            menu.highlighted = marked if marked or last is not None else 1

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go the way that was chosen."""
        await self.app.run_action(tuple(_WAYS.values())[event.option_index])
        self.call_after_refresh(self._look)  # what was offered may be gone


def _name(way: str) -> str:
    return f"{english().say(f'title.way.{way}.name'):<{_NAME}}"


def _about(way: str) -> str:
    """What a way leads to; some say so by their names. There is room for the match to resume."""
    if way in ("resume_last", "quit"):
        return "\n" if way == "resume_last" else ""
    return english().say(f"title.way.{way}.about")
