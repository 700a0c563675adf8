"""Running a command: exit codes, errors in a sentence, never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NoReturn

from game.cli import streams
from game.cli.overview import NAME, overview

if TYPE_CHECKING:
    from pathlib import Path

    from game.match import Library

FAILED: Final = 1
USAGE: Final = 2
BROKEN: Final = 70
INTERRUPTED: Final = 130

_OVERVIEW: Final = (["--help"], ["-h"])


def main() -> NoReturn:
    """The entry point: run the command line and leave."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command line.

    Returns:
        The exit code: 0; 1 for a failure; 2 for wrong usage; 70 for a fault of the program; 128
        and the number of the signal if the system or Ctrl+C ended it.
    """
    streams.prepare()
    code = _run(arguments)
    if code == 0:
        try:
            sys.stdout.flush()
        except (OSError, ValueError) as error:
            code = _unwritten(error)
    streams.forget()
    return code


def _run(arguments: Sequence[str]) -> int:
    try:
        if list(arguments) not in _OVERVIEW:
            return _called(arguments)
        print(overview())
    except OSError as error:
        return _unwritten(error)
    except KeyboardInterrupt:
        return _end(INTERRUPTED, "interrupted")
    return 0


def _called(arguments: Sequence[str]) -> int:
    try:
        return _command(arguments) if arguments else _app()
    except Exception as error:
        return _failed(error)


def _app() -> int:
    """The app is opened without click, so that its title is there sooner."""
    from game.cli.screens import show  # noqa: PLC0415 - not what every command needs

    def library() -> Library:
        from game.cli.library import library  # noqa: PLC0415 - the game, once the title is there

        return library(None)

    return show(library)


def _command(arguments: Sequence[str]) -> int:
    match arguments:
        case ["play", *asked] if (begun := _begun(asked)) is not None:
            return begun
        case ["replay", file] if not file.startswith("-"):
            return _watched(file)
    from game.cli.root import cli  # noqa: PLC0415 - click, which the overview is told without

    code = cli.main(list(arguments), prog_name=NAME, standalone_mode=False)
    return code if isinstance(code, int) else 0


def _begun(arguments: Sequence[str]) -> int | None:
    """Begin a match that is asked for in a usual way; nothing if it has to be asked click."""
    from game.tui import importing  # noqa: PLC0415 - the app's room, which no help needs

    with importing():
        from game.cli.quick import wanted  # noqa: PLC0415 - not what every command needs

        match = wanted(arguments)
    if match is None:
        return None
    with importing():
        from game.cli.begin import begin  # noqa: PLC0415 - likewise
        from game.cli.library import library  # noqa: PLC0415 - likewise

    return begin(library(None), match, plain=False)


def _watched(file: str) -> int:
    """Step through a save, if nothing else is said of it."""
    from game.tui import importing  # noqa: PLC0415 - as above

    with importing():
        from game.cli.library import library  # noqa: PLC0415 - as above
        from game.cli.screens import show  # noqa: PLC0415 - as above

    saves = library(None)
    return show(saves, replay=saves.find(file))


def _failed(error: Exception) -> int:
    import click  # noqa: PLC0415 - imported only once something is wrong, if not before

    if isinstance(error, click.UsageError):
        hint = f"See {error.ctx.command_path} --help." if error.ctx else ""
        return _end(USAGE, f"{error.format_message()} {hint}")
    if isinstance(error, click.ClickException):
        return _end(error.exit_code, error.format_message())
    if isinstance(error, click.Abort):
        return _end(INTERRUPTED, "interrupted")
    if streams.failure(error):
        return _unwritten(error)
    known = _known(error)
    return _end(known, str(error)) if known else _end(BROKEN, _crashed(error))


def _unwritten(error: Exception) -> int:
    """The output takes no more. Whoever read it and has gone reads no words about it, either."""
    if isinstance(error, BrokenPipeError):
        return FAILED
    why = streams.failure(error) or "it is closed"
    return _end(FAILED, f"not everything could be written to the output: {why}")


def _known(error: Exception) -> int:
    """The exit code of an error that says by itself what to do; 0 if it is none."""
    from game.balance.errors import BalanceError, GateError  # noqa: PLC0415 - as below
    from game.match import MatchError  # noqa: PLC0415 - imported only once something is wrong
    from game.opponents import OpponentError, SeatError  # noqa: PLC0415 - as above
    from game.scenario import ScenarioError  # noqa: PLC0415 - as above

    if isinstance(error, SeatError | GateError):
        return USAGE
    known = MatchError | ScenarioError | OpponentError | BalanceError
    return FAILED if isinstance(error, known) else 0


def _end(code: int, message: str) -> int:
    from game.cli.output import write  # noqa: PLC0415 - not every command ends with words

    with suppress(OSError):
        write(f"{NAME}: {message.strip()}", err=True)
    return code


def _crashed(error: Exception) -> str:
    """Keep what a programmer needs to know in a file; the sentence that says so."""
    import traceback  # noqa: PLC0415 - as below

    what = f"the program has a fault ({type(error).__name__})"
    kept = "A match that was being played is saved up to its last decision."
    try:
        path = _crash_file()
        path.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError:
        return f"{what}. {kept}"
    return f"{what}. {kept} Please report it with the file {path}"


def _crash_file() -> Path:
    from game.files.folders import user_folder  # noqa: PLC0415 - needed by a crash only

    folder = user_folder("state")
    if folder is None:
        raise FileNotFoundError("there is no home folder")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / f"crash-{os.getpid()}.txt"
