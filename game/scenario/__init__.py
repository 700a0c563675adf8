"""What a scenario is, and how one is read.

These names are imported when they are first asked for: the title of the app, and whoever only
cleans a text, need not wait for the model.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.scenario.catalogue import Listed, languages, load, read_text, scenarios, shipped
    from game.scenario.faults import Fault, ScenarioError
    from game.scenario.model import Scenario
    from game.scenario.read import parse
    from game.scenario.text import clean, faulty
    from game.scenario.translation import translate
else:
    from importlib import import_module

    _HOMES = {
        **dict.fromkeys(
            ("Listed", "languages", "load", "read_text", "scenarios", "shipped"), "catalogue"
        ),
        **dict.fromkeys(("Fault", "ScenarioError"), "faults"),
        "Scenario": "model",
        "parse": "read",
        **dict.fromkeys(("clean", "faulty"), "text"),
        "translate": "translation",
    }

    def __getattr__(name):  # noqa: ANN001, ANN202 - nobody but Python calls it
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = found
        return found


__all__ = [
    "Fault",
    "Listed",
    "Scenario",
    "ScenarioError",
    "clean",
    "faulty",
    "languages",
    "load",
    "parse",
    "read_text",
    "scenarios",
    "shipped",
    "translate",
]
