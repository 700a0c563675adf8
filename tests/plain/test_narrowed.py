"""Whoever names a part of what is long is told only that."""

from __future__ import annotations

import pytest

from game.match import Match
from game.scenario import read_text
from game.telling.board import board
from game.telling.messages import aloud
from game.telling.voice import Voice
from tests.match.games import play_out
from tests.plain.paper import fresh, played


def answered(answer: str, match: Match | None = None) -> list[str]:
    """What is said to one answer at a table."""
    match = match or fresh()
    before = len(played(match).lines)
    return played(match, [answer]).lines[before:-1]


@pytest.mark.parametrize(
    ("answer", "first"),
    [
        ("look ladder", "Glass ceiling: "),
        ("look tier 2", "Tier 2: "),
        ("look numbers", "Threat "),
        ("look Russia", "Russia: "),
        ("look ru", "Russia: "),
        ("look united states", "United States: "),
    ],
)
def test_a_part_of_the_table_is_a_part_of_the_whole(answer: str, first: str) -> None:
    found, whole = answered(answer), answered("look")
    assert found[0].startswith(first)
    assert set(found) <= set(whole)
    assert len(found) < len(whole) // 2


def test_the_table_says_each_objective_once_and_whose_prices_stand_at_the_ladder() -> None:
    match = fresh()
    match.decide("table:forum/law")
    whole = answered("look", match)
    assert "As it stands for the United States, whose turn it is:" in whole
    seen = board(Voice(match.book, aloud()), match.state)
    for party in seen.parties:
        for goal in party.goals:
            said = [line for line in whole if goal.sentence in line]
            assert len(said) == sum(goal in each.goals for each in seen.parties)


def test_the_own_hand_is_told_in_a_line_for_each_argument_those_first_that_are_ready() -> None:
    match = fresh()
    match.decide("table:forum/law")
    head, *rows, how = answered("arguments", match)
    cards = board(Voice(match.book, aloud()), match.state).parties[1].cards
    assert head == "In hand: Russia"
    assert len(rows) == len(cards)
    ready = [row.partition(". ")[2].startswith("Ready") for row in rows]
    assert ready == sorted(ready, reverse=True)
    assert how.startswith("arguments NAME ")
    one = answered("arguments grievance", match)
    assert set(one) <= set(answered("arguments all", match))
    assert "Grievance. Ready." in one


def test_a_round_is_told_alone() -> None:
    text, where = read_text("shared-enemy")
    match = Match.new(text, where, seats=("human", "human"), seed=3, clock=lambda: "")
    play_out(match, 3)
    for answer in ("story", "history"):
        lines = answered(f"{answer} 2", match)
        assert lines[0].startswith("Round 2: ")
        assert not any(line.startswith("Round 3") for line in lines)
        assert set(lines) < set(answered(answer, match))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("look sideways", 'There is nothing called "sideways" at the table. There is: numbers'),
        ("look tier 9", 'There is nothing called "tier 9"'),
        ("arguments nonsense", 'There is no argument called "nonsense"'),
        ("words nonsense", 'There is no word "nonsense"'),
        ("story 0", "Write story N, with a number from 1."),
        ("story 9", "There is no round 9 to tell of, only 1 to 1."),
        ("story x", "Write story N, with a number from 1."),
        ("compare", "Write compare A B, with the numbers of two choices"),
        ("compare x y", "Write compare A B, with a number from 1."),
        ("words floor", "Floor: "),
        ("help floor", "Floor: "),
    ],
)
def test_what_is_not_there_is_said_with_what_is(answer: str, said: str) -> None:
    assert answered(answer)[0].startswith(said)
