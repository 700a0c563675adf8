"""The commands and their options. What they do stands in other modules, imported when needed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from game import __version__

if TYPE_CHECKING:
    from game.match import Library

_EPILOG = "Exit codes: 0 done, 1 failed, 2 wrong usage, 70 a fault of the program, 130 interrupted."


def _saves(context: click.Context, _: click.Parameter, value: Path | None) -> None:
    """The folder can be named before or after the command."""
    if value is not None:
        context.find_root().meta["saves"] = value


def _saves_option(command: Any) -> Any:  # noqa: ANN401 - click's own decorators are typed so
    return click.option(
        "--saves",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        expose_value=False,
        is_eager=True,
        callback=_saves,
        help="The folder of saves, instead of $SHARED_ENEMY_SAVES or the usual one.",
    )(command)


def _plain_option(command: Any) -> Any:  # noqa: ANN401 - as above
    return click.option(
        "--plain", is_flag=True, help="Lines of text on standard input and output, no screens."
    )(command)


@click.group(
    invoke_without_command=True,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
@_saves_option
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context) -> int:
    """A debate-game for the terminal: the United States, Russia, and a glass ceiling over Ukraine.

    Without a command the app opens.
    """
    if context.invoked_subcommand is not None:
        return 0
    from game.cli.playing import show  # noqa: PLC0415 - as in every command: only when needed

    return show(_library(context))


@cli.command(epilog=_EPILOG)
@click.option("--scenario", default="shared-enemy", metavar="ID|FILE", help="What is played.")
@click.option("--variant", metavar="ID", help="Another start that the scenario offers, e.g. easy.")
@click.option("--us", metavar="SEAT", help="Who plays the side us: human (the default) or random.")
@click.option("--ru", metavar="SEAT", help="Who plays the side ru, likewise.")
@click.option(
    "--seat",
    "others",
    multiple=True,
    metavar="SIDE=SEAT",
    help="Who plays a side, by the side's id, in any scenario. Can be given twice.",
)
@click.option(
    "--seed", type=click.IntRange(0, 2**64 - 1), metavar="N", help="What Chance draws from."
)
@click.option(
    "--save", metavar="NAME", help="The name of the save; one is found if it is left out."
)
@_plain_option
@_saves_option
@click.pass_context
def play(
    context: click.Context,
    scenario: str,
    variant: str | None,
    us: str | None,
    ru: str | None,
    others: tuple[str, ...],
    seed: int | None,
    save: str | None,
    plain: bool,  # noqa: FBT001 - a flag of the command line
) -> int:
    """Begin a match. Both seats are for people unless you say otherwise."""
    from game.cli.playing import begin  # noqa: PLC0415 - as above

    named = [(side, seat) for side, seat in (("us", us), ("ru", ru)) if seat is not None]
    for pair in others:
        side, equals, seat = pair.partition("=")
        if not equals:
            raise click.BadParameter(f"{pair!r} is not SIDE=SEAT, such as us=random.", context)
        named.append((side, seat))
    return begin(
        _library(context),
        scenario=scenario,
        variant=variant,
        seats=tuple(named),
        seed=seed,
        save=save,
        plain=plain,
    )


@cli.command(epilog=_EPILOG)
@click.argument("name", required=False)
@_plain_option
@_saves_option
@click.pass_context
def resume(context: click.Context, name: str | None, plain: bool) -> int:  # noqa: FBT001 - a flag
    """Go on with a match: the save NAME, or the one played last."""
    from game.cli.playing import resume as go_on  # noqa: PLC0415 - as above

    return go_on(_library(context), name, plain=plain)


@cli.command(epilog=_EPILOG)
@click.argument("file")
@_plain_option
@_saves_option
@click.pass_context
def replay(context: click.Context, file: str, plain: bool) -> int:  # noqa: FBT001 - a flag
    """Step through a save, FILE or the name of one. With --plain the whole game is printed."""
    from game.cli.playing import replay as look_back  # noqa: PLC0415 - as above

    return look_back(_library(context), file, plain=plain)


@cli.command(epilog=_EPILOG)
@_saves_option
@click.pass_context
def saves(context: click.Context) -> int:
    """List the saves."""
    from game.cli.listing import list_saves  # noqa: PLC0415 - as above

    return list_saves(_library(context))


@cli.command(epilog=_EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@_saves_option
@click.pass_context
def verify(context: click.Context, files: tuple[str, ...]) -> int:
    """Prove saves: play them again and compare every line.

    FILE is a file or the name of a save. Exit code 1 if anything differs.
    """
    from game.cli.listing import verify as prove  # noqa: PLC0415 - as above

    return prove(_library(context), files)


@cli.group()
def scenario() -> None:
    """About scenarios."""


@scenario.command("list")
def scenario_list() -> int:
    """List the scenarios that come with the game."""
    from game.cli.listing import list_scenarios  # noqa: PLC0415 - as above

    return list_scenarios()


def _library(context: click.Context) -> Library:
    from game.cli.playing import library  # noqa: PLC0415 - as above

    return library(context.find_root().meta.get("saves"))
