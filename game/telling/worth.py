"""What a position is worth to both sides, in a line."""

from __future__ import annotations

from game.review.consent import Telling
from game.review.evaluations import Evaluated
from game.telling.review import tenths
from game.telling.voice import Voice


def say_told(voice: Voice, side: int, how: Telling) -> str:
    """What comes of it that a side wants to be told, or wants it no longer."""
    first, other = voice.named_first(side), voice.named(1 - side)
    if how is Telling.ASKED:
        return voice.say("worth.asked", side=first, other=other)
    return voice.say(f"worth.{how.value}")


def say_worth(voice: Voice, found: Evaluated, *, first: bool) -> str:
    """What it is worth in hundredths of payoff, and how far that is in doubt.

    Args:
        voice: who tells it.
        found: what it is worth.
        first: whether that is a first look, a closer one to follow.
    """
    one, two = (
        voice.say(
            "worth.side",
            side=voice.side_short(side),
            worth=tenths(found.worth[side]),
            doubt=tenths(found.spread[side]),
        )
        for side in (0, 1)
    )
    return voice.say("worth.line_first" if first else "worth.line", first=one, second=two)
