"""A position as a small board of text, and what happened last: one frame of a recording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from game.export.exported_game import ExportedGame
from game.export.result import result
from game.scenario import Scenario
from game.telling.board import Board, Close, Wire, board
from game.telling.changes import sum_up
from game.telling.decisions import say_decision
from game.telling.layout.cells import STRONG, WARN, Row, fit, span, spread, text, wrap
from game.telling.layout.climb import ladder_rows
from game.telling.layout.course import close_rows, debate_rows, wire_rows
from game.telling.layout.sides import goals_rows, hand_row, side_rows
from game.telling.layout.top import gauge_rows, header_row, hour_rows

WIDTH: Final = 80
HEIGHT: Final = 24
_NEWS: Final = 6

_SGR: Final = {
    "strong": "1",
    "dim": "2",
    "good": "32",
    "warn": "33",
    "bad": "31",
    "struck": "9",
    "quoted": "3",
    "lined": "4",
    "reverse": "7",
}

_COLORS: Final = {
    "blue": "94",
    "cyan": "96",
    "green": "92",
    "magenta": "95",
    "red": "91",
    "yellow": "93",
}


def frame(game: ExportedGame, at: int, side: int = 0) -> tuple[Row, ...]:
    """The board after so many decisions; every row has ``WIDTH`` cells, at least ``HEIGHT`` rows.

    Args:
        game: the game.
        at: how many decisions were taken before.
        side: the side that is drawn first.
    """
    seen = board(game.voice, game.states[at], game.header.names, side, game.said[:at])
    title: Row = (span(game.title, STRONG),)
    over = game.over and at == len(game.decisions)
    rows: list[Sequence[tuple[str, str]]] = [
        spread(title, (span(result(game)),), WIDTH) if over else title,
        header_row(seen, WIDTH),
        *hour_rows(seen, WIDTH),
        *gauge_rows(seen.gauges, WIDTH),
        *(row for rows in _sides(seen) for row in rows),
        (),
        *ladder_rows(seen.ladder, _shorts(game.scenario), WIDTH, tall=False, fold=False),
        *_wire(seen.wire),
        *_close(seen.close),
        *debate_rows(seen, WIDTH),
        (),
        *_news(game, at),
    ]
    rows += [()] * (HEIGHT - len(rows))
    return tuple(fit(row, WIDTH) for row in rows)


def _sides(seen: Board) -> Iterator[list[Row]]:
    """Each side: how it stands and what it has, its arguments, what it wants in the end."""
    rows = side_rows(seen.in_order, WIDTH, hand=False)
    for row, party in zip(rows, seen.in_order, strict=True):
        yield [row, hand_row(party, WIDTH), *goals_rows(party, WIDTH)]


def _wire(wire: Wire) -> list[Row]:
    """What is on the wire: on one row, if nothing of it has to be cut off."""
    brief = wire_rows(wire, WIDTH, tall=False)
    whole = len(brief) == 1 and (wire.effects or wire.chooses) in text(brief[0])
    return brief if whole else wire_rows(wire, WIDTH, tall=True)


def _close(close: Close | None) -> list[Row]:
    """What the close of the round brings, likewise."""
    brief = close_rows(close, WIDTH, tall=False)
    if close is None or _whole(brief):
        return brief
    return wrap(f"{close.when}: {close.effects}", WIDTH, WARN, lead=2)


def _whole(rows: list[Row]) -> bool:
    return all("…" not in text(row) for row in rows)


def told(game: ExportedGame, at: int) -> str:
    """What the last decision was, what was heard with it, and what it changed."""
    voice = game.voice
    if not at:
        return voice.say("export.before_first")
    before, decision = game.states[at - 1], game.decisions[at - 1]
    changes = voice.items(sum_up(voice, game.consequences[at - 1]))
    parts = [
        voice.say(
            "export.decided",
            side=voice.side(before.side),
            decision=say_decision(voice, before, decision),
        )
    ]
    heard = game.heard[at - 1]
    parts += [each.sentence for each in heard.quotes]
    parts += [each.sentence for each in heard.remarks]
    if changes:
        parts.append(voice.say("export.changed", changes=changes))
    if game.why[at - 1]:
        parts.append(voice.say("export.because", reason=game.why[at - 1]))
    return " ".join(parts)


def sgr(row: Row, scenario: Scenario) -> str:
    """A row as a terminal is sent it, the sides in their colours."""
    return "".join(
        f"\x1b[{_code(look, scenario)}m{words}\x1b[0m" if look else words for words, look in row
    )


def _code(look: str, scenario: Scenario) -> str:
    """The numbers of an SGR sequence for a look, such as ``1;94``."""
    return ";".join(
        _tint(scenario.sides[int(name[-1])].color) if name.startswith("side") else _SGR[name]
        for name in look.split()
    )


def _tint(color: str) -> str:
    """A side's colour, in bold."""
    if color.startswith("#"):
        red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
        return f"1;38;2;{red};{green};{blue}"
    return f"1;{_COLORS.get(color, '39')}"


def _shorts(scenario: Scenario) -> tuple[str, str]:
    first, second = scenario.sides
    return first.short, second.short


def _news(game: ExportedGame, at: int) -> list[Row]:
    place = game.voice.say("export.place", at=at, all=len(game.decisions), told=told(game, at))
    return wrap(place, WIDTH)[:_NEWS]
