"""A match carries the characters that sit down at it, so that a later edition changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match import Match
from game.match.chain import Chain
from game.match.event import Branched, Brought
from game.match.journal import Journal
from game.match.scan import Scan, scan
from game.opponents import SeatError, opponent
from game.opponents.character_seat import CharacterSeat
from game.opponents.doctrine import DoctrineSeat
from game.review.asked import game_of
from game.review.intents import intent_of
from game.rules import NOBODY
from game.scenario import read_text
from game.scenario.cast import character_text
from game.scenario.reading.read_character import parse_character
from tests.examples import examples
from tests.opponents.test_character_lines import TEXT as MASON
from tests.scenario.full import FULL

OLD = MASON.replace('id = "mason"', 'id = "realist"')
SHIPPED = read_text("shared-enemy")[0]


def new(text: str, seat: str, **characters: str) -> Match:
    return Match.new(text, seats=("human", seat), seed=7, characters=characters)


def test_who_was_brought_along_plays_as_its_text_says(tmp_path: Path) -> None:
    """Also when the save is opened again, and as the file of the same text does."""
    path = tmp_path / "a.jsonl"
    match = Match.new(
        FULL,
        seats=("human", "mason"),
        seed=7,
        characters={"mason": MASON},
        journal=Journal(path),
    )
    while match.state.side != 1:
        match.decide(match.legal()[-1])
    seat = opponent("mason", seed=7, scenario=match.scenario, known=match.character)
    assert isinstance(seat, CharacterSeat)
    assert seat.character == parse_character(MASON, "mason.toml")
    here = seat.choose(game_of(match.tree.variation))
    match.decide(here.decision, intent=intent_of(here))
    match.close()
    again = Match.open(path)
    assert again.header.characters == {"mason": MASON}
    assert again.tree.timeline.sitting == (None, seat.character)
    assert again.tree.timeline.deciders == match.tree.timeline.deciders
    seated = opponent("mason", seed=7, scenario=again.scenario, known=again.character)
    place = len(again.decisions) - 1
    while again.states[place].side != 1:
        place -= 1
    assert isinstance(seated, CharacterSeat)
    assert seated.choose(game_of(again.tree.variation, place)) == here
    assert CharacterSeat(seat.character, 7).choose(game_of(again.tree.variation, place)) == here
    again.close()


def test_a_match_that_began_with_a_doctrine_goes_on_with_it() -> None:
    """Whatever character goes by the same name by now."""
    match = new(SHIPPED, "realist")
    seat = opponent("realist", seed=7, scenario=match.scenario, known=match.character)
    assert isinstance(seat, DoctrineSeat)
    assert match.tree.timeline.sitting == (None, None)
    brought = new(SHIPPED, "realist", realist=OLD)
    seat = opponent("realist", seed=7, scenario=brought.scenario, known=brought.character)
    assert isinstance(seat, CharacterSeat)
    again = opponent("doctrine:realist", seed=7, scenario=brought.scenario, known=brought.character)
    assert isinstance(again, DoctrineSeat)


def test_a_scenario_brings_its_own_in_its_own_text() -> None:
    match = Match.new(FULL, seats=("ferryman", "human"), seed=1)
    assert match.header.characters == {}
    assert match.tree.timeline.sitting == (match.scenario.characters[0], None)


def test_each_decision_is_known_by_who_took_it() -> None:
    """Also when somebody else sits down in another line of play."""
    match = new(FULL, "mason", mason=MASON)
    character = match.character("mason")
    for _ in range(12):
        if not match.over:
            match.decide(match.legal()[0])
    at = len(match.decisions)
    match.branch(at, seats=("human", "human"))
    for _ in range(6):
        if not match.over:
            match.decide(match.legal()[0])
    line = match.tree.timeline
    for place, decider in enumerate(line.deciders):
        own = line.states[place].side == 1 and place < at
        assert decider == (character if own else None)
    assert any(line.deciders)
    assert len(line.deciders) == len(line.decisions)
    assert NOBODY in {state.side for state in line.states}


def test_who_sits_down_later_is_brought_along_as_well(tmp_path: Path) -> None:
    """And a line of play that a doctrine plays goes on with the doctrine."""
    path = tmp_path / "a.jsonl"
    match = Match.new(
        SHIPPED, seats=("human", "realist"), seed=7, characters={}, journal=Journal(path)
    )
    while len(match.decisions) < 6:
        match.decide(match.legal()[-1])
    match.branch(2, seats=("realist", "student"))
    match.branch(3, variation=0, seats=("student", "human"))
    match.close()
    text, where = character_text("student")
    events = [each for each in Match.open(path).events if isinstance(each, Branched)]
    assert [each.characters for each in events] == [(Brought("student", text),), ()]
    again = Match.open(path, read_only=True)
    student = parse_character(text, where)
    assert [each.timeline.sitting for each in again.tree.variations] == [
        (None, None),
        (None, student),
        (student, None),
    ]
    seat = opponent("realist", seed=7, scenario=again.scenario, known=again.character)
    assert isinstance(seat, DoctrineSeat)


def test_a_text_that_is_no_character_keeps_nobody_from_looking_at_a_match() -> None:
    """Only who is to play with it is told."""
    match = new(FULL, "mason", mason="nothing = 1")
    assert match.tree.timeline.sitting == (None, None)
    with pytest.raises(SeatError, match="mason"):
        opponent("mason", seed=7, scenario=match.scenario, known=match.character)


@given(share=st.floats(0, 1, exclude_max=True), zeros=st.integers(0, 5))
@examples(12)
def test_a_first_line_that_was_cut_off_is_known_for_one_whoever_sits_there(
    share: float, zeros: int
) -> None:
    """A save with characters in it begins with other letters."""
    for characters in ({}, {"mason": MASON}):
        header = new(FULL, "mason", **characters).header
        whole = Chain(header.plain()).first
        begun = whole[: int(share * len(whole))] + bytes(zeros)
        assert scan(begun) == Scan((), torn=len(begun))
    assert scan(b'{"chapters":{"').damage is not None
