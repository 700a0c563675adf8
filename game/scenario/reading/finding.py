"""What a check found, before it is given its line in the file."""

from __future__ import annotations

from typing import Literal

from game.scenario.reading.places import Path
from game.value import frozen

Part = Literal["key", "value"]


@frozen
class Finding:
    """Something that is wrong or odd at a place of a document.

    Attributes:
        path: the place; if there is nothing, the nearest table around it is pointed at.
        code: a short stable name.
        message: what is wrong.
        hint: what was probably meant, or what to do.
        known: values that would be accepted.
        part: whether the key or the value is at fault.
        letter: which character of a string is at fault.
        before: another place that it is about, whose line the hint names.
    """

    path: Path
    code: str
    message: str
    hint: str
    known: tuple[str, ...] = ()
    part: Part = "value"
    letter: int | None = None
    before: Path | None = None
