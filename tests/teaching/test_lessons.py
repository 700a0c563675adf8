"""Every lesson that ships can be played to its end, whatever is done in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match import Library, Match
from game.scenario.lesson import Lesson
from game.scenario.lessons import lesson_text, lessons
from game.teaching.begin import begin_lesson, check_lesson_text, opened_lesson
from game.teaching.marks import Headway, marks
from game.teaching.tutor import Tutor
from tests.examples import examples
from tests.teaching.plans import PLANS
from tests.teaching.taught import LESSONS, by_chance, planned, play

IDS = [each.id for each in LESSONS]
each_lesson = pytest.mark.parametrize("taught", LESSONS, ids=IDS)


def test_lessons_come_in_their_order() -> None:
    places = [each.lesson.place for each in lessons() if each.lesson is not None]
    assert places == list(range(1, len(LESSONS) + 1))


@each_lesson
def test_a_lesson_that_ships_has_no_fault(taught: Lesson) -> None:
    assert check_lesson_text(*lesson_text(taught.id)) == ()


@each_lesson
def test_a_lesson_can_be_done_step_by_step(taught: Lesson) -> None:
    """Against whoever sits opposite, by one plan; and each step is answered when it is done."""
    _, tutor, said = play(taught, planned(PLANS[taught.id]))
    assert [step.id for step, done in tutor.steps if not done] == []
    told = [each.step.id for each in said if each.step is not None]
    assert sorted(told) == sorted(step.id for step in taught.steps)


@each_lesson
def test_a_lesson_that_is_played_badly_ends_all_the_same(taught: Lesson) -> None:
    """By whoever always goes home, and by whoever refuses everything."""
    for wishes in (["consult"], ["decline", "withdraw", "walk_out", "consult"]):
        match, tutor, _ = play(taught, planned(wishes))
        assert tutor.over
        assert match.over or match.state.round == taught.end.after_round + 1 or taught.end.when


@given(st.sampled_from(LESSONS), st.integers(0, 2**32))
@examples(25)
def test_a_lesson_is_never_stuck(taught: Lesson, seed: int) -> None:
    """Both sides at random: it ends, and what was said is said again to nobody who comes back."""
    match, tutor, said = play(taught, by_chance(seed), by_chance(seed + 1))
    assert tutor.over
    assert not tutor.free
    assert tutor.hear() == ()
    again = Tutor(taught, match)
    assert again.steps == tutor.steps
    assert again.hear() == ()
    assert len({each.text for each in said}) == len(said)


def test_a_step_that_was_done_stays_done_when_it_is_taken_back() -> None:
    """Whoever takes back has learnt it all the same, and is told once."""
    taught = LESSONS[IDS.index("motion")]
    match = opened_lesson(taught)
    tutor = Tutor(taught, match)
    learner = match.book.side_ids.index(taught.learner)
    match.decide("table:train/enemy")
    assert [each.step and each.step.id for each in tutor.hear()] == ["table"]
    match.take_back(learner)
    match.decide("table:review/fruit")
    assert tutor.hear() == ()
    assert tutor.steps[0][1]


def test_a_lesson_is_taken_up_where_it_was_left(tmp_path: Path) -> None:
    """Its save is one like any other; that it is a lesson stands in its first line."""
    kept = Library(tmp_path, shipped=tmp_path / "none")
    good = {each.id: each for each in LESSONS}
    assert {each.mark for each in marks(kept, good).values()} == {Headway.NEW}
    match = begin_lesson("motion", kept)
    match.decide("table:train/enemy")
    match.close()
    path = kept.find("lesson-motion")
    found = marks(kept, good)["motion"]
    assert (found.mark, found.save) == (Headway.BEGUN, path)
    opened = Match.open(path)
    assert opened.header.lesson == "motion"
    tutor = Tutor(good["motion"], opened)
    assert tutor.step is not None
    assert tutor.step.id == "answer"
    assert not tutor.untouched
    opened.close()


def test_a_lesson_that_is_over_is_done_and_can_be_begun_anew(tmp_path: Path) -> None:
    kept = Library(tmp_path, shipped=tmp_path / "none")
    good = {each.id: each for each in LESSONS}
    match, _, _ = play(good["motion"], planned(["consult"]))
    match.save_as(kept.create("lesson-motion"))
    match.close()
    found = marks(kept, good)["motion"]
    assert (found.mark, found.save) == (Headway.DONE, None)
    again = begin_lesson("motion", kept)
    again.close()
    found = marks(kept, good)["motion"]
    assert (found.mark, found.save) == (Headway.DONE, kept.find("lesson-motion-2"))


def test_saves_that_are_no_lessons_or_damaged_count_for_nothing(tmp_path: Path) -> None:
    kept = Library(tmp_path, shipped=tmp_path / "none")
    (tmp_path / "lesson-broken.jsonl").write_bytes(b"\x00\xff" * 50)
    (tmp_path / "lesson-motion.jsonl").write_text("{}\n")
    assert marks(kept, {each.id: each for each in LESSONS})["motion"].mark is Headway.NEW


def test_who_plays_on_after_the_end_is_left_alone() -> None:
    """Opened anew, the match goes on without the lesson."""
    match, tutor, _ = play(LESSONS[IDS.index("motion")], planned(["consult"]))
    assert not Tutor(tutor.lesson, match).free
    match.decide(match.legal()[0])
    assert match.over or Tutor(tutor.lesson, match).free
