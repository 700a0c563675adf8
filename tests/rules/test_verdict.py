"""How games are judged."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.rules import NOBODY, Phase, Rulebook, State, start, verdict
from game.rules.verdict import BARGAIN, COLLAPSE, FROZEN, Verdict
from tests.books import rulebook
from tests.rules.strategies import many


@st.composite
def ends(draw: st.DrawFn) -> State:
    """A position at the end of a game, with or without collapse."""
    book = rulebook()
    tracks = tuple(
        draw(st.integers(low, high)) for low, high in zip(book.low, book.high, strict=True)
    )
    return evolve(
        start(book), round=book.rounds, phase=Phase.END, side=NOBODY, turn=1, tracks=tracks
    )


def collapsed(book: Rulebook, state: State) -> tuple[str, ...]:
    return tuple(book.track_ids[track] for track, at in book.collapses if state.tracks[track] >= at)


def judged(book: Rulebook, first: int, second: int, **tracks: int) -> Verdict:
    """The verdict on a game that ends with these scores, and no objective met by default."""
    plain = {"threat": 6, "tension": 6, "trust": 3, "isolation": 6, "democracy": 5} | tracks
    return verdict(
        book,
        evolve(start(book), phase=Phase.END, tracks=(*plain.values(), 0, 0, first, second)),
    )


@many
@given(state=ends())
def test_the_name_says_who_succeeded(book: Rulebook, state: State) -> None:
    """Collapse if a track is at its end, and else by whose margin is 0 or more."""
    end = verdict(book, state)
    assert end.collapsed == collapsed(book, state)
    assert (end.name == COLLAPSE) == bool(end.collapsed) == (end.margins is None)
    if end.margins is not None:
        first, second = end.succeeds(0), end.succeeds(1)
        assert (end.name == BARGAIN) == (first and second)
        assert (end.name == "us_alone") == (first and not second)
        assert (end.name == "ru_alone") == (second and not first)
        assert (end.name == FROZEN) == (not first and not second)
    else:
        assert not end.succeeds(0)
        assert not end.succeeds(1)
    assert end.name in book.scenario.epilogues


@many
@given(one=ends(), other=ends())
def test_collapse_is_the_worst_end_for_each_side(book: Rulebook, one: State, other: State) -> None:
    """Whatever the scores, a side that lets the game collapse has less than in any other end."""
    first, second = verdict(book, one), verdict(book, other)
    if first.name == COLLAPSE and second.name != COLLAPSE:
        assert all(a < b for a, b in zip(first.payoffs, second.payoffs, strict=True))
    assert min(first.payoffs) >= book.scenario.payoff.collapse
    assert max(first.payoffs) <= 100


@given(state=ends())
def test_objectives_count_at_the_end_without_collapse(book: Rulebook, state: State) -> None:
    """The final score is the score and the points of the objectives that are met."""
    end = verdict(book, state)
    for number, side in enumerate(book.side_ids):
        points = sum(
            objective.points
            for objective, met in zip(book.scenario.objectives, end.objectives, strict=True)
            if met and objective.side == side
        )
        assert end.final[number] == state.tracks[book.score[number]] + points
    if end.margins is None:
        assert not any(end.objectives)


@given(state=ends(), side=st.integers(0, 1))
def test_a_higher_score_is_never_worth_less(book: Rulebook, state: State, side: int) -> None:
    """One more point for a side never lowers its own payoff."""
    score = book.score[side]
    if state.tracks[score] < book.high[score]:
        more = list(state.tracks)
        more[score] += 1
        better = verdict(book, evolve(state, tracks=tuple(more)))
        assert better.payoffs[side] >= verdict(book, state).payoffs[side]


def test_the_ends_are_worth_what_the_rulebook_says(book: Rulebook) -> None:
    """Payoffs in hundredths, each with 1 for every point of margin, at most 10 either way."""
    assert judged(book, 26, 23).payoffs == (20 - 1, 20 - 1)
    assert judged(book, 0, 0).payoffs == (20 - 10, 20 - 10)
    assert judged(book, 28, 23).payoffs == (90 + 1, 20 - 1)
    assert judged(book, 26, 30).payoffs == (20 - 1, 90 + 6)
    assert judged(book, 50, 0).payoffs == (90 + 10, 20 - 10)
    assert judged(book, 28, 24).payoffs == (60 + 20 + 1, 60)
    assert judged(book, 27, 26).payoffs == (60, 60 + 20 + 2)
    assert judged(book, 30, 27).payoffs == (60 + 10 + 3, 60 + 10 + 3)
    assert judged(book, 50, 50, threat=10).payoffs == (0, 0)


def test_margin_0_is_success(book: Rulebook) -> None:
    """The threshold itself is enough, and one point less is not."""
    assert judged(book, 27, 24).name == BARGAIN
    assert judged(book, 26, 24).name == "ru_alone"
    assert judged(book, 27, 23).name == "us_alone"
    assert judged(book, 26, 23).name == FROZEN


def test_objectives_are_met_at_their_edges(book: Rulebook) -> None:
    """Each objective counts exactly from the value that the rulebook names."""

    def won(**tracks: int) -> tuple[int, int]:
        return judged(book, 0, 0, **tracks).final

    assert won() == (0, 0)
    assert won(threat=5) == (2, 2)
    assert won(tension=5) == (2, 2)
    assert won(democracy=6) == (3, 0)
    assert won(trust=5) == (0, 0)
    assert won(trust=6) == (0, 2)
    assert won(isolation=5) == (0, 0)
    assert won(isolation=4) == (0, 2)
    assert won(threat=5, tension=5, democracy=6, trust=6, isolation=4) == (7, 8)
