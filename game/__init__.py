"""Shared Enemy: a debate-game for the terminal."""

import sys

__version__ = "0.1.0"

if sys.argv[:1] == ["-m"]:
    # A module of the game is being run as a program, and Python has put the current folder first.
    from game.process import leave_current_folder

    leave_current_folder()
