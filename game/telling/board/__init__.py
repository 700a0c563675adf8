"""What the table shows, told once: every fact of a position with its words, for all who lay it out.

The app, plain mode, pictures, recordings and pages show a board; none of them knows a rule or
makes up a sentence. Where a layout has no room for a fact it leaves it out or puts it on a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from game.rules import NOBODY, Phase, State
from game.telling.board.coming import Close, ComingDrift, HeadlineChoice, Wire, close, wire
from game.telling.board.exchange import Exchange, exchange
from game.telling.board.gauges import Gauge, Nearness, Tick, gauges
from game.telling.board.header import PEOPLE, BoardHeader, Seats, header
from game.telling.board.hour import ShownMood, mood, situation
from game.telling.board.ladder import Rung, RungMotion, ShownLadder, ladder
from game.telling.board.parties import Card, Goal, Party, party
from game.telling.voice import Voice
from game.value import frozen

if TYPE_CHECKING:
    from game.review.lines import SpokenLine
    from game.telling.debate import Quote

__all__ = [
    "Board",
    "BoardHeader",
    "Card",
    "Close",
    "ComingDrift",
    "Exchange",
    "Gauge",
    "Goal",
    "HeadlineChoice",
    "Nearness",
    "Party",
    "Rung",
    "RungMotion",
    "Seats",
    "ShownLadder",
    "ShownMood",
    "Tick",
    "Wire",
    "between",
    "board",
]


@frozen
class Board:
    """The whole table.

    Attributes:
        title: the scenario's.
        header: when it is, and who decides.
        situation: how the game began, in words; empty if the scenario has no situations.
        mood: the value that the hour speaks to; nothing if it has no mood.
        gauges: the shared tracks.
        parties: both sides, in the scenario's order.
        ladder: the motions.
        wire: the headline to come.
        close: what the close of the round brings; nothing once the game is over.
        debate: the debate; nothing if no motion is on the table.
        viewer: the side that is shown first.
        reader: the side that reads it, as far as that is known.
    """

    title: str
    header: BoardHeader
    situation: str
    mood: ShownMood | None
    gauges: tuple[Gauge, ...]
    parties: tuple[Party, Party]
    ladder: ShownLadder
    wire: Wire
    close: Close | None
    debate: Exchange | None
    viewer: int = 0
    reader: int = 0

    @property
    def in_order(self) -> tuple[Party, Party]:
        """Both sides, the viewer's first."""
        return self.parties[self.viewer], self.parties[1 - self.viewer]


def board(
    voice: Voice,
    state: State,
    seats: Seats = ("", ""),
    viewer: int = 0,
    said: Sequence[SpokenLine | None] | None = None,
    quotes: Sequence[tuple[Quote, ...]] = (),
    before: State | None = None,
    people: tuple[bool, bool] = PEOPLE,
) -> Board:
    """The table in a position.

    Args:
        voice: who tells it.
        state: the position.
        seats: who sits where.
        viewer: the side that is shown first.
        said: what was said with each decision before it; as if nothing was, if it is not given.
        quotes: per speech of the debate the speaker's own old words that it contradicts.
        before: an earlier position: numbers that were others then have moved.
        people: per side whether a person sits there.
    """
    then = state if before is None else before
    return Board(
        title=voice.scenario.title,
        header=header(voice, state, seats, people),
        situation=situation(voice, state),
        mood=mood(voice, state),
        gauges=gauges(voice, state, then),
        parties=(
            party(voice, state, 0, seats[0], then),
            party(voice, state, 1, seats[1], then),
        ),
        ladder=ladder(voice, state, then),
        wire=wire(voice, state),
        close=None if state.phase is Phase.END else close(voice, state),
        debate=exchange(voice, state, said, quotes),
        viewer=viewer,
        reader=_reader(viewer, people, state.side),
    )


def _reader(viewer: int, people: tuple[bool, bool], side: int) -> int:
    """Whoever has turned the table round; else the one person at it, or the one that decides."""
    one, two = people
    if viewer or not (one or two):
        return viewer
    return max(side, viewer) if one and two else int(two)


def between(voice: Voice, seen: Board) -> Board:
    """A table while it is told what has been decided: nobody on it decides anything."""
    told = voice.say("table.pane.happened")
    header = evolve(seen.header, side=NOBODY, who="", question=told, sentence=told, turn="")
    one, other = seen.parties
    idle = evolve(one, decides=False), evolve(other, decides=False)
    return evolve(seen, header=header, parties=idle)
