"""A match played in lines: the position, numbered choices, an answer, and what came of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from enum import Enum
from pathlib import Path
from typing import Final

from game.match import HUMAN, Match, MatchError
from game.match.writing import keep_in
from game.opponents import Opponent
from game.plain.choices import Offer, certain, offer
from game.plain.counsel import explained, hint
from game.plain.page import Page
from game.plain.position import asked, debate, hand, position
from game.plain.story import outcome, said, story
from game.plain.takeback import Settled, TakeBack
from game.plain.variations import heading, variations
from game.review.asked import game_of
from game.review.coach import LEVEL
from game.review.explain import brief
from game.review.words import say_reason
from game.rules import Decision, Phase, why_not
from game.telling.primer import primer
from game.telling.voice import Voice
from game.text import clean, shown

Holding = Callable[[], AbstractContextManager[None]]
"""What guards a change of the match from being cut short while it is written."""

Seating = Callable[[str], Opponent | None]
"""Who sits in a seat of this name; nothing for a person."""

HELP: Final = (
    "Answer with the number of a choice, or with one of these:",
    "?N: what choice N will certainly do, and what may come of it, for example ?1.",
    "all: also what cannot be chosen now, and why.",
    "look: the whole position.",
    "story: everything that has happened so far.",
    "rules: the game in a page.",
    "back: take the last decision back; between two people, if the other one agrees.",
    "back SIDE: likewise, the last decision of a side, by its id.",
    "comment TEXT: keep a comment on this position. Without a text: show the one there.",
    "branch N: play on from the position after N decisions; this line stays as a variation.",
    "variations: the lines of play that there are. go N: play on in another one.",
    "ask: the opponent that decided last says why, and what would change its mind.",
    "hint: a coach names the best few choices, with what they gain, risk and cost the other side.",
    "save as FOLDER: keep the match in another folder from now on.",
    "quit: leave. The match is kept and can be resumed. The end of the input does the same.",
    "A decision can also be named as saves write it, for example consult.",
)


_KEEP: Final = "Answer save as FOLDER to keep it there."

_LEAVE: Final = ("quit", "q", "exit")


class Away(Enum):
    """An answer after which the position in front is another one, or none."""

    LEFT = "left"
    ELSEWHERE = "elsewhere"


class PlainGame:
    """Plays a match on a page, up to its end or until the person leaves.

    Args:
        match: the match.
        seating: who answers in the seat of a side.
        page: where lines go and answers come from.
        holding: what guards each change of the match.

    Raises:
        SeatError: nobody knows who sits in a seat of the match.
    """

    def __init__(self, match: Match, seating: Seating, page: Page, holding: Holding) -> None:
        self.match = match
        self._voice = Voice(match.book)
        self._seating = seating
        self._page = page
        match.holding = holding
        self._take_back = TakeBack(match, page)
        self._told = 0
        self._moves = len(match.moves)
        self._trouble: str | None = None
        self._sit()
        self._attended = None in self._opponents
        """A person is there, who may want to go back when a line is over."""

    def begin(self) -> bool:
        """Tell how it all begins, then play; whether the game was played to its end."""
        scenario = self.match.scenario
        opening = scenario.opening.split("\n\n")
        self._page.write([scenario.title, *opening, "Type rules for the game in a page."])
        return self._play()

    def resume(self) -> bool:
        """Tell what happened since the person in front last decided, then play on."""
        match = self.match
        self._told, words = self._missed()
        self._page.write([match.scenario.title, *([words] if match.decisions else [])])
        return self._play()

    def _missed(self) -> tuple[int, str]:
        """From which decision on somebody who comes back wants to be told, and in what words."""
        match = self.match
        last = len(match.decisions) - 1
        states = match.states
        if match.over:
            decided = [place for place in range(last + 1) if states[place].phase != Phase.DRAW]
            return (decided[-1] if decided else 0), "The end:"
        side = match.state.side
        if match.seats[side] != HUMAN and match.seats[1 - side] == HUMAN:
            side = 1 - side
        own = [place for place in range(last + 1) if states[place].side == side]
        if not own:
            return 0, "So far:"
        name = match.scenario.sides[side].name
        if own[-1] == last:
            return last, f"What {name} decided last:"
        return own[-1] + 1, f"Since {name} last decided:"

    def _sit(self) -> None:
        """Seat whoever plays the present variation."""
        match = self.match
        self._opponents = tuple(self._seating(seat) for seat in match.seats)
        first, second = (
            (match.header.names[side] or seat) if seat == HUMAN else seat
            for side, seat in enumerate(match.seats)
        )
        self._seats = (first, second)

    def _play(self) -> bool:
        match = self.match
        self._tell()
        while True:
            self._tell_of_the_save()
            if match.tree.asked is not None and not match.read_only:
                if self._settled(self._take_back.settle()) is Away.LEFT and self._may_leave():
                    return False
                continue
            if match.over:
                self._page.write(outcome(self._voice, match.tree.timeline))
                if match.read_only or not self._attended:
                    return True
                if self._hear() is Away.LEFT and self._may_leave():
                    return True
                continue
            opponent = self._opponents[match.state.side]
            if opponent is not None:
                game = game_of(match.tree.variation)
                answer = opponent.choose(game)
                self._decide(answer.decision, answer.reason or brief(game, answer.thought))
                continue
            heard = self._hear()
            if heard is Away.LEFT and self._may_leave():
                return False
            if isinstance(heard, Decision):
                self._decide(heard, "")

    def _decide(self, decision: Decision, reason: str) -> None:
        self.match.decide(decision, reason=reason)
        self._tell()

    def _tell(self) -> None:
        """Tell what has happened since the last time, and whether it is still being saved."""
        match = self.match
        self._page.write(story(self._voice, match.tree.timeline, self._told))
        self._told = len(match.decisions)
        self._tell_of_the_save()

    def _tell_of_the_save(self) -> None:
        """Tell whether the match is still being saved, and where if it is another place."""
        match = self.match
        self._page.write(match.moves[self._moves :])
        self._moves = len(match.moves)
        if match.trouble != self._trouble:
            self._trouble = match.trouble
            if match.trouble:
                self._page.write([f"Not saved: {match.trouble}"])
                self._page.write([] if match.read_only else [_KEEP])

    # ------------------------------------------------------------------ answers

    def _hear(self) -> Decision | Away:
        """Ask until a person has decided, has left, or has gone to another position."""
        on_offer = offer(self.match.book, self.match.state)
        question = "The game is over: back, branch N, go N, variations, help, or quit:"
        if not self.match.over:
            question = f"Choose {on_offer.range}, or help:"
            self._look()
            self._page.write(self._options(on_offer))
        while True:
            answer = self._page.ask(question)
            if answer is None or answer.lower() in _LEAVE:
                return Away.LEFT
            if choice := on_offer.find(answer.lower()):
                return choice.decision
            try:
                away = self._go_away(answer)
            except MatchError as error:
                self._page.write([f"{_capital(str(error)).rstrip('.')}."])
                continue
            if away is not None:
                return away
            self._page.write(self._reply(on_offer, answer))
            self._tell_of_the_save()

    def _reply(self, on_offer: Offer, answer: str) -> Iterable[str]:
        """What is said to an answer that decides nothing."""
        book, state = self.match.book, self.match.state
        word = answer.lower()
        match word.partition(" ")[0]:
            case "help" | "h":
                return HELP
            case "all" if on_offer.closed:
                return [*on_offer.lines, "Closed now:", *on_offer.closed]
            case "all":
                return [*on_offer.lines, "Nothing is closed."]
            case "look":
                return [asked(book, state, self._seats), *position(book, state), *on_offer.lines]
            case "story":
                return story(self._voice, self.match.tree.timeline)
            case "rules":
                return [rule.sentence for rule in primer(self._voice)]
            case "variations":
                return variations(self.match)
            case "ask":
                sitting = enumerate(self._opponents)
                return explained(self.match, {side: each for side, each in sitting if each})
            case "hint":
                return self._hint()
            case "save":
                return self._save(answer)
            case "comment":
                return self._comment(answer.partition(" ")[2].strip())
        if word == "?":
            return HELP
        if word.startswith("?") and (choice := on_offer.find(word[1:].strip())):
            return certain(book, state, choice)
        named = book.decisions.get(word.removeprefix("?").strip())
        if named is not None:
            reasons = "; ".join(say_reason(book, each) for each in why_not(book, state, named))
            return [f"{named} cannot be chosen: {reasons}."]
        what = f"{shown(answer)} is not a choice." if answer else "Nothing was chosen."
        return [f"{what} Answer {f'{on_offer.range}, or help' if on_offer.choices else 'help'}."]

    def _hint(self) -> Iterable[str]:
        coach = self._seating(LEVEL)
        assert coach is not None  # no person has this name
        return ["The game is over."] if self.match.over else hint(self.match, coach)

    def _comment(self, text: str) -> Iterable[str]:
        match = self.match
        ply = len(match.decisions)
        if not text:
            found = match.tree.comment(match.tree.current, ply)
            return (
                said(self._voice, found)
                if found
                else ["There is no comment here. Write comment and a text."]
            )
        by = "" if match.over else match.scenario.sides[match.state.side].short
        try:
            match.comment(ply, text, by=by)
        except MatchError as error:
            return [f"{_capital(str(error))}."]
        kept = "Noted, but not saved" if match.trouble else "Kept"
        return [f"{kept}, for the position after {ply} decisions."]

    # ------------------------------------------------------------------ keeping it elsewhere

    def _save(self, answer: str) -> Iterable[str]:
        """Keep the match in another folder, as the answer says."""
        folder = _folder(answer)
        if not folder:
            return ["Write save as, and the folder that the match is to be kept in."]
        try:
            # Names of people who are not there stay as they are.
            keep_in(Path(os.path.expanduser(folder)), self.match)  # noqa: PTH111
        except MatchError as error:
            return [f"{_capital(str(error)).rstrip('.')}."]
        journal = self.match.journal
        assert journal is not None  # it was just kept
        return [f"The match is kept as {journal.where} from now on."]

    def _may_leave(self) -> bool:
        """Whether whoever wants to leave can do so: they are asked if anything would be lost."""
        match = self.match
        while match.trouble and not match.read_only:
            answer = self._page.ask(
                "The match is not saved and will be lost. "
                "Answer save as FOLDER, leave to lose it, or stay:"
            )
            if answer is None or answer.lower() in (*_LEAVE, "leave"):
                return True
            if answer.lower() == "stay":
                return False
            if _folder(answer) is None:
                said = shown(answer) if answer else "Nothing"
                self._page.write([f"{said} is no answer to that."])
            else:
                self._page.write(self._save(answer))
        return True

    # ------------------------------------------------------------------ other lines of play

    def _go_away(self, answer: str) -> Away | None:
        """Follow an answer that leads to another position; nothing if it does not.

        Raises:
            MatchError: there is no such position.
        """
        word, _, rest = answer.lower().partition(" ")
        match word:
            case "back":
                return self._settled(self._take_back.ask(rest.strip()))
            case "branch":
                at, of = _numbers(rest, "branch N", self.match.tree.current)
                return self._moved(at, lambda: self.match.branch(at, variation=of))
            case "go":
                number, _ = _numbers(rest, "go N", 0)
                lines = self.match.tree.variations
                told = len(lines[number].timeline.decisions) if number < len(lines) else 0
                return self._moved(told, lambda: self.match.go(number))
        return None

    def _moved(self, told: int, go: Callable[[], object]) -> Away:
        """Go to another variation, of which so many decisions need not be told."""
        go()
        self._sit()
        self._told = told
        self._page.write([f"Variation {heading(self.match, self.match.tree.variation)}."])
        self._tell()
        return Away.ELSEWHERE

    def _settled(self, how: Settled) -> Away:
        if how is Settled.LEFT:
            return Away.LEFT
        self._told = len(self.match.decisions)
        return Away.ELSEWHERE

    # ------------------------------------------------------------------ what is in front

    def _look(self) -> None:
        """The position, whole before a turn; in a debate only what the debate is about."""
        book, state = self.match.book, self.match.state
        if state.phase in (Phase.TURN, Phase.EVENT):
            lines = list(position(book, state))
        else:
            lines = [
                *debate(book, state),
                f"{book.scenario.sides[state.side].name}, arguments:",
                *hand(book, state, state.side),
            ]
        self._page.write(["", *lines, asked(book, state, self._seats)])

    def _options(self, on_offer: Offer) -> list[str]:
        hidden = len(on_offer.closed)
        more = [f"{hidden} more are closed now: all lists them with the reason."] if hidden else []
        return [*on_offer.lines, *more]


def _folder(answer: str) -> str | None:
    """The folder that an answer wants the match to be kept in; nothing if it is about others."""
    words = answer.split(maxsplit=2)
    if [each.lower() for each in words[:2]] != ["save", "as"]:
        return None
    return clean(words[2]).strip() if len(words) > 2 else ""


def _numbers(words: str, usage: str, default: int) -> tuple[int, int]:
    """One number, and perhaps another one.

    Raises:
        MatchError: that is not what stands there.
    """
    found = words.split()
    if not 1 <= len(found) <= 2 or not all(each.isascii() and each.isdigit() for each in found):
        raise MatchError(f"write {usage}, with a number from 0")
    first, second = (*(int(each[:9]) for each in found), default)[:2]
    return first, second


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
