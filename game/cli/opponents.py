"""Who may be asked to play."""

from __future__ import annotations

import attrs
import click

from game.cli.options import json_option, scenario_option
from game.cli.output import glossary, values
from game.cli.overview import EPILOG
from game.cli.scenarios import known_text
from game.match.books import rulebook
from game.telling.messages import english
from game.telling.opponents import sitters, told


@click.command(epilog=EPILOG)
@scenario_option
@json_option
def opponents(scenario: str, as_json: bool) -> int:  # noqa: FBT001 - a flag
    """List who can play besides people.

    By the name that --seat, --us and --ru take, with what each is like: chance, the characters with
    how hard they are and what can be counted on, the doctrines of a scenario, and searches that
    look further at each level.
    """
    found = sitters(english(), rulebook(*known_text(scenario), None).scenario)
    if as_json:
        values([attrs.asdict(each) for each in found])
        return 0
    words = english().say
    glossary(
        (words("cli.column.name"), words("cli.column.about")),
        [(each.name, told(english(), each)) for each in found],
    )
    return 0
