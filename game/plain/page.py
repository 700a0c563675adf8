"""Where plain lines are written and answers are read."""

from __future__ import annotations

import codecs
import io
import shutil
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol, TextIO

from game.telling.messages import aloud
from game.text import clean
from game.text.cells import wrapped

LONGEST: Final = 2000
"""The most characters of a line of input that are looked at."""

UNASKED: Final = 10
"""The most lines that are shown before somebody is asked something, the question among them."""

NARROWEST: Final = 20
"""The fewest columns that words are broken for."""

PAUSE: Final = [""]
"""A line with nothing in it, as it is held: what stands between two of them belongs together."""

MORE: Final = ("", "more", "m")
"""The answers that only want to hear what is left to be told."""

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
        """Show lines that were asked for, all of them."""
        ...

    def tell(self, lines: Iterable[str]) -> None:
        """Show lines that nobody asked for: a few, and the others when they are wanted."""
        ...

    def rest(self, *, whole: bool = False) -> bool:
        """Show what was told though nobody decides: a few lines at a time if anybody is there,
        else at once. Tells whether they stay.

        Args:
            whole: whether nothing more will be told.
        """
        ...

    def ask(self, prompt: str) -> str | None:
        """Read an answer; nothing at the end of the input."""
        ...


class Streams:
    """Standard input and output, or any other two streams.

    Lines are broken at words. What is told unasked is shown a few lines at a time; an empty answer
    shows the next, and any other is taken as an answer at once, so that a file of answers plays
    the same game as a person. Characters that the output's encoding lacks are spelt in ASCII, and
    bytes of the input that are no text are replaced: neither stops a game.

    Args:
        source: where answers come from.
        target: where lines go.
        width: how many columns there are; those of the terminal if it is not given.
    """

    def __init__(self, source: TextIO, target: TextIO, width: int | None = None) -> None:
        codecs.register_error("spelt", spell)
        for stream, errors in ((source, "replace"), (target, "spelt")):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors=errors)
        self._source, self._target = source, target
        self._width = width
        self._held: list[list[str]] = []
        """What is not yet told, sentence by sentence, each in its lines."""
        self._answered = True
        self._news = False
        """Whether something was told since somebody was asked."""

    def write(self, lines: Iterable[str]) -> None:
        if not self._answered:
            self.tell(lines)  # in its place behind what was told, and nobody has asked for it
            return
        for line in lines:
            self._put(self._rows(line))
        self._target.flush()

    def tell(self, lines: Iterable[str]) -> None:
        if self._answered:
            self._held.clear()  # whoever has gone on does not want it any more
            self._answered = False
        held = [list(self._rows(line)) for line in lines]
        self._held += held
        self._news = self._news or bool(held)

    def rest(self, *, whole: bool = False) -> bool:
        there = self._source.isatty()
        while there and sum(map(len, self._held)) >= UNASKED:
            self._page([], [aloud().say("plain.more.rest")])
            if self._read() not in MORE:
                return False
        if whole or not there:
            held, self._held = self._held, []
            self._put(row for rows in held for row in rows)
            self._target.flush()
        return True

    def close(self) -> None:
        """Forget what was not told: nobody is there any more to whom it would matter."""
        self._held.clear()
        self._answered, self._news = True, False

    def ask(self, prompt: str) -> str | None:
        self._answered = True
        question = list(self._rows(prompt))
        more = list(self._rows(aloud().say("plain.more.question", question=prompt)))
        if self._news or not self._held:
            self._page(question, more)
        else:
            self._put(more)  # something was asked for in between; what is held can wait
            self._target.flush()
        self._news = False
        while True:
            line = self._read()
            if line is None or not self._held or line.lower() not in MORE:
                return line
            self._page(question, more)

    # ------------------------------------------------------------------ lines

    def _page(self, question: Sequence[str], more: Sequence[str]) -> None:
        """Show as many of the held sentences as there is room for, and below them a question."""
        while self._held and self._held[0] == PAUSE:
            self._held.pop(0)
        whole = sum(map(len, self._held)) + len(question) <= UNASKED
        room = UNASKED - len(question if whole else more)
        shown: list[str] = []
        while self._held and len(shown) + len(self._held[0]) <= room:
            if shown and self._held[0] == PAUSE and self._better_next(room, len(shown)):
                break
            shown += self._held.pop(0)
        if self._held and not shown:  # one sentence that is longer than all the room
            shown, self._held[0] = self._held[0][:room], self._held[0][room:]
        self._put([*shown, *(question if whole else more)])
        self._target.flush()

    def _better_next(self, room: int, taken: int) -> bool:
        """Whether what follows a pause, up to the next one, is better begun on the next page: there
        is not room for it here, and enough stands here already.
        """
        size = 0
        for rows in self._held[1:]:
            if rows == PAUSE:
                break
            size += len(rows)
        return taken + 1 + size > room and taken > room // 2

    def _put(self, rows: Iterable[str]) -> None:
        for row in rows:
            self._target.write(row + "\n")

    def _rows(self, line: str) -> Iterator[str]:
        """A sentence in lines, all of them set in as far as it is."""
        words = clean(line)
        inset = words[: len(words) - len(words.lstrip())]
        room = max(NARROWEST, self._width or shutil.get_terminal_size((80, 24)).columns)
        rows = list(wrapped(words, room - len(inset)))
        yield from (f"{inset}{row}" for row in rows or [""])

    def _read(self) -> str | None:
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
