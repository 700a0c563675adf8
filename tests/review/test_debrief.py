"""What there is to talk about after a game is what happened in it."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from game.match import Timeline
from game.review.chain import review
from game.review.debrief import debrief
from game.review.discussions import QUESTIONS, Topic
from game.review.ladder_story import ladder_story
from game.rules import Kind, Phase, Rulebook, What, verdict
from tests.books import rulebook
from tests.examples import examples
from tests.opponents.tiny import tiny
from tests.review.played import random_line

TINY = Rulebook(tiny(2))
SHIPPED = rulebook()
CARRYING = (Kind.ACCEPT, Kind.YIELD, Kind.CONCEDE)
FAILING = (Kind.DECLINE, Kind.WALK_OUT, Kind.WITHDRAW)

lines = st.builds(random_line, st.just(SHIPPED), st.integers(0, 9999), st.integers(0, 60))


@examples(10)
@given(lines)
def test_what_came_first_is_found_by_what_was_decided(line: Timeline) -> None:
    """The first decision that lets a motion pass, and the first that makes one fail."""
    story = ladder_story(line)
    kinds = [each.kind for each in line.decisions]
    carried = next((ply for ply, kind in enumerate(kinds) if kind in CARRYING), None)
    failed = next((ply for ply, kind in enumerate(kinds) if kind in FAILING), None)
    assert carried == (None if story.carried is None else story.carried.ply)
    assert failed == (None if story.failed is None else story.failed.ply)
    first = min((ply for ply in (carried, failed) if ply is not None), default=None)
    assert story.cart_first is (failed is not None and first == failed)


@examples(10)
@given(lines)
def test_the_chain_counts_each_motion_once(line: Timeline) -> None:
    """Those that were carried in play, by tier; and a tier that is closed can be opened again."""
    book, chain = line.book, ladder_story(line).chain
    carried = [
        each.subject for found in line.consequences for each in found if each.what is What.CARRIED
    ]
    assert sum(chain.carried) == len(carried)
    tiers = {motion.id: motion.tier for motion in book.scenario.motions}
    assert chain.highest == max((tiers[each] for each in carried), default=0)
    assert all(carried <= of for carried, of in zip(chain.carried, chain.of, strict=True))
    assert set(chain.closed) <= {state.round for state in line.states}
    assert not chain.closed_at_end or line.state.round in chain.closed


@examples(8)
@given(st.integers(0, 9999), st.sampled_from((0, 3, 1000)))
def test_both_sides_are_told_what_they_have_and_what_it_is_made_of(seed: int, most: int) -> None:
    """The sum of a review, seen from each side; three questions about three things."""
    line = random_line(TINY, seed, most)
    found = debrief(line, review(line, 2), Fraction(200))
    for each in found.sides:
        parts = (each.start, each.luck, each.own, each.others, each.gap, each.taken_back)
        assert sum(parts) == each.end
        assert each.spent >= 0
        assert all(part.amount > 0 for part in each.gained)
        assert all(part.amount < 0 for part in each.lost)
        if line.state.phase is Phase.END and verdict(TINY, line.state).margins is not None:
            assert each.final == verdict(TINY, line.state).final[each.side]
    topics = [each.topic for each in found.questions]
    assert len(set(topics)) == len(topics) == QUESTIONS
    assert (Topic.LEFT in topics) is (line.state.phase is Phase.END)


@examples(12)
@given(st.integers(0, 9999))
def test_how_a_game_ended_is_asked_about_first(seed: int) -> None:
    """That all was lost, or that one side succeeded without the other."""
    line = random_line(TINY, seed)
    end = verdict(TINY, line.state)
    topics = [each.topic for each in debrief(line, review(line, 1)).questions]
    assert (topics[0] is Topic.COLLAPSE) is bool(end.collapsed)
    alone = not end.collapsed and end.succeeds(0) != end.succeeds(1)
    assert (topics[0] is Topic.ALONE) is alone


def test_a_game_in_which_nothing_happened_has_three_questions() -> None:
    """They are about both sides, not about a decision."""
    line = random_line(TINY, 1, 0)
    found = debrief(line, review(line, 1))
    assert [each.ply for each in found.questions] == [-1] * QUESTIONS
