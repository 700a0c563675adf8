"""The rules in short, as help has them: they tell the scenario's own game."""

from __future__ import annotations

import attrs

from game.rules import Rulebook
from game.scenario import load
from game.scenario.catalogue import ids
from game.telling.primer import primer
from game.telling.voice import Voice


def told(book: Rulebook) -> str:
    return "\n".join(each.sentence for each in primer(Voice(book)))


def test_what_ends_the_game_is_named() -> None:
    for name in ids():
        scenario = load(name)
        text = told(Rulebook(scenario))
        for track in scenario.tracks:
            if track.collapse is not None:
                assert track.name in text
        assert "both lose all" in text


def test_where_nothing_ends_the_game_nothing_is_said_of_it() -> None:
    """No sentence has a hole where the name of a track would stand."""
    scenario = load("glass-ceiling")
    calm = attrs.evolve(
        scenario, tracks=tuple(attrs.evolve(each, collapse=None) for each in scenario.tracks)
    )
    text = told(Rulebook(calm))
    assert "both lose" not in text
    assert "  " not in text
