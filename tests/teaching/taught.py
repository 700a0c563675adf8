"""Lessons played without an app: by a plan of the learner, and by chance."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable

from game.match import Match
from game.opponents import Opponent, opponent
from game.review.asked import game_of
from game.rules import Decision
from game.scenario.lesson import Lesson
from game.scenario.lessons import lesson, lesson_ids
from game.teaching.begin import opened_lesson
from game.teaching.tutor import Lecture, Tutor

LESSONS = tuple(lesson(name) for name in lesson_ids())
MOST = 300
"""No lesson takes so many decisions."""

Choose = Callable[[Match], Decision]


def opposite(taught: Lesson, match: Match) -> Opponent:
    """Who sits opposite the learner."""
    found = opponent(
        taught.opposite, seed=taught.seed, scenario=match.scenario, known=match.character
    )
    assert found is not None
    return found


def planned(wishes: Iterable[str]) -> Choose:
    """Takes the first wish that is legal; each once if it names something, else again and again.

    What is not foreseen is let pass.
    """
    left = list(wishes)

    def choose(match: Match) -> Decision:
        legal = {each.text: each for each in match.legal()}
        for wish in left:
            found = [
                text for text in legal if text == wish or text.startswith((f"{wish}/", f"{wish}:"))
            ]
            if found:
                if ":" in wish:
                    left.remove(wish)
                return legal[found[0]]
        for plain in ("yield", "concede", "accept", "stop", "consult"):
            if plain in legal:
                return legal[plain]
        return match.legal()[0]

    return choose


def by_chance(seed: int) -> Choose:
    """Whatever is legal."""
    pick = random.Random(seed)
    return lambda match: pick.choice(match.legal())


def play(
    taught: Lesson, choose: Choose, other: Choose | None = None
) -> tuple[Match, Tutor, list[Lecture]]:
    """Play a lesson to its end."""
    match = opened_lesson(taught)
    tutor = Tutor(taught, match)
    sits = opposite(taught, match)
    said: list[Lecture] = []
    for _ in range(MOST):
        if tutor.over:
            return match, tutor, said
        if match.who() == taught.learner:
            match.decide(choose(match))
        elif other is not None:
            match.decide(other(match))
        else:
            match.decide(sits.choose(game_of(match.tree.variation)).decision)
        said += tutor.hear()
    raise AssertionError(f"{taught.id} never ends")
