"""The commands about scenarios, most of them for those who write one."""

from __future__ import annotations

import click

from game.cli.options import EPILOG, json_option

_OUTPUT = click.option(
    "-o", "--output", metavar="PATH", help="The file to write, which must not be there yet."
)


@click.group(epilog=EPILOG)
def scenario() -> None:
    """List, read, check and write scenarios."""


@scenario.command("list", epilog=EPILOG)
@json_option
def list_(as_json: bool) -> int:  # noqa: FBT001 - a flag
    """List the scenarios that come with the game."""
    from game.cli.authoring import list_scenarios  # noqa: PLC0415 - as in every command

    return list_scenarios(as_json=as_json)


@scenario.command(epilog=EPILOG)
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("--strict", is_flag=True, help="Let warnings fail, too.")
@click.option("--explain", "code", metavar="CODE", help="Say what a fault is, and check nothing.")
@json_option
@click.pass_context
def check(
    context: click.Context,
    files: tuple[str, ...],
    strict: bool,  # noqa: FBT001 - a flag
    code: str | None,
    as_json: bool,  # noqa: FBT001 - a flag
) -> int:
    """Find the faults of scenarios.

    Each with its line: first all those of how a file is written, and when there are none all
    those of what it says. FILE is a file, or the id of a scenario that comes with the game; the
    translations beside it are checked with it. Errors keep a scenario from being
    played; warnings say what can never happen in it, or always does. Exit code 1 if there are
    errors.
    """
    from game.cli import authoring  # noqa: PLC0415 - as above

    if code is not None:
        return authoring.explain_code(code)
    if not files:
        raise click.UsageError("name at least one FILE, or a code to --explain.", context)
    return authoring.check_files(files, strict=strict, as_json=as_json)


@scenario.command(epilog=EPILOG)
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Say why a fault is one.

    With an example. CODE stands in brackets behind the place of a fault. Without one, all codes
    are listed.
    """
    from game.cli.authoring import explain_code  # noqa: PLC0415 - as above

    return explain_code(code)


@scenario.command(epilog=EPILOG)
@click.argument("name")
@_OUTPUT
def new(name: str, output: str | None) -> int:
    """Write a small scenario to begin with.

    It is commented, and good to play as it stands. NAME is its id; the file is NAME.toml unless
    you say otherwise, and - is standard output.
    """
    from game.cli.authoring import new_scenario  # noqa: PLC0415 - as above

    return new_scenario(name, output)


@scenario.command(epilog=EPILOG)
@_OUTPUT
def schema(output: str | None) -> int:
    """Write the JSON Schema of scenarios.

    It is for editors that check a file as it is typed.
    """
    from game.cli.authoring import write_schema  # noqa: PLC0415 - as above

    return write_schema(output)


@scenario.command(epilog=EPILOG)
@click.argument("file")
@click.option("--language", metavar="CODE", help="In the words of a translation, such as ru.")
def show(file: str, language: str | None) -> int:
    """Print a scenario as a rulebook.

    In Markdown, with tables of all there is, and of what attacks what. FILE is a file, or the id
    of a scenario that comes with the game.
    """
    from game.cli.authoring import show_scenario  # noqa: PLC0415 - as above

    return show_scenario(file, language)


@scenario.command(epilog=EPILOG)
@click.argument("file")
def words(file: str) -> int:
    """Print a sum of each text, for a translation.

    With this table at its end a translation says of which words it was made, so that the check
    can name the texts that have changed since. FILE is a file, or the id of a scenario that comes
    with the game.
    """
    from game.cli.authoring import show_words  # noqa: PLC0415 - as above

    return show_words(file)
