"""Reading a scenario from TOML."""

from __future__ import annotations

import tomllib

import cattrs

from game.scenario.model import Scenario


class ScenarioError(ValueError):
    """A scenario cannot be used; the message says where and what to do."""


def parse(text: str, where: str) -> Scenario:
    converter = cattrs.Converter(forbid_extra_keys=True)
    return converter.structure(tomllib.loads(text), Scenario)
