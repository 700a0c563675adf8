"""What the characters say is short, said by one of them alone, and enough for a game."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

import pytest

from game.scenario import load
from game.scenario.cast import cast
from game.scenario.catalogue import ids
from game.scenario.character import Character, Saying

SHIPPED = tuple(load(name) for name in ids())
OWN = tuple(each for scenario in SHIPPED for each in scenario.characters)
EVERYBODY = (*cast(), *OWN)
MOST = 520
"""Sentences of all characters together."""
LONGEST = 160
"""Letters of a sentence at the table, its gaps filled."""
FREQUENT = ("tables", "accepts", "refuses", "consults", "news", "gains", "loses")


def filled(saying: Saying) -> str:
    """A sentence with the longest titles that ship with the game."""
    news = [each for one in SHIPPED for each in one.headlines if each.grave == saying.grave]
    title = max((each.short or each.title for each in news), key=len)
    motion = max((each.name for one in SHIPPED for each in one.motions), key=len)
    said = saying.text.replace("{headline}", title).replace("{motion}", f"“{motion}”")
    return said.replace("{missing}", "27")


@pytest.mark.parametrize("character", EVERYBODY, ids=lambda each: each.id)
def test_what_is_said_fits_into_two_rows(character: Character) -> None:
    assert [
        each for each in map(filled, character.says) if len(each) > LONGEST or "{" in each
    ] == []


def test_no_sentence_is_said_by_two() -> None:
    told = Counter(each.text for character in EVERYBODY for each in character.says)
    assert [text for text, times in told.items() if times > 1] == []
    assert len(told) <= MOST


@pytest.mark.parametrize("character", cast(), ids=lambda each: each.id)
@pytest.mark.parametrize("seat", ["first", "second"])
def test_what_comes_often_is_said_in_three_ways_at_least(character: Character, seat: str) -> None:
    """Of those two or more say no number, which there may not be."""
    heard = [each for each in character.says if each.side in (None, seat)]
    ways = {on: list(found) for on, found in groupby(heard, key=lambda each: each.on)}
    for occasion in FREQUENT:
        assert len(ways[occasion]) >= 3
        assert sum("{missing}" not in each.text for each in ways[occasion]) >= 2


@pytest.mark.parametrize("character", EVERYBODY, ids=lambda each: each.id)
def test_two_to_five_lines_are_known_to_the_other_side(character: Character) -> None:
    assert 2 <= len(character.lines) <= 5


@pytest.mark.parametrize("character", EVERYBODY, ids=lambda each: each.id)
def test_a_promise_not_to_sign_says_whether_own_motions_are_meant(character: Character) -> None:
    """Else whoever tables what it would not sign reads as somebody who breaks its word."""
    for line in character.lines:
        if line.never is None or "signs" not in line.say:
            continue
        brings = line.never.own_at_least, line.never.other_at_least
        asked = {each.of for each in line.standing} & {"motion_own", "motion_other"}
        if any(each is not None for each in brings) or asked:
            own = "table" in line.never.ways
            assert ("tables or signs" if own else "a motion of yours") in line.say
