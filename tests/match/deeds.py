"""What players do besides deciding, so that the trials meet every kind of line of a journal.

One trial game in four is *lively*: its players branch, go from line to line, take back, refuse,
comment, name and promote. What comes next depends on the seed and on what has happened alone, so
that a game that was cut off goes on as it would have.
"""

from __future__ import annotations

from attrs import frozen

from game.match import Intent, Match
from game.match.chance import draw64
from game.match.event import Closed, Decided, Event
from game.match.tree import Comment
from game.rules import State
from tests.match.games import some_decision, some_intent

MOST = 9
"""The most of such deeds in a game, so that it comes to an end."""

Line = tuple[tuple[str, str], int, int, str, str, int, list[State], list[str], list[Intent | None]]


@frozen
class Known:
    """Everything that a match knows of what happened in it, to be compared with another."""

    current: int
    main: int
    asked: str | None
    comments: tuple[Comment, ...]
    lines: tuple[Line, ...]


def known(match: Match) -> Known:
    """Everything that a match knows at this moment."""
    tree = match.tree
    lines = tuple(
        (
            each.seats,
            each.parent,
            each.ply,
            each.name,
            each.by,
            each.price,
            [*each.timeline.states],
            [*each.timeline.reasons],
            [*each.timeline.intents],
        )
        for each in tree.variations
    )
    return Known(tree.current, tree.main, tree.asked, tree.comments, lines)


def happened(match: Match) -> tuple[Event, ...]:
    """Everything that happened in a match, but that it was put away."""
    return tuple(event for event in match.events if not isinstance(event, Closed))


def lively(seed: int) -> bool:
    """Whether more than decisions happens in the game of a seed."""
    return seed % 4 == 1


def step(match: Match, seed: int, *, reason: str = "") -> None:
    """What comes next in a trial game: a decision, or something else."""
    past = happened(match)
    deeds = sum(not isinstance(event, Decided) for event in past)
    draw = draw64(seed ^ 0xDEED, len(past))
    if lively(seed) and deeds < MOST and (match.tree.asked or draw % 2):
        _do(match, draw >> 8)
    else:
        intent = some_intent(match, draw >> 8) if draw % 3 == 0 and not reason else None
        match.decide(some_decision(match, seed), reason=reason, intent=intent)


def _do(match: Match, draw: int) -> None:
    """Something that is no decision, if there is anything of that kind to do now."""
    tree, ply = match.tree, (draw >> 8) % (len(match.decisions) + 1)
    line = (draw >> 16) % len(tree.variations)
    sides = [side for side in (0, 1) if match.tree.timeline.own(side) is not None]
    if tree.asked is not None:
        side = match.book.side_ids.index(tree.asked)
        if draw % 3:
            match.take_back(side, price=draw % 3 - 1)
        else:
            match.refuse_back()
    elif sides and draw % 9 < 3:
        match.ask_back(sides[draw % len(sides)])
    else:
        (
            lambda: match.branch(ply, seats=("random", "human"), name=f"line {draw % 100}"),
            lambda: match.branch(len(match.decisions)),
            lambda: match.go(line),
            lambda: match.comment(ply, "Зря.\nToo early.", by="Ash"),
            lambda: match.comment(ply, ""),
            lambda: match.name(line, f"attempt {draw % 100}"),
            lambda: match.promote(line),
        )[draw % 7]()
