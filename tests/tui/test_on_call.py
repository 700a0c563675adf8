"""Opponents are called when they are asked for the first time, and once."""

from __future__ import annotations

import pytest

from game.opponents import Opponent, RandomSeat, SeatError, opponent
from game.scenario.cast import character
from game.tui.on_call import OnCall

CHARACTERS = ("student", "opportunist")


def on_call(*seats: str) -> tuple[OnCall, list[str]]:
    """Who sits there, and who has been called."""
    called: list[str] = []

    def call(seat: str) -> Opponent | None:
        called.append(seat)
        return opponent(seat, seed=1)

    found = OnCall(seats, lambda name: character(name) if name in CHARACTERS else None, call)
    return found, called


def test_a_character_is_there_before_it_is_called() -> None:
    opponents, called = on_call("human", "student")
    assert len(opponents) == 1
    assert list(opponents) == [1]
    assert 0 not in opponents
    assert 1 in opponents
    assert called == []
    assert opponents[1] is opponents.get(1) is next(iter(opponents.values()))
    assert called == ["student"]


def test_whoever_is_no_character_is_called_at_once() -> None:
    opponents, called = on_call("random", "search:3")
    assert called == ["random", "search:3"]
    assert isinstance(opponents[0], RandomSeat)
    with pytest.raises(SeatError):
        on_call("student", "nobody")
    with pytest.raises(SeatError):
        on_call("student:7", "human")


def test_a_seat_can_be_taken_by_another_or_left_before_anybody_was_called() -> None:
    opponents, called = on_call("student", "opportunist")
    opponents[0] = RandomSeat(7)
    del opponents[1]
    assert dict(opponents) == {0: opponents[0]}
    assert isinstance(opponents[0], RandomSeat)
    assert called == []
    del opponents[0]
    assert opponents.get(0) is None
    with pytest.raises(KeyError):
        del opponents[0]
