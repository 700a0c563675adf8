"""The glyphs of a game of mixed motives: when each stands, and that it is true."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.match import Timeline
from game.review.chain import Review, review
from game.review.evaluations import (
    AGAIN,
    LEAST,
    MOST,
    NORMAL,
    Evaluated,
    Evaluations,
    caution,
)
from game.review.evaluator import Evaluator, ReviewProgress
from game.review.glyphs import GLYPHS, Case, Glyph, Mark, mark_of
from game.review.links import Links
from game.review.step import Step
from game.review.swing import MUCH, NOTABLE, Considered, Swing, for_itself, swing
from game.rules import NOBODY, Decision, Kind, Rulebook
from tests.books import rulebook
from tests.examples import examples
from tests.opponents.tiny import tiny
from tests.review.played import random_line, take

OWN, OTHER = 0, 1
SEEDS = st.integers(0, 10_000)


def worth(name: str, own: int, other: int, apart: int = 0) -> Considered:
    """A decision that is worth so much, with seeds that lie so far apart."""
    seeds = ((own, other), (own + apart, other + apart), (own - apart, other - apart))
    return Considered(Decision(name, Kind.ACT), Evaluated(name, seeds, ((own, other),)))


def case(
    played: Considered,
    *others: Considered,
    before: tuple[int, int] | None = None,
    after: tuple[int, int] | None = None,
) -> Case:
    """A decision of the first side among others; each step beside it has swung by so much."""
    every = (played, *others)
    best = max(every, key=lambda each: (each.evaluated.picked[OWN], each is played))
    earlier, later = (
        None if each is None else Swing((Fraction(each[0]), Fraction(each[1])), (0, 0))
        for each in (before, after)
    )
    return Case(OWN, played, best, others, earlier, later)


def marked(found: Case) -> Mark | None:
    every = (found.played, *found.others)
    return mark_of(
        found,
        lambda chosen: evolve(
            case(chosen, *(each for each in every if each is not chosen)), before=found.before
        ),
    )


def glyph(found: Case) -> Glyph | None:
    mark = marked(found)
    return None if mark is None else mark.glyph


TRUST = (40, -30)
"""What a step swings that gives the other side more than it costs its own."""


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (case(worth("x", 500, 300), worth("a", 490, 400), before=TRUST), Glyph.EXPLOITED_TRUST),
        (case(worth("x", 500, 300), worth("a", 490, 400)), Glyph.NEEDLESS_GRIEVANCE),
        (case(worth("x", 500, 300), worth("a", 470, 400)), None),
        (case(worth("x", 500, 300), worth("a", 490, 400), worth("b", 560, 250)), Glyph.BLUNDER),
        (case(worth("x", 400, 400), worth("a", 440, 440), after=(60, -10)), Glyph.BRINKMANSHIP),
        (case(worth("x", 400, 400), worth("a", 440, 440), after=(30, 0)), Glyph.MISSED_JOINT_GAIN),
        (case(worth("x", 400, 500), worth("a", 440, 440)), Glyph.COSTLY_SIGNAL),
        (case(worth("x", 400, 460), worth("a", 480, 440)), Glyph.BLUNDER),
        (case(worth("x", 400, 440), worth("a", 430, 440)), None),
        (case(worth("x", 500, 440), worth("a", 440, 520), worth("b", 430, 530)), Glyph.ONLY_MOVE),
        (case(worth("x", 500, 440), worth("a", 440, 520)), None),
        (
            case(worth("x", 500, 500), worth("a", 490, 480), worth("b", 470, 495)),
            Glyph.GOOD_FOR_BOTH,
        ),
        (case(worth("x", 500, 500), worth("a", 495, 460), worth("b", 490, 440)), None),
        (case(worth("x", 500, 500), worth("a", 499, 499), worth("b", 470, 495)), None),
    ],
)
def test_a_glyph_stands_where_its_conditions_hold(found: Case, expected: Glyph | None) -> None:
    assert glyph(found) is expected


def test_what_is_given_for_good_has_to_be_further_beyond_doubt_than_what_may_still_change() -> None:
    """Here the seeds are 20 apart, so that 110 is 50 beyond three times that."""
    found = case(worth("x", 400, 460, apart=10), worth("a", 510, 440))
    assert glyph(evolve(found, doubt=300)) is Glyph.BLUNDER
    assert glyph(evolve(found, doubt=caution(NORMAL))) is None
    assert glyph(evolve(found, doubt=caution(AGAIN * NORMAL))) is Glyph.BLUNDER


@given(st.integers(1, 10**6))
def test_the_more_playouts_the_less_caution(budget: int) -> None:
    """Half of it with four times as many, between the normal budget and sixteen times that."""
    less, more = caution(budget), caution(AGAIN * budget)
    assert LEAST <= more <= less <= MOST
    if NORMAL <= budget <= AGAIN * NORMAL:
        assert less // 2 <= more <= less // 2 + 1


GAIN = st.integers(NOTABLE, 300)


@given(st.integers(0, 600), st.integers(0, 600), GAIN, GAIN)
def test_nobody_has_missed_a_joint_gain_by_what_the_own_search_of_a_position_finds_best(
    own: int, other: int, more: int, others: int
) -> None:
    """Whatever is made of it afterwards; by anything else it is missed."""
    played, better = worth("x", own, other), worth("a", own + more, other + others)
    found = case(played, better)
    assert glyph(evolve(found, best=better)) is Glyph.MISSED_JOINT_GAIN
    assert glyph(evolve(found, best=played)) is None


def test_every_glyph_stands_once_in_the_table() -> None:
    assert [rule.glyph for rule in GLYPHS] == list(Glyph)


def test_trust_is_exploited_by_the_side_that_was_given_something() -> None:
    """A step that took something, or cost more than it gave, was no trust."""
    for before in [(-30, 40), (30, -40), (40, 10)]:
        found = case(worth("x", 500, 300), worth("a", 490, 400), before=before)
        assert glyph(found) is Glyph.NEEDLESS_GRIEVANCE


def test_what_a_side_does_for_itself_gives_nothing_up() -> None:
    """It may be a mistake, but is no signal, no trust, and does not give way."""
    done = evolve(worth("x", 400, 500), for_itself=True)
    assert glyph(case(worth("x", 400, 500), worth("a", 480, 420))) is Glyph.COSTLY_SIGNAL
    assert glyph(case(done, worth("a", 480, 420))) is Glyph.BLUNDER
    found = case(worth("x", 500, 300), worth("a", 490, 400), before=TRUST)
    assert glyph(found) is Glyph.EXPLOITED_TRUST
    assert found.before is not None
    asked = evolve(found, before=evolve(found.before, for_itself=True))
    assert glyph(asked) is Glyph.NEEDLESS_GRIEVANCE
    found = case(worth("x", 400, 400), worth("a", 440, 440), after=(60, -10))
    assert glyph(found) is Glyph.BRINKMANSHIP
    assert found.after is not None
    asked = evolve(found, after=evolve(found.after, for_itself=True))
    assert glyph(asked) is Glyph.MISSED_JOINT_GAIN


def test_a_side_does_for_itself_what_argues_or_is_to_pay_it_more() -> None:
    for decision in SHIPPED.decisions.values():
        for side, entry in enumerate(SHIPPED.scenario.sides):
            found = for_itself(SHIPPED, side, decision)
            if decision.kind is Kind.TABLE:
                value = SHIPPED.scenario.motions[decision.subject].value
                own = value.get(entry.id, 0)
                assert found is (own > sum(value.values()) - own)
            else:
                assert found is (decision.kind in (Kind.REBUT, Kind.REJOIN))


def test_of_the_steps_beside_a_decision_it_is_known_whether_they_are_for_a_side_itself() -> None:
    heard = set()
    for seed in range(20):
        line = random_line(TINY, seed)
        known = Evaluations()
        review(line, 2, known=known)
        links = Links(line, Evaluator(line.book, None, known, ReviewProgress()))
        steps = links._steps(2)
        decided = [step for step in steps if step.side != NOBODY]
        for before, step in pairwise(decided):
            if before.side != step.side:
                found, _ = links._around(steps, steps.index(step))
                assert found is not None
                heard.add(found.for_itself)
                assert found.for_itself is for_itself(TINY, before.side, before.decision)
                _, found = links._around(steps, steps.index(before))
                assert found is not None
                assert found.for_itself is for_itself(TINY, step.side, step.decision)
                assert step.considered[0].for_itself is for_itself(
                    TINY, step.side, step.considered[0].decision
                )
    assert heard == {True, False}


POINTS = st.integers(0, 1000)
WORTHS = st.tuples(POINTS, POINTS)


@given(st.lists(WORTHS, min_size=1, max_size=4), WORTHS, WORTHS)
def test_within_the_spread_nothing_is_marked(
    worths: list[tuple[int, int]], before: tuple[int, int], after: tuple[int, int]
) -> None:
    """Seeds that lie half as far apart as the worths of the decisions say nothing of them."""
    options = [
        worth(str(place), *each, apart=250 + place * 1000) for place, each in enumerate(worths)
    ]
    assert glyph(case(*options, before=before, after=after)) is None


@given(
    st.lists(WORTHS, min_size=2, max_size=4, unique=True),
    st.none() | WORTHS,
    st.none() | WORTHS,
    st.integers(0, 60),
)
def test_who_is_blamed_had_something_better(
    worths: list[tuple[int, int]],
    before: tuple[int, int] | None,
    after: tuple[int, int] | None,
    apart: int,
) -> None:
    """Better beyond the spread, for one of the two at least, and blamed for nothing itself."""
    options = [worth(str(place), *each, apart=apart * place) for place, each in enumerate(worths)]
    found = case(*options, before=before, after=after)
    mark = marked(found)
    if mark is None or mark.good:
        return
    assert mark.instead is not None
    gain = swing(mark.instead, found.played)
    assert gain.rises(OWN, NOTABLE) or gain.rises(OTHER, MUCH)
    instead = case(
        mark.instead,
        *(each for each in options if each is not mark.instead),
        before=before,
    )
    promised = marked(instead)
    assert promised is None or promised.good


# ---------------------------------------------------------------------- in games

TINY = Rulebook(tiny(3))
SHIPPED = rulebook()


def keeps_its_promises(line: Timeline, budget: int) -> int:
    """Play every better line of a review, and look what is said of it then."""
    known = Evaluations()
    found = review(line, budget, known=known)
    played = 0
    for step in found.steps:
        if not step.better:
            continue
        other = line.fork(step.ply)
        for decision in step.better:
            take(other, decision)
        again = at(review(other, budget, known=known), step.ply)
        assert (None if again.mark is None else again.mark.glyph) is step.promised
        assert step.mark is not None
        assert step.mark.good or again.mark is None or again.mark.good
        played += 1
    return played


def at(found: Review, ply: int) -> Step:
    return next(step for step in found.steps if step.ply == ply)


@examples(6)
@given(SEEDS)
def test_the_glyph_that_is_promised_is_the_one_that_is_given(seed: int) -> None:
    """Whoever plays a better line has its first decision called what it was called before."""
    keeps_its_promises(random_line(TINY, seed), 6)


def test_better_lines_of_a_long_game_keep_their_promises() -> None:
    assert keeps_its_promises(random_line(SHIPPED, 3, 40), 2)


def test_chance_is_never_marked() -> None:
    found = review(random_line(TINY, 1), 6)
    assert not any(step.mark for step in found.steps if step.side == NOBODY)


def test_the_marks_of_a_coarse_look_are_provisional() -> None:
    found = review(random_line(SHIPPED, 3, 30), 2)
    marks = [step.mark for step in found.steps if step.mark]
    assert marks
    assert all(mark.provisional for mark in marks)
