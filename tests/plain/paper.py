"""A page on which a test writes the answers beforehand and reads the lines afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import nullcontext
from functools import partial

from game.match import Match
from game.opponents import opponent
from game.plain import PlainGame
from game.scenario import read_text
from tests.books import RULES_3

TEXT, WHERE = read_text(RULES_3)


class Paper:
    """Answers with what was written beforehand; the input ends after it."""

    def __init__(self, answers: Iterable[str] = ()) -> None:
        self.lines: list[str] = []
        self._answers = iter(answers)
        self.asked = 0

    def write(self, lines: Iterable[str]) -> None:
        self.lines += lines

    def answer(self, lines: Iterable[str]) -> None:
        self.write(lines)

    def tell(self, lines: Iterable[str], *, choices: bool = False) -> None:
        self.write(lines)

    def untold(self, line: str) -> bool:
        return False

    def rest(self, *, whole: bool = False) -> bool:
        return True

    def ask(self, prompt: str) -> str | None:
        self.lines.append(prompt)
        self.asked += 1
        return next(self._answers, None)

    def text(self) -> str:
        return "\n".join(self.lines)


def fresh(
    seed: int = 7, seats: tuple[str, str] = ("human", "human"), variant: str | None = None
) -> Match:
    """A match in memory."""
    return Match.new(TEXT, WHERE, seats=seats, seed=seed, variant=variant, clock=lambda: "")


def played(match: Match, answers: Iterable[str] = ()) -> Paper:
    """The page of a match played from its start with these answers."""
    paper = Paper(answers)
    game(match, paper).begin()
    return paper


def game(match: Match, page: Paper) -> PlainGame:
    seating = partial(opponent, seed=match.seed, scenario=match.scenario)
    return PlainGame(match, seating, page, nullcontext)
