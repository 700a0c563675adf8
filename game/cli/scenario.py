"""Scenarios on the command line: which there are, and what they say."""

from __future__ import annotations

from typing import Final

import click

from game.authoring.characters import text_of_character
from game.authoring.sums import words_table
from game.cli.group import LazyGroup
from game.cli.options import json_option
from game.cli.output import glossary, values, write
from game.cli.overview import EPILOG, Commands
from game.rules import Rulebook
from game.scenario import Listed, load, scenarios
from game.scenario.catalogue import languages
from game.scenario.reading.read_character import parse_character
from game.telling.messages import english
from game.telling.rulebook import character_sheet, rulebook
from game.telling.voice import Voice

COMMANDS: Final[Commands] = {
    "check": ("game.cli.check:check", "Find the faults of scenarios."),
    "explain": ("game.cli.check:explain", "Say why a fault is one."),
    "list": ("game.cli.scenario:list_", "List the scenarios that come with the game."),
    "new": ("game.cli.write:new", "Write a small scenario to begin with."),
    "schema": ("game.cli.write:schema", "Write the JSON Schema of scenarios."),
    "show": ("game.cli.scenario:show", "Print a scenario, or a character."),
    "words": ("game.cli.scenario:words", "Print a sum of each text, for a translation."),
}


@click.group(cls=LazyGroup, table=COMMANDS)
def scenario() -> None:
    """List, read, check and write scenarios."""


@click.command("list", epilog=EPILOG)
@json_option
def list_(as_json: bool) -> int:  # noqa: FBT001 - a flag
    """List the scenarios that come with the game."""
    found = scenarios()
    if as_json:
        values(
            [
                {
                    "id": each.id,
                    "file": str(each.path),
                    "title": each.title,
                    "summary": each.summary,
                    "languages": list(languages(each.id)),
                    "error": None if each.error is None else str(each.error),
                }
                for each in found
            ]
        )
        return 0
    for each in found:
        if each.error is not None:
            write(str(each.error), err=True)
    good = [(each.id, _told(each)) for each in found if each.error is None]
    words = english().say
    glossary((words("cli.column.name"), words("cli.column.about")), good)
    return 0


def _told(found: Listed) -> str:
    """What a scenario is about, and in which other languages it can be played."""
    into = languages(found.id)
    if not into:
        return english().say("cli.scenario.listed", title=found.title, summary=found.summary)
    return english().say(
        "cli.scenario.translated",
        title=found.title,
        summary=found.summary,
        languages=english().say("names.list.comma").join(into),
    )


@click.command(epilog=EPILOG)
@click.argument("file")
@click.option("--language", metavar="CODE", help="In the words of a translation, such as ru.")
def show(file: str, language: str | None) -> int:
    """Print a scenario, or a character.

    As a rulebook in Markdown, with tables of all there is, and of what attacks what. FILE is a
    file, or the id of a scenario or a character that comes with the game.
    """
    if found := text_of_character(file):
        write(character_sheet(english(), parse_character(*found)), end="")
        return 0
    write(rulebook(Voice(Rulebook(load(file, language)))), end="")
    return 0


@click.command(epilog=EPILOG)
@click.argument("file")
def words(file: str) -> int:
    """Print a sum of each text, for a translation.

    With this table at its end a translation says of which words it was made, so that the check
    can name the texts that have changed since. FILE is a file, or the id of a scenario that comes
    with the game.
    """
    write(words_table(load(file)), end="")
    return 0
