"""What is named is found: a part of what is long, a choice, whom one plays."""

from __future__ import annotations

import pytest

from game.match import Match
from game.plain import SettingUp
from game.plain.numbered import offer
from game.rules import silence_price
from game.scenario import read_text
from game.settings import LastSetup
from game.telling.board import board
from game.telling.messages import aloud
from game.telling.voice import Voice
from tests.match.games import play_out
from tests.plain.paper import Paper, fresh, played


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


def test_a_choice_is_taken_by_its_name_if_that_is_the_only_one() -> None:
    """With its article or without; too little of it is no answer."""
    match = fresh()
    match.decide("table:forum/law")
    offered = offer(Voice(match.book, aloud()), match.state)
    for choice in offered.choices:
        assert offered.spoken(choice.name.upper()) == choice
        assert offered.spoken(choice.name[:3]) is None
    assert offered.spoken("") is None
    before = len(match.decisions)
    played(match, ["accept without a"])
    assert len(match.decisions) > before


def test_no_name_takes_the_place_of_a_command() -> None:
    """Whatever can be asked is asked, though a choice may begin with the same word."""
    match = fresh()
    lines = played(match, ["story", "help", "look", "news"]).lines
    assert not match.tree.variation.timeline.decisions[1:]
    assert len(lines) > 4


def test_silence_says_what_it_costs_where_it_is_offered() -> None:
    costs = 0
    for argument in ("law", "forum"):
        match = fresh()
        if match.book.decisions.get(f"table:forum/{argument}") not in match.legal():
            continue
        match.decide(f"table:forum/{argument}")
        price = silence_price(match.book, match.state)
        first = offer(Voice(match.book, aloud()), match.state).choices[0]
        assert ("silence costs" in first.words) == bool(price)
        costs += bool(price)
    assert costs


def test_sides_and_opponents_are_chosen_by_name() -> None:
    paper = Paper(
        ["2", "Shared Enemy", "standard", "you, against", "first game", "student", "russia"]
    )
    setup = SettingUp(paper, aloud(), None).ask()
    assert setup == LastSetup("shared-enemy", None, ("student", "human"))


def test_whoever_is_asked_to_allow_something_can_ask_what_that_means() -> None:
    match = fresh()
    text = played(match, ["consult", "back", "help", "refuse"]).text()
    assert "the price in " in text
    assert "accept: it is taken back, and costs nothing." in text
