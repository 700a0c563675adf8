"""What tags are called for people: a scenario gives them ids, and spells the words in its prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.scenario import Scenario


def tag_words(scenario: Scenario, tag: str) -> str:
    """A tag as the scenario itself spells its words first in the middle of a sentence.

    ``ukraine`` is Ukraine, ``isis`` ISIS, and ``law`` stays as it is. What no sentence mentions
    is told in the words of the id.
    """
    plain = tag.replace("-", " ").replace("_", " ")
    inside = re.compile(rf"(?<=[\w,;:] ){re.escape(plain)}\b", re.IGNORECASE)
    for each in _prose(scenario):
        # Most sentences are about something else, which a search for letters of any case is slow
        # to find out.
        if plain in each.lower() and (found := inside.search(each)):
            return found[0]
    return plain


def _prose(scenario: Scenario) -> Iterator[str]:
    """Sentences of a scenario; titles, in which words may be large, are not among them."""
    yield scenario.summary
    yield scenario.opening
    yield from (each.text for each in scenario.motions)
    yield from (each.name for each in scenario.drifts)
    for argument in scenario.arguments:
        yield from (argument.said_by(side.id) for side in scenario.sides)
    yield from (each.title for each in scenario.headlines)
    yield from (each.text for each in scenario.acts)
    yield from (each.text for each in scenario.lines)
