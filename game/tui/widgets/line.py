"""A line of text to be written: bounded, and nothing of a paste is lost in silence."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from game.telling.messages import english
from game.text import clean


class LineInput(Input):
    """A field of one line.

    Args:
        text: what stands in it at first.
        longest: how many characters it holds.
        digits: whether it takes nothing but digits.
    """

    def __init__(self, text: str = "", *, longest: int, id: str, digits: bool = False) -> None:  # noqa: A002 - Textual's word
        super().__init__(
            text[:longest],
            compact=True,
            id=id,
            max_length=longest,
            restrict="[0-9]*" if digits else None,
        )
        self.cursor_blink = False
        self._digits = digits

    def number(self, most: int) -> int | None:
        """What stands in it, as a whole number; nothing if it is none, or larger than ``most``."""
        return number_of(self.value, most)

    def _on_paste(self, event: events.Paste) -> None:
        """Take several lines as one, and as much as there is room for; say so."""
        event.stop()
        event.prevent_default()
        rows = [row for row in clean(event.text).split("\n") if row.strip()]
        text = " ".join(row.strip() if len(rows) > 1 else row for row in rows)
        if self._digits and not (text.strip().isascii() and text.strip().isdigit()):
            if text:
                self.notify(english().say("field.digits"), markup=False)
            return
        start, end = sorted(self.selection)
        room = (self.max_length or 0) - len(self.value) + end - start
        taken = text.strip()[:room] if self._digits else text[:room]
        self.replace(taken, start, end)
        said = []
        if len(rows) > 1:
            said.append(english().say("field.joined", lines=len(rows)))
        if len(taken) < len(text.strip()):
            said.append(english().say("field.cut", characters=self.max_length or 0))
        if said:
            self.notify(english().say("names.list.space").join(said), markup=False)


def number_of(words: str, most: int) -> int | None:
    """A whole number that somebody wrote; nothing if it is none, or larger than ``most``.

    >>> number_of(" 007 ", 9), number_of("10", 9), number_of("-1", 9)
    (7, None, None)
    """
    digits = words.strip().lstrip("0")
    # Counted before it is read: Python refuses to read very long numbers.
    if not words.strip() or len(digits) > len(str(most)):
        return None
    if digits and not (digits.isascii() and digits.isdigit()):
        return None
    number = int(digits or "0")
    return number if number <= most else None
