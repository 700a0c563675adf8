"""The briefing before the first decision: what you want, what the other side wants, who sits there.

What matters first comes first: on a small screen it is seen without turning a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from game.match import HUMAN
from game.opponents import Game
from game.telling.board import Board
from game.telling.board.parties import Party
from game.telling.forecast import partners
from game.telling.voice import Voice
from game.value import frozen


class BriefingKind(Enum):
    """What a row of a briefing is."""

    SIDE = "side"
    FACT = "fact"
    MET = "met"
    OPEN = "open"
    HEADING = "heading"
    STORY = "story"
    GAP = "gap"


@frozen
class BriefingRow:
    """A row of a briefing.

    Attributes:
        kind: what it is.
        text: its words.
        side: the side that it is about, if it is about one.
    """

    kind: BriefingKind
    text: str = ""
    side: int | None = None


def briefing(voice: Voice, board: Board, game: Game) -> tuple[BriefingRow, ...]:
    """The briefing for the people at a table.

    Args:
        voice: who tells it.
        board: the table as it stands.
        game: who sits there.
    """
    return tuple(_rows(voice, board, game))


def before_story(rows: Sequence[BriefingRow]) -> Sequence[BriefingRow]:
    """What each side wants, and who sits there."""
    return rows[: _story_at(rows)]


def story(rows: Sequence[BriefingRow]) -> Sequence[BriefingRow]:
    """On what one can count of who sits there, and how it came to this."""
    return rows[_story_at(rows) + 1 :]


def _story_at(rows: Sequence[BriefingRow]) -> int:
    return next(at for at, row in enumerate(rows) if row.kind is BriefingKind.GAP)


def wanted(voice: Voice, board: Board, game: Game) -> Iterator[BriefingRow]:
    """What each side wants: the people's sides first, in full."""
    people = [side for side in (0, 1) if game.seats[side] == HUMAN]
    for side in people:
        yield from _own(voice, board.parties[side], alone=len(people) == 1)
    for side in (0, 1):
        if side not in people:
            yield _other(voice, board.parties[side])


def _rows(voice: Voice, board: Board, game: Game) -> Iterator[BriefingRow]:
    yield from wanted(voice, board, game)
    kept: list[BriefingRow] = []
    for side, sitter, lines in partners(voice, game):
        told = voice.say("briefing.opposite", name=sitter.title, stance=sitter.stance)
        yield BriefingRow(BriefingKind.FACT, told, side)
        if lines:
            heading = voice.say("briefing.lines")
            kept += [BriefingRow(BriefingKind.GAP), BriefingRow(BriefingKind.HEADING, heading)]
            kept += [BriefingRow(BriefingKind.FACT, each, side) for each in lines]
    yield from kept
    for paragraph in voice.scenario.opening.split("\n\n"):
        yield BriefingRow(BriefingKind.GAP)
        yield BriefingRow(BriefingKind.STORY, paragraph)
    if board.situation:
        yield BriefingRow(BriefingKind.GAP)
        yield BriefingRow(BriefingKind.HEADING, board.situation)


def in_lines(voice: Voice, row: BriefingRow) -> str:
    """A row as it is read aloud: what stands already is said."""
    if row.kind in (BriefingKind.MET, BriefingKind.OPEN):
        return voice.say(f"briefing.plain.{row.kind.value}", goal=row.text)
    return row.text


def _own(voice: Voice, party: Party, *, alone: bool) -> Iterator[BriefingRow]:
    """What a person wants."""
    side = party.side
    about = voice.scenario.sides[side].about
    key = "briefing.you" if alone else "briefing.side"
    yield BriefingRow(BriefingKind.SIDE, voice.say(key, side=party.name, about=about), side)
    key = "briefing.needs" if party.goals else "briefing.needs_bare"
    needs = voice.say(key, threshold=party.threshold, goal=party.goal)
    yield BriefingRow(BriefingKind.FACT, needs, side)
    for goal in party.goals:
        kind = BriefingKind.MET if goal.met else BriefingKind.OPEN
        points = voice.signed(goal.points)
        told = voice.say("briefing.own_goal", name=goal.name, target=goal.target, points=points)
        yield BriefingRow(kind, told, side)


def _other(voice: Voice, party: Party) -> BriefingRow:
    """What the other side wants."""
    goals = voice.say("names.list.semicolon").join(
        voice.say("briefing.goal", name=each.name, points=voice.signed(each.points))
        for each in party.goals
    )
    key = "briefing.other" if goals else "briefing.other_bare"
    places = {"goals": goals} if goals else {}
    told = voice.say(
        key,
        side=voice.named_first(party.side),
        threshold=party.threshold,
        goal=party.goal,
        **places,
    )
    return BriefingRow(BriefingKind.SIDE, told, party.side)
