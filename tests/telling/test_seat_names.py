"""Who sits where, as people call them."""

from __future__ import annotations

from game.match import HUMAN
from game.opponents import seats
from game.scenario import MAIN, load
from game.telling.messages import english
from game.telling.opponents import sitters
from game.telling.seat_names import seat_names


def test_whoever_has_no_name_goes_by_the_title_it_is_offered_under() -> None:
    scenario, messages = load(MAIN), english()
    titles = {each.name: each.title for each in sitters(messages, scenario)}
    assert set(titles) == {*seats(scenario)} - {HUMAN}
    for name, title in titles.items():
        assert seat_names(messages, scenario, (HUMAN, name), ("", "")) == ("", title)
        assert seat_names(messages, scenario, (name, HUMAN), ("", "Ada")) == (title, "Ada")


def test_a_seat_that_is_not_known_any_more_goes_by_its_name() -> None:
    scenario = load(MAIN)
    found = seat_names(english(), scenario, ("gone", "doctrine:realist"), ("", ""))
    assert found == ("gone", "doctrine:realist")
