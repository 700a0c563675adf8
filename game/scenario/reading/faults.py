"""Faults of a scenario, and the error that carries all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from game.text import clean, cut, line
from game.text.cells import cells
from game.value import frozen

Severity = Literal["error", "warning"]

MOST_SHOWN: Final = 20
"""So many faults are written out in a message; the others are counted."""

_WINDOW: Final = 88
"""So much of a line of the file is shown around a fault, in characters."""

_PLACE: Final = 120
"""So much of a file's path is shown, in characters."""

_KNOWN: Final = 12
"""So many known values are listed in a message."""


@frozen
class Fault:
    """One thing that is wrong with a scenario.

    Attributes:
        code: a short stable name; ``explain`` tells more about it.
        severity: an error keeps the scenario from being used, a warning does not.
        where: the file, as the reader was told.
        line: from 1; 0 if the fault is not about a place in the file.
        column: from 1, in characters.
        path: the place in the document, such as ``motions[3].tier``; may be empty.
        message: one sentence with the offending value.
        hint: what was probably meant, or what to do; may be empty.
        known: the values that would be accepted; may be empty.
        source: the line of the file.
        width: how many characters of the line are at fault.
    """

    code: str
    severity: Severity
    where: str
    line: int
    column: int
    path: str
    message: str
    hint: str = ""
    known: tuple[str, ...] = ()
    source: str = ""
    width: int = 1

    @property
    def place(self) -> str:
        """Where the fault is, as compilers write it: ``file:line:column``."""
        where = line(self.where)
        if len(where) > _PLACE:
            where = "…" + where[-_PLACE:]
        return f"{where}:{self.line}:{self.column}" if self.line else where

    def __str__(self) -> str:
        """The fault as a message of several lines; safe to print."""
        severity = "" if self.severity == "error" else "warning: "
        said = [f"{severity}{self.message}"]
        if self.hint:
            said.append(self.hint)
        if self.known:
            rest = len(self.known) - _KNOWN
            listed = ", ".join(map(_named, self.known[:_KNOWN]))
            said.append(f" Known: {listed}{f', and {rest} more' if rest > 0 else ''}")
        head = f"{self.place}  {_named(self.path)}".rstrip()
        text = f"{head}  [{self.code}]\n  {' '.join(said)}"
        return clean(f"{text}\n{self._excerpt()}" if self.source else text)

    def _excerpt(self) -> str:
        """The line of the file with a caret under what is at fault."""
        source = self.source.replace("\t", " ")
        begin = max(0, min(self.column - 1 - _WINDOW // 3, len(source) - _WINDOW))
        end = min(len(source), begin + _WINDOW)
        at = self.column - 1
        width = max(1, min(self.width, end - at))
        lead, tail = ("…" if begin else ""), ("…" if end < len(source) else "")
        gutter = f"{self.line:6} | "
        before = lead + source[begin:at]
        under = source[at : at + width] or " "
        return (
            f"{gutter}{lead}{source[begin:end]}{tail}\n"
            f"{'|':>8} {' ' * cells(before)}{'^' * max(1, cells(under))}"
        )


class ScenarioError(ValueError):
    """A scenario cannot be used. Its text says of every fault where it is and what to do.

    Attributes:
        faults: all faults that were found, in the order of the file.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__(listing(self.faults))


def listing(faults: tuple[Fault, ...]) -> str:
    """Faults one below the other, the first ``MOST_SHOWN`` of them written out."""
    shown = [str(fault) for fault in faults[:MOST_SHOWN]]
    if rest := len(faults) - len(shown):
        shown.append(f"... and {rest} more like these.")
    return "\n".join(shown)


def _named(name: str) -> str:
    """An id or a path of ids, which may be none that is allowed, on one line."""
    return cut(line(name))
