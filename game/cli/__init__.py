"""The command line. Nothing heavy is imported before a command needs it."""

from game.cli.running import main, run

__all__ = ["main", "run"]
