"""What happened, in lines: decisions with what they changed and why, and the end of the game."""

from __future__ import annotations

from collections.abc import Iterator

from game.match import Match
from game.review.ending import Reckoning, ending
from game.review.transcript import Entry, entry
from game.review.words import plain, signed
from game.rules import NOBODY, Rulebook, State


def story(match: Match, since: int = 0) -> Iterator[str]:
    """Every decision of a match from a place on; a heading opens each round."""
    for place in range(since, len(match.decisions)):
        before = match.states[place]
        told = entry(
            match.book, place + 1, before, match.decisions[place], match.consequences[place]
        )
        if place == 0 or match.states[place - 1].round != before.round:
            yield ""
            yield f"Round {told.round}"
        yield from _decision(match.book, told, match.reasons[place])


def _decision(book: Rulebook, told: Entry, reason: str) -> Iterator[str]:
    who = "News" if told.side == NOBODY else book.scenario.sides[told.side].name
    yield f"{who}: {told.words}."
    if reason:
        yield f"  Why: {reason}"
    for index, each in enumerate(told.told):
        # A draw is its own heading; what is left to say is where the headline goes.
        drawn = told.side == NOBODY and index == 0
        yield f"  {_capital(', '.join(each.changes)) if drawn else each}."


def outcome(book: Rulebook, state: State) -> Iterator[str]:
    """The verdict on a game that is over: the epilogue and both reckonings."""
    end = ending(book, state)
    yield ""
    yield f"Verdict: {end.title}"
    yield from end.paragraphs
    for side, reckoning in enumerate(end.sides):
        yield from _reckoning(book, side, reckoning, counted=end.verdict.margins is not None)


def _reckoning(book: Rulebook, side: int, reckoning: Reckoning, *, counted: bool) -> Iterator[str]:
    entry = book.scenario.sides[side]
    if reckoning.succeeds:
        how = "success"
    else:
        how = "which is too little" if counted else "and all of it lost"
    yield f"{entry.name}: {plain(reckoning.final)} of the {reckoning.threshold} needed, {how}."
    yield f"  {_capital(entry.goal)} when play ended: {plain(reckoning.score)}."
    for name, points, done in reckoning.objectives if counted else ():
        yield f"  {name}: {signed(points) if done else 'not met'}."
    yield f"  Worth {reckoning.payoff // 100}.{reckoning.payoff % 100:02} of 1."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
