"""Taking a decision back, and the two who have to agree about it at one terminal."""

from __future__ import annotations

from enum import Enum

from game.match import HUMAN, Match
from game.match.forced import last_choice, take_back_choice
from game.match.tree import HIGHEST_PRICE
from game.plain.page import PlainPage
from game.plain.unclear import HELP, LEAVING, UnclearError, no_answer
from game.rules import Phase
from game.telling.changes import tell
from game.telling.decisions import say_decision
from game.telling.voice import Voice
from game.text import shown

_YES = ("yes", "y", "accept")
_NO = ("no", "n", "refuse")


class Settled(Enum):
    """What came of asking to take a decision back."""

    TAKEN = "taken"
    REFUSED = "refused"
    LEFT = "left"
    """The person left before the question was answered; it is asked again on resuming."""


class PlainTakeBack:
    """Takes decisions back.

    Args:
        voice: who tells it.
        match: the match.
        page: where lines go and answers come from.
    """

    def __init__(self, voice: Voice, match: Match, page: PlainPage) -> None:
        self._voice = voice
        self._match = match
        self._page = page

    def ask(self, side: str) -> Settled:
        """Take back the last decision of a side, or of the person who decided last.

        Between two people the other one is asked first.

        Raises:
            UnclearError: there is no such side, or no person plays it.
            MatchError: it has nothing to take back, or a headline was drawn since.
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
            self._page.write([self._voice.say("plain.back.refused")])
            return Settled.REFUSED
        return self._take(by, answer)

    # ------------------------------------------------------------------ who

    def _person(self, name: str) -> int:
        """The side of a name; if there is none, of the person who decided last."""
        match, voice = self._match, self._voice
        if not name:
            last = self._last()
            return match.state.side if last is None else last
        for number, side in enumerate(voice.scenario.sides):
            if name.casefold() in (side.id, side.short.casefold(), side.name.casefold()):
                if match.seats[number] != HUMAN:
                    raise UnclearError(
                        voice.say("plain.back.no_person", side=voice.named_first(number))
                    )
                return number
        known = voice.one_of(side.id for side in voice.scenario.sides)
        raise UnclearError(voice.say("plain.back.no_side", name=shown(name), known=known))

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
        voice = self._voice
        asking, asked = voice.named_first(by), voice.side(1 - by)
        words, goal = self._words(by), voice.scenario.sides[by].goal_short
        self._page.write([voice.say("plain.back.asks", side=asking, decision=words)])
        while True:
            said = self._page.ask(
                voice.say("plain.back.answer", side=asked, most=HIGHEST_PRICE, goal=goal)
            )
            if said is None or said.lower() in LEAVING:
                return None
            if said.lower() in HELP:
                self._page.write([voice.say("plain.back.help", side=voice.named(by), goal=goal)])
                continue
            *lead, word = said.lower().split() or [""]
            word = word if lead in ([], ["for"], ["accept", "for"]) else ""
            if word in _YES:
                return 0
            if word in _NO:
                return -1
            if word.isascii() and word.isdigit() and 1 <= int(word[:9]) <= HIGHEST_PRICE:
                return self._agreed(by, int(word))
            self._page.write([no_answer(voice.messages, said)])

    def _agreed(self, by: int, price: int) -> int | None:
        """The price, if whoever pays it wants to."""
        voice = self._voice
        question = voice.say(
            "plain.back.costs",
            side=voice.side(by),
            price=price,
            goal=voice.scenario.sides[by].goal_short,
        )
        while True:
            said = self._page.ask(question)
            if said is None or said.lower() in LEAVING:
                return None
            if said.lower() in _YES:
                return price
            if said.lower() in _NO:
                return -1

    def _take(self, by: int, price: int) -> Settled:
        match, voice = self._match, self._voice
        words, left = self._words(by), match.tree.current
        known = [len(each) for each in match.consequences]
        take_back_choice(match, by, price)
        last = len(match.decisions) - 1
        paid = tell(voice, match.consequences[last][known[last] :])
        told = [voice.say("story.changed", change=each.sentence) for each in paid]
        self._page.write(
            [
                voice.say("plain.back.taken", decision=words, line=left),
                *(f"  {each}" for each in told),
            ]
        )
        return Settled.TAKEN

    def _words(self, by: int) -> str:
        """What a side would take back."""
        match = self._match
        ply = last_choice(match, by)
        assert ply is not None  # the match has accepted that the side asks
        return say_decision(self._voice, match.states[ply], match.decisions[ply])
