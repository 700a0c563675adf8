"""What can go wrong with a match and its save. Every message says what, where and what to do."""

from __future__ import annotations


class MatchError(ValueError):
    """Something was asked of a match that it cannot do."""


class ReadOnlyError(MatchError):
    """A decision was taken in a match that is only looked at."""


class SaveError(MatchError):
    """A save cannot be used, or not in the way that was asked for."""


class NoSuchSaveError(SaveError):
    """There is no save of that name."""
