"""The commands and their options. What they do stands in other modules, imported when needed."""

from __future__ import annotations

import click

from game import __version__
from game.cli.line_commands import annotate, branch, variations
from game.cli.options import (
    EPILOG,
    Seating,
    Seats,
    Whole,
    json_option,
    library,
    plain_option,
    saves_option,
    scenario_option,
    seats_option,
    variation_option,
)
from game.cli.save_commands import export, saves, verify
from game.cli.scenario_commands import scenario


@click.group(
    invoke_without_command=True,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
@saves_option
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context) -> int:
    """A debate-game for the terminal: the United States, Russia, and a glass ceiling over Ukraine.

    Without a command the app opens.
    """
    if context.invoked_subcommand is not None:
        return 0
    from game.cli.screens import show  # noqa: PLC0415 - as in every command: only when needed

    # The title is on the screen before the game itself is imported.
    return show(lambda: library(context))


@cli.command(cls=Seating, epilog=EPILOG)
@scenario_option
@click.option("--variant", metavar="ID", help="Another start that the scenario offers, e.g. easy.")
@seats_option
@click.option("--seed", type=Whole(most=2**64 - 1), metavar="N", help="What Chance draws from.")
@click.option(
    "--save", metavar="NAME", help="The name of the save; one is found if it is left out."
)
@plain_option
@saves_option
@click.pass_context
def play(
    context: click.Context,
    scenario: str,
    variant: str | None,
    seats: Seats,
    seed: int | None,
    save: str | None,
    plain: bool,  # noqa: FBT001 - a flag of the command line
) -> int:
    """Begin a match. Both seats are for people unless you say otherwise."""
    from game.cli.playing import begin  # noqa: PLC0415 - as above

    return begin(
        library(context),
        scenario=scenario,
        variant=variant,
        seats=seats,
        seed=seed,
        save=save,
        plain=plain,
    )


@cli.command(epilog=EPILOG)
@click.argument("name", required=False)
@variation_option
@plain_option
@saves_option
@click.pass_context
def resume(
    context: click.Context,
    name: str | None,
    variation: int | None,
    plain: bool,  # noqa: FBT001 - a flag
) -> int:
    """Go on with a match.

    It is the save NAME, or else the one that was played last.
    """
    from game.cli.playing import resume as go_on  # noqa: PLC0415 - as above

    return go_on(library(context), name, variation=variation, plain=plain)


@cli.command(epilog=EPILOG)
@click.argument("file")
@variation_option
@plain_option
@saves_option
@click.pass_context
def replay(
    context: click.Context,
    file: str,
    variation: int | None,
    plain: bool,  # noqa: FBT001 - a flag
) -> int:
    """Step through a match.

    FILE is a file or the name of a save. With --plain the whole game is printed.
    """
    from game.cli.playing import replay as look_back  # noqa: PLC0415 - as above

    return look_back(library(context), file, variation=variation, plain=plain)


@cli.command(epilog=EPILOG)
@scenario_option
@json_option
def opponents(scenario: str, as_json: bool) -> int:  # noqa: FBT001 - a flag
    """List who can play besides people.

    By the name that --seat, --us and --ru take, with the character of each: chance, the
    doctrines of a scenario, and searches that look further at each level.
    """
    from game.cli.opponents import list_opponents  # noqa: PLC0415 - as above

    return list_opponents(scenario, as_json=as_json)


for _command in (saves, verify, export, branch, variations, annotate, scenario):
    cli.add_command(_command)
