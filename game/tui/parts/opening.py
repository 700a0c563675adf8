"""Before the first decision: the situation, told once."""

from __future__ import annotations

from collections.abc import Callable

from game.tui.draw.styles import STRONG, say
from game.tui.draw.teller import Teller, draw_opening
from game.tui.screens.front import Front
from game.tui.screens.question import Question


def tell_opening(screen: Front[None], teller: Teller, then: Callable[[], None]) -> None:
    """Tell how it all begins; then whoever has read it goes on."""
    voice = teller.voice

    def answered(_: bool | None) -> None:  # noqa: FBT001 - the screen's result
        then()

    title = say((voice.scenario.title, STRONG))
    opening = draw_opening(voice, teller.latest().situation)
    screen.app.push_screen(Question(title, opening, voice.say("table.begin")), answered)
