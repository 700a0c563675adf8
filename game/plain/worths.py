"""What a position is worth, told before each decision, if everybody who plays asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from game.match import Match
from game.opponents import Opponent
from game.plain.unclear import UnclearError
from game.review.consent import Consent
from game.rules import digest
from game.telling.voice import Voice

if TYPE_CHECKING:
    from game.review.evaluations import Evaluated


class Worths:
    """Tells what a position is worth: what a review says of it.

    Args:
        voice: who tells it.
        match: the match.
    """

    LOOK = 0
    """How closely it is looked, in playouts; as a review, if it is nothing."""

    def __init__(self, voice: Voice, match: Match) -> None:
        self._voice = voice
        self._match = match
        self._consent = Consent()
        self._known: dict[str, Evaluated] = {}

    def switch(self, opponents: Sequence[Opponent | None]) -> Iterator[str]:
        """Whoever decides wants to be told, or wants it no longer.

        Raises:
            UnclearError: no person plays, or nothing is to be decided any more.
        """
        from game.telling.worth import say_told  # noqa: PLC0415 - not before it is asked for

        people = _people(opponents)
        if not people or self._match.over:
            raise UnclearError(self._voice.say("plain.worth.nobody"))
        yield say_told(self._voice, *self._consent.switch(self._match.state.side, people))
        yield from self.lines(opponents)

    def lines(self, opponents: Sequence[Opponent | None]) -> Iterator[str]:
        """What the position is worth, if it is to be told."""
        if not self._match.over and self._consent.given(_people(opponents)):
            from game.telling.worth import say_worth  # noqa: PLC0415 - as above

            yield say_worth(self._voice, self._found(), first=False).strip()

    def _found(self) -> Evaluated:
        from game.opponents.search import Alone, Progress  # noqa: PLC0415 - as above
        from game.review.evaluations import NORMAL, evaluate, open_position  # noqa: PLC0415 - as above

        book = self._match.book
        opened = open_position(book, self._match.state)
        name = digest(book, opened)
        if name not in self._known:
            look = self.LOOK or NORMAL
            self._known[name] = evaluate(book, opened, look, Alone(), Progress())
        return self._known[name]


def _people(opponents: Sequence[Opponent | None]) -> set[int]:
    """The sides that people play."""
    return {side for side, opponent in enumerate(opponents) if opponent is None}
