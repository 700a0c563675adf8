"""A replay as a recording of a terminal (asciicast v2), which asciinema and its player play.

Each decision is a frame of its own, and each round a marker to jump to. Times are made of the
options alone, so that the same match gives the same recording.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from game.export.errors import ExportError
from game.export.escape import dumped
from game.export.exported_game import ExportedGame
from game.export.frames import WIDTH, frame, sgr, told
from game.match import Match
from game.telling.layout.cells import Row, span
from game.telling.transcript import say_round
from game.text import line

PACE: Final = 1500
READING: Final = 25
LONGEST: Final = 60_000


def export(
    match: Match | ExportedGame,
    *,
    pace: int = PACE,
    reading: int = READING,
    side: str | None = None,
) -> str:
    """The recording of a match.

    Args:
        match: the match.
        pace: how long each position is shown, in milliseconds.
        reading: how much longer for each character of what has happened, in milliseconds.
        side: the id of the side that is drawn first.

    Raises:
        ExportError: a time is out of range, or there is no such side.
    """
    for name, value in (("pace", pace), ("reading", reading)):
        if not 0 <= value <= LONGEST:
            raise ExportError(f"{name} {value} is out of range: 0 to {LONGEST} milliseconds")
    game = ExportedGame.of(match)
    first = game.side(side)
    boards = [frame(game, at, first) for at in range(len(game.states))]
    height = max(len(board) for board in boards)
    header = {"version": 2, "width": WIDTH, "height": height, "title": line(game.title)}
    events = [dumped(header)]
    for moment, kind, data in _events(game, boards, height, pace, reading):
        time = f"{moment // 1000}.{moment % 1000:03}"
        events.append(f'[{time}, "{kind}", {dumped(data)}]')
    return "\n".join(events) + "\n"


def _events(
    game: ExportedGame, boards: Sequence[Sequence[Row]], height: int, pace: int, reading: int
) -> Iterator[tuple[int, str, str]]:
    """What is sent to the terminal when: (milliseconds, kind, data)."""
    moment, round_ = 0, 0
    yield 0, "o", "\x1b[?25l\x1b[2J"
    for at, board in enumerate(boards):
        if game.states[at].round != round_:
            round_ = game.states[at].round
            yield moment, "m", line(say_round(game.voice, round_))
        # Rows fill the whole width, so that each covers what stood there before.
        rows = (*board, *((span(" " * WIDTH),),) * (height - len(board)))
        yield moment, "o", "\x1b[H" + "\r\n".join(sgr(row, game.scenario) for row in rows)
        moment += pace + reading * len(told(game, at))
    yield moment, "o", "\x1b[?25h\r\n"
