"""Who may be asked to play."""

from __future__ import annotations

import attrs
import click

from game.cli.options import json_option, library, saves_option, scenario_option
from game.cli.output import glossary, values
from game.cli.overview import EPILOG
from game.cli.scenarios import known_text
from game.match.books import rulebook
from game.review.tallies import Tally, library_tallies
from game.telling.messages import english
from game.telling.opponents import Sitter, how_it_went, sitters, told


@click.command(epilog=EPILOG)
@scenario_option
@json_option
@saves_option
@click.pass_context
def opponents(context: click.Context, scenario: str, as_json: bool) -> int:  # noqa: FBT001 - a flag
    """List who can play besides people.

    By the name that --seat, --us and --ru take, with what each is like: chance, the characters with
    how hard they are and what can be counted on, the doctrines of a scenario, and searches that
    look further at each level. Behind it stands how your games against each have ended.
    """
    found = sitters(english(), rulebook(*known_text(scenario), None).scenario)
    played = library_tallies(library(context))
    if as_json:
        values(
            [
                attrs.asdict(each)
                | {"played": attrs.asdict(played[each.name]) if each.name in played else None}
                for each in found
            ]
        )
        return 0
    words = english().say
    glossary(
        (words("cli.column.name"), words("cli.column.about")),
        [(each.name, _told(each, played.get(each.name))) for each in found],
    )
    return 0


def _told(each: Sitter, played: Tally | None) -> str:
    """Somebody in sentences, with how the games against it have ended."""
    went = how_it_went(english(), played)
    rows = [told(english(), each), *([went] if went else [])]
    return english().say("names.list.space").join(rows)
