"""Where plain lines are written and answers are read."""

from __future__ import annotations

import codecs
import io
import shutil
import signal
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol, TextIO

from game.plain.stopping import Stopped
from game.telling.messages import aloud
from game.text import clean
from game.text.cells import wrapped
from game.value import frozen

LONGEST: Final = 2000
"""The most characters of a line of input that are looked at."""

UNASKED: Final = 10
"""The most lines that are shown before somebody is asked something, the question among them."""

NARROWEST: Final = 20
"""The fewest columns that words are broken for."""

MORE: Final = ("", "more", "m")
"""The answers that only want to hear what is left to be told."""

SKIP: Final = "skip"
"""The answer that leaves out what is told before the choices."""

INTRODUCES: Final = ":"
"""How a sentence ends that makes no sense without the next one."""

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


@frozen
class Sentence:
    """What is still to be told.

    Attributes:
        words: what it is.
        rows: the same as lines that fit.
        choice: whether it is one of those that can be answered next, or their heading.
    """

    words: str
    rows: tuple[str, ...]
    choice: bool = False

    @property
    def pause(self) -> bool:
        """Whether nothing stands in it: what stands between two of these belongs together."""
        return not self.words

    @property
    def introduces(self) -> bool:
        """Whether it makes no sense without the next one."""
        return self.words.endswith(INTRODUCES)


class PlainPage(Protocol):
    """What a plain game talks to."""

    def write(self, lines: Iterable[str]) -> None:
        """Show lines at once, all of them."""
        ...

    def answer(self, lines: Iterable[str]) -> None:
        """Show lines that were asked for: if somebody is there a few, and the others when they
        are wanted; what was being told before goes on after them.
        """
        ...

    def tell(self, lines: Iterable[str], *, choices: bool = False) -> None:
        """Show lines that nobody asked for: a few, and the others when they are wanted.

        Args:
            lines: what is told.
            choices: whether these are what can be answered next, by numbers.
        """
        ...

    def untold(self, line: str) -> bool:
        """Whether a line that begins so is still to be told to somebody who is there."""
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
    shows the next. Any other is taken as an answer at once, so that a file of answers plays a game
    without any that are empty; what is asked for at a terminal is shown a few lines at a time, too.
    Characters that the output's encoding lacks are spelt in ASCII, and bytes of the input that are
    no text are replaced: neither stops a game.

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
        self._held: list[Sentence] = []
        """What is not yet told."""
        self._asked: list[Sentence] = []
        """What was asked for and is not yet told; it goes before what is held."""
        self._choices = 0
        """How many of what is told are what can be answered next."""
        self._answered = True
        self._news = False
        """Whether something was told since somebody was asked."""
        self._between = False
        """Whether something was asked for since what is held was told last."""

    def write(self, lines: Iterable[str]) -> None:
        if not self._answered:
            self.tell(lines)  # in its place behind what was told, and nobody has asked for it
            return
        for line in lines:
            self._put(self._rows(line))
        self._target.flush()

    def answer(self, lines: Iterable[str]) -> None:
        if not self._source.isatty():
            self.write(lines)
            self._between = True
            return
        self._asked = self._sentences(lines)
        self._news = self._between = True

    def tell(self, lines: Iterable[str], *, choices: bool = False) -> None:
        if self._answered:
            self._held.clear()  # whoever has gone on does not want it any more
            self._asked.clear()
            self._choices = 0
            self._answered = False
        held = self._sentences(lines, choices=choices)
        self._held += held
        self._news = self._news or bool(held)
        if choices:
            self._choices = len(held)

    def untold(self, line: str) -> bool:
        there = self._source.isatty()
        return there and any(each.words.startswith(line) for each in self._held)

    def rest(self, *, whole: bool = False) -> bool:
        there = self._source.isatty()
        more = list(self._rows(aloud().say("plain.more.rest")))
        while there and _size(self._held) >= UNASKED:
            self._put([*self._taken(self._held, UNASKED - len(more)), *more])
            self._target.flush()
            if self._read() not in MORE:
                return False
        if whole or not there:
            held, self._held = self._held, []
            self._put(row for each in held for row in each.rows)
            self._target.flush()
        return True

    def close(self) -> None:
        """Forget what was not told: nobody is there any more to whom it would matter."""
        self._held.clear()
        self._asked.clear()
        self._answered, self._news = True, False

    def ask(self, prompt: str) -> str | None:
        self._answered = True
        if self._news or not (self._held or self._asked):
            self._page(prompt)
        else:  # something was asked for in between; what is held can wait
            self._put(self._below(prompt, self._asked, self._held, again=self._between))
            self._target.flush()
        self._news = False
        while True:
            try:
                line = self._read()
            except Stopped as stopped:
                if stopped.signal != signal.SIGINT or not self._asked:
                    raise
                # Ctrl+C ends what was asked for, not the game.
                self._asked.clear()
                self._put([""])  # the terminal has written what was pressed
                self._page(prompt)
                continue
            if line is None or not (self._held or self._asked):
                return line
            if line.lower() == SKIP:
                self._skip()
            elif line.lower() not in MORE:
                return line
            self._page(prompt)

    # ------------------------------------------------------------------ lines

    def _skip(self) -> None:
        """Leave out what stands before the choices."""
        if self._asked:
            self._asked.clear()
        else:
            self._held = [each for each in self._held if each.choice]

    def _page(self, prompt: str) -> None:
        """Show as many of the sentences as there is room for, and below them a question."""
        asked = bool(self._asked)
        queue = self._asked if asked else self._held
        while queue and queue[0].pause:
            queue.pop(0)

        def below(left: Sequence[Sentence]) -> list[str]:
            held = self._held if asked else left
            self._between = asked
            return list(self._below(prompt, left if asked else (), held, again=asked))

        if _size(queue) + len(below(())) <= UNASKED:
            shown = self._taken(queue, UNASKED)
        else:
            # What is asked below depends on how far it is told.
            question = below(queue)
            count = _fits(queue, UNASKED - len(question))
            question = max(question, below(queue[count:]), key=len)
            shown = self._taken(queue, UNASKED - len(question))
        self._put([*shown, *below(queue)])
        self._target.flush()

    def _below(
        self, prompt: str, asked: Sequence[Sentence], held: Sequence[Sentence], *, again: bool
    ) -> Iterator[str]:
        """What is asked when these sentences are not yet told.

        Args:
            prompt: what is asked when nothing is left.
            asked: what was asked for.
            held: what was being told.
            again: whether something was asked for in between.
        """
        say = aloud().say
        begun = sum(each.choice for each in held) < self._choices
        if asked:
            prompt = say("plain.more.only")
        elif held and begun:
            prompt = say("plain.more.question", question=prompt)
        elif held:
            prompt = say("plain.more.on" if again else "plain.more.only")
        return self._rows(prompt)

    def _taken(self, queue: list[Sentence], room: int) -> list[str]:
        """The first sentences of those that are not yet told, as many as there is room for."""
        count = _fits(queue, room)
        if queue and not count:  # one sentence that is longer than all the room
            first = queue[0]
            queue[0] = Sentence(first.words, first.rows[room:], first.choice)
            return list(first.rows[:room])
        taken = queue[:count]
        del queue[:count]
        if queue is self._asked:  # it has been heard now
            heard = {each.words for each in taken}
            held, self._held = self._held, []
            for each in held:
                # But a choice comes in its turn, after what leads to it.
                early = each.choice and any(not before.pause for before in self._held)
                if each.pause or early or each.words not in heard:
                    self._held.append(each)
        while taken and taken[-1].pause:
            taken.pop()
        return [row for each in taken for row in each.rows]

    def _put(self, rows: Iterable[str]) -> None:
        for row in rows:
            self._target.write(row + "\n")

    def _sentences(self, lines: Iterable[str], *, choices: bool = False) -> list[Sentence]:
        return [Sentence(line, tuple(self._rows(line)), choices) for line in lines]

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


def _size(sentences: Iterable[Sentence]) -> int:
    return sum(len(each.rows) for each in sentences)


def _fits(sentences: Sequence[Sentence], room: int) -> int:
    """How many of the first sentences make a page of so many lines.

    What introduces something is not the last of them, and never a single one is left over.
    """
    count = size = 0
    while count < len(sentences) and size + len(sentences[count].rows) <= room:
        if count and sentences[count].pause and _better_next(sentences[count + 1 :], room, size):
            break
        size += len(sentences[count].rows)
        count += 1
    left = sum(not each.pause for each in sentences[count:])
    fewer = count - (left == 1 and count > 2)
    while fewer and fewer < len(sentences) and sentences[fewer - 1].introduces:
        fewer -= 1
    return fewer or count


def _better_next(sentences: Sequence[Sentence], room: int, taken: int) -> bool:
    """Whether what follows a pause, up to the next one, is better begun on the next page: there
    is not room for it here, and enough stands here already.
    """
    size = 0
    for each in sentences:
        if each.pause:
            break
        size += len(each.rows)
    return taken + 1 + size > room and taken > room // 2


def spell(error: UnicodeError) -> tuple[str, int]:
    """What is written in the place of characters that an output cannot write, and where to go on.

    For ``codecs.register_error``.
    """
    assert isinstance(error, UnicodeEncodeError)  # it is registered for an output
    missing = error.object[error.start : error.end]
    return "".join(_SPELT.get(character, "?") for character in missing), error.end
