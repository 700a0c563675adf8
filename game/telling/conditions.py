"""Conditions of a scenario in a few words: ``Trust ≥ 5``, ``“Train” carried``."""

from __future__ import annotations

from collections.abc import Iterable

from game.scenario.terms import Condition
from game.telling.voice import Voice


def say_condition(voice: Voice, it: Condition) -> str:
    """A condition."""
    if it.track is not None:
        return voice.say("condition.track", track=voice.track(it.track), limits=_limits(voice, it))
    if it.tag is not None:
        return voice.say("condition.tag", tag=it.tag, limits=_limits(voice, it))
    if it.carried is not None:
        motion = voice.scenario.motions[voice.book.motion(it.carried)]
        return voice.say("condition.carried", motion=motion.short)
    if it.in_play is not None:
        return voice.say("condition.in_play", limits=_limits(voice, it))
    if it.from_round is not None:
        return voice.say("condition.from_round", round=it.from_round)
    return voice.say(f"condition.{it.round}")


def say_conditions(voice: Voice, conditions: Iterable[Condition]) -> str:
    """Conditions that all have to hold; empty if there are none."""
    return voice.items(say_condition(voice, each) for each in conditions)


def _limits(voice: Voice, it: Condition) -> str:
    least, most = it.at_least, it.at_most
    if least is not None and most is not None:
        if least == most:
            return voice.say("condition.exactly", value=least)
        return voice.say("condition.between", least=least, most=most)
    if least is not None:
        return voice.say("condition.at_least", value=least)
    return voice.say("condition.at_most", value=most or 0)
