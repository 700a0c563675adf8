"""Where plain lines are written and answers are read."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterable
from typing import Final, Protocol, TextIO

from game.text import clean

LONGEST: Final = 2000
"""The most characters of a line of input that are looked at."""

_SPELT: Final = {
    "−": "-",
    "–": "-",
    "→": "->",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "…": "...",
    "¶": "par. ",
}


class PlainPage(Protocol):
    """What a plain game talks to."""

    def write(self, lines: Iterable[str]) -> None:
        """Show lines."""
        ...

    def ask(self, prompt: str) -> str | None:
        """Read an answer; nothing at the end of the input."""
        ...


class Streams:
    """Standard input and output, or any other two streams.

    Characters that the output's encoding lacks are spelt in ASCII, and bytes of the input that
    are no text are replaced: neither stops a game.
    """

    def __init__(self, source: TextIO, target: TextIO) -> None:
        codecs.register_error("spelt", spell)
        for stream, errors in ((source, "replace"), (target, "spelt")):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors=errors)
        self._source, self._target = source, target

    def write(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._target.write(clean(line) + "\n")
        self._target.flush()

    def ask(self, prompt: str) -> str | None:
        self.write([prompt])
        if self._source.isatty():
            self._target.write("> ")
            self._target.flush()
        line = self._source.readline(LONGEST)
        while line and not line.endswith("\n") and len(line) >= LONGEST:
            rest = self._source.readline(LONGEST)
            if not rest or rest.endswith("\n"):
                break
        return line.strip() if line else None


def spell(error: UnicodeError) -> tuple[str, int]:
    """What is written in the place of characters that an output cannot write, and where to go on.

    For ``codecs.register_error``.
    """
    assert isinstance(error, UnicodeEncodeError)  # it is registered for an output
    missing = error.object[error.start : error.end]
    return "".join(_SPELT.get(character, "?") for character in missing), error.end
