"""Beginning a match."""

from __future__ import annotations

from functools import partial

import click

from game.cli.begin import begin
from game.cli.options import WholeNumber, library, plain_option, saves_option, scenario_option
from game.cli.overview import EPILOG
from game.cli.seating import Seats
from game.cli.sides import SidesCommand, seats_option
from game.cli.wanted import MAIN, MOST_SEED, Wanted


class PlayCommand(SidesCommand):
    """A command whose help has the game in a page, too."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from game.rules import Rulebook  # noqa: PLC0415 - for the help only
        from game.scenario import load  # noqa: PLC0415 - likewise
        from game.telling.primer import primer  # noqa: PLC0415 - likewise
        from game.telling.voice import Voice  # noqa: PLC0415 - likewise

        voice = Voice(Rulebook(load(MAIN)))
        with formatter.section(voice.say("help.page", scenario=voice.scenario.title)):
            formatter.write_dl([(rule.title, rule.text) for rule in primer(voice)])
        super().format_epilog(ctx, formatter)


@click.command(cls=PlayCommand, epilog=EPILOG)
@scenario_option
@click.option("--variant", metavar="ID", help="Another start that the scenario offers, e.g. easy.")
@seats_option
@click.option(
    "--seed", type=WholeNumber(most=MOST_SEED), metavar="N", help="What Chance draws from."
)
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
    """Begin a match. Both seats are for people unless you say otherwise.

    With --plain and nothing else it is asked what is played, and who plays.
    """
    saves = library(context)
    said = map(partial(_said, context), ("scenario", "variant", "seats", "seed", "save"))
    if plain and not any(said):
        from game.cli import plain as lines  # noqa: PLC0415 - not for the app

        return lines.ask_and_begin(saves)
    return begin(saves, Wanted(scenario, variant, seats, seed, save), plain=plain)


def _said(context: click.Context, name: str) -> bool:
    """Whether a parameter was given on the command line."""
    return context.get_parameter_source(name) is not click.core.ParameterSource.DEFAULT
