"""A game told decision by decision: who did what, what was said, and what came of it."""

from __future__ import annotations

from attrs import frozen

from game.match.timeline import Timeline
from game.rules import Decision, Kind, State, What
from game.telling.changes import Told, tell
from game.telling.debate import Heard, heard
from game.telling.decisions import say_decision
from game.telling.voice import Voice


@frozen
class Passage:
    """One decision of a game.

    Attributes:
        ply: its place, from 1.
        round: the round in which it was taken.
        when: the round as a heading.
        side: who took it, or ``NOBODY`` for Chance.
        words: the decision in words.
        sentence: who did what; empty if the speech says it all.
        speech: what was said with it, with who says it and what it is; empty if nothing was.
        heard: what is heard with it.
        told: what it changed and why; where a headline goes is in the sentence.
        reason: why it was taken, in a sentence; empty if that was not said.
    """

    ply: int
    round: int
    when: str
    side: int
    words: str
    sentence: str
    speech: str
    heard: Heard
    told: tuple[Told, ...]
    reason: str


def transcript(voice: Voice, line: Timeline) -> tuple[Passage, ...]:
    """A line of play, decision by decision."""
    found = heard(voice, line.states, line.decisions, line.consequences)
    passages = []
    for place, each in enumerate(found):
        before, decision = line.states[place], line.decisions[place]
        changes = tuple(it for it in line.consequences[place] if it.what is not What.DRAWN)
        reason = line.reasons[place]
        passages.append(
            Passage(
                ply=place + 1,
                round=before.round,
                when=say_round(voice, before.round),
                side=before.side,
                words=say_decision(voice, before, decision),
                sentence=_sentence(voice, before, decision),
                speech=_speech(voice, each),
                heard=each,
                told=tell(voice, changes),
                reason=voice.say("story.because", reason=reason) if reason else "",
            )
        )
    return tuple(passages)


def say_round(voice: Voice, number: int) -> str:
    """A round as a heading, with the name that the scenario has for it."""
    name = voice.scenario.round_name(number)
    if name:
        return voice.say("story.round.named", round=number, name=name)
    return voice.say("story.round.plain", round=number)


def _sentence(voice: Voice, before: State, decision: Decision) -> str:
    match decision.kind:
        case Kind.SITUATION:
            entry = voice.scenario.situations[decision.subject]
            told = voice.say("board.hour.situation", name=entry.name, text=entry.text)
            return voice.say("story.begins", situation=told)
        case Kind.DRAW if decision.subject < 0:
            return voice.say("story.news_none")
        case Kind.DRAW:
            flash = voice.book.headline_flash[decision.subject]
            headline = voice.headline(decision.subject)
            return voice.say("story.news_flash" if flash else "story.news_wire", headline=headline)
        case Kind.TABLE:
            side, motion = voice.side(before.side), voice.motion(decision.subject)
            return voice.say("story.tabled", side=side, motion=motion)
        case Kind.REBUT | Kind.REJOIN:
            return ""
        case _:
            words = say_decision(voice, before, decision)
            return voice.say("story.decided", side=voice.side(before.side), decision=words)


def _speech(voice: Voice, heard: Heard) -> str:
    said = heard.speech
    if said is None:
        return ""
    return voice.say("story.said", lead=said.lead, words=said.quoted, title=said.title)
