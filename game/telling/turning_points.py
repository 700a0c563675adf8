"""The decisions of a game that mattered, in a few words each."""

from __future__ import annotations

from collections.abc import Sequence

from game.review.stops import Stop
from game.review.turning_points import Sort, Turn, TurningPoint
from game.rules import NOBODY, Decision, Kind, Rule, State
from game.telling.changes import say_cause
from game.telling.decisions import say_decision
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


def say_moment(
    voice: Voice, states: Sequence[State], decisions: Sequence[Decision], point: TurningPoint
) -> str:
    """A decision that mattered, without a full stop: who did what, and what it came to."""
    deed = _deed(voice, states[point.ply - 1], decisions[point.ply - 1])
    came = _came(voice, decisions[point.ply - 1].kind, point.turn, deed)
    return voice.say("story.moment.and", deed=deed, came=came) if came else deed


def _deed(voice: Voice, before: State, decision: Decision) -> str:
    kind, subject = decision.kind, decision.subject
    places = {}
    if before.side != NOBODY:
        places["side"] = voice.named_first(before.side)
    if before.debate is not None:
        places["motion"] = voice.motion(before.debate.motion)
    match kind:
        case Kind.DRAW if subject < 0:
            return voice.say("story.moment.deed.draw_none")
        case Kind.SITUATION | Kind.DRAW | Kind.ACT:
            places["what"] = say_decision(voice, before, decision)
        case Kind.CHOOSE:
            places["headline"] = voice.scenario.headlines[before.wire].title
            places["what"] = say_decision(voice, before, decision)
        case Kind.TABLE:
            places["motion"] = voice.motion(subject)
        case Kind.REBUT | Kind.REJOIN:
            places["argument"] = voice.argument(subject)
    return voice.say(f"story.moment.deed.{kind.value}", **places)


_SAYS_IT = {Kind.ACCEPT, Kind.YIELD, Kind.CONCEDE, Kind.DECLINE, Kind.WALK_OUT, Kind.WITHDRAW}
"""What a side does is what becomes of the motion."""


def _came(voice: Voice, kind: Kind, turn: Turn, deed: str) -> str:
    """What a decision came to; nothing if whoever hears of it knows."""
    book, key = voice.book, f"story.moment.came.{turn.sort.name.lower()}"
    match turn.sort:
        case Sort.END:
            return ""
        case Sort.CARRIED | Sort.REFUSED if kind in _SAYS_IT:
            return ""
        case Sort.CARRIED:
            return voice.say(key, motion=voice.motion(book.motion(turn.subject)))
        case Sort.REFUSED:
            motion = voice.motion(book.motion(turn.subject))
            return voice.say("story.moment.came.failed", motion=motion)
        case Sort.THRESHOLD:
            return voice.say(key, side=voice.named(turn.side))
        case Sort.CEILING:
            key = f"story.moment.came.{'opens' if turn.opens else 'closes'}"
            return voice.say(key, ceiling=voice.scenario.ladder.ceiling_name, tier=turn.value)
        case Sort.DANGER | Sort.RUIN:
            track = voice.track(turn.subject)
            if turn.cause is not None and turn.cause.rule not in (Rule.CHOICE_A, Rule.CHOICE_B):
                cause = say_cause(voice, turn.cause)
                if cause not in deed:
                    key = "story.moment.came.ruin_by"
                    return voice.say(key, track=track, value=turn.value, cause=cause)
            return voice.say(key, track=track, value=turn.value)
        case Sort.CONTRADICTION:
            return voice.say(key)


def say_stop(voice: Voice, stop: Stop) -> str:
    """What there is to stop at, without a full stop."""
    if stop.turn is not None:
        return say_turn(voice, stop.turn)
    headline = voice.headline(stop.headline)
    return voice.say("story.choice", headline=headline)
