"""What is said follows from the game, the most particular words first."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.match import HUMAN, Match
from game.review.lines import Printed, aftermath, line_for, printed, spoken
from game.rules import Kind, Phase, Rulebook, legal, play, start
from game.scenario import load
from game.scenario.catalogue import read_text
from game.scenario.model import Aftermath, Press, Spoken
from game.telling.ending import ending
from game.telling.voice import Voice
from tests.books import shipped, two_towns
from tests.rules.games import TASTES, game

CASE = two_towns().arguments[0].said_by("upper")


def with_lines(*lines: Spoken) -> list[str]:
    """What upper says with "water" on the dykes against "own", in rounds 1 to 3."""
    scenario = evolve(two_towns(), lines=lines)
    return [
        line_for(scenario, "water", "dykes", "upper", "own", round_=each).text for each in (1, 2, 3)
    ]


def test_the_most_particular_line_is_said() -> None:
    """Answer and motion, answer and theme, answer, motion, theme, the argument alone, its case."""
    ladder = [
        Spoken("water", "1", motion="dykes", answers="own", side="upper"),
        Spoken("water", "2", motion="dykes", answers="own"),
        Spoken("water", "3", themes=("river",), answers="own"),
        Spoken("water", "4", themes=("work",), answers="own"),
        Spoken("water", "5", answers="own"),
        Spoken("water", "6", motion="dykes"),
        Spoken("water", "7", themes=("river",)),
        Spoken("water", "8"),
    ]
    for first in range(len(ladder)):
        assert with_lines(*reversed(ladder[first:])) == [str(first + 1)] * 3
    assert with_lines() == [CASE] * 3


def test_a_line_that_is_about_something_else_is_not_said() -> None:
    """Another motion, a tag that the motion does not bear, another answer, the other side."""
    others = (
        Spoken("water", "a", motion="fair"),
        Spoken("water", "b", themes=("trade",)),
        Spoken("water", "c", answers="blame"),
        Spoken("water", "d", side="lower"),
        Spoken("gain", "e"),
    )
    assert with_lines(*others) == [CASE] * 3


def test_a_line_is_said_within_its_window() -> None:
    """Both ends included; before and after, the next one is said."""
    late = Spoken("water", "late", from_round=2, until_round=2)
    assert with_lines(late) == [CASE, "late", CASE]
    assert with_lines(Spoken("water", "ever"), late) == ["ever", "late", "ever"]


def test_nothing_is_said_again_while_other_words_that_fit_are_left() -> None:
    """Variants take turns, then comes the case; if all was said, what was said least."""
    """By how often the line was said before."""
    line = Spoken("water", "one", variants=("two", "three"))
    scenario = evolve(two_towns(), lines=(line,))
    heard = [
        line_for(scenario, "water", "dykes", "upper", said=Counter(before)).text
        for before in ([], ["one"], ["one", "two"], ["one", "two", "three"])
    ]
    assert heard == ["one", "two", "three", CASE]
    said = Counter(["one", "two", "three", CASE, "one"])
    assert line_for(scenario, "water", "dykes", "upper", said=said).text == "two"


@given(seed=st.integers(0, 10_000), taste=st.sampled_from(sorted(TASTES)))
def test_every_argument_of_a_game_is_told_and_nothing_else(seed: int, taste: str) -> None:
    """Twice the same; and what a decision says does not depend on what comes later."""
    book = Rulebook(two_towns())
    plies = list(game(book, seed, taste))
    states = [before for before, _, _ in plies]
    decisions = [decision for _, decision, _ in plies]
    told = spoken(book, states, decisions)
    assert told == spoken(book, states, decisions)
    half = len(decisions) // 2
    assert spoken(book, states[:half], decisions[:half]) == told[:half]
    for decision, said in zip(decisions, told, strict=True):
        assert (said is not None) == (decision.kind in (Kind.TABLE, Kind.REBUT, Kind.REJOIN))
        assert said is None or said.text


@given(seed=st.integers(0, 10_000), taste=st.sampled_from(sorted(TASTES)))
def test_what_is_said_twice_in_a_game_was_all_that_could_be_said(seed: int, taste: str) -> None:
    book = Rulebook(shipped())
    plies = list(game(book, seed, taste))
    told = spoken(book, [it for it, _, _ in plies], [it for _, it, _ in plies])
    heard: set[str] = set()
    for said in told:
        if said is not None and said.text in heard:
            assert said.line is None or {said.line.text, *said.line.variants} <= heard
        heard |= set() if said is None else {said.text}


@given(seed=st.integers(0, 10_000))
def test_a_paper_speaks_of_a_debate_that_has_just_ended(seed: int) -> None:
    """Of its own side, and only where what it asks for was so."""
    book = Rulebook(two_towns())
    plies = list(game(book, seed, "talkative"))
    states = [start(book), *(after for _, _, after in plies)]
    decisions = [decision for _, decision, _ in plies]
    changes = [play(book, before, decision).consequences for before, decision, _ in plies]
    for ply, said in enumerate(printed(book, states, decisions, changes)):
        debate = states[ply].debate
        if said is not None:
            assert debate is not None
            assert states[ply + 1].debate is None
        if said is not None and said.paper.startswith("A crier"):
            assert decisions[ply].kind in (Kind.ACCEPT, Kind.YIELD, Kind.CONCEDE)
            assert len(debate.chain) > 1 if debate else False


def told_by(book: Rulebook, seed: int, taste: str) -> list[Printed]:
    """What the papers say in a random game."""
    plies = list(game(book, seed, taste))
    states = [start(book), *(after for _, _, after in plies)]
    changes = [play(book, before, decision).consequences for before, decision, _ in plies]
    told = printed(book, states, [decision for _, decision, _ in plies], changes)
    return [each for each in told if each is not None]


@given(seed=st.integers(0, 10_000), taste=st.sampled_from(["agreeable", "talkative"]))
def test_no_line_of_a_paper_comes_again_while_another_that_fits_is_left(
    seed: int, taste: str
) -> None:
    """Whichever country the papers are of."""
    papers = tuple(
        Press(f"Paper {number}", side, f"Line {number}.")
        for number, side in enumerate(("upper", "upper", "upper", "lower"))
    )
    book = Rulebook(evolve(two_towns(), press=papers))
    heard = [each.text for each in told_by(book, seed, taste)]
    assert len(set(heard)) == min(len(heard), len(papers))


def test_what_is_played_once_more_is_not_read_of_in_the_same_words() -> None:
    """A first motion, accepted at once, with other news: most of what fits is read somewhere."""
    first: set[str] = set()
    for seed in range(24):
        match = Match.new(*read_text("shared-enemy"), seats=(HUMAN, HUMAN), seed=seed)
        match.decide(next(each for each in match.legal() if each.kind is Kind.TABLE))
        match.decide("accept")
        line = match.tree.timeline
        told = printed(line.book, line.states, line.decisions, line.consequences)
        first.update(each.text for each in told if each is not None)
    assert len(first) > 3


def test_papers_take_turns() -> None:
    """Of those that fit the one that was heard least speaks."""
    papers = tuple(Press(name, "upper", f"{name} says so.") for name in ("A daily", "A weekly"))
    book = Rulebook(evolve(two_towns(), press=papers))
    for seed in range(20):
        heard = [each.paper for each in told_by(book, seed, "agreeable")]
        for ply in range(len(heard)):
            counts = Counter(heard[: ply + 1])
            assert abs(counts["A daily"] - counts["A weekly"]) <= 1
        if len(heard) > 2:
            return
    raise AssertionError("no game had three debates")


@pytest.mark.parametrize("name", ["shared-enemy", "glass-ceiling", "helsinki-1975"])
def test_the_press_of_both_countries_is_heard_alike(name: str) -> None:
    """Whoever wins the debates: where both have a word that fits, neither is far ahead."""
    book = Rulebook(load(name))
    heard = Counter(
        each.side
        for seed, taste in product(range(4), sorted(TASTES))
        for each in told_by(book, seed, taste)
    )
    assert sum(heard.values()) > 20
    assert abs(heard[0] - heard[1]) <= sum(heard.values()) // 10


def test_the_aftermath_follows_the_epilogue() -> None:
    """The paragraphs whose ending it is and whose conditions hold, in their order."""
    paragraphs = (
        Aftermath("For all."),
        Aftermath("For none of these.", endings=("bargain",)),
        Aftermath("First.\n\nSecond.", endings=("collapse", "frozen", "thaw")),
    )
    book = Rulebook(evolve(two_towns(), aftermath=paragraphs))
    state = start(book)
    assert list(aftermath(book, state, "frozen")) == ["For all.", "First.", "Second."]
    assert list(aftermath(book, state, "bargain")) == ["For all.", "For none of these."]
    over = evolve(state, phase=Phase.END, round=book.rounds)
    assert ending(Voice(book), over).paragraphs[-1] in ("Second.", "For none of these.")


def test_what_belongs_to_one_paragraph_is_told_in_one() -> None:
    """As long as nothing else is told between."""
    parts = (
        Aftermath("The dam holds.", paragraph="dam"),
        Aftermath("Not told.", endings=("bargain",), paragraph="fair"),
        Aftermath("So does the weir.", paragraph="dam"),
        Aftermath("There was a fair.", paragraph="fair"),
        Aftermath("The dam again.", paragraph="dam"),
        Aftermath("Alone."),
        Aftermath("Alone, too."),
    )
    book = Rulebook(evolve(two_towns(), aftermath=parts))
    assert list(aftermath(book, start(book), "frozen")) == [
        "The dam holds. So does the weir.",
        "There was a fair.",
        "The dam again.",
        "Alone.",
        "Alone, too.",
    ]


def test_a_scenario_without_lines_says_what_it_always_said() -> None:
    """Each argument's case."""
    book = Rulebook(shipped())
    state = play(book, start(book), legal(book, start(book))[0]).state
    tabling = next(each for each in legal(book, state) if each.kind is Kind.TABLE)
    (said,) = spoken(book, [state], [tabling])
    assert said is not None
    assert said.text == book.scenario.arguments[tabling.backing].case
