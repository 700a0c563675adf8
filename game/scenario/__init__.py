"""What a scenario is, and how one is read."""

from game.scenario.catalogue import Listed, languages, load, read_text, scenarios, shipped
from game.scenario.model import Scenario
from game.scenario.reading.faults import Fault, ScenarioError
from game.scenario.reading.read import parse
from game.scenario.reading.translation import translate

__all__ = [
    "Fault",
    "Listed",
    "Scenario",
    "ScenarioError",
    "languages",
    "load",
    "parse",
    "read_text",
    "scenarios",
    "shipped",
    "translate",
]
