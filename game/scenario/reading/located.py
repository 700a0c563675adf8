"""A value on its way into the model, with its place and the page to note faults on."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from game.scenario.reading.fault_log import Page
from game.scenario.reading.places import Path
from game.text import shown


class _Nothing:
    """Stands where a value is missing; a fault has been noted for it."""


NOTHING: Final = _Nothing()


@frozen
class Spot:
    """A value of the document, where it stands, and the page to note faults on."""

    value: object
    path: Path
    page: Page

    def inside(self, step: str | int, value: object) -> Spot:
        """A value inside this one."""
        return Spot(value, (*self.path, step), self.page)

    def refuse(self, expected: str) -> None:
        """Note that the value is of another type than expected, unless it is missing anyway."""
        if self.value is not NOTHING:
            self.page.error(
                self.path,
                "wrong-type",
                f"{_called(self.value)} is {_kind(self.value)}.",
                f"Write {expected}.",
            )


def _called(value: object) -> str:
    return "This" if isinstance(value, list | dict) else shown(value)


def _kind(value: object) -> str:
    """What a TOML value is, in words."""
    names = {bool: "a truth value", int: "a whole number", float: "a number with a point"}
    names |= {str: "a text in quotes", list: "a list", dict: "a table"}
    return names.get(type(value), "a date or time")
