"""What happened: the transcript of a match, as rows."""

from __future__ import annotations

from textual.content import Content

from game.match import HUMAN, Match
from game.match.timeline import Timeline
from game.match.tree import Variation
from game.review.transcript import Entry, entry
from game.rules import NOBODY, Rulebook
from game.scenario import Scenario
from game.tui.draw.detail import draw_told
from game.tui.draw.ink import DIM, STRONG, lines, say, side_style
from game.tui.draw.position import Position


def entry_at(line: Match | Timeline, place: int) -> Entry:
    """The entry for the decision at a place of a line of play, from 0."""
    return entry(
        line.book,
        place + 1,
        line.states[place],
        line.decisions[place],
        line.consequences[place],
    )


def save_name(match: Match) -> str:
    """The name of the save that a match is kept in; empty if it is kept nowhere."""
    kept = match.journal is not None and (match.trouble is None or match.read_only)
    return match.journal.path.stem if match.journal is not None and kept else ""


def position_at(match: Match, moment: int) -> Position:
    """The position after so many decisions, as the board draws it."""
    return position_of(match, match.tree.variation, moment)


def position_of(match: Match, variation: Variation, moment: int, viewer: int = 0) -> Position:
    """The same in one of the match's variations, seen by side ``viewer``."""
    people = all(seat == HUMAN for seat in variation.seats)
    pairs = zip(match.header.names, variation.seats, strict=True)
    first, second = (name or ("" if people else seat) for name, seat in pairs)
    return Position(match.book, variation.timeline.states[moment], (first, second), viewer)


def draw_heading(book: Rulebook, told: Entry) -> Content:
    """Who did what, on one row."""
    name = "News" if told.side == NOBODY else book.scenario.sides[told.side].short
    return say((f"{name}: ", side_style(book, told.side)), (told.words, STRONG))


def draw_opening(scenario: Scenario) -> Content:
    """The situation that a game begins with."""
    rows: list[Content] = []
    for paragraph in scenario.opening.split("\n\n"):
        rows += [say(paragraph), say("")]
    return lines(rows[:-1])


def draw_story(match: Match, since: int) -> Content:
    """Everything from a place on, each decision with what it changed."""
    rows: list[Content] = []
    round_ = 0
    for place in range(since, len(match.decisions)):
        told = entry_at(match, place)
        if told.round != round_:
            round_ = told.round
            rows.append(say((f"Round {round_}", f"{DIM} underline")))
        rows.append(draw_heading(match.book, told))
        if reason := match.reasons[place]:
            rows.append(say((f"  “{reason}”", "italic")))
        rows.extend(say("  ", line) for line in draw_told(told.told, told.words))
    return lines(rows)
