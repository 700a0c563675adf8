"""Of a game that collapsed it is known where it was lost, and who went over the brink is named."""

from __future__ import annotations

from functools import cache

import pytest

from game.match import Timeline
from game.review.chain import Review, finest, review
from game.review.evaluations import Evaluations
from game.review.glyphs import Glyph
from game.review.prospects import mattered
from game.review.ruin import WaysOut, no_return
from game.rules import NOBODY, Phase, Rulebook, State, advance, legal, verdict
from tests.books import rulebook
from tests.opponents.tiny import tiny
from tests.review.played import random_line
from tests.review.test_marks import settling

TINY = Rulebook(tiny(3))
SHIPPED = rulebook()
LINES = [random_line(TINY, seed) for seed in range(60)]
RUINED = [line for line in LINES if verdict(TINY, line.state).collapsed]


@cache
def averts(state: State) -> bool:
    """Whether a collapse can be averted, by whatever can be said and done."""
    if state.phase is Phase.END:
        return not verdict(TINY, state).collapsed
    return any(averts(advance(TINY, state, each)) for each in legal(TINY, state))


def lost_at(line: Timeline) -> int | None:
    return no_return(line.book, line.states, line.decisions, WaysOut(line.book))


def blamed(found: Review) -> list[int]:
    """The plies of those who are said to have gone over the brink."""
    return [
        step.ply
        for step in found.steps
        if step.mark is not None and step.mark.glyph is Glyph.OVER_THE_BRINK
    ]


def test_a_way_out_is_found_wherever_there_is_one() -> None:
    """Though it is not gone through what can be argued."""
    ways = WaysOut(TINY, 10**6)
    for line in RUINED:
        for state in line.states:
            assert ways.has(state) is averts(state)


def test_a_game_is_lost_with_the_first_decision_after_which_there_is_no_way_out() -> None:
    assert RUINED
    for line in RUINED:
        ply = lost_at(line)
        known = [averts(state) for state in line.states]
        assert known == sorted(known, reverse=True)
        assert ply == (sum(known) - 1 if any(known) else None)


def test_a_game_that_did_not_collapse_was_not_lost() -> None:
    for line in LINES:
        if line not in RUINED:
            assert lost_at(line) is None
    assert lost_at(RUINED[0].fork(len(RUINED[0].decisions) - 1)) is None


def test_of_a_game_that_takes_too_long_nothing_is_said() -> None:
    line = next(each for each in RUINED if lost_at(each) is not None)
    assert no_return(line.book, line.states, line.decisions, WaysOut(line.book, 0)) is None


@pytest.mark.parametrize("settles", [False, True])
def test_whoever_goes_over_the_brink_is_named(*, settles: bool) -> None:
    """Once in a game, however little it seems to have cost, at any look; and what is named as
    better leaves a way out. News is nobody's fault, but is told.
    """
    named = 0
    for line in RUINED:
        with settling():
            found = review(line, 2, settles=settles)
        ply = lost_at(line)
        assert found.no_return == ply
        step = next((each for each in found.steps if each.ply == ply), None)
        if step is None:
            assert not blamed(found)
            continue
        assert step in mattered(found)
        assert step in mattered(found, decisions=1, draws=1)
        if step.side == NOBODY:
            assert not blamed(found)
            continue
        ways = [
            each
            for each in step.considered
            if averts(advance(TINY, line.states[step.ply], each.decision))
        ]
        assert blamed(found) == ([ply] if ways else [])
        if ways:
            assert step.mark is not None
            assert step.mark.instead in ways or settles
            assert step.mark.instead is not None
            assert averts(advance(TINY, line.states[step.ply], step.mark.instead.decision))
            named += 1
    assert named > len(RUINED) // 2


def test_a_mark_that_was_not_looked_for_before_is_looked_at_again() -> None:
    """What is kept of a review are worths and no marks: it is gone on with, and nothing is taken
    for settled that was not looked at again.
    """
    line = next(each for each in RUINED if blamed(review(each, 2)))
    with settling(2):
        known = Evaluations()
        whole = review(line, 2, known=known)
        ply = lost_at(line)
        step = next(each for each in whole.steps if each.ply == ply)
        after = {each.evaluated.digest for each in step.considered}
        older = Evaluations(
            (budget, each) for budget, each in known if budget == 2 or each.digest not in after
        )
        found = finest(line, older)
        assert found is not None
        assert found.provisional
        assert review(line, 2, known=older) == whole


def test_the_game_that_ships_is_gone_through_in_its_last_rounds() -> None:
    """Of nearly all games that collapse it can be told where they were lost."""
    lines = [random_line(SHIPPED, seed) for seed in range(30)]
    lost = [lost_at(each) for each in lines if verdict(SHIPPED, each.state).collapsed]
    assert len(lost) > 20
    assert sum(each is None for each in lost) <= 2
