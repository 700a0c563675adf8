"""A match played in lines: the position, numbered choices, an answer, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Final

from game.match import Match
from game.opponents import Game, Opponent
from game.plain.choices import Offer, certain, offer
from game.plain.page import Page
from game.plain.position import asked, debate, hand, position
from game.plain.story import outcome, story
from game.review.primer import primer
from game.review.words import say_reason
from game.rules import Decision, Phase, why_not
from game.scenario.text import shown

Opponents = tuple[Opponent | None, Opponent | None]
"""Per side the opponent that plays it; nothing for a person."""

Holding = Callable[[], AbstractContextManager[None]]
"""What guards a decision from being cut short while it is taken and written."""

HELP: Final = (
    "Answer with the number of a choice, or with one of these:",
    "?N: what choice N will certainly do, and what may come of it, for example ?1.",
    "all: also what cannot be chosen now, and why.",
    "look: the whole position.",
    "story: everything that has happened so far.",
    "rules: the game in a page.",
    "quit: leave. The match is kept and can be resumed. The end of the input does the same.",
    "A decision can also be named as saves write it, for example consult.",
)


class PlainGame:
    """Plays a match on a page, up to its end or until the person leaves.

    Args:
        match: the match.
        opponents: who answers for which side.
        page: where lines go and answers come from.
        holding: what guards each decision.
    """

    def __init__(self, match: Match, opponents: Opponents, page: Page, holding: Holding) -> None:
        self.match = match
        self._opponents = opponents
        self._page = page
        self._holding = holding
        self._told = 0
        self._trouble: str | None = None
        self._seats = (self._seat(0), self._seat(1))

    def begin(self) -> bool:
        """Tell how it all begins, then play; whether the game was played to its end."""
        scenario = self.match.scenario
        opening = scenario.opening.split("\n\n")
        self._page.write([scenario.title, *opening, "Type rules for the game in a page."])
        return self._play()

    def resume(self) -> bool:
        """Tell the last decision and what followed, then play on, as ``begin``."""
        states = self.match.states
        decided = [place for place, state in enumerate(states[:-1]) if state.phase != Phase.DRAW]
        self._told = decided[-1] if decided else 0
        self._page.write([self.match.scenario.title])
        return self._play()

    def _play(self) -> bool:
        match = self.match
        self._tell()
        while not match.over:
            opponent = self._opponents[match.state.side]
            if opponent is None:
                decision = self._hear()
                if decision is None:
                    return False
                self._decide(decision, "")
            else:
                history = tuple(zip(match.states, match.decisions, strict=False))
                answer = opponent.choose(Game(match.book, match.state, history))
                self._decide(answer.decision, answer.reason)
        self._page.write(outcome(match.book, match.state))
        return True

    def _decide(self, decision: Decision, reason: str) -> None:
        with self._holding():
            self.match.decide(decision, reason=reason)
        self._tell()

    def _tell(self) -> None:
        """Tell what has happened since the last time, and whether it is still being saved."""
        match = self.match
        self._page.write(story(match, self._told))
        self._told = len(match.decisions)
        if match.trouble != self._trouble:
            self._trouble = match.trouble
            self._page.write([f"Not saved: {match.trouble}"] if match.trouble else [])

    def _hear(self) -> Decision | None:
        """Ask until a person has decided; nothing if the person leaves."""
        book, state = self.match.book, self.match.state
        on_offer = offer(book, state)
        self._look()
        self._page.write(self._options(on_offer))
        while True:
            answer = self._page.ask(f"Choose {on_offer.range}, or help:")
            if answer is None or answer.lower() in ("quit", "q", "exit"):
                return None
            if choice := on_offer.find(answer.lower()):
                return choice.decision
            self._page.write(self._reply(on_offer, answer))

    def _reply(self, on_offer: Offer, answer: str) -> list[str]:
        """What is said to an answer that decides nothing."""
        book, state = self.match.book, self.match.state
        word = answer.lower()
        if word in ("help", "?", "h"):
            return list(HELP)
        if word == "all":
            closed = (
                ["Closed now:", *on_offer.closed] if on_offer.closed else ["Nothing is closed."]
            )
            return [*on_offer.lines, *closed]
        if word == "look":
            return [asked(book, state, self._seats), *position(book, state), *on_offer.lines]
        if word == "story":
            return list(story(self.match))
        if word == "rules":
            return [f"{rule.title}. {rule.text}" for rule in primer(self.match.scenario)]
        if word.startswith("?") and (choice := on_offer.find(word[1:].strip())):
            return list(certain(book, state, choice))
        named = book.decisions.get(word.removeprefix("?").strip())
        if named is not None:
            reasons = "; ".join(say_reason(book, each) for each in why_not(book, state, named))
            return [f"{named} cannot be chosen: {reasons}."]
        what = f"{shown(answer)} is not a choice." if answer else "Nothing was chosen."
        return [f"{what} Answer {on_offer.range}, or help."]

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

    def _seat(self, side: int) -> str:
        return self.match.header.names[side] or self.match.seats[side]
