"""What occurs for the first time is found where it occurs, and has words with names and numbers."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from game.match import Match
from game.rules import NOBODY, Kind, Phase
from game.scenario import load, read_text, scenarios
from game.scenario.catalogue import shipped
from game.teaching.first_notes import FirstNote, Occurrence, occurring
from game.telling.first_notes import say_first_note
from game.telling.voice import Voice
from tests.examples import examples

PEOPLE = ("human", "human")
IDS = [each.id for each in scenarios()]


def begin(name: str = "paris-thaw", seed: int = 10) -> Match:
    return Match.new(*read_text(name), seats=PEOPLE, seed=seed)


def notes(match: Match, since: int) -> list[Occurrence]:
    return list(occurring(match.tree.timeline, since))


def kinds(match: Match, since: int) -> set[FirstNote]:
    return {each.note for each in notes(match, since)}


def test_a_motion_on_the_table_and_an_answer_to_it() -> None:
    match = begin()
    assert FirstNote.MOTION not in kinds(match, 0)
    match.decide("table:train/enemy")
    assert notes(match, 2) == [Occurrence(FirstNote.MOTION, "train"), Occurrence(FirstNote.ANSWER)]


def test_silence_the_floor_and_a_refusal_are_told_after_they_happened() -> None:
    """With whose number moved, and by how much."""
    match = begin()
    match.decide("table:train/enemy")
    before = len(match.decisions)
    match.decide("accept")
    assert Occurrence(FirstNote.SILENCE, "ru", -1) in notes(match, before)
    match.take_back(1)
    match.decide("rebut:grievance")
    match.decide("rejoin:need")
    match.decide("stop")
    before = len(match.decisions)
    match.decide("yield")
    assert Occurrence(FirstNote.FLOOR, "us", 2) in notes(match, before)
    match.take_back(1)
    match.decide("walk_out")
    assert Occurrence(FirstNote.FAILED, "train", 2) in notes(match, before)


def test_that_a_score_has_come_to_what_is_needed_is_told_to_its_side_when_it_has() -> None:
    """In the game that ships both come so far; each is told when it decides next."""
    path = shipped("saves") / "grand-bargain.jsonl"
    whole, told = Match.open(path, read_only=True).tree.timeline, list[int]()
    for count in range(1, len(whole.decisions)):
        line = whole.fork(count)
        side = line.state.side
        if side == NOBODY:
            continue
        found = occurring(line, line.turn_before(count) or 0)
        for each in found:
            if each.note is FirstNote.REACHED:
                told.append(side)
                score = line.state.tracks[line.book.score[side]]
                assert each.number == score >= line.book.threshold[side]
    assert set(told) == {0, 1}


def test_a_danger_a_ceiling_and_the_wire_are_told_in_a_turn() -> None:
    match = begin()
    assert FirstNote.HEADLINE in kinds(match, 0)
    assert FirstNote.DANGER not in kinds(match, 0)
    for decision in ("act:deploy", "act:militants", "choose:B", "act:militants", "act:deploy"):
        match.decide(decision)
    found = notes(match, len(match.decisions))
    tension = match.state.tracks[match.book.track_ids.index("tension")]
    assert Occurrence(FirstNote.DANGER, "tension", tension) in found
    assert FirstNote.CEILING in {each.note for each in found}


def test_a_second_turn_in_a_row_is_told_to_whoever_has_it() -> None:
    """Only because a round has begun, and after what costs or threatens."""
    told = 0
    for name in IDS:
        match, pick = begin(name, 4), random.Random(4)
        last = NOBODY
        while not match.over:
            state = match.state
            if state.phase is Phase.TURN:
                found = [each.note for each in notes(match, len(match.decisions))]
                assert (FirstNote.ORDER in found) == (last == state.side)
                if last == state.side:
                    assert state.turn == 0
                    assert found[0] in (FirstNote.DANGER, FirstNote.ORDER)
                    it = Occurrence(FirstNote.ORDER, match.book.side_ids[last], state.round)
                    said = say_first_note(Voice(match.book), state, it)
                    assert f"the last one of round {state.round - 1}" in said
                    assert f"the first one of round {state.round}." in said
                    told += 1
                last = state.side
            match.decide(pick.choice(match.legal()))
    assert told


def test_a_choice_and_a_fork() -> None:
    match = begin()
    match.decide("act:deploy")
    match.decide("act:militants")
    assert match.state.phase is Phase.EVENT
    assert FirstNote.CHOICE in kinds(match, len(match.decisions))
    match = begin()
    found = [each for each in notes(match, 0) if each.note is FirstNote.FORK]
    scenario = load("paris-thaw")
    forks = {each.id: each.excludes for each in scenario.motions}
    assert all(each.other in forks[each.subject] for each in found)
    assert found


@given(st.sampled_from(IDS), st.integers(0, 2**20))
@examples(15)
def test_whatever_occurs_has_words(name: str, seed: int) -> None:
    """In every scenario, all through a game; and nobody is told of what cannot be seen."""
    match = begin(name, seed)
    voice, pick = Voice(match.book), random.Random(seed)
    while not match.over:
        since = max(0, len(match.decisions) - 2)
        for each in occurring(match.tree.timeline, since):
            said = say_first_note(voice, match.state, each)
            assert 20 < len(said) < 220
            if each.note is FirstNote.ANSWER:
                assert any(it.kind in (Kind.REBUT, Kind.REJOIN) for it in match.legal())
        match.decide(pick.choice(match.legal()))
