"""What the commands have in common: options, and the folder of saves."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from game.match import Library

EPILOG: Final = (
    "Exit codes: 0 done, 1 failed, 2 wrong usage, 70 a fault of the program, 130 interrupted."
)

Seats = tuple[tuple[str, str], ...]
"""Seats as they were asked for: (side, seat)."""

_FOLDER: Final = "saves"

_LONGEST: Final = 60
"""The most characters of what was typed that a message quotes."""


if TYPE_CHECKING:
    _Whole = click.ParamType[int]
else:
    _Whole = click.ParamType  # not generic in every version of click


class Whole(_Whole):
    """A whole number between two bounds, whose digits are counted before they are read."""

    name = "number"

    def __init__(self, least: int = 0, most: int = 10**9) -> None:
        self._least = least
        self._most = most

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's signature
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> int:
        if isinstance(value, int):
            return value
        text = str(value)
        digits = text.isascii() and text.isdigit() and len(text) <= len(str(self._most))
        if not digits or not self._least <= int(text) <= self._most:
            short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
            self.fail(
                f"{short!r} is not a whole number from {self._least} to {self._most}.", param, ctx
            )
        return int(text)


def _saves(context: click.Context, _: click.Parameter, value: str | None) -> None:
    """The folder can be named before or after the command."""
    if value is not None:
        context.find_root().meta[_FOLDER] = value


# Decorators of click are typed as taking and giving anything callable.


def saves_option(command: Any) -> Any:  # noqa: ANN401 - as said above
    return click.option(
        "--saves",
        type=click.Path(file_okay=False),
        metavar="DIR",
        expose_value=False,
        is_eager=True,
        callback=_saves,
        help="The folder of saves, instead of $SHARED_ENEMY_SAVES or the usual one.",
    )(command)


def plain_option(command: Any) -> Any:  # noqa: ANN401 - as above
    return click.option(
        "--plain", is_flag=True, help="Lines of text on standard input and output, no screens."
    )(command)


def json_option(command: Any) -> Any:  # noqa: ANN401 - as above
    return click.option("--json", "as_json", is_flag=True, help="For programs: as JSON.")(command)


def scenario_option(command: Any) -> Any:  # noqa: ANN401 - as above
    return click.option(
        "--scenario", default="shared-enemy", metavar="ID|FILE", help="What is played."
    )(command)


def variation_option(command: Any) -> Any:  # noqa: ANN401 - as above
    return click.option(
        "--variation",
        type=Whole(),
        metavar="N",
        help="Of this variation, instead of the one that is played.",
    )(command)


class Seating(click.Command):
    """A command to which the sides of every scenario are options: ``--us SEAT``, ``--ussr SEAT``.

    Which sides there are is known only once the scenario is read, so an option that is none of the
    command's own, and not a slip of one, is taken for a side's.
    """

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        own = {name for each in self.params for name in each.opts} | set(
            self.get_help_option_names(context)
        )
        return super().parse_args(context, list(_with_seats(args, own)))


def _with_seats(arguments: Sequence[str], own: Collection[str]) -> Iterator[str]:
    """The arguments, with ``--us random`` and ``--us=random`` as ``--seat us=random``."""
    rest = iter(arguments)
    for argument in rest:
        name, equals, seat = argument.partition("=")
        side = name.removeprefix("--")
        if not side or side == name or name in own or _slip(side, own):
            yield argument
            continue
        yield from ("--seat", f"{side}={seat if equals else next(rest, '')}")


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
        help="Who plays a side, by the side's id: human, random, a doctrine of the scenario by "
        "its id, or a search from search:1 to search:5. Can be given twice. Short: --us SEAT for "
        "--seat us=SEAT, and so for every side.",
    )(command)


def _seats(context: click.Context, _: click.Parameter, value: tuple[str, ...]) -> Seats:
    named = []
    for pair in value:
        side, equals, seat = pair.partition("=")
        if not equals:
            raise click.BadParameter(f"{pair!r} is not SIDE=SEAT, such as us=random.", context)
        named.append((side, seat))
    return tuple(named)


def library(context: click.Context) -> Library:
    """The library of the folder that was asked for, or of the usual one."""
    from game.cli.library import library as found  # noqa: PLC0415 - the game, when it is needed

    return found(context.find_root().meta.get(_FOLDER))
