"""What can go wrong with an export. Every message says what was wrong and what to do."""

from __future__ import annotations

from game.match import MatchError


class ExportError(MatchError):
    """A match cannot be exported as it was asked for."""
