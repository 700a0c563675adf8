"""A value on its way into the model, with its place and the log to note faults in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.scenario.reading.fault_log import FaultLog
from game.scenario.reading.finding import Finding, Part
from game.scenario.reading.places import Path
from game.text import shown
from game.value import frozen

_KINDS = {
    bool: "a truth value",
    int: "a whole number",
    float: "a number with a point",
    str: "a text in quotes",
    list: "a list",
    dict: "a table",
    type(None): "nothing",  # there is none in TOML, but in lines of JSON
}


@frozen
class Located:
    """A value of the document, where it stands, and the log to note faults in."""

    value: object
    path: Path
    log: FaultLog

    def inside(self, step: str | int, value: object) -> Located:
        """A value inside this one."""
        return Located(value, (*self.path, step), self.log)

    def error(
        self,
        code: str,
        message: str,
        hint: str,
        *,
        known: tuple[str, ...] = (),
        part: Part = "value",
        letter: int | None = None,
    ) -> None:
        """Note that something is wrong with the value."""
        self.log.error(Finding(self.path, code, message, hint, known, part, letter))

    def refuse(self, expected: str) -> None:
        """Note that the value is of another type than expected."""
        called = "This" if isinstance(self.value, list | dict) else shown(self.value)
        kind = _KINDS.get(type(self.value), "a date or time")
        self.error("wrong-type", f"{called} is {kind}.", f"Write {expected}.")

    @property
    def inline(self) -> bool:
        """Whether the value is a table in braces."""
        start, _ = self.log.span(self.path, "value")
        return self.log.text.startswith("{", start)


Hook = Callable[[Located, Any], Any]
"""Reads a value, or notes a fault and returns anything."""
