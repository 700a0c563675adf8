"""What the commands have in common: options, and the folder of saves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from game.cli.digits import whole_number
from game.cli.overview import SAVES
from game.cli.wanted import MAIN

if TYPE_CHECKING:
    from game.match import Library

_FOLDER: Final = "saves"

_LONGEST: Final = 60
"""The most characters of what was typed that a message quotes."""


if TYPE_CHECKING:
    _Whole = click.ParamType[int]
else:
    _Whole = click.ParamType  # not generic in every version of click


class WholeNumber(_Whole):
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
        number = whole_number(text, self._least, self._most)
        if number is None:
            short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
            self.fail(
                f"{short!r} is not a whole number from {self._least} to {self._most}.", param, ctx
            )
        return number


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
        help=SAVES,
    )(command)


def plain_option(command: Any) -> Any:  # noqa: ANN401 - as above
    return click.option(
        "--plain", is_flag=True, help="Lines of text on standard input and output, no screens."
    )(command)


def json_option(command: Any) -> Any:  # noqa: ANN401 - as above
    return click.option("--json", "as_json", is_flag=True, help="For programs: as JSON.")(command)


def scenario_option(command: Any) -> Any:  # noqa: ANN401 - as above
    return click.option("--scenario", default=MAIN, metavar="ID|FILE", help="What is played.")(
        command
    )


def ply_option(command: Any) -> Any:  # noqa: ANN401 - as above
    return click.option(
        "--at",
        type=WholeNumber(),
        required=True,
        metavar="PLY",
        help="After how many decisions, from 0.",
    )(command)


def variation_option(command: Any) -> Any:  # noqa: ANN401 - as above
    return click.option(
        "--variation",
        type=WholeNumber(),
        metavar="N",
        help="Of this variation, instead of the one that is played.",
    )(command)


def library(context: click.Context) -> Library:
    """The library of the folder that was asked for, or of the usual one."""
    from game.cli.library import library as found  # noqa: PLC0415 - the game, when it is needed

    return found(context.find_root().meta.get(_FOLDER))
