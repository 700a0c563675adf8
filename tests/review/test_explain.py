"""Opponents answer for what they do, truly and in the game's words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.opponents import Analysis, Candidate, Game, Opponent, Ruling, opponent, seats
from game.review.course import course
from game.review.explain import REFUSALS, aims, answers, brief
from game.rules import NOBODY, Rulebook, advance, legal, start
from game.scenario import load
from tests.books import RULES_3
from tests.examples import examples
from tests.rules.games import TASTES, game
from tests.tui.hostile import TEMPLATES, hostile_book

SCENARIO = load(RULES_3)
SEATS = tuple(name for name in seats(SCENARIO) if name not in ("human", "random"))
QUICK = tuple(name for name in SEATS if not name.startswith("search"))
_RAW = re.compile(r"_|None|<|>")


def seated(name: str) -> Opponent:
    """An opponent by its name."""
    found = opponent(name, seed=1, scenario=SCENARIO)
    assert found is not None
    return found


@pytest.mark.parametrize("name", QUICK)
def test_a_doctrine_says_the_reason_of_the_maxim_that_decided(book: Rulebook, name: str) -> None:
    seat = seated(name)
    for state, _, _ in game(book, 3, "talkative"):
        if state.side == NOBODY:
            continue
        shown = Game(book, state)
        answer = seat.choose(shown)
        assert isinstance(answer.thought, Ruling)
        said = {each.question: each.answer for each in answers(shown, answer.thought)}
        assert said["Why did you do that?"] == answer.reason
        assert brief(shown, answer.thought) == answer.reason
        assert ("Why did you refuse?" in said) == (answer.decision.kind in REFUSALS)
        assert all(each.strip() and not _RAW.search(each) for each in said.values())


def test_a_search_says_what_it_expects_and_what_came_next(book: Rulebook) -> None:
    seat = seated("search:1")
    state, told = start(book), 0
    while (options := legal(book, state)) and told < 20:
        decision = options[0]
        if state.side != NOBODY:
            shown = Game(book, state)
            answer = seat.choose(shown)
            decision = answer.decision
            assert isinstance(answer.thought, Analysis)
            for said in answers(shown, answer.thought):
                assert said.answer.strip()
                assert not _RAW.search(said.answer), said.answer
            if answer.thought.playouts:
                assert brief(shown, answer.thought).endswith(".")
                words = answers(shown, answer.thought)[0].answer
                assert f"{answer.thought.playouts} lines" in words
                assert "my prospects" in words
            told += 1
        state = advance(book, state, decision)


@examples(20)
@given(st.integers(0, 10**6), st.sampled_from(sorted(TASTES)))
def test_what_a_side_wants_names_what_it_still_lacks(book: Rulebook, seed: int, taste: str) -> None:
    for state, _, _ in game(book, seed, taste):
        for side in (0, 1):
            short = book.threshold[side] - state.tracks[book.score[side]]
            words = aims(book, state, side)
            assert (f"{short} more" in words) == (short > 0)


def test_a_refusal_says_what_passing_would_have_meant(book: Rulebook) -> None:
    """In a search's words: the numbers of the motion, and what both sides would be left with."""
    seat, heard = seated("search:1"), 0
    for seed in range(12):
        for state, _, _ in game(book, seed, "talkative"):
            if state.debate is None:
                continue
            shown = Game(book, state)
            thought = seat.choose(shown).thought
            assert isinstance(thought, Analysis)
            if thought.best.decision.kind in REFUSALS and thought.playouts:
                words = brief(shown, thought)
                assert words == answers(shown, thought)[1].answer
                assert "It would leave me at" in words
                heard += 1
    assert heard > 3


def test_a_course_tells_who_does_what_until_the_motion_is_settled(book: Rulebook) -> None:
    state = advance(book, start(book), legal(book, start(book))[0])
    tabled, *line = (
        book.decisions[each]
        for each in ("table:train/enemy", "rebut:law", "rejoin:grievance", "stop", "yield")
    )
    way = course(book, state, Candidate(tabled, 9, (1.0, 2.0), tuple(line)))
    assert way.steps == (
        "you rebut with International Law, I rejoin with Grievance and you stop and let it pass"
    )
    assert way.settled
    assert way.effects == "US goals +3"
    assert not way.later


@pytest.mark.parametrize("words", TEMPLATES)
def test_no_name_is_taken_for_a_template(words: str) -> None:
    """Braces, percent signs and backslashes in any word of a scenario are told as they stand."""
    book = hostile_book(payloads=(words,))
    state = start(book)
    heard: list[str] = []
    while len(heard) < 24:
        decision = legal(book, state)[0]
        if state.side != NOBODY:
            shown = Game(book, state)
            answer = seated("search:1").choose(shown)
            assert isinstance(answer.thought, Analysis)
            heard += [said.answer for said in answers(shown, answer.thought)]
        state = advance(book, state, decision)
    assert any(words in each for each in heard)
    assert any(f"more points of {words}" in each for each in heard)
