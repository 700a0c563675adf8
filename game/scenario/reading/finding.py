"""What a check found, before it is given its place in the file."""

from __future__ import annotations

from attrs import frozen

from game.scenario.reading.places import Path


@frozen
class Finding:
    """A warning before it has been given its line."""

    path: Path
    code: str
    message: str
    hint: str
