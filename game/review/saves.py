"""A save in words, for every list of saves."""

from __future__ import annotations

from game.match import Entry


def stands(entry: Entry) -> str:
    """How a match ended or where it stands, and how many more lines of play it has.

    A result stays in sight though somebody has branched from the game and plays on.
    """
    if not entry.looked_at:
        return "not looked at"
    here = f"round {entry.round} of {entry.rounds}"
    how = here if entry.verdict is None else entry.outcome
    if not entry.lines:
        return how
    more = f"+{entry.lines} line{'s' * (entry.lines != 1)}"
    playing = f" ({here})" if entry.verdict is not None and not entry.over else ""
    return f"{how}, {more}{playing}"
