"""The decisions of a game that mattered, in a few words each."""

from __future__ import annotations

from game.review.stops import Stop
from game.review.turning_points import Sort, Turn
from game.telling.changes import say_cause
from game.telling.voice import Voice


def say_turn(voice: Voice, turn: Turn) -> str:
    """What turned, without a full stop: ``“Train” carried``."""
    book, scenario = voice.book, voice.scenario
    match turn.sort:
        case Sort.END:
            return scenario.epilogues[turn.subject].title
        case Sort.THRESHOLD:
            return voice.say("story.turn.threshold", side=voice.side_short(turn.side))
        case Sort.CARRIED:
            return voice.say("story.turn.carried", motion=voice.motion(book.motion(turn.subject)))
        case Sort.REFUSED:
            assert turn.rule is not None  # a motion fails by a rule
            motion = voice.motion(book.motion(turn.subject))
            return voice.say(f"story.turn.failed.{turn.rule.value}", motion=motion)
        case Sort.CEILING:
            key = "story.turn.opens" if turn.opens else "story.turn.closes"
            return voice.say(key, ceiling=scenario.ladder.ceiling_name, tier=turn.value)
        case Sort.DANGER:
            track = voice.track(turn.subject)
            return voice.say("story.turn.danger", track=track, value=turn.value)
        case Sort.RUIN:
            assert turn.cause is not None  # a number has moved
            track, cause = voice.track(turn.subject), say_cause(voice, turn.cause)
            return voice.say("story.turn.ruin", track=track, value=turn.value, cause=cause)
        case Sort.CONTRADICTION:
            return voice.say("story.turn.contradiction", side=voice.side_short(turn.side))


def say_stop(voice: Voice, stop: Stop) -> str:
    """What there is to stop at, without a full stop."""
    if stop.turn is not None:
        return say_turn(voice, stop.turn)
    headline = voice.headline(stop.headline)
    return voice.say("story.choice", headline=headline)
