"""Taking a decision back, and the two who have to agree about it at one terminal."""

from __future__ import annotations

from enum import Enum

from game.match import HUMAN, Match, MatchError
from game.match.tree import DEAREST
from game.plain.page import Page
from game.review.words import say_decision, tell
from game.rules import Phase
from game.text import shown

_YES = ("yes", "y", "accept")
_NO = ("no", "n", "refuse")


class Settled(Enum):
    """What came of asking to take a decision back."""

    TAKEN = "taken"
    REFUSED = "refused"
    LEFT = "left"
    """The person left before the question was answered; it is asked again on resuming."""


class TakeBack:
    """Takes decisions back.

    Args:
        match: the match.
        page: where lines go and answers come from.
    """

    def __init__(self, match: Match, page: Page) -> None:
        self._match = match
        self._page = page

    def ask(self, side: str) -> Settled:
        """Take back the last decision of a side, or of the person who decided last.

        Between two people the other one is asked first.

        Raises:
            MatchError: there is no such side, it has nothing to take back, or a headline was
                drawn since.
        """
        by = self._person(side)
        self._match.ask_back(by)
        return self.settle()

    def settle(self) -> Settled:
        """Settle what a side has asked for."""
        match = self._match
        assert match.tree.asked is not None  # else there is nothing to settle
        by = match.book.side_ids.index(match.tree.asked)
        if match.seats[1 - by] != HUMAN:
            return self._take(by, 0)
        answer = self._answer(by)
        if answer is None:
            return Settled.LEFT
        if answer < 0:
            match.refuse_back()
            self._page.write(["It stays as it is."])
            return Settled.REFUSED
        return self._take(by, answer)

    # ------------------------------------------------------------------ who

    def _person(self, name: str) -> int:
        """The side of a name; if there is none, of the person who decided last."""
        match, sides = self._match, self._match.scenario.sides
        if not name:
            last = self._last()
            return match.state.side if last is None else last
        for number, side in enumerate(sides):
            if name.casefold() in (side.id, side.short.casefold(), side.name.casefold()):
                if match.seats[number] != HUMAN:
                    raise MatchError(f"{side.name} is not played by a person")
                return number
        known = " or ".join(side.id for side in sides)
        raise MatchError(f"there is no side {shown(name)}; name {known}, or nobody")

    def _last(self) -> int | None:
        """The person who decided last; nothing if Chance has drawn since."""
        for state in reversed(self._match.states[:-1]):
            if state.phase is Phase.DRAW:
                return None
            if self._match.seats[state.side] == HUMAN:
                return state.side
        return None

    # ------------------------------------------------------------------ what is agreed

    def _answer(self, by: int) -> int | None:
        """The price that both agree on; -1 if they do not, nothing if the person leaves."""
        scenario, book = self._match.scenario, self._match.book
        asking, asked = scenario.sides[by].name, scenario.sides[1 - by].name
        self._page.write([f"{asking} asks to take back: {self._words(by)}."])
        while True:
            said = self._page.ask(
                f"{asked}, answer accept, refuse, or from 1 to {DEAREST} what it is to cost:"
            )
            if said is None or said.lower() in ("quit", "q", "exit"):
                return None
            word = said.lower().removeprefix("accept for ").removeprefix("for ")
            if word in _YES:
                return 0
            if word in _NO:
                return -1
            if word.isascii() and word.isdigit() and 1 <= int(word[:9]) <= DEAREST:
                return self._agreed(by, int(word), book.scenario.sides[by].goal_short)
            self._page.write([f"{shown(said) if said else 'Nothing'} is no answer to that."])

    def _agreed(self, by: int, price: int, of: str) -> int | None:
        """The price, if whoever pays it wants to."""
        name = self._match.scenario.sides[by].name
        while True:
            said = self._page.ask(f"{name}, it costs you {price} {of}: answer yes or no:")
            if said is None or said.lower() in ("quit", "q", "exit"):
                return None
            if said.lower() in _YES:
                return price
            if said.lower() in _NO:
                return -1

    def _take(self, by: int, price: int) -> Settled:
        match = self._match
        words, left, ply = self._words(by), match.tree.current, match.tree.timeline.own(by) or 0
        known = len(match.consequences[ply - 1])
        match.take_back(by, price)
        paid = tell(match.book, match.consequences[ply - 1][known:])
        self._page.write(
            [
                f"Taken back: {words}. As it was, it is variation {left}.",
                *(f"  {each}." for each in paid),
            ]
        )
        return Settled.TAKEN

    def _words(self, by: int) -> str:
        """What a side would take back."""
        match = self._match
        ply = match.tree.timeline.own(by)
        assert ply is not None  # the match has accepted that the side asks
        return say_decision(match.book, match.states[ply], match.decisions[ply])
