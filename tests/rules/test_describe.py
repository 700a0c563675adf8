"""A position as a few lines that a person can read."""

from __future__ import annotations

import re

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules import DebateState, Rulebook, State, describe, encode, legal, play, start
from game.scenario import load

BOOKS = tuple(Rulebook(load(each)) for each in ("helsinki-1975", "shared-enemy"))


@st.composite
def positions(draw: st.DrawFn) -> tuple[Rulebook, State]:
    """A position that a few decisions lead to."""
    book = draw(st.sampled_from(BOOKS))
    state = start(book)
    for _ in range(draw(st.integers(0, 40))):
        if options := legal(book, state):
            state = play(book, state, draw(st.sampled_from(options))).state
    return book, state


def told(text: str) -> dict[str, list[str]]:
    """Per label the words after it; they all begin in one column."""
    found = [re.fullmatch(r"(\S+(?: \S+)?)( {2,})(\S.*)", line) for line in text.splitlines()]
    lines = [each for each in found if each is not None]
    assert len(lines) == len(found)
    assert len({each.start(3) for each in lines}) == 1
    return {each[1]: each[3].split() for each in lines}


@settings(max_examples=30)
@given(positions())
def test_it_tells_all_that_a_journal_keeps_of_a_position(position: tuple[Rulebook, State]) -> None:
    book, state = position
    lines, plain = told(describe(book, state)), encode(book, state)
    assert lines["round"] == [f"{state.round}/{book.rounds}"]
    assert lines["turn"] == [f"{state.turn + 1}/2"]
    assert lines["phase"] == [plain["phase"]]
    assert lines.get("decides", [None]) == [plain["side"]]
    values = plain["tracks"]
    shown = dict(each.split("=") for each in lines["tracks"])
    for name in book.side_ids:
        shown |= {f"{name}_{key}": value for key, value in (x.split("=") for x in lines[name])}
        assert lines.get(f"spent {name}", []) == plain["spent"][name]
        assert lines.get(f"record {name}", []) == plain["record"][name]
        held = [each.id for each in book.scenario.arguments if name in each.held_by]
        spent = plain["spent"][name]
        assert lines.get(f"ready {name}", []) == [each for each in held if each not in spent]
    assert {name: int(value) for name, value in shown.items()} == values
    assert lines.get("carried", []) == plain["carried"]
    for label in ("barred", "used"):
        assert lines.get(label, []) == [f"{name}={value}" for name, value in plain[label].items()]
    assert lines.get("drawn", []) == plain["drawn"]
    for label in ("wire", "mood", "situation"):
        assert lines.get(label, [None]) == [plain.get(label)]
    assert ("debate" in lines) == (plain["debate"] is not None)


def test_a_debate_is_told_from_its_first_argument_to_its_last() -> None:
    book = BOOKS[1]
    state = evolve(start(book), debate=DebateState(1, 1, (2, 0, 4)))
    chain = [book.argument_ids[each] for each in (2, 0, 4)]
    assert " ".join(told(describe(book, state))["debate"]) == (
        f"{book.side_ids[1]}: {book.motion_ids[1]}/{' < '.join(chain)}"
    )


@pytest.mark.parametrize("book", BOOKS)
def test_what_a_script_holds_is_told_in_short(book: Rulebook) -> None:
    """A scenario, a rulebook and a decision by their ids, none of them in pages."""
    name = book.scenario.id
    assert repr(book.scenario) == f"<Scenario {name}>"
    assert repr(book) == f"<Rulebook {name}>"
    assert repr(book.consult) == "<Decision consult>"
    for variant in book.scenario.variants:
        assert repr(Rulebook(book.scenario, variant.id)) == f"<Rulebook {name} {variant.id}>"


@settings(max_examples=10)
@given(positions())
def test_a_position_in_short_fits_on_a_line(position: tuple[Rulebook, State]) -> None:
    """It says when it is and how the tracks stand."""
    _, state = position
    assert len(repr(state)) < 100
    assert f"round {state.round}, {state.phase.value}" in repr(state)
