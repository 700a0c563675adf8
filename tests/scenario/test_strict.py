"""Values are taken as they are written."""

from __future__ import annotations

import attrs
import pytest

from game.authoring.starter import starter
from game.scenario import Scenario
from game.scenario.kinds import Many
from game.scenario.walk import Hint, hints
from tests.scenario.trials import faults

STARTER = starter("two-towns")


def swapped(old: str, new: str) -> str:
    """The starter with one piece replaced."""
    assert STARTER.count(old) >= 1, old
    return STARTER.replace(old, new, 1)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("rounds = 6", 'rounds = "6"', '"6" is a text in quotes.'),
        ("rounds = 6", "rounds = 6.0", "6.0 is a number with a point."),
        ("rounds = 6", "rounds = true", "true is a truth value."),
        ("rounds = 6", "rounds = [6]", "This is a list."),
        ("rounds = 6", "rounds = 1979-05-27", "1979-05-27 is a date or time."),
        ("rounds = 6", "rounds = nan", "nan is a number with a point."),
        ("flash = true", "flash = 1", "1 is a whole number."),
        ("flash = true", 'flash = "true"', '"true" is a text in quotes.'),
        ('short = "Fair"', "short = 7", "7 is a whole number."),
        ('short = "Fair"', "short = false", "false is a truth value."),
        ('tags = ["trade"]', 'tags = "trade"', '"trade" is a text in quotes.'),
        ('tags = ["trade"]', "tags = { trade = true }", "This is a table."),
        ("effects = { trust = 1 }", "effects = []", "This is a list."),
        ("effects = { trust = 1 }", 'effects = { trust = "1" }', '"1" is a text in quotes.'),
        ('{ carried = "sandbags" }', '"sandbags"', '"sandbags" is a text in quotes.'),
        ('{ round = "even" }', "{ round = 2 }", "2 is a whole number."),
        ('color = "green"', "color = 3", "3 is a whole number."),
        ('id = "fair"', "id = 3", "3 is a whole number."),
    ],
)
def test_nothing_is_taken_for_something_else(old: str, new: str, said: str) -> None:
    found = faults(swapped(old, new))
    assert [(fault.code, fault.message) for fault in found] == [("wrong-type", said)]
    assert found[0].hint.startswith("Write ")


@pytest.mark.parametrize("written", ["true", "false"])
def test_a_truth_value_is_what_is_written(written: str) -> None:
    from game.scenario import parse

    scenario = parse(swapped("flash = true", f"flash = {written}"), "a.toml")
    headlines = {headline.id: headline for headline in scenario.headlines}
    assert headlines["cloudburst"].flash == (written == "true")


def test_every_value_of_the_model_says_of_what_kind_it_is() -> None:
    """A plain ``str`` or ``int`` would be read with whatever coercion the library has."""
    seen: set[type] = set()

    def plain(hint: Hint, where: str) -> list[str]:
        if attrs.has(hint):
            if hint in seen:
                return []
            seen.add(hint)
            return [
                bad for key, each in hints(hint).items() for bad in plain(each, f"{where}.{key}")
            ]
        marks = getattr(hint, "__metadata__", ())
        if marks and not isinstance(marks[0], Many):
            return []
        inside = [each for each in getattr(hint, "__args__", ()) if each not in (..., type(None))]
        if not inside or isinstance(inside[0], str):
            return [where] if hint in (str, int) else []
        return [bad for each in inside for bad in plain(each, where)]

    assert plain(Scenario, "scenario") == []
    assert len(seen) > 20
