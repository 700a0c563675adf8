"""Asking: an opponent for its reasons, and a coach for a hint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress

from game.match import Match
from game.opponents import Opponent, OpponentError
from game.opponents.search import SearchSeat
from game.review.answers import recall
from game.review.asked import game_of
from game.review.coach import advise
from game.telling.answers import answers
from game.telling.decisions import say_decision
from game.telling.hint import hint, say_order
from game.telling.remarks import whys
from game.telling.voice import Voice


def explained(
    voice: Voice, match: Match, opponents: Mapping[int, Opponent], before: int | None = None
) -> Iterator[str]:
    """What the opponent that decided last says about its decision.

    Args:
        voice: who tells it.
        match: the match.
        opponents: who plays, by side; people are not among them.
        before: only the first so many decisions are looked at; all of them if it is not said.
    """
    line = match.tree.variation
    recalled = recall(line, opponents, before)
    if recalled is None:
        yield voice.say("plain.ask.nobody")
        return
    game = recalled.game
    answer = None
    if recalled.opponent is not None:
        with suppress(OpponentError):  # whoever cannot answer now has said something then
            answer = recalled.opponent.choose(game)
    decision = say_decision(voice, game.state, recalled.decision)
    yield voice.say("plain.ask.about", decision=decision)
    if answer is None or answer.thought is None or not recalled.repeats(answer):
        yield voice.say("plain.ask.at_table")
        said_then = whys(voice, line.timeline)[recalled.place]
        lines = (said_then or voice.say("plain.ask.nothing")).split("\n")
        yield from (f"  {each}" for each in lines)
        return
    for said in answers(voice, game, recalled.decision, recalled.intent, answer.thought):
        yield said.question
        yield f"  {said.answer}"


def hints(voice: Voice, match: Match, coach: SearchSeat) -> Iterator[str]:
    """The best few decisions that the coach finds for whoever is to decide."""
    thought = coach.look(game_of(match.tree.variation))
    yield say_order(voice)
    for place, advice in enumerate(advise(thought), 1):
        told = hint(voice, match.state, advice)
        yield voice.say("plain.choice", number=place, words=told.decision)
        for name, words in told.rows:
            yield f"  {voice.say(f'hint.for.{name}', words=words)}"
