"""Conditions of a scenario in a few words: ``Trust ≥ 5``, ``“Train” carried``."""

from __future__ import annotations

from collections.abc import Iterable

from game.rules import State, bits
from game.scenario.terms import Condition
from game.telling.voice import Voice


def say_condition(voice: Voice, it: Condition) -> str:
    """A condition."""
    if it.track is not None:
        return voice.say("condition.track", track=voice.track(it.track), limits=_limits(voice, it))
    if it.tag is not None:
        return voice.say("condition.tag", tag=voice.tag(it.tag), limits=_limits(voice, it))
    if it.carried is not None:
        motion = voice.motion_briefly(voice.book.motion(it.carried))
        return voice.say("condition.carried", motion=motion)
    if it.in_play is not None:
        return voice.say("condition.in_play", limits=_limits(voice, it))
    if it.from_round is not None:
        return voice.say("condition.from_round", round=it.from_round)
    return voice.say(f"condition.{it.round}")


def say_conditions(voice: Voice, conditions: Iterable[Condition]) -> str:
    """Conditions that all have to hold; empty if there are none."""
    return voice.items(say_condition(voice, each) for each in conditions)


def say_present(voice: Voice, state: State, conditions: Iterable[Condition]) -> str:
    """How that stands now which conditions ask for; empty if there are none."""
    return voice.items(_present(voice, state, each) for each in conditions)


def _present(voice: Voice, state: State, it: Condition) -> str:
    book = voice.book
    if it.track is not None:
        value = state.tracks[book.track(it.track)]
        return voice.say("condition.now.track", track=voice.track(it.track), value=value)
    if it.tag is not None:
        count = sum(it.tag in voice.scenario.motions[each].tags for each in bits(state.carried))
        return voice.say("condition.now.tag", tag=voice.tag(it.tag), value=count)
    if it.carried is not None:
        motion = book.motion(it.carried)
        key = "condition.now.carried" if state.carried >> motion & 1 else "condition.now.not_yet"
        return voice.say(key, motion=voice.motion_briefly(motion))
    if it.in_play is not None:
        count = (state.carried & book.in_play).bit_count()
        return voice.say("condition.now.in_play", value=count)
    return voice.say("condition.now.round", round=state.round)


def say_bounds(voice: Voice, least: int | None, most: int | None) -> str:
    """The values between two bounds: ``≥ 3``, ``3 to 5``, ``= 4``; empty if there is none."""
    if least is not None and most is not None:
        if least == most:
            return voice.say("condition.exactly", value=least)
        return voice.say("condition.between", least=least, most=most)
    if least is not None:
        return voice.say("condition.at_least", value=least)
    return "" if most is None else voice.say("condition.at_most", value=most)


def _limits(voice: Voice, it: Condition) -> str:
    return say_bounds(voice, it.at_least, it.at_most)
