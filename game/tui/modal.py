"""Screens above others, of which the app begins with none."""

from __future__ import annotations

from textual import events, screen
from textual.command import CommandPalette
from textual.screen import ScreenResultType

from game.tui.screen import Fitted
from game.tui.screens.front import Front, Input


# Textual takes the style of a class from its first base only.
class ModalScreen(screen.ModalScreen[ScreenResultType], Fitted[ScreenResultType]):
    """A question over a place of the app."""


class Modal(ModalScreen[ScreenResultType], Front[ScreenResultType]):
    """A screen above another one, and all keys are its own."""


class Careful(Modal[ScreenResultType]):
    """A question. What was sent before it was painted does not answer it."""

    def too_early(self, event: Input, seen: float) -> bool:
        return event.time < seen


class Field(Modal[ScreenResultType]):
    """Asks for text. Letters that were sent before it was painted are kept for it.

    What comes before the first letter was not meant for the field: an Enter would answer unseen.
    """

    _begun = False

    def too_early(self, event: Input, seen: float) -> bool:
        typed = isinstance(event, events.Paste) or (
            isinstance(event, events.Key) and event.is_printable
        )
        self._begun = self._begun or typed or event.time >= seen
        return not self._begun


class Palette(CommandPalette, Fitted[None]):
    """The command palette."""
