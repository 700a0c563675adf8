"""The command line at a glance: its commands, each in a line, and its options.

It is told without the commands and without what reads them, so that ``--help`` is there at once.
"""

import shutil
import textwrap
from collections.abc import Iterable, Mapping
from typing import Final

Commands = Mapping[str, tuple[str, str]]
"""By a command's name where it is, as ``module:attribute``, and its help in a line."""

NAME: Final = "shared-enemy"

WIDEST: Final = 96
"""Columns of a page of help, at the most."""

ABOUT: Final = (
    "A debate-game for the terminal: the United States, Russia, and a glass ceiling over Ukraine.",
    "Without a command the app opens.",
)

SAVES: Final = "The folder of saves, instead of $SHARED_ENEMY_SAVES or the usual one."

OPTIONS: Final = (
    ("--saves DIR", SAVES),
    ("--version", "Show the version and exit."),
    ("-h, --help", "Show this message and exit."),
)

COMMANDS: Final[Commands] = {
    "annotate": ("game.cli.annotate:annotate", "Comment on a position of a save."),
    "balance": ("game.cli.balance:balance", "Measure scenarios on many matches."),
    "branch": ("game.cli.branch:branch", "Play on from an earlier position."),
    "export": ("game.cli.export:export", "Write a save for other programs."),
    "learn": ("game.cli.learn:learn", "Learn the game in short lessons."),
    "opponents": ("game.cli.opponents:opponents", "List who can play besides people."),
    "play": ("game.cli.play:play", "Begin a match."),
    "replay": ("game.cli.replay:replay", "Step through a match."),
    "resume": ("game.cli.resume:resume", "Go on with a match."),
    "review": ("game.cli.review:review", "Find out what was skill and what was luck."),
    "saves": ("game.cli.listing:saves", "List the saves, or tidy them."),
    "scenario": ("game.cli.scenario:scenario", "List, read, check and write scenarios."),
    "settings": ("game.cli.settings:settings", "Tell what is set, or set it."),
    "variations": ("game.cli.variations:variations", "List the lines of play of a save."),
    "verify": ("game.cli.verify:verify", "Verify that saves are whole."),
}

EPILOG: Final = (
    "Exit codes: 0 done, 1 failed, 2 wrong usage, 70 a fault of the program, 130 interrupted."
)


def overview(columns: int | None = None) -> str:
    """The help of the command line as a whole.

    Args:
        columns: how wide it may be; if not given, as the terminal is.
    """
    width = min(columns or shutil.get_terminal_size().columns, WIDEST)
    parts = [
        f"Usage: {NAME} [OPTIONS] [COMMAND] [ARGS]...",
        *(_filled(words, width, "  ") for words in ABOUT),
        _described("Options", OPTIONS, width),
        _described("Commands", ((name, COMMANDS[name][1]) for name in sorted(COMMANDS)), width),
        _filled(EPILOG, width, "  "),
    ]
    return "\n\n".join(parts)


def _described(title: str, rows: Iterable[tuple[str, str]], width: int) -> str:
    """Names with what they mean beside them."""
    listed = tuple(rows)
    column = max(len(name) for name, _ in listed) + 4
    told = [_filled(words, width, f"  {name}".ljust(column), column) for name, words in listed]
    return "\n".join([f"{title}:", *told])


def _filled(words: str, width: int, lead: str, column: int = 2) -> str:
    """Words in lines of some width, the first behind a lead, the others below its words."""
    room = max(width, column + 20)
    return textwrap.fill(words, room, initial_indent=lead, subsequent_indent=" " * column)
