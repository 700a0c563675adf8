"""The starter with every key of the format in it, which play uses too."""

from __future__ import annotations

from typing import Final

from game.scenario.starter import starter

_CHANGES: Final = (
    ('id = "fair"\n', 'id = "fair"\nsource = ["1"]\n'),
    ('id = "water"\n', 'id = "water"\nsource = ["1"]\n'),
    ('id = "fell"\n', 'id = "fell"\nsource = ["1"]\n'),
    ('id = "thaw"\n', 'id = "thaw"\nfrom_round = 2\nuntil_round = 4\nsource = ["1"]\n'),
    ('id = "rise"\n', 'id = "rise"\nsource = ["1"]\n'),
    ('id = "upper-dry"\n', 'id = "upper-dry"\nsource = ["1"]\n'),
    ('id = "flood"\n', 'id = "flood"\nsource = ["1"]\n'),
    ('gate = "trust"\n', 'gate = "trust"\nsource = ["1"]\n'),
    ('[{ round = "even" }', '[{ round = "even" }, { from_round = 2 }'),
    ('id = "harbour"\n', 'id = "harbour"\nexcludes = ["fair"]\nof_the_time = true\n'),
    ('id = "dykes"\n', 'id = "dykes"\nbacks = ["gain", "water"]\nvoice = "The miller nods."\n'),
)  # fmt: skip
"""Pieces of the starter, and what stands in their place."""


def full() -> str:
    """The text of *Two Towns* with every key that a scenario can have."""
    text = starter("two-towns")
    for old, new in _CHANGES:
        assert old in text, old
        text = text.replace(old, new)
    return text


FULL: Final = full()
