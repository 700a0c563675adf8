"""A save in words, for every list of saves."""

from __future__ import annotations

from game.match import Entry
from game.telling.messages import Messages


def stands(messages: Messages, entry: Entry) -> str:
    """How a match ended or where it stands, and how many more lines of play it has.

    A result stays in sight though somebody has branched from the game and plays on.
    """
    if not entry.looked_at:
        return messages.say("saves.unseen")
    here = messages.say("saves.round", round=entry.round, rounds=entry.rounds)
    how = here if entry.verdict is None else entry.outcome
    if not entry.lines:
        return how
    if entry.verdict is not None and not entry.over:
        return messages.say("saves.more_played", stands=how, lines=entry.lines, here=here)
    return messages.say("saves.more", stands=how, lines=entry.lines)
