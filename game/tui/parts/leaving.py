"""Leaving the table: whoever wants to is told first where the match is kept, or that it is not."""

from __future__ import annotations

from game.match import Match
from game.telling.voice import Voice
from game.tui.draw.styles import DIM, say
from game.tui.draw.teller import save_name
from game.tui.screens.front import Front


def ask_to_leave(screen: Front[None], match: Match, voice: Voice) -> None:
    """Ask whether a screen is to be left, and leave it.

    Args:
        screen: the screen on which a match is played.
        match: the match.
        voice: who tells it.
    """
    from game.tui.screens.question import Question  # noqa: PLC0415 - a screen is imported when it opens

    saved = save_name(match)
    lost = voice.say("table.leave_lost")
    where = voice.say("table.leave_saved", name=saved) if saved else lost

    def answered(leave: bool | None) -> None:  # noqa: FBT001 - the screen's result
        if leave:
            screen.dismiss()

    screen.app.push_screen(
        Question(
            say(voice.say("table.leave")),
            say((where, DIM)),
            voice.say("table.leave_yes"),
            voice.say("table.leave_no"),
            safe=bool(saved),
        ),
        answered,
    )
