"""What a scenario is, and how one is read."""

from game.scenario.catalogue import load
from game.scenario.model import Scenario
from game.scenario.read import ScenarioError, parse

__all__ = ["Scenario", "ScenarioError", "load", "parse"]
