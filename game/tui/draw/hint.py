"""What a coach advises, drawn."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from game.review.coach import Advice
from game.rules import State
from game.telling.hint import hint, say_order
from game.telling.voice import Voice
from game.tui.draw.styles import DIM, STRONG, lines, say


def draw_hints(voice: Voice, state: State, found: Sequence[Advice]) -> Content:
    """What is advised for a position, the first decision first."""
    rows = [say((say_order(voice), DIM)), say("")]
    for place, advice in enumerate(found, 1):
        told = hint(voice, state, advice)
        rows.append(say((voice.say("hint.numbered", number=place, decision=told.decision), STRONG)))
        rows += (
            say("   ", voice.say(f"hint.for.{name}", words=words)) for name, words in told.rows
        )
        rows.append(say(""))
    return lines(rows)
