"""Tests, room by room as in `game`."""
