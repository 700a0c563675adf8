r"""The tracks decision by decision as CSV (RFC 4180), for spreadsheets and statistics.

The first row names the columns, the second is the position before the first decision, and each
further row is a decision with the position that it led to:

==============  ===============================================================================
``ply``         how many decisions have been taken
``round``       the round in which the decision was taken
``who``         the id of the side that took it, or ``chance``
``decision``    the decision as saves write it
``words``       the same in words
a track's id    where the track stands then; a side's are ``<side>_capital`` and ``<side>_score``;
                a track with the id of another column, such as ``round``, is ``track:round``
``carried``     how many motions are carried then, the ones carried at the start included
==============  ===============================================================================

Texts are quoted, numbers are not; lines end in CR LF. A text that a spreadsheet would take for a
formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from typing import Final

from game.export.escape import cell
from game.export.exported_game import ExportedGame
from game.match import CHANCE, Match
from game.rules import NOBODY, State
from game.telling.decisions import say_decision

FIXED: Final = ("ply", "round", "who", "decision", "words", "carried")
"""The columns that there always are; the tracks stand before the last one. No id has a colon."""


def export(match: Match | ExportedGame) -> str:
    """The tracks of a match, decision by decision."""
    game = ExportedGame.of(match)
    book = game.book
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    tracks = (f"track:{each}" if each in FIXED else each for each in book.track_ids)
    writer.writerow([*FIXED[:-1], *tracks, FIXED[-1]])
    writer.writerow([0, game.states[0].round, "", "", "", *_numbers(game.states[0])])
    pairs = zip(game.states, game.decisions, strict=False)
    for ply, (before, decision) in enumerate(pairs, 1):
        who = CHANCE if before.side == NOBODY else book.side_ids[before.side]
        words = cell(say_decision(game.voice, before, decision))
        numbers = _numbers(game.states[ply])
        writer.writerow([ply, before.round, who, decision.text, words, *numbers])
    return out.getvalue()


def _numbers(state: State) -> tuple[int, ...]:
    return (*state.tracks, state.carried.bit_count())
