"""A few lines at a time: nobody is told more than can be heard, and nothing is lost by it."""

from __future__ import annotations

import io
import random
import signal
from collections.abc import Iterator
from contextlib import nullcontext
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.opponents import opponent
from game.plain import PlainGame, Stopped, Streams
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


def shown(
    seed: int, answers: Iterator[str], width: int, seat: str = "random", *, there: bool = False
) -> tuple[str, Typed]:
    """What a game shows at a width, and how it was asked."""
    target = io.StringIO()
    source = Typed(target, answers, there=there)
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
    assert quick.count("More: Enter") == 2
    assert slow.count("More: Enter") > 3
    for text in (quick, slow):
        assert "The United States consults at home." in text


def test_what_is_asked_in_between_tells_nothing_on() -> None:
    """What was held is still there for Enter."""
    once, _ = shown(7, iter(["news"]), 80)
    on, _ = shown(7, iter(["news", ""]), 80)
    assert (once.count("More: Enter"), once.count("Back to what was being told: ")) == (1, 1)
    begins = fresh().scenario.opening[:24]
    assert (once.count(begins), on.count(begins)) == (0, 1)


def test_a_number_decides_nothing_before_its_choice_was_told() -> None:
    """Typed at a terminal; what a file answers was written beforehand."""
    text, _ = shown(3, iter(["1", "1 1", "skip", "1"]), 80, there=True)
    assert text.count("This choice has not been told yet. ") == 2
    assert "Back to what was being told" not in text  # nothing was asked for in between
    first = next(row for row in text.splitlines() if row.startswith("1. "))
    before, after = text.split(first, 1)
    assert "puts “" not in before
    assert after.count("\n> ") > 0
    asked, _ = shown(3, iter(["?1", "1"]), 80, there=True)
    assert "This choice has not been told yet. " in asked
    piped, _ = shown(3, iter(["1"]), 80)
    assert "has not been told" not in piped
    assert "with:\n1. " in piped


def test_a_name_decides_at_once() -> None:
    """Whoever names a decision knows which."""
    text, _ = shown(3, iter(["consult"]), 80, there=True)
    assert "The United States consults at home." in text


def told(*sentences: str, asked: tuple[str, ...] = ()) -> list[list[str]]:
    """The pages on which sentences are told at a terminal, each without the question below it."""
    target = io.StringIO()
    answers = [*(["asked"] if asked else []), *[""] * 60]
    page = Streams(Typed(target, iter(answers), there=True), target, 80)
    page.tell(sentences)
    if asked:
        page.ask("?")
        page.answer(asked)
    while page.ask("?") is not None:
        pass
    pages = [each.strip("\n").split("\n") for each in target.getvalue().split("> ")]
    return [each[:-1] for each in pages if len(each) > 1]


@examples(60)
@given(st.lists(st.sampled_from(["one", "two:", "", "word " * 40, "three"]), max_size=60))
def test_a_page_ends_where_something_ends(sentences: list[str]) -> None:
    """Not with what introduces something, nor so that a single sentence is left over, wherever
    there is room to do otherwise.
    """
    pages = told(*sentences)
    assert all(len(each) < UNASKED for each in pages[:-1])
    shorter = [each for each in pages[:-1] if any(not row.endswith(":") for row in each)]
    assert not any(each[-1].endswith(":") for each in shorter)
    whole = " ".join(" ".join(row for each in pages for row in each).split())
    assert whole == " ".join(" ".join(sentences).split())
    numbered = [f"{number}. a choice" for number in range(1, len(sentences) + 1)]
    assert len(numbered) <= UNASKED or len(told(*numbered)[-1]) > 1


def test_what_is_asked_for_is_told_a_few_lines_at_a_time_too() -> None:
    """And nothing that was heard with it is told a second time."""
    asked = tuple(f"asked {number}" for number in range(30))
    held = tuple(f"held {number}" for number in range(30))
    pages = told(*held, asked=(*asked, held[20]))
    assert all(len(each) < UNASKED for each in pages)
    rows = [row for each in pages for row in each]
    assert rows == [*held[:9], *asked, held[20], *held[9:20], *held[21:]]


def test_again_tells_it_all_once_more_from_the_beginning() -> None:
    """Also what was not told yet."""
    text, _ = shown(7, iter(["again", *[""] * 9]), 80, there=True)
    once, _ = shown(7, iter([""] * 9), 80, there=True)
    assert text.count("Shared Enemy\n") == 2
    last = [row for row in once.splitlines() if row[:1].isdigit()][-1]
    assert text.count(last) == once.count(last) == 1


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


class Interrupted(io.StringIO):
    """A terminal at which Ctrl+C is pressed once, then something is typed."""

    def __init__(self) -> None:
        super().__init__()
        self._left = iter((Stopped(signal.SIGINT), "1\n"))

    def isatty(self) -> bool:
        return True

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        match next(self._left):
            case Stopped() as stopped:
                raise stopped
            case typed:
                return typed


def test_ctrl_c_ends_what_was_asked_for_and_not_the_game() -> None:
    """Where nothing was asked for it ends the game."""
    page = Streams(Interrupted(), target := io.StringIO(), 80)
    page.answer(f"Line {number}." for number in range(40))
    assert page.ask("What do you do?") == "1"
    told = target.getvalue()
    assert "Line 0." in told
    assert "Line 39." not in told
    assert told.rstrip().endswith("What do you do?\n>")
    with pytest.raises(Stopped):
        Streams(Interrupted(), io.StringIO(), 80).ask("What do you do?")
