"""What decided a game, in words and without a figure: what a reader wants to know first."""

from __future__ import annotations

from collections.abc import Iterator

from game.review.debrief import SideDebrief
from game.review.reviewed_line import ReviewedLine
from game.review.swing import MUCH
from game.telling.ending import ending
from game.telling.review import StepTold, did
from game.telling.voice import Voice


def say_decided(voice: Voice, reviewed: ReviewedLine) -> tuple[str, ...]:
    """What decided it for each side, and, of a collapse, from when on nothing helped."""
    return tuple(_said(voice, reviewed))


def _said(voice: Voice, reviewed: ReviewedLine) -> Iterator[str]:
    found = reviewed.review
    if found.provisional:
        yield voice.say("review.first_look")
    if not found.over:
        yield voice.say("review.goes_on")
    results = (
        [each.result for each in ending(voice, reviewed.line.state).sides] if found.over else []
    )
    for side, each in enumerate(reviewed.debrief.sides):
        told = _weighed(voice, each)
        if results:
            told = voice.say("names.list.space").join((results[side], told))
        yield told if results else voice.say("review.step", side=voice.side(side), decision=told)
    if found.no_return is not None:
        state = reviewed.line.states[found.no_return]
        number = found.no_return + 1
        yield voice.say("review.decider.no_return", round=state.round, decision=number)


def _weighed(voice: Voice, each: SideDebrief) -> str:
    """What weighed most for a side, and what luck did."""
    parts = {"own": each.own, "others": each.others, "luck": each.luck}
    name = max(parts, key=lambda part: abs(parts[part]))
    if abs(parts[name]) < MUCH:
        return voice.say("review.decider.nothing")
    most = voice.say(f"review.decider.{name}_{'bad' if parts[name] < 0 else 'good'}")
    if name == "luck":
        return most
    how = "none" if abs(each.luck) < MUCH else "bad" if each.luck < 0 else "good"
    return voice.say("names.list.space").join((most, voice.say(f"review.decider.beside_{how}")))


def say_instead(voice: Voice, reviewed: ReviewedLine, each: StepTold) -> str:
    """What would have been better than a decision that mattered most; empty if nothing was."""
    step = each.step
    if each.better or step.best is None or step.best == step.decision:
        return each.better
    line = did(voice, reviewed.line.states[step.ply], step.best)
    return voice.say("review.perhaps_better", line=line)


def say_plainly(voice: Voice, each: StepTold) -> str:
    """A step that mattered most without its figures: what was decided or drawn, and what it was."""
    said = voice.say("review.at", when=each.when, what=each.what)
    return voice.say("review.moved_marked", step=said, name=each.name) if each.name else said


def say_with_better(voice: Voice, reviewed: ReviewedLine, each: StepTold) -> str:
    """The same with what would have been better, if anything would."""
    said, better = say_plainly(voice, each), say_instead(voice, reviewed, each)
    return voice.say("review.moved_better", step=said, better=better) if better else said
