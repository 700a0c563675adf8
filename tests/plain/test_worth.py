"""What a position is worth is told in plain mode as at the table: to all who play, or to nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match import Match
from game.opponents.search import Alone, Progress
from game.plain.worths import Worths
from game.review.consent import Consent, Telling
from game.review.evaluations import evaluate, open_position
from game.telling.messages import aloud
from game.telling.voice import Voice
from game.telling.worth import say_worth
from tests.plain.paper import fresh, played

LOOK = 2


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is looked at little."""
    monkeypatch.setattr(Worths, "LOOK", LOOK)


def worth(match: Match) -> str:
    """What a review says of the position in front."""
    book = match.book
    found = evaluate(book, open_position(book, match.state), LOOK, Alone(), Progress())
    return say_worth(Voice(book, aloud()), found, first=False).strip()


def told(lines: list[str]) -> list[str]:
    return [each for each in lines if each.startswith("Worth of the position")]


def test_who_plays_alone_is_told_at_once_and_before_each_decision() -> None:
    match = fresh(7, ("human", "random"))
    before = worth(match)
    lines = told(played(match, ["worth", "consult"]).lines)
    assert lines == [before, worth(match)]


def test_who_wants_it_no_longer_is_told_nothing_more() -> None:
    lines = played(fresh(7, ("human", "random")), ["worth", "worth", "consult"]).lines
    assert len(told(lines)) == 1
    assert "What the position is worth is said no longer." in lines


def test_between_two_it_is_told_when_both_have_asked_and_one_is_enough_to_end_it() -> None:
    match = fresh(7, ("human", "human"))
    lines = played(match, ["worth", "consult", "worth", "consult", "worth", "consult"]).lines
    asked = next(place for place, line in enumerate(lines) if "wants to be told" in line)
    first = next(place for place, line in enumerate(lines) if line in told(lines))
    assert asked < first
    assert len(told(lines)) == 2
    assert "What the position is worth is said no longer." in lines


def test_when_a_game_is_over_nothing_is_to_be_told() -> None:
    match = fresh(7, ("human", "random"))
    while not match.over:
        match.decide(match.legal()[0].text)
    lines = played(match, ["worth"]).lines
    assert not told(lines)
    assert "That is for whoever still has something to decide." in lines


@given(st.lists(st.tuples(st.integers(0, 1), st.booleans()), max_size=8))
def test_it_is_told_if_and_only_if_all_have_asked_since_somebody_ended_it(
    wishes: list[tuple[int, bool]],
) -> None:
    """Whoever sits there; a side that no person plays is not heard."""
    consent, wanted = Consent(), set[int]()
    people = {0, 1}
    for side, alone in wishes:
        people = {side} if alone else {0, 1}
        ended = people <= wanted or side in wanted
        wanted = set() if ended else wanted | {side}
        asks, how = consent.switch(side, people)
        assert asks == side
        assert consent.given(people) is (not ended and people <= wanted)
        assert how is (Telling.OFF if ended else Telling.ON if people <= wanted else Telling.ASKED)
    assert not consent.given(())
