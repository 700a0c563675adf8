"""Asking: an opponent for its reasons, and a coach for a hint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.match import Match
from game.opponents import Insight, Opponent
from game.review.asked import game_of
from game.review.coach import ORDER, advise
from game.review.explain import answers, recall
from game.review.words import say_decision


def explained(match: Match, opponents: Mapping[int, Opponent]) -> Iterator[str]:
    """What the opponent that decided last says about its decision."""
    recalled = recall(match.tree.variation, opponents)
    if recalled is None:
        yield "No opponent has decided anything yet."
        return
    game = recalled.game
    answer = recalled.opponent.choose(game)
    yield f"About: {say_decision(game.book, game.state, recalled.decision)}."
    if answer.thought is None or not recalled.repeats(answer):
        yield "What it said at the table:"
        yield f"  {recalled.said or 'Nothing.'}"
        return
    for said in answers(game, answer.thought):
        yield said.question
        yield f"  {said.answer}"


def hint(match: Match, coach: Opponent) -> Iterator[str]:
    """The best few decisions that the coach finds for whoever is to decide."""
    thought = coach.choose(game_of(match.tree.variation)).thought
    assert isinstance(thought, Insight)  # a coach looks ahead
    yield ORDER
    for place, advice in enumerate(advise(match.book, match.state, thought), 1):
        yield f"{place}. {advice.words}"
        yield f"  For you: {advice.gain}"
        yield f"  Risks: {advice.risk}"
        yield f"  For the other side: {advice.cost}"
