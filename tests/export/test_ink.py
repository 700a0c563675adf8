"""Colours of pages and pictures can be read, on light ground and on dark."""

from __future__ import annotations

import attrs
import pytest

from game.export.ink import DARK, LIGHT, inks
from game.scenario.kinds import COLORS
from game.scenario.model import Scenario

WORDS = ("text", "dim", "good", "warn", "bad")
GROUNDS = ("ground", "panel")


def brightness(color: str) -> float:
    """Relative luminance, as WCAG 2 has it."""
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ground", [LIGHT, DARK])
def test_words_can_be_read(scenario: Scenario, ground: int) -> None:
    """At least 4.5 to 1, as WCAG asks of text."""
    ink = inks(scenario, ground)
    for word in WORDS:
        for behind in GROUNDS:
            assert contrast(ink[word], ink[behind]) >= 4.5, (word, behind)


@pytest.mark.parametrize("ground", [LIGHT, DARK])
@pytest.mark.parametrize("color", COLORS)
def test_sides_can_be_seen(scenario: Scenario, color: str, ground: int) -> None:
    """At least 3 to 1, as WCAG asks of marks, for every colour that has a name."""
    first, second = scenario.sides
    other = attrs.evolve(scenario, sides=(attrs.evolve(first, color=color), second))
    ink = inks(other, ground)
    for behind in GROUNDS:
        assert contrast(ink["side0"], ink[behind]) >= 3, behind


def test_a_colour_in_numbers_is_taken_as_it_is(scenario: Scenario) -> None:
    """And anything else that is no colour becomes a neutral one."""
    first, second = scenario.sides
    for color, taken in (("#123abc", "#123abc"), ("red;}</style>", inks(scenario, LIGHT)["track"])):
        other = attrs.evolve(scenario, sides=(attrs.evolve(first, color=color), second))
        assert inks(other, LIGHT)["side0"] == taken
