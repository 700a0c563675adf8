"""The log of the faults of one file, each with its line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final

from game.scenario.reading.faults import Fault, ScenarioError, Severity
from game.scenario.reading.finding import Finding, Part
from game.scenario.reading.places import Path, Place, Span, letters, places
from game.text import shown
from game.text.door import masked

MOST: Final = 200
"""After so many faults no more are noted: the file is something else than a scenario."""

_BARE: Final = re.compile(r"[0-9A-Za-z_-]{1,60}")


class FaultLog:
    """The text of a file and the faults found in it.

    Args:
        text: the text of the file.
        where: what the file is called in messages.
    """

    def __init__(self, text: str, where: str) -> None:
        self.text = text.replace("\r\n", "\n")
        self.where = where
        self.faults: list[Fault] = []

    # ------------------------------------------------------------------ noting

    def at(self, offset: int, width: int, code: str, message: str, hint: str) -> None:
        """Note an error at an offset of the text."""
        self._note("error", (offset, offset + width), "", code, message, hint, ())

    def error(self, finding: Finding) -> None:
        """Note an error at a place of the document."""
        self._place("error", finding)

    def warning(self, finding: Finding) -> None:
        """Note a warning at a place of the document."""
        self._place("warning", finding)

    def errors(self, findings: Iterable[Finding]) -> None:
        """Note errors, as many as are told."""
        for finding in findings:
            if self.full:
                return
            self.error(finding)

    def _place(self, severity: Severity, it: Finding) -> None:
        if self.full:
            return
        hint = it.hint
        if it.before is not None:
            line, _, _ = self.locate(self.span(it.before, "value")[0])
            hint = f"It stands in line {line}. {hint}"
        span = self.span(it.path, it.part, it.letter)
        self._note(severity, span, spelt(it.path), it.code, it.message, hint, it.known)

    def _note(
        self,
        severity: Severity,
        span: Span,
        path: str,
        code: str,
        message: str,
        hint: str,
        known: tuple[str, ...],
    ) -> None:
        if self.full:
            return
        line, column, source = self.locate(span[0])
        source = masked(source)
        width = max(1, min(span[1], span[0] - (column - 1) + len(source)) - span[0])
        self.faults.append(
            Fault(
                code, severity, self.where, line, column, path, message, hint, known, source, width
            )
        )

    @property
    def full(self) -> bool:
        """Whether no more faults are noted."""
        return len(self.faults) >= MOST

    def close(self) -> None:
        """End a part of the reading.

        Raises:
            ScenarioError: errors were noted.
        """
        if self.faults:
            raise ScenarioError(self.in_order())

    def in_order(self) -> tuple[Fault, ...]:
        """The faults in the order of the file."""
        return tuple(sorted(self.faults, key=lambda fault: (fault.line, fault.column)))

    # ------------------------------------------------------------------ places

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        while (end := self.text.find("\n", starts[-1])) >= 0:
            starts.append(end + 1)
        return starts

    @cached_property
    def _places(self) -> Mapping[Path, Place]:
        return places(self.text)

    def lines(self) -> Iterator[tuple[int, str]]:
        """The lines of the text, each with the offset at which it begins."""
        for number, start in enumerate(self._starts, 1):
            yield start, self.line(number)

    def line(self, number: int) -> str:
        """A line by its number from 1, without its line break."""
        start = self._starts[number - 1]
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return self.text[start:end]

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, both from 1."""
        return self._starts[line - 1] + column - 1

    def locate(self, offset: int) -> tuple[int, int, str]:
        """Line and column, from 1, of an offset, and the line itself."""
        number = bisect_right(self._starts, offset)
        return number, offset - self._starts[number - 1] + 1, self.line(number)

    def span(self, path: Path, part: Part, letter: int | None = None) -> Span:
        """Where a place of the document stands in the text."""
        known = self._places
        while path not in known:
            path = path[:-1]
        place = known[path]
        start, end = place.key if part == "key" else place.value
        if letter is None:
            return start, end
        for index, (at, _) in enumerate(letters(self.text[start:end])):
            if index == letter:
                return start + at, start + at + 1
        return start, end


def spelt(path: Path) -> str:
    """A path as people write it.

    >>> spelt(("motions", 3, "tier"))
    'motions[3].tier'
    """
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            key = step if _BARE.fullmatch(step) else shown(step)
            text += f".{key}" if text else key
    return text
