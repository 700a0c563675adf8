"""Seats by name."""

from __future__ import annotations

import pytest

from game.opponents import HUMAN, RandomSeat, SeatError, opponent, seats
from game.opponents.character_seat import CharacterSeat
from game.opponents.doctrine import DoctrineSeat
from game.opponents.search import LEVELS, SearchSeat
from game.scenario.cast import character_ids
from game.telling.messages import english
from game.telling.opponents import sitters
from tests.books import shipped, two_towns

SCENARIO = shipped()


@pytest.mark.parametrize("name", seats(SCENARIO))
def test_every_seat_that_is_named_is_there(name: str) -> None:
    found = opponent(name, seed=1, scenario=SCENARIO)
    assert (found is None) == (name == HUMAN)


def test_the_seats_are_a_person_chance_the_cast_and_the_levels() -> None:
    """A doctrine that has a character of its name is no seat of its own in lists."""
    levels = [f"search:{level.number}" for level in LEVELS]
    ours = character_ids()
    assert {each.id for each in SCENARIO.doctrines} <= set(ours)
    assert list(seats(SCENARIO)) == ["human", "random", *ours, *levels]
    assert list(seats()) == ["human", "random", *ours, *levels]
    towns = two_towns()
    own = [each.id for each in towns.characters]
    doctrines = [each.id for each in towns.doctrines]
    assert own
    assert doctrines
    assert list(seats(towns)) == ["human", "random", *own, *ours, *doctrines, *levels]


def test_every_opponent_is_introduced() -> None:
    found = sitters(english(), SCENARIO)
    assert tuple(each.name for each in found) == seats(SCENARIO)[1:]
    assert all(each.title and each.stance and each.about for each in found)
    assert len({each.title for each in found}) == len(found)


def test_names_say_who_sits_there() -> None:
    assert opponent("random", seed=3) == RandomSeat(3)
    doctrine = two_towns().doctrines[0]
    for name in (doctrine.id, f"doctrine:{doctrine.id}"):
        assert opponent(name, seed=3, scenario=two_towns()) == DoctrineSeat(doctrine)
    character = opponent("realist", seed=3)
    assert isinstance(character, CharacterSeat)
    assert (character.character.id, character.seed) == ("realist", 3)
    search = opponent("search:2", seed=3)
    assert isinstance(search, SearchSeat)
    assert (search.level, search.seed) == (LEVELS[1], 3)


def test_a_search_can_play_in_the_spirit_of_a_doctrine() -> None:
    """The doctrine says what it wants; how well it sees stays its own."""
    doctrine = SCENARIO.doctrines[-1]
    search = opponent(f"search:1/{doctrine.id}", seed=3, scenario=SCENARIO)
    assert isinstance(search, SearchSeat)
    assert (search.level, search.wants) == (LEVELS[0], doctrine.wants)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("randon", 'there is no seat "randon". Did you mean "random"?'),
        ("", "there is no seat"),
        ("random:7", 'the seat "random" has no settings'),
        ("human:7", 'the seat "human" has no settings'),
        ("realist:2", 'the seat "realist" has no settings'),
        ("search", "a search has a level from 1 to"),
        ("search:0", '"0" is none of them'),
        ("search:99", '"99" is none of them'),
        ("search:+1", '"+1" is none of them'),
        ("search:2/realst", 'Did you mean "realist"?'),
        ("search:2/", "there is no seat"),
        ("realist ", "there is no seat"),
        ("doctrine:realst", 'Did you mean "realist"?'),
        ("doctrine:", "there is no seat"),
        ("\x1b[31m", "there is no seat"),
    ],
)
def test_what_is_no_seat_is_refused_in_a_sentence(name: str, said: str) -> None:
    with pytest.raises(SeatError) as refused:
        opponent(name, seed=1, scenario=SCENARIO)
    assert said in str(refused.value)
    assert "\x1b" not in str(refused.value)


def test_a_doctrine_is_known_in_its_own_scenario_only() -> None:
    with pytest.raises(SeatError):
        opponent(two_towns().doctrines[0].id, seed=1, scenario=SCENARIO)
