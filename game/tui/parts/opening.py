"""Before the first decision: the briefing, told once."""

from __future__ import annotations

from collections.abc import Callable

from game.tui.draw.briefing_rows import draw_briefing
from game.tui.draw.styles import STRONG, lines, say
from game.tui.draw.teller import Teller
from game.tui.screens.front import Front
from game.tui.screens.question import Question
from game.tui.sizes import TALL, is_roomy


def tell_opening(screen: Front[None], teller: Teller, then: Callable[[], None]) -> None:
    """Tell what there is to be won and how it all begins; then whoever has read it goes on.

    On a small screen it is one page, and how it came to this begins the transcript.
    """
    voice = teller.voice

    def answered(_: bool | None) -> None:  # noqa: FBT001 - the screen's result
        then()

    title = say((voice.scenario.title, STRONG))
    size = screen.app.size
    whole = is_roomy(size) or size.height >= TALL
    told = lines(draw_briefing(teller, whole=whole))
    begin = voice.say("table.begin")
    question = Question(title, told, begin, page=not whole, story=lambda: _story(screen, teller))
    screen.app.push_screen(question, answered)


def _story(screen: Front[None], teller: Teller) -> None:
    """Tell how it came to this, over the briefing."""
    from game.tui.screens.story import Story  # noqa: PLC0415 - a screen is imported when it opens

    screen.app.push_screen(Story(teller, at_end=False))
