"""A game told decision by decision: who did what, what was said, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.match import Timeline
from game.review.lines import SpokenLine
from game.review.remarks import Utterance, decided_in_character, remarks
from game.rules import Consequence, Decision, Kind, Rule, State, What, legal
from game.telling.changes import Told, tell
from game.telling.debate import Heard, heard
from game.telling.decisions import does, say_decision
from game.telling.intents import say_why
from game.telling.remarks import say_remarks
from game.telling.voice import Voice
from game.value import frozen

LATER: Final = frozenset(
    (Rule.DRIFT, Rule.INCOME, Rule.RECOVER, Rule.CLOCK, Rule.HEADLINE, Rule.COLLAPSE)
)
"""The rules by which something comes by itself once a decision has been taken."""


@frozen
class Passage:
    """One decision of a game.

    Attributes:
        ply: its place, from 1.
        round: the round in which it was taken.
        when: the round as a heading.
        side: who took it, or ``NOBODY`` for Chance.
        words: the decision in words.
        sentence: who did what; empty if the speech says it.
        briefly: who did what, without what was said with it.
        lead: who says something with it, and of which motion; empty if nothing was said.
        speech: the same with what was said, and what it is.
        heard: what is heard with it.
        own: what it changed and why; what the sentence, the speech or the heading of the next
            round says is left out.
        later: what came by itself after that: the close of a round, and what strikes then.
        reason: why it was taken, in a sentence, or what a character says with it; empty if nothing
            was said.
    """

    ply: int
    round: int
    when: str
    side: int
    words: str
    sentence: str
    briefly: str
    lead: str
    speech: str
    heard: Heard
    own: tuple[Told, ...]
    later: tuple[Told, ...]
    reason: str

    @property
    def told(self) -> tuple[Told, ...]:
        """All that it changed, in the order in which it happened."""
        return self.own + self.later


def transcript(
    voice: Voice, line: Timeline, said: Sequence[SpokenLine | None] | None = None
) -> tuple[Passage, ...]:
    """A line of play, decision by decision.

    Args:
        voice: who tells it.
        line: the line of play.
        said: what was said with each decision, if that is known already.
    """
    spoken = remarks(line)
    found = heard(voice, line.states, line.decisions, line.consequences, said)
    passages = []
    for place, each in enumerate(found):
        before, decision = line.states[place], line.decisions[place]
        changes = tuple(it for it in line.consequences[place] if not _said_already(it))
        lead, speech = _speech(voice, decision, each)
        told = tell(voice, changes)
        # What strikes at once is what was decided.
        at_once = {Rule.HEADLINE} if decision.kind is Kind.DRAW else set[Rule]()
        own = tuple(it for it in told if it.rule not in LATER - at_once)
        sentence = _sentence(voice, before, decision)
        passages.append(
            Passage(
                ply=place + 1,
                round=before.round,
                when=say_round(voice, before.round),
                side=before.side,
                words=say_decision(voice, before, decision),
                sentence=sentence,
                briefly=sentence or _briefly(voice, before.side, decision),
                lead=lead,
                speech=speech,
                heard=each,
                own=own,
                later=tuple(it for it in told if it not in own),
                reason=_reason(voice, line, place, spoken[place]),
            )
        )
    return tuple(passages)


def _reason(voice: Voice, line: Timeline, place: int, spoken: Sequence[Utterance]) -> str:
    """Why a decision was taken, and what characters say with it."""
    told = [say_remarks(voice, spoken)] if spoken else []
    if not decided_in_character(line, place):
        state, decision = line.states[place], line.decisions[place]
        reason = say_why(voice, state, decision, line.reasons[place], line.intents[place])
        if reason:
            told.insert(0, voice.say("story.because", reason=reason))
    return voice.say("names.list.space").join(told)


def _said_already(it: Consequence) -> bool:
    """Where a headline goes, that a round begins, and that an argument is spent as it is said."""
    spoken = it.what is What.SPENT and it.cause.rule is Rule.ARGUE
    return spoken or it.what in (What.DRAWN, What.ROUND)


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
        case Kind.TABLE | Kind.REBUT | Kind.REJOIN:
            return ""
        case Kind.ACT | Kind.CHOOSE:
            words = say_decision(voice, before, decision)
            side = voice.named_first(before.side)
            return voice.say(f"story.decided.{decision.kind.value}", side=side, what=words)
        case Kind.STOP if before.debate and len(legal(voice.book, before)) == 1:
            chain = before.debate.chain
            full = len(chain) >= voice.scenario.debate.longest
            return voice.say(
                f"story.decided.{'stop_full' if full else 'stop_no_answer'}",
                side=voice.named_first(before.side),
                argument=voice.argument(chain[-1]),
                count=len(chain),
            )
        case kind:
            return voice.say("story.decided.plain", what=does(voice, before.side, kind))


def _briefly(voice: Voice, side: int, decision: Decision) -> str:
    """Who plays which argument, and for which motion if it opens the debate."""
    tables = decision.kind is Kind.TABLE
    argument = voice.argument(decision.backing if tables else decision.subject)
    motion = {"motion": voice.motion(decision.subject)} if tables else {}
    key = f"story.briefly.{decision.kind.value}"
    return voice.say(key, side=voice.side_short(side), argument=argument, **motion)


def _speech(voice: Voice, decision: Decision, heard: Heard) -> tuple[str, str]:
    """Who speaks, and the whole; of a motion that nothing before it has named, with its name."""
    said = heard.speech
    if said is None:
        return "", ""
    lead = said.lead
    if decision.kind is Kind.TABLE:
        motion = voice.motion(decision.subject)
        lead = voice.say("story.tabled", side=voice.named_first(said.side), motion=motion)
    return lead, voice.say("story.said", lead=lead, words=said.quoted, title=said.title)
