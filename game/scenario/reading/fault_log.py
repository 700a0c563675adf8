"""The page on which the faults of one file are noted while it is read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final, Literal

from game.scenario.reading.faults import Fault, ScenarioError, Severity
from game.scenario.reading.places import Path, Place, Span, letters, places
from game.text import shown
from game.text.door import masked

MOST: Final = 200
"""After so many faults no more are noted: the file is something else than a scenario."""

Part = Literal["key", "value"]

_BARE: Final = re.compile(r"[0-9A-Za-z_-]{1,60}")


class Page:
    """A scenario's text and the faults found in it.

    Args:
        text: the text of the file.
        where: what the file is called in messages.
    """

    def __init__(self, text: str, where: str) -> None:
        self.text = text.replace("\r\n", "\n")
        self.where = where
        self.faults: list[Fault] = []
        self.broken: set[Path] = set()

    # ------------------------------------------------------------------ noting

    def at(self, offset: int, width: int, code: str, message: str, hint: str = "") -> None:
        """Note an error at an offset of the text."""
        self._note("error", (offset, offset + width), "", code, message, hint, ())

    def error(
        self,
        path: Path,
        code: str,
        message: str,
        hint: str = "",
        *,
        known: Iterable[str] = (),
        part: Part = "value",
        letter: int | None = None,
    ) -> None:
        """Note an error at a place of the document.

        Args:
            path: the place; if there is nothing, the nearest table around it is pointed at.
            code: the fault's code.
            message: what is wrong.
            hint: what was probably meant, or what to do.
            known: values that would be accepted.
            part: whether the key or the value is at fault.
            letter: which character of a string is at fault.
        """
        self.broken.add(path)
        if not self.full:
            span = self.span(path, part, letter)
            self._note("error", span, spelt(path), code, message, hint, tuple(known))

    def warn(self, path: Path, code: str, message: str, hint: str = "") -> None:
        """Note a warning at a place of the document."""
        self._note("warning", self.span(path, "value"), spelt(path), code, message, hint, ())

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
                code,
                severity,
                self.where,
                line,
                column,
                path,
                message,
                hint,
                known,
                source,
                width,
            )
        )

    @property
    def full(self) -> bool:
        """Whether no more faults are noted."""
        return len(self.faults) >= MOST

    def sound(self, *paths: Path) -> bool:
        """Whether no error has been noted at these places or around them."""
        return not any(
            path[:length] in self.broken for path in paths for length in range(len(path) + 1)
        )

    def close(self) -> None:
        """Finish the page.

        Raises:
            ScenarioError: faults were noted on it.
        """
        if self.faults:
            raise ScenarioError(sorted(self.faults, key=lambda fault: (fault.line, fault.column)))

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
