"""What would mostly have come of something else, in shares with their intervals."""

from __future__ import annotations

from collections.abc import Iterator

from game.interval import Figure
from game.review.prospects import Prospect, WhatIf
from game.review.reviewed_line import ReviewedLine
from game.review.step import Step
from game.telling.review import did, step_told
from game.telling.voice import Voice


def say_what_if(voice: Voice, reviewed: ReviewedLine, step: Step, found: WhatIf) -> tuple[str, ...]:
    """How the game mostly goes on from a step as it was, and as it was not."""
    told = step_told(voice, reviewed, step)
    state = reviewed.line.states[step.ply]
    if found.decision is None:
        other = voice.say("review.what_if.other_news", endings=_endings(voice, found.instead))
    else:
        other = voice.say(
            "review.what_if.instead",
            what=did(voice, state, found.decision),
            endings=_endings(voice, found.instead),
        )
    return (
        voice.say("review.at", when=told.when, what=told.what),
        voice.say("review.what_if.as_it_was", endings=_endings(voice, found.played)),
        other,
        voice.say("review.what_if.how", count=found.played.count),
    )


def _endings(voice: Voice, found: Prospect) -> str:
    return voice.say("names.list.semicolon").join(_shares(voice, found))


def _shares(voice: Voice, found: Prospect) -> Iterator[str]:
    for name, share in found.endings:
        yield voice.say(
            "review.what_if.ending",
            title=voice.scenario.epilogues[name].title,
            hits=_hundredths(share.value),
            low=_hundredths(share.low),
            high=_hundredths(share.high),
        )
    for side, payoff in enumerate(found.payoffs):
        yield voice.say("review.what_if.payoff", side=voice.side_short(side), payoff=_mean(payoff))


def _hundredths(share: float) -> int:
    return round(100 * share)


def _mean(payoff: Figure) -> int:
    return round(payoff.value)
