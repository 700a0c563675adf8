"""Screens as every place of the app makes them: laid out for the newest size, and for no other.

Textual tells a screen of a size once more after it has been laid out for it. Two sizes that are
on their way at the same time, as when the edge of a window is dragged, would chase each other
for ever. Here a size that is no longer the terminal's is passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar, Self, TypeVar

from textual import events, screen
from textual.binding import ActiveBinding
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.widget import Widget

from game.telling.messages import english
from game.tui.compositor import SeenOnly
from game.tui.sizes import is_roomy

# Textual keeps it private; the test that counts what is alive fails if a version moves it.
from textual._styles_cache import StylesCache  # isort: skip

T = TypeVar("T")

LARGE = "-large"
"""The class of a screen with room to spare."""

OTHERS = str(Path(__file__).with_name("others.tcss").absolute())
"""The style sheet of all screens that the app does not begin with."""

ROOMIER = str(Path(__file__).with_name("large.tcss").absolute())
"""The style sheet of screens with room to spare."""

KEYS = "keys."
"""What the descriptions of our bindings begin with: each is the key of a message."""


class Fitted(screen.Screen[T]):
    """A screen of the size that the terminal has now."""

    def __init__(self, *named: Any, **names: Any) -> None:  # noqa: ANN401 - as Textual's screens are
        super().__init__(*named, **names)
        self._compositor = SeenOnly()

    AT_FIRST: ClassVar[bool] = False
    """Whether the app may begin with it: then its style is in the sheet that is read at once."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """What has the focus. What gains and loses it is painted; Textual would paint the screen."""

    _fresh = True
    """Whether it has not been in front yet."""

    _fitted: Size | None = None
    """The size that the classes of this screen, such as ``-wide``, were chosen for."""

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """What keys do now, in the words of the language; whatever shows keys asks for it."""
        return {
            key: each._replace(binding=replace(each.binding, description=said))
            if (said := _said(each.binding.description)) is not None
            else each
            for key, each in super().active_bindings.items()
        }

    def update_classes(
        self,
        classes: Mapping[str, bool],
        update: bool = True,  # noqa: FBT001, FBT002 - Textual's signature
        animate: bool = True,  # noqa: FBT001, FBT002
    ) -> Self:
        """Textual chooses classes by width or by height; what is large is so in both."""
        large = {LARGE: is_roomy(self.app.size)}
        if large[LARGE]:
            self._read(ROOMIER)
        return super().update_classes({**classes, **large}, update, animate)

    async def _compose(self) -> None:
        """Have the classes for its size before there is anything in it, which Textual gives to a
        screen after its first frame: then all is styled, laid out and painted once, as it stays.
        """
        if not self.AT_FIRST:
            self._read(OTHERS)
        self.update_classes(self._fitting(self.app.size), update=False)
        self.app.stylesheet.apply(self)
        await super()._compose()

    def paint_soon(self, widget: Widget) -> None:
        """Have painted what has changed of one of its widgets, as if Textual had told."""
        if widget.display and self in self._compositor:
            self._dirty_widgets.add(widget)
            self.check_idle()

    def _read(self, source: str) -> None:
        """Have the styles of a sheet, which is read once."""
        sheet = self.app.stylesheet
        if not sheet.has_source(source):
            sheet.read(source)
            sheet.parse()

    def _fitting(self, size: Size) -> dict[str, bool]:
        """The classes that Textual chooses for a size, and those that it does not."""
        app = self.app
        found: dict[str, bool] = {}
        for length, steps in (
            (size.width, self.HORIZONTAL_BREAKPOINTS or app.HORIZONTAL_BREAKPOINTS or []),
            (size.height, self.VERTICAL_BREAKPOINTS or app.VERTICAL_BREAKPOINTS or []),
        ):
            found |= dict.fromkeys((name for _, name in steps), False)
            found |= dict.fromkeys(self._get_breakpoint_classes(length, steps), True)
        return found

    def _screen_resized(self, size: Size) -> None:
        """What is laid out for this size already is not laid out once more."""
        if size == self.app.size and size != self._compositor.size:
            super()._screen_resized(size)

    def _on_resize(self, event: events.Resize) -> None:  # type: ignore[override]  # Textual awaits what can be awaited
        if event.size == self.app.size:
            self._fitted = event.size
        else:
            event.stop()
            event.prevent_default()

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        """Hear now of a size that came while this screen was covered. What has just come into being
        has its styles.
        """
        if self._fresh:
            self._fresh = event.refresh_styles = False
        if self._fitted is not None and self._fitted != self.app.size:
            # It is seen in no other size, not even for one frame.
            self.update_classes(self._fitting(self.app.size), update=False)
            event.refresh_styles = True
            self.post_message(events.Resize(self.app.size, self.app.size))

    def on_unmount(self) -> None:
        """Let go of what was drawn here: Textual remembers it by the thousand widgets."""
        StylesCache.get_inner_outer.cache_clear()


def paint_parts(widget: Widget, *regions: Region) -> None:
    """Have regions of a widget painted, which keeps its size.

    Textual takes two messages to get there for each widget, and a step in a replay changes many.
    """
    screen = widget.screen
    if widget.is_mounted and isinstance(screen, Fitted):
        widget._set_dirty(*regions)  # noqa: SLF001 - as its own refresh does
        screen.paint_soon(widget)
    else:
        widget.refresh(*regions)


def lay_out(widget: Widget) -> None:
    """Have all laid out anew for a widget that takes other room now, before anything is painted."""
    widget.refresh(layout=True)
    widget._check_refresh()  # noqa: SLF001 - what it does once it has nothing else to do


class Screen(Fitted[T]):
    """A place of the app."""


def _said(description: str) -> str | None:
    """The words for the description of a binding of ours; nothing for one of Textual's."""
    return english().say(description) if description.startswith(KEYS) else None
