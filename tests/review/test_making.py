"""A review is made of what is known, and nothing is found out twice."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.opponents.search import Alone, CancelledSearchError, Progress, Task
from game.opponents.thought import Analysis
from game.review.chain import Review
from game.review.evaluations import stages
from game.review.evaluator import ReviewProgress
from game.review.kept import Findings
from game.review.making import compared, make_review
from game.rules import NOBODY, Rulebook
from tests.examples import examples
from tests.opponents.tiny import tiny
from tests.review.played import random_line

BOOK = Rulebook(tiny(2))
LINE = random_line(BOOK, 3)


class Counting(Alone):
    """Counts what it is asked; after so many questions nobody wants an answer any more."""

    def __init__(self, most: int = 10**9) -> None:
        super().__init__()
        self.asked = 0
        self.most = most

    def think(self, book: Rulebook, task: Task, progress: Progress) -> Analysis:
        self.asked += 1
        if self.asked > self.most:
            progress.cancel()
        return super().think(book, task, progress)


def test_what_is_known_is_not_found_out_again() -> None:
    """The second time nothing is asked, and the review is the same."""
    findings = Findings()
    first = make_review(LINE, findings, 12)
    thinker = Counting()
    assert make_review(LINE, findings, 12, thinker=thinker) == first
    assert thinker.asked == 0
    make_review(LINE, findings, 13, thinker=thinker)
    assert thinker.asked > 0


@pytest.mark.parametrize("percent", [0, 20, 99])
def test_what_was_broken_off_goes_on_from_there(percent: int) -> None:
    """Wherever that was, also while the game is played on; nothing that was found is lost."""
    whole = Counting()
    expected = make_review(LINE, Findings(), 12, thinker=whole)
    findings = Findings()
    with pytest.raises(CancelledSearchError):
        make_review(LINE, findings, 12, thinker=Counting(whole.asked * percent // 100))
    later = Counting()
    assert make_review(LINE, findings, 12, thinker=later) == expected
    assert later.asked < whole.asked or not percent


def test_every_look_is_told_and_progress_ends_where_it_should() -> None:
    told: list[Review] = []
    progress = ReviewProgress()
    made = make_review(LINE, Findings(), 12, told=told.append, progress=progress)
    assert tuple(each.budget for each in told) == stages(12)
    assert told[-1] == made.review
    assert progress.done == progress.playouts > 0


@examples(8)
@given(st.integers(0, 99), st.integers(0, 20), st.sampled_from((0, 2)))
def test_from_any_position_on_what_is_left_of_luck_adds_up(seed: int, ply: int, price: int) -> None:
    """What the position was worth, and all that was not luck from there on."""
    line = random_line(BOOK, seed, price=price)
    ply = min(ply, len(line.decisions))
    made = make_review(line, Findings(), 2, plane=ply)
    later = [step for step in made.review.steps if step.ply >= ply]
    first = later[0].ply if later else len(line.decisions)
    for side in (0, 1):
        expected = made.begun[side] + sum(
            step.gap[side] + (step.delta[side] if step.side != NOBODY else 0) for step in later
        )
        expected += sum(each.delta[side] for each in made.review.taken_back if each.ply > first)
        assert made.without_luck[side] == expected
    assert made.reachable is not None
    assert made.reachable.ply == made.plane_ply == ply


def test_a_forged_number_is_found_by_finding_it_out_anew() -> None:
    findings, anew = Findings(), Findings()
    make_review(LINE, findings, 4)
    make_review(LINE, anew, 4)
    assert compared(findings, anew).differ == 0
    budget, first = next(iter(findings.evaluations))
    findings.evaluations.add(budget, evolve(first, picks=((1, 1),)))
    key, way = next(iter(findings.ways.items()))
    findings.ways[key] = evolve(way, searched=())
    proof = compared(findings, anew)
    assert (proof.differ, proof.count) == (2, len(anew))
