"""Decisions in words, and what is asked of whoever decides."""

from __future__ import annotations

from game.rules import NOBODY, Decision, Kind, State
from game.telling.voice import Voice


def say_decision(voice: Voice, state: State, decision: Decision) -> str:
    """A decision as it is taken in a position, without saying by whom."""
    scenario, kind, subject = voice.scenario, decision.kind, decision.subject
    match kind:
        case Kind.SITUATION:
            return scenario.situations[subject].name
        case Kind.DRAW:
            return voice.headline(subject) if subject >= 0 else voice.say("decision.draw_none")
        case Kind.CHOOSE:
            choice = scenario.headlines[state.wire].choice
            return choice.options[subject].name if choice else decision.text
        case Kind.ACT:
            return scenario.acts[subject].name
        case Kind.TABLE:
            return voice.say(
                "decision.table",
                motion=voice.motion(subject),
                argument=voice.argument(decision.backing),
            )
        case Kind.REBUT:
            return voice.say("decision.rebut", argument=voice.argument(subject))
        case Kind.REJOIN:
            return voice.say("decision.rejoin", argument=voice.argument(subject))
        case _:
            return voice.say(f"decision.plain.{kind.value}")


def doing(voice: Voice, state: State, decision: Decision) -> str:
    """A decision as ``I`` or ``you`` do it: ``rebut with Grievance``, ``let it pass``."""
    kind = decision.kind
    match kind:
        case Kind.ACT | Kind.CHOOSE:
            words = say_decision(voice, state, decision)
            return voice.say(f"decision.doing.{kind.value}", what=words)
        case Kind.TABLE:
            return voice.say("decision.doing.table", what=voice.motion(decision.subject))
        case Kind.REBUT | Kind.REJOIN:
            return voice.say(f"decision.doing.{kind.value}", what=voice.argument(decision.subject))
        case _:
            return voice.say(f"decision.doing.{kind.value}")


def does(voice: Voice, side: int, *kinds: Kind) -> str:
    """What a side does, without a full stop: ``Russia leaves the floor, then yields``."""
    first, *more = (voice.say(f"decision.does.{kind.value}") for kind in kinds)
    said = voice.say("decision.does.who", side=voice.named_first(side), what=first)
    for each in more:
        said = voice.say("decision.does.then", before=said, what=each)
    return said


def question(voice: Voice, state: State, *, person: bool = True) -> str:
    """What is asked of the side that decides; of whoever is no person, what it is about to do."""
    if not person and state.side != NOBODY:
        return voice.say(f"decision.asked.{state.phase.value.lower()}")
    return voice.say(f"decision.question.{state.phase.value.lower()}")
