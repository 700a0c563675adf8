"""What happened, in lines: decisions with what they changed and why, and the end of the game."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from game.match import Match
from game.match.timeline import Timeline
from game.match.tree import Comment
from game.review.ending import Reckoning, ending
from game.review.moments import moments
from game.review.transcript import Entry, entry
from game.review.words import plain, signed
from game.rules import NOBODY, Rulebook, State

Notes = Mapping[int, Sequence[str]]
"""Lines that are told at a position, by the number of decisions before it."""

_NO_NOTES: Notes = MappingProxyType({})


def story(line: Timeline, since: int = 0, notes: Notes = _NO_NOTES) -> Iterator[str]:
    """Every decision of a line of play from a place on; a heading opens each round."""
    if not since:
        yield from notes.get(0, ())
    for place in range(since, len(line.decisions)):
        before = line.states[place]
        told = entry(line.book, place + 1, before, line.decisions[place], line.consequences[place])
        if place == 0 or line.states[place - 1].round != before.round:
            yield ""
            yield f"Round {told.round}"
        yield from _decision(line.book, told, line.reasons[place])
        yield from notes.get(place + 1, ())


def _decision(book: Rulebook, told: Entry, reason: str) -> Iterator[str]:
    who = "News" if told.side == NOBODY else book.scenario.sides[told.side].name
    yield f"{who}: {told.words}."
    if reason:
        yield f"  Why: {reason}"
    for index, each in enumerate(told.told):
        # A draw is its own heading; what is left to say is where the headline goes.
        drawn = told.side == NOBODY and index == 0
        yield f"  {_capital(', '.join(each.changes)) if drawn else each}."


def notes(match: Match, variation: int) -> Notes:
    """The moments of a variation that mattered, and the comments on its positions."""
    line = match.tree.variations[variation].timeline
    found: dict[int, list[str]] = {}
    for moment in moments(line.book, line.states, line.consequences):
        found.setdefault(moment.ply, []).append(f"  A moment that mattered: {moment.words}.")
    for ply in range(len(line.states)):
        if comment := match.tree.comment(variation, ply):
            found.setdefault(ply, []).extend(said(comment))
    return found


def said(comment: Comment) -> Iterator[str]:
    """A comment in lines."""
    who = f"Comment by {comment.by}" if comment.by else "Comment"
    first, *more = comment.text.split("\n")
    yield f"  {who}: {first}"
    yield from (f"    {line}" for line in more)


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
