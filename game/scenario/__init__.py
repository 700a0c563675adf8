"""What a scenario is, and how one is read."""

from game.scenario.catalogue import Listed, load, read_text, scenarios, shipped
from game.scenario.faults import Fault, ScenarioError
from game.scenario.model import Scenario
from game.scenario.read import parse
from game.scenario.text import clean, faulty

__all__ = [
    "Fault",
    "Listed",
    "Scenario",
    "ScenarioError",
    "clean",
    "faulty",
    "load",
    "parse",
    "read_text",
    "scenarios",
    "shipped",
]
