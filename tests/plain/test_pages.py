"""A few lines at a time: nobody is told more than can be heard, and nothing is lost by it."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from contextlib import nullcontext
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.opponents import opponent
from game.plain import PlainGame, Streams
from game.plain.page import UNASKED
from game.text.cells import cells
from tests.examples import examples
from tests.plain.paper import fresh, played

ANSWERS = ("", "1", "1 1", "2 2", "consult", "act:deploy", "0", "look", "help", "nonsense", "news")


class Typed(io.StringIO):
    """Answers from a file or, if it is said, typed at a terminal; counts what was shown before."""

    def __init__(self, target: io.StringIO, answers: Iterator[str], *, there: bool = False) -> None:
        super().__init__()
        self._target, self._answers, self._there = target, answers, there
        self.unasked: list[int] = []
        self._told = 0
        self._asks = True

    def isatty(self) -> bool:
        return self._there

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        rows = self._target.getvalue().count("\n")
        if self._asks:
            self.unasked.append(rows - self._told)
        self._told = rows
        answer = next(self._answers, None)
        # What is asked for may be as long as it is.
        self._asks = answer not in ("look", "help", "news", "nonsense")
        return "" if answer is None else f"{answer}\n"


def shown(seed: int, answers: Iterator[str], width: int, seat: str = "random") -> tuple[str, Typed]:
    """What a game shows at a width, and how it was asked."""
    target = io.StringIO()
    source = Typed(target, answers)
    match = fresh(seed, ("human", seat))
    seating = partial(opponent, seed=seed, scenario=match.scenario)
    PlainGame(match, seating, Streams(source, target, width), nullcontext).begin()
    return target.getvalue(), source


@examples(12)
@given(seed=st.integers(0, 2**32), width=st.sampled_from([40, 80, 132]))
def test_no_more_than_ten_lines_are_told_unasked_and_none_is_wider_than_the_page(
    seed: int, width: int
) -> None:
    """The question among them, whatever happens, to the end of the game."""
    generator = random.Random(seed)
    answers = (generator.choice(ANSWERS) for _ in range(150))
    text, source = shown(seed, answers, width)
    assert max(source.unasked) <= UNASKED
    assert max(map(cells, text.splitlines())) <= width


def test_enter_tells_everything_on() -> None:
    """Page by page it is just what there was to tell, word for word."""
    match = fresh(7, ("human", "random"))
    whole = " ".join(" ".join(played(match).lines[:-1]).split())
    text, _ = shown(7, iter([""] * 20), 80)
    rows = [row for row in text.splitlines() if "help:" not in row and "was chosen" not in row]
    assert " ".join(" ".join(rows).split()) == whole


def test_an_answer_is_taken_though_not_all_was_told() -> None:
    """So a file of answers plays the game that a person plays who hears everything."""
    quick, _ = shown(3, iter(["consult", "quit"]), 80)
    slow, _ = shown(3, iter(["", "more", "MORE", *[""] * 9, "consult", "quit"]), 80)
    assert quick.count("More: Enter.") == 2
    assert slow.count("More: Enter.") > 3
    for text in (quick, slow):
        assert "The United States consults at home." in text


def test_what_is_asked_in_between_tells_nothing_on() -> None:
    """What was held is still there for Enter."""
    once, _ = shown(7, iter(["news"]), 80)
    on, _ = shown(7, iter(["news", ""]), 80)
    assert once.count("More: Enter.") == 2
    begins = fresh().scenario.opening[:24]
    assert (once.count(begins), on.count(begins)) == (0, 1)


def test_a_game_that_is_watched_waits_for_nobody_in_a_pipe() -> None:
    """At a terminal it goes on by Enter, and any other answer leaves."""
    for there, answers in ((False, []), (True, [""] * 500)):
        target = io.StringIO()
        source = Typed(target, iter(answers), there=there)
        match = fresh(5, ("random", "random"))
        seating = partial(opponent, seed=5, scenario=match.scenario)
        PlainGame(match, seating, Streams(source, target, 80), nullcontext).begin()
        assert match.over
        assert "Verdict: " in target.getvalue()
        assert bool(source.unasked) == there
        assert max(source.unasked, default=0) <= UNASKED
    target = io.StringIO()
    source = Typed(target, iter(["quit"]), there=True)
    match = fresh(5, ("random", "random"))
    PlainGame(match, seating, Streams(source, target, 80), nullcontext).begin()
    assert not match.over


@pytest.mark.parametrize("columns", ["33", "100"])
def test_the_width_is_the_environments(monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """If the terminal has none of its own; words that are longer stay whole."""
    monkeypatch.setenv("COLUMNS", columns)
    target = io.StringIO()
    page = Streams(io.StringIO(), target)
    page.write(["word " * 60, f"  {'x' * 200}"])
    *rows, long = target.getvalue().splitlines()
    assert all(int(columns) - 5 < len(row) <= int(columns) for row in rows[:-1])
    assert long == f"  {'x' * 200}"
