"""A mark stands if it does so at two looks; until the second one it may still change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.opponents.search import Alone, CancelledSearchError, Progress, Task
from game.opponents.thought import Analysis
from game.review.chain import Review, finest, review
from game.review.evaluations import AGAIN, Evaluations
from game.review.evaluator import Evaluator, ReviewProgress, Work
from game.review.glyphs import Glyph
from game.review.links import Links
from game.rules import Rulebook
from tests.examples import examples
from tests.opponents.tiny import tiny
from tests.review.played import random_line
from tests.review.test_glyphs import keeps_its_promises

TINY = Rulebook(tiny(3))
BUDGET = 12
SEEDS = st.integers(0, 10_000)


@contextmanager
def settling(budget: int = BUDGET) -> Iterator[None]:
    """Reviews with so many playouts, or more, settle their marks."""
    with ExitStack() as patched:
        for module in ("chain", "evaluations", "links"):
            patched.enter_context(patch(f"game.review.{module}.NORMAL", budget))
        yield


def glyphs(found: Review) -> dict[int, Glyph]:
    """By ply the marks of a review."""
    return {step.ply: step.mark.glyph for step in found.steps if step.mark is not None}


class Counting(Alone):
    """Notes what is asked; after so many questions nobody wants an answer any more."""

    def __init__(self, most: int = 10**9) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.most = most

    def think(self, book: Rulebook, task: Task, progress: Progress) -> Analysis:
        self.asked.append(task.seed)
        if len(self.asked) > self.most:
            progress.cancel()
        return super().think(book, task, progress)


@examples(8)
@given(SEEDS)
def test_who_is_praised_or_blamed_for_good_is_so_at_both_looks(seed: int) -> None:
    """The closer one says how much it is; all else of the review is the same."""
    line = random_line(TINY, seed)
    first = review(line, BUDGET)
    known = Evaluations()
    found = review(line, BUDGET, known=known, settles=True)
    assert first.provisional
    assert not found.provisional
    before = {step.ply: step.mark for step in first.steps}
    for step in found.steps:
        mark = before[step.ply]
        assert step.mark is None or (mark is not None and step.mark.good is mark.good)
    assert [step.delta for step in found.steps] == [step.delta for step in first.steps]
    assert all(step.mark is None or not step.mark.provisional for step in found.steps)
    links = Links(line, Evaluator(line.book, Alone(), known, ReviewProgress()))
    closer = {each.digest: each for budget, each in known if budget == AGAIN * BUDGET}
    for step in found.steps:
        if step.mark is not None and step.mark.instead is not None:
            assert step.mark.instead.evaluated == closer[step.mark.instead.evaluated.digest]
    assert links.settled(BUDGET)


@examples(6)
@given(SEEDS)
def test_a_better_line_keeps_its_promise_when_marks_are_settled(seed: int) -> None:
    with settling():
        keeps_its_promises(random_line(TINY, seed), BUDGET)


@examples(3)
@given(SEEDS)
def test_so_it_does_when_it_is_looked_longer_than_usual(seed: int) -> None:
    with settling(10):
        keeps_its_promises(random_line(TINY, seed), 40)


@pytest.mark.parametrize(
    ("seed", "ply", "mark", "anew"),
    [
        (70, 9, Glyph.MISSED_JOINT_GAIN, None),
        (1, 11, Glyph.BLUNDER, Glyph.MISSED_JOINT_GAIN),
    ],
)
def test_a_longer_look_leaves_a_mark_that_it_does_not_speak_against(
    seed: int, ply: int, mark: Glyph, anew: Glyph | None
) -> None:
    """Though by itself it would have given another one, or none."""
    line = random_line(TINY, seed)
    with settling(10):
        assert glyphs(review(line, 10))[ply] is mark
        assert glyphs(review(line, 40))[ply] is mark
    with settling(40):
        assert glyphs(review(line, 40)).get(ply) is anew


@pytest.mark.parametrize(("seed", "ply"), [(42, 5), (228, 10)])
def test_a_longer_look_takes_a_mark_back_that_it_speaks_against(seed: int, ply: int) -> None:
    line = random_line(TINY, seed)
    with settling(10):
        assert ply in glyphs(review(line, 10))
        assert ply not in glyphs(review(line, 40))


@pytest.mark.parametrize("seed", [0, 42])
def test_a_longer_review_is_the_same_if_it_goes_on_from_a_usual_one(seed: int) -> None:
    """Of which nothing is looked at twice."""
    line, known = random_line(TINY, seed), Evaluations()
    with settling(10):
        first, second, whole = Counting(), Counting(), Counting()
        review(line, 10, thinker=first, known=known)
        found = review(line, 40, thinker=second, known=known)
        assert found == review(line, 40, thinker=whole)
        assert sorted(first.asked + second.asked) == sorted(whole.asked)
        assert finest(line, known) == found


def test_a_mark_that_does_not_stand_at_the_second_look_is_not_given() -> None:
    line = random_line(TINY, 44)
    assert glyphs(review(line, 4))
    assert not glyphs(review(line, 4, settles=True))


@pytest.mark.parametrize("seed", [14, 19])
def test_marks_are_looked_at_again_where_that_was_broken_off(seed: int) -> None:
    """Meanwhile the review is provisional; nothing is looked at twice."""
    line = random_line(TINY, seed)
    with settling():
        whole = Counting()
        expected = review(line, BUDGET, thinker=whole)
        again = [each for each in whole.asked if each.endswith(f"/{AGAIN * BUDGET}")]
        assert len(again) > 1
        known, first = Evaluations(), Counting(len(whole.asked) - 1)
        with pytest.raises(CancelledSearchError):
            review(line, BUDGET, thinker=first, known=known)
        found = finest(line, known)
        assert found is not None
        assert (found.budget, found.provisional) == (BUDGET, True)
        second = Counting()
        assert review(line, BUDGET, thinker=second, known=known) == expected
        assert second.asked == whole.asked[-1:]
        assert finest(line, known) == expected


def test_who_waits_is_shown_what_may_still_change() -> None:
    """And told what is being done; what is done grows to the end."""
    line, progress = random_line(TINY, 14), ReviewProgress()
    shown: list[Review] = []
    work: list[Work] = []
    done: list[int] = []

    class Looking(Alone):
        def think(self, book: Rulebook, task: Task, now: Progress) -> Analysis:
            work.append(progress.work)
            done.append(progress.done)
            assert progress.done < progress.playouts
            return super().think(book, task, now)

    with settling():
        last = review(line, BUDGET, thinker=Looking(), progress=progress, told=shown.append)
    assert [(each.budget, each.provisional) for each in shown[-1:]] == [(BUDGET, True)]
    assert not last.provisional
    assert list(dict.fromkeys(work)) == [Work.LOOKING, Work.AGAIN]
    assert done == sorted(done)
    assert progress.done == progress.playouts
