"""A position as a small board of text: tracks, ladder, sides, wire, debate, and what happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from game.export.cells import (
    BAD,
    BOLD,
    DIM,
    GOOD,
    PLAIN,
    WARN,
    Row,
    Span,
    fit,
    length,
    span,
    spread,
    tint,
    wrap,
)
from game.export.game import Game
from game.export.telling import asks, result
from game.review.standing import Standing, ceiling_tier, in_danger, standing
from game.review.words import plain, say_decision, say_effects, side_name, tell, track_name
from game.rules import Rulebook, State
from game.rules.debate import floor_holder, player
from game.rules.debate import standing as holding
from game.rules.legal import ready

WIDTH: Final = 80
HEIGHT: Final = 24

_MARKS: Final = {
    Standing.CARRIED: ("✓", GOOD),
    Standing.OPEN: ("○", BOLD),
    Standing.DEAR: ("$", PLAIN),
    Standing.BARRED: ("✗", DIM),
    Standing.CLOSED: ("·", DIM),
}
_SIGNS: Final = {(True, False): "●", (True, True): "◆", (False, False): "○", (False, True): "◇"}
_NARROWEST: Final = 15


@frozen
class View:
    """A position of a game, and the side that is drawn first."""

    game: Game
    at: int
    side: int = 0

    @property
    def book(self) -> Rulebook:
        """The rules."""
        return self.game.book

    @property
    def state(self) -> State:
        """The position."""
        return self.game.states[self.at]


def frame(game: Game, at: int, side: int = 0) -> tuple[Row, ...]:
    """The board after so many decisions; every row has ``WIDTH`` cells, at least ``HEIGHT`` rows.

    Args:
        game: the game.
        at: how many decisions were taken before.
        side: the side that is drawn first.
    """
    view = View(game, at, side)
    rows: list[Sequence[Span]] = [
        *_head(view),
        (),
        *_tracks(view),
        (),
        *_ladder(view),
        (),
        *_side(view, side),
        *_side(view, 1 - side),
        (),
        *_wire(view),
        *_debate(view),
        (),
        *_news(view),
    ]
    rows += [()] * (HEIGHT - len(rows))
    return tuple(fit(row, WIDTH) for row in rows)


def told(game: Game, at: int) -> str:
    """What the last decision was, and what it changed."""
    if not at:
        return "Before the first decision."
    before, decision = game.states[at - 1], game.decisions[at - 1]
    changes = "; ".join(
        ", ".join(each.changes) for each in tell(game.book, game.consequences[at - 1])
    )
    said = f"{side_name(game.book, before.side)}: {say_decision(game.book, before, decision)}."
    why = f" Why: {game.reasons[at - 1]}" if game.reasons[at - 1] else ""
    return f"{said} {changes}.{why}" if changes else f"{said}{why}"


def _head(view: View) -> Iterator[Row]:
    game, book, state = view.game, view.book, view.state
    turn = ("first", "second")[state.turn]
    where = span(f"Round {state.round} of {book.rounds}, {turn} turn")
    yield spread((span(game.title, BOLD),), (where,), WIDTH)
    over = game.over and view.at == len(game.decisions)
    yield (span(result(game) if over else asks(game, view.at), BOLD),)


def _tracks(view: View) -> Iterator[Row]:
    tracks = view.book.scenario.tracks
    abreast = min(len(tracks), WIDTH // _NARROWEST)
    wide = WIDTH // abreast
    for first in range(0, len(tracks), abreast):
        names: list[Span] = []
        bars: list[Span] = []
        for index in range(first, min(first + abreast, len(tracks))):
            name, bar = _gauge(view, index, wide - 1)
            names += (*name, (" ", PLAIN))
            bars += (*bar, (" ", PLAIN))
        yield tuple(names)
        yield tuple(bars)


def _gauge(view: View, index: int, wide: int) -> tuple[Row, Row]:
    track, value = view.book.scenario.tracks[index], view.state.tracks[index]
    end = None if track.collapse is None else track.collapse.at
    look, mark = BOLD, ""
    if in_danger(track, value):
        look, mark = WARN, " !"
        if end is not None and value >= end - 1:
            look, mark = BAD, " !!"
    top = track.max if end is None else end
    of = "" if end is None else f"/{plain(end)}"
    name = fit((span(track.name), span(f" {plain(value)}", look), span(f"{of}{mark}", look)), wide)
    return name, _bar(value - track.min, top - track.min, min(wide, 12), look, wide)


def _bar(value: int, span_: int, size: int, look: str, room: int) -> Row:
    full = min(max(value, 0), max(1, span_)) * size // max(1, span_)
    return fit((("█" * full, look), ("░" * (size - full), DIM)), room)


def _ladder(view: View) -> Iterator[Sequence[Span]]:
    book, state = view.book, view.state
    top = ceiling_tier(book, state)
    for tier in range(len(book.scenario.ladder.tiers), 0, -1):
        if tier == top:
            yield _ceiling(view, top)
        row: list[Span] = [span(f"{tier} ", BOLD)]
        for index, motion in enumerate(book.scenario.motions):
            if motion.tier == tier:
                mark, look = _MARKS[standing(book, state, index)[0]]
                on_table = state.debate is not None and state.debate.motion == index
                row.append(span(f"{mark} {motion.short}", "1;7" if on_table else look))
                row.append(("  ", PLAIN))
        yield row
    if not top:
        yield _ceiling(view, top)


def _ceiling(view: View, top: int) -> Row:
    book = view.book
    ladder = book.scenario.ladder
    clear = top == len(ladder.tiers)
    value = plain(view.state.tracks[book.ceiling])
    does = "closes nothing" if clear else f"only {ladder.exempt} passes"
    name = f" {ladder.ceiling_name}: {track_name(book, ladder.ceiling).lower()} {value}, {does} "
    look = DIM if clear else WARN
    words = span(name, look)
    return ("══", look), words, ("═" * max(0, WIDTH - 2 - length((words,))), look)


def _side(view: View, side: int) -> Iterator[Sequence[Span]]:
    book, state = view.book, view.state
    entry = book.scenario.sides[side]
    look = tint(entry.color)
    score, threshold = state.tracks[book.score[side]], book.threshold[side]
    turn = "▶" if state.side == side else " "
    left = (
        span(turn + entry.short, look),
        span(f" {entry.goal_short} "),
        span(plain(score), BOLD),
        span(f"/{plain(threshold)} ", DIM),
        *_bar(score, threshold, 14, look, 14),
    )
    capital = f"capital {state.tracks[book.capital[side]]}/{entry.capital.max}"
    yield spread(left, (span(capital),), WIDTH)
    hand = ready(book, state, side)
    row: list[Span] = [(" ", PLAIN)]
    for index, argument in enumerate(book.scenario.arguments):
        if book.held[side] >> index & 1:
            is_ready = bool(hand >> index & 1)
            sign = _SIGNS[is_ready, bool(state.record[side] >> index & 1)]
            row.append(span(f"{sign}{argument.short} ", PLAIN if is_ready else DIM))
    yield row


def _wire(view: View) -> Iterator[Sequence[Span]]:
    book, state = view.book, view.state
    if state.wire < 0:
        yield (span("Wire: nothing", DIM),)
        return
    headline = book.scenario.headlines[state.wire]
    effects = say_effects(book, headline.effects)
    if headline.choice is not None:
        effects = f"{book.scenario.sides[book.headline_side[state.wire]].short} chooses"
    yield spread((span("Wire: ", DIM), span(headline.title)), (span(effects, WARN),), WIDTH)


def _debate(view: View) -> Iterator[Sequence[Span]]:
    book, debate = view.book, view.state.debate
    if debate is None:
        yield (span("Debate: none", DIM),)
        return
    row = [span(f"{book.scenario.motions[debate.motion].short}: ", BOLD)]
    for place, (argument, stands) in enumerate(zip(debate.chain, holding(debate), strict=True)):
        if place:
            row.append(span(" ← ", DIM))
        side = book.scenario.sides[player(debate, place)]
        row.append(span(f"{side.short} ", tint(side.color)))
        name = book.scenario.arguments[argument].short
        row.append(span(name, BOLD) if stands else span(f"({name})", DIM))
    holder = book.scenario.sides[floor_holder(debate)]
    yield spread(row, (span("floor: ", DIM), span(holder.short, tint(holder.color))), WIDTH)


def _news(view: View) -> Iterator[Sequence[Span]]:
    words = f"{view.at}/{len(view.game.decisions)} {told(view.game, view.at)}"
    yield from ((span(row),) for row in wrap(words, WIDTH)[:4])
