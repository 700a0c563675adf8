"""A coach's hint: the best few decisions, and what each means for both sides."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.opponents import Analysis, Candidate, Game
from game.review.coach import MOST, advise
from game.review.payoffs import payoff_range
from game.rules import NOBODY, Rulebook, State, advance, legal, play, start
from game.scenario import load
from game.scenario.catalogue import ids
from game.telling.changes import sum_up
from game.telling.hint import Hint, hint, say_order
from game.telling.voice import Voice
from tests.telling.test_answers import seated
from tests.tui.hostile import TEMPLATES, hostile_book


def hints(book: Rulebook, state: State, analysis: Analysis) -> tuple[Hint, ...]:
    """What is advised, in words."""
    return tuple(hint(Voice(book), state, each) for each in advise(analysis))


def test_a_hint_is_about_legal_decisions_the_best_one_first(book: Rulebook) -> None:
    state = advance(book, start(book), legal(book, start(book))[0])
    answer = seated("search:2").choose(Game(book, state))
    assert isinstance(answer.thought, Analysis)
    found = hints(book, state, answer.thought)
    assert 1 <= len(found) <= MOST
    assert "than the first" not in found[0].gain
    for advice, told in zip(found, advise(answer.thought), strict=True):
        assert advice.decision
        changes = sum_up(Voice(book), play(book, state, told.decision).consequences)
        assert advice.now == ", ".join(changes)
        assert not any(change in advice.gain for change in changes)
        assert advice.risk
        assert "of 100" in advice.gain
        assert "of 100" in advice.cost


@given(
    st.lists(
        st.tuples(st.integers(1, 400), st.floats(0, 100), st.floats(0, 100)), min_size=2, max_size=6
    )
)
def test_a_hint_says_by_what_it_is_sorted_and_never_contradicts_itself(
    book: Rulebook, looked: list[tuple[int, float, float]]
) -> None:
    """The lines of play fall from one to the next; and a figure differs by what is said."""
    state = advance(book, start(book), legal(book, start(book))[0])
    side = state.side
    options = sorted(
        (
            Candidate(decision, visits, (own, other) if side == 0 else (other, own), ())
            for decision, (visits, own, other) in zip(legal(book, state), looked, strict=False)
        ),
        key=lambda option: (-option.visits, -option.worth[side]),
    )
    found = hints(
        book,
        state,
        Analysis(
            side, tuple(options), sum(each[0] for each in looked), options[0].worth, (0.0, 0.0)
        ),
    )
    told = [
        re.search(
            r"expected (\d+) of 100 for \w+, from (\d+) lines? of play"
            r"(?:, (\d+) (less|more) than the first)?$",
            advice.gain,
        )
        for advice in found
    ]
    figures = [int(each[1]) for each in told if each]
    lines = [int(each[2]) for each in told if each]
    assert len(figures) == len(found)
    assert lines == sorted(lines, reverse=True)
    assert "how many lines of play" in say_order(Voice(book))
    for each, figure in zip(told, figures, strict=True):
        differs = int(each[3] or 0) * (1 if each[4] == "more" else -1) if each else 0
        assert figure == figures[0] + differs


@pytest.mark.parametrize("name", ids())
def test_what_the_figures_of_a_hint_mean_is_told_as_they_are_given(name: str) -> None:
    """Each is out of the most that an ending of the scenario can be worth."""
    book = Rulebook(load(name))
    state = start(book)
    while state.side == NOBODY:
        state = advance(book, state, legal(book, state)[0])
    answer = seated("search:1").choose(Game(book, state))
    assert isinstance(answer.thought, Analysis)
    least, most = payoff_range(book.scenario)
    order = say_order(Voice(book))
    assert f"{least} is the worst" in order
    assert f"{most} the best" in order
    for told in hints(book, state, answer.thought):
        for words in (told.gain, told.cost):
            assert {int(each) for each in re.findall(r" of (\d+) for", words)} == {most}


@pytest.mark.parametrize("words", TEMPLATES)
def test_no_name_is_taken_for_a_template(words: str) -> None:
    """Braces, percent signs and backslashes in any word of a scenario are told as they stand."""
    book = hostile_book(payloads=(words,))
    state = start(book)
    while state.side == NOBODY:
        state = advance(book, state, legal(book, state)[0])
    answer = seated("search:1").choose(Game(book, state))
    assert isinstance(answer.thought, Analysis)
    heard = [each for told in hints(book, state, answer.thought) for each in (told.now, told.risk)]
    assert any(words in each for each in heard)
