"""Who plays which side, as options of a command."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final

import click

from game.cli.seating import Seats, slip
from game.text import clean, shown

PLAIN: Final = "--plain"
"""An option of the commands that show a match."""


class SidesCommand(click.Command):
    """A command to which the sides of every scenario are options: ``--us SEAT``, ``--ussr SEAT``.

    Which sides there are is known only once the scenario is read, so an option that is none of the
    command's own, and not a slip of one, is taken for a side's.
    """

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        own = {name for each in self.params for name in each.opts} | set(
            self.get_help_option_names(context)
        )
        return super().parse_args(context, list(_with_seats(context, args, own)))


def _with_seats(
    context: click.Context, arguments: Sequence[str], own: Collection[str]
) -> Iterator[str]:
    """The arguments, with ``--us random`` and ``--us=random`` as ``--seat us=random``."""
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":  # what follows is no option
            yield argument
            yield from rest
            return
        name, equals, seat = argument.partition("=")
        side = name.removeprefix("--")
        if not side or side == name or name in own or slip(side, own):
            yield argument
            continue
        seat = seat if equals else next(rest, "-")
        if not equals and seat.startswith("-"):
            # No seat is called so: the option is none of ours, or its seat was forgotten.
            raise click.UsageError(
                f"{shown(name)} is no option of this command. {_hint(name, clean(name))}",
                context,
            )
        yield from ("--seat", f"{side}={seat}")


def _hint(name: str, told: str) -> str:
    """What could have been meant by an option that a command has not."""
    if name == PLAIN:
        return f"{told} belongs to play, resume, replay and learn: go on with resume NAME {told}."
    return f"If it names a side, say who plays it, for example {told} random."


def seats_option(command: Any) -> Any:  # noqa: ANN401 - as above
    return click.option(
        "--seat",
        "seats",
        multiple=True,
        metavar="SIDE=SEAT",
        callback=_seats,
        help="Who plays a side, by the side's id: human, random, a character or a doctrine of "
        "the scenario by its id, or a search from search:1 to search:6. Can be given twice. "
        "Short: --us SEAT for --seat us=SEAT, and so for every side.",
    )(command)


def _seats(context: click.Context, _: click.Parameter, value: tuple[str, ...]) -> Seats:
    named = []
    for pair in value:
        side, equals, seat = pair.partition("=")
        if not equals:
            raise click.BadParameter(f"{pair!r} is not SIDE=SEAT, such as us=random.", context)
        named.append((side, seat))
    return tuple(named)
