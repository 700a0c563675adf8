"""Who may be asked to play."""

from __future__ import annotations

import attrs

from game.cli.output import introduce, values
from game.cli.playing import known_text
from game.match.books import rulebook
from game.opponents import roster


def list_opponents(scenario: str, *, as_json: bool) -> int:
    """Print who can play a side of a scenario besides a person, weak searches before strong."""
    found = roster(rulebook(*known_text(scenario), None).scenario)
    if as_json:
        values([attrs.asdict(each) for each in found])
        return 0
    for each in found:
        introduce(each.name, f"{each.title}. {each.stance}. {each.about}")
    return 0
