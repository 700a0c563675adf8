"""Beginning a match."""

from __future__ import annotations

import os
import secrets
from functools import partial

import click

from game.cli.options import MAIN, WholeNumber, library, plain_option, saves_option, scenario_option
from game.cli.overview import EPILOG
from game.cli.scenarios import check_variant, known_text
from game.cli.screens import need_terminal, show
from game.cli.sides import Seats, SidesCommand, seated, seats_option
from game.match import Match
from game.match.books import rulebook
from game.opponents import HUMAN, opponent
from game.rules import Rulebook
from game.scenario import load
from game.settings import SettingsFile


class PlayCommand(SidesCommand):
    """A command whose help has the game in a page, too."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from game.telling.primer import primer  # noqa: PLC0415 - for the help only
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
    "--seed", type=WholeNumber(most=2**64 - 1), metavar="N", help="What Chance draws from."
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
    if not plain:
        need_terminal()
    elif not any(map(partial(_said, context), ("scenario", "variant", "seats", "seed", "save"))):
        from game.cli import plain as lines  # noqa: PLC0415 - not for the app

        return lines.ask_and_begin(saves)
    text, where = known_text(scenario)
    book = rulebook(text, where, None)
    check_variant(book.scenario, variant)
    if seed is None:
        # Below 2**53, so that whatever reads a save keeps it exact.
        seed = secrets.randbits(53)
    sitting = seated(book.scenario, (HUMAN, HUMAN), seats)
    for seat in sitting:
        opponent(seat, seed=seed, scenario=book.scenario)
    journal = saves.create(save, title=book.scenario.title)

    def begin() -> Match:
        one, other = (seat == HUMAN for seat in sitting)
        return Match.new(
            text,
            where,
            seats=sitting,
            seed=seed,
            variant=variant,
            journal=journal,
            names=SettingsFile.usual(os.environ).read().player_names((one, other)),
        )

    if not plain:
        return show(saves, begin())
    from game.cli import plain as lines  # noqa: PLC0415 - not for the app

    return lines.begin(begin, saves)


def _said(context: click.Context, name: str) -> bool:
    """Whether a parameter was given on the command line."""
    return context.get_parameter_source(name) is not click.core.ParameterSource.DEFAULT
