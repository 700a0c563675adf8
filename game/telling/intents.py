"""Why a decision was taken, as it is said at the table."""

from __future__ import annotations

from collections.abc import Iterable

from game.match.intent import Alternative, ByMaxim, Expected, Intent
from game.review.course import Course, CourseStep, course
from game.review.intents import REFUSALS
from game.review.payoffs import payoff_range
from game.rules import Decision, State, legal
from game.telling.decisions import doing
from game.telling.voice import Voice


def say_why(
    voice: Voice, state: State, decision: Decision, reason: str, intent: Intent | None
) -> str:
    """Why a decision was taken in a position, in a sentence or more; empty if it was not said.

    Args:
        voice: who tells it.
        state: the position.
        decision: the decision.
        reason: why, in the words of whoever decided.
        intent: what an opponent had in mind.
    """
    return reason if intent is None else say_intent(voice, state, decision, intent)


def say_intent(voice: Voice, state: State, decision: Decision, intent: Intent) -> str:
    """What an opponent had in mind: a maxim's reason, or what a search expected."""
    if isinstance(intent, ByMaxim):
        return say_maxim(voice, intent.doctrine, intent.rule)
    if decision.kind in REFUSALS:
        return say_refusal(voice, state, intent)
    return say_expected(voice, state, decision, intent)


def say_maxim(voice: Voice, doctrine: str, rule: int) -> str:
    """The reason of a maxim."""
    found = next(each for each in voice.scenario.doctrines if each.id == doctrine)
    return found.rules[rule].reason


def say_expected(voice: Voice, state: State, decision: Decision, it: Expected) -> str:
    """How a search expected its decision to go on, in sentences."""
    way = course(voice.book, state, decision, _decisions(voice, it.line))
    steps, effects = _steps(voice, way.steps, state.side), say_sums(voice, way)
    told = []
    if steps and effects:
        told.append(voice.say("answer.expected.steps_effects", steps=steps, effects=effects))
    elif steps:
        told.append(voice.say("answer.expected.steps", steps=steps))
    elif effects:
        told.append(voice.say("answer.expected.effects", effects=effects))
    if way.later is not None:
        what = _step(voice, way.later, state.side)
        told.append(voice.say("answer.expected.later", what=what))
    return _sentences(voice, told) or voice.say("answer.expected.nothing")


def say_refusal(voice: Voice, state: State, it: Expected) -> str:
    """Why a search made a motion fail."""
    other = it.instead
    if other is None:
        return voice.say("answer.refusal.nothing_better")
    told = []
    if effects := _passing(voice, state, other):
        told.append(voice.say("answer.refusal.passing", effects=effects))
    side = state.side
    told.append(
        voice.say(
            "answer.refusal.worth",
            own=other.worth[side],
            other=other.worth[1 - side],
            own_now=it.worth[side],
            other_now=it.worth[1 - side],
            most=payoff_range(voice.scenario)[1],
        )
    )
    return _sentences(voice, told)


def say_sums(voice: Voice, way: Course) -> str:
    """What comes of a course, by track; empty if nothing does."""
    return voice.items(
        voice.say("answer.expected.effect", track=voice.track(track), change=voice.signed(by))
        for track, by in way.effects
    )


def _passing(voice: Voice, state: State, other: Alternative) -> str:
    """What would have come of letting the motion pass."""
    decision = voice.book.decisions[other.decision]
    if decision not in legal(voice.book, state):
        return ""
    return say_sums(voice, course(voice.book, state, decision, _decisions(voice, other.line)))


def _decisions(voice: Voice, line: Iterable[str]) -> tuple[Decision, ...]:
    return tuple(voice.book.decisions[text] for text in line)


def _steps(voice: Voice, steps: Iterable[CourseStep], side: int) -> str:
    told = [_step(voice, step, side) for step in steps]
    return voice.all_of(told) if told else ""


def _step(voice: Voice, step: CourseStep, side: int) -> str:
    key = "answer.i" if step.state.side == side else "answer.you"
    return voice.say(key, what=doing(voice, step.state, step.decision))


def _sentences(voice: Voice, told: Iterable[str]) -> str:
    return voice.say("names.list.space").join(told)
