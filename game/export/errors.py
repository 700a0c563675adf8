"""What can go wrong with an export. Every message says what was wrong and what to do."""

from __future__ import annotations

from game.match import MatchError


def among(first: int, last: int) -> str:
    """Which numbers there are, as the end of a sentence.

    >>> among(1, 4), among(0, 0)
    ('choose 1 to 4', 'there is only 0')
    """
    return f"choose {first} to {last}" if last > first else f"there is only {first}"


class ExportError(MatchError):
    """A match cannot be exported as it was asked for."""
