"""The keys at the foot of a screen."""

from __future__ import annotations

from textual import widgets
from textual.app import ComposeResult


class Footer(widgets.Footer):
    """Textual's footer, without the keys that it showed earlier.

    Whenever other keys are shown, the new ones listen to the footer; of those that are gone
    Textual lets none go until the footer becomes compact, or no longer is. The title screen's
    footer lives as long as the app, and would keep every key that it ever showed.
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False, compact=True)

    def compose(self) -> ComposeResult:
        for listening in getattr(self, "__watchers", {}).values():
            listening[:] = [each for each in listening if each[0].is_attached]
        yield from super().compose()
