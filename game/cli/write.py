"""Writing scenarios, and what editors check them by."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from game.authoring.schema import character_schema, lesson_schema
from game.authoring.schema import schema as json_schema
from game.authoring.starter import starter
from game.cli.output import write
from game.cli.overview import EPILOG
from game.cli.targets import STANDARD_OUTPUT
from game.cli.usage import WrongUsage
from game.scenario.catalogue import ids
from game.telling.messages import english
from game.text import clean, line
from game.text.filename import unportable

_output_option = click.option(
    "-o", "--output", metavar="PATH", help="The file to write, which must not be there yet."
)


@click.command(epilog=EPILOG)
@click.argument("name")
@_output_option
def new(name: str, output: str | None) -> int:
    """Write a small scenario to begin with.

    It is commented, and good to play as it stands. NAME is its id; the file is NAME.toml unless
    you say otherwise, and - is standard output.
    """
    text = starter(name)
    if output is None and (fault := unportable(f"{name}.toml")):
        raise WrongUsage(f"{fault}; choose another id, or name the file with -o")
    if name in ids():
        write(english().say("cli.scenario.hides", name=name), err=True)
    file = _write(output or f"{name}.toml", text)
    if file is not None:
        write(english().say("cli.scenario.begun", file=file), err=True)
    return 0


@click.command(epilog=EPILOG)
@click.option("--character", is_flag=True, help="The schema of a character’s file instead.")
@click.option("--lesson", is_flag=True, help="The schema of a lesson’s file instead.")
@_output_option
def schema(
    output: str | None,
    character: bool,  # noqa: FBT001 - a flag
    lesson: bool,  # noqa: FBT001 - a flag
) -> int:
    """Write the JSON Schema of scenarios.

    It is for editors that check a file as it is typed.
    """
    if character and lesson:
        raise WrongUsage("name one of --character and --lesson: a schema is of one kind of file")
    whole = character_schema() if character else lesson_schema() if lesson else json_schema()
    file = _write(output or STANDARD_OUTPUT, json.dumps(whole, indent=2, ensure_ascii=False) + "\n")
    if file is not None:
        write(english().say("cli.scenario.schema", file=file), err=True)
    return 0


def _write(output: str, text: str) -> str | None:
    """Write a file that is not there yet, or print; what a message calls the file.

    Raises:
        WrongUsage: not every system can have a file of this name.
        ClickException: there is such a file, or it cannot be written.
    """
    if output == STANDARD_OUTPUT:
        write(text, end="")
        return None
    file, named = Path(output), line(output)
    if fault := unportable(file.name):
        raise WrongUsage(f"{fault}; choose another name with -o")
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    except FileExistsError:
        raise click.ClickException(
            f"{named} is there already and was not changed; choose another name with -o"
        ) from None
    except (OSError, ValueError) as error:
        raise click.ClickException(f"{named} was not written: {_because(error)}") from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as written:
            written.write(text)
    except OSError as error:
        file.unlink(missing_ok=True)
        raise click.ClickException(f"{named} was not written: {_because(error)}") from None
    return named


def _because(error: Exception) -> str:
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return clean(said)
