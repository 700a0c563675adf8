"""Who plays which side, as options of a command."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from typing import Any

import click

from game.cli.usage import WrongUsage
from game.scenario import Scenario
from game.text import clean, shown

Seats = tuple[tuple[str, str], ...]
"""Seats as they were asked for: (side, seat)."""


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
        name, equals, seat = argument.partition("=")
        side = name.removeprefix("--")
        if not side or side == name or name in own or _slip(side, own):
            yield argument
            continue
        seat = seat if equals else next(rest, "-")
        if not equals and seat.startswith("-"):
            # No seat is called so: the option is none of ours, or its seat was forgotten.
            raise click.UsageError(
                f"{shown(name)} is no option of this command. If it names a side, say who plays "
                f"it, for example {clean(name)} random.",
                context,
            )
        yield from ("--seat", f"{side}={seat}")


def _slip(name: str, own: Collection[str]) -> bool:
    """Whether a name is one of the options, misspelt."""
    return bool(get_close_matches(name, [each.lstrip("-") for each in own]))


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


def seated(scenario: Scenario, before: tuple[str, str], named: Seats) -> tuple[str, str]:
    """Who sits where: those from before, unless another seat was asked for.

    Raises:
        WrongUsage: the scenario has no such side.
    """
    sides = [side.id for side in scenario.sides]
    seats = dict(zip(sides, before, strict=True))
    for side, seat in named:
        if side not in seats:
            raise WrongUsage(
                f"scenario {scenario.id} has no side {shown(side)}. Sides: {', '.join(sides)}."
            )
        seats[side] = seat
    first, second = (seats[side] for side in sides)
    return first, second
